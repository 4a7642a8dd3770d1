export const id = 939;
export const ids = [939];
export const modules = {

/***/ 31939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  koreConversation: () => (/* binding */ koreConversation)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./build/answer.js
var answer = __webpack_require__(63412);
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/places.js
var places = __webpack_require__(16542);
// EXTERNAL MODULE: ./build/shapes.js
var shapes = __webpack_require__(32500);
// EXTERNAL MODULE: ./build/unknown-status.js
var unknown_status = __webpack_require__(54113);
// EXTERNAL MODULE: ./build/providers/provider.js
var provider = __webpack_require__(74096);
// EXTERNAL MODULE: ./build/providers/kore/client.js
var kore_client = __webpack_require__(46202);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/providers/kore/status-word.js
var status_word = __webpack_require__(81868);
;// CONCATENATED MODULE: ./build/providers/kore/conversation-step.js
/** One step in the answer about a Kore.ai conversation test: its shape, and the case that it becomes. */



/** What is only shown may come in any form. */
const Shown = schemas/* pipe */.FsL(schemas/* optional */.lqM(schemas/* unknown */.L5J()), schemas/* transform */.pdi((value) => (typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, ''))));
const Expectation = schemas/* object */.Ikc({ text: Shown, nodeId: Shown, key: Shown, value: Shown, status: Shown });
const Assertion = (0,shapes/* lenient */.W_)(schemas/* object */.Ikc({ enabled: (0,shapes/* lenient */.W_)(schemas/* boolean */.zMY()), status: Shown, contains: (0,shapes/* lenient */.W_)(schemas/* array */.YOg(Expectation)) }));
const Output = schemas/* object */.Ikc({
    text: Shown,
    nodeId: Shown,
    nodeName: Shown,
    assertions: (0,shapes/* lenient */.W_)(schemas/* object */.Ikc({ text: Assertion, context: Assertion, flowLevel: Assertion })),
    textMismatch: (0,shapes/* lenient */.W_)(schemas/* boolean */.zMY()),
});
const Outputs = (0,shapes/* lenient */.W_)(schemas/* array */.YOg(Output));
/** The fields that are used of one step. */
const Step = schemas/* object */.Ikc({ input: Shown, event: Shown, status: Shown, outputs: Outputs, actualOutput: Outputs });
const STEP_STATUS = new Map([
    ['passed', 'passed'],
    ['pass', 'passed'],
    ['success', 'passed'],
    ['failed', 'failed'],
    ['fail', 'failed'],
    ['failure', 'failed'],
    ['skipped', 'skipped'],
    ['notexecuted', 'skipped'],
    ['notrun', 'skipped'],
]);
/** How a step ended; a word that nobody knows is no success. */
function statusOf(step) {
    return STEP_STATUS.get((0,status_word/* plainWord */.hx)(step.status)) ?? 'error';
}
/** A step as a case. The status decides, whatever the assertions and `textMismatch` say. */
function toCase(step, index) {
    const status = statusOf(step);
    const checks = checksOf(step);
    const message = messageOf(status, checks);
    return {
        name: step.input || step.event || `step ${index + 1}`,
        status,
        flaky: false,
        tries: 1,
        checks,
        facts: factsOf(step),
        turns: turnsOf(step),
        ...(message !== undefined && { message }),
    };
}
function messageOf(status, checks) {
    if (status === 'error')
        return 'the vendor reported an unknown status for this step';
    if (status === 'skipped')
        return 'this step was not executed';
    return status === 'failed' && checks.every(({ passed }) => passed)
        ? 'the vendor does not say which assertion of this step failed'
        : undefined;
}
function factsOf({ event, outputs, actualOutput }) {
    const isMismatch = [...(outputs ?? []), ...(actualOutput ?? [])].some(({ textMismatch }) => textMismatch === true);
    return new Map([
        ...(event === '' ? [] : [['Event', event]]),
        ...(isMismatch ? [['Text mismatch', 'true']] : []),
    ]);
}
function turnsOf({ input, event, outputs, actualOutput }) {
    const said = (actualOutput ?? outputs ?? []).map(({ text }) => ({ speaker: 'bot', text }));
    return [{ speaker: 'user', text: input || event }, ...said].filter(({ text }) => text !== '');
}
const ASSERTIONS = [
    ['text', 'text'],
    ['context', 'context'],
    ['flowLevel', 'flow'],
];
/** What a step asserts. The assertions stand in `outputs` and again in `actualOutput`; the latter alone tells what was really found. */
function checksOf({ status, outputs, actualOutput }) {
    const asserted = outputs?.some(({ assertions }) => assertions != null) === true ? outputs : (actualOutput ?? []);
    return asserted.flatMap((output, index) => {
        const actual = actualOutput === null || actualOutput === undefined ? output : actualOutput[index];
        return ASSERTIONS.flatMap(([key, what]) => checksOfAssertion(what, output.assertions?.[key], actual, status));
    });
}
function checksOfAssertion(what, assertion, actual, stepStatus) {
    if (assertion?.enabled === false)
        return [];
    const found = { text: actual?.text, context: '', flow: actual?.nodeName || actual?.nodeId }[what] ?? '';
    const checks = (assertion?.contains ?? []).map((each) => ({
        what,
        expected: expectedBy(each),
        found,
        passed: isPassed(each.status || assertion?.status || stepStatus),
    }));
    const isUntold = (0,status_word/* plainWord */.hx)(assertion?.status ?? '') === 'failed' && checks.every(({ passed }) => passed);
    return isUntold ? [...checks, { what, expected: '', found, passed: false }] : checks;
}
function expectedBy({ text, nodeId, key, value }) {
    return text || nodeId || [key, value].filter((part) => part !== '').join(' = ');
}
function isPassed(status) {
    return STEP_STATUS.get((0,status_word/* plainWord */.hx)(status ?? '')) === 'passed';
}
//# sourceMappingURL=conversation-step.js.map
;// CONCATENATED MODULE: ./build/providers/kore/conversation-status.js
/** The status answer of a Kore.ai conversation test: its shape, and the results in it, as it is the only thing that the vendor gives. */






/** The fields that are used of the answer to a status call; see the vendor's page on the status of a conversation test. */
const ConversationStatus = schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    totalTestStepsCount: schemas/* nullish */.cl6(shapes/* Count */.y_),
    percentageCompleted: (0,shapes/* lenient */.W_)(shapes/* Figure */.Dn),
    result: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        status: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        stepDetails: schemas/* nullish */.cl6(schemas/* object */.Ikc({ passed: shapes/* Count */.y_, failed: shapes/* Count */.y_, total: schemas/* nullish */.cl6(shapes/* Count */.y_) })),
        executionResults: schemas/* nullish */.cl6(schemas/* array */.YOg(Step)),
        errorDetails: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
        duration: (0,shapes/* lenient */.W_)(shapes/* Figure */.Dn),
    })),
});
/** Whether any step failed, by the steps or by the counts. */
function hasFailedSteps(status) {
    return stepsOf(status).some((step) => statusOf(step) === 'failed') || (status.result?.stepDetails?.failed ?? 0) > 0;
}
/** The results of a run that is over: the steps judged, the vendor's counts held against them. Without steps the counts alone judge. */
function conversationResults(status) {
    const cases = casesOf(status);
    const counts = cases.length > 0 ? (0,results/* countCases */.zp)(cases) : countsAlone(status);
    const { duration } = status.result ?? {};
    return {
        cases,
        counts,
        metrics: {},
        figures: new Map(typeof duration === 'number' ? [['Duration in ms', String(duration)]] : []),
        contradictions: contradictionsOf(status, counts),
        warnings: warningsOf(status),
    };
}
function stepsOf({ result }) {
    return result?.executionResults ?? [];
}
/** How many steps the suite has, where the answer says so. */
function totalOf({ totalTestStepsCount, result }) {
    return Math.max(totalTestStepsCount ?? 0, result?.stepDetails?.total ?? 0);
}
function countsAlone(status) {
    const { passed = 0, failed = 0 } = status.result?.stepDetails ?? {};
    const total = Math.max(totalOf(status), passed + failed);
    return { total, passed, failed, errored: 0, skipped: total - passed - failed, flaky: 0, quarantined: 0 };
}
/** A case for each step, and one for each that the suite has and that was not executed. */
function casesOf(status) {
    const steps = stepsOf(status);
    if (steps.length === 0)
        return [];
    const missing = Math.max(0, totalOf(status) - steps.length);
    const unrun = Array.from({ length: missing }, (_, index) => notExecuted(`step ${steps.length + index + 1}`));
    const cases = [...steps.map(toCase), ...unrun];
    const names = (0,results/* uniqueNames */.uZ)(cases.map(({ name }) => name));
    return cases.map((each, index) => ({ ...each, name: names[index] ?? each.name }));
}
function notExecuted(name) {
    return { name, status: 'skipped', message: 'this step was not executed', flaky: false, tries: 1, checks: [], facts: new Map() };
}
function contradictionsOf(status, counts) {
    const { result, totalTestStepsCount } = status;
    const details = result?.stepDetails ?? undefined;
    const found = brokenPasses(status);
    if (opposes(status.status, result?.status ?? ''))
        found.push('its status and the status in its result contradict each other');
    if (details === undefined && stepsOf(status).length === 0)
        found.push('its answer holds neither steps nor counts of them');
    if ((0,status_word/* plainWord */.hx)(status.status) === 'passed')
        found.push(...againstPassed(status, counts));
    if (details === undefined)
        return found;
    const { passed, failed, total } = details;
    if (typeof total === 'number' && passed + failed > total)
        found.push(`it counts ${passed} passed and ${(0,count_words/* countOf */.pq)(failed, 'failed steps')} of ${total}`);
    if (typeof total === 'number' && typeof totalTestStepsCount === 'number' && total !== totalTestStepsCount)
        found.push(`it says that the suite has ${(0,count_words/* countOf */.pq)(totalTestStepsCount, 'steps')}, and counts ${total}`);
    const isTold = stepsOf(status).length > 0;
    if (isTold && (passed !== counts.passed || failed !== counts.failed))
        found.push(`it counts ${passed} passed and ${(0,count_words/* countOf */.pq)(failed, 'failed steps')}, and shows ${counts.passed} and ${counts.failed}`);
    return found;
}
/** Whether one says that the run passed and the other that it failed; other words say how far it is. */
function opposes(outside, inside) {
    const words = [(0,status_word/* plainWord */.hx)(outside), (0,status_word/* plainWord */.hx)(inside)];
    return words.includes('passed') && words.includes('failed');
}
/** That steps are called passed although an assertion of theirs is called failed; nothing where there are none. */
function brokenPasses(status) {
    const isBroken = (step) => statusOf(step) === 'passed' && checksOf(step).some(({ passed }) => !passed);
    const broken = stepsOf(status).filter(isBroken).length;
    return broken === 0 ? [] : [`${broken} of its steps passed although an assertion of ${broken === 1 ? 'it' : 'them'} failed`];
}
function againstPassed(status, { total, failed, skipped }) {
    const failures = Math.max(failed, status.result?.stepDetails?.failed ?? 0);
    return [
        ...(failures > 0 ? [`it says that the run passed, but ${(0,count_words/* countOf */.pq)(failures, 'steps')} failed`] : []),
        ...(skipped > 0
            ? [`it says that the run passed, but ${skipped} of ${(0,count_words/* countOf */.pq)(total, 'steps')} ${(0,count_words/* wasOrWere */.S1)(skipped)} not executed`]
            : []),
    ];
}
function warningsOf(status) {
    const isSilent = stepsOf(status).length === 0;
    const hasErrors = !['null', '""', '{}', '[]'].includes(JSON.stringify(status.result?.errorDetails ?? null));
    return [
        ...(isSilent ? ['no step details were given, so the verdict rests on the counts of the vendor alone'] : []),
        ...(hasErrors ? ['the vendor reports errors of its own in errorDetails; see status.json'] : []),
    ];
}
//# sourceMappingURL=conversation-status.js.map
// EXTERNAL MODULE: ./build/providers/kore/no-run.js
var no_run = __webpack_require__(242);
// EXTERNAL MODULE: ./build/providers/kore/sign-in.js
var sign_in = __webpack_require__(26874);
// EXTERNAL MODULE: ./build/providers/kore/start-inputs.js
var start_inputs = __webpack_require__(37959);
// EXTERNAL MODULE: ./build/providers/kore/suite-import.js
var suite_import = __webpack_require__(80151);
;// CONCATENATED MODULE: ./build/providers/kore/conversation.js
/** Kore.ai conversation tests: recorded conversations, step by step. See `docs/providers/kore-conversation.md`. */















const EMAIL = /^[^\s@]+@[^\s@]+$/;
const StartOptions = schemas/* object */.Ikc({
    'user-email': (0,fields/* requiredLine */.Q_)('the e-mail address of the owner or a developer of the app; testers may not run suites').check(schemas/* refine */.YPB((text) => EMAIL.test(text), {
        error: 'is not an e-mail address; give that of the owner or a developer of the app',
    })),
});
const Options = schemas/* object */.Ikc({
    ...sign_in/* koreFields */.tz,
    'bot-version': (0,fields/* oneOf */.yL)(['inDevelopment', 'published'], 'inDevelopment'),
    language: fields/* optionalText */.mR,
    'user-email': (0,fields/* textWithDefault */.hv)(''),
});
/** The provider `kore-conversation`. */
const koreConversation = (0,provider/* defineProvider */.N)({
    name: 'kore-conversation',
    noun: 'steps',
    takes: { suite: true, suitePath: true, cancel: false },
    options: Options,
    secrets: sign_in/* koreSecrets */.Bh,
    metrics: [],
    mistakes: (raw) => [...(0,sign_in/* credentialMistakes */.Vs)(raw), ...(0,start_inputs/* startMistakes */.O)(raw, StartOptions)],
    connect(options, world) {
        const client = (0,kore_client/* createKoreClient */.X)(options['base-url'], options.language, (0,sign_in/* createSigner */.rO)(options, world), world);
        return { suite: (name, path) => conversationSuite(name, path, { options, world, client }) };
    },
});
const SCOPE = 'Conversation Tests Execution';
/** The answer to a start: here the id stands in `testRunId`. */
const Started = schemas/* object */.Ikc({ testRunId: shapes/* RunId */.PI });
function conversationSuite(suite, path, context) {
    const { client, options, world } = context;
    const email = options['user-email'];
    const source = path === undefined ? undefined : (0,suite_import/* conversationImport */.J)({ suite, path, botId: options['bot-id'], client, world }, email);
    const start = async (known) => {
        const wanted = {
            name: 'conversation test start',
            method: 'POST',
            template: '/api/public/stream/{bot-id}/conversation/testsuite/{suite}/run',
            parameters: { 'bot-id': options['bot-id'], suite },
            body: { version: options['bot-version'], userEmailId: email },
            scope: SCOPE,
            countedBy: options['bot-id'],
        };
        const { testRunId } = await client.read(wanted, Started);
        known(testRunId);
        return testRunId;
    };
    return {
        ...(source !== undefined && { check: source.check }),
        examine: () => (0,no_run/* examineByNoRun */.H)(conversationRun(suite, no_run/* NO_RUN */.e, context)),
        prepare: async () => ((await source?.bring()) === 'not yet' ? 'not yet' : { start }),
        open: (id) => (0,places/* withPlaces */.rd)(conversationRun(suite, id ?? '', context), source?.places),
    };
}
/** All steps of a suite with their texts come in one answer; in bytes. */
const LARGEST_STATUS = 32 * 1024 * 1024;
const FILE = 'status.json';
function conversationRun(suite, id, { world, client, options }) {
    const wanted = {
        name: 'conversation test status',
        method: 'GET',
        template: '/api/public/stream/{bot-id}/conversation/testsuite/{suite}/{run-id}/status',
        parameters: { 'bot-id': options['bot-id'], suite, 'run-id': id },
        scope: SCOPE,
        countedBy: id,
        largest: LARGEST_STATUS,
    };
    const read = (body) => (0,answer/* readJson */.Vh)(client.call(wanted), { status: 200, body }, ConversationStatus);
    const tellUnknown = (0,unknown_status/* unknownStatusTeller */.V)(world);
    return {
        async look() {
            const { body } = await client.ask(wanted);
            return lookOf(read(body), body, tellUnknown);
        },
        async collect({ evidence }, folder) {
            await folder.write(FILE, evidence);
            return conversationResults(read(evidence));
        },
    };
}
function lookOf(status, body, tellUnknown) {
    const word = (0,status_word/* plainWord */.hx)(status.status);
    if (word === 'passed' || (word === 'failed' && hasFailedSteps(status)))
        return { state: 'finished', evidence: body };
    if (status_word/* ENDED */.hV.has(word))
        return endedWithoutResult(word, status);
    if (!status_word/* UNDER_WAY */.pC.has(word))
        tellUnknown(status.status);
    return running(status);
}
function endedWithoutResult(word, { result }) {
    const reason = `Kore.ai ended the run as ${word}${word === 'failed' ? ', but no step of it failed' : ', without a result'}`;
    const errors = result?.errorDetails ?? undefined;
    return { state: 'ended', kind: 'vendor', reason, ...(errors !== undefined && { said: JSON.stringify(errors) }) };
}
function running({ percentageCompleted, totalTestStepsCount }) {
    if (typeof percentageCompleted !== 'number')
        return { state: 'running' };
    const text = typeof totalTestStepsCount === 'number' ? `of ${(0,count_words/* countOf */.pq)(totalTestStepsCount, 'steps')}` : undefined;
    return { state: 'running', progress: { percent: Math.min(percentageCompleted, 100), ...(text !== undefined && { text }) } };
}
//# sourceMappingURL=conversation.js.map

/***/ }),

/***/ 37959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ startMistakes)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95104);


/** What is wrong with those inputs; nothing in a mode that starts no run. */
function startMistakes(raw, fields) {
    if ((0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .reopens */ .Lv)((raw['mode'] ?? '').trim()))
        return [];
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .mistakesOf */ .Jy)(fields.safeParse(raw).error?.issues ?? []);
}
//# sourceMappingURL=start-inputs.js.map

/***/ })

};

