export const id = 922;
export const ids = [922];
export const modules = {

/***/ 46202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createKoreClient)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73305);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87939);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/** One way to ask Kore.ai's public API: signed, within its rate limits, its error table turned into what to do. */




/** The client of one step. */
function createKoreClient(base, language, signer, world) {
    const call = (wanted) => ({
        name: wanted.name,
        method: wanted.method,
        url: new URL(base.href.replace(/\/+$/, '') + (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .fillIn */ .pz)(wanted.template, wanted.parameters)),
        template: wanted.template,
        headers: { accept: 'application/json', ...(language !== undefined && { 'bot-language': language }) },
        limits: rateLimits(wanted.countedBy),
        ...(wanted.largest !== undefined && { largest: wanted.largest }),
    });
    const authorization = async () => ({ auth: await signer.token() });
    const once = async (wanted) => {
        const unsigned = call(wanted);
        const answer = await world.door.ask({
            ...unsigned,
            headers: { ...unsigned.headers, ...(await authorization()), 'content-type': wanted.upload?.type ?? 'application/json' },
            ...bodyOf(wanted),
        });
        const trouble = troubleIn(unsigned, answer, wanted);
        if (trouble !== undefined)
            throw trouble;
        return answer;
    };
    const ask = async (wanted) => {
        try {
            return await once(wanted);
        }
        catch (thrown) {
            const isRefusedToken = thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm && thrown.facts.status === 401 && thrown.facts.kind === 'auth';
            if (!isRefusedToken || !signer.setClock(thrown.facts.serverTime))
                throw thrown;
            return once(wanted);
        }
    };
    return { call, ask, authorization, read: async (wanted, shape) => (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(call(wanted), await ask(wanted), shape) };
}
function bodyOf({ body, upload }) {
    if (upload !== undefined)
        return { body: upload.bytes };
    return body === undefined ? {} : { body: JSON.stringify(body) };
}
/** 60 a minute and 1,800 an hour, by the vendor's page on rate limits. */
function rateLimits(countedBy) {
    return [
        { key: `minute ${countedBy}`, calls: 60, perMs: 60_000 },
        { key: `hour ${countedBy}`, calls: 1800, perMs: 3_600_000 },
    ];
}
/** The vendor's error body; `code` is often not the HTTP status, so it is not looked at. */
const ErrorBody = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ errors: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ msg: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })).check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._minLength */ .m9(1)) });
/** What each message of the vendor's error table means. The first that fits is taken. */
const EXPLANATIONS = [
    {
        said: /rate.?limit/i,
        text: () => "the vendor's rate limit is used up for now",
        facts: { kind: 'rate-limit', persistence: 'passing', unheard: true },
    },
    {
        said: /scope is incorrect|permission denied/i,
        text: ({ scope }) => `the app lacks the API scope "${scope}"; grant it to the app, and publish the bot, since a new scope works only then`,
        facts: { kind: 'auth', persistence: 'lasting', unheard: true },
    },
    {
        said: /verifying the jwt/i,
        text: () => 'the token was not accepted because of its times or its jti; check the clock of the runner, and that the token in use is not an old one',
        facts: { kind: 'auth', persistence: 'lasting', unheard: true },
    },
    {
        said: /invalid (sdk credentials|jwt)/i,
        text: () => 'client-id, client-secret (or the token in their place) or bot-id is wrong, and the vendor does not say which; or jwt-algorithm is not the one of the app, or the app enforces JWE encryption, which is not supported',
        facts: { kind: 'auth', persistence: 'lasting', unheard: true },
    },
    {
        said: /invalid stream/i,
        text: () => 'the vendor does not know this bot-id; copy it from General Settings of the app',
        facts: { kind: 'config', persistence: 'lasting' },
    },
    {
        said: /test suite not found/i,
        text: ({ parameters: { suite = '' } }) => `the bot has no suite by the name ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(suite)}; check suite for spelling, spaces and case, and bot-version${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .commaHint */ .JW)(suite)}`,
        facts: { kind: 'config', persistence: 'lasting' },
    },
    {
        said: /test result not found/i,
        text: () => 'the vendor does not know this run of this suite',
        facts: { kind: 'config', persistence: 'missing' },
    },
    {
        said: /csv format/i,
        text: () => 'the vendor cannot read the CSV of suite-path; its columns are input,intent,parentIntent,entityName,entityValue,entityOrder',
        facts: { kind: 'config', persistence: 'lasting' },
    },
    {
        said: /invalid file/i,
        text: () => 'the vendor does not take the file of suite-path that was just uploaded to it; check that client-id belongs to the account of the bot',
        facts: { kind: 'config', persistence: 'lasting' },
    },
];
const BY_STATUS = new Map([
    [401, 'client-id, client-secret (or the token in their place) or bot-id is wrong; the vendor does not say which'],
    [403, 'the app or the token has no access to this bot'],
    [404, 'nothing is there; check base-url and bot-id'],
    [405, 'the vendor gives this answer when nothing exists at that address; check base-url'],
    [
        412,
        'the vendor did not accept the request; check bot-version, and the other inputs of this provider, such as engine or user-email',
    ],
]);
/** No error of the vendor is nearly as long, in bytes, so nothing longer is parsed to find one. */
const LONGEST_ERROR = 64 * 1024;
function messagesIn({ body }) {
    const parsed = ErrorBody.safeParse(body.byteLength > LONGEST_ERROR ? undefined : (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body));
    return parsed.success ? parsed.data.errors.map(({ msg }) => msg).join('; ') : '';
}
function troubleIn(call, answer, wanted) {
    const messages = messagesIn(answer);
    if ((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .oJ)(answer) && messages === '')
        return undefined;
    const plain = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(call, answer, BY_STATUS.get(answer.status));
    const known = EXPLANATIONS.find(({ said }) => said.test(messages));
    if (known === undefined)
        return plain;
    const explained = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(call, answer, known.text(wanted));
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(explained.message, { ...explained.facts, unheard: false, ...known.facts });
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 60922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  korePublish: () => (/* binding */ korePublish)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./build/answer.js
var build_answer = __webpack_require__(63412);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/providers/provider.js
var provider = __webpack_require__(74096);
// EXTERNAL MODULE: ./build/providers/kore/client.js
var kore_client = __webpack_require__(46202);
// EXTERNAL MODULE: ./build/unknown-status.js
var unknown_status = __webpack_require__(54113);
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/results.js
var build_results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(72380);
// EXTERNAL MODULE: ./build/shapes.js
var shapes = __webpack_require__(32500);
// EXTERNAL MODULE: ./build/providers/kore/status-word.js
var status_word = __webpack_require__(81868);
;// CONCATENATED MODULE: ./build/providers/kore/publish-status.js
/** The status answer of a Kore.ai publish: its shape, which publish it tells of, and what its resources come to. */






const Text = (0,shapes/* lenient */.W_)(schemas/* string */.YjP());
const Resource = schemas/* object */.Ikc({ resourceId: Text, resourceType: Text, name: Text, status: Text });
/** The fields that are used of the answer to a status call; see the vendor's page on the publish status. */
const PublishStatus = schemas/* object */.Ikc({
    _id: Text,
    requestedTime: Text,
    status: schemas/* string */.YjP(),
    percentageComplete: (0,shapes/* lenient */.W_)(schemas/* number */.aig()),
    statusSummary: schemas/* nullish */.cl6(schemas/* array */.YOg(Resource)),
});
/** Which publish an answer tells of, in the characters of a run id: the vendor keeps one alone, the last. */
function markOf({ _id, requestedTime }) {
    return `${(0,run_id/* inIdCharacters */.Vh)(_id ?? '')}:${(0,run_id/* inIdCharacters */.Vh)(requestedTime ?? '')}`;
}
/** Whether an answer says which publish it tells of. */
function namesPublish({ _id, requestedTime }) {
    return (_id ?? '') !== '' || (requestedTime ?? '') !== '';
}
/** What one publish is known by: its `_id`; its mark where it has none, or the one of the publish before, whose mark is `before`. */
function identityOf(status, before = '') {
    const id = (0,run_id/* inIdCharacters */.Vh)(status._id ?? '');
    return id === '' || before.startsWith(`${id}:`) ? markOf(status) : id;
}
/** Whether an answer tells of the publish that is known by that. */
function isKnownBy(identity, status) {
    return identity === identityOf(status) || identity === markOf(status);
}
const SUCCESSFUL = new Set(['successful', 'success', 'completed']);
/** Whether the publish as a whole is called a success, in the page's word or a likely one. */
function isSuccessful({ status }) {
    return SUCCESSFUL.has((0,status_word/* plainWord */.hx)(status));
}
/** Whether the publish as a whole waits for somebody's approval, and so is not live. */
function isAwaitingApproval({ status }) {
    return (0,status_word/* plainWord */.hx)(status) === 'awaitingapproval';
}
/** The resources that are not called a success; how a failure looks is documented nowhere. */
function unsuccessful({ statusSummary }) {
    return (statusSummary ?? []).filter((resource) => !isGood(resource));
}
function isGood({ status }) {
    return ['success', 'successful'].includes((0,status_word/* plainWord */.hx)(status ?? ''));
}
/** The results of a publish that is over: its resources, held against what is said of the whole. */
function publishResults(status) {
    const resources = status.statusSummary ?? [];
    const names = (0,build_results/* uniqueNames */.uZ)(resources.map(({ name, resourceType, resourceId }) => name || resourceType || resourceId || 'resource'));
    const cases = resources.map((resource, index) => toCase(resource, names[index] ?? ''));
    const bad = unsuccessful(status).length;
    const contradictions = [
        ...(isAwaitingApproval(status) ? [AWAITING_APPROVAL] : []),
        ...(isSuccessful(status) && bad > 0
            ? [`it calls the publish ${(0,status_word/* plainWord */.hx)(status.status)}, but ${bad} of its resources ${(0,count_words/* isOrAre */.Cj)(bad)} not`]
            : []),
    ];
    const results = { cases, counts: (0,build_results/* countCases */.zp)(cases), metrics: {}, figures: new Map(), contradictions, warnings: [] };
    return status_word/* ENDED */.hV.has((0,status_word/* plainWord */.hx)(status.status)) ? { ...results, failure: 'Kore.ai says that the publish failed' } : results;
}
/** Why an accepted publish is no success yet. */
const AWAITING_APPROVAL = 'Kore.ai accepted the publish, which now awaits approval, so none of it is live';
/** Results without cases, for what cannot be believed. */
function doubtfulResults(doubt) {
    return { cases: [], counts: (0,build_results/* countCases */.zp)([]), metrics: {}, figures: new Map(), doubt, contradictions: [], warnings: [] };
}
function toCase(resource, name) {
    const passed = isGood(resource);
    const { resourceType, resourceId, status } = resource;
    const facts = [
        ['Resource type', resourceType],
        ['Resource id', resourceId],
    ];
    return {
        name,
        status: passed ? 'passed' : 'failed',
        flaky: false,
        tries: 1,
        checks: [{ what: 'status', expected: 'SUCCESS', found: status ?? '', passed }],
        facts: new Map(facts.flatMap(([label, value]) => (value === undefined || value === null || value === '' ? [] : [[label, value]]))),
    };
}
//# sourceMappingURL=publish-status.js.map
;// CONCATENATED MODULE: ./build/providers/kore/publish-run.js
/** A Kore.ai publish under way: whether the vendor's only status is about it, and how it stands. */





/**
 * The vendor gives no id to a publish, and tells of the last one alone. So until the vendor shows its `_id`, a publish is
 * known by what was there before it: this, and the mark of the one before.
 */
const AFTER = 'after:';
/** The id of a publish that awaits approval, which the vendor may never show at all. */
const AWAITING = 'awaiting-approval';
const NONE_UNDER_WAY = "no publish is under way, and the last one may be last week's; start one in an earlier step, and give its run-id";
const ANYBODYS = 'Kore.ai reports only the last publish, which was no longer under way at the first look, so whether it is the one of run-id cannot be told';
const FILE = 'status.json';
/**
 * Asks for the last publish; undefined when the bot was never published. A status that names no publish tells of none: held
 * against it, every publish there ever was would look new.
 */
async function lastPublish(context) {
    try {
        const { body } = await context.client.ask(statusCall(context));
        const status = read(context, body);
        return namesPublish(status) ? { body, status } : undefined;
    }
    catch (thrown) {
        if (isNothingYet(thrown))
            return undefined;
        throw thrown;
    }
}
function statusCall({ botId }) {
    return {
        name: 'publish status',
        method: 'GET',
        template: '/api/public/bot/{bot-id}/publish/status',
        parameters: { 'bot-id': botId },
        scope: 'Admin Console: Bot Publish > Publish Status',
        countedBy: `publish status ${botId}`,
    };
}
function read(context, body) {
    return (0,build_answer/* readJson */.Vh)(context.client.call(statusCall(context)), { status: 200, body }, PublishStatus);
}
/** What is answered for a bot that was never published is documented nowhere; an unknown bot is another matter. */
function isNothingYet(thrown) {
    if (!(thrown instanceof trouble/* Trouble */.qm))
        return false;
    const { status, kind, said = '' } = thrown.facts;
    return status === 404 || (status === 400 && kind === 'config' && !/invalid stream/i.test(said));
}
/** That publish. What surely is none that may be believed is `finished`, with results that say so. */
function publishRun({ id, isStartedHere, tell }, context) {
    const tellUnknown = (0,unknown_status/* unknownStatusTeller */.V)(context.world);
    const isOurs = recogniser(id, tell);
    const doubtOf = isStartedHere ? () => (id === AWAITING ? AWAITING_APPROVAL : undefined) : doubterOf(id);
    let doubt;
    return {
        async look() {
            const last = await lastPublish(context);
            doubt ??= doubtOf(last);
            if (doubt !== undefined)
                return { state: 'finished', evidence: last?.body ?? new Uint8Array() };
            return isOurs(last?.status) && last !== undefined ? lookOf(last, tellUnknown) : { state: 'running' };
        },
        async collect({ evidence }, folder) {
            if (evidence.byteLength > 0)
                await folder.write(FILE, evidence);
            return doubt === undefined ? publishResults(read(context, evidence)) : doubtfulResults(doubt);
        },
    };
}
/**
 * Why a publish that another process started, or nobody knows who, cannot be believed. Without its `_id` it is taken for
 * the one that is meant only when it is under way at the first look: one that is over can be anybody's.
 */
function doubterOf(id) {
    const doubt = DOUBTS.get(id ?? '') ?? (id?.startsWith(AFTER) === true ? ANYBODYS : undefined);
    let isBelieved = doubt === undefined;
    return (last) => {
        if (isBelieved || isBefore(last, id))
            return undefined;
        isBelieved = isUnderWay(last);
        return isBelieved ? undefined : doubt;
    };
}
const DOUBTS = new Map([
    ['', NONE_UNDER_WAY],
    [AWAITING, AWAITING_APPROVAL],
]);
/** Whether the vendor still tells of the publish before, or of none. */
function isBefore(last, id = '') {
    return id.startsWith(AFTER) && (last === undefined || AFTER + markOf(last.status) === id);
}
function isUnderWay(last) {
    return last !== undefined && status_word/* UNDER_WAY */.pC.has((0,status_word/* plainWord */.hx)(last.status.status));
}
/** Whether an answer is about the publish with that id. Once it was seen, the publish of somebody else cannot take its place. */
function recogniser(id, tell) {
    const before = id?.startsWith(AFTER) === true ? id.slice(AFTER.length) : undefined;
    let ours = before === undefined && id !== AWAITING ? id : undefined;
    return (status) => {
        if (status === undefined && ours !== undefined)
            throw superseded(ours);
        if (status === undefined || markOf(status) === before)
            return false;
        if (ours === undefined) {
            ours = identityOf(status, before);
            tell(ours);
        }
        if (isKnownBy(ours, status))
            return true;
        throw superseded(ours);
    };
}
/** Trying again helps only in the first minute, when one answer can still be older than another. */
function superseded(ours) {
    const remedy = 'look for it in the history of versions, and put the workflow into a concurrency group';
    return new trouble/* Trouble */.qm(`Kore.ai reports only the last publish, which is not (or no longer) ${ours}; ${remedy}`, {
        kind: 'vendor',
        persistence: 'missing',
    });
}
function lookOf({ body, status }, tellUnknown) {
    const word = (0,status_word/* plainWord */.hx)(status.status);
    const isResult = isSuccessful(status) || isAwaitingApproval(status) || (word === 'failed' && unsuccessful(status).length > 0);
    if (isResult)
        return { state: 'finished', evidence: body };
    if (status_word/* ENDED */.hV.has(word)) {
        const why = word === 'failed' ? 'and names no resource that is not a success' : 'without a result';
        return { state: 'ended', kind: 'vendor', reason: `Kore.ai ended the publish as ${word}, ${why}` };
    }
    if (!status_word/* UNDER_WAY */.pC.has(word))
        tellUnknown(status.status);
    const percent = status.percentageComplete ?? undefined;
    return percent === undefined
        ? { state: 'running' }
        : { state: 'running', progress: { percent: Math.min(Math.max(percent, 0), 100) } };
}
//# sourceMappingURL=publish-run.js.map
// EXTERNAL MODULE: ./build/providers/kore/sign-in.js
var sign_in = __webpack_require__(26874);
// EXTERNAL MODULE: ./build/providers/kore/start-inputs.js
var start_inputs = __webpack_require__(37959);
;// CONCATENATED MODULE: ./build/providers/kore/publish.js
/** Kore.ai publish: makes the version in development the published one, and waits for it. See `docs/providers/kore-publish.md`. */











const StartOptions = schemas/* object */.Ikc({
    'version-comment': (0,fields/* requiredLine */.Q_)('what the publish is for, as it is shown in the history of versions'),
});
const Options = schemas/* object */.Ikc({
    ...sign_in/* koreFields */.tz,
    'version-comment': (0,fields/* textWithDefault */.hv)(''),
    // The vendor trains unless told otherwise, and warns that intents may not be found without.
    'initiate-training': (0,fields/* flag */.Jt)(true),
});
/** The provider `kore-publish`. */
const korePublish = (0,provider/* defineProvider */.N)({
    name: 'kore-publish',
    noun: 'resources',
    takes: { suite: false, suitePath: false, cancel: false },
    options: Options,
    secrets: sign_in/* koreSecrets */.Bh,
    metrics: [],
    mistakes: (raw) => [...(0,sign_in/* credentialMistakes */.Vs)(raw), ...(0,start_inputs/* startMistakes */.O)(raw, StartOptions)],
    connect(options, world) {
        const client = (0,kore_client/* createKoreClient */.X)(options['base-url'], undefined, (0,sign_in/* createSigner */.rO)(options, world), world);
        return { suite: () => publishSuite({ botId: options['bot-id'], options, world, client }) };
    },
});
/** The start's answer describes the whole bot; in bytes. */
const LARGEST_START = 64 * 1024 * 1024;
/**
 * A bot that was never published is believed only when it is told so often in a row: a gateway can answer the same for a
 * moment, and then the publish of last week would be taken for ours.
 */
const SURELY_NOTHING = 3;
function publishSuite(context) {
    let isStartedHere = false;
    let nothings = 0;
    return {
        async examine() {
            const last = await lastPublish(context);
            return last === undefined ? NOTHING_YET : STATUS_IS_THERE;
        },
        async prepare() {
            const before = await lastPublish(context);
            nothings = before === undefined ? nothings + 1 : 0;
            if (before === undefined && nothings < SURELY_NOTHING)
                return 'not yet';
            if (before !== undefined && status_word/* UNDER_WAY */.pC.has((0,status_word/* plainWord */.hx)(before.status.status)))
                context.world.warn('another publish of this bot is under way, so Kore.ai may refuse this one; put the workflow into a concurrency group');
            return readyAfter(before === undefined ? '' : markOf(before.status), context, () => {
                isStartedHere = true;
            });
        },
        open: (id, tell = () => undefined) => publishRun({ id, isStartedHere, tell }, context),
    };
}
const SCOPE_TO_PUBLISH = 'whether the app has the scope Bot Publish > Publish, which is asked for only when something is published';
const STATUS_IS_THERE = {
    proved: 'the app is accepted, knows the bot and may read the publish status',
    unproved: [SCOPE_TO_PUBLISH],
};
/** What stands at a wrong base-url can answer the same. */
const NOTHING_YET = {
    proved: 'the host answers that there is no publish of this bot yet',
    unproved: ['whether base-url is that of Kore.ai, and the app is accepted, which the answer does not tell', SCOPE_TO_PUBLISH],
};
/** `mark` tells of the publish before ours; `begins` hears that ours is sent now. */
function readyAfter(mark, context, begins) {
    let id = AFTER + mark;
    return {
        async start(known) {
            begins();
            if ((await startPublish(context)) === AWAITING)
                id = AWAITING;
            known(id);
            return id;
        },
        async settled() {
            if (id === AWAITING)
                return AWAITING;
            const last = await lastPublish(context);
            return last === undefined || markOf(last.status) === mark ? 'not yet' : identityOf(last.status, mark);
        },
        async find() {
            const last = await lastPublish(context);
            return last === undefined || markOf(last.status) === mark ? [] : [AFTER + mark];
        },
    };
}
async function startPublish({ client, options }) {
    const wanted = {
        name: 'publish start',
        method: 'POST',
        template: '/api/public/bot/{bot-id}/publish',
        parameters: { 'bot-id': options['bot-id'] },
        body: { versionComment: options['version-comment'], initiateTraining: options['initiate-training'] },
        scope: 'Admin Console: Bot Publish > Publish',
        countedBy: options['bot-id'],
        largest: LARGEST_START,
    };
    const answer = await client.ask(wanted);
    if (isWhole(answer))
        return holdsAwaiting(answer) ? AWAITING : 'accepted';
    throw new trouble/* Trouble */.qm(`${(0,build_answer/* place */.ik)(client.call(wanted))} answered in a shape that is not documented; check base-url`, {
        kind: 'contract',
        persistence: 'shape',
    });
}
/** The answer is a very large array of which one word matters, so it is neither parsed nor ever shown. */
function isWhole({ body }) {
    const ends = new TextDecoder().decode(body.subarray(0, 64)).trimStart().slice(0, 1) +
        new TextDecoder().decode(body.subarray(-64)).trimEnd().slice(-1);
    return ends === '[]' || ends === '{}';
}
const PIECE = 1024 * 1024;
const OVERLAP = 64;
function holdsAwaiting({ body }) {
    const pieces = Array.from({ length: Math.ceil(body.byteLength / PIECE) }, (_, index) => body.subarray(index * PIECE, (index + 1) * PIECE + OVERLAP));
    return pieces.some((piece) => /"awaiting[_ -]?approval"/i.test(new TextDecoder().decode(piece)));
}
//# sourceMappingURL=publish.js.map

/***/ }),

/***/ 26874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ koreSecrets),
/* harmony export */   Vs: () => (/* binding */ credentialMistakes),
/* harmony export */   rO: () => (/* binding */ createSigner),
/* harmony export */   tz: () => (/* binding */ koreFields)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55395);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87939);
/* harmony import */ var _ready_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25703);
/** How Kore.ai knows us: the inputs of an app's credentials, and the JWT that is signed with them for each request. */




/** The inputs that every Kore.ai provider has. */
const koreFields = {
    'base-url': (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .address */ .hl)('https://platform.kore.ai').check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .refine */ .YPB(({ pathname }) => !/\/api(\/public)?$/.test(pathname), {
        error: 'ends in /api or /api/public; give the address without it, such as https://platform.kore.ai',
    })),
    'bot-id': (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredLine */ .Q_)('the bot or stream id (st-…), under General Settings of the app'),
    'client-id': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    'client-secret': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    'jwt-algorithm': (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(['HS256', 'HS512', 'RS256', 'RS512'], 'HS256'),
    token: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
};
/** The names of those inputs that hold secrets. */
const koreSecrets = ['client-secret', 'token'];
/** What is missing among the credentials, or cannot be used together. Never shows a value. */
function credentialMistakes(raw) {
    const given = (name) => (raw[name] ?? '').trim() !== '';
    if (given('token'))
        return [];
    const missing = ['client-id', 'client-secret'].filter((name) => !given(name));
    const mistakes = missing.map((input) => ({
        input,
        text: 'is required: the credentials of an app with the API scope for this call (or give token, a ready-made JWT)',
        missingCredential: true,
    }));
    return given('client-secret') && isUnusableKey(raw) ? [...mistakes, unusableKey] : mistakes;
}
const unusableKey = {
    input: 'client-secret',
    text: 'is not a private RSA key in PEM form of at least 2048 bits, which an RS algorithm in jwt-algorithm signs with; give the whole key with its first and last line',
    missingCredential: false,
};
/** In bits; the standard on RS256 allows no shorter ones. */
const SHORTEST_KEY = 2048;
function isUnusableKey(raw) {
    if (!(raw['jwt-algorithm'] ?? '').trim().startsWith('RS'))
        return false;
    try {
        const { asymmetricKeyType, asymmetricKeyDetails } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pemOf((raw['client-secret'] ?? '').trim()));
        return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_KEY;
    }
    catch {
        return true;
    }
}
/** A key with its line breaks: where secrets are one line, each of them is often written as the two characters `\n`. */
function pemOf(key) {
    return /[\r\n]/.test(key) ? key : key.replace(/\\r\\n|\\n/g, '\n');
}
const ISSUED_BEFORE = 30_000;
const EXPIRES_AFTER = 5 * 60_000;
const SKEW_THAT_MATTERS = 30_000;
/**
 * A signer by https://docs.kore.ai and the vendor's own clients: `appId` and `iss` both name the app, `jti` is random since an
 * app may enforce that a token works once, and `exp` lies within the hour that such an app allows. A ready-made token is used as it is.
 */
function createSigner(credentials, world) {
    if (credentials.token !== undefined)
        return readySigner(credentials.token, world);
    const algorithm = credentials['jwt-algorithm'];
    const app = credentials['client-id'] ?? '';
    const signature = signatureMaker(credentials['client-secret'] ?? '', algorithm, world);
    let skew = 0;
    return {
        async token() {
            const now = world.clock.wall() + skew;
            const times = { iat: seconds(now - ISSUED_BEFORE), exp: seconds(now + EXPIRES_AFTER) };
            const claims = { appId: app, iss: app, sub: app, ...times, jti: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() };
            const content = `${encoded({ alg: algorithm, typ: 'JWT' })}.${encoded(claims)}`;
            const token = `${content}.${signature(content)}`;
            world.passingSecret(token);
            return token;
        },
        setClock(serverTime) {
            const wanted = serverTime === undefined ? skew : serverTime - world.clock.wall();
            if (Math.abs(wanted - skew) > SKEW_THAT_MATTERS) {
                skew = wanted;
                world.warn(`this machine's clock is ${Math.round(Math.abs(skew) / 1000)} s off the vendor's; tokens are signed by the vendor's clock now`);
            }
            return true;
        },
    };
}
/** The JWT stands alone in its header, so the word that other headers have before it is left away. */
function readySigner(given, world) {
    const token = (0,_ready_token_js__WEBPACK_IMPORTED_MODULE_3__/* .readyToken */ .$)(given, world);
    return { token: () => Promise.resolve(token), setClock: () => false };
}
/** Makes the last part of a JWT. By hand, since a library signs with Web Crypto, whose start would hold the first request. */
function signatureMaker(secret, algorithm, world) {
    const hash = `sha${algorithm.slice(2)}`;
    if (algorithm.startsWith('HS'))
        return (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(hash, secret).update(content).digest('base64url');
    const pem = pemOf(secret);
    world.secret(pem);
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem);
    return (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, Buffer.from(content), key).toString('base64url');
}
function encoded(part) {
    return Buffer.from(JSON.stringify(part)).toString('base64url');
}
function seconds(milliseconds) {
    return Math.floor(milliseconds / 1000);
}
//# sourceMappingURL=sign-in.js.map

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

/***/ }),

/***/ 81868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hV: () => (/* binding */ ENDED),
/* harmony export */   hx: () => (/* binding */ plainWord),
/* harmony export */   pC: () => (/* binding */ UNDER_WAY)
/* harmony export */ });
/** The words in which Kore.ai tells how a run stands. Case, blanks, hyphens and underscores differ from call to call. */
/** A status without case, blanks, hyphens and underscores: `IN_PROGRESS` → `inprogress`. */
function plainWord(status) {
    return status.toLowerCase().replace(/[_\s-]/g, '');
}
/** Words for a run that is over without a result: `failed` was seen, the others are what such a word could be. */
const ENDED = new Set([
    'failed',
    'stopped',
    'cancelled',
    'canceled',
    'aborted',
    'error',
    'timeout',
    'timedout',
]);
/** Words for a run that is not over. */
const UNDER_WAY = new Set(['running', 'accepted', 'queued', 'pending', 'started', 'inprogress']);
//# sourceMappingURL=status-word.js.map

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

