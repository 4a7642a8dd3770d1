export const id = 514;
export const ids = [514];
export const modules = {

/***/ 65432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ patientStore)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73429);
/* harmony import */ var _few_tries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76858);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12261);
/* harmony import */ var _time_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52553);
/* harmony import */ var _time_spans_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94803);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62695);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44479);
/**
 * An artifact store that lives through a hiccup of the service. GitHub's client tries some troubles again by itself, but no
 * connection that was reset; and where one breaks off in the middle of an answer, it waits for ever.
 */









/** Tries of one call, the first one included. */
const MOST_TRIES = 4;
const GAPS = { gapMs: 5000, longestGapMs: 15_000 };
/** How long a try may take, in milliseconds, the last for each MiB of its bytes. An upload is two calls with the bytes between. */
const PATIENCE = { list: 60_000, download: 60_000, upload: 120_000, mebibyte: 4000 };
const MEBIBYTE = 1024 * 1024;
/**
 * What GitHub's client says of troubles that may pass: a lost connection, an answer that it did not get however often it asked,
 * bytes that stood still. It hides why a download failed. Where the service refuses an upload at its end, though it may come,
 * the bytes did not fit, and a new one may.
 */
const PASSING = new RegExp([
    'Unable to make request',
    'Failed to make request after',
    'Failed to FinalizeArtifact: Received non-retryable error: Failed request: \\((?!401|403)',
    'Artifact download failed after',
    'Upload progress stalled',
    'not those that were uploaded',
].join('|'));
/** Of a certificate, which is as wrong the next time. */
const LASTING = /certificate/i;
/**
 * The same store, which tries a few times what fails by a trouble that may pass, each time with a limit of its own, until the
 * signal aborts. A download goes into a new folder for each try, below the one that is given; an upload that is tried again may
 * be stored twice, the second time under a name with a number. Rejects as the store does in the last try, with a `Trouble` where
 * that took too long, and with `Stopped` when the signal aborts.
 */
function patientStore(store, { signal, deadline }, { rim: { clock, random }, log }) {
    const step = { clock, random, signal, deadline, ...GAPS };
    const tries = (what, action) => patiently(step, action, (trouble, gapMs) => log.trouble(`${what} is tried again in ${(0,_time_spans_js__WEBPACK_IMPORTED_MODULE_8__/* .roundedSpan */ .eV)(gapMs)}: `, trouble));
    const inTime = (ms, action) => (0,_time_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .within */ .ux)({ clock, ms, signal, why: () => `the artifact service was not done after ${(0,_time_spans_js__WEBPACK_IMPORTED_MODULE_8__/* .timeSpan */ .wL)(ms)}` }, action);
    const uploading = async (what, files, upload) => {
        const ms = PATIENCE.upload + timeForBytes(await sizeOf(files));
        return tries(what, () => inTime(ms, upload));
    };
    return {
        upload: (wanted) => uploading('the upload of the artifact', wanted.files, () => store.upload(wanted)),
        uploadPage: (wanted) => uploading('the upload of the page', [wanted.file], () => store.uploadPage(wanted)),
        list: () => tries('the list of artifacts', () => inTime(PATIENCE.list, () => store.list())),
        download: (artifact, folder) => tries('the download of an artifact', () => inOwnFolder(folder, (own) => inTime(PATIENCE.download + timeForBytes(artifact.size), () => store.download(artifact, own)))),
    };
}
/** A few tries. What they reject with at last is the error as it was thrown, whose words others know how to tell. */
async function patiently(step, action, onTrouble) {
    let last;
    const told = async () => {
        try {
            return await action();
        }
        catch (thrown) {
            last = thrown;
            throw troubleOf(thrown);
        }
    };
    // Near the end there is no time for another try, and to wait for the end would hide why this one failed.
    const hasTime = () => step.clock.now() + step.gapMs < step.deadline;
    try {
        return await (0,_few_tries_js__WEBPACK_IMPORTED_MODULE_3__/* .fewTries */ .Y)(step, MOST_TRIES, told, hasTime, { onTrouble });
    }
    catch (thrown) {
        throw thrown instanceof _wait_js__WEBPACK_IMPORTED_MODULE_7__/* .Stopped */ .C9 ? thrown : last;
    }
}
function troubleOf(thrown) {
    const said = (0,node_util_types__WEBPACK_IMPORTED_MODULE_2__.isNativeError)(thrown) ? thrown.message : String(thrown);
    // The only one that is thrown here is that of the time.
    if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .Trouble */ .qm)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .Trouble */ .qm(said, { ...thrown.facts, persistence: 'passing' });
    const isRefusedBytes = (0,node_util_types__WEBPACK_IMPORTED_MODULE_2__.isNativeError)(thrown) && thrown.name === 'RestError';
    const mayPass = (isRefusedBytes || PASSING.test(said)) && !LASTING.test(said);
    const facts = { kind: 'network', persistence: mayPass ? 'passing' : 'lasting', said };
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .Trouble */ .qm((0,_harmless_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .r)(thrown) ?? 'it failed', facts);
}
/** Gives the action a new folder in that one, which is removed where the action rejects: what is left in it may still be written to. */
async function inOwnFolder(folder, action) {
    const own = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'try-'));
    try {
        return await action(own);
    }
    catch (thrown) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(own, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
        throw thrown;
    }
}
/** Milliseconds for so many bytes. */
function timeForBytes(bytes) {
    return PATIENCE.mebibyte * Math.floor(bytes / MEBIBYTE);
}
async function sizeOf(files) {
    const sizes = await Promise.all(files.map(async (file) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}
//# sourceMappingURL=artifact-tries.js.map

/***/ }),

/***/ 76858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ fewTries)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44479);
/** Tries that are counted, for what is worth a second try and no long wait. */


/**
 * Does something, and again after a gap where a trouble is worth it and one that `attempt` lives through, at most so often, the
 * first time included. Rejects with the last `Trouble`, and with `Stopped` when the step ends.
 */
function fewTries(step, most, action, isWorthATry, manner = {}) {
    let tries = 0;
    const once = async () => {
        tries += 1;
        try {
            return { value: await action() };
        }
        catch (thrown) {
            const trouble = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .asTrouble */ .S_)(thrown);
            throw tries < most && isWorthATry(trouble)
                ? trouble
                : new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(trouble.message, { ...trouble.facts, persistence: 'lasting' });
        }
    };
    return (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(step, once, manner);
}
//# sourceMappingURL=few-tries.js.map

/***/ }),

/***/ 99133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/harmless.js
var harmless = __webpack_require__(12261);
// EXTERNAL MODULE: ./build/outcome.js
var build_outcome = __webpack_require__(97072);
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(72380);
;// CONCATENATED MODULE: ./build/outputs.js
/** The outputs of the step, as the contract names them. Pure. */


/** Every output, in the order of the contract. One without a value is empty. */
const OUTPUTS = [
    'conclusion',
    'error-kind',
    'message',
    'run-id',
    'run-url',
    'total',
    'passed',
    'failed',
    'errored',
    'skipped',
    'flaky',
    'quarantined',
    'pass-rate',
    'f1',
    'precision',
    'recall',
    'average-score',
    'regressions',
    'fixed',
    'duration-seconds',
    'report-directory',
    'ctrf-path',
    'junit-path',
    'artifact-id',
    'artifact-url',
];
/** The outputs that follow from the outcome alone. Counts are given only when some suite has results, be they partial. */
function outcomeOutputs(outcome) {
    const { suites } = outcome;
    const counted = suites.some(({ results }) => results !== undefined);
    const counts = (0,build_outcome/* sumCounts */.W_)(suites);
    const metrics = (0,build_outcome/* worstMetrics */.R)(suites);
    const comparisons = suites.flatMap(({ comparison }) => comparison ?? []);
    const figure = (value) => (value === undefined ? '' : String(value));
    const count = (value) => (counted ? String(value) : '');
    return new Map([
        ['conclusion', outcome.conclusion],
        ['error-kind', outcome.errorKind ?? ''],
        ['message', outcome.message],
        ['run-id', (0,run_id/* runIds */.mK)(suites.map(({ runId }) => runId))],
        ['run-url', (0,run_id/* perSuite */.UV)(suites.map(({ runUrl }) => runUrl))],
        ['total', count(counts.total)],
        ['passed', count(counts.passed)],
        ['failed', count(counts.failed)],
        ['errored', count(counts.errored)],
        ['skipped', count(counts.skipped)],
        ['flaky', count(counts.flaky)],
        ['quarantined', count(counts.quarantined)],
        ['pass-rate', (0,build_outcome/* passRateOf */.FJ)(suites)?.toFixed(2) ?? ''],
        ['f1', figure(metrics.f1)],
        ['precision', figure(metrics.precision)],
        ['recall', figure(metrics.recall)],
        ['average-score', figure(metrics.averageScore)],
        ['regressions', figure(sumOf(comparisons, ({ regressions }) => regressions.length))],
        ['fixed', figure(sumOf(comparisons, ({ fixed }) => fixed.length))],
        [
            'duration-seconds',
            suites.length === 0 ? '' : String(Math.round(Math.max(...suites.map(({ durationMs }) => durationMs)) / 1000)),
        ],
    ]);
}
/** Undefined where nothing was compared. */
function sumOf(comparisons, count) {
    return comparisons.length === 0 ? undefined : comparisons.reduce((sum, comparison) => sum + count(comparison), 0);
}
//# sourceMappingURL=outputs.js.map
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/modes.js
var modes = __webpack_require__(95104);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/report/failure-text.js
var failure_text = __webpack_require__(653);
// EXTERNAL MODULE: ./build/report/worst.js
var report_worst = __webpack_require__(57860);
;// CONCATENATED MODULE: ./build/report/annotations.js
/** What stands on the check itself. GitHub shows ten annotations a step and level, with 4,096 characters each. */






const CASES_SHOWN = 9;
const MESSAGE_CHARACTERS = 4_096;
/** So that a long reply leaves room for the checks below it. */
const LINE_CHARACTERS = 1_000;
const PART_CHARACTERS = 300;
const CHECKS_SHOWN = 5;
/** The ends that are told, with their titles; a green or merely started step says nothing. */
const OVERVIEW = {
    failed: { level: 'error', title: 'Agent tests failed' },
    inconclusive: { level: 'error', title: 'Agent tests were inconclusive' },
    'timed-out': { level: 'error', title: 'Agent tests timed out' },
    cancelled: { level: 'warning', title: 'Agent tests were cancelled' },
    error: { level: 'error', title: 'Agent tests could not be judged' },
    skipped: { level: 'warning', title: 'NOT TESTED' },
};
/** An overview, then the worst nine cases; none when the step passed or only started a run. */
function annotations(outcome) {
    const head = OVERVIEW[outcome.conclusion];
    if (head === undefined || (0,modes/* isStopWanted */.yB)(outcome))
        return [];
    const worst = (0,report_worst/* worstOfAll */.uS)(outcome);
    const shown = worst.slice(0, CASES_SHOWN);
    const overview = { ...head, message: overviewText(outcome, shown.length, worst.length) };
    return [overview, ...shown.map((entry, index) => caseAnnotation(entry, index, outcome))];
}
function overviewText(outcome, shown, worst) {
    const suites = outcome.suites.length < 2 ? [] : outcome.suites.filter(({ conclusion }) => conclusion !== 'passed');
    return joined([
        outcome.message,
        outcome.gate === '' || !(0,build_outcome/* isJudged */.sL)(outcome) ? '' : `Gate: ${outcome.gate}`,
        worst > shown ? `The worst ${shown} of ${(0,count_words/* countOf */.pq)(worst, 'cases')} follow; the job summary and the artifact have more.` : '',
        ...suites.map(({ suite, conclusion, reasons }) => `${suite}: ${conclusion}. ${reasons[0] ?? ''}`),
    ]);
}
function caseAnnotation({ suite, each }, index, outcome) {
    const title = `${each.status === 'failed' ? 'Failed case' : 'Case that could not be run'} (${index + 1})`;
    const where = outcome.suites.length > 1 ? `Suite: ${suite}` : '';
    const message = joined([each.name, where, each.message ?? '', ...checkLines(each)]);
    return { level: 'error', title, message, ...(each.place !== undefined && spot(each.place)) };
}
/** A path is our author's, but it goes into a command of the runner: what would break its line is no path of a file worth naming. */
function spot({ path, line }) {
    return (0,untrusted/* visible */.RK)(path) === path && !path.includes('\n') ? { file: path, startLine: line } : {};
}
function checkLines(each) {
    const failing = (0,report_worst/* failingChecks */.oe)(each);
    const lines = failing.slice(0, CHECKS_SHOWN).map((check) => (0,failure_text/* checkText */.qW)(check, PART_CHARACTERS));
    return failing.length > CHECKS_SHOWN
        ? [...lines, `and ${(0,count_words/* countOf */.pq)(failing.length - CHECKS_SHOWN, 'more failing checks')}`]
        : lines;
}
/** The lines that are not empty, each made harmless for the log, as one message that GitHub takes whole. */
function joined(lines) {
    const shown = lines.filter((line) => line !== '').map((line) => (0,untrusted/* oneLine */.TN)(line, LINE_CHARACTERS));
    return (0,untrusted/* cut */.Jj)(shown.join('\n'), MESSAGE_CHARACTERS);
}
//# sourceMappingURL=annotations.js.map
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/time-spans.js
var time_spans = __webpack_require__(94803);
// EXTERNAL MODULE: ./build/report/gate-case.js
var gate_case = __webpack_require__(20257);
;// CONCATENATED MODULE: ./build/report/ctrf.js





/** The whole text is in the vendor's file. */
const TEXT_CHARACTERS = 10_000;
/** The format has no word for a case that could not be run: that is `other`, with `rawStatus`. */
const STATUS = {
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    error: 'other',
};
/**
 * The results as CTRF, in pieces, since the whole may be longer than a string should be. Its summary counts the tests that
 * are listed; the vendor's own counts, which may have no rows beside them, are in `extra`. A suite that is not green by its
 * cases alone has a test named `agent-test-gate` with the reason.
 *
 * What the format has no field for is in `extra`, so that the outcome can be read back from the file: of a test its own
 * message, duration, checks, facts, turns, quarantine and place, or `gate: true` where it is ours and no case; of a suite
 * everything but its log and its cases, which are the next `tests` many of the list, ours included.
 */
function* ctrf(outcome) {
    const suites = (0,gate_case/* reportedSuites */.h)(outcome);
    const head = { reportFormat: 'CTRF', specVersion: '0.0.0', timestamp: (0,time_spans/* isoMoment */.QA)(outcome.finishedAt), generatedBy: gate_case/* GATE */.k };
    const tool = { name: gate_case/* GATE */.k, extra: { provider: outcome.provider } };
    yield `${JSON.stringify(head).slice(0, -1)},"results":{"tool":${JSON.stringify(tool)},`;
    yield `"summary":${JSON.stringify(summaryOf(suites, outcome))},"tests":[`;
    let separator = '\n';
    for (const test of testsOf(suites)) {
        yield `${separator}${JSON.stringify(test)}`;
        separator = ',\n';
    }
    yield `\n],"extra":${JSON.stringify(stepExtra(outcome, suites))}}}\n`;
}
function summaryOf(suites, outcome) {
    const { total, errored, quarantined, ...counts } = (0,results/* countCases */.zp)(suites.flatMap(({ cases }) => cases));
    return {
        tests: total,
        ...counts,
        pending: 0,
        other: errored + quarantined,
        suites: suites.length,
        start: Math.round(outcome.startedAt),
        stop: Math.round(outcome.finishedAt),
        duration: Math.max(0, Math.round(outcome.finishedAt - outcome.startedAt)),
    };
}
function* testsOf(suites) {
    for (const { name, cases, gateCase } of suites) {
        for (const each of cases)
            yield testOf(each, name, each === gateCase ? { gate: true } : caseExtra(each));
    }
}
function testOf(each, suite, extra) {
    const message = each.status === 'passed' ? undefined : (0,failure_text/* reasonText */.uV)(each, TEXT_CHARACTERS);
    const trace = (0,failure_text/* failingChecksText */.RW)(each, TEXT_CHARACTERS);
    return {
        name: each.name || '(no name)',
        ...statusOf(each),
        duration: Math.round(each.durationMs ?? 0),
        suite: [suite],
        ...(message !== undefined && { message }),
        ...(trace !== '' && { trace }),
        ...(each.place !== undefined && { filePath: each.place.path, line: each.place.line }),
        ...(each.tries > 1 && { retries: each.tries - 1 }),
        flaky: each.flaky,
        extra,
    };
}
/** A failure in quarantine counts neither as passed nor as failed. */
function statusOf({ status, quarantine }) {
    if (quarantine !== undefined)
        return { status: 'other', rawStatus: 'quarantined' };
    return { status: STATUS[status], ...(status === 'error' && { rawStatus: 'error' }) };
}
function caseExtra({ message, durationMs, checks, facts, turns, quarantine, place }) {
    return {
        ...(message !== undefined && { message: ctrf_short(message) }),
        ...(durationMs !== undefined && { durationMs }),
        checks: checks.map(checkExtra),
        ...(facts.size > 0 && { facts: factList(facts) }),
        ...(turns !== undefined && { turns: turns.map(({ speaker, text }) => ({ speaker: ctrf_short(speaker), text: ctrf_short(text) })) }),
        ...(quarantine !== undefined && { quarantine }),
        ...(place !== undefined && { place }),
    };
}
function checkExtra({ what, expected, found, passed }) {
    return { what: ctrf_short(what), expected: ctrf_short(expected), found: ctrf_short(found), passed };
}
function stepExtra(outcome, suites) {
    const listed = suites.flatMap((each) => (each.outcome === undefined ? [] : [suiteExtra(each.outcome, each.cases.length)]));
    return { ...outcome, suites: listed };
}
function suiteExtra({ results, said, log: _, ...rest }, tests) {
    const common = { ...rest, ...(said !== undefined && { said: ctrf_short(said) }), tests };
    if (results === undefined)
        return common;
    const { cases: __, figures, ...told } = results;
    return { ...common, ...told, figures: factList(figures) };
}
function factList(facts) {
    return [...facts].map(([name, value]) => ({ name: ctrf_short(name), value: ctrf_short(value) }));
}
function ctrf_short(text) {
    return (0,untrusted/* cut */.Jj)(text, TEXT_CHARACTERS);
}
//# sourceMappingURL=ctrf.js.map
// EXTERNAL MODULE: ./node_modules/fast-xml-builder/src/fxb.js + 3 modules
var fxb = __webpack_require__(43489);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
;// CONCATENATED MODULE: ./build/report/junit.js
/** `junit.xml`: the results as Jenkins, GitLab and most test viewers read them. */







/** Above the longest utterance of any vendor; readers keep names in indexes. */
const NAME_CHARACTERS = 4_000;
/** Parsers refuse nodes of some megabytes; the whole text is in the vendor's file. */
const junit_TEXT_CHARACTERS = 10_000;
const builder = new fxb/* default */.A({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
});
/**
 * The results in the JUnit format of Jenkins, in pieces, with one `testsuite` for each suite, which by itself is what Maven
 * Surefire writes. A suite that is not green by
 * its cases alone has a case named `agent-test-gate` with the reason. A failure in quarantine is a skipped case, as the
 * format has no failure that does not count.
 */
function* junit(outcome) {
    const suites = (0,gate_case/* reportedSuites */.h)(outcome);
    const { total, failed, errored } = (0,results/* countCases */.zp)(suites.flatMap(({ cases }) => cases));
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield opened('testsuites', {
        '@name': `agent-test-gate ${outcome.provider}`,
        '@tests': String(total),
        '@failures': String(failed),
        '@errors': String(errored),
        '@time': (0,figures/* junitSeconds */.K)(Math.max(0, outcome.finishedAt - outcome.startedAt)),
    });
    for (const suite of suites)
        yield* suitePieces(suite, outcome);
    yield '</testsuites>\n';
}
function* suitePieces(suite, outcome) {
    const { cases } = suite;
    const { total, failed, errored, skipped, quarantined } = (0,results/* countCases */.zp)(cases);
    const classname = nameText(`${outcome.provider}.${suite.name}`);
    yield opened('testsuite', {
        '@name': nameText(suite.name),
        '@tests': String(total),
        '@failures': String(failed),
        '@errors': String(errored),
        '@skipped': String(skipped + quarantined),
        '@time': (0,figures/* junitSeconds */.K)(suite.durationMs),
    });
    yield builder.build({ properties: { property: properties(suite, outcome) } });
    const names = caseNames(suite);
    for (const [index, each] of cases.entries())
        yield builder.build({ testcase: caseElement(each, names[index] ?? each.name, classname) });
    yield '</testsuite>\n';
}
/** The names of the cases are unique, unless ours is among them or one had to be changed. */
function caseNames({ cases, gateCase }) {
    const names = cases.map(({ name }) => nameText(name));
    const isSame = gateCase === undefined && names.every((name, index) => name === cases[index]?.name);
    return isSame ? names : (0,results/* uniqueNames */.uZ)(names);
}
/** The start tag alone, so that what is inside can follow piece by piece. */
function opened(name, attributes) {
    return builder.build({ [name]: attributes }).replace(/\/>\s*$/, '>\n');
}
function properties({ outcome: suite }, outcome) {
    const facts = [
        ['provider', outcome.provider],
        // No attribute, since Surefire's schema knows none for it.
        ['started-at', (0,time_spans/* isoMoment */.QA)(outcome.startedAt)],
        ['conclusion', suite?.conclusion ?? outcome.conclusion],
        ['error-kind', suite?.errorKind ?? outcome.errorKind],
        ['gate', outcome.gate],
        ['run-id', suite?.runId],
        ['run-url', suite?.runUrl],
        ...metricFacts(suite?.results?.metrics ?? {}),
        ...(suite?.results?.figures ?? []),
    ];
    return facts.flatMap(([name, value]) => (value === undefined ? [] : [property(name, value)]));
}
function metricFacts(metrics) {
    return [
        ['f1', metrics.f1?.toString()],
        ['precision', metrics.precision?.toString()],
        ['recall', metrics.recall?.toString()],
        ['average-score', metrics.averageScore?.toString()],
    ];
}
function property(name, value) {
    return { '@name': nameText(name), '@value': attributeText(value, NAME_CHARACTERS) };
}
function caseElement(each, name, classname) {
    const head = { '@name': name, '@classname': classname, '@time': (0,figures/* junitSeconds */.K)(each.durationMs ?? 0) };
    return { ...head, ...troubleElement(each), ...outputElement(each) };
}
function troubleElement(each) {
    if (each.status === 'passed')
        return {};
    if (each.quarantine !== undefined)
        return { skipped: { '@message': attributeText(quarantineText(each.quarantine)) } };
    const message = attributeText((0,failure_text/* reasonText */.uV)(each, junit_TEXT_CHARACTERS) ?? each.status);
    if (each.status === 'skipped')
        return { skipped: { '@message': message } };
    const body = (0,untrusted/* xmlText */.xK)((0,failure_text/* failingChecksText */.RW)(each, junit_TEXT_CHARACTERS));
    const detail = { '@message': message, '@type': each.status, ...(body !== '' && { '#text': body }) };
    return each.status === 'failed' ? { failure: detail } : { error: detail };
}
function quarantineText({ reason, expires }) {
    return `quarantined until ${expires}: ${reason}`;
}
/** What was said, where the vendor tells it, and before it what failed where a skipped case has no place for that. */
function outputElement(each) {
    const failure = each.quarantine === undefined ? [] : [(0,failure_text/* reasonText */.uV)(each, junit_TEXT_CHARACTERS) ?? '', ...furtherText(each)];
    const turns = (each.turns ?? []).map(({ speaker, text }) => `${speaker}: ${text}`);
    const text = [...failure, ...turns].join('\n');
    return text === '' ? {} : { 'system-out': (0,untrusted/* xmlText */.xK)((0,untrusted/* cut */.Jj)(text, junit_TEXT_CHARACTERS)) };
}
/** The failing checks, where the reason is not the only one of them. */
function furtherText(each) {
    const text = (0,failure_text/* failingChecksText */.RW)(each, junit_TEXT_CHARACTERS);
    return text === '' || text === (0,failure_text/* reasonText */.uV)(each, junit_TEXT_CHARACTERS) ? [] : [text];
}
/** Names may not be empty. */
function nameText(text) {
    return attributeText(text, NAME_CHARACTERS) || '(no name)';
}
/** XML readers turn line breaks in attributes into blanks: so do we, before names are made unique. */
function attributeText(text, characters = junit_TEXT_CHARACTERS) {
    return (0,untrusted/* xmlText */.xK)((0,untrusted/* cut */.Jj)(text, characters)).replace(/[\t\r\n]/g, ' ');
}
//# sourceMappingURL=junit.js.map
// EXTERNAL MODULE: ./build/report/changes.js
var changes = __webpack_require__(84662);
;// CONCATENATED MODULE: ./build/report/charts.js
/**
 * Charts in Mermaid's language, which GitHub draws in summaries. Nothing foreign comes into one but the letters and digits of
 * suites' names, since what else could be in it is Mermaid's to know. Colours that can be told apart on light and on dark.
 */





const MOST_SUITES = 30;
const LABEL_CHARACTERS = 24;
const WIDTH = 950;
const GREEN = { code: '#2da44e', sign: '🟩' };
const YELLOW = { code: '#d4a72c', sign: '🟨' };
const RED = { code: '#cf222e', sign: '🟥' };
const LINES = [
    GREEN,
    { code: '#4493f8', sign: '🟦' },
    { code: '#fb8f44', sign: '🟧' },
    { code: '#a371f7', sign: '🟪' },
    { code: '#8d6e63', sign: '🟫' },
];
/**
 * How much of each suite passed, failed or could not be run. Only where there are several suites and not all is green: else the
 * numbers say as much. A suite with partial results has no bar: its cases that had ended are not all of it.
 */
function* suitesChart({ suites }) {
    const judged = suites.flatMap(shareOf);
    if (judged.length < 2 || judged.every(({ passed }) => passed === 100))
        return;
    const shown = judged.length > MOST_SUITES ? worstShares(judged) : judged;
    const labels = (0,results/* uniqueNames */.uZ)(shown.map(({ label }) => label));
    // The bars cover each other: what is seen of the last of them is what passed, of the first what failed.
    yield* chart(70 + 30 * shown.length, [RED, YELLOW, GREEN], 'xychart-beta horizontal', [
        `x-axis [${labels.map((label) => `"${label}"`).join(', ')}]`,
        'y-axis "% of the cases" 0 --> 100',
        `bar [${shown.map(() => 100).join(', ')}]`,
        `bar [${shown.map(({ passed, errored }) => rounded(passed + errored)).join(', ')}]`,
        `bar [${shown.map(({ passed }) => rounded(passed)).join(', ')}]`,
    ]);
    const some = shown.length < judged.length ? ` · the worst ${shown.length} of ${(0,count_words/* wholeNumber */.rD)(judged.length)} suites` : '';
    yield* caption(`${GREEN.sign} passed · ${YELLOW.sign} could not be run · ${RED.sign} failed${some}`);
}
function shareOf(outcome, index) {
    const { passed = 0, failed = 0, errored = 0 } = outcome.results?.counts ?? {};
    const all = passed + failed + errored;
    if (all === 0 || !(0,build_outcome/* hasWholeResults */.ik)(outcome))
        return [];
    return [{ label: label(outcome.suite, index), passed: (100 * passed) / all, errored: (100 * errored) / all }];
}
function worstShares(shares) {
    return shares.toSorted((left, right) => left.passed - right.passed).slice(0, MOST_SUITES);
}
/** Letters, digits and what joins them: nothing that Mermaid could take for its own. */
function label(name, index) {
    const harmless = name.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim();
    return harmless === '' ? `suite ${index + 1}` : (0,untrusted/* cut */.Jj)(harmless, LABEL_CHARACTERS);
}
/** Pass rate and metrics of the branch's last runs and of this one; nothing with fewer than two runs to compare with. */
function* trendChart(outcome) {
    const points = [...(outcome.baseline === undefined ? [] : earlierPoints(outcome.baseline)), ...pointOf(outcome)];
    if ((outcome.baseline?.trend.length ?? 0) < 2 || points.length < 2)
        return;
    const given = results/* METRICS */.Cb.filter((name) => points.every(({ metrics }) => metrics[name] !== undefined));
    const series = [
        { title: 'pass rate', values: points.map((point) => point.passRate) },
        ...given.map((name) => ({
            title: figures/* METRIC_TITLES */.pK[name],
            values: points.map(({ metrics }) => rounded(100 * (metrics[name] ?? 0))),
        })),
    ];
    const lowest = Math.min(...series.flatMap(({ values }) => values));
    yield* chart(220, LINES.slice(0, series.length), 'xychart-beta', [
        `x-axis [${(0,results/* uniqueNames */.uZ)(points.map((point) => point.label))
            .map((text) => `"${text}"`)
            .join(', ')}]`,
        `y-axis "%" ${Math.max(0, 10 * Math.floor((lowest - 1) / 10))} --> 100`,
        ...series.map(({ values }) => `line [${values.join(', ')}]`),
    ]);
    yield* caption(`In per cent: ${series.map(({ title }, index) => `${LINES[index]?.sign} ${title}`).join(' · ')}`);
}
function earlierPoints({ trend }) {
    return trend.flatMap((point) => point.passRate === undefined ? [] : [{ label: (0,figures/* day */.vd)(point.finishedAt), passRate: point.passRate, metrics: point.metrics }]);
}
function pointOf({ suites }) {
    const rate = (0,build_outcome/* passRateOf */.FJ)(suites);
    return rate === undefined ? [] : [{ label: 'this run', passRate: rate, metrics: (0,build_outcome/* worstMetrics */.R)(suites) }];
}
function rounded(percent) {
    return Math.floor(percent * 100) / 100;
}
function* chart(height, colours, kind, lines) {
    const plotColorPalette = colours.map(({ code }) => code).join(', ');
    const xyChart = { backgroundColor: 'transparent', plotColorPalette };
    yield '```mermaid';
    yield `%%{init: ${JSON.stringify({ xyChart: { width: WIDTH, height }, themeVariables: { xyChart } })}}%%`;
    yield kind;
    for (const line of lines)
        yield `  ${line}`;
    yield '```';
    yield '';
}
function caption(markup) {
    return [`<p>${markup}</p>`, ''];
}
//# sourceMappingURL=charts.js.map
// EXTERNAL MODULE: ./build/report/counts-table.js
var counts_table = __webpack_require__(16106);
// EXTERNAL MODULE: ./build/sentences.js
var sentences = __webpack_require__(21022);
// EXTERNAL MODULE: ./build/report/markup.js
var markup = __webpack_require__(29271);
;// CONCATENATED MODULE: ./build/report/findings.js



const SIGNS = { holds: '✅', broken: '❌', limited: '⚠️', unknown: '❔' };
function stateCell(state) {
    return `${SIGNS[state]} ${(0,sentences/* capitalised */.Iu)(figures/* STATE_WORDS */.I7[state])}`.replaceAll(' ', '&nbsp;');
}
/** In the order in which they were looked at; nothing in other modes. */
function* findingsTable({ findings = [] }) {
    if (findings.length === 0)
        return;
    yield '<table>';
    yield (0,markup/* titleRow */.$)([{ markup: 'Check' }, { markup: 'State' }, { markup: 'Result' }]);
    for (const { what, state, detail } of findings)
        yield (0,markup/* row */.nM)([{ markup: (0,markup/* sentence */.em)(what) }, { markup: stateCell(state) }, { markup: (0,markup/* sentence */.em)(detail) }]);
    yield '</table>';
    yield '';
}
//# sourceMappingURL=findings.js.map
// EXTERNAL MODULE: ./build/report/opening.js
var opening = __webpack_require__(82171);
// EXTERNAL MODULE: ./build/report/suite-section.js + 1 modules
var suite_section = __webpack_require__(64607);
;// CONCATENATED MODULE: ./build/report/summary.js
/** The job summary: what a reviewer sees, in the order of need, within what GitHub takes. */











/** In bytes of UTF-8. The runner drops a summary above 1 MiB as a whole, and other steps' words come on top of ours. */
const SUMMARY_BYTES = 900 * 1024;
/** From all there is to what always fits. */
const EXTENTS = [
    { green: true, worst: Number.POSITIVE_INFINITY, eachSuite: true },
    { green: false, worst: Number.POSITIVE_INFINITY, eachSuite: true },
    { green: false, worst: 200, eachSuite: true },
    { green: false, worst: 20, eachSuite: true },
    { green: false, worst: 0, eachSuite: true },
];
const TOTALS_ONLY = { green: false, worst: 0, eachSuite: false };
/**
 * The outcome as Markdown for `GITHUB_STEP_SUMMARY`, at most {@link SUMMARY_BYTES}. What does not fit is left out in
 * steps: the passing cases, all but the worst 200, all but the worst 20, all cases, all suites; and the page says so.
 */
function summary(outcome, links = {}) {
    const worst = (0,report_worst/* worstOfAll */.uS)(outcome);
    for (const extent of EXTENTS.filter((each) => leastBytes(outcome, worst, each) <= SUMMARY_BYTES)) {
        const text = joinWithin(page(outcome, links, worst, extent), SUMMARY_BYTES);
        if (text !== undefined)
            return text;
    }
    return [...page(outcome, links, worst, TOTALS_ONLY)].join('\n');
}
/** What no row of a table is shorter than, in bytes. */
const SHORTEST_ROW = '<tr><td><code></code></td></tr>'.length;
/** So that what can never fit is not begun. */
function leastBytes({ suites }, worst, extent) {
    const all = suites.reduce((sum, { results }) => sum + (results?.cases.length ?? 0), 0);
    return SHORTEST_ROW * (extent.green ? all : Math.min(worst.length, extent.worst));
}
/** The lines as one text, or nothing as soon as they are too many: the rest is then never made. */
function joinWithin(lines, bytes) {
    const taken = [];
    let size = 0;
    for (const line of lines) {
        size += Buffer.byteLength(line) + 1;
        if (size > bytes)
            return undefined;
        taken.push(line);
    }
    return taken.join('\n');
}
function* page(outcome, links, worst, extent) {
    yield* (0,opening/* opening */.z)(outcome, { heading: 'h2' });
    yield* facts(outcome, links);
    yield* omission(outcome, extent);
    yield* findingsTable(outcome);
    yield* (0,changes/* changes */.A)(outcome, extent.worst > 0);
    yield* (0,counts_table/* countsTable */.P)(outcome, extent.eachSuite);
    yield* suitesChart(outcome);
    if (extent.worst > 0)
        yield* sections(outcome, worst, extent);
    yield* trend(outcome);
}
function* facts(outcome, links) {
    const alone = outcome.suites.length === 1 ? outcome.suites[0] : undefined;
    const run = alone === undefined ? '' : `${(0,suite_section/* runFacts */.pI)(alone)}<br>`;
    yield* (0,markup/* blocks */.Bv)(`<p>${run}${stepFacts(outcome, links).join(' · ')}</p>`);
}
function stepFacts(outcome, links) {
    const { provider, gate, suites, startedAt, finishedAt } = outcome;
    return [
        ...(0,opening/* reportLinks */.A)(links),
        ...(provider === '' ? [] : [`Provider ${(0,markup/* foreign */.V$)(provider)}`]),
        ...((0,build_outcome/* isJudged */.sL)(outcome) && gate !== '' ? [`Gate: ${(0,markup/* sentence */.em)(gate)}`] : []),
        ...(suites.length === 1 ? [] : [(0,time_spans/* timeSpan */.wL)(Math.max(0, finishedAt - startedAt))]),
    ];
}
function* omission(outcome, extent) {
    if (extent.green)
        return;
    const why = 'everything would be more than a job summary can hold';
    yield* (0,markup/* blocks */.Bv)(`<p>✂️ ${leftOut(outcome, extent)}, because ${why}. The artifact has it all.</p>`);
}
function leftOut(outcome, { worst, eachSuite }) {
    if (worst === 0)
        return eachSuite ? 'Only counts are shown' : 'Only counts are shown, those of all suites together';
    const { failed, errored } = (0,build_outcome/* sumCounts */.W_)(outcome.suites);
    return worst < failed + errored
        ? `Only the worst ${(0,count_words/* wholeNumber */.rD)(worst)} of ${(0,count_words/* wholeNumber */.rD)(failed + errored)} cases that failed or could not be run are shown`
        : 'Cases that passed or were skipped are not listed';
}
/** So many cases stand open on a page, or nobody would scroll to what follows; of each suite at least a few. */
const OPEN_CASES = 25;
const LEAST_OPEN = 3;
/** More suites than this are folded where they passed. */
const OPEN_PASSED = 5;
function* sections(outcome, worst, extent) {
    const chosen = worst.slice(0, extent.worst).map(({ each }) => each);
    const view = {
        green: extent.green,
        open: Math.max(LEAST_OPEN, Math.floor(OPEN_CASES / new Set(worst.map(({ suite }) => suite)).size)),
        alone: outcome.suites.length === 1,
        mode: outcome.mode,
        noun: outcome.noun || 'cases',
        told: outcome.suites.length === 1 ? outcome.reasons : [],
        ...(chosen.length < worst.length && { worst: new Set(chosen) }),
    };
    const ordered = outcome.suites.toSorted((left, right) => (0,build_outcome/* gravity */.fp)(left.conclusion) - (0,build_outcome/* gravity */.fp)(right.conclusion));
    const passed = ordered.filter(({ conclusion }) => conclusion === 'passed');
    const folded = passed.length > OPEN_PASSED ? passed : [];
    for (const suite of ordered.slice(0, ordered.length - folded.length))
        yield* (0,suite_section/* suiteSection */.CJ)(suite, view);
    if (folded.length > 0)
        yield* (0,markup/* details */.zH)(`✅ ${(0,count_words/* wholeNumber */.rD)(folded.length)} suites passed`, sectionsOf(folded, view));
}
function* sectionsOf(suites, view) {
    for (const suite of suites)
        yield* (0,suite_section/* suiteSection */.CJ)(suite, view);
}
function* trend(outcome) {
    const lines = [...trendChart(outcome)];
    if (lines.length > 0)
        yield* (0,markup/* blocks */.Bv)(`<h3>Trend of ${(0,markup/* foreign */.V$)(outcome.baseline?.branch ?? '')}</h3>`);
    yield* lines;
}
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/time-limit.js
var time_limit = __webpack_require__(52553);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
;// CONCATENATED MODULE: ./build/timed-disk.js


/** How long an answer may take, in milliseconds; when the step is over already, or cancelled, not much. */
const ANSWER = { usual: 60_000, late: 900 };
const SILENT = 'the disk did not answer in time';
/** The disk in a step that has to be over at `deadline`, on the monotonic clock. */
function timedDisk({ clock, cancelled }, deadline) {
    let hangs = false;
    return {
        get hangs() {
            return hangs;
        },
        async ask(action) {
            if (hangs)
                throw (0,trouble/* lastingTrouble */.Ac)('network', SILENT);
            const ms = (0,time_limit/* timeFor */.tn)(ANSWER, deadline, clock);
            return (0,time_limit/* within */.ux)({ clock, ms, signal: cancelled, graceMs: ANSWER.late, why: () => SILENT }, (late) => {
                late.addEventListener('abort', () => {
                    hangs = true;
                });
                return action();
            });
        },
    };
}
//# sourceMappingURL=timed-disk.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/artifact-tries.js
var artifact_tries = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/temporary-folder.js
var temporary_folder = __webpack_require__(26788);
;// CONCATENATED MODULE: ./build/upload.js
/** The upload of a step's files: all of them as one artifact, and the report as a page that a browser opens. */









/** The name of the report in the report directory. */
const PAGE = 'report.html';
/** How long an upload may take, in milliseconds, where the deadline does not come first; after it not much. */
const LIMIT = { usual: 5 * 60_000, page: 3 * 60_000, late: 1200 };
/** Uploads what was written and the vendor's files. Never rejects; undefined when there is nothing to keep, or when it failed. */
async function uploadFiles(outcome, written, directory, uploading) {
    const { artifact, log } = uploading;
    if (artifact === undefined)
        return undefined;
    if (!(0,modes/* findsOut */.xG)(outcome.mode))
        return undefined;
    if (outcome.conclusion === 'cancelled') {
        log.say(`The workflow was cancelled, so no artifact is uploaded; the files are in ${directory.path}`);
        return undefined;
    }
    const { name = 'agent-test-gate', retentionDays } = artifact;
    const upload = async (store) => {
        const files = [...written, ...(await withoutSecrets(outcome, directory, uploading))];
        return store.upload({ name, files, root: directory.path, retentionDays });
    };
    return (0,harmless/* harmless */.I)('the artifact', uploading, () => withStore(uploading, LIMIT.usual, upload));
}
/**
 * Uploads the report by itself, where one was written and there is time, for a browser to open from the page of the run. A
 * single file's artifact is called as the file is, so a copy goes up, of a name that is free since the artifact's was.
 * Never rejects.
 */
async function uploadPage(outcome, written, artifact, uploading) {
    const report = written.find((file) => (0,external_node_path_.basename)(file) === PAGE);
    const { rim } = uploading;
    if (report === undefined || outcome.conclusion === 'timed-out' || rim.cancelled.aborted)
        return undefined;
    const upload = (store) => (0,temporary_folder/* inTemporaryFolder */.P)(rim.temporary, 'agent-test-gate-page-', async (folder) => {
        const file = (0,external_node_path_.join)(folder, `${artifact.name}.html`);
        await (0,promises_.copyFile)(report, file);
        return store.uploadPage({ file, retentionDays: uploading.artifact?.retentionDays });
    });
    return (0,harmless/* harmless */.I)('the report as a page of its own', uploading, () => withStore(uploading, LIMIT.page, upload));
}
/** For at most so long, hiccups included; after the deadline or a cancellation of the workflow only for a moment. */
function withStore(uploading, usual, action) {
    const { rim, deadline } = uploading;
    const { clock, cancelled } = rim;
    const ms = (0,time_limit/* timeFor */.tn)({ usual, late: LIMIT.late }, deadline, clock);
    const why = () => (cancelled.aborted ? 'the workflow was cancelled' : `it was not done after ${(0,time_spans/* timeSpan */.wL)(ms)}`);
    const limit = { clock, ms, signal: cancelled, graceMs: LIMIT.late, why };
    const end = clock.now() + ms;
    return (0,time_limit/* within */.ux)(limit, async (signal) => action((0,artifact_tries/* patientStore */.v)(await rim.artifactStore(), { signal, deadline: end }, uploading)));
}
/** The vendor's files but those that hold a credential of ours: what an artifact holds, everybody can read who can read the repository. */
async function withoutSecrets(outcome, directory, uploading) {
    const clean = [];
    for (const file of outcome.suites.flatMap(({ files }) => files)) {
        const path = (0,external_node_path_.join)(directory.path, file);
        const isClean = await (0,harmless/* harmless */.I)(file, uploading, async () => !(await holdsSecret(path, uploading.redactor)));
        if (isClean === true)
            clean.push(path);
        if (isClean === false)
            uploading.log.warn(`${file} contains one of the step's credentials and is kept out of the artifact; replace that credential`);
    }
    return clean;
}
async function holdsSecret(path, redactor) {
    const scanner = redactor.scanner();
    for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
        if (chunk instanceof Uint8Array && scanner.push(chunk))
            return true;
    }
    return false;
}
//# sourceMappingURL=upload.js.map
;// CONCATENATED MODULE: ./build/publish.js








/**
 * Publishes the outcome, and gives whether its conclusion could be put out: a step whose conclusion no other step can read must
 * not be green. Nothing else that fails here changes the verdict. Never rejects.
 */
async function publish(outcome, publishing) {
    const isTold = tellConclusion(outcome, publishing);
    await publishRest(outcome, publishing);
    return isTold;
}
function tellConclusion({ conclusion }, { rim, log }) {
    try {
        rim.runner.output('conclusion', conclusion);
        return true;
    }
    catch (thrown) {
        const fact = `the output conclusion could not be written (${(0,harmless/* causeOf */.r)(thrown) ?? 'see the log for the cause'})`;
        log.warn(`${fact}, so the step fails whatever its verdict is; check the disk of the runner`, String(thrown));
        return false;
    }
}
async function publishRest(outcome, publishing) {
    const { rim, directory } = publishing;
    const outputs = outcomeOutputs(outcome);
    for (const name of OUTPUTS.filter((each) => each !== 'conclusion')) {
        await (0,harmless/* harmless */.I)(`the output ${name}`, publishing, async () => rim.runner.output(name, outputs.get(name) ?? ''));
    }
    const text = summary(outcome);
    // Of the runner's file another disk may have to do than of the report directory.
    const [disk, runnersDisk] = [timedDisk(rim, publishing.deadline), timedDisk(rim, publishing.deadline)];
    const written = directory === undefined ? [] : await writeFiles(outcome, text, { directory, disk }, publishing);
    await (0,harmless/* harmless */.I)('the job summary', publishing, () => runnersDisk.ask(() => rim.runner.summary(text)));
    if (publishing.annotations)
        await (0,harmless/* harmless */.I)('the annotations', publishing, async () => annotations(outcome).forEach(rim.runner.annotate));
    const links = directory === undefined || disk.hangs ? {} : await upload(outcome, written, { directory, runnersDisk }, publishing);
    const { comment } = publishing;
    if (comment === undefined || comment.mode === 'off')
        return;
    await (0,harmless/* harmless */.I)('the comment', publishing, async () => {
        // Loaded here, since it is seldom asked for.
        const { commentOn } = await __webpack_require__.e(/* import() */ 116).then(__webpack_require__.bind(__webpack_require__, 94116));
        await commentOn(outcome, comment, links, publishing);
    });
}
/** Uploads what was written, and tells the summary where it is. */
async function upload(outcome, written, { directory, runnersDisk }, publishing) {
    const { runner } = publishing.rim;
    const artifact = await uploadFiles(outcome, written, directory, publishing);
    if (artifact === undefined)
        return {};
    await (0,harmless/* harmless */.I)('the outputs of the artifact', publishing, async () => {
        runner.output('artifact-id', artifact.id);
        runner.output('artifact-url', artifact.url);
    });
    const page = await uploadPage(outcome, written, artifact, publishing);
    const links = { artifactUrl: artifact.url, ...(page !== undefined && { pageUrl: page.url }) };
    await (0,harmless/* harmless */.I)('the job summary', publishing, () => runnersDisk.ask(() => runner.summary(summary(outcome, links))));
    return links;
}
/** Our files, each by itself, so that one that fails leaves the others. Gives the paths of those that were written. */
async function writeFiles(outcome, summaryText, { directory, disk }, publishing) {
    const { runner } = publishing.rim;
    const files = [
        { name: 'ctrf.json', pieces: () => ctrf(outcome), output: 'ctrf-path' },
        { name: 'junit.xml', pieces: () => junit(outcome), output: 'junit-path' },
        { name: 'summary.md', pieces: () => [summaryText] },
        // Loaded when it is needed: its script and style would hold the start.
        { name: PAGE, pieces: async () => (await __webpack_require__.e(/* import() */ 449).then(__webpack_require__.bind(__webpack_require__, 79449))).page(outcome) },
    ];
    const written = [];
    await (0,harmless/* harmless */.I)('the output report-directory', publishing, async () => runner.output('report-directory', directory.path));
    for (const { name, pieces, output } of files) {
        await (0,harmless/* harmless */.I)(name, publishing, async () => {
            const path = await directory.write(name, await pieces(), disk);
            written.push(path);
            if (output !== undefined)
                runner.output(output, path);
        });
    }
    return written;
}
//# sourceMappingURL=publish.js.map

/***/ }),

/***/ 78999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ verdictWords),
/* harmony export */   v: () => (/* binding */ advice)
/* harmony export */ });
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95104);
/** How each end of a step or suite is put into words for people, and what they can do about it. */

const VERDICTS = {
    passed: '✅ Passed',
    failed: '❌ Failed',
    inconclusive: '⚠️ Inconclusive',
    'timed-out': '⏱ Timed out',
    cancelled: '🚫 Cancelled',
    error: '💥 Error',
    skipped: '⏭ NOT TESTED',
    started: '🚀 Started',
};
const COLLECT = 'A run that is still under way at the vendor can be resumed with <code>mode: collect</code> and its id.';
const ERROR_ADVICE = {
    config: 'Correct the inputs of this step, then run the job again.',
    auth: 'Check that the credentials belong to this account and agent, are still valid, and have the permission that is needed.',
    network: 'Run the job again. If it persists, check <code>base-url</code>, proxy and certificates of the runner.',
    'rate-limit': 'Run the job again later, with a longer <code>poll-interval-seconds</code>.',
    vendor: 'The problem is on the vendor’s side: see what it said, and the page of the run. Running the job again may be enough.',
    contract: 'If the sentence above names an input, change that first. Otherwise the vendor answered in a way that does not match its documentation: please report it to agent-test-gate.',
    security: 'Something unsafe was refused. A host that you trust can be named in <code>download-hosts</code>.',
    internal: 'This is a bug in agent-test-gate. Please report it, with the log.',
};
const LACK_ADVICE = {
    cases: 'Check the suite, the inputs that choose what runs, the quarantine file and <code>min-tests</code>. Running the job again changes nothing by itself.',
    artifacts: 'Look for the job that left no artifact. If all of them did, check that <code>artifact-pattern</code> matches every name and that <code>expected-artifacts</code> is their number.',
};
/** For what is no agent's answer. */
const FAILED_ADVICE = {
    resources: 'Open the publish at the vendor, fix what it reports for these resources, and publish again.',
};
const FAILED = 'Correct the agent, or the test where it expects what is out of date.';
/** The verdict in words, with its sign. That a run was stopped is no trouble where the mode asks for just that. */
function verdictWords(conclusion, mode) {
    return (0,_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .isStopWanted */ .yB)({ mode, conclusion }) ? '⏹ Stopped' : VERDICTS[conclusion];
}
/** What to do now, in markup of ours; nothing when all is well. */
function advice(outcome) {
    if (outcome.mode === 'cancel')
        return outcome.conclusion === 'error' ? plainAdvice(outcome) : undefined;
    const text = outcome.mode === 'report' ? (adviceToReport(outcome) ?? plainAdvice(outcome)) : plainAdvice(outcome);
    // With wrong inputs the run is not found either.
    const isBrokenOff = ['error', 'timed-out', 'cancelled'].includes(outcome.conclusion) && outcome.errorKind !== 'config';
    return text !== undefined && isBrokenOff && outcome.suites.some(({ isUnderWay }) => isUnderWay) ? `${text} ${COLLECT}` : text;
}
function plainAdvice({ conclusion, errorKind, lack, noun, suites }) {
    switch (conclusion) {
        case 'error':
            return ERROR_ADVICE[errorKind ?? 'internal'];
        case 'failed':
            return FAILED_ADVICE[noun] ?? FAILED;
        case 'inconclusive':
            return `Treat this as neither a pass nor a failure. ${lack === undefined ? 'Running the job again may settle it.' : LACK_ADVICE[lack]}`;
        case 'timed-out':
            return suites.some(({ runId }) => runId !== undefined)
                ? 'Raise <code>timeout-minutes</code>, or check the vendor’s page to see what is delaying the run.'
                : 'Raise <code>timeout-minutes</code>, or remove the error that is named above.';
        case 'cancelled':
            return 'Run the job again.';
        case 'skipped':
            return 'Give the credentials to this step. Pull requests from forks and from Dependabot get none: test those on a branch.';
        case 'started':
            return 'No result is known yet: <code>mode: collect</code> with this run’s id waits for it and reports.';
        case 'passed':
            return undefined;
    }
}
/** Nothing is asked of a vendor: what broke off is a job of another name, or the way to its artifact. */
function adviceToReport({ conclusion, errorKind, suites }) {
    if (!['error', 'timed-out', 'cancelled'].includes(conclusion))
        return undefined;
    if (suites.length > 0)
        return 'See the suites below, and the jobs that judged them.';
    if (conclusion === 'timed-out')
        return 'Raise <code>timeout-minutes</code>.';
    if (errorKind !== 'network')
        return undefined;
    return 'Run the job again. Artifacts can only be read in a workflow run on GitHub, by a runner that reaches its artifact service.';
}
//# sourceMappingURL=advice.js.map

/***/ }),

/***/ 84662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ changes),
/* harmony export */   Z: () => (/* binding */ caseMarks)
/* harmony export */ });
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64971);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21022);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31730);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81822);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29271);
/** What changed since the baseline: the first thing to know after the verdict. */





const NAME_CHARACTERS = 120;
const METRICS_SHOWN = 40;
const LINES_CHARACTERS = 1000;
/** In the order of need. */
const KINDS = [
    { kind: 'regressions', sign: '🔻', title: 'Regressions', shown: 20, words: (count) => (0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(count, 'regressions') },
    ...[
        ['fixed', '🎉', 'Fixed'],
        ['stillFailing', '➖', 'Still failing'],
        ['added', '🆕', 'New'],
        ['gone', '🗑️', 'Gone'],
    ].map(([kind, sign, title]) => ({
        kind,
        sign,
        title,
        shown: 50,
        words: (count, failed) => `${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(count)} ${title.toLowerCase()}${kind === 'added' ? failedClause(count, failed) : ''}`,
    })),
];
/** What has no earlier verdict has to be told with that of now. */
function failedClause(count, failed) {
    if (failed === 0)
        return '';
    if (count === 1)
        return ', which failed';
    return failed === count ? ', all of which failed' : `, ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(failed)} of which failed`;
}
/**
 * The regressions, what was fixed, still fails, is new or gone, and the metrics with their difference; a sentence where there is
 * no baseline although one was asked for; else nothing. Without `names` there are only counts.
 */
function* changes(outcome, names) {
    const { baseline, noBaseline, suites } = outcome;
    if (noBaseline !== undefined)
        yield* withoutBaseline(noBaseline);
    const compared = suites.flatMap((suite) => (isCompared(suite) ? [suite] : []));
    if (baseline === undefined && compared.length === 0)
        return;
    // Where other jobs compared, each may have had another baseline.
    const branch = baseline === undefined ? 'the baseline' : (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(baseline.branch, NAME_CHARACTERS);
    yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<h3>Since ${baseline === undefined ? branch : `the last run of ${branch}`}</h3>`);
    const run = baseline === undefined ? '' : ` · ${(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('that run', baseline.runUrl)}`;
    yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<p>${changeCounts(compared, suites.length)}${run}</p>`);
    if (names)
        yield* nameLists(compared, suites.length > 1);
    yield* metricTable(compared, suites.length > 1, baseline === undefined ? 'Baseline' : branch);
}
/** How each case stands against the baseline, by its name: markup to be shown beside it. */
function caseMarks(comparison) {
    if (comparison === undefined)
        return new Map();
    const marks = (names, markup) => names.map((name) => [name, markup]);
    return new Map([
        ...marks(comparison.stillFailing, 'still failing'),
        ...marks(comparison.added, '🆕 new'),
        ...marks(comparison.fixed, '🎉 fixed'),
        ...marks(comparison.regressions, '🔻 <b>regression</b>'),
    ]);
}
function* withoutBaseline(why) {
    const [told, lines] = (0,_sentences_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceAndLines */ .k$)(why);
    yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<p>ℹ️ ${(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_0__/* .capitalised */ .Iu)(told))}</p>`);
    if (lines !== '')
        yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .codeBlock */ .DV)(lines, LINES_CHARACTERS));
}
function isCompared(suite) {
    return suite.comparison !== undefined;
}
function changeCounts(suites, all) {
    if (suites.length === 0)
        return `${all === 1 ? 'The suite cannot' : 'None of the suites can'} be compared with it`;
    const told = KINDS.flatMap((each) => {
        const words = wordsOf(each, suites);
        return words === '' ? [] : [`${each.sign} ${each.kind === 'regressions' ? `<b>${words}</b>` : words}`];
    });
    const some = suites.length < all ? [`${suites.length} of ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(all, 'suites')} ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isOrAre */ .Cj)(suites.length)} compared`] : [];
    return [...(told.length === 0 ? ['Each case ended as it did there'] : told), ...some].join(' · ');
}
function wordsOf({ kind, words }, suites) {
    const count = sumOf(kind, suites);
    return count === 0 ? '' : words(count, kind === 'added' ? sumOfFailed(suites) : 0);
}
/** How many of the new cases failed. */
function sumOfFailed(suites) {
    return suites.reduce((sum, { comparison, results }) => {
        const added = new Set(comparison.added);
        const failed = results?.cases.filter(({ name, status, quarantine }) => status === 'failed' && !quarantine && added.has(name));
        return sum + (failed?.length ?? 0);
    }, 0);
}
function sumOf(kind, suites) {
    return suites.reduce((sum, { comparison }) => sum + comparison[kind].length, 0);
}
/** The regressions stand open, and all else is folded. */
function* nameLists(suites, apart) {
    const [regressions, ...others] = KINDS;
    if (sumOf('regressions', suites) > 0 && regressions !== undefined)
        yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(nameList(regressions, suites, apart));
    const there = others.filter(({ kind }) => sumOf(kind, suites) > 0);
    const lists = there.flatMap((each) => [`<p>${each.sign} ${wordsOf(each, suites)}</p>`, nameList(each, suites, apart), '']);
    if (lists.length > 0)
        yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(there.map(({ sign, title }) => `${sign} ${title}`).join(' · '), lists);
}
function nameList({ kind, shown }, suites, apart) {
    const names = suites.flatMap(({ suite, comparison }) => comparison[kind].slice(0, shown).map((name) => shownName(name, apart ? suite : undefined)));
    const more = sumOf(kind, suites) - Math.min(shown, names.length);
    return (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)([...names.slice(0, shown), ...(more > 0 ? [`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(more)} more, in the artifact`] : [])]);
}
function shownName(name, suite) {
    const shown = (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(name, NAME_CHARACTERS);
    return suite === undefined ? shown : `${shown} in ${(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(suite, NAME_CHARACTERS)}`;
}
function* metricTable(suites, apart, before) {
    const all = suites.flatMap(({ suite, comparison }) => comparison.metrics.map((change) => ({ suite, change })));
    if (all.length === 0)
        return;
    const regressedFirst = all.toSorted((left, right) => Number(right.change.regressed) - Number(left.change.regressed));
    yield '<table>';
    const titles = ['Metric', before, 'This run', 'Difference'];
    yield (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .titleRow */ .$)([...(apart ? ['Suite'] : []), ...titles].map((markup) => ({ markup })));
    for (const { suite, change } of regressedFirst.slice(0, METRICS_SHOWN))
        yield (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)([...(apart ? [{ markup: (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(suite) }] : []), ...metricCells(change)]);
    yield '</table>';
    yield '';
    if (all.length > METRICS_SHOWN)
        yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<p>${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)(all.length - METRICS_SHOWN)} more, in the artifact.</p>`);
}
function metricCells({ name, before, now, regressed }) {
    return [
        { markup: _figures_js__WEBPACK_IMPORTED_MODULE_1__/* .METRIC_TITLES */ .pK[name] },
        { markup: (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .score */ .fN)(before), align: 'right' },
        { markup: (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .score */ .fN)(now), align: 'right' },
        { markup: `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .scoreDifference */ .Iw)(before, now)}${regressed ? ' 🔻 <b>regression</b>' : ''}`, align: 'right' },
    ];
}
//# sourceMappingURL=changes.js.map

/***/ }),

/***/ 16106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ countsTable)
/* harmony export */ });
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64971);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97072);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26878);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78999);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81822);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29271);
/** Counts and metrics in tables: one row, or one for each suite and one for all of them. Few columns, since many do not fit a narrow screen. */






const COUNTS = [
    { title: 'Cases', value: ({ counts }) => shown(counts?.total) },
    countColumn('Passed', 'passed'),
    countColumn('Failed', 'failed'),
    countColumn('Errored', 'errored'),
    countColumn('Skipped', 'skipped'),
    countColumn('Quarantined', 'quarantined'),
    countColumn('Flaky', 'flaky'),
    { title: 'Pass&nbsp;rate', value: ({ passRate }) => percent(passRate) },
];
/**
 * Counts, pass rate, and the metrics that there are; nothing when no suite has results. `eachSuite` gives a row to every
 * suite where there are several; the row for all of them has the worst metrics, which a gate looks at. What is nothing, or
 * not known, in all suites has no column.
 */
function* countsTable(outcome, eachSuite) {
    const { suites } = outcome;
    const total = figuresOf(suites);
    const counts = COUNTS.filter((column) => saysSomething(column, total));
    const metrics = _results_js__WEBPACK_IMPORTED_MODULE_3__/* .METRICS */ .Cb.map(metricColumn).filter((column) => saysSomething(column, total));
    if (eachSuite && suites.length > 1) {
        yield* suitesTable(outcome, total, [...counts, ...metrics]);
        return;
    }
    yield* rowTable(total, counts);
    // Beside their difference they are told already.
    const compared = suites.length === 1 && suites[0]?.comparison !== undefined && suites[0].comparison.metrics.length >= metrics.length;
    yield* rowTable(total, compared ? [] : metrics);
}
function saysSomething({ value, when }, total) {
    return when === undefined ? value(total) !== undefined : when(total);
}
function* rowTable(total, columns) {
    if (columns.length === 0)
        return;
    yield* ['<table>', (0,_markup_js__WEBPACK_IMPORTED_MODULE_4__/* .titleRow */ .$)(titlesOf(columns)), (0,_markup_js__WEBPACK_IMPORTED_MODULE_4__/* .row */ .nM)(figureCells(total, columns)), '</table>', ''];
}
function* suitesTable({ suites, mode }, total, columns) {
    yield '<table>';
    yield (0,_markup_js__WEBPACK_IMPORTED_MODULE_4__/* .titleRow */ .$)([{ markup: 'Suite' }, ...titlesOf(columns)]);
    for (const suite of suites)
        yield (0,_markup_js__WEBPACK_IMPORTED_MODULE_4__/* .row */ .nM)([suiteCell(suite, mode), ...figureCells(figuresOf([suite]), columns)]);
    if (columns.length > 0)
        yield (0,_markup_js__WEBPACK_IMPORTED_MODULE_4__/* .row */ .nM)([{ markup: '<b>All suites</b>' }, ...figureCells(total, columns)]);
    yield '</table>';
    yield '';
}
function titlesOf(columns) {
    return columns.map(({ title }) => ({ markup: title }));
}
/** The verdict stands below the name, where it takes no column. */
function suiteCell({ suite, conclusion }, mode) {
    return { markup: `${(0,_markup_js__WEBPACK_IMPORTED_MODULE_4__/* .foreign */ .V$)(suite)}<br>${(0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L)(conclusion, mode).replaceAll(' ', '&nbsp;')}` };
}
function figuresOf(suites) {
    const isCounted = suites.some(({ results }) => results !== undefined);
    return { counts: isCounted ? (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .sumCounts */ .W_)(suites) : undefined, passRate: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .passRateOf */ .FJ)(suites), metrics: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .worstMetrics */ .R)(suites) };
}
function figureCells(figures, columns) {
    return columns.map(({ value }) => ({ markup: value(figures) ?? '–', align: 'right' }));
}
function countColumn(title, name) {
    return { title, value: ({ counts }) => shown(counts?.[name]), when: ({ counts }) => (counts?.[name] ?? 0) > 0 };
}
function metricColumn(name) {
    return {
        title: _figures_js__WEBPACK_IMPORTED_MODULE_2__/* .METRIC_TITLES */ .pK[name],
        value({ metrics }) {
            const metric = metrics[name];
            return metric === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .score */ .fN)(metric);
        },
    };
}
function shown(count) {
    return count === undefined ? undefined : (0,_count_words_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeNumber */ .rD)(count);
}
function percent(rate) {
    return rate === undefined ? undefined : `${rate}&nbsp;%`;
}
//# sourceMappingURL=counts-table.js.map

/***/ }),

/***/ 653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RW: () => (/* binding */ failingChecksText),
/* harmony export */   qW: () => (/* binding */ checkText),
/* harmony export */   uV: () => (/* binding */ reasonText)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31730);
/* harmony import */ var _worst_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57860);


/** A check in one sentence; each text of the vendor is cut to that many characters. */
function checkText(check, characters) {
    const { what, expected, found } = check;
    return `${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(what, characters)}: expected ${quoted(expected, characters)}, found ${quoted(found, characters)}`;
}
/** Why the case is not green: its message, else its first failing check, else nothing. */
function reasonText(each, characters) {
    if (each.message !== undefined)
        return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(each.message, characters);
    const first = each.checks.find(({ passed }) => !passed);
    return first && (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(checkText(first, characters), characters);
}
/** One line for each failing check, as many as fit; empty when there are none. */
function failingChecksText(each, characters) {
    const lines = (0,_worst_js__WEBPACK_IMPORTED_MODULE_1__/* .failingChecks */ .oe)(each).map((check) => checkText(check, characters));
    return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(lines.join('\n'), characters);
}
function quoted(text, characters) {
    return text === '' ? 'nothing' : `“${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, characters)}”`;
}
//# sourceMappingURL=failure-text.js.map

/***/ }),

/***/ 81822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I7: () => (/* binding */ STATE_WORDS),
/* harmony export */   Iw: () => (/* binding */ scoreDifference),
/* harmony export */   K: () => (/* binding */ junitSeconds),
/* harmony export */   fN: () => (/* binding */ score),
/* harmony export */   pK: () => (/* binding */ METRIC_TITLES),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/** A score from 0 to 1 with at most four decimals, cut and never rounded up: 0.99999 reads `0.9999`. */
function score(value) {
    return value < 0.0001 ? '0' : String(value).replace(/(\.\d{4})\d+$/, '$1');
}
/** How far a score went, with its sign. Of the exact scores, so that it can differ in the last digit from what is shown of them. */
function scoreDifference(before, now) {
    // 0.9 - 0.8 is 0.09999999999999998 to a computer.
    const size = score(Number(Math.abs(now - before).toFixed(9)));
    if (size === '0')
        return '±0';
    return now > before ? `+${size}` : `−${size}`;
}
/** Milliseconds as seconds with three decimals, as JUnit writes them: `0.850`. */
function junitSeconds(ms) {
    return (ms / 1000).toFixed(3);
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Milliseconds since 1970 as a day for people, in UTC: `4 Mar`. */
function day(ms) {
    const date = new Date(ms);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
/** The metrics as people call them. */
const METRIC_TITLES = {
    f1: 'F1',
    precision: 'Precision',
    recall: 'Recall',
    averageScore: 'Average score',
};
/** The states of what mode `doctor` looked at, as people call them. */
const STATE_WORDS = {
    holds: 'OK',
    broken: 'broken',
    limited: 'limited',
    unknown: 'not checked',
};
//# sourceMappingURL=figures.js.map

/***/ }),

/***/ 20257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ reportedSuites),
/* harmony export */   k: () => (/* binding */ GATE)
/* harmony export */ });
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97072);
/**
 * The case of our own in the machine-readable reports. Readers of JUnit and CTRF know cases only: a suite that ended
 * without results, or one that missed a gate although each of its cases passed, would look green to them.
 */

/** The name of that case, and of the suite that carries it when no suite of the step does. */
const GATE = 'agent-test-gate';
/** All suites of the step, each with a case of ours where its cases alone would tell another story than its conclusion. */
function reportedSuites(outcome) {
    const suites = outcome.suites.map(reportedSuite);
    const told = outcome.suites.some(({ conclusion }) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .gravity */ .fp)(conclusion) <= (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .gravity */ .fp)(outcome.conclusion));
    if (told)
        return suites;
    const durationMs = Math.max(0, outcome.finishedAt - outcome.startedAt);
    return [{ name: GATE, ...withGateCase([], outcome.conclusion, outcome.message), durationMs }, ...suites];
}
function reportedSuite(outcome) {
    const { suite: name, conclusion, reasons, durationMs, results } = outcome;
    const cases = results?.cases ?? [];
    const listed = needsGateCase(conclusion, cases) ? withGateCase(cases, conclusion, reasons.join('; ')) : { cases };
    return { name, ...listed, durationMs, outcome };
}
function needsGateCase(conclusion, cases) {
    if (conclusion === 'passed')
        return cases.length === 0;
    return conclusion !== 'failed' || !cases.some(({ status, quarantine }) => status === 'failed' && quarantine === undefined);
}
function withGateCase(cases, conclusion, message) {
    const gateCase = {
        ...{ name: GATE, status: statusOf(conclusion), message },
        ...{ flaky: false, tries: 1, checks: [], facts: new Map() },
    };
    return { cases: [gateCase, ...cases], gateCase };
}
function statusOf(conclusion) {
    if (conclusion === 'passed' || conclusion === 'failed')
        return conclusion;
    return conclusion === 'skipped' || conclusion === 'started' ? 'skipped' : 'error';
}
//# sourceMappingURL=gate-case.js.map

/***/ }),

/***/ 29271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ titleRow),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Us: () => (/* binding */ CELL_CHARACTERS),
/* harmony export */   V$: () => (/* binding */ foreign),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   je: () => (/* binding */ NO_REASON),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   wg: () => (/* binding */ foldable),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31730);
/**
 * The HTML that the job summary is made of. It is HTML and not Markdown because GitHub takes a block that begins with a
 * tag as it is: no Markdown comes to life in it, whatever stands there, and cells can span rows. All functions but
 * `blocks` and `details` give lines without a blank one, which would end such a block.
 */

/** Cells of the vendor's text hold no more. */
const CELL_CHARACTERS = 500;
/** In the place of a reason where there is none. */
const NO_REASON = 'The vendor gave no reason.';
/** So many characters without a blank make a line: four columns of them are as wide as a summary, and more would be out of sight. */
const LONG_WORD = /\S{24}(?=\S)/gu;
/** With its brackets, so that `split` gives the words between them too. */
const MENTION = /(\S*[@#]\S*)/;
/**
 * Text of the vendor as a code span, cut, and broken where a word is too long for a column; where none of it can be seen
 * it reads `nothing`.
 */
function foreign(text, characters = CELL_CHARACTERS) {
    const code = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, characters).replace(LONG_WORD, '$&\n'), characters);
    return code === '<code></code>' ? '<i>nothing</i>' : code;
}
/** What is longer is folded, and its beginning shown. */
const FOLDED_CHARACTERS = 240;
const BEGINNING_CHARACTERS = 140;
const UNFOLDED_CHARACTERS = 2_000;
/** Text of the vendor like {@link foreign}; a long one is folded, and then more of it is shown. */
function foldable(text) {
    if (text.length <= FOLDED_CHARACTERS)
        return foreign(text);
    return `<details><summary>${foreign(text, BEGINNING_CHARACTERS)}</summary>${foreign(text, UNFOLDED_CHARACTERS)}</details>`;
}
/**
 * A sentence of ours that may name foreign things, cut: escaped as code is, without looking like it. Only words that
 * GitHub could take for a mention or a reference are shown as code, which is where it looks for none.
 */
function sentence(text, characters = CELL_CHARACTERS) {
    const parts = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, characters).split(MENTION);
    return parts.map((part, index) => (index % 2 === 1 ? (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(part) : plain(part))).join('');
}
function plain(text) {
    return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(text).slice('<code>'.length, -'</code>'.length);
}
/** A link of markup that is safe already; only the markup where the address is not one of the web. */
function link(markup, address) {
    const url = URL.parse(address);
    if (url === null || !['https:', 'http:'].includes(url.protocol))
        return markup;
    return `<a href="${url.href.replaceAll('&', '&amp;').replaceAll("'", '%27')}">${markup}</a>`;
}
/** One row of a table. */
function row(cells) {
    return `<tr>${cells.map((cell) => element('td', cell)).join('')}</tr>`;
}
/** The row of column titles of a table. */
function titleRow(titles) {
    return `<tr>${titles.map((title) => element('th', title)).join('')}</tr>`;
}
/** Items as a list; they are safe already. */
function list(items) {
    return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}
/** Blocks of markup, in lines: a blank one ends each. */
function blocks(...all) {
    return all.flatMap((block) => [block, '']);
}
/** Blocks that are folded under a title of ours. */
function* details(title, inner) {
    yield '<details>';
    yield `<summary>${title}</summary>`;
    yield '';
    yield* inner;
    yield '</details>';
    yield '';
}
function element(tag, { markup, rows = 1, columns = 1, align, width }) {
    const attributes = [
        align === undefined ? '' : ` align="${align}"`,
        width === undefined ? '' : ` width="${width}"`,
        rows === 1 ? '' : ` rowspan="${rows}" valign="top"`,
        columns === 1 ? '' : ` colspan="${columns}"`,
    ];
    return `<${tag}${attributes.join('')}>${markup}</${tag}>`;
}
//# sourceMappingURL=markup.js.map

/***/ }),

/***/ 82171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reportLinks),
/* harmony export */   z: () => (/* binding */ opening)
/* harmony export */ });
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21022);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78999);
/* harmony import */ var _markup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29271);
/* harmony import */ var _suite_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64607);




/** The verdict as a heading, the reasons, and what can be done. */
function* opening(outcome, manner) {
    const { conclusion, mode, message, reasons, suites } = outcome;
    const { heading, nameCharacters, reasonCharacters } = manner;
    const [why = message, ...others] = reasons;
    const alone = suites.length === 1 ? suites[0] : undefined;
    const name = alone === undefined ? '' : `: ${(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(alone.suite, nameCharacters)}`;
    yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<${heading}>${(0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L)(conclusion, mode)}${name}</${heading}>`);
    yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<p><b>${(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_0__/* .capitalised */ .Iu)(why), reasonCharacters)}</b></p>`);
    yield* (0,_suite_section_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(others, manner.reasons);
    const todo = (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .advice */ .v)(outcome);
    if (todo !== undefined)
        yield* (0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`<p>${todo}</p>`);
}
/** Links to the report and to all files, as far as they are there. */
function reportLinks({ pageUrl, artifactUrl }) {
    return [
        ...(pageUrl === undefined ? [] : [(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('Open the report', pageUrl)]),
        ...(artifactUrl === undefined ? [] : [(0,_markup_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('All files (artifact)', artifactUrl)]),
    ];
}
//# sourceMappingURL=opening.js.map

/***/ }),

/***/ 64607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pI: () => (/* binding */ runFacts),
  hC: () => (/* binding */ suite_section_sentences),
  CJ: () => (/* binding */ suiteSection)
});

// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(72380);
// EXTERNAL MODULE: ./build/sentences.js
var sentences = __webpack_require__(21022);
// EXTERNAL MODULE: ./build/time-spans.js
var time_spans = __webpack_require__(94803);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/report/advice.js
var advice = __webpack_require__(78999);
// EXTERNAL MODULE: ./build/report/failure-text.js
var failure_text = __webpack_require__(653);
// EXTERNAL MODULE: ./build/report/markup.js
var report_markup = __webpack_require__(29271);
;// CONCATENATED MODULE: ./build/report/case-tables.js
/** The cases of a suite as tables of the job summary. All of it comes in lines, so that whoever joins them can stop. */





/** So many checks of one case are shown. */
const CHECKS_SHOWN = 20;
const COLUMNS_BESIDE_NAME = 3;
const CONVERSATION_CHARACTERS = 4_000;
const QUARANTINED_SHOWN = 200;
const REASON_CHARACTERS = 300;
const SKIPPED_TITLES = titles('Case', 'Why it was skipped');
const QUARANTINE_TITLES = titles('Case', 'What failed', 'Why it does not count', 'Until');
const CHECK_TITLES = [
    { markup: 'Checked', width: '22%' },
    { markup: 'Expected', width: '22%' },
    { markup: 'Found', width: '22%' },
];
const MESSAGE_TITLES = [{ markup: 'What happened', columns: COLUMNS_BESIDE_NAME }];
/** Cases that failed or could not be run, with expected and found side by side; those beyond the first `open` ones are folded. */
function* troubleTables(cases, column, marks, open) {
    yield* troubleTable(cases.slice(0, open), column, marks);
    const folded = cases.slice(open);
    if (folded.length > 0)
        yield* (0,report_markup/* details */.zH)(`${(0,count_words/* wholeNumber */.rD)(folded.length)} more`, troubleTable(folded, column, marks));
}
/** Cases whose failure does not count, with the reason and the last day of that. */
function* quarantinedTable(cases) {
    yield '<table>';
    yield (0,report_markup/* titleRow */.$)(QUARANTINE_TITLES);
    for (const each of cases.slice(0, QUARANTINED_SHOWN)) {
        const { reason = '', expires = '' } = each.quarantine ?? {};
        const failure = (0,failure_text/* reasonText */.uV)(each, REASON_CHARACTERS) ?? report_markup/* NO_REASON */.je;
        yield (0,report_markup/* row */.nM)([
            { markup: (0,report_markup/* foreign */.V$)(each.name) },
            { markup: (0,report_markup/* sentence */.em)(failure) },
            { markup: (0,report_markup/* sentence */.em)(reason, REASON_CHARACTERS) },
            { markup: (0,report_markup/* sentence */.em)(expires) },
        ]);
    }
    yield '</table>';
    yield '';
    const more = cases.length - QUARANTINED_SHOWN;
    if (more > 0)
        yield* [`<p>${(0,count_words/* wholeNumber */.rD)(more)} more, in the artifact.</p>`, ''];
}
/** Cases that passed, in the vendor's order; columns that would be empty are left out. */
function* passedTable(cases, column, marks) {
    const columns = PASSED_COLUMNS.filter(({ when }) => cases.some(when));
    yield '<table>';
    yield (0,report_markup/* titleRow */.$)([{ markup: column }, ...columns.map(({ title }) => ({ markup: title }))]);
    for (const each of cases)
        yield (0,report_markup/* row */.nM)([nameCell(each, marks), ...columns.map(({ value }) => right(value(each)))]);
    yield '</table>';
    yield '';
}
const PASSED_COLUMNS = [
    { title: 'Checks', when: ({ checks }) => checks.length > 0, value: checksMet },
    {
        title: 'Time',
        when: ({ durationMs }) => durationMs !== undefined,
        value: ({ durationMs }) => (durationMs === undefined ? '' : (0,time_spans/* timeSpan */.wL)(durationMs)),
    },
    {
        title: 'Tries',
        when: ({ tries, flaky }) => tries > 1 || flaky,
        value: ({ tries, flaky }) => `${tries}${flaky ? ' ⚠️ flaky' : ''}`,
    },
];
/** Cases that were skipped, with the reason where there is one. */
function* skippedTable(cases) {
    yield '<table>';
    yield (0,report_markup/* titleRow */.$)(SKIPPED_TITLES);
    for (const { name, message } of cases)
        yield (0,report_markup/* row */.nM)([{ markup: (0,report_markup/* foreign */.V$)(name) }, { markup: message === undefined ? '' : (0,report_markup/* foreign */.V$)(message) }]);
    yield '</table>';
    yield '';
}
function* troubleTable(cases, column, marks) {
    const checked = cases.some(({ checks }) => checks.length > 0);
    yield '<table>';
    yield `<thead>${(0,report_markup/* titleRow */.$)([{ markup: column }, ...(checked ? CHECK_TITLES : MESSAGE_TITLES)])}</thead>`;
    for (const each of cases)
        yield* troubleRows(each, marks);
    yield '</table>';
    yield '';
}
/**
 * The name reaches over the rows of the case: its message, its checks with the failing ones first, its facts. They are a
 * body of their own, so that GitHub's stripes begin anew with each case.
 */
function* troubleRows(each, marks) {
    const rows = [...messageRows(each), ...checkRows(each.checks), ...conversationRows(each), ...factRows(each)];
    const name = { ...nameCell(each, marks), rows: rows.length };
    yield '<tbody>';
    for (const [index, cells] of rows.entries())
        yield (0,report_markup/* row */.nM)(index === 0 ? [name, ...cells] : cells);
    yield '</tbody>';
}
function nameCell({ name }, marks) {
    const mark = marks.get(name);
    return { markup: mark === undefined ? (0,report_markup/* foreign */.V$)(name) : `${(0,report_markup/* foreign */.V$)(name)}<br><sub>${mark}</sub>` };
}
function messageRows({ message, checks }) {
    if (message !== undefined)
        return [[{ markup: (0,report_markup/* foldable */.wg)(message), columns: COLUMNS_BESIDE_NAME }]];
    return checks.length > 0 ? [] : [[{ markup: report_markup/* NO_REASON */.je, columns: COLUMNS_BESIDE_NAME }]];
}
function checkRows(checks) {
    const failingFirst = checks.toSorted((left, right) => Number(left.passed) - Number(right.passed));
    const rows = failingFirst.slice(0, CHECKS_SHOWN).map(checkRow);
    const more = checks.length - rows.length;
    return more === 0
        ? rows
        : [...rows, [{ markup: `${(0,count_words/* countOf */.pq)(more, 'more checks')}, in the artifact`, columns: COLUMNS_BESIDE_NAME }]];
}
function checkRow({ what, expected, found, passed }) {
    return [{ markup: `${passed ? '✅' : '❌'} ${(0,report_markup/* foreign */.V$)(what)}` }, { markup: (0,report_markup/* foldable */.wg)(expected) }, { markup: (0,report_markup/* foldable */.wg)(found) }];
}
function factRows({ facts, flaky, tries }) {
    const told = [...facts].map(([name, value]) => `${name}: ${value}`);
    const all = flaky || tries > 1 ? [...told, `Tries: ${tries}`] : told;
    if (all.length === 0)
        return [];
    // Folded, since expected and found are what a reviewer looks for, and the rest is for whoever mends the agent.
    const markup = `<details><summary>More from the vendor</summary>${(0,report_markup/* foreign */.V$)(all.join(' · '), report_markup/* CELL_CHARACTERS */.Us)}</details>`;
    return [[{ markup, columns: COLUMNS_BESIDE_NAME }]];
}
/** The conversation, folded; what is too long for a summary is in the artifact. */
function conversationRows({ turns = [] }) {
    if (turns.length === 0)
        return [];
    const text = turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n');
    const title = `Conversation (${(0,count_words/* countOf */.pq)(turns.length, 'turns')})`;
    return [
        [
            {
                markup: `<details><summary>${title}</summary>${(0,untrusted/* codeBlock */.DV)(text, CONVERSATION_CHARACTERS)}</details>`,
                columns: COLUMNS_BESIDE_NAME,
            },
        ],
    ];
}
function checksMet({ checks }) {
    return checks.length === 0 ? '' : `${checks.filter(({ passed }) => passed).length} of ${checks.length}`;
}
function right(markup) {
    return { markup, align: 'right' };
}
function titles(...words) {
    return words.map((markup) => ({ markup }));
}
//# sourceMappingURL=case-tables.js.map
// EXTERNAL MODULE: ./build/report/changes.js
var changes = __webpack_require__(84662);
// EXTERNAL MODULE: ./build/report/worst.js
var worst = __webpack_require__(57860);
;// CONCATENATED MODULE: ./build/report/suite-section.js
/** What the job summary says of one suite: why, the cases in order of need, and the rest folded. */










const SAID_CHARACTERS = 4_000;
const SENTENCES_SHOWN = 20;
const FACTS_SHOWN = 100;
/** The section of one suite, in lines. */
function* suiteSection(suite, extent) {
    if (!extent.alone)
        yield* (0,report_markup/* blocks */.Bv)(`<h3>${(0,advice/* verdictWords */.L)(suite.conclusion, extent.mode)}: ${(0,report_markup/* foreign */.V$)(suite.suite)}</h3>`, `<p>${runFacts(suite)}</p>`);
    yield* suite_section_sentences(suite.reasons.filter((reason) => !extent.told.includes(reason)));
    if (suite.said !== undefined)
        yield* (0,report_markup/* blocks */.Bv)('<p>The vendor said:</p>', (0,untrusted/* codeBlock */.DV)(suite.said, SAID_CHARACTERS));
    if (suite.results !== undefined)
        yield* resultBlocks(suite, suite.results, extent);
    if (suite.files.length > 0)
        yield* (0,report_markup/* details */.zH)(`Files from the vendor, unchanged (${(0,count_words/* wholeNumber */.rD)(suite.files.length)})`, fileList(suite.files));
}
/** Where and how long the suite ran, in one line. No blank is put into an id, so that it can be copied. */
function runFacts({ runId, runUrl, durationMs, artifact }) {
    const run = runId === undefined ? 'No run is known' : `Run ${(0,untrusted/* inlineCode */.ti)((0,run_id/* shortId */.m_)(runId))}`;
    const page = runUrl === undefined ? [] : [(0,report_markup/* link */.nf)('Page of the run at the vendor', runUrl)];
    const files = artifact === undefined ? [] : [(0,report_markup/* link */.nf)(`Artifact ${(0,report_markup/* foreign */.V$)(artifact.name)}`, artifact.url)];
    return [run, ...page, ...files, (0,time_spans/* timeSpan */.wL)(durationMs)].join(' · ');
}
function* resultBlocks(suite, results, extent) {
    const marks = (0,changes/* caseMarks */.Z)(suite.comparison);
    yield* troubleBlocks((0,worst/* worstFirst */.md)(suite), results.counts, marks, extent);
    const untold = results.contradictions.filter((each) => !suite.reasons.some((reason) => reason.includes(each)));
    if (untold.length > 0)
        yield* heading('Inconsistencies', extent);
    yield* suite_section_sentences(untold);
    if (results.warnings.length > 0)
        yield* heading('Warnings', extent);
    yield* suite_section_sentences(results.warnings);
    if (results.figures.size > 0)
        yield* (0,report_markup/* details */.zH)('All figures from the vendor', figureTable(results.figures));
    const quarantined = results.cases.filter(({ quarantine }) => quarantine !== undefined);
    const title = `🔕 Quarantined ${extent.noun}: failed, but not counted (${(0,count_words/* wholeNumber */.rD)(quarantined.length)})`;
    if (quarantined.length > 0)
        yield* (0,report_markup/* details */.zH)(title, quarantinedTable(quarantined));
    if (extent.green)
        yield* greenBlocks(results, marks, extent);
}
function* troubleBlocks(worst, counts, marks, extent) {
    for (const [status, title] of TROUBLES) {
        const ranked = worst.filter((each) => each.status === status);
        const listed = ranked.filter((each) => extent.worst?.has(each) ?? true);
        const count = Math.max(counts[COUNT_OF[status]], ranked.length);
        if (count > 0)
            yield* heading(`${title(extent.noun)} (${(0,count_words/* wholeNumber */.rD)(count)})`, extent);
        if (listed.length > 0)
            yield* troubleTables(listed, (0,sentences/* capitalised */.Iu)(extent.noun), marks, extent.open);
        if (ranked.length > listed.length)
            yield* (0,report_markup/* blocks */.Bv)(`<p>${(0,count_words/* wholeNumber */.rD)(ranked.length - listed.length)} more, in the artifact.</p>`);
        if (count > ranked.length)
            yield* (0,report_markup/* blocks */.Bv)(`<p>The vendor gave no details for ${(0,count_words/* wholeNumber */.rD)(count - ranked.length)} of them.</p>`);
    }
}
const TROUBLES = [
    ['failed', (noun) => `❌ Failed ${noun}`],
    ['error', (noun) => `⚠️ ${(0,sentences/* capitalised */.Iu)(noun)} that could not be run`],
];
const COUNT_OF = { failed: 'failed', error: 'errored' };
function* greenBlocks({ cases }, marks, { noun }) {
    const passed = cases.filter(({ status }) => status === 'passed');
    if (passed.length > 0)
        yield* (0,report_markup/* details */.zH)(`✅ Passed ${noun} (${(0,count_words/* wholeNumber */.rD)(passed.length)})`, passedTable(passed, (0,sentences/* capitalised */.Iu)(noun), marks));
    const skipped = cases.filter(({ status }) => status === 'skipped');
    if (skipped.length > 0)
        yield* (0,report_markup/* details */.zH)(`⏭ Skipped ${noun} (${(0,count_words/* wholeNumber */.rD)(skipped.length)})`, skippedTable(skipped));
}
function* figureTable(figures) {
    yield '<table>';
    yield (0,report_markup/* titleRow */.$)([{ markup: 'Figure' }, { markup: 'Value' }]);
    for (const [name, value] of figures.entries().take(FACTS_SHOWN))
        yield (0,report_markup/* row */.nM)([{ markup: (0,report_markup/* foreign */.V$)(name) }, { markup: (0,report_markup/* foreign */.V$)(value) }]);
    yield '</table>';
    yield '';
}
function fileList(files) {
    return (0,report_markup/* blocks */.Bv)((0,report_markup/* list */.p_)(files.slice(0, FACTS_SHOWN).map((file) => (0,untrusted/* inlineCode */.ti)(file))));
}
/** A list of sentences; those beyond the first `most` are counted. */
function* suite_section_sentences(all, most = SENTENCES_SHOWN) {
    if (all.length === 0)
        return;
    const shown = all.slice(0, most).map((each) => (0,report_markup/* sentence */.em)((0,sentences/* capitalised */.Iu)(each)));
    yield* (0,report_markup/* blocks */.Bv)((0,report_markup/* list */.p_)(all.length > shown.length ? [...shown, `${(0,count_words/* wholeNumber */.rD)(all.length - shown.length)} more, in the artifact`] : shown));
}
function heading(title, { alone }) {
    return (0,report_markup/* blocks */.Bv)(alone ? `<h3>${title}</h3>` : `<h4>${title}</h4>`);
}
//# sourceMappingURL=suite-section.js.map

/***/ }),

/***/ 57860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   oe: () => (/* binding */ failingChecks),
/* harmony export */   uS: () => (/* binding */ worstOfAll)
/* harmony export */ });
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26878);

/** The checks that were not met, in the vendor's order. */
function failingChecks(each) {
    return each.checks.filter((check) => !check.passed);
}
/**
 * The cases of a suite that failed or could not be run, the worst first: what passed on the baseline before what did not,
 * failed before errored, more failing checks before fewer, else in the order they came. Without those in quarantine.
 */
function worstFirst(suite) {
    return rank([suite]).map(({ each }) => each);
}
/** The same over all suites of a step. */
function worstOfAll(outcome) {
    return rank(outcome.suites);
}
function rank(suites) {
    return suites
        .flatMap(inTrouble)
        .sort((left, right) => Number(right.regressed) - Number(left.regressed) ||
        Number(left.errored) - Number(right.errored) ||
        right.failing - left.failing)
        .map(({ suite, each }) => ({ suite, each }));
}
function inTrouble({ suite, results, comparison }) {
    const regressions = new Set(comparison?.regressions);
    const cases = (results?.cases ?? []).filter(_results_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnexcused */ .vL);
    return cases.map((each) => ({
        suite,
        each,
        regressed: regressions.has(each.name),
        errored: each.status === 'error',
        failing: failingChecks(each).length,
    }));
}
//# sourceMappingURL=worst.js.map

/***/ }),

/***/ 26788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ inTemporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** A folder for the time of one action. */


/**
 * Gives the action a new folder whose name begins with the prefix, and removes it with all that is in it. Rejects when it cannot
 * be made, and as the action does; one that cannot be removed is left, since what was done in it is done.
 */
async function inTemporaryFolder(within, prefix, action) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(within, prefix));
    try {
        return await action(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
}
//# sourceMappingURL=temporary-folder.js.map

/***/ })

};

