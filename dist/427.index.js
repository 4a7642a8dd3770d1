export const id = 427;
export const ids = [427];
export const modules = {

/***/ 59885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ formBody),
/* harmony export */   l: () => (/* binding */ formFile)
/* harmony export */ });
/** The body of a request that sends a form with a file. */
/** A file as a field of a form. */
function formFile(bytes, name, type) {
    return new File([new Uint8Array(bytes)], name, { type });
}
/** The form as `multipart/form-data` (RFC 7578). */
async function formBody(form) {
    const encoded = new Response(form);
    return { bytes: new Uint8Array(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' };
}
//# sourceMappingURL=form-body.js.map

/***/ }),

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

/***/ 17566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ countTold),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   MM: () => (/* binding */ Project),
/* harmony export */   Ns: () => (/* binding */ TestCase),
/* harmony export */   RP: () => (/* binding */ ListedJob),
/* harmony export */   _O: () => (/* binding */ Job),
/* harmony export */   lB: () => (/* binding */ TestSuite),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   zd: () => (/* binding */ RunStats)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73305);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32500);
/**
 * The shapes of Testing Studio's answers, as its API page has them: only the fields that are used or kept. What the page
 * spells in two ways is not read, and `data` may hold one thing or a list of them.
 */


/** An answer with `data`: one thing, a list, or nothing. */
function items(item) {
    const given = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB(({ data }) => data !== undefined, { path: ['data'] }));
    const list = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(({ data }) => (data === null ? [] : Array.isArray(data) ? data : [data]));
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(given, list), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item));
}
const Told = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ meta: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ count: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_ })) });
/** How many things the answer says that there are, where it says so. */
function countTold(answer) {
    return Told.safeParse(answer).data?.meta?.count;
}
/** A text for people, whatever it comes as; what is none is not given. */
const Text = (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()]), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(String))]));
const Flag = (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY());
const Amount = (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._nonnegative */ .UI()));
/** A project. Its Git token is read for one purpose: to be hidden wherever it turns up. */
const Project = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Filled */ .dK,
    name: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    gitStorage: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    gitToken: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
const Artifact = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    artifactId: Text,
    name: Text,
    createdAt: Text,
    deletedAt: Text,
    ttl: Amount,
    isExpired: Flag,
    runId: Text,
});
/** A run, or a generation of test cases, which the vendor calls a run too. */
const Job = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    runId: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .RunId */ .PI,
    projectId: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    createdAt: Text,
    finishedAt: Text,
    duration: Text,
    parallelTestCases: Amount,
    isRevocable: Flag,
    executionMeta: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ current: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_, total: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_ })),
    artifact: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(Artifact),
    // What it was started with.
    group: Text,
    utterance: Text,
    description: Text,
    testSuite: Text,
    simulationData: Text,
    overwrite: Text,
});
/** A job among others in a list, where one of somebody else that is odd must not matter: it needs an id alone. */
const ListedJob = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .extend */ .X$i(Job, { projectId: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), status: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
function isEmpty(told) {
    return Object.keys(told).length === 0;
}
const Figures = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ pass: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_), fail: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_), unavailable: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_) });
/** How many test cases ended how; all absent where the vendor has none. What holds other fields alone are no stats. */
const RunStats = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB((told) => isEmpty(told) || Object.keys(told).some((name) => name in Figures.shape))), Figures);
/** The name of a suite in the project. */
const TestSuite = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ testSuiteName: Text });
const AssertionError = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ step: Text, assertion: Text, expected: Text, found: Text });
const Note = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ text: Text }),
    zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((text) => ({ text }))),
]);
function list(item) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ["catch"] */ .MfU(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item)), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((found) => found ?? [])), []);
}
/** One test case of a run. Case and error texts come from suites and bots, and are hostile. What names no test case is none. */
const TestCase = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    testCaseId: Text,
    testCaseName: Text,
    testCaseDescription: Text,
    status: Text,
    numberOfTries: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    /** In milliseconds, although the page says seconds: its own log shows the same number as ms. */
    executionTime: Amount,
    dialogId: Text,
    goldenDialogId: Text,
    assertionErrors: list(AssertionError),
    generalErrors: list(Note),
    warnings: list(Note),
    hadDelays: Flag,
})
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB(({ testCaseName, testCaseId }) => Boolean(testCaseName || testCaseId)));
const STATES = new Map([
    ['pending', 'under way'],
    ['started', 'under way'],
    ['starting', 'under way'],
    ['running', 'under way'],
    ['retry', 'under way'],
    ['success', 'success'],
    ['successful', 'success'],
    ['failure', 'failure'],
    ['failed', 'failure'],
    ['revoked', 'revoked'],
]);
/** Reads the vendor's status, in the words of the enumeration and of the page's guide. */
function stateOf({ status }) {
    return STATES.get(status.trim().toLowerCase()) ?? 'unknown';
}
//# sourceMappingURL=answers.js.map

/***/ }),

/***/ 7506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ LARGEST_LIST),
/* harmony export */   J9: () => (/* binding */ jsonBody),
/* harmony export */   Ri: () => (/* binding */ createOmiliaClient)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55395);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32500);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/** One way to ask Testing Studio: signed in, its three shapes of errors read, its statuses turned into what to do. */




/** Lists of results may be so large, in bytes. */
const LARGEST_LIST = 128 * 1024 * 1024;
/** A body of JSON. */
function jsonBody(value) {
    return { type: 'application/json', bytes: JSON.stringify(value) };
}
/** The client of one step. */
function createOmiliaClient(base, session, world) {
    const root = base.href.replace(/\/+$/, '');
    const callOf = ({ name, method, template, parameters = {}, body, largest }) => ({
        name: `Omilia ${name}`,
        method,
        template,
        url: new URL(root + (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .fillIn */ .pz)(template, parameters)),
        headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': body.type }) },
        ...(body !== undefined && { body: body.bytes }),
        ...(largest !== undefined && { largest }),
    });
    /** A token can be refused in the middle of a run; then a fresh one is tried once. */
    const signed = async (action) => {
        const headers = await session.headers();
        try {
            return await action(headers);
        }
        catch (thrown) {
            if (!(thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm && thrown.facts.status === 401) || !session.discard(headers))
                throw thrown;
        }
        return action(await session.headers());
    };
    return {
        ask: (wanted) => {
            const call = callOf(wanted);
            return signed(async (headers) => {
                const answer = await world.door.ask({ ...call, headers: { ...call.headers, ...headers } });
                if (!(0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .oJ)(answer))
                    throw refusalOf(call, answer, wanted.confidential === true);
                return answer;
            });
        },
        read(wanted, body, shape) {
            try {
                return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(callOf(wanted), { status: 200, body }, shape);
            }
            catch (thrown) {
                throw wanted.confidential === true ? unsaid(thrown) : thrown;
            }
        },
        download: (wanted, to) => {
            const { name, url } = callOf(wanted);
            return signed((headers) => world.door.download({ name, link: url.href, home: base, headers, to }));
        },
    };
}
function unsaid(thrown) {
    if (!(thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm))
        return thrown;
    const { said: _, ...facts } = thrown.facts;
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(thrown.message, facts);
}
const Word = (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
const Detail = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => [text])),
    zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ loc: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J())), msg: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
]);
/** The vendor's errors come as `detail`, a text or a list, or as `errors`. */
const ErrorBody = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    detail: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(Detail),
    errors: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ title: Word, detail: Word }))),
});
/** What the vendor says in an error, in its own words. */
function messageIn(body) {
    const parsed = ErrorBody.safeParse((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body));
    if (!parsed.success)
        return '';
    const details = (parsed.data.detail ?? []).map((each) => typeof each === 'string' ? each : [...(each.loc ?? []).map(String), each.msg].join(': '));
    const errors = (parsed.data.errors ?? []).map(({ title, detail }) => [title, detail].filter((text) => typeof text === 'string').join(': '));
    return [...details, ...errors].filter((text) => text !== '').join('; ');
}
const EXPLANATIONS = new Map([
    [400, 'the vendor did not accept the request; check suite and the other inputs of this provider'],
    [401, 'api-key, token, or username and password are not accepted, or have expired'],
    [402, 'the account has no licence or credit left'],
    [403, 'the account has no access to this, or no licence is left; check both in the console'],
    [404, 'nothing is there; check suite, run-id and base-url (with the prefix of the product, and without /api)'],
    [
        405,
        'the vendor gives this answer when nothing exists at that address; check base-url (with the prefix of the product, and without /api)',
    ],
    [413, 'the vendor does not accept this much data'],
    [422, 'the vendor did not accept the request; check suite and the other inputs of this provider'],
    [429, "the vendor's rate limit is used up for now"],
]);
const NO_LICENCE = /licen[cs]e|credit|quota/i;
const LICENCE_STATUS = new Set([402, 403]);
function refusalOf(call, answer, confidential) {
    const plain = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(call, answer, EXPLANATIONS.get(answer.status));
    const message = messageIn(answer.body);
    const { said, ...others } = plain.facts;
    const words = message !== '' ? message : confidential ? undefined : said;
    const facts = { ...others, ...(words !== undefined && { said: words }) };
    if (!LICENCE_STATUS.has(answer.status) || !NO_LICENCE.test(message))
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(plain.message, facts);
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(`${plain.message}; it says the licence is the reason`, { ...facts, kind: 'vendor', persistence: 'lasting' });
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 50281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $3: () => (/* binding */ ARCHIVE),
  hb: () => (/* binding */ archiveKeeper),
  rz: () => (/* binding */ awaitArchive),
  t8: () => (/* binding */ isKept),
  jA: () => (/* binding */ progressOf)
});

// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/providers/omilia/answers.js
var answers = __webpack_require__(17566);
;// CONCATENATED MODULE: ./build/providers/omilia/archive-end.js
/** Whether a downloaded ZIP is whole, by its end record: a body without a length can be cut without anybody telling. */
const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** An end record may be followed by a comment of that size at most, in bytes. */
const LONGEST_TAIL = 22 + 0xffff;
/** `whole` and `cut` are ZIPs; `other` does not even begin like one. */
async function archiveEnd(file) {
    let head = Buffer.alloc(0);
    let tail = Buffer.alloc(0);
    for await (const chunk of file) {
        if (head.length < 2)
            head = Buffer.concat([head, chunk.subarray(0, 2)]);
        tail = Buffer.concat([tail, chunk]);
        tail = tail.subarray(Math.max(0, tail.length - LONGEST_TAIL));
    }
    if (head.subarray(0, 2).toString('latin1') !== 'PK')
        return 'other';
    return tail.includes(END_RECORD) ? 'whole' : 'cut';
}
//# sourceMappingURL=archive-end.js.map
;// CONCATENATED MODULE: ./build/providers/omilia/job-end.js
/** What runs and generations have in common from their last status on: the archive that comes, and how it is kept. */



/** The name under which the vendor's archive is kept. */
const ARCHIVE = 'artifacts.zip';
/** How far a job is, in jobs of the vendor's own; absent where it does not say. */
function progressOf({ executionMeta }) {
    const { current, total } = executionMeta ?? { current: 0, total: 0 };
    if (total === 0)
        return undefined;
    return { progress: { percent: Math.min(100, (100 * current) / total), text: `${current} of ${total} jobs` } };
}
/**
 * The first end that is seen stands, whatever the vendor says afterwards. It is `finished` when the archive is there, or
 * after `graceMs` without one: the vendor does not say that both come at once.
 */
function awaitArchive({ clock }, graceMs) {
    let first;
    let evidence;
    return ({ job, body }) => {
        const state = (0,answers/* stateOf */.L4)(job);
        const isEnd = state === 'success' || state === 'failure';
        if (isEnd)
            first ??= { state, at: clock.now() };
        if (first === undefined)
            return undefined;
        const isSame = state === first.state;
        if (isSame || evidence === undefined)
            evidence = body;
        const isThere = isSame && job.artifact !== null && job.artifact !== undefined;
        return isThere || clock.now() - first.at >= graceMs ? { state: 'finished', evidence } : undefined;
    };
}
/** A store can be late by seconds, so an archive that is told and not found is asked for again so often. */
const MOST_MISSES = 2;
/** Something else can stand in an archive's place for a moment, such as a page of a proxy; after that it is what the vendor has. */
const MOST_OTHERS = 2;
/** Keeps the archive of one job. */
function archiveKeeper(client) {
    let misses = 0;
    let others = 0;
    /** Rejects with the trouble, unless it means that there is no archive. */
    const missed = (thrown) => {
        if (!(thrown instanceof trouble/* Trouble */.qm) || thrown.facts.persistence !== 'missing')
            throw thrown;
        if (thrown.facts.kind === 'auth')
            throw (0,trouble/* lastingTrouble */.Ac)('auth', `${thrown.message}; check the access of the account to artifacts`);
        misses += 1;
        if (misses <= MOST_MISSES)
            throw new trouble/* Trouble */.qm(thrown.message, { ...thrown.facts, persistence: 'passing' });
        return 'there is none';
    };
    const checkEnd = (end, name) => {
        if (end === 'cut')
            throw new trouble/* Trouble */.qm(`Omilia ${name} has no end record, so it was cut off on the way`, { kind: 'network', persistence: 'cut' });
        if (end === 'other' && ++others <= MOST_OTHERS)
            throw new trouble/* Trouble */.qm(`Omilia ${name} is not a ZIP`, { kind: 'contract', persistence: 'passing' });
    };
    return async ({ artifact }, wanted, folder) => {
        if (artifact === null)
            return 'there is none';
        if (artifact?.isExpired === true)
            return 'it has expired';
        const absence = await client.download(wanted, folder.place(ARCHIVE)).then(() => undefined, missed);
        if (absence === undefined)
            checkEnd(await archiveEnd(folder.read(ARCHIVE)), wanted.name);
        return absence;
    };
}
/** Whether an archive came, whole or without its own end. */
function isKept(folder) {
    return archiveEnd(folder.read(ARCHIVE)).then(() => true, () => false);
}
//# sourceMappingURL=job-end.js.map

/***/ }),

/***/ 48075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ listCall),
/* harmony export */   P5: () => (/* binding */ jobsSince),
/* harmony export */   PQ: () => (/* binding */ readyJob)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55395);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17566);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7506);
/** Runs and generations are started in the same way, and can be found in their project's list when the answer was lost. */




/** The call that lists a project's jobs. */
function listCall({ what, listTemplate }, project) {
    return { name: `list of ${what}s`, method: 'GET', template: listTemplate, parameters: { project }, largest: _client_js__WEBPACK_IMPORTED_MODULE_2__/* .LARGEST_LIST */ .Cm };
}
const StartedJob = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pick */ .UpN(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .Job */ ._O, { runId: true }));
/** What can be started in that project, which remembers what is there already. */
async function readyJob(job, project, client) {
    const list = () => listed(job, project, client);
    const idsNow = async () => {
        const jobs = await list().catch(withoutList);
        return jobs && new Set(jobs.map(({ runId }) => runId));
    };
    let before = await idsNow();
    let isRepeated = false;
    const start = async (known) => {
        // A start that was refused can be repeated much later, and what others started meanwhile is not ours.
        if (isRepeated)
            before = await idsNow().catch(notSent);
        isRepeated = true;
        const id = await startJob(job, project, client);
        known(id);
        return id;
    };
    if (before === undefined)
        return { start };
    const isNew = ({ runId }) => before?.has(runId) === false;
    return {
        start,
        find: async () => idsOf(ours(job, project, (await list()).filter(isNew))),
        // Before a start that is repeated others are asked for anew, and that comes too late for a mark.
        get mark() {
            return isRepeated ? undefined : JSON.stringify([...(before ?? [])].slice(0, REMEMBERED));
        },
    };
}
/** So many of the newest jobs tell another process what was there. */
const REMEMBERED = 50;
const Mark = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
/** The jobs with our parameters that are listed as newer than those of a mark. */
async function jobsSince(mark, job, project, client) {
    const before = new Set(Mark.parse(JSON.parse(mark)));
    const jobs = await listed(job, project, client);
    const first = jobs.findIndex(({ runId }) => before.has(runId));
    // A list that holds none of them is not the one that was.
    if (first === -1 && before.size > 0)
        return [];
    return idsOf(ours(job, project, first === -1 ? jobs : jobs.slice(0, first)));
}
async function listed(job, project, client) {
    const wanted = listCall(job, project);
    return client.read(wanted, (await client.ask(wanted)).body, (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .ListedJob */ .RP));
}
/** A job is taken for ours, and may be stopped, only when it names our project, as the vendor's lists do. */
function ours({ parameters }, project, jobs) {
    return jobs.filter((each) => each.projectId === project && hasParameters(each, parameters));
}
function idsOf(jobs) {
    return jobs.map(({ runId }) => runId);
}
/** The start was not sent yet, so none is lost. */
function notSent(thrown) {
    throw thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm ? new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(thrown.message, { ...thrown.facts, unheard: true }) : thrown;
}
/** The list serves lost starts only: one that cannot be read, or is not there, keeps nobody from starting. */
function withoutList(thrown) {
    const isHarmless = thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm && (thrown.facts.persistence === 'shape' || thrown.facts.persistence === 'missing');
    if (!isHarmless)
        throw thrown;
}
/** An answer about more than one job does not say which is ours: it counts as lost. */
async function startJob({ what, template, parameters }, project, client) {
    const wanted = {
        name: `start of the ${what}`,
        method: 'POST',
        template,
        body: (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonBody */ .J9)({ projectId: project, ...parameters }),
    };
    const answer = await client.ask(wanted);
    const [job, ...others] = client.read(wanted, answer.body, StartedJob);
    if (job !== undefined && others.length === 0)
        return job.runId;
    throw new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(`Omilia start of the ${what} answered with ${others.length + (job === undefined ? 0 : 1)} ${what}s in place of one`, {
        kind: 'contract',
        persistence: 'shape',
    });
}
function hasParameters(job, wanted) {
    const told = job;
    return Object.keys(wanted).every((name) => plain(told[name]) === plain(wanted[name]));
}
/** Nothing, an empty text and false are the same: the defaults. */
function plain(value) {
    const text = value === undefined || value === null ? '' : String(value);
    return text.toLowerCase() === 'false' ? '' : text;
}
//# sourceMappingURL=job-start.js.map

/***/ }),

/***/ 65296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ openProject)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55395);
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64971);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);
/* harmony import */ var _form_body_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59885);
/* harmony import */ var _once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41891);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62695);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17566);
/** A project of Testing Studio: found by id or name, and its test suites replaced where the repository has them. */







/** Opens a project without sending anything. `path` is where its suites lie in the repository. */
function openProject(name, path, tools) {
    const found = (0,_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(() => findProject(name, tools));
    const archive = (0,_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(() => readArchive(path, tools.world));
    const sent = (0,_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(async () => {
        const project = await found();
        if (path !== undefined)
            await sendSuites(project, path, archive, tools);
        return project.id;
    });
    const project = {
        check: async () => void (await archive()),
        async examine() {
            await found();
            return PROJECT_IS_THERE;
        },
        id: async () => (await found()).id,
        hasId: async (id) => (UUID.test(name) ? id.toLowerCase() === name.toLowerCase() : id === (await found()).id),
        ready: sent,
    };
    if (path === undefined)
        return project;
    return {
        ...project,
        places: async (names) => (await __webpack_require__.e(/* import() */ 642).then(__webpack_require__.bind(__webpack_require__, 2642))).suitePlaces(path, (await archive()).files, names),
    };
}
const PROJECT_IS_THERE = {
    proved: 'the account is accepted, and the project is there',
    unproved: ['whether the account may start runs, and has licences left for them'],
};
/** The suites from the repository, as they are sent; loaded only where there are any. */
async function readArchive(path, world) {
    return path === undefined
        ? { bytes: new Uint8Array(), files: [] }
        : (await __webpack_require__.e(/* import() */ 442).then(__webpack_require__.bind(__webpack_require__, 20442))).suiteArchive(path, world);
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
async function findProject(name, { client, world }) {
    const project = UUID.test(name) ? await projectById(name, client) : await projectByName(name, client);
    if (typeof project.gitToken === 'string')
        world.secret(project.gitToken);
    return project;
}
async function projectById(id, client) {
    const wanted = {
        name: 'project',
        method: 'GET',
        template: '/api/projects/{project}',
        parameters: { project: id },
        confidential: true,
    };
    const answer = await client.ask(wanted).catch((thrown) => {
        throw thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm && thrown.facts.status === 404 ? notFound(id, `${ELSEWHERE} (HTTP 404)`) : thrown;
    });
    const project = client.read(wanted, answer.body, (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)(_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .Project */ .MM)).find((each) => each.id.toLowerCase() === id.toLowerCase());
    if (project === undefined)
        throw new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`Omilia answered about a project other than the one in suite; ${ELSEWHERE}`, {
            kind: 'contract',
            persistence: 'shape',
        });
    return project;
}
async function projectByName(name, client) {
    const wanted = {
        name: 'projects',
        method: 'GET',
        template: '/api/projects/',
        confidential: true,
    };
    const listed = client.read(wanted, (await client.ask(wanted)).body, (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()));
    const projects = listed.flatMap((each) => _answers_js__WEBPACK_IMPORTED_MODULE_2__/* .Project */ .MM.safeParse(each).data ?? []);
    const [project, ...others] = projects.filter((each) => each.name === name);
    if (project === undefined)
        throw notFound(name, listing(listed.length, projects.length));
    if (others.length === 0)
        return project;
    const ids = [project, ...others].map(({ id }) => id);
    const plain = ids.filter((id) => PLAIN_ID.test(id));
    throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('config', `suite: Omilia has ${ids.length} projects by the name ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}; give the id of one${plain.length === 0 ? '' : `: ${plain.join(', ')}`}`);
}
/** An id that is fit for a sentence of ours. */
const PLAIN_ID = /^[\w-]{1,64}$/;
const ELSEWHERE = 'check base-url too, with the prefix of the product, and without /api';
/** What the account sees, by the number of projects in the list and of those that could be read. */
function listing(listed, readable) {
    const unread = listed - readable;
    const seen = `the account has access to ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_5__/* .countOf */ .pq)(listed, 'projects')}`;
    return unread === 0 ? seen : `${seen}, ${unread} of which could not be read`;
}
function notFound(name, more) {
    const remedy = 'check suite for spelling, spaces and case, and the access of the account';
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('config', `suite: Omilia knows no project ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}; ${remedy}${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .commaHint */ .JW)(name)}; ${more}`);
}
async function sendSuites(project, path, archive, { client, world }) {
    const name = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(project.name ?? project.id);
    if (project.gitStorage === true) {
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('config', `suite-path: the project ${name} loads its test suites from Git, so none can be sent to it; leave suite-path out, or use a project on S3 storage`);
    }
    await upload(project.id, (await archive()).bytes, client);
    world.notice(`suite-path: the test suites of the Omilia project ${name} are now those of ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)}, for everybody who uses it; a concurrency group in the workflow keeps two runs from changing them at the same time`);
}
/** Whether the ZIP goes as a form or as it is, the vendor's page does not say: what is refused as the one is tried as the other. */
async function upload(project, archive, client) {
    const call = {
        name: 'upload of test suites',
        method: 'POST',
        template: '/api/projects/{project}/suites/',
        parameters: { project },
    };
    try {
        await client.ask({ ...call, body: await asForm(archive) });
    }
    catch (thrown) {
        if (!isRefusedForm(thrown))
            throw thrown;
        await client.ask({ ...call, body: { type: 'application/zip', bytes: archive } }).catch((second) => {
            throw isRefusedForm(second) ? refusedTwice(thrown, second) : second;
        });
    }
}
const REFUSED_FORM = new Set([400, 415, 422]);
function isRefusedForm(thrown) {
    return thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm && REFUSED_FORM.has(thrown.facts.status ?? 0);
}
function refusedTwice(form, raw) {
    const said = [form.facts.said, raw.facts.said].filter((text) => text !== undefined).join('\n');
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('config', `${form.message}, and HTTP ${raw.facts.status} to the ZIP as it is; check the suite in suite-path`, said);
}
function asForm(archive) {
    const form = new FormData();
    form.set('file', (0,_form_body_js__WEBPACK_IMPORTED_MODULE_6__/* .formFile */ .l)(archive, 'suites.zip', 'application/zip'));
    return (0,_form_body_js__WEBPACK_IMPORTED_MODULE_6__/* .formBody */ .b)(form);
}
//# sourceMappingURL=project.js.map

/***/ }),

/***/ 91257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ createSession)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55395);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _ready_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25703);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32500);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/* harmony import */ var _sign_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14562);
/** The session of a step at Omilia: a personal access token, a ready bearer token, or a Keycloak sign-in that is kept alive. */






/** The session by whichever credentials were given. */
function createSession(credentials, world) {
    const { 'api-key': key, token } = credentials;
    if (key !== undefined)
        return fixed({ 'x-ocp-personal-access-token': key });
    if (token !== undefined)
        return fixed(bearer((0,_ready_token_js__WEBPACK_IMPORTED_MODULE_4__/* .readyToken */ .$)(token, world)));
    return signedIn(createKeycloak(credentials, world), world);
}
function fixed(headers) {
    return { headers: () => Promise.resolve(headers), discard: () => false };
}
function bearer(token) {
    return { authorization: `Bearer ${token}` };
}
/** All suites of a step share one session, so that they do not sign in side by side. */
function signedIn(keycloak, { clock }) {
    let tokens;
    let renewal;
    const renew = async (old) => {
        try {
            tokens = await freshTokens(keycloak, old, clock.now());
            return tokens.access;
        }
        catch (thrown) {
            // It is renewed early, so an outage of the sign-in does no harm as long as the old one is good.
            if (old !== undefined && clock.now() < old.expiresAt && isPassing(thrown))
                return old.access;
            throw thrown;
        }
        finally {
            renewal = undefined;
        }
    };
    return {
        async headers() {
            if (tokens !== undefined && clock.now() < tokens.renewAt)
                return bearer(tokens.access);
            renewal ??= renew(tokens);
            return bearer(await renewal);
        },
        discard(refused) {
            if (tokens !== undefined && refused['authorization'] === bearer(tokens.access)['authorization']) {
                tokens = keycloak.once ? { ...tokens, renewAt: 0, expiresAt: 0 } : undefined;
            }
            return true;
        },
    };
}
async function freshTokens(keycloak, old, now) {
    const { refresh } = old ?? {};
    if (refresh !== undefined && now < refresh.expiresAt) {
        const refreshed = await keycloak.refresh(refresh.token);
        if (refreshed !== undefined)
            return refreshed;
    }
    return keycloak.signIn();
}
function isPassing(thrown) {
    return thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm && thrown.facts.persistence !== 'lasting';
}
/** The fields that are used of Keycloak's answer; times in seconds. 300 is what the vendor's page shows. */
const TokenAnswer = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    access_token: _shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .Filled */ .dK,
    expires_in: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .Digits */ .rI),
    refresh_token: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .Filled */ .dK),
    refresh_expires_in: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .Digits */ .rI),
});
const USUAL_LIFE = 300;
const RENEWED_BEFORE = 30_000;
function createKeycloak(credentials, world) {
    const { username = '', password = '', otp } = credentials;
    const grant = tokenEndpoint(credentials, world);
    let used = false;
    return {
        once: otp !== undefined,
        async signIn() {
            if (used && otp !== undefined)
                throw usedUp();
            const tokens = await grant({ grant_type: 'password', username, password, ...(otp !== undefined && { otp }) });
            used = true;
            return tokens;
        },
        async refresh(token) {
            try {
                return await grant({ grant_type: 'refresh_token', refresh_token: token });
            }
            catch (thrown) {
                if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm && REFUSED.has(thrown.facts.status ?? 0))
                    return undefined;
                throw thrown;
            }
        },
    };
}
const REFUSED = new Set([400, 401, 403]);
function usedUp() {
    const message = 'the session at Omilia is over, and otp, a one-time password, cannot sign in a second time; use a personal access token (api-key)';
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(message, { kind: 'auth', persistence: 'lasting', unheard: true });
}
function tokenEndpoint(credentials, world) {
    const url = credentials['auth-url'] ?? new URL(credentials['base-url'].origin);
    const realm = credentials.realm ?? (0,_sign_in_js__WEBPACK_IMPORTED_MODULE_3__/* .realmOf */ .L1)(url) ?? '';
    const root = url.href.replace(/\/+$/, '').replace(/\/auth$/, '');
    const call = {
        name: 'Omilia sign-in',
        method: 'POST',
        url: new URL(`${root}/auth/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`),
        template: '/auth/realms/{realm}/protocol/openid-connect/token',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    };
    let hasGranted = false;
    return async (form) => {
        const askedAt = world.clock.now();
        const answer = await quietly(() => world.door.ask({ ...call, body: new URLSearchParams({ client_id: 'ocp', ...form }).toString() }));
        const tokens = await quietly(async () => readTokens(call, answer, hasGranted));
        hasGranted = true;
        for (const secret of [tokens.access_token, tokens.refresh_token ?? ''])
            world.passingSecret(secret);
        return lifetimes(tokens, askedAt);
    };
}
/** A realm that has signed us in is there: a 404 from its place is that of a gateway, and passes. */
function readTokens(call, answer, hasGranted) {
    if ((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .oJ)(answer))
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(call, answer, TokenAnswer);
    if (answer.status === 404 && hasGranted)
        throw new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(call, answer).message, { kind: 'vendor', persistence: 'passing', status: 404 });
    const plain = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(call, answer, EXPLANATIONS.get(answer.status));
    if (!REFUSED.has(answer.status) && answer.status !== 404)
        throw plain;
    throw new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(plain.message, {
        kind: answer.status === 404 ? 'config' : 'auth',
        persistence: 'lasting',
        status: answer.status,
    });
}
const WRONG = 'username, password or otp is not accepted, or the account needs an otp; a personal access token (api-key) needs none of them';
const EXPLANATIONS = new Map([
    [400, WRONG],
    [401, WRONG],
    [403, 'the account may not sign in; use a personal access token (api-key), or another account'],
    [404, 'there is no such realm; check auth-url and realm (older hosts have master, newer ones ocp)'],
]);
/**
 * What the sign-in says can repeat the credentials, so no word of it is kept. And whatever fails here, the API was not
 * asked yet: a start that was on its way is not lost.
 */
async function quietly(action) {
    try {
        return await action();
    }
    catch (thrown) {
        if (!(thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm))
            throw thrown;
        const { said: _, ...facts } = thrown.facts;
        throw new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(thrown.message, { ...facts, unheard: true });
    }
}
/** Renewed 30 s before the end; a token that lives shorter than a minute, at half of its life. No end is told by 0. */
function lifetimes(answer, askedAt) {
    const life = (answer.expires_in ?? USUAL_LIFE) * 1000;
    const refreshLife = (answer.refresh_expires_in ?? 0) * 1000;
    const refresh = answer.refresh_token;
    return {
        access: answer.access_token,
        renewAt: askedAt + life - Math.min(RENEWED_BEFORE, life / 2),
        expiresAt: askedAt + life,
        ...(typeof refresh === 'string' && {
            refresh: { token: refresh, expiresAt: refreshLife === 0 ? Number.POSITIVE_INFINITY : askedAt + refreshLife },
        }),
    };
}
//# sourceMappingURL=session.js.map

/***/ }),

/***/ 14562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ realmOf),
/* harmony export */   Vs: () => (/* binding */ credentialMistakes),
/* harmony export */   hR: () => (/* binding */ omiliaSecrets),
/* harmony export */   pn: () => (/* binding */ omiliaFields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55395);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);
/** How Omilia knows us: the inputs of the three ways to sign in, and what is wrong with them. */


const EXAMPLE = 'https://eu1-m.ocp.ai/product-prefix';
const BASE_URL = `the address of Testing Studio's API with the prefix of the product, such as ${EXAMPLE}; it ends before /api`;
/** The inputs that every Omilia provider has. */
const omiliaFields = {
    'base-url': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredAddress */ .WG)(BASE_URL, EXAMPLE).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB(({ pathname }) => !/\/api\/?$/.test(pathname), {
        error: `ends in /api; give the address without it, such as ${EXAMPLE}`,
    })),
    'api-key': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    username: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    password: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    otp: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    'auth-url': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalAddress */ .ZZ)(EXAMPLE).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB((url) => url === undefined || !/\/realms(\/|$)/.test(url.pathname), {
        error: 'holds the path of a realm; give the origin alone, such as https://eu1-m.ocp.ai, and the realm as realm',
    })),
    realm: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    token: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
};
/** The names of those inputs that hold secrets. */
const omiliaSecrets = ['api-key', 'password', 'otp', 'token'];
/** Which realm each known host of the vendor has; a wrong one is answered with 404. */
const REALMS = new Map([
    ['eu1-m.ocp.ai', 'master'],
    ['us1-m.ocp.ai', 'master'],
    ['auth.us2-m.ocp.ai', 'master'],
    ['pub.ca1.ocp.ai', 'ocp'],
    ['pub.frankfurt.ocp.ai', 'ocp'],
]);
/** The realm to sign in to at that address, where the vendor's hosts tell it. */
function realmOf(authUrl) {
    return REALMS.get(authUrl.host);
}
/** What is missing among the credentials, or cannot be used together. Never shows a value. */
function credentialMistakes(raw) {
    const given = (name) => (raw[name] ?? '').trim() !== '';
    const signsIn = ['username', 'password', 'otp'].some(given);
    const ways = ['api-key', 'token'].filter(given);
    if (ways.length === 0 && !signsIn)
        return [missing('api-key', `${KEY} (or give username and password, or token, a bearer token)`)];
    const used = [...ways, ...(signsIn ? ['username'] : [])];
    const [first, ...others] = used;
    const clashes = others.map((input) => mistake(input, `is given beside ${first}; give one way to sign in only`));
    return [...clashes, ...(ways.length === 0 ? signInMistakes(raw, given) : [])];
}
const KEY = 'is required: a personal access token of Omilia';
function signInMistakes(raw, given) {
    const absent = ['username', 'password'].filter((name) => !given(name));
    const mistakes = absent.map((input) => missing(input, 'is required: it belongs to the sign-in with username and password'));
    const at = URL.parse((raw['auth-url'] ?? '').trim() || (raw['base-url'] ?? '').trim());
    if (given('realm') || at === null || realmOf(at) !== undefined)
        return mistakes;
    return [
        ...mistakes,
        mistake('realm', `is required: the realm of ${at.host} is not known here; older hosts have master, newer ones ocp`),
    ];
}
function missing(input, text) {
    return { input, text, missingCredential: true };
}
function mistake(input, text) {
    return { input, text, missingCredential: false };
}
//# sourceMappingURL=sign-in.js.map

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

/***/ 25703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readyToken)
/* harmony export */ });
/** Tokens that the user brings along. */
/** A ready-made token without the word `Bearer`, with which it is often copied; told to `secret`, which knows only the input. */
function readyToken(given, { secret }) {
    const token = given.replace(/^bearer\s+/i, '');
    secret(token);
    return token;
}
//# sourceMappingURL=ready-token.js.map

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

/***/ 54113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ unknownStatusTeller)
/* harmony export */ });
/** Tells a status that nobody knows, once. */
function unknownStatusTeller({ warn }) {
    let isTold = false;
    return (status) => {
        if (!isTold)
            warn('the vendor reported an unknown status; the run is treated as still running', status);
        isTold = true;
    };
}
//# sourceMappingURL=unknown-status.js.map

/***/ })

};

