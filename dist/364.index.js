export const id = 364;
export const ids = [364];
export const modules = {

/***/ 10364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBatchReport: () => (/* binding */ readBatchReport)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var csv_parse__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56070);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26878);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62695);
/**
 * The result file of a Kore.ai batch test: key-value lines, then a header, then a row for each utterance and entity. The
 * vendor documents it only in part, see `docs/providers/kore-batch.md`: column names without case, blanks and punctuation.
 */




/** Reads the file's rows into cases, one for each utterance. Rejects with a `Trouble` of kind `contract` when it cannot. */
async function readBatchReport(file) {
    const groups = new Map();
    let columns;
    let current;
    try {
        for await (const record of parsed(file)) {
            if (columns === undefined)
                columns = readHeader(record);
            else
                current = addRow(groups, rowReader(columns, record), current);
        }
    }
    catch (thrown) {
        throw thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .Trouble */ .qm
            ? thrown
            : unreadable(isCsvError(thrown) ? `line ${thrown.lines} is not valid CSV` : 'it broke off');
    }
    if (columns === undefined)
        throw unreadable('it has no header row that begins with Utterance');
    return toCases([...groups.values()]);
}
const LARGEST_RECORD = 16 * 1024 * 1024;
async function* parsed(file) {
    const parser = (0,csv_parse__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)({ bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LARGEST_RECORD });
    const source = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(file);
    source.on('error', (error) => parser.destroy(error));
    for await (const record of source.pipe(parser)) {
        if (Array.isArray(record))
            yield record.map(String);
    }
}
function isCsvError(thrown) {
    return thrown instanceof Error && 'lines' in thrown && typeof thrown.lines === 'number';
}
function unreadable(fact) {
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .Trouble */ .qm(`the result file of the batch test cannot be read: ${fact}`, { kind: 'contract', persistence: 'shape' });
}
const NEEDED = ['expectedintent', 'matchedintent', 'resulttype'];
function readHeader(record) {
    const names = record.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
    if (names[0] !== 'utterance' && names[0] !== 'utterances')
        return undefined;
    const named = names.filter((name) => name !== '');
    if (new Set(named).size < named.length)
        throw unreadable('two of its columns have the same name');
    const missing = NEEDED.filter((name) => !named.includes(name));
    if (missing.length > 0)
        throw unreadable(`it has no column ${missing.join(', ')}`);
    const at = new Map(names.map((name, index) => [name, index])).set('utterance', 0);
    return { at, width: names.length, lastNeeded: Math.max(...NEEDED.map((name) => names.indexOf(name))) };
}
/** A row may end early where its last cells are empty, but not before the columns that the verdict needs. */
function rowReader({ at, width, lastNeeded }, record) {
    if (record.length <= lastNeeded)
        throw unreadable('a row ends before its result type');
    if (record.slice(width).some((cell) => cell.trim() !== ''))
        throw unreadable('a row has more cells than the header');
    return (name) => record[at.get(name) ?? -1]?.trim() ?? '';
}
/**
 * The vendor counts unique assertions, so rows of the same utterance and expected intent are one case wherever they stand.
 * A row without an utterance belongs to the one above.
 */
function addRow(groups, row, above) {
    const input = row('utterance');
    if (input === '' && above !== undefined) {
        above.rows.push(row);
        return above;
    }
    const inherited = above?.input === input ? (above.rows[0]?.('expectedintent') ?? '') : '';
    const key = JSON.stringify([input, row('expectedintent') || inherited]);
    const known = groups.get(key) ?? { input, rows: [] };
    known.rows.push(row);
    groups.set(key, known);
    return known;
}
function toCases(utterances) {
    const names = (0,_results_js__WEBPACK_IMPORTED_MODULE_2__/* .uniqueNames */ .uZ)(utterances.map(({ input }) => input));
    return utterances.map((utterance, index) => toCase(names[index] ?? utterance.input, utterance.rows));
}
function toCase(name, rows) {
    const judgements = [judgeIntent(rows), ...rows.filter((row) => row('entityname') !== '').map(judgeEntity)];
    const status = worstOf(judgements);
    const checks = judgements.map(({ check }) => check);
    const message = status === 'error' ? 'the result file does not say in known words how this utterance ended' : undefined;
    return { name, status, flaky: false, tries: 1, checks, facts: factsOf(rows), ...(message !== undefined && { message }) };
}
function worstOf(judgements) {
    if (judgements.some(({ check, readable }) => readable && !check.passed))
        return 'failed';
    return judgements.every(({ readable }) => readable) ? 'passed' : 'error';
}
const RESULT_TYPES = new Map([
    ['truepositive', true],
    ['truenegative', true],
    ['tp', true],
    ['tn', true],
    ['falsepositive', false],
    ['falsenegative', false],
    ['fp', false],
    ['fn', false],
]);
/** The intent's result stands in `Result Type`; where several rows tell it, the worst counts. */
function judgeIntent(rows) {
    const told = rows.map((row) => plain(row('resulttype'))).filter((word) => word !== '');
    const results = told.map((word) => RESULT_TYPES.get(word));
    const row = rows.find((each) => RESULT_TYPES.get(plain(each('resulttype'))) === false) ?? rows[0];
    const check = {
        what: 'intent',
        expected: row?.('expectedintent') ?? '',
        found: row?.('matchedintent') ?? '',
        passed: results.length > 0 && results.every((result) => result === true),
    };
    return { check, readable: results.includes(false) || (results.length > 0 && !results.includes(undefined)) };
}
const ENTITY_RESULTS = new Map([
    ['true', true],
    ['passed', true],
    ['pass', true],
    ['success', true],
    ['false', false],
    ['failed', false],
    ['fail', false],
    ['failure', false],
]);
/** The entity's result stands in `Entity Result`. Where it is empty, equal values are proof, and different ones a failure. */
function judgeEntity(row) {
    const expected = row('expectedentityvalue');
    const found = row('matchedentityvalue');
    const told = row('entityresult').toLowerCase();
    const passed = told === '' ? expected === found : ENTITY_RESULTS.get(told);
    return {
        check: { what: `entity ${row('entityname')}`, expected, found, passed: passed === true },
        readable: passed !== undefined,
    };
}
function plain(cell) {
    return cell.toLowerCase().replace(/[^a-z]/g, '');
}
const FACTS = [
    ['Result type', 'resulttype'],
    ['Parent intent', 'parentintent'],
    ['Task state', 'taskstate'],
    ['Expected entity order', 'expectedentityorder'],
    ['Actual entity order', 'actualentityorder'],
    ['Score of the matched intent (FM/ML/KG)', 'matchedintentscorefmmlkg'],
    ['Score of the expected intent', 'expectedintentscore'],
    ['Elimination info', 'eliminationinfo'],
];
function factsOf(rows) {
    const value = (column) => rows.map((row) => row(column)).find((cell) => cell !== '') ?? '';
    return new Map(FACTS.map(([label, column]) => [label, value(column)]).filter(([, cell]) => cell !== ''));
}
//# sourceMappingURL=batch-report.js.map

/***/ })

};

