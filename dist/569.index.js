export const id = 569;
export const ids = [569];
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

/***/ 242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ examineByNoRun),
/* harmony export */   e: () => (/* binding */ NO_RUN)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);
/** What Kore.ai tells of an app without a run of its tests. */

/** An id that no run has. */
const NO_RUN = 'tr-00000000-0000-0000-0000-000000000000';
/**
 * Looks at a run that is not there. The vendor checks the token, the bot and the scope first, so that `Test Result not found`
 * proves these three, and nothing more. Rejects with the `Trouble` of any other answer.
 */
async function examineByNoRun(run) {
    try {
        await run.look();
    }
    catch (thrown) {
        if (!isNoSuchRun(thrown))
            throw thrown;
    }
    return {
        proved: 'the app is accepted, knows the bot and has the scope for the status of tests',
        unproved: [
            'whether there is a suite by this name, and whether a run may be started, which the vendor reveals only when a run is started',
        ],
    };
}
function isNoSuchRun(thrown) {
    return thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm && /test result not found/i.test(thrown.facts.said ?? '');
}
//# sourceMappingURL=no-run.js.map

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

/***/ 80151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ conversationImport),
/* harmony export */   e: () => (/* binding */ batchImport)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55395);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);
/* harmony import */ var _form_body_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59885);
/* harmony import */ var _once_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41891);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16542);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32500);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62695);
/* harmony import */ var _status_word_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81868);
/**
 * Suites from the repository: a file is uploaded, and then imported under the suite's name. The vendor's import calls take the
 * id that the upload gave as `fileName`.
 */








const DESCRIPTION = 'Imported from a repository by agent-test-gate';
const BATCH = 'Batch Tests Management';
const CONVERSATION = 'Conversation Tests Management';
/** Imports a batch test suite: as an update, and as a new suite only when there is none, since the vendor runs a new one by itself. */
function batchImport(wanted, engine) {
    const { suite, botId, client, world } = wanted;
    const file = sourceFile(wanted, async (bytes) => (await Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(564)]).then(__webpack_require__.bind(__webpack_require__, 68564))).checkBatchFile(wanted.path, bytes));
    const upload = uploadOnce(wanted, BATCH, file);
    const send = async (importType, { fileId, type }) => {
        const about = { fileName: fileId, fileType: type, importType, name: suite, description: DESCRIPTION, delimiter: ',' };
        await client.ask({
            name: 'batch test suite import',
            method: 'POST',
            template: '/api/public/stream/{bot-id}/testsuite/import',
            parameters: { 'bot-id': botId },
            body: { ...about, ...(engine === 'dgpt' && { engine }) },
            scope: BATCH,
            countedBy: botId,
        });
    };
    const bring = async () => {
        const uploaded = await upload();
        try {
            await send('update', uploaded);
            tellReplaced(wanted);
        }
        catch (thrown) {
            if (!isMissingSuite(thrown))
                throw thrown;
            world.notice(`suite-path: the bot has no suite ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(suite)} yet, so it is about to be imported as a new one; Kore.ai then runs it by itself for both versions of the bot, in addition to this run`);
            await send('new', uploaded);
        }
        return 'done';
    };
    const places = async () => {
        const [{ utteranceLines }, { bytes, type }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(564)]).then(__webpack_require__.bind(__webpack_require__, 68564)), file.read()]);
        return (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .placesIn */ .yN)(wanted.path, await utteranceLines(wanted.path, bytes, type));
    };
    return { bring, check: file.check, places };
}
/** What an update of an unknown suite is answered with is documented in these words; other wordings of the same are accepted. */
function isMissingSuite(thrown) {
    if (!(thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .Trouble */ .qm))
        return false;
    const { status, said = '' } = thrown.facts;
    return status === 404 || (status === 400 && /not found|not exist|no such/i.test(said));
}
const ImportStarted = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ dsId: _shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .Filled */ .dK });
const ImportStatus = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ status: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
const IMPORTED = new Set(['success', 'successful', 'completed']);
/** Imports a conversation test suite, which goes on at the vendor for a while. */
function conversationImport(wanted, email) {
    const { suite, botId, client } = wanted;
    const file = sourceFile(wanted, async (bytes) => (await Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(564)]).then(__webpack_require__.bind(__webpack_require__, 68564))).checkConversationFile(wanted.path, bytes));
    const upload = uploadOnce(wanted, CONVERSATION, file);
    const common = { name: 'conversation test suite import', scope: CONVERSATION };
    const template = '/api/public/stream/{bot-id}/conversation/testsuite/import';
    const begin = async ({ fileId }) => {
        const body = { fileName: fileId, name: suite, tags: [], description: DESCRIPTION, userEmailId: email };
        const call = { ...common, method: 'POST', template, parameters: { 'bot-id': botId }, body, countedBy: botId };
        return (await client.read(call, ImportStarted)).dsId;
    };
    let id;
    const bring = async () => {
        id ??= await begin(await upload());
        const status = { ...common, name: `${common.name} status`, template: `${template}/{import-id}/status` };
        const parameters = { 'bot-id': botId, 'import-id': id };
        const state = isImported(await client.read({ ...status, method: 'GET', parameters, countedBy: id }, ImportStatus));
        if (state === 'done')
            tellReplaced(wanted);
        return state;
    };
    const places = async (names) => (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .placesIn */ .yN)(wanted.path, await (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOfNames */ .dJ)(wanted.path, (await file.read()).bytes, names));
    return { bring, check: file.check, places };
}
function isImported({ status }) {
    const word = (0,_status_word_js__WEBPACK_IMPORTED_MODULE_4__/* .plainWord */ .hx)(status);
    if (IMPORTED.has(word))
        return 'done';
    if (_status_word_js__WEBPACK_IMPORTED_MODULE_4__/* .ENDED */ .hV.has(word))
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .lastingTrouble */ .Ac)('vendor', 'Kore.ai could not import the suite of suite-path; check that the file is an export of a conversation test suite', status);
    return 'not yet';
}
const UploadAnswer = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ fileId: _shapes_js__WEBPACK_IMPORTED_MODULE_2__/* .Filled */ .dK });
/** Read and checked once: what is sent is what was checked. */
function sourceFile({ path, world }, typeOf) {
    const read = (0,_once_js__WEBPACK_IMPORTED_MODULE_6__/* .once */ .O)(async () => {
        if ((await world.sources.kind(path)) === 'folder')
            throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .lastingTrouble */ .Ac)('config', `suite-path: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} is a folder; give the file of the suite`);
        const bytes = await world.sources.read(path);
        return { bytes, type: await typeOf(bytes) };
    });
    return { read, check: async () => void (await read()) };
}
function tellReplaced({ suite, path, world }) {
    world.notice(`suite-path: the suite ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(suite)} was replaced at Kore.ai by ${path} for everybody who uses it; give the workflow a concurrency group, so that two of its runs do not mix`);
}
/** Uploads the file, once however often it is asked for. */
function uploadOnce(wanted, scope, file) {
    const { botId, client } = wanted;
    return (0,_once_js__WEBPACK_IMPORTED_MODULE_6__/* .once */ .O)(async () => {
        const { bytes, type } = await file.read();
        const call = {
            name: 'file upload',
            method: 'POST',
            template: '/api/public/uploadfile',
            parameters: {},
            upload: await importForm(bytes, type),
            scope,
            countedBy: botId,
        };
        return { fileId: (await client.read(call, UploadAnswer)).fileId, type };
    });
}
/** The fields of the vendor's upload call. The file's own name stays here. */
function importForm(bytes, type) {
    const form = new FormData();
    form.set('file', (0,_form_body_js__WEBPACK_IMPORTED_MODULE_7__/* .formFile */ .l)(bytes, `suite.${type}`, type === 'csv' ? 'text/csv' : 'application/json'));
    form.set('fileContext', 'bulkImport');
    form.set('fileExtension', type);
    return (0,_form_body_js__WEBPACK_IMPORTED_MODULE_7__/* .formBody */ .b)(form);
}
//# sourceMappingURL=suite-import.js.map

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

