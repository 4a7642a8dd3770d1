export const id = 564;
export const ids = [564,541];
export const modules = {

/***/ 94541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ BrokenCsv),
  csvRecords: () => (/* binding */ csvRecords)
});

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/index.js + 3 modules
var api = __webpack_require__(37084);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js + 1 modules
var normalize_options = __webpack_require__(86845);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/sync.js



const parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = (0,api/* transform */.p)(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};



;// CONCATENATED MODULE: ./build/csv-records.js
/** The records of a CSV file in the repository, each with the line on which it begins. */

/** What is not valid CSV. */
class BrokenCsv extends Error {
    /** On which the record begins that cannot be read, from 1. */
    line;
    constructor(line, cause) {
        super('not valid CSV', { cause });
        this.line = line;
    }
}
/** As people write them: with a quote in the middle of a cell, with rows that are shorter or longer than the header. */
const FORM = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
/** The records in the order of the file, empty lines left out. Throws {@link BrokenCsv}. */
function csvRecords(bytes) {
    const records = [];
    const lines = lineCounter(bytes);
    let end = 0;
    const onRecord = (cells, info) => {
        records.push({ cells, line: lines.firstBehind(end) });
        end = info.bytes;
        return null;
    };
    try {
        parse(bytes, { ...FORM, on_record: onRecord });
    }
    catch (thrown) {
        throw new BrokenCsv(lines.firstBehind(end), thrown);
    }
    return records;
}
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];
/** The reader of CSV counts a line break of two characters twice within a cell, and tells where a record ends alone. */
function lineCounter(bytes) {
    let [line, at] = [1, 0];
    const isBreak = () => bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN;
    const step = () => {
        if (isBreak() && !(bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED))
            line += 1;
        at += 1;
    };
    const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return {
        /** The first line from that byte on that is not empty. Asked for bytes in their order. */
        firstBehind(start) {
            while (at < Math.max(start, byteOrderMark))
                step();
            while (isBreak())
                step();
            return line;
        },
    };
}
//# sourceMappingURL=csv-records.js.map

/***/ }),

/***/ 68564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBatchFile: () => (/* binding */ checkBatchFile),
/* harmony export */   checkConversationFile: () => (/* binding */ checkConversationFile),
/* harmony export */   utteranceLines: () => (/* binding */ utteranceLines)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55395);
/* harmony import */ var _csv_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94541);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87939);
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
    const utterances = utterancesOf(path, bytes, type);
    if (utterances.length === 0)
        throw wrong(path, undefined, 'holds no utterance');
    const long = utterances.find(({ input }) => [...input].length > LONGEST_UTTERANCE);
    if (long !== undefined)
        throw wrong(path, long.line, 'holds an utterance of more than the 3,000 characters that Kore.ai accepts');
    const beyond = distinct(utterances)[MOST_UTTERANCES];
    if (beyond !== undefined)
        throw wrong(path, beyond.line, 'has more than the 1,000 utterances that Kore.ai accepts in a suite; split it');
    return type;
}
/** The lines on which the utterances of a checked batch test suite begin, by the names of their cases. */
async function utteranceLines(path, bytes, type) {
    const utterances = distinct(utterancesOf(path, bytes, type));
    const names = (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .uniqueNames */ .uZ)(utterances.map(({ input }) => input.trim()));
    return new Map(utterances.flatMap(({ line }, index) => (line === undefined ? [] : [[names[index] ?? '', line]])));
}
/** Checks a conversation test suite: JSON of at most 2 MB. Rejects as {@link checkBatchFile} does. */
async function checkConversationFile(path, bytes) {
    const type = typeOf(path, ['json']);
    const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1);
    if (bytes.byteLength > LARGEST_CONVERSATION)
        throw wrong(path, undefined, `is ${megabytes} MB, but Kore.ai accepts 2 MB for a conversation test suite`);
    parseJson(path, new TextDecoder().decode(bytes));
    return type;
}
function utterancesOf(path, bytes, type) {
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
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .lastingTrouble */ .Ac)('config', `suite-path: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)}${where} ${fact}`);
}
/** The vendor counts assertions and not rows: an utterance takes a row for each of its entities. */
function distinct(utterances) {
    const seen = new Set();
    return utterances.filter(({ input, intent }) => {
        const key = JSON.stringify([input, intent]);
        return !seen.has(key) && seen.add(key);
    });
}
function utterancesOfCsv(path, bytes) {
    const [header, ...rows] = recordsOf(path, bytes);
    if (header === undefined)
        return [];
    const columns = columnsOf(path, header);
    const found = [];
    for (const row of rows)
        found.push(...utteranceIn(row, columns, found.length > 0, path));
    return found;
}
function recordsOf(path, bytes) {
    try {
        return (0,_csv_records_js__WEBPACK_IMPORTED_MODULE_0__.csvRecords)(bytes);
    }
    catch (thrown) {
        throw thrown instanceof _csv_records_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenCsv */ .q ? wrong(path, thrown.line, 'is not valid CSV') : thrown;
    }
}
const HEADER = 'input,intent,parentIntent,entityName,entityValue,entityOrder';
/** In any case and order. By the vendor's page what follows `intent` can be left out. */
function columnsOf(path, { cells, line }) {
    const names = cells.map((name) => name.trim().toLowerCase());
    const [only = ''] = names;
    if (names.length === 1 && /[;\t|]/.test(only))
        throw wrong(path, line, `contains no comma; Kore.ai expects commas between the columns: ${HEADER}`);
    const missing = ['input', 'intent'].filter((name) => !names.includes(name));
    if (missing.length > 0) {
        const remedy = `begin the file with the line ${HEADER}, of which only the first two are required`;
        throw wrong(path, line, `does not name the column${missing.length === 1 ? '' : 's'} ${missing.join(' and ')}; ${remedy}`);
    }
    const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
    if (twice !== undefined)
        throw wrong(path, line, `names the column ${twice} twice; name it once`);
    return { line, input: names.indexOf('input'), intent: names.indexOf('intent'), count: cells.length };
}
/** The utterance of a row; none in a row that adds an entity to the one above, and in one of blanks. */
function utteranceIn({ cells, line }, { line: headerLine, input: at, intent: intentAt, count }, follows, path) {
    const [input, intent] = [cells[at], cells[intentAt]];
    if (cells.every((cell) => cell.trim() === ''))
        return [];
    if (input === undefined || intent === undefined)
        throw wrong(path, line, `has too few columns: ${cells.length} of ${count}; put input and intent into each row, with a comma between`);
    if (cells.slice(count).some((cell) => cell.trim() !== ''))
        throw wrong(path, line, `has too many columns: ${cells.length}, and line ${headerLine} names ${count}; put text that contains a comma in quotes`);
    if (input.trim() !== '')
        return [{ input, intent, line }];
    const isEntity = cells.some((cell, index) => index !== intentAt && cell.trim() !== '');
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

