export const id = 816;
export const ids = [816];
export const modules = {

/***/ 41891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** What is asked for once, however often it is needed. */
/** Does it once, also for those who ask while it is being done; after a failure it can be tried again. */
function once(action) {
    let done;
    return () => {
        done ??= action().catch((thrown) => {
            done = undefined;
            throw thrown;
        });
        return done;
    };
}
//# sourceMappingURL=once.js.map

/***/ }),

/***/ 58816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kapso: () => (/* binding */ kapso)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var mini_schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/trouble.js
var build_trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/providers/provider.js
var provider = __webpack_require__(74096);
// EXTERNAL MODULE: ./build/once.js
var once = __webpack_require__(41891);
;// CONCATENATED MODULE: ./build/providers/kapso/belonging.js
/** Whether a run-id and a suite belong together: a run that another process started says it only by its test cases. */




/** The suite by that name, whose cases `find` gives. */
function belongingTo(suite, find) {
    let cases;
    const read = (0,once/* once */.O)(async () => {
        cases = new Set((await find().catch(forGood)).map(({ id }) => id));
    });
    const caseOf = new Map();
    return {
        read,
        admit({ id, test_case }) {
            const caseId = test_case?.id ?? undefined;
            if (caseId === undefined)
                return;
            if (cases?.has(caseId) === false)
                throw foreignRun(id, suite);
            caseOf.set(id, caseId);
        },
        gaps(places) {
            const total = cases?.size ?? 0;
            const missing = total - new Set(places.map((id, place) => caseOf.get(id) ?? `place ${place}`)).size;
            if (missing <= 0)
                return [];
            const remedy = 'copy it whole, or start again where cases were added since';
            const which = total === 1 ? 'it' : `${missing} of them`;
            return [`the suite has ${(0,count_words/* countOf */.pq)(total, 'cases')}, and run-id holds no run of ${which}; ${remedy}`];
        },
    };
}
/** What is not there now was not there when the run was started, or has gone since: waiting does not bring it. */
function forGood(thrown) {
    if (!(thrown instanceof build_trouble/* Trouble */.qm) || thrown.facts.persistence !== 'missing')
        throw thrown;
    throw new build_trouble/* Trouble */.qm(thrown.message, { ...thrown.facts, persistence: 'lasting' });
}
function foreignRun(id, suite) {
    return (0,build_trouble/* lastingTrouble */.Ac)('config', `run-id holds ${id}, which is the run of a case that the suite ${(0,fields/* quote */.hD)(suite)} does not have; give the run-ids in the order of suite`);
}
//# sourceMappingURL=belonging.js.map
// EXTERNAL MODULE: ./build/answer.js
var build_answer = __webpack_require__(63412);
// EXTERNAL MODULE: ./build/shapes.js
var shapes = __webpack_require__(32500);
;// CONCATENATED MODULE: ./build/providers/kapso/client.js
/** One way to ask Kapso's API: with the key, below its rate limit, its refusals turned into what to do. */




/** Ids are texts on the vendor's page; a number does as well. */
const Id = mini_schemas/* pipe */.FsL(mini_schemas/* union */.KCZ([shapes/* Filled */.dK, mini_schemas/* number */.aig()]), mini_schemas/* transform */.pdi(String));
/**
 * The vendor allows 100 calls a minute for each key, whatever they ask for. A tenth is left for calls that are slow on
 * their way and so arrive closer to each other than they were sent.
 */
const CALLS_A_MINUTE = 90;
const LIMITS = [{ key: 'kapso', calls: CALLS_A_MINUTE, perMs: 60_000 }];
/** The client of one step: all suites ask through it, and it has one key. */
function createKapsoClient(base, apiKey, door) {
    const path = base.pathname.replace(/\/+$/, '');
    const hint = /\/api\/v\d+$/.test(path) ? '' : `base-url does not end in /api/v1, as the address of Kapso's API does; or `;
    return {
        async ask(wanted, shape) {
            const { name, method, template, parameters, body } = wanted;
            const url = new URL(path + (0,build_answer/* fillIn */.pz)(template, parameters), base);
            const plain = { name, method, template: path + template, url };
            const content = body === undefined ? {} : { 'content-type': 'application/json' };
            const answer = await door.ask({
                ...plain,
                headers: { accept: 'application/json', 'x-api-key': apiKey, ...content },
                limits: LIMITS,
                ...(body !== undefined && { body: JSON.stringify(body) }),
            });
            if (!(0,build_answer/* isSuccess */.oJ)(answer))
                throw refused(plain, answer, hint + wanted.absent);
            return { value: (0,build_answer/* readJson */.Vh)(plain, answer, unwrapped(shape)), text: new TextDecoder().decode(answer.body) };
        },
    };
}
/** What is inside `data`, or the value itself where there is none. */
function unwrapped(shape) {
    return mini_schemas/* pipe */.FsL(mini_schemas/* transform */.pdi((value) => (typeof value === 'object' && value !== null && 'data' in value ? value.data : value)), shape);
}
/** What is told for want of credits. */
const OUT_OF_CREDITS = 'the project at Kapso is out of credits, and each run of a test costs some; buy credits or wait for new ones, then run again';
/** The vendor says it with 402 or 422, and its wording is known only in part. */
const CREDIT_WORDS = /free_generations_remaining|(insufficient|not enough|out of|no (more )?)\W{0,3}credits/i;
const BY_STATUS = new Map([
    [400, 'the vendor did not accept the request'],
    [401, 'api-key is wrong or was revoked; make a new one under API keys of the project in Kapso'],
    [402, OUT_OF_CREDITS],
    [403, 'the project of api-key has no access to this; use a key of the project that the agent belongs to'],
    [422, 'the vendor did not accept the request; check the suite and its cases in Kapso'],
    [429, "the vendor's limit of 100 calls a minute for the key is used up; is it in use elsewhere?"],
]);
function refused(call, answer, absent) {
    const { status } = answer;
    if (CREDIT_WORDS.test(new TextDecoder().decode(answer.body)) && status >= 400 && status < 500) {
        const { message, facts } = (0,build_answer/* refusal */.x5)(call, answer, OUT_OF_CREDITS);
        return new build_trouble/* Trouble */.qm(message, { ...facts, kind: 'vendor', persistence: 'lasting' });
    }
    return (0,build_answer/* refusal */.x5)(call, answer, status === 404 ? absent : BY_STATUS.get(status));
}
//# sourceMappingURL=client.js.map
;// CONCATENATED MODULE: ./build/providers/kapso/fan-out.js
/** Starting a suite at Kapso: no call does it, so each case is started by itself, and never twice. */



/** Stands in the id for a case whose start failed, or has not been tried. */
const NOT_STARTED = '-';
/** The id of a run of a suite without cases. */
const NO_CASES = 'none';
/** The fields that are used of the answer to a start. The id becomes a part of ours, so it must not break it. */
const Started = mini_schemas/* object */.Ikc({ id: Id.check(mini_schemas/* refine */.YPB((id) => /^[\w.:-]{1,512}$/.test(id) && id !== NOT_STARTED && id !== NO_CASES)) });
const FATES = {
    refused: 'its start was refused',
    lost: 'the answer to its start was lost, so a run of it may be under way; it is not started again',
    'not tried': 'it was not started, since the start of another case was refused',
};
/** A start of these cases that has not begun. */
function fanOut(cases, client) {
    const outcomes = cases.map(() => undefined);
    const isAnyStarted = () => outcomes.some((outcome) => outcome !== undefined && 'id' in outcome);
    let lostBefore = false;
    let worst;
    const settle = (place, outcome) => {
        outcomes[place] = outcome;
        const wasLost = lostBefore;
        lostBefore = 'trouble' in outcome && outcome.fate === 'lost';
        if ('id' in outcome)
            return;
        worst = worst === undefined || (worst.fate !== 'lost' && lostBefore) ? outcome : worst;
        if (isForAll(outcome.trouble))
            giveUp(outcomes, outcome.trouble);
        if (wasLost && lostBefore && outcomes.includes(undefined))
            throw pausing(outcome.trouble);
    };
    const startAll = async (known) => {
        for (const [place, testCase] of cases.entries()) {
            if (outcomes[place] !== undefined)
                continue;
            const outcome = await startCase(testCase, client, isAnyStarted());
            settle(place, outcome);
            if ('id' in outcome)
                known(joined(outcomes));
        }
    };
    return {
        async start(known) {
            if (cases.length === 0)
                known(NO_CASES);
            await startAll(known);
            if (worst !== undefined && !isAnyStarted())
                throw ofWhole(worst);
            return cases.length === 0 ? NO_CASES : joined(outcomes);
        },
        caseAt(place) {
            const [testCase, outcome] = [cases[place], outcomes[place]];
            if (testCase === undefined)
                return undefined;
            const { name } = testCase;
            if (outcome === undefined || 'id' in outcome)
                return { name };
            return { name, problem: `${FATES[outcome.fate]}: ${outcome.trouble.message}` };
        },
    };
}
/** Rejects with what concerns not this case but every request; then its start was not heard. */
async function startCase({ id }, client, isAnyStarted) {
    try {
        const { value } = await client.ask({
            name: 'test case start',
            method: 'POST',
            template: '/test_cases/{test-case}/test_runs',
            parameters: { 'test-case': id },
            // Without `run_now` a run is made that nothing starts later.
            body: { agent_test_run: {}, run_now: true },
            absent: 'the vendor no longer knows this case',
        }, Started);
        return { id: value.id };
    }
    catch (thrown) {
        if (!(thrown instanceof build_trouble/* Trouble */.qm) || isUnheard(thrown, isAnyStarted))
            throw thrown;
        return { trouble: thrown, fate: isLost(thrown) ? 'lost' : 'refused' };
    }
}
/** A key that may not do this may do it for no case; only when it did before, it is this case alone. */
function isUnheard({ facts }, isAnyStarted) {
    if (facts.persistence === 'forbidden')
        return !isAnyStarted;
    if (facts.persistence === 'lasting')
        return facts.status === undefined || facts.status === 401;
    return facts.unheard === true;
}
function isLost({ facts }) {
    return facts.persistence === 'passing' || facts.persistence === 'shape';
}
/** A project without credits is refused every case. */
function isForAll({ facts }) {
    return facts.kind === 'vendor' && facts.persistence === 'lasting';
}
function giveUp(outcomes, trouble) {
    for (const [place, outcome] of outcomes.entries())
        outcomes[place] = outcome ?? { trouble, fate: 'not tried' };
}
/**
 * Two answers in a row were lost, so the vendor may be down: time to wait before the next case. For the wait this counts as
 * not heard, since what comes next is another request.
 */
function pausing({ message, facts }) {
    const text = `${message}; a run of this case may be under way, so the next case follows, after a pause`;
    return new build_trouble/* Trouble */.qm(text, { ...facts, persistence: 'passing', unheard: true });
}
/** What to tell when nothing runs. What every case was refused for is not asked for again. */
function ofWhole({ trouble, fate }) {
    return fate === 'lost' ? trouble : new build_trouble/* Trouble */.qm(trouble.message, { ...trouble.facts, persistence: 'lasting' });
}
function joined(outcomes) {
    return outcomes.map((outcome) => (outcome !== undefined && 'id' in outcome ? outcome.id : NOT_STARTED)).join(',');
}
//# sourceMappingURL=fan-out.js.map
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(72380);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/iso.js
var iso = __webpack_require__(73102);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(73305);
;// CONCATENATED MODULE: ./node_modules/zod/v4/mini/coerce.js


// @__NO_SIDE_EFFECTS__
function string(params) {
    return core._coercedString(schemas.ZodMiniString, params);
}
// @__NO_SIDE_EFFECTS__
function number(params) {
    return core._coercedNumber(schemas.ZodMiniNumber, params);
}
// @__NO_SIDE_EFFECTS__
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodMiniBoolean, params);
}
// @__NO_SIDE_EFFECTS__
function bigint(params) {
    return core._coercedBigint(schemas.ZodMiniBigInt, params);
}
// @__NO_SIDE_EFFECTS__
function date(params) {
    return api/* _coercedDate */.B4(mini_schemas/* ZodMiniDate */.zTj, params);
}

;// CONCATENATED MODULE: ./build/providers/kapso/conversation.js
/** The turns of the first of the values that holds any. All texts are hostile. */
function turnsOf(...values) {
    return values.map((value) => turnsIn(value)).find((turns) => turns.length > 0) ?? [];
}
/** The fields of an object, or of nothing where it is none. */
function fieldsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map();
}
const LISTS = ['messages', 'turns', 'conversation', 'history', 'full_history', 'transcript', 'events', 'items', 'data'];
const SPEAKERS = ['role', 'speaker', 'sender', 'from', 'author', 'name', 'type', 'direction'];
const TEXTS = ['content', 'text', 'message', 'body', 'output', 'value', 'data'];
/** No conversation is nested deeper; what is, was made to break us. */
const DEEPEST = 8;
function turnsIn(value, depth = 0) {
    if (depth > DEEPEST)
        return [];
    if (Array.isArray(value))
        return value.flatMap(turnOf);
    if (typeof value === 'string')
        return value.trim() === '' ? [] : [{ speaker: '', text: value }];
    const fields = fieldsOf(value);
    const list = LISTS.map((name) => fields.get(name)).find((inside) => typeof inside === 'object' && inside !== null);
    if (list !== undefined)
        return turnsIn(list, depth + 1);
    if (TEXTS.some((name) => fields.has(name)))
        return turnOf(value);
    // Turns by number, which come in its order, or texts by speaker.
    return [...fields].flatMap(([key, inside]) => typeof inside === 'string' && !/^\d+$/.test(key) ? [{ speaker: key, text: inside }] : turnOf(inside));
}
function turnOf(value) {
    if (value === null || value === undefined)
        return [];
    const fields = fieldsOf(value);
    const speaker = SPEAKERS.map((name) => fields.get(name)).find((name) => typeof name === 'string');
    // A turn without words, such as the call of a tool, is shown as it came.
    return [{ speaker: typeof speaker === 'string' ? speaker : '', text: textOf(value) || shown(value) }];
}
/** A text, or the texts of the parts that it is made of. */
function textOf(value, depth = 0) {
    if (typeof value === 'string')
        return value;
    if (depth > DEEPEST)
        return '';
    if (Array.isArray(value))
        return value.map((part) => textOf(part, depth + 1)).join('');
    const fields = fieldsOf(value);
    const filled = TEXTS.filter((name) => fields.has(name)).map((name) => textOf(fields.get(name), depth + 1));
    return filled.find((text) => text !== '') ?? '';
}
/** Any value of an answer as one text: texts as they are, what is not there as nothing, all else as JSON. */
function shown(value) {
    if (value === null || value === undefined)
        return '';
    if (typeof value === 'string')
        return value;
    try {
        return JSON.stringify(value);
    }
    catch {
        return '(nested too deeply to be shown)';
    }
}
//# sourceMappingURL=conversation.js.map
;// CONCATENATED MODULE: ./build/providers/kapso/test-run.js
/** The run of one case at Kapso: its shape, when it is over, and what it is worth. Pure. */





/** A text that may be missing; what is none is shown as it came. */
const Anything = mini_schemas/* optional */.lqM(mini_schemas/* unknown */.L5J());
const Text = mini_schemas/* pipe */.FsL(Anything, mini_schemas/* transform */.pdi((value) => shown(value).trim()));
/** The fields that are used of the answer to a look; see the vendor's page "Get test run details". */
const TestRun = mini_schemas/* object */.Ikc({
    id: Id,
    thread_id: Text,
    started_at: Text,
    ended_at: Text,
    score: Anything,
    feedback: Text,
    execution_completed: mini_schemas/* nullish */.cl6(mini_schemas/* boolean */.zMY()),
    conversation: Anything,
    full_history: Anything,
    error: Anything,
    test_case: mini_schemas/* nullish */.cl6(mini_schemas/* object */.Ikc({ id: (0,shapes/* lenient */.W_)(Id), name: Text, description: Text, script: Text, rubric: Text })),
});
/** Whether the run is over, and if so whether a score may still come: the execution is complete, and nothing says that all is. */
function endOf(run) {
    if (run.ended_at !== '' || errorOf(run) !== '')
        return 'over';
    if (run.execution_completed !== true)
        return 'not yet';
    return isGiven(run.score) ? 'over' : 'without score';
}
/** What broke the execution, empty when nothing did: the vendor writes no error as null or as an empty object. */
function errorOf({ error }) {
    if (error === null || error === undefined || error === false)
        return '';
    if (typeof error === 'string')
        return error.trim();
    if (typeof error === 'object' && Object.keys(error).length === 0)
        return '';
    return shown(error);
}
function isGiven(score) {
    return score !== null && score !== undefined && score !== '';
}
/**
 * Judges a run that is over; `name` is for one whose answer does not tell the case. A broken execution is an error whatever
 * its score. Throws a `Trouble` of kind `contract` for a score that does not fit the scale of the mark.
 */
function judgeRun(run, name, mark) {
    const common = commonOf(run, name);
    const problem = brokenBy(run);
    if (problem !== undefined)
        return { verdict: { ...common, status: 'error', message: problem, checks: [] } };
    const score = scoreOf(run, common.name, mark);
    return { score, verdict: { ...common, ...byScore(score, mark, run.feedback) } };
}
/** The case of a run that is under way, by the last answer about it where there is one; `facts` are for where there is none. */
function unendedCase(run, name, facts) {
    const common = run === undefined ? { name, flaky: false, tries: 1, facts } : commonOf(run, name);
    return { ...common, status: 'skipped', message: 'it had not ended when the step did', checks: [] };
}
/** What is told of a run whatever it comes to. */
function commonOf(run, name) {
    const turns = turnsOf(run.conversation, run.full_history);
    const durationMs = durationOf(run);
    return {
        name: run.test_case?.name || name,
        flaky: false,
        tries: 1,
        facts: factsOf(run),
        ...(durationMs !== undefined && { durationMs }),
        ...(turns.length > 0 && { turns }),
    };
}
function byScore(score, mark, feedback) {
    const passed = score >= mark;
    const checks = [{ what: 'score', expected: `at least ${mark}`, found: String(score), passed }];
    if (passed)
        return { status: 'passed', checks };
    return { status: 'failed', checks, ...(feedback !== '' && { message: `the judge says: ${feedback}` }) };
}
function brokenBy(run) {
    const error = errorOf(run);
    if (error !== '')
        return `the execution broke off: ${error}`;
    if (run.execution_completed !== true)
        return `the run ended, but its execution was not completed${judgeSays(run.feedback)}`;
    return isGiven(run.score) ? undefined : `the run ended without a score${judgeSays(run.feedback)}`;
}
function judgeSays(feedback) {
    return feedback === '' ? '' : `; the judge says: ${feedback}`;
}
/** The end of any scale, which is that of `pass-score`. */
const HIGHEST = 100;
/** The judge's scale is 0 to 1, and nothing in the answer says so: what is above it shows that the mark is for another one. */
function scoreOf({ score, id }, name, mark) {
    const value = typeof score === 'string' && /^-?\d*\.?\d+$/.test(score.trim()) ? Number(score) : score;
    const fits = typeof value === 'number' && value >= 0 && value <= (mark > 1 ? HIGHEST : 1);
    if (fits)
        return value;
    const scale = mark > 1
        ? `with this pass-score it has to be a number from 0 to ${HIGHEST}; check what your judge was told`
        : 'scores go from 0 to 1; set pass-score if your judge was told another scale';
    throw (0,build_trouble/* lastingTrouble */.Ac)('contract', `test run ${id} has a score off the scale: ${scale}`, `${name}: ${shown(score)}`);
}
const Moment = mini_schemas/* pipe */.FsL(iso/* datetime */.w$({ offset: true, local: true }), date());
function durationOf({ started_at, ended_at }) {
    const [start, end] = [Moment.safeParse(started_at), Moment.safeParse(ended_at)];
    if (!start.success || !end.success)
        return undefined;
    return Math.max(0, end.data.getTime() - start.data.getTime());
}
function factsOf({ id, thread_id, score, feedback, test_case }) {
    const facts = [
        ['Score', isGiven(score) ? shown(score) : ''],
        ['Feedback', feedback],
        ['Description', test_case?.description ?? ''],
        ['Script', test_case?.script ?? ''],
        ['Rubric', test_case?.rubric ?? ''],
        ['Test run', id],
        ['Thread', thread_id],
    ];
    return new Map(facts.filter(([, text]) => text !== ''));
}
//# sourceMappingURL=test-run.js.map
;// CONCATENATED MODULE: ./build/providers/kapso/record.js
/** `test-runs.json`: what Kapso answered for each run of a suite. The vendor has no file, so we write one. Pure. */







/** The file, in the order of the cases; the vendor's answers stand in it unchanged. */
function writeRecord(cases) {
    const entries = cases.map((each) => {
        const head = JSON.stringify({
            test_run: each.id ?? null,
            test_case: each.name,
            ...('problem' in each && { problem: each.problem }),
            ...('pending' in each && { pending: true }),
        });
        const answer = 'answer' in each ? each.answer : undefined;
        return answer === undefined ? head : `${head.slice(0, -1)},"answer":${answer.trim()}}`;
    });
    return new TextEncoder().encode(`[\n${entries.join(',\n')}\n]\n`);
}
const Head = { test_run: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP()), test_case: mini_schemas/* string */.YjP() };
const Entry = mini_schemas/* union */.KCZ([
    // First, since it may have an answer too.
    mini_schemas/* object */.Ikc({ ...Head, pending: mini_schemas/* literal */.euz(true), answer: mini_schemas/* optional */.lqM(unwrapped(TestRun)) }),
    mini_schemas/* object */.Ikc({ ...Head, answer: unwrapped(TestRun) }),
    mini_schemas/* object */.Ikc({ ...Head, problem: mini_schemas/* string */.YjP() }),
]);
/**
 * The results of the file; cases that are pending in it are skipped. A score that does not fit the scale of the mark is thrown as
 * a `Trouble` of kind `contract`, or told as the reason why its case could not be judged.
 */
function resultsOf(record, mark, oddScores = 'thrown') {
    const entries = mini_schemas/* array */.YOg(Entry).safeParse((0,build_answer/* parseJson */.qF)(record));
    if (!entries.success)
        throw (0,build_trouble/* lastingTrouble */.Ac)('internal', 'test-runs.json is not what it was written as');
    const judged = entries.data.map((entry) => judgeEntry(entry, mark, oddScores));
    const names = (0,results/* uniqueNames */.uZ)(judged.map(({ verdict }) => verdict.name));
    const cases = judged.map(({ verdict }, place) => ({ ...verdict, name: names[place] ?? verdict.name }));
    const average = mean(judged.flatMap(({ score }) => score ?? []));
    return {
        cases,
        counts: (0,results/* countCases */.zp)(cases),
        metrics: average === undefined ? {} : { averageScore: average },
        figures: new Map([['Pass score', String(mark)]]),
        contradictions: [],
        warnings: [...creditsAmong(entries.data), ...missingAmong(entries.data, cases)],
    };
}
function judgeEntry(entry, mark, oddScores) {
    const { test_case: name, test_run: id } = entry;
    const facts = new Map(id === null ? [] : [['Test run', id]]);
    if ('pending' in entry)
        return { verdict: unendedCase(entry.answer, name, facts) };
    const unjudged = (message) => {
        return { verdict: { name, status: 'error', message, flaky: false, tries: 1, checks: [], facts } };
    };
    if ('problem' in entry)
        return unjudged(entry.problem);
    try {
        return judgeRun(entry.answer, name, mark);
    }
    catch (thrown) {
        if (oddScores === 'thrown' || !(thrown instanceof build_trouble/* Trouble */.qm))
            throw thrown;
        return unjudged(thrown.message);
    }
}
function mean(values) {
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The want of credits ends the start of a suite, so it explains all that is missing. */
function creditsAmong(entries) {
    const stopped = entries.some((entry) => 'problem' in entry && entry.problem.includes(OUT_OF_CREDITS));
    return stopped ? [OUT_OF_CREDITS] : [];
}
const MOST_NAMED = 5;
function missingAmong(entries, cases) {
    const names = cases.flatMap(({ name }, place) => (entries[place]?.test_run === null ? [name] : []));
    if (names.length === 0)
        return [];
    const [are, them] = [(0,count_words/* isOrAre */.Cj)(names.length), names.length === 1 ? 'it' : 'them'];
    return [
        `${names.length} of ${(0,count_words/* countOf */.pq)(cases.length, 'cases')} ${are} missing, since no run of ${them} is known: ${(0,count_words/* firstOf */.Ku)(names, MOST_NAMED)}`,
    ];
}
//# sourceMappingURL=record.js.map
;// CONCATENATED MODULE: ./build/providers/kapso/suite-run.js







const RECORD = 'test-runs.json';
/** One look asks for at most so many runs, and begins no further call after so many milliseconds. */
const MOST_CALLS = 40;
const LONGEST_LOOK = 20_000;
/** The run that was started with this id. Sends nothing. */
function openRun(id, { client, clock, mark, begun, belonging }) {
    const parts = partsOf(id, begun);
    let isProved = false;
    let restUntil = clock.now();
    const askOne = async (part) => {
        try {
            await askFor(part, client, clock, belonging);
            isProved = true;
            return undefined;
        }
        catch (thrown) {
            const trouble = ofOneRun(thrown, isProved);
            if (trouble.facts.persistence === 'passing')
                return trouble;
            blame(part, trouble, clock.now());
            return undefined;
        }
    };
    const lookAt = async (due) => {
        const begin = clock.now();
        for (const [before, part] of due.slice(0, MOST_CALLS).entries()) {
            if (clock.now() - begin > LONGEST_LOOK)
                return;
            const trouble = await askOne(part);
            if (trouble === undefined)
                continue;
            if (before === 0)
                throw trouble;
            // What was heard in this look counts, and the vendor gets the pause that it asks for.
            restUntil = clock.now() + (trouble.facts.retryAfterMs ?? 0);
            return;
        }
    };
    const kept = async (record, folder, oddScores) => {
        await folder.write(RECORD, record);
        const results = resultsOf(record, mark, oddScores);
        const gaps = belonging?.gaps(parts.map((part) => part.id)) ?? [];
        return { ...results, contradictions: [...results.contradictions, ...gaps] };
    };
    return {
        async look() {
            checkId(id, parts);
            await belonging?.read();
            if (clock.now() >= restUntil)
                await lookAt(dueNow(parts, clock.now()));
            return seen(parts);
        },
        collect: ({ evidence }, folder) => kept(evidence, folder, 'thrown'),
        async soFar(folder) {
            // Of a run-id that is none, or of others, nothing is known, whatever stands in it.
            const isKnown = isProved && parts.some(({ ended }) => ended?.id !== undefined);
            return isKnown ? kept(writeRecord(parts.map(standing)), folder, 'told') : undefined;
        },
    };
}
function partsOf(id, begun) {
    if (!(0,run_id/* isRunId */.Pk)(id) || id === NO_CASES)
        return [];
    return id.split(',').map((part, place) => {
        const known = begun?.caseAt(place);
        const name = known?.name ?? `case ${place + 1}`;
        const problem = known?.problem ?? 'it was not started, according to run-id; see the step that started the suite';
        const ended = part === NOT_STARTED || part === '' ? { name, problem } : undefined;
        return { id: part, name, ended, askedAt: Number.NEGATIVE_INFINITY, troubles: undefined };
    });
}
/** Throws a `Trouble` of kind `config` for what no start gives. */
function checkId(id, parts) {
    if (parts.length === 0 && id !== NO_CASES)
        throw (0,build_trouble/* lastingTrouble */.Ac)('config', 'run-id is not one that a start of this provider gave: ids of test runs, joined by commas; copy it whole');
    const ids = parts.flatMap((part) => (isStarted(part) ? part.id : []));
    const twice = ids.find((each, place) => ids.indexOf(each) !== place);
    if (twice !== undefined)
        throw (0,build_trouble/* lastingTrouble */.Ac)('config', `run-id holds ${twice} more than once; copy it whole, and once`);
}
function isStarted({ id }) {
    return id !== NOT_STARTED && id !== '';
}
/**
 * The runs that were not asked for the longest time. Each is due again when the others had their turn at the pace of the
 * rate limit; when none is, the first one, so that each look hears from the vendor.
 */
function dueNow(parts, now) {
    const waiting = parts.filter(({ ended }) => ended === undefined).toSorted((one, other) => one.askedAt - other.askedAt);
    const round = (waiting.length * 60_000) / CALLS_A_MINUTE;
    const due = waiting.filter(({ askedAt }) => now - askedAt >= round);
    return due.length > 0 ? due : waiting.slice(0, 1);
}
async function askFor(part, client, clock, belonging) {
    part.askedAt = clock.now();
    const { value, text } = await client.ask({
        name: 'test run',
        method: 'GET',
        template: '/test_runs/{test-run}',
        parameters: { 'test-run': part.id },
        absent: 'the vendor does not know this run; check run-id, and that api-key is of the project that started it',
    }, TestRun);
    if (value.id !== part.id)
        throw new build_trouble/* Trouble */.qm(`the status request for test run ${part.id} was answered with another run`, {
            kind: 'contract',
            persistence: 'shape',
        });
    belonging?.admit(value);
    part.troubles = undefined;
    part.lastAnswer = text;
    if (isOver(value, part, clock.now()))
        part.ended = { id: part.id, name: part.name, answer: text };
}
/** How long an execution may be complete without a score, in milliseconds. The vendor does not say that both come at once. */
const SCORE_GRACE = 2 * 60_000;
function isOver(run, part, now) {
    const end = endOf(run);
    if (end !== 'without score')
        return end === 'over';
    part.unscoredSince ??= now;
    return now - part.unscoredSince >= SCORE_GRACE;
}
/** The trouble where it may pass or concern this run alone. Rethrows every other, such as that of a refused key. */
function ofOneRun(thrown, isProved) {
    if (!(thrown instanceof build_trouble/* Trouble */.qm))
        throw thrown;
    const { persistence, status } = thrown.facts;
    const isOfAll = !isProved || status === 401 || (persistence === 'lasting' && status === undefined);
    if (isOfAll && persistence !== 'passing')
        throw thrown;
    return thrown;
}
const MOST_TROUBLES = 3;
const LEAST_PATIENCE = 60_000;
/** A run that cannot be looked at, while others can, is given up in time, and leaves the others alone. */
function blame(part, { message }, now) {
    const troubles = { since: part.troubles?.since ?? now, count: (part.troubles?.count ?? 0) + 1 };
    part.troubles = troubles;
    if (troubles.count < MOST_TROUBLES || now - troubles.since < LEAST_PATIENCE)
        return;
    part.ended = { id: part.id, name: part.name, problem: `the status of its run cannot be read: ${message}` };
}
/** What became of a case, or is known of it so far. */
function standing({ id, name, ended, lastAnswer }) {
    return ended ?? { id, name, pending: true, answer: lastAnswer };
}
function seen(parts) {
    const ended = parts.flatMap((part) => part.ended ?? []);
    if (ended.length === parts.length)
        return { state: 'finished', evidence: writeRecord(ended) };
    const text = `${ended.length} of ${(0,count_words/* countOf */.pq)(parts.length, 'cases')}`;
    return { state: 'running', progress: { percent: (100 * ended.length) / parts.length, text } };
}
//# sourceMappingURL=suite-run.js.map
;// CONCATENATED MODULE: ./build/providers/kapso/test-suite.js
/** Suites at Kapso: finding one by its id, or by its name among those of an agent, and the cases in it. */




const Named = mini_schemas/* object */.Ikc({ id: Id, name: mini_schemas/* nullish */.cl6(mini_schemas/* string */.YjP()) });
/** The fields that are used of the answer to `GET /test_suites/{id}`. */
const TestSuite = mini_schemas/* object */.Ikc({ test_cases: mini_schemas/* nullable */.mee(mini_schemas/* array */.YOg(Named)) });
/** The same of `GET /agents/{agent_id}/test_suites`, whose suites may come without their cases. */
const TestSuites = mini_schemas/* array */.YOg(Named);
/** What the vendor's pages do not say any more. */
const LEGACY = "the vendor's newer documentation no longer shows the calls for test suites (legacy), so they may also be gone for this project";
/** The cases of a suite in the vendor's order, each once. Without an agent the suite is an id. Rejects with a `Trouble`. */
async function findCases(suite, agent, client) {
    const id = agent === undefined ? suite : await findId(suite, agent, client);
    const { value } = await client.ask({
        name: 'test suite',
        method: 'GET',
        template: '/test_suites/{suite}',
        parameters: { suite: id },
        absent: `there is no test suite by this id; suite takes an id, or a name together with agent-id${(0,fields/* commaHint */.JW)(suite)}; ${LEGACY}`,
    }, TestSuite);
    const cases = new Map((value.test_cases ?? []).map((each) => [each.id, { id: each.id, name: nameOf(each) }]));
    return [...cases.values()];
}
function nameOf({ id, name }) {
    return name?.trim() || id;
}
async function findId(suite, agent, client) {
    const { value } = await client.ask({
        name: 'test suites of the agent',
        method: 'GET',
        template: '/agents/{agent-id}/test_suites',
        parameters: { 'agent-id': agent },
        absent: `there is no agent by this agent-id; ${LEGACY}`,
    }, TestSuites);
    if (value.some(({ id }) => id === suite))
        return suite;
    const [found, other] = value.filter(({ name }) => name?.trim() === suite);
    if (found === undefined)
        throw noSuite(suite, value);
    if (other !== undefined)
        throw (0,build_trouble/* lastingTrouble */.Ac)('config', `the agent has more than one test suite by the name ${(0,fields/* quote */.hD)(suite)}; give suite the id of one`);
    return found.id;
}
function noSuite(suite, there) {
    const names = there.map(nameOf).join('\n');
    return (0,build_trouble/* lastingTrouble */.Ac)('config', `the agent has no test suite by the name or id ${(0,fields/* quote */.hD)(suite)}; check suite for spelling, spaces and case${(0,fields/* commaHint */.JW)(suite)}`, names === '' ? 'it has none' : `it has:\n${names}`);
}
//# sourceMappingURL=test-suite.js.map
;// CONCATENATED MODULE: ./build/providers/kapso/kapso.js
/** Kapso: the cases of a test suite, each played against the agent and scored by a judge. See `docs/providers/kapso.md`. */










const Options = mini_schemas/* object */.Ikc({
    'base-url': (0,fields/* address */.hl)('https://app.kapso.ai/api/v1'),
    'api-key': fields/* optionalText */.mR,
    'agent-id': fields/* optionalText */.mR,
    // The vendor's own command line passes at 0.8. A mark above 1 is for a judge that was told another scale.
    'pass-score': (0,fields/* numberWithDefault */.z5)({ least: 0, most: 100 }, 0.8),
});
/** The provider `kapso`. */
const kapso = (0,provider/* defineProvider */.N)({
    name: 'kapso',
    noun: 'cases',
    takes: { suite: true, suitePath: false, cancel: false },
    options: Options,
    secrets: ['api-key'],
    metrics: ['averageScore'],
    mistakes: keyMistakes,
    connect(options, world) {
        const client = createKapsoClient(options['base-url'], options['api-key'] ?? '', world.door);
        const admit = roomForCases();
        return { suite: (name) => kapsoSuite(name, { options, world, client, admit }) };
    },
});
function keyMistakes(raw) {
    const key = (raw['api-key'] ?? '').trim();
    const mistake = (text) => [{ input: 'api-key', text, missingCredential: key === '' }];
    if (key === '')
        return mistake('is required: a key of the project, which Kapso shows under API keys');
    // Anything else cannot stand in a header, and would be refused with the whole request in its error.
    return /^[\x21-\x7e]+$/.test(key)
        ? []
        : mistake('contains a space, a line break or another character that no key has; copy it again');
}
/** The id has a part for each case, and the ids of a step have to fit into one output, of which 128 KiB can be handed on. */
const MOST_CASES = 3000;
function roomForCases() {
    const admitted = new Map();
    return (suite, { length }) => {
        const others = [...admitted].reduce((sum, [name, count]) => sum + (name === suite ? 0 : count), 0);
        if (others + length > MOST_CASES) {
            const beside = others === 0 ? '' : ` beside the ${(0,count_words/* wholeNumber */.rD)(others)} of other suites`;
            const limit = `one step can start at most ${(0,count_words/* wholeNumber */.rD)(MOST_CASES)}, since the ids of their runs have to fit into one output`;
            const fact = `the suite ${(0,fields/* quote */.hD)(suite)} has ${(0,count_words/* countOf */.pq)(length, 'cases')}${beside}, and ${limit}`;
            throw (0,build_trouble/* lastingTrouble */.Ac)('config', `suite: ${fact}; ${others === 0 ? 'split the suite' : 'give it a step of its own'}`);
        }
        admitted.set(suite, length);
    };
}
function kapsoSuite(suite, { options, world, client, admit }) {
    let begun;
    const find = () => findCases(suite, options['agent-id'], client);
    const open = (id) => {
        const belonging = begun === undefined ? belongingTo(suite, find) : undefined;
        return openRun(id, { client, clock: world.clock, mark: options['pass-score'], begun, belonging });
    };
    return {
        async examine() {
            const cases = await find();
            admit(suite, cases);
            return {
                proved: `the key is accepted, and the suite is there with ${(0,count_words/* countOf */.pq)(cases.length, 'cases')}`,
                unproved: ['whether the project has credits left for them'],
            };
        },
        async prepare() {
            const cases = await find();
            admit(suite, cases);
            const start = fanOut(cases, client);
            begun = start;
            return { start: start.start };
        },
        open: (id) => (id === undefined ? { look: noRunId, collect: noRunId } : open(id)),
    };
}
function noRunId() {
    return Promise.reject((0,build_trouble/* lastingTrouble */.Ac)('config', 'run-id is required: Kapso has no list of runs in which one could be found'));
}
//# sourceMappingURL=kapso.js.map

/***/ }),

/***/ 74096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defineProvider)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);

/** Makes a provider of its definition: the options' type stays with the vendor, the core sees none of it. */
function defineProvider(definition) {
    const { name, noun, takes, secrets, filters = [], metrics, options, connect } = definition;
    return {
        name,
        noun,
        takes,
        secrets,
        filters,
        metrics,
        inputs: Object.keys(options.shape),
        prepare(raw) {
            const parsed = options.safeParse(raw);
            const mistakes = [...(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .mistakesOf */ .Jy)(parsed.error?.issues ?? []), ...definition.mistakes(raw)];
            return parsed.success && mistakes.length === 0
                ? { success: true, connect: (world) => connect(parsed.data, world) }
                : { success: false, mistakes };
        },
    };
}
//# sourceMappingURL=provider.js.map

/***/ }),

/***/ 32500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ Figure),
/* harmony export */   PI: () => (/* binding */ RunId),
/* harmony export */   W_: () => (/* binding */ lenient),
/* harmony export */   dK: () => (/* binding */ Filled),
/* harmony export */   rI: () => (/* binding */ Digits),
/* harmony export */   y_: () => (/* binding */ Count)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73305);
/** What the schemas of vendors' answers are made of, where vendors write the same thing in more than one form. */

/** A text that is not empty. */
const Filled = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
/** The id of a run, which has to fit into an output: none that a vendor's page shows has more than 100 characters. */
const RunId = Filled.check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(512));
/** A number that may come as digits. */
const Digits = numberOr(/^\d+$/);
/** A count: a whole number from 0 on, that may come as digits. */
const Count = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(Digits, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._nonnegative */ .UI()));
/** A figure such as `0.98`, as a number or as a text without sign. */
const Figure = numberOr(/^\d*\.?\d+$/);
function numberOr(written) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(written)), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number))]);
}
/** What is not worth a refusal of the whole answer: absent, null, or of another shape, it counts as not given. */
function lenient(shape) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["catch"] */ .MfU(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(shape), undefined);
}
//# sourceMappingURL=shapes.js.map

/***/ }),

/***/ 73102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports ZodMiniISODateTime, ZodMiniISODate, ZodMiniISOTime, time, ZodMiniISODuration, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88532);
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81041);
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73305);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55395);


const ZodMiniISODateTime = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniISODateTime", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodISODateTime */ .Ko.init(inst, def);
    _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodMiniStringFormat */ .zUr.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_3__/* ._isoDateTime */ .G1(ZodMiniISODateTime, params);
}
const ZodMiniISODate = /*@__PURE__*/ _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("ZodMiniISODate", (inst, def) => {
    _core_index_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodISODate */ .v1.init(inst, def);
    _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodMiniStringFormat */ .zUr.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_3__/* ._isoDate */ .db(ZodMiniISODate, params);
}
const ZodMiniISOTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISOTime", (inst, def) => {
    core.$ZodISOTime.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function time(params) {
    return core._isoTime(ZodMiniISOTime, params);
}
const ZodMiniISODuration = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODuration", (inst, def) => {
    core.$ZodISODuration.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function duration(params) {
    return core._isoDuration(ZodMiniISODuration, params);
}


/***/ })

};

