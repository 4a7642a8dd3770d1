export const id = 411;
export const ids = [411];
export const modules = {

/***/ 16542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ READABLE),
/* harmony export */   dJ: () => (/* binding */ linesOfNames),
/* harmony export */   rd: () => (/* binding */ withPlaces),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _leads_out_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54302);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26878);
/**
 * Where the cases of a suite are written in the repository, so that an annotation stands on their line. A comfort: whatever goes
 * wrong here, the cases have no place, and nothing else changes.
 */



/** The run, whose results tell the places of the cases that failed or could not be run. */
function withPlaces(run, find) {
    if (find === undefined)
        return run;
    return { ...run, collect: async (end, folder) => placed(await run.collect(end, folder), find) };
}
async function placed(results, find) {
    const sought = new Set(results.cases.filter(_results_js__WEBPACK_IMPORTED_MODULE_1__/* .isInTrouble */ .ZA).map(({ name }) => name));
    if (sought.size === 0)
        return results;
    const places = await find(sought).catch(() => new Map());
    const cases = results.cases.map((each) => {
        const place = (0,_results_js__WEBPACK_IMPORTED_MODULE_1__/* .isInTrouble */ .ZA)(each) ? places.get(each.name) : undefined;
        return place === undefined ? each : { ...each, place };
    });
    return { ...results, cases };
}
/** The lines of one file as places, told with `/`; none for a path that does not lead from the workspace into it. */
function placesIn(path, lines) {
    const inside = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/'));
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) || (0,_leads_out_js__WEBPACK_IMPORTED_MODULE_2__/* .leadsOut */ .q)(inside))
        return new Map();
    return new Map([...lines].map(([name, line]) => [name, { path: inside, line }]));
}
/** Larger files are not looked through, in bytes. */
const LARGEST_LOOKED_THROUGH = 2 * 1024 * 1024;
/** The formats in which names are looked for. */
const READABLE = /\.(json|ya?ml|csv)$/i;
/**
 * The lines on which the names stand in a JSON, YAML or CSV file, from 1: as values of fields that name things, else as any value.
 * Of `name (2)`, where it does not stand as it is, the second place of `name`, which is how repeated names are told apart.
 */
async function linesOfNames(path, bytes, names) {
    if (bytes.byteLength > LARGEST_LOOKED_THROUGH || !READABLE.test(path))
        return new Map();
    const values = /\.csv$/i.test(path) ? await valuesOfCsv(bytes) : await valuesOfYaml(new TextDecoder().decode(bytes));
    const wanted = new Set([...names].flatMap((name) => [name, numbered(name).base]));
    const found = Map.groupBy(values.filter(({ value }) => wanted.has(value)), ({ value }) => value);
    return new Map([...names].flatMap((name) => {
        const line = lineOf(name, found);
        return line === undefined ? [] : [[name, line]];
    }));
}
function lineOf(name, found) {
    const { base, number } = numbered(name);
    const exact = found.get(name);
    const all = exact ?? found.get(base) ?? [];
    const named = all.filter(({ isName }) => isName);
    const candidates = named.length > 0 ? named : all;
    return (candidates[exact === undefined ? number - 1 : 0] ?? candidates[0])?.line;
}
/** A name as `uniqueNames` gives it, taken apart. */
function numbered(name) {
    const [, base = name, number = '1'] = /^(.*) \((\d{1,6})\)$/s.exec(name) ?? [];
    return { base, number: Number(number) };
}
const NAMING = new Set(['input', 'utterance', 'name', 'testcasename', 'testcaseid', 'id', 'title']);
function isNaming(field) {
    return NAMING.has(field.toLowerCase().replace(/[^a-z]/g, ''));
}
/** JSON is YAML. Faults of the file are for whoever loads it. */
async function valuesOfYaml(text) {
    const { isScalar, LineCounter, parseDocument, visit } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lineCounter = new LineCounter();
    const values = [];
    visit(parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' }), {
        Pair(_, { key, value }) {
            if (isScalar(value) && value.range)
                values.push({
                    value: String(value.value),
                    line: lineCounter.linePos(value.range[0]).line,
                    isName: isScalar(key) && isNaming(String(key.value)),
                });
        },
        Scalar(key, { value, range }) {
            if (typeof key === 'number' && range)
                values.push({ value: String(value), line: lineCounter.linePos(range[0]).line, isName: false });
        },
    });
    return values;
}
/** The first record names the fields. */
async function valuesOfCsv(bytes) {
    const { csvRecords } = await Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(541)]).then(__webpack_require__.bind(__webpack_require__, 94541));
    const values = [];
    let fields;
    for (const { cells, line } of csvRecords(bytes)) {
        fields ??= cells;
        for (const [index, value] of cells.entries())
            values.push({ value, line, isName: isNaming(fields[index] ?? '') });
    }
    return values;
}
//# sourceMappingURL=places.js.map

/***/ }),

/***/ 59792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  omilia: () => (/* binding */ omilia)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./build/answer.js
var build_answer = __webpack_require__(63412);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/places.js
var places = __webpack_require__(16542);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/unknown-status.js
var unknown_status = __webpack_require__(54113);
// EXTERNAL MODULE: ./build/providers/provider.js
var provider = __webpack_require__(74096);
// EXTERNAL MODULE: ./build/providers/omilia/answers.js
var answers = __webpack_require__(17566);
// EXTERNAL MODULE: ./build/providers/omilia/client.js
var omilia_client = __webpack_require__(7506);
// EXTERNAL MODULE: ./build/providers/omilia/job-end.js + 1 modules
var job_end = __webpack_require__(50281);
// EXTERNAL MODULE: ./build/providers/omilia/job-start.js
var job_start = __webpack_require__(48075);
// EXTERNAL MODULE: ./build/providers/omilia/project.js
var project = __webpack_require__(65296);
;// CONCATENATED MODULE: ./build/providers/omilia/run-call.js
/** The calls about one run. */

/** A call about a run, by what stands below its address. */
function runCall(name, id, below, method = 'GET') {
    return { name, method, template: `/api/runs/{run-id}${below}`, parameters: { 'run-id': id } };
}
/** In bytes: a log is read whole by each look, and for people. */
const LARGEST_LOG = 6 * 1024 * 1024;
/** The call for the log of a run. */
function logCall(id) {
    return { ...runCall('run logs', id, '/logs/'), largest: LARGEST_LOG };
}
/** The call for the results of a run, whose answer may be far larger than others. */
function testCasesCall(id) {
    return { ...runCall('test cases of the run', id, '/test_cases/'), largest: omilia_client/* LARGEST_LIST */.Cm };
}
//# sourceMappingURL=run-call.js.map
// EXTERNAL MODULE: ./build/once.js
var once = __webpack_require__(41891);
// EXTERNAL MODULE: ./build/results.js
var build_results = __webpack_require__(26878);
;// CONCATENATED MODULE: ./build/providers/omilia/dispensable.js
/** What people like to see and no verdict needs: where it cannot be had, that is told once, and the run goes on. */

/** A gap that is too long to wait for it, in milliseconds. */
const LONGEST_GAP = 30_000;
const MOST_MISSES = 2;
/**
 * Something that the verdict does not need, or undefined where it cannot be had: what the vendor does not have is no trouble, and
 * any other is told. Rejects with a `Trouble` at most twice, and only where trying again soon can help.
 */
function dispensable(action, tell) {
    let misses = 0;
    return async () => {
        try {
            return await action();
        }
        catch (thrown) {
            if (!(thrown instanceof trouble/* Trouble */.qm))
                throw thrown;
            if (thrown.facts.persistence === 'missing')
                return undefined;
            if (canPassSoon(thrown) && ++misses <= MOST_MISSES)
                throw thrown;
            tell(thrown);
            return undefined;
        }
    };
}
function canPassSoon({ facts }) {
    return facts.persistence === 'passing' && (facts.retryAfterMs ?? 0) <= LONGEST_GAP;
}
//# sourceMappingURL=dispensable.js.map
;// CONCATENATED MODULE: ./build/providers/omilia/run-log.js

const DEEPEST = 20;
/** A line of few bytes takes a hundred in memory, and each look reads all of them. */
const MOST_LINES = 40_000;
/**
 * All sections of an answer to the logs call, those inside others too; what is none is passed over. Throws a `Trouble` of kind
 * `contract` for a log of too many lines.
 */
function readSections(answer) {
    const found = [];
    const place = [];
    let count = 0;
    const walk = (value, depth) => {
        if (depth > DEEPEST || typeof value !== 'object' || value === null)
            return;
        if (Array.isArray(value)) {
            walkAll(value, depth);
            return;
        }
        const content = fieldOf(value, 'content');
        if (Array.isArray(content)) {
            count += Math.max(1, content.length);
            if (count > MOST_LINES)
                throw tooLong();
            found.push(sectionOf(value, content, place));
        }
        walk(content, depth + 1);
        walk(fieldOf(value, 'data'), depth + 1);
    };
    const walkAll = (values, depth) => {
        const level = place.push(0) - 1;
        for (const [index, each] of values.entries()) {
            place[level] = index;
            walk(each, depth + 1);
        }
        place.pop();
    };
    walk(answer, 0);
    return found;
}
function tooLong() {
    return new trouble/* Trouble */.qm(`it has more than ${MOST_LINES / 1000},000 lines`, { kind: 'contract', persistence: 'shape' });
}
function fieldOf(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
function sectionOf(section, content, place) {
    const [id, name] = [fieldOf(section, 'id'), fieldOf(section, 'sectionName')];
    return {
        id: typeof id === 'string' ? id : `section.${place.join('.')}`,
        name: typeof name === 'string' ? name : 'log',
        lines: content.map((item) => {
            const text = typeof item === 'string' ? item : fieldOf(item, 'text');
            return typeof text === 'string' ? text : undefined;
        }),
    };
}
/** Gives each line once, however often it is read. */
function createLogReader() {
    const seen = new Map();
    return (sections) => sections.flatMap(({ id, name, lines }) => {
        const known = seen.get(id) ?? [];
        seen.set(id, known);
        return lines.flatMap((text, index) => {
            if (text === undefined || known[index] === true)
                return [];
            known[index] = true;
            return [{ section: name, text }];
        });
    });
}
/** The whole log as a text for people. */
function logText(sections) {
    const read = createLogReader();
    return sections
        .map((section) => ({ section, lines: read([section]) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ section, lines }) => [`== ${section.name} (${section.id})`, ...lines.map(({ text }) => text), ''].join('\n'))
        .join('\n');
}
//# sourceMappingURL=run-log.js.map
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
;// CONCATENATED MODULE: ./build/providers/omilia/run-results.js
/** The results of a run: its test cases as ours, and status, stats and cases held against each other. Pure. */



/** Throws a `Trouble` of kind `vendor` for a run that failed without a test case that did: it broke, and tested nothing. */
function runResults(facts) {
    const cases = toCases(facts.testCases);
    const rows = (0,build_results/* countCases */.zp)(cases);
    const counts = reconciled(rows, facts.stats);
    const { fail, unavailable } = told(facts.stats);
    if (facts.state === 'failure' && counts.failed + counts.errored + fail + unavailable === 0)
        throw brokenRun(facts);
    return {
        cases,
        counts,
        metrics: {},
        figures: figuresOf(facts),
        contradictions: [...contradictionsOfStatus(facts, counts), ...contradictionsOfRows(facts, rows)],
        warnings: differencesOf(facts, rows),
    };
}
function brokenRun({ lastWords }) {
    return (0,trouble/* lastingTrouble */.Ac)('vendor', `Omilia ended the run as a failure although no test case failed: the run itself broke, perhaps while cloning or loading its suites${lastWords === '' ? '' : '; see logs.txt'}`, lastWords);
}
/** Where rows and stats differ, the larger number of failed and of unavailable test cases counts. */
function reconciled(rows, stats) {
    const { fail, unavailable } = told(stats);
    const run = rows.passed + rows.failed + rows.errored;
    const failed = Math.max(rows.failed, Math.min(fail, run));
    const errored = Math.max(Math.min(rows.errored, run - failed), Math.min(unavailable, run - failed));
    return { ...rows, failed, errored, passed: run - failed - errored };
}
/** A number that is not given counts as none. */
function told(stats) {
    const [pass, fail, unavailable] = [stats?.pass ?? 0, stats?.fail ?? 0, stats?.unavailable ?? 0];
    return { pass, fail, unavailable, total: pass + fail + unavailable };
}
function contradictionsOfStatus({ state, stats, testCases }, counts) {
    const failed = Math.max(counts.failed, told(stats).fail);
    if (state === 'failure')
        return failed > 0 ? [] : ['Omilia ended the run as a failure, but no test case failed; some could not be run'];
    const unavailable = Math.max(testCases.filter(({ status }) => statusOf(status) === 'error' && isKnown(status)).length, told(stats).unavailable);
    return [
        ...(failed > 0 ? [`Omilia ended the run as a success, but ${(0,count_words/* countOf */.pq)(failed, 'test cases')} failed`] : []),
        ...(unavailable > 0
            ? [`Omilia ended the run as a success, but ${(0,count_words/* countOf */.pq)(unavailable, 'test cases')} ${(0,count_words/* wasOrWere */.S1)(unavailable)} unavailable`]
            : []),
    ];
}
function contradictionsOfRows({ stats, testCases, testCasesTold = 0 }, rows) {
    const inPart = testCases.filter((each) => statusOf(each.status) === 'passed' && each.assertionErrors.length > 0 && triesOf(each) === 1);
    const found = inPart.length > 0 ? [`${(0,count_words/* countOf */.pq)(inPart.length, 'test cases')} passed at the first try despite assertion errors`] : [];
    if (rows.total < testCasesTold)
        found.push(`the list of test cases holds ${rows.total}, but says that it has ${testCasesTold}`);
    if (stats === undefined)
        return found;
    const { fail, total } = told(stats);
    if (rows.total < total)
        found.push(`the list of test cases holds ${rows.total}, but the stats count ${total}`);
    if (fail > 0 && rows.failed === 0)
        found.push(`the stats count ${(0,count_words/* countOf */.pq)(fail, 'failed test cases')}, but none of the list failed`);
    if (fail === 0 && rows.failed > 0)
        found.push(`${(0,count_words/* countOf */.pq)(rows.failed, 'test cases')} of the list failed, but the stats count none`);
    return found;
}
function differencesOf({ stats, testCases }, rows) {
    const unknown = testCases.filter(({ status }) => !isKnown(status)).length;
    const found = unknown > 0 ? [`the status of ${(0,count_words/* countOf */.pq)(unknown, 'test cases')} is not known, or not given, which counts as not run`] : [];
    if (stats === undefined)
        return rows.total === 0 ? found : [...found, 'Omilia gave no stats, so the verdict rests on the list of test cases alone'];
    const { fail, unavailable, total } = told(stats);
    if (rows.total > total)
        found.push(`the list of test cases holds ${rows.total}, and the stats count ${total}`);
    if (fail > 0 && rows.failed > 0 && fail !== rows.failed)
        found.push(`${(0,count_words/* countOf */.pq)(rows.failed, 'test cases')} of the list failed, and the stats count ${fail}; the larger number counts`);
    if (unavailable !== rows.errored)
        found.push(`${(0,count_words/* countOf */.pq)(rows.errored, 'test cases')} of the list could not be run, and the stats count ${unavailable}; the larger number counts`);
    return found;
}
const STATUSES = new Map([
    ['pass', 'passed'],
    ['passed', 'passed'],
    ['success', 'passed'],
    ['successful', 'passed'],
    ['fail', 'failed'],
    ['failed', 'failed'],
    ['failure', 'failed'],
    ['unavailable', 'error'],
]);
function isKnown(status) {
    return STATUSES.has((status ?? '').trim().toLowerCase());
}
function statusOf(status) {
    return STATUSES.get((status ?? '').trim().toLowerCase()) ?? 'error';
}
function triesOf({ numberOfTries }) {
    return Math.max(1, numberOfTries ?? 1);
}
function toCases(testCases) {
    const names = (0,build_results/* uniqueNames */.uZ)(testCases.map(({ testCaseName, testCaseId }) => testCaseName || testCaseId || ''));
    return testCases.map((each, index) => toCase(each, names[index] ?? ''));
}
function toCase(testCase, name) {
    const status = statusOf(testCase.status);
    const tries = triesOf(testCase);
    const checks = testCase.assertionErrors.map(toCheck);
    const message = messageOf(testCase, status, checks);
    const { executionTime } = testCase;
    return {
        name,
        status,
        tries,
        checks,
        flaky: status === 'passed' && tries > 1,
        facts: factsOf(testCase),
        ...(message !== undefined && { message }),
        ...(typeof executionTime === 'number' && { durationMs: executionTime }),
    };
}
function toCheck({ step, assertion, expected, found }) {
    const what = [typeof step === 'string' ? `step ${step}` : '', assertion ?? ''].filter((text) => text !== '').join(': ');
    return { what: what || 'assertion', expected: expected ?? '', found: found ?? '', passed: false };
}
function messageOf(testCase, status, checks) {
    // The assertion errors tell by themselves why it failed.
    if (status === 'passed' || (status === 'failed' && checks.length > 0))
        return undefined;
    const error = testCase.generalErrors.map(({ text }) => text).find((text) => typeof text === 'string' && text !== '');
    if (typeof error === 'string')
        return error;
    if (status === 'failed')
        return 'Omilia gives no assertion error for it';
    return isKnown(testCase.status) ? 'it was unavailable at Omilia' : 'Omilia reported an unknown status for it';
}
function factsOf(testCase) {
    const texts = (notes) => notes.flatMap(({ text }) => text ?? []).join('\n');
    const facts = [
        ['Status', isKnown(testCase.status) ? '' : testCase.status],
        ['Description', testCase.testCaseDescription],
        ['General errors', texts(testCase.generalErrors)],
        ['Warnings', texts(testCase.warnings)],
        ['Delays', testCase.hadDelays === true ? 'yes' : ''],
        ['Dialog', testCase.dialogId],
        ['Golden dialog', testCase.goldenDialogId],
        ['Test case id', testCase.testCaseId],
    ];
    return new Map(facts.flatMap(([label, text]) => (typeof text === 'string' && text !== '' ? [[label, text]] : [])));
}
function figuresOf({ run, suites }) {
    const names = suites.flatMap(({ testSuiteName }) => testSuiteName ?? []);
    const figures = [
        ['Test suites', names.join(', ')],
        ['Duration at Omilia', run.duration],
    ];
    return new Map(figures.flatMap(([label, text]) => (typeof text === 'string' && text !== '' ? [[label, text]] : [])));
}
//# sourceMappingURL=run-results.js.map
;// CONCATENATED MODULE: ./build/providers/omilia/run-collection.js










/** Fetches what Omilia has of one run and keeps it. What came once is not asked for again when it is tried anew. */
function runCollector(id, log, client, { warn }) {
    const list = (wanted, shape) => listOf(wanted, shape, client);
    const parts = {
        stats: (0,once/* once */.O)(list(runCall('run stats', id, '/run_stats/'), answers/* RunStats */.zd)),
        testCases: (0,once/* once */.O)(list(testCasesCall(id), answers/* TestCase */.Ns)),
        suites: (0,once/* once */.O)(dispensable(list(runCall('test suites of the run', id, '/suites/'), answers/* TestSuite */.lB), ({ message, facts }) => warn(`the names of the test suites of the run are left out: ${message}`, facts.said))),
        log: (0,once/* once */.O)(log.whole),
    };
    const keepArchive = (0,job_end/* archiveKeeper */.hb)(client);
    return async (run, folder) => {
        const stats = await parts.stats();
        const testCases = await parts.testCases();
        const facts = {
            run,
            stats: stats.rows.find((each) => Object.values(each).some((count) => typeof count === 'number')),
            testCases: testCases.rows,
            suites: (await parts.suites())?.rows ?? [],
        };
        const sections = await parts.log();
        // Of what the vendor said, only the documented fields: a project in it would hold a Git token.
        await folder.write('run.json', Buffer.from(`${JSON.stringify(facts, undefined, 2)}\n`));
        const lines = createLogReader()(sections);
        if (lines.length > 0)
            await folder.write(build_results/* LOG_FILE */.UP, Buffer.from(logText(sections)));
        const absence = await keepArchive(run, runCall('artifacts of the run', id, '/artifacts/'), folder);
        const lastWords = lines.slice(-LAST_WORDS).map(({ text }) => text);
        const state = (0,answers/* stateOf */.L4)(run) === 'success' ? 'success' : 'failure';
        const told = testCases.told === undefined ? {} : { testCasesTold: testCases.told };
        const results = runResults({ ...facts, ...told, lastWords: lastWords.join('\n'), state });
        return {
            ...results,
            ...(lines.length > 0 && { log: { lines, leftOut: 0 } }),
            ...(absence !== undefined && { warnings: [...results.warnings, `the archive of the run is not kept: ${absence}`] }),
        };
    };
}
const LAST_WORDS = 15;
/** What the vendor does not have for a run that broke early is not there, and no trouble. */
function listOf(wanted, shape, client) {
    return async () => {
        const answer = await client.ask(wanted).catch((thrown) => {
            if (thrown instanceof trouble/* Trouble */.qm && thrown.facts.persistence === 'missing')
                return undefined;
            throw thrown;
        });
        if (answer === undefined)
            return { rows: [], told: undefined };
        return { rows: client.read(wanted, answer.body, (0,answers/* items */.ld)(shape)), told: (0,answers/* countTold */.Dl)((0,build_answer/* parseJson */.qF)(answer.body)) };
    };
}
//# sourceMappingURL=run-collection.js.map
;// CONCATENATED MODULE: ./build/providers/omilia/run-log-follower.js
/** Follows the log of a run. It is for people: where it cannot be had or safely shown, that is told once and changes nothing. */





/** Follows the log of a run of that project. */
function followLog(id, project, client, world) {
    const reader = createLogReader();
    let [isTold, isGivenUp] = [false, false];
    const tell = ({ message, facts }) => {
        if (!isTold)
            world.warn(message, facts.said);
        isTold = true;
        // What is too large grows, and what is refused for good stays so.
        isGivenUp ||= facts.persistence === 'lasting' || facts.persistence === 'shape';
    };
    const read = async () => (isGivenUp ? [] : readLog(id, project, client));
    const atTheEnd = dispensable(read, tell);
    return {
        async fresh() {
            try {
                return reader(await read());
            }
            catch (thrown) {
                if (!(thrown instanceof trouble/* Trouble */.qm))
                    throw thrown;
                if (thrown.facts.persistence !== 'missing')
                    tell(thrown);
                return [];
            }
        },
        whole: async () => (await atTheEnd()) ?? [],
    };
}
/** Lines can hold the project's Git token, which is masked once the project was asked for. So no line is read before. */
async function readLog(id, project, client) {
    await project.id().catch((thrown) => {
        throw retold(thrown, NOT_SAFE, 'passing');
    });
    try {
        const { body } = await client.ask(logCall(id));
        return readSections((0,build_answer/* parseJson */.qF)(body));
    }
    catch (thrown) {
        throw retold(thrown, NOT_THERE, 'missing');
    }
}
const NOT_SAFE = 'the log of the run was not shown, since it can hold the Git token of the project, which could not be asked for it';
const NOT_THERE = 'the log of the run could not be read';
/** A trouble as one of the log; a persistence of `missing` becomes the given one. */
function retold(thrown, what, missing) {
    if (!(thrown instanceof trouble/* Trouble */.qm))
        return thrown;
    const { persistence } = thrown.facts;
    return new trouble/* Trouble */.qm(`${what}: ${thrown.message}`, {
        ...thrown.facts,
        persistence: persistence === 'missing' ? missing : persistence,
    });
}
//# sourceMappingURL=run-log-follower.js.map
// EXTERNAL MODULE: ./build/providers/omilia/session.js
var session = __webpack_require__(91257);
// EXTERNAL MODULE: ./build/providers/omilia/sign-in.js
var sign_in = __webpack_require__(14562);
;// CONCATENATED MODULE: ./build/providers/omilia/runs.js
/** The provider `omilia`: runs of a Testing Studio project's test suites. See `docs/providers/omilia.md`. */

















const Options = schemas/* object */.Ikc({ ...sign_in/* omiliaFields */.pn, group: fields/* optionalText */.mR, utterance: fields/* optionalText */.mR, description: fields/* optionalText */.mR });
/** The provider `omilia`. */
const omilia = (0,provider/* defineProvider */.N)({
    name: 'omilia',
    noun: 'test cases',
    takes: { suite: true, suitePath: true, cancel: true },
    options: Options,
    secrets: sign_in/* omiliaSecrets */.hR,
    filters: ['group', 'utterance', 'description'],
    metrics: [],
    mistakes: sign_in/* credentialMistakes */.Vs,
    connect(options, world) {
        const client = (0,omilia_client/* createOmiliaClient */.Ri)(options['base-url'], (0,session/* createSession */.j)(options, world), world);
        return { suite: (name, path) => runSuite((0,project/* openProject */.U)(name, path, { client, world }), { options, world, client }) };
    },
});
function runSuite(project, context) {
    const { client, options } = context;
    const job = {
        what: 'run',
        template: '/api/runs/',
        listTemplate: '/api/projects/{project}/runs/',
        // Each of them filters the test cases, so that none is sent but those that were given.
        parameters: { group: options.group, utterance: options.utterance, description: options.description },
    };
    return {
        ...(project.places !== undefined && { check: project.check }),
        examine: project.examine,
        prepare: async () => (0,job_start/* readyJob */.PQ)(job, await project.ready(), client),
        foundSince: async (mark) => (0,job_start/* jobsSince */.P5)(mark, job, await project.id(), client),
        open: (id) => (0,places/* withPlaces */.rd)(openRun(id ?? '', project, context), project.places),
    };
}
/** How long an ended run may be without its archive, in milliseconds; the verdict does not need it. */
const ARCHIVE_GRACE = 30_000;
function openRun(id, project, { client, world }) {
    const wanted = runCall('run', id, '');
    const look = async () => {
        const { body } = await client.ask(wanted);
        return { body, job: readRun(id, wanted, body, client) };
    };
    const runLog = followLog(id, project, client, world);
    const tellUnknown = (0,unknown_status/* unknownStatusTeller */.V)(world);
    const ending = (0,job_end/* awaitArchive */.rz)(world, ARCHIVE_GRACE);
    const collect = runCollector(id, runLog, client, world);
    return {
        async look() {
            const seen = await look();
            await checkProject(seen.job, project);
            const log = await runLog.fresh();
            const end = ending(seen);
            if (end !== undefined)
                return { ...end, log };
            if ((0,answers/* stateOf */.L4)(seen.job) === 'revoked')
                return { state: 'ended', kind: 'vendor', reason: 'the run was revoked at Omilia, and not by this step', log };
            if ((0,answers/* stateOf */.L4)(seen.job) === 'unknown')
                tellUnknown(seen.job.status);
            return { state: 'running', log, ...(0,job_end/* progressOf */.jA)(seen.job) };
        },
        collect: (end, folder) => collect(readRun(id, wanted, end.evidence, client), folder),
        cancel: () => revoke(id, async () => ownRun((await look()).job, project), client),
    };
}
function readRun(id, wanted, body, client) {
    const run = client.read(wanted, body, (0,answers/* items */.ld)(answers/* Job */._O)).find(({ runId }) => runId.toLowerCase() === id.toLowerCase());
    if (run === undefined)
        throw new trouble/* Trouble */.qm('Omilia run: the answer is about another run', { kind: 'contract', persistence: 'shape' });
    return run;
}
/** A run of another project would prove nothing about this one; only a wrong `run-id` brings it here. */
async function checkProject({ projectId }, project) {
    if (typeof projectId !== 'string' || (await project.hasId(projectId)))
        return;
    throw (0,trouble/* lastingTrouble */.Ac)('config', 'run-id: the run belongs to another project than suite says; give the run-ids in the order of suite');
}
/** The run, unless it surely is another project's, which a wrong `run-id` must not stop. A project that cannot be asked for holds nothing up. */
async function ownRun(run, project) {
    await checkProject(run, project).catch((thrown) => {
        if (thrown instanceof trouble/* Trouble */.qm && thrown.facts.kind === 'config')
            throw thrown;
    });
    return run;
}
const OVER = new Set([404, 409, 410]);
/** A run cannot be revoked while the vendor says so; where it says nothing, trying does no harm. Right after the start it may not know the run yet. */
async function revoke(id, look, client) {
    try {
        const run = await look();
        if (['success', 'failure', 'revoked'].includes((0,answers/* stateOf */.L4)(run)))
            return 'over';
        if (run.isRevocable === false)
            return 'not yet';
    }
    catch (thrown) {
        if (thrown instanceof trouble/* Trouble */.qm && thrown.facts.persistence === 'missing')
            return 'not yet';
        throw thrown;
    }
    try {
        await revokeNow(id, client);
        return 'sent';
    }
    catch (thrown) {
        if (!(thrown instanceof trouble/* Trouble */.qm))
            throw thrown;
        if (OVER.has(thrown.facts.status ?? 0))
            return 'over';
        if (thrown.facts.status === 400 || thrown.facts.status === 422)
            return 'not yet';
        throw thrown;
    }
}
/** The page says 204. What is neither nothing nor JSON was answered by somebody else, such as a proxy. */
async function revokeNow(id, client) {
    const { body, status } = await client.ask(runCall('revocation of the run', id, '/revoke/', 'POST'));
    if (body.byteLength > 0 && (0,build_answer/* parseJson */.qF)(body) === undefined)
        throw new trouble/* Trouble */.qm('Omilia revocation of the run was not answered by Omilia', {
            kind: 'contract',
            persistence: 'shape',
            status,
        });
}
//# sourceMappingURL=runs.js.map

/***/ })

};

