export const id = 324;
export const ids = [324];
export const modules = {

/***/ 63412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OS: () => (/* binding */ refuseEncoding),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   fr: () => (/* binding */ isEncoded),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   pz: () => (/* binding */ fillIn),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81033);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);


/** Where a call went, for messages: `batch test status (GET platform.kore.ai/api/public/…)`. */
function place(call) {
    return `${call.name} (${call.method} ${call.url.host}${call.template})`;
}
/**
 * A path template with each `{name}` replaced by its parameter, encoded. Throws a `Trouble` of kind `config` for what cannot
 * be one segment of a path: nothing, `.` and `..`.
 */
function fillIn(template, parameters) {
    return template.replace(/\{([^}]+)\}/g, (_, name) => {
        const value = parameters[name] ?? '';
        if (value === '' || value === '.' || value === '..')
            throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .lastingTrouble */ .Ac)('config', `${name} is "${value}", which cannot be part of an address`);
        return encodeURIComponent(value);
    });
}
/** Whether the status is any 2xx. */
function isSuccess({ status }) {
    return status >= 200 && status < 300;
}
/** The body as a value of the schema, or a trouble that says which field is not what it should be. */
function readJson(call, { body, status }, shape) {
    const parsed = shape.safeParse(parseJson(body));
    if (parsed.success)
        return parsed.data;
    const first = parsed.error.issues[0];
    const field = first === undefined || first.path.length === 0 ? 'the whole answer' : `field ${first.path.join('.')}`;
    throw new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(`${place(call)} answered HTTP ${status} in a shape that is not documented (${field}); check base-url`, {
        kind: 'contract',
        persistence: 'shape',
        status,
        said: excerpt(body),
    });
}
/** The body as JSON, undefined when it is none. */
function parseJson(body) {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return undefined;
    }
}
function excerpt(body) {
    return new TextDecoder().decode(body.subarray(0, 2000));
}
/**
 * A refusal by its HTTP status alone, for what the vendor's own error table does not explain better. `503` counts as
 * unheard only when the vendor says when to come again.
 */
function refusal(call, answer, explanation) {
    const { status } = answer;
    const wait = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P)(answer.headers['retry-after'], answer.at);
    const serverTime = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .httpDate */ .z)(answer.headers.date);
    const facts = {
        status,
        said: excerpt(answer.body),
        ...(wait !== undefined && { retryAfterMs: wait }),
        ...(serverTime !== undefined && { serverTime }),
    };
    const message = `${place(call)} answered HTTP ${status}${explanation === undefined ? '' : `: ${explanation}`}`;
    if (status < 300)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'contract', persistence: 'shape' });
    if (status === 401)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'auth', persistence: 'lasting', unheard: true });
    if (status === 402)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'vendor', persistence: 'lasting' });
    if (status === 403)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'auth', persistence: 'forbidden', unheard: true });
    if (status === 404)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'config', persistence: 'missing' });
    if (status === 429)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'rate-limit', persistence: 'passing', unheard: true });
    if (status === 408)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'vendor', persistence: 'passing' });
    if (status < 500)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'config', persistence: 'lasting' });
    const unheard = status === 503 && wait !== undefined;
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(message, { ...facts, kind: 'vendor', persistence: status === 501 ? 'lasting' : 'passing', unheard });
}
/** Whether the body is compressed or otherwise not as it is. */
function isEncoded(message) {
    const encoding = message.headers['content-encoding'] ?? '';
    return encoding !== '' && encoding.toLowerCase() !== 'identity';
}
/** Throws when a body is compressed although we asked for it as it is: unpacking is how small bodies grow without end. */
function refuseEncoding(where, message) {
    if (!isEncoded(message))
        return;
    message.destroy();
    throw new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(`${where} answered in a compressed form that was not asked for`, { kind: 'contract', persistence: 'shape' });
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 87939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Jy: () => (/* binding */ mistakesOf),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   S: () => (/* binding */ hosts),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   WG: () => (/* binding */ requiredAddress),
/* harmony export */   WI: () => (/* binding */ optionalNumber),
/* harmony export */   ZZ: () => (/* binding */ optionalAddress),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   hv: () => (/* binding */ textWithDefault),
/* harmony export */   mR: () => (/* binding */ optionalText),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   z5: () => (/* binding */ numberWithDefault),
/* harmony export */   zJ: () => (/* binding */ optionalWord)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88532);
/** What the schemas of all inputs are made of: each field turns a raw string into a value, or says in a sentence what is wrong. */

/** The issues of a schema over inputs as mistakes. */
function mistakesOf(issues) {
    return issues.map(({ path, message }) => ({ input: String(path[0]), text: message, missingCredential: false }));
}
/** An input, read by a function that gets its text trimmed, empty where it was not given, and gives a value or fails. */
function field(read) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((given, { issues }) => {
        const text = (given ?? '').trim();
        return read(text, (message) => {
            issues.push({ code: 'custom', message, input: text });
            return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
        });
    });
}
/** A text that may be left out: undefined then. */
const optionalText = field((text) => (text === '' ? undefined : text));
/** A text that has to be there; `hint` says where to find it. */
function requiredText(hint) {
    return field((text, fail) => {
        if (/[\r\n]/.test(text))
            return fail('has more than one line; give one');
        return text || fail(`is required: ${hint}`);
    });
}
/** A text with a value for when it is not given. */
function textWithDefault(fallback) {
    return field((text) => (text === '' ? fallback : text));
}
/** Non-empty trimmed lines. */
const lines = field((text) => text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''));
/** Host names, one per line, with the port where it is not the usual one; as a URL writes them. */
const hosts = field((text, fail) => {
    const given = lines.parse(text);
    const wrong = given.find((line) => hostOf(line) === undefined);
    if (wrong === undefined)
        return given.flatMap((line) => hostOf(line) ?? []);
    return fail(`has ${quote(wrong)}; give host names such as files.example.com, one per line, with a port where it is not the usual one`);
});
function hostOf(line) {
    const url = /[\s*@/?#]/.test(line) ? null : URL.parse(`https://${line}`);
    return url === null || url.hostname === '' ? undefined : url.host;
}
/** `true` or `false` in any case. */
function flag(fallback) {
    return field((text, fail) => {
        if (text === '')
            return fallback;
        return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : fail(`is ${quote(text)}; give true or false`);
    });
}
/** One of some words, exactly as they are written, with the one for when it is not given. */
function oneOf(words, fallback) {
    return field((text, fail) => (text === '' ? fallback : wordAmong(words, text, fail)));
}
/** One of some words, exactly as they are written, that may be left out. */
function optionalWord(words) {
    return field((text, fail) => (text === '' ? undefined : wordAmong(words, text, fail)));
}
function wordAmong(words, text, fail) {
    return words.find((word) => word === text) ?? fail(`is ${quote(text)}; give one of ${words.join(', ')}`);
}
/** A plain decimal number within bounds that may be left out. */
function optionalNumber(bounds) {
    return field((text, fail) => (text === '' ? undefined : boundedNumber(text, bounds, fail)));
}
/** A plain decimal number within bounds, with a value for when it is not given. */
function numberWithDefault(bounds, fallback) {
    return field((text, fail) => (text === '' ? fallback : boundedNumber(text, bounds, fail)));
}
function boundedNumber(text, { least, most, whole = false }, fail) {
    const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
    const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
    return fits ? value : fail(`is ${quote(text)}; give a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
}
/**
 * The address of a vendor's API, with the one for when it is not given: `https:`, or `http:` on loopback; without user, query
 * or fragment; without a slash at the end.
 */
function address(fallback) {
    return field((text, fail) => toAddress(text === '' ? fallback : text, fallback, fail));
}
/** Such an address that has to be there; `hint` says where to find it. */
function requiredAddress(hint, example) {
    return field((text, fail) => (text === '' ? fail(`is required: ${hint}`) : toAddress(text, example, fail)));
}
/** Such an address that may be left out. */
function optionalAddress(example) {
    return field((text, fail) => (text === '' ? undefined : toAddress(text, example, fail)));
}
function toAddress(text, example, fail) {
    const url = URL.parse(text);
    const problem = url === null ? 'is not a URL' : addressProblem(url);
    if (url === null || problem !== undefined)
        return fail(`${problem}; give an address such as ${example}`);
    return new URL(url.href.replace(/\/+$/, ''));
}
function addressProblem(url) {
    if (url.username !== '' || url.password !== '')
        return 'holds a user or a password';
    if (/[?#]/.test(url.href))
        return 'has a query or a fragment';
    if (url.protocol === 'https:')
        return undefined;
    if (url.protocol === 'http:' && isLoopback(url.hostname))
        return undefined;
    return `begins with ${url.protocol}//, and only https is safe for credentials (http is allowed for loopback addresses)`;
}
/** Whether a URL's host name can only be this machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
/** A wrong value as it may be shown: short, on one line. Only for inputs that are no secrets. */
function quote(text) {
    const shown = text.replace(/\s+/g, ' ');
    return `"${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}"`;
}
//# sourceMappingURL=fields.js.map

/***/ }),

/***/ 58175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   mL: () => (/* binding */ mistakeLines)
/* harmony export */ });
/* unused harmony exports MODES, commonInputs */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55395);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31730);
/** Raw strings → {@link Inputs}: common and vendor's schema in one, every mistake at once, before anything is sent. Pure. */



const PER_CENT = { least: 0, most: 100 };
const SHARE = { least: 0, most: 1 };
const COUNT = { least: 0, most: 1_000_000, whole: true };
/** What a step can be asked to do. */
const MODES = ['run', 'start', 'collect', 'cancel'];
/** The inputs that every provider has. */
const Common = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    mode: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(MODES, 'run'),
    suite: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn,
    'suite-path': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn,
    'run-id': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn,
    'timeout-minutes': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)({ least: 0.01, most: 7200 }, 60),
    'poll-interval-seconds': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)({ least: 0.5, most: 3600 }, 5),
    'poll-max-interval-seconds': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)({ least: 0.5, most: 3600 }, 30),
    'max-parallel': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)({ least: 1, most: 100, whole: true }, 4),
    'on-missing-credentials': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['fail', 'skip'], 'fail'),
    'min-pass-rate': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)(PER_CENT, 100),
    'max-errored': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)(COUNT, 0),
    'max-failures': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI)(COUNT),
    'min-tests': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWithDefault */ .z5)({ ...COUNT, least: 1 }, 1),
    'min-f1': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI)(SHARE),
    'min-precision': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI)(SHARE),
    'min-recall': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI)(SHARE),
    'must-pass': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn,
    artifact: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
    'artifact-name': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR.check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB((name) => name === undefined || !/["*/:<>?\\|\r\n]/.test(name), {
        error: 'holds one of " : < > | * ? \\ / or a line break, which the artifact service does not take',
    })),
    'retention-days': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI)({ least: 1, most: 400, whole: true }),
    'report-directory': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    'download-hosts': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .hosts */ .S,
    annotations: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
});
/** The names of the inputs that every provider has. */
const commonInputs = ['provider', ...Object.keys(Common.shape)];
/** Parses the raw inputs by name with the provider that they choose; what is not there counts as not given. */
function parseInputs(raw, provider, known) {
    const name = (raw['provider'] ?? '').trim();
    const common = Common.safeParse(raw);
    const prepared = provider?.prepare(raw);
    const mistakes = [
        ...(provider === undefined ? [unknownProvider(name, known)] : []),
        ...(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .mistakesOf */ .Jy)(common.error?.issues ?? []),
        ...(prepared?.success === false ? prepared.mistakes : []),
        ...(provider !== undefined ? clashes(raw, provider) : []),
    ];
    if (provider !== undefined && common.success && prepared?.success === true && mistakes.length === 0) {
        return {
            state: 'ready',
            inputs: inputsOf(common.data, provider, prepared.connect),
            warnings: warningsOf(raw, provider, known),
        };
    }
    const isForgiven = common.success && common.data['on-missing-credentials'] === 'skip' && mistakes.every((each) => each.missingCredential);
    if (isForgiven)
        return { state: 'no credentials', provider: name, mistakes };
    return { state: 'mistaken', provider: name, mistakes, annotations: common.data?.annotations ?? true };
}
function unknownProvider(name, { names }) {
    const accepted = `give one of ${names.join(', ')}`;
    return {
        input: 'provider',
        text: name === '' ? `is required: ${accepted}` : `is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}; ${accepted}`,
        missingCredential: false,
    };
}
/** Mistakes that no single input shows. Of the raw inputs, so that they are told beside any other mistake. */
function clashes(raw, provider) {
    const metrics = ['f1', 'precision', 'recall']
        .filter((metric) => (raw[`min-${metric}`] ?? '').trim() !== '' && !provider.metrics.includes(metric))
        .map((metric) => [`min-${metric}`, `cannot be met: ${provider.name} gives no ${metric}; leave it out`]);
    const found = [...(provider.takes.suite ? suiteClashes(raw) : []), ...runIdClashes(raw, provider), ...metrics];
    return found.map(([input, text]) => ({ input, text, missingCredential: false }));
}
function suiteClashes(raw) {
    const suites = _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn.parse(raw['suite']);
    const paths = _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn.parse(raw['suite-path']);
    const twice = suites.find((name, index) => suites.indexOf(name) !== index);
    const found = [];
    if (suites.length === 0)
        found.push(['suite', 'is required: the suite to run, one per line']);
    if (twice !== undefined)
        found.push(['suite', `names ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(twice)} twice; each suite is run once`]);
    if (paths.length > 0 && paths.length !== suites.length)
        found.push([
            'suite-path',
            `has ${paths.length} lines and suite has ${suites.length}; give one path for each suite, in the same order`,
        ]);
    return found;
}
function runIdClashes(raw, { takes }) {
    const mode = (raw['mode'] ?? '').trim();
    const ids = _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn.parse(raw['run-id']);
    if (mode !== 'collect' && mode !== 'cancel')
        return ids.length === 0
            ? []
            : [['run-id', 'is for the modes collect and cancel; leave it out, or set mode, since this step would start a new run']];
    const expected = takes.suite ? _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn.parse(raw['suite']).length : 1;
    // Where a vendor has only one thing under way, it can be waited for without an id.
    if (ids.length === expected || (ids.length === 0 && mode === 'collect' && !takes.suite))
        return [];
    if (ids.length > 0)
        return [['run-id', `has ${ids.length} lines; give ${expected}, one for each suite in the same order`]];
    return [['run-id', `is required for mode ${mode}: what the output run-id of the step with mode start gave`]];
}
function inputsOf(common, provider, connect) {
    return {
        provider,
        connect,
        mode: common.mode,
        suites: wantedSuites(common, provider),
        timeoutMs: common['timeout-minutes'] * 60_000,
        gapMs: common['poll-interval-seconds'] * 1000,
        longestGapMs: Math.max(common['poll-interval-seconds'], common['poll-max-interval-seconds']) * 1000,
        maxParallel: common['max-parallel'],
        policy: policyOf(common),
        artifact: common.artifact ? { name: common['artifact-name'], retentionDays: common['retention-days'] } : undefined,
        reportDirectory: common['report-directory'],
        downloadHosts: common['download-hosts'],
        annotations: common.annotations,
    };
}
/** A provider that takes no suite is about one thing, which is called as its name says: `kore-publish` → `publish`. */
function wantedSuites(common, { name, takes }) {
    const names = takes.suite ? common.suite : [name.replace(/^.*-/, '')];
    return names.map((suite, index) => ({
        name: suite,
        // A run that is there already needs no suite to be sent, and no checkout.
        path: takes.suitePath && (common.mode === 'run' || common.mode === 'start') ? common['suite-path'][index] : undefined,
        runId: common.mode === 'collect' || common.mode === 'cancel' ? common['run-id'][index] : undefined,
    }));
}
function policyOf(common) {
    return {
        minPassRate: common['min-pass-rate'],
        maxErrored: common['max-errored'],
        maxFailures: common['max-failures'],
        minTests: common['min-tests'],
        minMetrics: { f1: common['min-f1'], precision: common['min-precision'], recall: common['min-recall'] },
        // Names of cases are compared as they are seen.
        mustPass: common['must-pass'].map(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK),
    };
}
function warningsOf(raw, provider, { filledIn }) {
    const used = new Set([...commonInputs, ...provider.inputs]);
    if (!provider.takes.suite)
        used.delete('suite');
    if (!provider.takes.suitePath)
        used.delete('suite-path');
    const given = Object.entries(raw).flatMap(([name, value]) => (['', filledIn.get(name)].includes(value.trim()) ? [] : [name]));
    const unused = given.filter((name) => !used.has(name));
    const short = provider.secrets.filter((name) => isTooShort((raw[name] ?? '').trim()));
    return [
        ...(unused.length === 0 ? [] : [`${provider.name} does not use ${unused.join(', ')}; these inputs change nothing`]),
        ...short.map((name) => `${name} is shorter than 4 characters, so it cannot be masked in the log`),
        ...rateWarnings(Number(raw['min-pass-rate'] || 100)),
    ];
}
/** The other gates go from 0 to 1, so that a rate of 0.95 is easily written where 95 is meant. */
function rateWarnings(rate) {
    if (rate === 0)
        return ['min-pass-rate is 0, so that the check is green whatever fails'];
    return rate <= 1 ? [`min-pass-rate is ${rate} per cent; for ${rate * 100} per cent write ${rate * 100}`] : [];
}
function isTooShort(secret) {
    return secret.length > 0 && secret.length < 4;
}
/** All mistakes as lines for people: the input, what was wrong, what is accepted. */
function mistakeLines(mistakes) {
    return mistakes.map(({ input, text }) => `${input} ${text}`);
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 30214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mK: () => (/* binding */ runIds),
/* harmony export */   nS: () => (/* binding */ outcomeOutputs),
/* harmony export */   py: () => (/* binding */ OUTPUTS),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26878);
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
    'pass-rate',
    'f1',
    'precision',
    'recall',
    'average-score',
    'duration-seconds',
    'report-directory',
    'ctrf-path',
    'junit-path',
    'artifact-id',
    'artifact-url',
];
/** The outputs that follow from the outcome alone. Counts are given only when some suite has results. */
function outcomeOutputs(outcome) {
    const { suites } = outcome;
    const counted = suites.some(({ results }) => results !== undefined);
    const counts = (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .sumCounts */ .W_)(suites);
    const metrics = (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .worstMetrics */ .R)(suites);
    const figure = (value) => (value === undefined ? '' : String(value));
    const count = (value) => (counted ? String(value) : '');
    return new Map([
        ['conclusion', outcome.conclusion],
        ['error-kind', outcome.errorKind ?? ''],
        ['message', outcome.message],
        ['run-id', runIds(suites.map(({ runId }) => runId))],
        ['run-url', perSuite(suites.map(({ runUrl }) => runUrl))],
        ['total', count(counts.total)],
        ['passed', count(counts.passed)],
        ['failed', count(counts.failed)],
        ['errored', count(counts.errored)],
        ['skipped', count(counts.skipped)],
        ['flaky', count(counts.flaky)],
        ['pass-rate', (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .passRate */ .sc)(counts)?.toFixed(2) ?? ''],
        ['f1', figure(metrics.f1)],
        ['precision', figure(metrics.precision)],
        ['recall', figure(metrics.recall)],
        ['average-score', figure(metrics.averageScore)],
        [
            'duration-seconds',
            suites.length === 0 ? '' : String(Math.round(Math.max(...suites.map(({ durationMs }) => durationMs)) / 1000)),
        ],
    ]);
}
/** The ids, one line a suite; they keep only `[\w.:,-]`. */
function runIds(ids) {
    return perSuite(ids.map((id) => id?.replace(/[^\w.:,-]/g, '_')));
}
/** One line a suite, `-` in the place of what is missing; empty when all are. */
function perSuite(values) {
    return values.every((value) => value === undefined) ? '' : values.map((value) => value ?? '-').join('\n');
}
const LONGEST_ID = 80;
/** An id for a sentence: one that is made of hundreds of parts is told by its beginning. */
function shortened(id) {
    return id.length <= LONGEST_ID ? id : `${id.slice(0, LONGEST_ID)}… (${id.split(',').length} parts)`;
}
//# sourceMappingURL=outputs.js.map

/***/ }),

/***/ 72633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createCadence),
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
const FIRST_GAP = 10_000;
const SHARE_OF_ELAPSED = 0.2;
const LONGEST_GAP = 5 * 60_000;
/** Whether it is time for another line; saying yes counts as having told. The first answer is yes. */
function createCadence(clock) {
    const begin = clock.now();
    let next = begin;
    return () => {
        const now = clock.now();
        if (now < next)
            return false;
        next = now + Math.min(Math.max(FIRST_GAP, (now - begin) * SHARE_OF_ELAPSED), LONGEST_GAP);
        return true;
    };
}
/** A span of time for people: `45 s`, `12 min 5 s`, `1 h 2 min`. */
function duration(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's');
    const minutes = Math.round(seconds / 60);
    return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
function joined(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
//# sourceMappingURL=progress.js.map

/***/ }),

/***/ 26878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ metricsOf),
/* harmony export */   R: () => (/* binding */ worstMetrics),
/* harmony export */   W_: () => (/* binding */ sumCounts),
/* harmony export */   fp: () => (/* binding */ gravity),
/* harmony export */   sc: () => (/* binding */ passRate),
/* harmony export */   uZ: () => (/* binding */ uniqueNames),
/* harmony export */   zO: () => (/* binding */ mapTexts),
/* harmony export */   zp: () => (/* binding */ countCases)
/* harmony export */ });
/* unused harmony export METRICS */
/** The one shape that every vendor's answer becomes, and the few pure functions on it. */
/** All conclusions by the contract's order, the worst first. */
const WORST_FIRST = [
    'error',
    'cancelled',
    'timed-out',
    'inconclusive',
    'failed',
    'skipped',
    'started',
    'passed',
];
/** Where the conclusion stands among all others; 0 is the worst. */
function gravity(conclusion) {
    return WORST_FIRST.indexOf(conclusion);
}
const NO_COUNTS = { total: 0, passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0 };
/** Counts the cases by status. */
function countCases(cases) {
    const having = (status) => cases.filter((each) => each.status === status).length;
    return {
        total: cases.length,
        passed: having('passed'),
        failed: having('failed'),
        errored: having('error'),
        skipped: having('skipped'),
        flaky: cases.filter((each) => each.flaky).length,
    };
}
/** Adds the counts of several suites; suites without results add nothing. */
function sumCounts(suites) {
    return suites.reduce((sum, { results }) => (results === undefined ? sum : addCounts(sum, results.counts)), NO_COUNTS);
}
function addCounts(left, right) {
    return {
        total: left.total + right.total,
        passed: left.passed + right.passed,
        failed: left.failed + right.failed,
        errored: left.errored + right.errored,
        skipped: left.skipped + right.skipped,
        flaky: left.flaky + right.flaky,
    };
}
/**
 * The share of passed cases in per cent of passed and failed ones, rounded **down** to two decimals, so that
 * 99.997 never reads 100. Undefined when none passed or failed.
 */
function passRate(counts) {
    const ran = counts.passed + counts.failed;
    return ran === 0 ? undefined : Math.floor((counts.passed * 10_000) / ran) / 100;
}
/** The names of all metrics. */
const METRICS = ['f1', 'precision', 'recall', 'averageScore'];
/** The lowest value of each metric over all suites: the figure that a gate over several suites has to look at. */
function worstMetrics(suites) {
    const given = suites.flatMap(({ results }) => (results === undefined ? [] : [results.metrics]));
    return metricsOf((name) => {
        const values = given.flatMap((metrics) => metrics[name] ?? []);
        return values.length === 0 ? undefined : Math.min(...values);
    });
}
/** Metrics of the values that are there. */
function metricsOf(value) {
    return Object.fromEntries(METRICS.flatMap((name) => (value(name) === undefined ? [] : [[name, value(name)]])));
}
/**
 * Gives repeated names ` (2)`, ` (3)` … in the order they come, so that each is unique. A name that already looks like
 * such a one is counted on until it is free.
 */
function uniqueNames(names) {
    const taken = new Set();
    const next = new Map();
    return names.map((name) => {
        let number = next.get(name) ?? 1;
        let candidate = number === 1 ? name : `${name} (${number})`;
        while (taken.has(candidate))
            candidate = `${name} (${++number})`;
        next.set(name, number + 1);
        taken.add(candidate);
        return candidate;
    });
}
/** The results with every text of the vendor changed, such as redacted; names stay unique. */
function mapTexts(results, change) {
    const names = uniqueNames(results.cases.map(({ name }) => change(name)));
    return {
        ...results,
        cases: results.cases.map((each, index) => mapCase(each, names[index] ?? '', change)),
        figures: mapValues(results.figures, change),
        contradictions: results.contradictions.map(change),
        warnings: results.warnings.map(change),
    };
}
function mapCase(each, name, change) {
    const checks = each.checks.map(({ what, expected, found, passed }) => ({
        what: change(what),
        expected: change(expected),
        found: change(found),
        passed,
    }));
    const facts = mapValues(each.facts, change);
    const turns = each.turns?.map(({ speaker, text }) => ({ speaker: change(speaker), text: change(text) }));
    return {
        ...each,
        name,
        checks,
        facts,
        ...(each.message !== undefined && { message: change(each.message) }),
        ...(turns !== undefined && { turns }),
    };
}
function mapValues(map, change) {
    return new Map([...map].map(([key, value]) => [key, change(value)]));
}
//# sourceMappingURL=results.js.map

/***/ }),

/***/ 81033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter),
/* harmony export */   z: () => (/* binding */ httpDate)
/* harmony export */ });
/** The header `Retry-After`, RFC 9110 section 10.2.3. */
/**
 * How long the header asks us to wait from `wall` on, in milliseconds: whole seconds, or an HTTP date that ends in GMT.
 * A date that has passed is 0. Undefined for anything else, so that nonsense never becomes a wait of a century.
 */
function retryAfter(value, wall) {
    const text = value?.trim() ?? '';
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    const date = httpDate(text);
    return date === undefined ? undefined : Math.max(0, date - wall);
}
/** An HTTP date in milliseconds since 1970. `Date.parse` alone would take "120" for a year. */
function httpDate(value) {
    const text = value?.trim() ?? '';
    const parsed = /^[A-Za-z]{3}.*GMT$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(parsed) ? undefined : parsed;
}
//# sourceMappingURL=retry-after.js.map

/***/ }),

/***/ 72079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lp: () => (/* binding */ createRunBook),
/* harmony export */   tp: () => (/* binding */ openRuns)
/* harmony export */ });
/* unused harmony export OpenRun */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55395);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30214);
/** Which runs are under way: told as an output at once, and kept for `post`, which runs also after a kill. */


/** A run that may be under way; without an id its start was sent and not yet answered. */
const OpenRun = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ suite: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), id: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
const OpenRuns = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(OpenRun);
const STATE = 'open-runs';
/** A book over the suites of a step. With mode `start` nothing is kept for `post`: that a run goes on is what it is for. */
function createRunBook(suites, runner, mode, redact) {
    const ids = suites.map(() => undefined);
    const open = new Map();
    const save = () => {
        if (mode !== 'start')
            runner.saveState(STATE, JSON.stringify([...open.values()]));
    };
    return {
        listener: (index) => ({
            starting() {
                open.set(index, { suite: suites[index] ?? '' });
                save();
            },
            known(id) {
                ids[index] = redact(id);
                open.set(index, { suite: suites[index] ?? '', id });
                save();
                runner.output('run-id', (0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .runIds */ .mK)(ids));
            },
            over() {
                open.delete(index);
                save();
            },
        }),
    };
}
/** The runs that a step left behind, by the state that it saved. */
function openRuns(state) {
    const text = state(STATE);
    return text === '' ? [] : OpenRuns.parse(JSON.parse(text));
}
//# sourceMappingURL=run-book.js.map

/***/ }),

/***/ 62695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ lastingTrouble),
/* harmony export */   S_: () => (/* binding */ asTrouble),
/* harmony export */   qm: () => (/* binding */ Trouble)
/* harmony export */ });
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73429);
/** The one kind of error that is thrown on purpose: it knows what to tell and whether trying again can help. */

/** Thrown with a sentence in our own words that names the input or call, the fact and the remedy. */
class Trouble extends Error {
    facts;
    constructor(message, facts) {
        super(message);
        this.name = 'Trouble';
        this.facts = facts;
    }
}
/** A trouble that trying again cannot mend. */
function lastingTrouble(kind, message, said) {
    return new Trouble(message, { kind, persistence: 'lasting', ...(said !== undefined && { said }) });
}
/** Anything that was thrown, as a trouble: what is not one is a mistake of ours, told as `internal` without its text. */
function asTrouble(thrown) {
    if (thrown instanceof Trouble)
        return thrown;
    const said = (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) ? (thrown.stack ?? thrown.message) : String(thrown);
    return lastingTrouble('internal', 'agent-test-gate met a situation that it does not know; please report it with the redacted log', said);
}
//# sourceMappingURL=trouble.js.map

/***/ }),

/***/ 31730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   xK: () => (/* binding */ xmlText)
/* harmony export */ });
/* unused harmony export csvCell */
/**
 * Neutralising of everything that came from outside: replies, names, messages, file names. Pure.
 * Redaction (`redact.ts`) comes first: redact, then cut, then escape.
 */
/** What a reader of a log or a page takes for a line break, whoever wrote it. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/**
 * What shows nothing but can hide or reorder text: controls but tab and line feed, halves of surrogate pairs, zero-width
 * and bidirectional characters, fillers, variation selectors, tags, annotation marks.
 */
const INVISIBLE = /[^\P{Cc}\t\n]|[\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Every ASCII mark but those that mean nothing to Markdown and HTML within a line. */
const MARKDOWN_MARK = /[\n\t!-'*+/:<-@[-`{-~]/g;
/**
 * Where bare addresses become links. GitHub looks for e-mail addresses after it has decoded entities, so these places
 * must be torn into two nodes.
 */
const LINK_JOINT = /(?=@)|(?<=@)|(?=:\/\/)|(?<=www)(?=\.)/gi;
/** Splits a text into nodes and is dropped by the sanitiser. */
const TEAR = '<!-- -->';
const CELL_CHARACTERS = 500;
const BLOCK_CHARACTERS = 20_000;
const LOG_LINES = 200;
const LOG_LINE_CHARACTERS = 2_000;
/** The text itself, or its beginning with `…`: at most `characters` UTF-16 units, and never half of a surrogate pair. */
function cut(text, characters) {
    if (text.length <= characters)
        return text;
    if (characters < 1)
        return '';
    const kept = text.slice(0, characters - 1);
    return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
/**
 * One line `<code>…</code>` for summaries and comments, table cells included: inert in GitHub's Markdown, and shown as the
 * visible characters of the text, at most `characters` of them (500 when not given).
 */
function inlineCode(text, characters = CELL_CHARACTERS) {
    return `<code>${inert(cut(visible(text), characters))}</code>`;
}
/**
 * `<pre>…</pre>` in one line of source, since a blank line would end the block: inert like `inlineCode`, at most
 * `characters` of the text (20,000 when not given).
 */
function codeBlock(text, characters = BLOCK_CHARACTERS) {
    const shown = cut(visible(text), characters);
    // HTML swallows the first line break of a `pre`.
    return `<pre>${shown.startsWith('\n') ? '&#10;' : ''}${inert(shown)}</pre>`;
}
/** The text without the characters that XML 1.0 forbids; escaping is left to whoever builds the document. */
function xmlText(text) {
    return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
/**
 * The visible text in one line that the runner does not take for a command, at most `characters` UTF-16 units: for
 * annotation messages, and for the log where one line must do.
 */
function oneLine(text, characters) {
    return cut(disarmed(visible(text)
        .replace(/[\t\n]+/g, ' ')
        .trim()), characters);
}
/**
 * The visible text as lines for the log, each behind `prefix` and none of them a command to the runner. At most `lines`
 * lines (200 when not given; a last one more tells how many were left out) of `characters` UTF-16 units without the
 * prefix (2,000 when not given).
 */
function logLines(text, prefix, options = {}) {
    const { lines: most = LOG_LINES, characters = LOG_LINE_CHARACTERS } = options;
    const all = unifiedBreaks(text).split('\n');
    const lines = all.slice(0, all.findLastIndex((line) => line !== '') + 1);
    const shown = lines.slice(0, most).map((line) => cut(withoutInvisible(line).replaceAll('\t', ' '), characters));
    if (lines.length > most)
        shown.push(`… ${lines.length - most} more`);
    return shown.map((line) => disarmed(`${prefix}${line}`));
}
/**
 * One cell of a CSV file that we write, quoted as RFC 4180 says where needed; what a spreadsheet could take for a formula
 * gets a leading `'`.
 */
function csvCell(text) {
    const cell = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
/** The text as it is seen: every kind of line break as a line feed, and nothing that shows nothing. */
function visible(text) {
    return withoutInvisible(unifiedBreaks(text));
}
function unifiedBreaks(text) {
    return text.replace(LINE_BREAK, '\n');
}
/** Nearly every text is plain, and the expression for what is invisible takes long to build. */
const PLAIN = /^[\t\n -~]*$/;
function withoutInvisible(text) {
    return PLAIN.test(text) ? text : text.replace(INVISIBLE, '');
}
function inert(shown) {
    return shown.split(LINK_JOINT).map(escaped).join(TEAR);
}
function escaped(shown) {
    return shown.replace(MARKDOWN_MARK, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Neither `##[command]` anywhere nor `::command::` at the start, which are the two things that the runner obeys. */
function disarmed(line) {
    return line.replaceAll('##[', '## [').replace(/^(\s*):(?=:)/, '$1: ');
}
//# sourceMappingURL=untrusted.js.map

/***/ }),

/***/ 44479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Stopped),
/* harmony export */   j: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);

/** Thrown by a wait when the step ends. */
class Stopped extends Error {
    reason;
    constructor(reason) {
        super(`stopped: ${reason}`);
        this.name = 'Stopped';
        this.reason = reason;
    }
}
const LEAST_GAP = 500;
const GROWTH = 1.5;
const JITTER = 0.2;
/** The last look happens so long before the deadline, in milliseconds, and its request has that long. */
const LAST_LOOK = 3000;
const MOST_TROUBLES = 10;
const LONGEST_OUTAGE = 5 * 60_000;
const MOST_SHAPES = 3;
const MOST_FORBIDDEN = 3;
const MOST_CUTS = 5;
/**
 * Attempts until there is a value. Rejects with the `Trouble` that cannot be lived through, or with {@link Stopped}.
 * A value counts even when it comes after the end; what has ended is the waiting.
 */
async function attempt(step, once, manner = {}) {
    const { clock, signal } = step;
    const budget = createBudget(clock, manner.missingIsNotYetMs ?? 0);
    const forecast = createForecast(clock);
    const slept = (gap) => (manner.wholeGaps === true ? Math.max(gap, LEAST_GAP) : clampedGap(step, gap));
    let grown = step.gapMs;
    if (manner.gapFirst === true)
        grown = await pause(step, slept(spread(step, grown)), grown);
    for (;;) {
        if (signal.aborted)
            throw stopped(signal);
        let gap;
        try {
            const seen = await once(budget.good);
            if ('value' in seen)
                return seen.value;
            budget.good();
            gap = slept(plannedGap(step, grown, forecast(seen.percent)));
        }
        catch (thrown) {
            if (signal.aborted)
                throw stopped(signal);
            const trouble = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .asTrouble */ .S_)(thrown);
            budget.spend(trouble);
            gap = slept(Math.max(spread(step, grown), trouble.facts.retryAfterMs ?? 0));
            manner.onTrouble?.(trouble, gap);
        }
        grown = await pause(step, gap, grown);
    }
}
/** The gap as it will be slept: never under the least, and shorter where a last look before the deadline comes first. */
function clampedGap({ clock, deadline }, gap) {
    const untilLastLook = deadline - LAST_LOOK - clock.now();
    const longest = untilLastLook < LEAST_GAP ? deadline - clock.now() : untilLastLook;
    return Math.min(Math.max(gap, LEAST_GAP), Math.max(longest, LEAST_GAP));
}
/** Sleeps, and gives the next grown gap. */
async function pause({ clock, signal, deadline, longestGapMs }, gap, grown) {
    await clock.sleep(gap, signal);
    if (!signal.aborted && clock.now() >= deadline)
        throw new Stopped('timed-out');
    return Math.min(grown * GROWTH, longestGapMs);
}
/** The gap with up to 20 % more or less, at random, so that many jobs do not look in step; never above the longest. */
function spread(step, gap) {
    return Math.min(gap * (1 - JITTER + 2 * JITTER * step.random()), step.longestGapMs);
}
/** Where the vendor's progress tells when the run should end, the next look is planned for just then. */
function plannedGap(step, grown, remainingMs) {
    if (remainingMs === undefined)
        return spread(step, grown);
    const shortest = Math.min(step.gapMs, step.longestGapMs);
    return Math.min(Math.max(remainingMs + LEAST_GAP, shortest), step.longestGapMs);
}
/** Guesses from two or more percentages how long a run still takes, in milliseconds. */
function createForecast(clock) {
    let first;
    return (percent) => {
        if (percent === undefined)
            return undefined;
        const now = clock.now();
        if (first === undefined || percent < first.percent)
            first = { percent, at: now };
        const done = percent - first.percent;
        return done <= 0 ? undefined : ((now - first.at) / done) * Math.max(0, 100 - percent);
    };
}
/** Counts the troubles since the last good answer, and throws the one that is too many. */
function createBudget(clock, missingIsNotYetMs) {
    const begin = clock.now();
    let lastGood = begin;
    let since = [];
    return {
        good() {
            lastGood = clock.now();
            since = [];
        },
        spend(trouble) {
            since.push(trouble);
            if (isTooMuch(trouble, since, clock.now() - begin < missingIsNotYetMs))
                throw trouble;
            const outage = clock.now() - lastGood;
            if (since.length >= MOST_TROUBLES && outage >= LONGEST_OUTAGE)
                throw exhausted(since, trouble, outage);
        },
    };
}
/** Whether the last trouble ends the wait by itself, whatever the budget. */
function isTooMuch({ facts }, since, isEarly) {
    switch (facts.persistence) {
        case 'lasting':
            return true;
        case 'missing':
            return !isEarly;
        case 'shape':
            return inARow(since, 'shape') >= MOST_SHAPES;
        case 'forbidden':
            return inARow(since, 'forbidden') >= MOST_FORBIDDEN;
        case 'cut':
            return since.filter((each) => each.facts.persistence === 'cut').length >= MOST_CUTS;
        case 'passing':
            return false;
    }
}
function inARow(since, persistence) {
    return since.length - 1 - since.findLastIndex(({ facts }) => facts.persistence !== persistence);
}
/** The budget is used up: the kind is the one met most often, so that one odd answer does not hide an outage. */
function exhausted(troubles, last, forMs) {
    const counts = new Map();
    for (const { facts } of troubles)
        counts.set(facts.kind, (counts.get(facts.kind) ?? 0) + 1);
    const [kind] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
    const minutes = Math.round(forMs / 60_000);
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(`${last.message}; given up after ${troubles.length} troubles in a row over ${minutes} minutes`, {
        ...last.facts,
        kind,
        persistence: 'lasting',
    });
}
function stopped(signal) {
    return new Stopped(signal.reason === 'cancelled' ? 'cancelled' : 'timed-out');
}
//# sourceMappingURL=wait.js.map

/***/ }),

/***/ 38890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uK: () => (/* binding */ createTools),
  by: () => (/* binding */ createWorld),
  Ko: () => (/* binding */ readInputs),
  XL: () => (/* binding */ startLife)
});

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./build/answer.js
var answer = __webpack_require__(63412);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(73429);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
;// CONCATENATED MODULE: ./build/network-trouble.js
/** What a failed socket means: whether the vendor can have heard the request, and whether it may work the next time. */

/** Codes of a request that surely did not leave this machine or was not let in. */
const UNHEARD = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EPROTO']);
/** OpenSSL's words for a certificate that will be as wrong the next time. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|CRL_|INVALID_(CA|PURPOSE)|PATH_LENGTH/;
/** What the transport says of a proxy that lets nothing through; it names the proxy's status where there is one. */
const TUNNEL = /^tunneling socket could not be established(?:.*statusCode=(\d+))?/;
/** What Node says when the other side hangs up during the TLS handshake, before anything was sent. */
const BEFORE_TLS = 'before secure TLS connection was established';
/**
 * The trouble of a request that ended without an answer. The message is built of the place and the error's code alone:
 * the error's own text can hold the request.
 */
function networkTrouble(where, thrown, { expired, during, unsecured = false }) {
    const code = codeOf(thrown);
    const tunnel = TUNNEL.exec(String(factsOf(thrown).message ?? ''));
    if (tunnel !== null)
        return proxyTrouble(where, tunnel[1]);
    if (code === 'ERR_INVALID_CHAR') {
        const fact = 'was not sent, since a credential holds a line break or another character that no header can hold';
        return new trouble/* Trouble */.qm(`${where} ${fact}; paste it anew`, { kind: 'config', persistence: 'lasting', unheard: true });
    }
    if (CERTIFICATE.test(code)) {
        const remedy = 'for a certificate of your own, set NODE_EXTRA_CA_CERTS in the env of the step';
        return new trouble/* Trouble */.qm(`${where} has a certificate that is not trusted (${code}); ${remedy}`, {
            kind: 'network',
            persistence: 'lasting',
        });
    }
    const fact = expired ? 'did not answer in time' : `could not be reached or broke off (${code})`;
    if (during === 'body')
        return new trouble/* Trouble */.qm(`${where} ${fact}`, { kind: 'network', persistence: 'cut' });
    const unheard = unsecured || (!expired && isUnheard(thrown, code));
    return new trouble/* Trouble */.qm(`${where} ${fact}`, { kind: 'network', persistence: 'passing', unheard });
}
/** A proxy that does not let the request through: the vendor never heard of it. What it forbids it will forbid again. */
function proxyTrouble(where, status) {
    const isForbidden = status === '403' || status === '407';
    const fact = status === undefined ? 'could not be reached' : `refused the connection (HTTP ${status})`;
    const remedy = status === '407' ? 'put user and password into https_proxy' : 'see https_proxy and no_proxy';
    return new trouble/* Trouble */.qm(`${where}: the proxy ${fact}; ${remedy} in the env of the step`, {
        kind: 'network',
        persistence: isForbidden ? 'lasting' : 'passing',
        unheard: true,
    });
}
function isUnheard(thrown, code) {
    const { errors, message, syscall } = factsOf(thrown);
    if (UNHEARD.has(code) || syscall === 'connect' || String(message).includes(BEFORE_TLS))
        return true;
    // Every address of the host was tried, and none let us in.
    return Array.isArray(errors) && errors.length > 0;
}
/** The error's code, such as `ECONNRESET`; of several addresses tried, the first one's. */
function codeOf(thrown) {
    const { code, errors } = factsOf(thrown);
    if (Array.isArray(errors) && errors.length > 0)
        return codeOf(errors[0]);
    return typeof code === 'string' ? code : 'connection lost';
}
/** Read by the shape and not by the class: an error can come from another realm, where `instanceof` says no. */
function factsOf(thrown) {
    return typeof thrown === 'object' && thrown !== null ? thrown : {};
}
//# sourceMappingURL=network-trouble.js.map
// EXTERNAL MODULE: ./build/retry-after.js
var retry_after = __webpack_require__(81033);
;// CONCATENATED MODULE: ./build/watch.js
/** Starts watching. */
function startWatch(clock, step, { silenceMs, wholeMs }) {
    const end = new AbortController();
    const idle = new AbortController();
    const limit = clock.now() + wholeMs;
    let last = clock.now();
    let expired = false;
    const watchOver = async () => {
        while (!idle.signal.aborted) {
            const due = Math.min(last + silenceMs, limit);
            if (clock.now() >= due) {
                expired = true;
                end.abort();
                return;
            }
            await clock.sleep(due - clock.now(), idle.signal);
        }
    };
    void watchOver();
    return {
        signal: AbortSignal.any([step, end.signal]),
        unsecured: false,
        get expired() {
            return expired;
        },
        heard() {
            last = clock.now();
        },
        stop() {
            idle.abort();
        },
    };
}
//# sourceMappingURL=watch.js.map
;// CONCATENATED MODULE: ./build/download.js
/** Files of the vendor, streamed to files of ours. The links come from outside, so each one is checked before it is followed. */











/** The largest file that is taken, in bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;
const MOST_REDIRECTS = 3;
/** How file stores refuse a link that has expired. */
const REFUSED = new Set([400, 401, 403, 404, 410]);
/** What Node calls the troubles of a disk. */
const DISK = /^(ENOENT|ENOSPC|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|EDQUOT|EIO|EMFILE|ENFILE)$/;
/** 30 s to the first byte and of silence; as a whole as long as the step has. */
const PATIENCE = { silenceMs: 30_000, wholeMs: 6 * 3_600_000 };
/** Fetches one file, or rejects with a `Trouble`; `missing` and `forbidden` mean that the link is not or no longer good. */
async function fetchFile(wish, open, parts) {
    const watch = startWatch(parts.clock, parts.signal(), PATIENCE);
    let during = 'request';
    try {
        const message = await follow(wish, open, parts, watch);
        during = 'body';
        await (0,external_node_stream_promises_.pipeline)(message, countUpTo(wish, LARGEST_FILE, watch), (0,external_node_fs_.createWriteStream)(wish.to, { mode: 0o600 }));
    }
    catch (thrown) {
        await removeHalf(wish.to);
        throw thrown instanceof trouble/* Trouble */.qm
            ? thrown
            : (diskTrouble(wish, thrown) ?? networkTrouble(wish.name, thrown, { ...watch, during }));
    }
    finally {
        watch.stop();
    }
}
/** Half a file is no file. */
async function removeHalf(path) {
    const half = await (0,promises_.stat)(path).catch(() => undefined);
    if (half?.isFile() === true)
        await (0,promises_.rm)(path, { force: true });
}
function diskTrouble(wish, thrown) {
    const code = (0,types_.isNativeError)(thrown) && 'code' in thrown ? String(thrown.code) : '';
    if (!DISK.test(code))
        return undefined;
    return (0,trouble/* lastingTrouble */.Ac)('internal', `${wish.name}: it could not be written to the report directory (${code}); see report-directory`);
}
async function follow(wish, open, parts, watch) {
    let url = checkedLink(wish, wish.link, undefined, parts.downloadHosts);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        // A redirect never carries credentials, not even back to where they belong.
        const headers = hop === 0 && url.origin === wish.home.origin ? wish.headers : undefined;
        const target = hop === 0 ? targetOf(wish.link, url) : undefined;
        const message = await open({ method: 'GET', url, ...(target !== undefined && { target }), ...(headers !== undefined && { headers }) }, watch);
        const status = message.statusCode ?? 0;
        const location = message.headers.location;
        if (status < 300 || status >= 400 || location === undefined)
            return accepted(wish, url, message, parts.clock.wall());
        message.destroy();
        url = checkedLink(wish, location, url, parts.downloadHosts);
    }
    throw (0,trouble/* lastingTrouble */.Ac)('security', `${wish.name}: more than ${MOST_REDIRECTS} redirects, which no result file needs`);
}
function accepted(wish, url, message, wall) {
    const where = (0,answer/* place */.ik)({ name: wish.name, method: 'GET', url, template: '/…' });
    const status = message.statusCode ?? 0;
    if (status === 200) {
        (0,answer/* refuseEncoding */.OS)(where, message);
        return message;
    }
    message.destroy();
    const wait = (0,retry_after/* retryAfter */.P)(message.headers['retry-after'], wall);
    const serverTime = (0,retry_after/* httpDate */.z)(message.headers.date);
    const facts = { status, ...(wait !== undefined && { retryAfterMs: wait }), ...(serverTime !== undefined && { serverTime }) };
    if (REFUSED.has(status)) {
        throw new trouble/* Trouble */.qm(`${where} answered HTTP ${status}: the link is not or no longer good`, {
            ...facts,
            kind: status === 401 || status === 403 ? 'auth' : 'vendor',
            persistence: 'missing',
        });
    }
    const passing = status === 408 || status === 429 || status >= 500;
    throw new trouble/* Trouble */.qm(`${where} answered HTTP ${status}`, {
        ...facts,
        kind: status === 429 ? 'rate-limit' : 'vendor',
        persistence: passing ? 'passing' : 'lasting',
    });
}
/**
 * Path and query as the vendor wrote them: a URL encodes some marks, such as `'`, that a signature covers as they are.
 * Undefined where the link holds what cannot be sent as it is.
 */
function targetOf(link, { origin }) {
    const [whole = ''] = link.trim().split('#');
    const rest = whole.slice(origin.length);
    return whole.startsWith(`${origin}/`) && /^[\x21-\x7e]+$/.test(rest) && !/\/\.{1,2}(\/|\?|$)|\\/.test(rest) ? rest : undefined;
}
/** The link as a URL that may be followed. `from` is where a redirect came from. */
function checkedLink(wish, link, from, further) {
    const url = URL.parse(link, from?.href);
    if (url === null)
        throw (0,trouble/* lastingTrouble */.Ac)('contract', `${wish.name}: the vendor's link to it is not a URL`);
    const problem = linkProblem(url, wish, further);
    if (problem === undefined)
        return url;
    throw (0,trouble/* lastingTrouble */.Ac)('security', `${wish.name}: the link to it ${problem}`);
}
function linkProblem(url, wish, further) {
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,fields/* isLoopback */.U9)(url.hostname) && (0,fields/* isLoopback */.U9)(wish.home.hostname)))
        return `begins with ${url.protocol}//, and only https is followed`;
    if (url.username !== '' || url.password !== '')
        return 'holds a user or a password and is not followed';
    if (isKnownHost(url, wish, further))
        return undefined;
    return `leads to ${url.host}, which is neither the host of base-url nor named in download-hosts; add it there if it is yours`;
}
function isKnownHost(url, { home, domain }, further) {
    if (url.host === home.host)
        return true;
    if (further.some((host) => host.toLowerCase() === url.host))
        return true;
    return domain !== undefined && url.port === '' && isWithin(url.hostname, domain) && isWithin(home.hostname, domain);
}
function isWithin(hostname, domain) {
    return hostname.endsWith(`.${domain}`);
}
function countUpTo(wish, most, watch) {
    let size = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            watch.heard();
            size += chunk.byteLength;
            if (size <= most)
                return done(null, chunk);
            return done((0,trouble/* lastingTrouble */.Ac)('security', `${wish.name}: larger than ${most / 1024 / 1024} MiB, which is not taken`));
        },
    });
}
//# sourceMappingURL=download.js.map
;// CONCATENATED MODULE: ./build/http.js








/** The largest answer that is read into memory, in bytes. */
const LARGEST_ANSWER = 10 * 1024 * 1024;
/** How long a vendor may be silent, in milliseconds. A start may think longer than a look. */
const SILENCE = { GET: 30_000, POST: 60_000 };
/** How long one request may take as a whole, in milliseconds. */
const WHOLE_REQUEST = 120_000;
/** Opens the door. */
function createDoor(parts) {
    const open = http_opener(parts.userAgent);
    const wait = throttle(parts);
    return {
        async ask(call) {
            await wait(call.limits ?? []);
            if (parts.signal().aborted)
                throw notSent(call);
            const watch = startWatch(parts.clock, parts.signal(), { silenceMs: SILENCE[call.method], wholeMs: WHOLE_REQUEST });
            try {
                return await exchange(open, call, watch, parts.clock);
            }
            catch (thrown) {
                throw thrown instanceof trouble/* Trouble */.qm ? thrown : networkTrouble((0,answer/* place */.ik)(call), thrown, { ...watch, during: 'request' });
            }
            finally {
                watch.stop();
            }
        },
        download: (wish) => fetchFile(wish, open, parts),
    };
}
/** The step ended while the call waited for its turn. */
function notSent(call) {
    return new trouble/* Trouble */.qm(`${(0,answer/* place */.ik)(call)} was not sent, because the step ended`, {
        kind: 'network',
        persistence: 'passing',
        unheard: true,
    });
}
async function exchange(open, call, watch, clock) {
    const message = await open(call, watch);
    const status = message.statusCode ?? 0;
    if (status >= 300 && status < 400) {
        message.destroy();
        throw (0,trouble/* lastingTrouble */.Ac)('security', `${(0,answer/* place */.ik)(call)} answered with a redirect (HTTP ${status}), which is refused because it would carry credentials away; check base-url`);
    }
    const body = await readBody(call, message, watch);
    return { status, headers: message.headers, body, at: clock.wall() };
}
async function readBody(call, message, watch) {
    const { largest = LARGEST_ANSWER } = call;
    // A refusal is judged by its status, whatever its body is like.
    const isRefusal = (message.statusCode ?? 0) >= 300;
    if (isRefusal && (0,answer/* isEncoded */.fr)(message)) {
        message.destroy();
        return new Uint8Array();
    }
    (0,answer/* refuseEncoding */.OS)((0,answer/* place */.ik)(call), message);
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        watch.heard();
        if (!(chunk instanceof Uint8Array))
            continue;
        size += chunk.byteLength;
        if (size > largest) {
            message.destroy();
            if (isRefusal)
                break;
            throw new trouble/* Trouble */.qm(`${(0,answer/* place */.ik)(call)} answered with more than ${largest / 1024 / 1024} MiB, which no answer of this call should have`, {
                kind: 'contract',
                persistence: 'shape',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/**
 * The transport brings proxies and certificates. It knows no signal and breaks on IPv6 addresses, but lets handlers
 * complete the options of each request. One client for one request, so that no start meets a connection that died unseen.
 */
function http_opener(userAgent) {
    return async (request, watch) => {
        const handler = {
            prepareRequest(options) {
                options.signal = watch.signal;
                options.host = request.url.hostname.replace(/^\[|\]$/g, '');
                if (request.target !== undefined)
                    options.path = request.target;
                if (options.agent instanceof external_node_https_.Agent)
                    watchHandshake(options.agent, watch);
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error('no authentication here')),
        };
        const client = new lib/* HttpClient */.Qq(userAgent, [handler], { allowRedirects: false, allowRetries: false });
        const headers = { 'accept-encoding': 'identity', host: request.url.host, ...request.headers };
        const { body = null } = request;
        const response = body instanceof Uint8Array
            ? await client.request(request.method, request.url.href, external_node_stream_.Readable.from([body]), {
                ...headers,
                'content-length': body.byteLength,
            })
            : await client.request(request.method, request.url.href, body, headers);
        watch.heard();
        return response.message;
    };
}
/** Keys are made in the handshake, and only what comes after them is sent. A proxy's agent does not tell of it. */
function watchHandshake(agent, watch) {
    watch.unsecured = true;
    agent.once('keylog', () => {
        watch.unsecured = false;
    });
}
/** Keeps the vendor's rate limits: resolves when the call may go. */
function throttle({ clock, signal }) {
    const sent = new Map();
    return async (limits) => {
        for (const { key, calls, perMs } of limits) {
            const times = sent.get(key) ?? [];
            sent.set(key, times);
            while (times.length >= calls && !signal().aborted) {
                const free = (times.at(-calls) ?? 0) + perMs;
                if (free <= clock.now())
                    break;
                await clock.sleep(free - clock.now(), signal());
            }
            times.push(clock.now());
        }
    };
}
//# sourceMappingURL=http.js.map
// EXTERNAL MODULE: ./build/inputs.js
var inputs = __webpack_require__(58175);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
;// CONCATENATED MODULE: ./build/log.js

const LONGEST_LINE = 2000;
const LONGEST_TITLE = 200;
const QUOTED = { lines: 20, characters: 500 };
const STREAMED = { lines: 200, characters: 2000 };
/** A log on the runner. */
function createLog(runner, { redact }) {
    const say = (sentence) => runner.info((0,untrusted/* oneLine */.TN)(redact((0,untrusted/* visible */.RK)(sentence)), LONGEST_LINE));
    const quote = (said) => {
        for (const line of (0,untrusted/* logLines */.OG)(redact((0,untrusted/* visible */.RK)(said)), '  | ', QUOTED))
            runner.info(line);
    };
    return {
        say,
        quote,
        warn(sentence, said) {
            runner.annotate({ level: 'warning', title: 'agent-test-gate', message: (0,untrusted/* oneLine */.TN)(redact((0,untrusted/* visible */.RK)(sentence)), LONGEST_LINE) });
            if (said !== undefined)
                quote(said);
        },
        notice(sentence) {
            runner.annotate({ level: 'notice', title: 'agent-test-gate', message: (0,untrusted/* oneLine */.TN)(redact((0,untrusted/* visible */.RK)(sentence)), LONGEST_LINE) });
        },
        sections(suite, lines) {
            for (const [section, texts] of grouped(lines)) {
                const title = (0,untrusted/* oneLine */.TN)(redact((0,untrusted/* visible */.RK)(`${suite}: ${section}`)), LONGEST_TITLE);
                runner.group(title, texts.flatMap((text) => (0,untrusted/* logLines */.OG)(redact((0,untrusted/* visible */.RK)(text)), '  | ', STREAMED)));
            }
        },
        trouble(prefix, { message, facts }) {
            say(`${prefix}${message}`);
            if (facts.said !== undefined && facts.said.trim() !== '')
                quote(facts.said);
        },
    };
}
/** Lines that follow each other in the same section, in one group. */
function grouped(lines) {
    const groups = [];
    for (const { section, text } of lines) {
        const last = groups.at(-1);
        if (last?.[0] === section)
            last[1].push(text);
        else
            groups.push([section, [text]]);
    }
    return groups;
}
//# sourceMappingURL=log.js.map
;// CONCATENATED MODULE: ./build/providers/registry.js
/** In the order in which they are listed to users. */
const listings = [
    { name: 'kore-batch', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(742), __webpack_require__.e(841)]).then(__webpack_require__.bind(__webpack_require__, 68841))).koreBatch },
    { name: 'kore-conversation', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(742), __webpack_require__.e(673)]).then(__webpack_require__.bind(__webpack_require__, 15673))).koreConversation },
    { name: 'kore-publish', load: async () => (await __webpack_require__.e(/* import() */ 922).then(__webpack_require__.bind(__webpack_require__, 60922))).korePublish },
    { name: 'omilia', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(219), __webpack_require__.e(972)]).then(__webpack_require__.bind(__webpack_require__, 19972))).omilia },
    { name: 'omilia-generation', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(219), __webpack_require__.e(19)]).then(__webpack_require__.bind(__webpack_require__, 4019))).omiliaGeneration },
    { name: 'kapso', load: async () => (await __webpack_require__.e(/* import() */ 177).then(__webpack_require__.bind(__webpack_require__, 58177))).kapso },
];
/** The inputs that hold secrets, of whichever provider: one that is given to another provider in vain stays secret too. */
const secretInputs = ['client-secret', 'token', 'api-key', 'password', 'otp'];
/** What the runner fills in, by `action.yml`, for inputs that not every provider has: a value that nobody gave. */
const filledIn = new Map([
    ['jwt-algorithm', 'HS256'],
    ['bot-version', 'inDevelopment'],
    ['initiate-training', 'true'],
    ['overwrite', 'false'],
    ['pass-score', '0.8'],
]);
//# sourceMappingURL=registry.js.map
;// CONCATENATED MODULE: ./build/fragments.js
/** Finds parts of known strings in long texts, in one pass that looks at few characters. Pure. */
/** Taken out of the loops below, where looking up a global counts. */
const { imul } = Math;
/**
 * Looks for parts of four characters and more. The shorter the part, the closer one must look, so that the many forms
 * with long parts are kept apart from the few others.
 */
function createFragments() {
    const [fine, middle, coarse] = [createGrams(4, 14), createGrams(8, 14), createGrams(8, 20)];
    const fitting = (shortest) => (shortest < 8 ? fine : shortest < 16 ? middle : coarse);
    // Done when a text is looked through: a token is learned just before its request, and must not hold it.
    const waiting = [];
    return {
        add: (form, shortest, constant = 0) => waiting.push(() => addGrams(fitting(shortest), form, shortest, constant)),
        remove: (form, shortest) => waiting.push(() => removeGrams(fitting(shortest), form)),
        find(text) {
            for (const change of waiting.splice(0))
                change();
            return merged([fine, middle, coarse].flatMap((grams) => findRuns(grams, text)));
        },
    };
}
function createGrams(size, filterBits) {
    return { size, known: new Map(), filterBits, filter: new Uint16Array(2 ** filterBits), stride: 2 ** 30 };
}
function addGrams(grams, form, shortest, constant) {
    grams.stride = Math.min(grams.stride, shortest - grams.size + 1);
    visitGrams(grams, form, (key, slot, at) => {
        const own = at < constant ? Number.POSITIVE_INFINITY : shortest;
        const gram = grams.known.get(key);
        if (gram === undefined)
            grams.filter[slot] = (grams.filter[slot] ?? 0) + 1;
        grams.known.set(key, { holders: (gram?.holders ?? 0) + 1, shortest: Math.min(own, gram?.shortest ?? own) });
    });
}
function removeGrams(grams, form) {
    visitGrams(grams, form, (key, slot) => {
        const gram = grams.known.get(key);
        if (gram === undefined)
            return;
        gram.holders -= 1;
        if (gram.holders > 0)
            return;
        grams.known.delete(key);
        grams.filter[slot] = (grams.filter[slot] ?? 0) - 1;
    });
}
function visitGrams({ size, filterBits }, form, visit) {
    let hash = 0;
    for (let last = 0; last < form.length; last += 1) {
        hash = rolled(hash, form.charCodeAt(last), 32 / size);
        const at = last - size + 1;
        if (at >= 0)
            visit(form.slice(at, last + 1), slotOf(hash, filterBits), at);
    }
}
/** In order, each as long as it can be. */
function findRuns(grams, text) {
    const runs = [];
    const { size, filter, filterBits, stride } = grams;
    if (grams.known.size === 0)
        return runs;
    const shift = 32 / size;
    let hash = 0;
    let next = size - 1;
    for (let last = 0; last < text.length; last += 1) {
        hash = rolled(hash, text.charCodeAt(last), shift);
        if (last < next)
            continue;
        const run = filter[slotOf(hash, filterBits)] === 0 ? undefined : runAround(grams, text, last - size + 1);
        if (run !== undefined && isFind(grams, text, run))
            runs.push(run);
        next = run === undefined ? last + stride : run.end;
    }
    return runs;
}
/** Follows the grams both ways from the one at this place, as far as they are known. */
function runAround({ known, size }, text, at) {
    const isKnown = (place) => place >= 0 && known.has(text.slice(place, place + size));
    if (!isKnown(at))
        return undefined;
    let [first, last] = [at, at];
    while (isKnown(first - 1))
        first -= 1;
    while (isKnown(last + 1))
        last += 1;
    return { start: first, end: last + size };
}
function isFind({ known, size }, text, { start, end }) {
    for (let at = start; at + size <= end; at += 1) {
        const gram = known.get(text.slice(at, at + size));
        if (gram !== undefined && gram.shortest <= end - start)
            return true;
    }
    return false;
}
/** The hash one character further. What is a gram back has been shifted out, so that it always covers one gram. */
function rolled(hash, code, shift) {
    return (hash << shift) ^ imul(code, 0x9e3779b1);
}
function slotOf(hash, filterBits) {
    return imul(hash, 0x9e3779b1) >>> (32 - filterBits);
}
function merged(spans) {
    const result = [];
    for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
        const before = result.at(-1);
        if (before !== undefined && start <= before.end)
            before.end = Math.max(before.end, end);
        else
            result.push({ start, end });
    }
    return result;
}
//# sourceMappingURL=fragments.js.map
;// CONCATENATED MODULE: ./build/secret-forms.js
/** How a secret may look when it comes back: plain, trimmed, and in the encodings that web services put it in. Pure. */
/** Shorter than this, nothing is taken for a secret: it would tear up normal text. */
const SHORTEST_SECRET = 4;
/** A line of a secret is a secret by itself from this length on. */
const SHORTEST_LINE = 8;
const LINE_BREAK = /\r\n|\r|\n|\\r\\n|\\n/g;
const PEM_ARMOUR = /-----(?:BEGIN|END) [A-Z0-9 ]+-----/g;
const XML_ENTITIES = [
    { '&': '&amp;', '<': '&lt;', '>': '&gt;' },
    { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
    { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
    { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
    { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
    { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
    { '&': '&#38;', '<': '&#60;', '>': '&#62;', '"': '&#34;', "'": '&#39;' },
];
const ENCODERS = [
    (text) => [text],
    base64Forms,
    hexForms,
    percentForms,
    formEncodedForms,
    jsonForms,
    xmlForms,
];
/**
 * Every form of a secret, each once; none for one that is too short. White space around it is left away: each form of the
 * trimmed secret is part of the same form of the whole one. Of a PEM block only the body is secret.
 */
function secretForms(secret) {
    const core = secret.toWellFormed().replace(PEM_ARMOUR, '').trim();
    if (core.length < SHORTEST_SECRET)
        return [];
    const unified = core.replace(LINE_BREAK, '\n');
    const spellings = new Set([core, unified, unified.replaceAll('\n', '\r\n')]);
    const forms = [...spellings].flatMap((spelling) => ENCODERS.flatMap((encode) => encode(spelling)));
    return [...new Set([...forms, ...longLines(unified)])].filter((form) => form.length >= SHORTEST_SECRET);
}
function longLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length >= SHORTEST_LINE);
}
/**
 * Whole, and at each of the three offsets that a secret can have within a longer encoded text: only the characters that
 * do not depend on the neighbours. Basic credentials are one of those, since `user:` comes before the secret.
 */
function base64Forms(text) {
    return ['base64', 'base64url'].flatMap((encoding) => {
        const interior = [0, 1, 2].map((offset) => {
            const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
            return bytes.toString(encoding).slice(Math.ceil((offset * 4) / 3), Math.floor((bytes.length * 4) / 3));
        });
        return [Buffer.from(text).toString(encoding), ...interior];
    });
}
function hexForms(text) {
    const hex = Buffer.from(text).toString('hex');
    return [hex, hex.toUpperCase()];
}
/** Once and twice; services differ in which characters they leave alone and in the case of the digits. */
function percentForms(text) {
    const component = encodeURIComponent(text);
    const strict = component.replace(/[!'()*]/g, (mark) => percentEncoded(mark));
    const once = [component, strict, encodeURI(text), percentEncoded(text)].flatMap(bothCases);
    return [...once, ...once.map(encodeURIComponent)];
}
function formEncodedForms(text) {
    return bothCases(new URLSearchParams([['', text]]).toString().slice(1));
}
function percentEncoded(text) {
    return Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '%$&');
}
/** With upper and with lower case digits in the escapes, the rest as it is. */
function bothCases(encoded) {
    return [encoded, encoded.replace(/%[0-9A-F]{2}|\\u[0-9A-F]{4}/g, (escaped) => escaped.toLowerCase())];
}
/** As JavaScript writes it, with `/` escaped, in ASCII alone, and with what HTML minds escaped in two ways. */
function jsonForms(text) {
    const json = JSON.stringify(text).slice(1, -1);
    const ascii = json.replace(/[^\0-\x7f]/g, unicodeEscape);
    const forHtml = json.replace(/[&<>]/g, unicodeEscape);
    const strict = ascii.replace(/\\"|[&'+<>`]/g, (mark) => unicodeEscape(mark.slice(-1)));
    return [json, ascii, json.replaceAll('/', '\\/'), ascii.replaceAll('/', '\\/'), forHtml, strict].flatMap(bothCases);
}
function unicodeEscape(character) {
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
function xmlForms(text) {
    return XML_ENTITIES.map((entities) => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark));
}
//# sourceMappingURL=secret-forms.js.map
;// CONCATENATED MODULE: ./build/redact.js
/** Redaction: what we know to be secret never leaves the process as text, in whatever form it comes back. Pure. */


const MASK = '***';
const PASSING_KEPT = 100;
const PIECE_BYTES = 2 ** 20;
/** A part of a secret counts from this length on, whatever the length of the whole. */
const TELLING_CHARACTERS = 16;
/** Forms that are shorter than this turn up by chance in large files, so only the secret itself is looked for there. */
const SHORTEST_ENCODED_IN_BYTES = 8;
/** A redactor that knows nothing yet and changes nothing. */
function createRedactor() {
    const lasting = new Map();
    const passing = [];
    const fragments = createFragments();
    let starred = false;
    function learn(secret) {
        if (lasting.has(secret))
            return;
        const forms = secretForms(secret);
        lasting.set(secret, forms);
        starred ||= secret.includes('*');
        for (const form of forms)
            fragments.add(form, shortestPart(form));
    }
    function learnPassing(token) {
        const plain = token.trim();
        if (plain.length < SHORTEST_SECRET || passing.includes(plain))
            return;
        passing.push(plain);
        fragments.add(plain, shortestPart(plain), constantPart(plain));
        const oldest = passing.length > PASSING_KEPT ? passing.shift() : undefined;
        if (oldest !== undefined)
            fragments.remove(oldest, shortestPart(oldest));
    }
    function scanner() {
        const encoded = [...lasting.values()].flatMap((forms) => forms.filter((form, index) => index === 0 || form.length >= SHORTEST_ENCODED_IN_BYTES));
        return createScanner([...encoded, ...passing].flatMap(asBytes));
    }
    return {
        learn,
        learnPassing,
        redact: (text) => (starred ? redactedFully(text, fragments) : redactedOnce(text, fragments)),
        scanner,
        holds: (bytes) => {
            const { push } = scanner();
            return pieces(bytes).some(push);
        },
    };
}
/** Three quarters of a form tell too much of it, if they are long enough to be no coincidence; of a long form less does. */
function shortestPart(form) {
    if (form.length < 8)
        return form.length;
    return Math.min(TELLING_CHARACTERS, Math.max(8, Math.ceil(form.length * 0.75)));
}
/** The head of a JWT says only how it is signed, and is the same in other people's tokens. */
function constantPart(token) {
    return token.startsWith('eyJ') ? token.indexOf('.') + 1 : 0;
}
/** A mask may complete a secret that has asterisks in it, so that one look is not enough; each round shortens the text. */
function redactedFully(text, fragments) {
    let [result, before] = [redactedOnce(text, fragments), text];
    while (result !== before)
        [result, before] = [redactedOnce(result, fragments), result];
    return result;
}
function redactedOnce(text, fragments) {
    const spans = fragments.find(text);
    return spans.length === 0 ? text : masked(text, spans);
}
function masked(text, spans) {
    const gaps = spans.map(({ start }, index) => text.slice(spans[index - 1]?.end ?? 0, start));
    return [...gaps, text.slice(spans.at(-1)?.end)].join(MASK);
}
/** The bytes of a text in the encodings of files that can hold it, each byte as one character. */
function asBytes(text) {
    const [latin1 = '', ...others] = ['latin1', 'utf8', 'utf16le'].map((encoding) => Buffer.from(text, encoding).toString('latin1'));
    return latin1 === text ? [latin1, ...others] : others;
}
function createScanner(forms) {
    const distinct = [...new Set(forms)];
    const longest = distinct.reduce((length, form) => Math.max(length, form.length), 0);
    const fragments = createFragments();
    for (const form of distinct)
        fragments.add(form, form.length);
    let [overlap, found] = ['', false];
    const push = (chunk) => {
        if (found || longest === 0)
            return found;
        const text = overlap + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
        const parts = fragments.find(text).map(({ start, end }) => text.slice(start, end));
        found = parts.some((part) => distinct.some((form) => part.includes(form)));
        overlap = text.slice(Math.max(0, text.length - longest + 1));
        return found;
    };
    return { push };
}
function pieces(bytes) {
    const starts = Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, index) => index * PIECE_BYTES);
    return starts.map((start) => bytes.subarray(start, start + PIECE_BYTES));
}
//# sourceMappingURL=redact.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/sources.js
/** The files of the repository that are sent to a vendor: read only, and never from outside the workspace. */



/** Reads below the workspace. `leftOut` is told of each link that is not followed. */
function workspaceSources(workspace, leftOut) {
    const locate = async (path) => {
        const root = await (0,promises_.realpath)(workspace).catch(() => undefined);
        const real = root === undefined ? undefined : await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch(() => undefined);
        if (root === undefined || real === undefined)
            throw wrongPath(path, 'is not there; check the path, and that the repository is checked out before this step');
        if (!sources_isWithin(real, root))
            throw wrongPath(path, 'leads out of the workspace; give a path inside the repository');
        return real;
    };
    return {
        async kind(path) {
            const found = await (0,promises_.stat)(await locate(path));
            if (found.isDirectory())
                return 'folder';
            if (found.isFile())
                return 'file';
            throw wrongPath(path, 'is neither a file nor a folder');
        },
        read: async (path) => (0,promises_.readFile)(await locate(path)),
        async list(path) {
            const folder = await locate(path);
            const files = await filesBelow(folder, folder, leftOut);
            return files.sort((left, right) => (left.path < right.path ? -1 : 1));
        },
    };
}
async function filesBelow(root, folder, leftOut) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const found = entries.map(async (entry) => {
        const full = (0,external_node_path_.join)(folder, entry.name);
        const path = (0,external_node_path_.relative)(root, full).split(external_node_path_.sep).join('/');
        if (entry.isDirectory())
            return filesBelow(root, full, leftOut);
        if (entry.isFile())
            return [{ path, read: () => (0,promises_.readFile)(full) }];
        const target = entry.isSymbolicLink() ? await linkedFile(root, full) : undefined;
        if (target !== undefined)
            return [{ path, read: () => (0,promises_.readFile)(target) }];
        leftOut(path);
        return [];
    });
    return (await Promise.all(found)).flat();
}
/** The file behind a link, where it stays in the folder. Links to folders are not followed, since they can go in circles. */
async function linkedFile(root, link) {
    const target = await (0,promises_.realpath)(link).catch(() => undefined);
    return target !== undefined && sources_isWithin(target, root) && (await (0,promises_.stat)(target)).isFile() ? target : undefined;
}
function sources_isWithin(path, root) {
    const below = (0,external_node_path_.relative)(root, path);
    return below === '' || (!below.startsWith('..') && !(0,external_node_path_.isAbsolute)(below));
}
function wrongPath(path, fact) {
    return (0,trouble/* lastingTrouble */.Ac)('config', `suite-path: ${JSON.stringify(path)} ${fact}`);
}
//# sourceMappingURL=sources.js.map
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/step.js
/** The life of a step: from its start to its deadline or its cancellation, and the few seconds afterwards. */


/** How long last things may take, in milliseconds, so that they do not hold the exit. */
const LAST_THINGS = 3000;
/** How long something of this machine may still take after the end, in milliseconds. */
const LOCAL_THINGS = 1000;
/** Starts the clock of a step. Its signal aborts at the deadline, and when the workflow is cancelled. */
function startStep({ clock, random, gapMs, longestGapMs, timeoutMs, cancelled }) {
    const life = new AbortController();
    const over = new AbortController();
    const grace = new AbortController();
    let graceEnds;
    const stop = (reason) => life.abort(reason);
    const onCancel = () => stop('cancelled');
    if (cancelled.aborted)
        onCancel();
    cancelled.addEventListener('abort', onCancel);
    void clock.sleep(timeoutMs, AbortSignal.any([over.signal, life.signal])).then(() => {
        if (!over.signal.aborted)
            stop('timed-out');
    });
    const deadline = clock.now() + timeoutMs;
    // Whoever waits can see the deadline a moment before the timer that ends the step.
    const isEnded = () => life.signal.aborted || clock.now() >= deadline;
    const remaining = () => {
        if (!isEnded())
            return LAST_THINGS;
        graceEnds ??= clock.now() + LAST_THINGS;
        return graceEnds - clock.now();
    };
    return {
        clock,
        random,
        gapMs,
        longestGapMs,
        signal: life.signal,
        deadline,
        inFlight: () => (graceEnds === undefined ? life.signal : grace.signal),
        async afterwards(action) {
            // One that began before the end has its own 3 s, and ends none of those that began after it.
            const isLast = isEnded();
            const done = new AbortController();
            const late = clock.sleep(remaining(), AbortSignal.any([over.signal, done.signal])).then(() => {
                if (isLast && !done.signal.aborted)
                    grace.abort();
                throw new trouble/* Trouble */.qm('the vendor did not answer in the 3 s that are left for it', {
                    kind: 'network',
                    persistence: 'passing',
                });
            });
            return Promise.race([action(), late]).finally(() => done.abort());
        },
        async unlessOver(action) {
            const done = new AbortController();
            const late = async () => {
                await aborted(life.signal, done.signal);
                await clock.sleep(LOCAL_THINGS, done.signal);
                throw new wait/* Stopped */.C(life.signal.reason === 'cancelled' ? 'cancelled' : 'timed-out');
            };
            return Promise.race([action(), late()]).finally(() => done.abort());
        },
        end() {
            cancelled.removeEventListener('abort', onCancel);
            over.abort();
        },
    };
}
/** Resolves when the signal aborts; forgets it when nobody wants to know any more. */
function aborted(signal, unwanted) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { signal: unwanted });
    });
}
//# sourceMappingURL=step.js.map
;// CONCATENATED MODULE: ./build/world.js
/** The outside, as the vendors see it: one door, one mask, one log. Shared by the step and its `post`. */







/** The tools of a step that knows no secret yet. */
function createTools(rim) {
    const redactor = createRedactor();
    return { rim, redactor, log: createLog(rim.runner, redactor) };
}
/** The inputs, every secret made known before anything else happens. Loads the provider that they choose. */
async function readInputs(tools) {
    const raw = tools.rim.runner.inputs();
    for (const name of secretInputs)
        learnSecret(raw[name] ?? '', tools);
    const chosen = listings.find(({ name }) => name === raw['provider']?.trim());
    return (0,inputs/* parseInputs */.TL)(raw, await chosen?.load(), { names: listings.map(({ name }) => name), filledIn: filledIn });
}
function learnSecret(secret, { rim, redactor }) {
    if (secret.trim() === '')
        return;
    rim.runner.mask(secret);
    redactor.learn(secret);
}
/** Starts the step's clock with the times of the inputs. */
function startLife({ timeoutMs, gapMs, longestGapMs }, { rim }) {
    return startStep({ clock: rim.clock, random: rim.random, cancelled: rim.cancelled, timeoutMs, gapMs, longestGapMs });
}
/** What a provider gets to work with. */
function createWorld({ downloadHosts }, step, tools) {
    const { rim, redactor, log } = tools;
    return {
        door: createDoor({ clock: rim.clock, userAgent: `agent-test-gate/${rim.version}`, downloadHosts, signal: step.inFlight }),
        clock: rim.clock,
        random: rim.random,
        secret: (value) => learnSecret(value, tools),
        passingSecret(value) {
            rim.runner.mask(value);
            redactor.learnPassing(value);
        },
        warn: log.warn,
        notice: log.notice,
        sources: workspaceSources(rim.workspace, (path) => log.warn(`suite-path: ${JSON.stringify(path)} is a link that leads elsewhere, or no file, and is left out`)),
    };
}
//# sourceMappingURL=world.js.map

/***/ })

};

