export const id = 564;
export const ids = [564];
export const modules = {

/***/ 68564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBatchFile: () => (/* binding */ checkBatchFile),
/* harmony export */   checkConversationFile: () => (/* binding */ checkConversationFile),
/* harmony export */   utteranceLines: () => (/* binding */ utteranceLines)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var csv_parse__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56070);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55395);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26878);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/** Suites as files of the repository, held against the vendor's limits before anything of them is sent. */





const MOST_UTTERANCES = 1000;
const LONGEST_UTTERANCE = 3000;
const LARGEST_CONVERSATION = 2 * 1024 * 1024;
/**
 * Checks a batch test suite, CSV or JSON: at most 1,000 utterances of at most 3,000 characters. Gives its format. Rejects with
 * a `Trouble` of kind `config` that names file and line.
 */
async function checkBatchFile(path, bytes) {
    const type = typeOf(path, ['csv', 'json']);
    const utterances = await utterancesOf(path, bytes, type);
    if (utterances.length === 0)
        throw wrong(path, undefined, 'holds no utterance');
    const long = utterances.find(({ input }) => [...input].length > LONGEST_UTTERANCE);
    if (long !== undefined)
        throw wrong(path, long.line, 'holds an utterance of more than 3,000 characters, and Kore.ai takes no longer ones');
    const beyond = distinct(utterances)[MOST_UTTERANCES];
    if (beyond !== undefined)
        throw wrong(path, beyond.line, 'holds utterance 1,001, and Kore.ai takes 1,000 in a suite; make two suites of it');
    return type;
}
/** The lines on which the utterances of a checked batch test suite begin, by the names of their cases. */
async function utteranceLines(path, bytes, type) {
    const utterances = distinct(await utterancesOf(path, bytes, type));
    const names = (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .uniqueNames */ .uZ)(utterances.map(({ input }) => input.trim()));
    return new Map(utterances.flatMap(({ line }, index) => (line === undefined ? [] : [[names[index] ?? '', line]])));
}
/** Checks a conversation test suite: JSON of at most 2 MB. Rejects as {@link checkBatchFile} does. */
async function checkConversationFile(path, bytes) {
    const type = typeOf(path, ['json']);
    const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1);
    if (bytes.byteLength > LARGEST_CONVERSATION)
        throw wrong(path, undefined, `has ${megabytes} MB, and Kore.ai takes 2 MB for a conversation test suite`);
    parseJson(path, new TextDecoder().decode(bytes));
    return type;
}
async function utterancesOf(path, bytes, type) {
    return type === 'csv' ? utterancesOfCsv(path, bytes) : utterancesOfJson(path, bytes);
}
function typeOf(path, accepted) {
    const type = accepted.find((each) => path.toLowerCase().endsWith(`.${each}`));
    if (type === undefined)
        throw wrong(path, undefined, `is not a file of the kind that can be imported here: ${accepted.map((each) => `.${each}`).join(' or ')}`);
    return type;
}
function wrong(path, line, fact) {
    const where = line === undefined ? '' : `, line ${line},`;
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .lastingTrouble */ .Ac)('config', `suite-path: ${JSON.stringify(path)}${where} ${fact}`);
}
/** The vendor counts assertions and not rows: an utterance takes a row for each of its entities. */
function distinct(utterances) {
    const seen = new Set();
    return utterances.filter(({ input, intent }) => {
        const key = JSON.stringify([input, intent]);
        return !seen.has(key) && seen.add(key);
    });
}
const CsvRecord = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ info: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ lines: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() }), record: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) });
/** The vendor's own page shows a quote in the middle of a cell, and rows that are shorter or longer than the header. */
const CSV_FORM = { bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
async function utterancesOfCsv(path, bytes) {
    const parser = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([bytes]).pipe((0,csv_parse__WEBPACK_IMPORTED_MODULE_1__.parse)(CSV_FORM));
    const found = [];
    let columns;
    let line = 1;
    try {
        for await (const each of parser) {
            const { info, record } = CsvRecord.parse(each);
            if (columns === undefined)
                columns = columnsOf(path, record);
            else
                found.push(...utteranceIn(record, columns, found.length > 0, path, line));
            line = info.lines + 1;
        }
    }
    catch (thrown) {
        if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm)
            throw thrown;
        throw wrong(path, lineOf(thrown) ?? line, 'is not valid CSV');
    }
    return found;
}
/** The reader of CSV tells the line in its errors. */
function lineOf(thrown) {
    return thrown instanceof Error && 'lines' in thrown && typeof thrown.lines === 'number' ? thrown.lines : undefined;
}
const HEADER = 'input,intent,parentIntent,entityName,entityValue,entityOrder';
/** In any case and order. By the vendor's page what follows `intent` can be left out. */
function columnsOf(path, header) {
    const names = header.map((name) => name.trim().toLowerCase());
    const [only = ''] = names;
    if (names.length === 1 && /[;\t|]/.test(only))
        throw wrong(path, 1, `holds no comma; Kore.ai takes commas between the columns: ${HEADER}`);
    const missing = ['input', 'intent'].filter((name) => !names.includes(name));
    if (missing.length > 0) {
        const remedy = `begin the file with the line ${HEADER}, of which only the first two are required`;
        throw wrong(path, 1, `does not name the column${missing.length === 1 ? '' : 's'} ${missing.join(' and ')}; ${remedy}`);
    }
    const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
    if (twice !== undefined)
        throw wrong(path, 1, `names the column ${twice} twice; name it once`);
    return { input: names.indexOf('input'), intent: names.indexOf('intent'), count: header.length };
}
/** The utterance of a row; none in a row that adds an entity to the one above, and in one of blanks. */
function utteranceIn(record, { input: at, intent: intentAt, count }, follows, path, line) {
    const [input, intent] = [record[at], record[intentAt]];
    if (record.every((cell) => cell.trim() === ''))
        return [];
    if (input === undefined || intent === undefined)
        throw wrong(path, line, `has too few columns: ${record.length} of ${count}; put input and intent into each row, with a comma between`);
    if (record.slice(count).some((cell) => cell.trim() !== ''))
        throw wrong(path, line, `has too many columns: ${record.length}, and line 1 names ${count}; put a text with a comma into quotes`);
    if (input.trim() !== '')
        return [{ input, intent, line }];
    const isEntity = record.some((cell, index) => index !== intentAt && cell.trim() !== '');
    if (!isEntity || !follows)
        throw wrong(path, line, 'holds no utterance; put one into the column input');
    return [];
}
const BatchSuite = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ testCases: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ input: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), intent: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) })) });
function utterancesOfJson(path, bytes) {
    const text = new TextDecoder().decode(bytes);
    const suite = BatchSuite.safeParse(parseJson(path, text));
    if (!suite.success) {
        const field = suite.error.issues[0]?.path.join('.') || 'testCases';
        throw wrong(path, undefined, `is not a batch test suite of the form {"testCases":[{"input":"…","intent":"…"}]}: see ${field}`);
    }
    const lines = linesOfInputs(text);
    return suite.data.testCases.map(({ input, intent }, index) => ({ input, intent: intent ?? '', line: lines[index] }));
}
/** Where each `"input":` stands. Inside a string its quotes would be escaped, so that none is found there. */
function linesOfInputs(text) {
    let [line, from] = [1, 0];
    return [...text.matchAll(/"input"\s*:/g)].map(({ index }) => {
        line += text.slice(from, index).split('\n').length - 1;
        from = index;
        return line;
    });
}
/** Node tells the line of most mistakes, not of all. */
function parseJson(path, text) {
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        const line = /\(line (\d+) /.exec(String(thrown))?.[1];
        throw wrong(path, line === undefined ? undefined : Number(line), 'is not valid JSON');
    }
}
//# sourceMappingURL=suite-file.js.map

/***/ })

};

