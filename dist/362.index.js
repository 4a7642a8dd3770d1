export const id = 362;
export const ids = [362];
export const modules = {

/***/ 64971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ isOrAre),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   S1: () => (/* binding */ wasOrWere),
/* harmony export */   cL: () => (/* binding */ singular),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
/** Numbers of things as sentences tell them. */
/** A whole number with a comma at each thousand: `10,000`. By hand, since loading the rules of a locale would hold the start. */
function wholeNumber(value) {
    return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** A number with its noun, which is given in the plural: `1 case`, `10,000 cases`, `1 try`. */
function countOf(value, nouns) {
    return `${wholeNumber(value)} ${value === 1 ? singular(nouns) : nouns}`;
}
/** One of them: `case`, `try`. Made for nouns that take an `s` in the plural, or `ies` for a `y`. */
function singular(nouns) {
    return nouns.replace(/ies$/, 'y').replace(/s$/, '');
}
/** The first of some names, and how many more there are: `a, b and 3 more`. */
function firstOf(names, most) {
    const more = names.length > most ? ` and ${wholeNumber(names.length - most)} more` : '';
    return names.slice(0, most).join(', ') + more;
}
/** The verb that goes with so many. */
function isOrAre(value) {
    return value === 1 ? 'is' : 'are';
}
/** The verb that goes with so many, of what is over. */
function wasOrWere(value) {
    return value === 1 ? 'was' : 'were';
}
//# sourceMappingURL=count-words.js.map

/***/ }),

/***/ 94794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   z: () => (/* binding */ DISK_CODES)
/* harmony export */ });
/** What Node calls an error. */
/** The codes of the troubles of a disk. */
const DISK_CODES = new Set([
    ...['EACCES', 'EDQUOT', 'EEXIST', 'EIO', 'EISDIR', 'EMFILE', 'ENAMETOOLONG', 'ENFILE', 'ENOENT'],
    ...['ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'],
]);
/** The code of an error, such as `ENOENT`. Read by the shape and not by the class: it can come from another realm. */
function codeOf(thrown) {
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
//# sourceMappingURL=error-code.js.map

/***/ }),

/***/ 87939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ optionalLine),
/* harmony export */   JW: () => (/* binding */ commaHint),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Jy: () => (/* binding */ mistakesOf),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Q_: () => (/* binding */ requiredLine),
/* harmony export */   S: () => (/* binding */ hosts),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   WG: () => (/* binding */ requiredAddress),
/* harmony export */   WI: () => (/* binding */ optionalNumber),
/* harmony export */   ZZ: () => (/* binding */ optionalAddress),
/* harmony export */   dO: () => (/* binding */ requiredNumber),
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
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31730);
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
/** A text of one line that may be left out: undefined then. `wrong` says what is wrong with it and what is accepted, if anything is. */
function optionalLine(wrong = () => undefined) {
    return field((text, fail) => (text === '' ? undefined : lineOf(text, wrong, fail)));
}
/** Such a text that has to be there; `hint` says what to give. */
function requiredLine(hint, wrong = () => undefined) {
    return field((text, fail) => (text === '' ? fail(`is required: ${hint}`) : lineOf(text, wrong, fail)));
}
function lineOf(text, wrong, fail) {
    const mistake = /[\r\n]/.test(text) ? 'has more than one line; give one' : wrong(text);
    return mistake === undefined ? text : fail(mistake);
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
/** A plain decimal number within bounds that has to be there; `hint` says what to give. */
function requiredNumber(bounds, hint) {
    return field((text, fail) => (text === '' ? fail(`is required: ${hint}`) : boundedNumber(text, bounds, fail)));
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
        return 'contains a user name or a password';
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
/** For the sentence about a suite that is not found: whoever put commas between names is told how several are given. */
function commaHint(suite) {
    return suite.includes(',') ? '; if its comma stands between several suites, give one per line' : '';
}
/** A wrong value as it may be shown: short, on one line. Only for inputs that are no secrets. */
function quote(text) {
    return `"${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh)(text.replace(/\s+/g, ' '))}"`;
}
//# sourceMappingURL=fields.js.map

/***/ }),

/***/ 12261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   r: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73429);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94794);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/** What may fail without changing a verdict: reports, comments, uploads. The warning says why in our own words. */



/** Does something whose failure is told as a warning and changes nothing. Undefined when it failed. */
async function harmless(what, { log }, action) {
    try {
        return await action();
    }
    catch (thrown) {
        const cause = causeOf(thrown);
        const why = cause === undefined ? '; see the log for the cause' : `: ${cause}`;
        log.warn(`${what} could not be written or uploaded; the verdict stands${why}`, saidBy(thrown));
        return undefined;
    }
}
/** The words of others; a trouble's message is ours, and told already. */
function saidBy(thrown) {
    if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm)
        return '';
    return (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) ? thrown.message : String(thrown);
}
/** Sentences of the artifact client and of Node, each with the fact that is in it. */
const KNOWN = [
    [/not (?:currently )?supported on GHES/i, () => 'GitHub Enterprise Server has no such artifact service'],
    [/storage quota/i, () => 'the storage for artifacts is used up; delete old ones, or set a shorter retention-days'],
    [/ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL)/, () => 'this runner offers no artifact service'],
    [/JWT|invalid token/i, () => 'the token for the artifact service cannot be read'],
    [/\b(?:E(?:CONN|HOST|NET|PIPE|AI_|NOTFOUND|TIMEDOUT)[A-Z_]*)\b/, (code) => `the connection failed (${code})`],
    [new RegExp(`\\b(?:${[..._error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .DISK_CODES */ .z].join('|')})\\b`), (code) => `the disk refused it (${code})`],
    [/(?<=\(|status code |storage: |HTTP )[1-5]\d\d\b/i, (status) => `the service answered ${status}`],
];
/** Why something failed, in our own words with codes and figures alone; undefined where it is not known. */
function causeOf(thrown) {
    if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm)
        return thrown.message;
    const said = `${(0,_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$)(thrown) ?? ''} ${(0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) ? thrown.message : String(thrown)}`;
    for (const [pattern, cause] of KNOWN) {
        const matched = pattern.exec(said)?.[0];
        if (matched !== undefined)
            return cause(matched);
    }
    return undefined;
}
//# sourceMappingURL=harmless.js.map

/***/ }),

/***/ 85334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createDoor)
/* harmony export */ });
/* unused harmony export LARGEST_ANSWER */
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44942);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63412);
/* harmony import */ var _network_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17452);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62695);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26223);







/** The largest answer that is read into memory, in bytes. */
const LARGEST_ANSWER = 10 * 1024 * 1024;
/** How long a vendor may be silent, in milliseconds. A start may think longer than a look. */
const SILENCE = { GET: 30_000, POST: 60_000, PATCH: 60_000 };
/** How long one request may take as a whole, in milliseconds. */
const WHOLE_REQUEST = 120_000;
/** Opens the door. */
function createDoor(parts) {
    const open = opener(parts.userAgent);
    const wait = throttle(parts);
    let files;
    return {
        async ask(call) {
            await wait(call.limits ?? []);
            if (parts.signal().aborted)
                throw notSent(call);
            const watch = (0,_watch_js__WEBPACK_IMPORTED_MODULE_6__/* .startWatch */ .M)(parts.clock, parts.signal(), parts.patience ?? { silenceMs: SILENCE[call.method], wholeMs: WHOLE_REQUEST });
            try {
                return await exchange(open, call, watch, parts.clock);
            }
            catch (thrown) {
                throw thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .Trouble */ .qm ? thrown : (0,_network_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .networkTrouble */ .a)((0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call), thrown, { ...watch, during: 'request' });
            }
            finally {
                watch.stop();
            }
        },
        // Loaded when there is a file to fetch: the first request of a step has none.
        async download(wish) {
            files ??= __webpack_require__.e(/* import() */ 566).then(__webpack_require__.bind(__webpack_require__, 9566)).then(({ filesUnderWay }) => filesUnderWay(parts.over));
            const [{ fetchFile }, underWay] = await Promise.all([__webpack_require__.e(/* import() */ 786).then(__webpack_require__.bind(__webpack_require__, 33786)), files]);
            return fetchFile(wish, open, parts, underWay);
        },
    };
}
/** The step ended while the call waited for its turn. */
function notSent(call) {
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .Trouble */ .qm(`${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call)} was not sent, because the step ended`, {
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
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .lastingTrouble */ .Ac)('security', `${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call)} answered with a redirect (HTTP ${status}), which is refused because it would carry credentials away; ${call.redirectRemedy ?? 'check base-url'}`);
    }
    const body = await readBody(call, message, watch);
    return { status, headers: message.headers, body, at: clock.wall() };
}
async function readBody(call, message, watch) {
    const { largest = LARGEST_ANSWER } = call;
    // A refusal is judged by its status, whatever its body is like.
    const isRefusal = (message.statusCode ?? 0) >= 300;
    if (isRefusal && (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .isEncoded */ .fr)(message)) {
        message.destroy();
        return new Uint8Array();
    }
    (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseEncoding */ .OS)((0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call), message);
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
            throw new _trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .Trouble */ .qm(`${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call)} answered with more than ${largest / 1024 / 1024} MiB, which no answer of this call should have`, {
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
function opener(userAgent) {
    return async (request, watch) => {
        const handler = {
            prepareRequest(options) {
                options.signal = watch.signal;
                options.host = request.url.hostname.replace(/^\[|\]$/g, '');
                if (request.target !== undefined)
                    options.path = request.target;
                if (options.agent instanceof node_https__WEBPACK_IMPORTED_MODULE_0__.Agent)
                    watchHandshake(options.agent, watch);
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error('no authentication here')),
        };
        const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_2__/* .HttpClient */ .Qq(userAgent, [handler], { allowRedirects: false, allowRetries: false });
        const headers = { 'accept-encoding': 'identity', host: request.url.host, ...request.headers };
        const { body = null } = request;
        const response = body instanceof Uint8Array
            ? await client.request(request.method, request.url.href, node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([body]), {
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

/***/ }),

/***/ 68028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mL: () => (/* binding */ mistakeLines),
  TL: () => (/* binding */ parseInputs)
});

// UNUSED EXPORTS: commonInputs

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/verdict.js
var verdict = __webpack_require__(10617);
;// CONCATENATED MODULE: ./build/gate-inputs.js
/** The inputs that decide when a check is red: gates, the baseline, the quarantine. Pure. */




const PER_CENT = { least: 0, most: 100 };
const SHARE = { least: 0, most: 1 };
const COUNT = { least: 0, most: 1_000_000, whole: true };
/** What Git refuses in the name of a branch: https://git-scm.com/docs/git-check-ref-format. */
const NO_BRANCH = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\/\.|^[-./]|[./]$|\.lock$/u;
/** The raw inputs of the gate. */
const Gate = schemas/* object */.Ikc({
    'min-pass-rate': (0,fields/* numberWithDefault */.z5)(PER_CENT, 100),
    'max-errored': (0,fields/* numberWithDefault */.z5)(COUNT, 0),
    'max-failures': (0,fields/* optionalNumber */.WI)(COUNT),
    'min-tests': (0,fields/* numberWithDefault */.z5)({ ...COUNT, least: 1 }, 1),
    'min-f1': (0,fields/* optionalNumber */.WI)(SHARE),
    'min-precision': (0,fields/* optionalNumber */.WI)(SHARE),
    'min-recall': (0,fields/* optionalNumber */.WI)(SHARE),
    'must-pass': fields/* lines */.Mn,
    'fail-on': (0,fields/* oneOf */.yL)(verdict/* FAIL_ON */.d$, 'failures'),
    baseline: (0,fields/* optionalLine */.DY)((name) => NO_BRANCH.test(name) ? `is ${(0,fields/* quote */.hD)(name)}, which is not a branch name; give one such as main` : undefined),
    'regression-tolerance': (0,fields/* numberWithDefault */.z5)(SHARE, 0),
    quarantine: (0,fields/* optionalLine */.DY)(),
});
/** What the gate asks for, of its inputs. */
function policyOf(gate) {
    return {
        minPassRate: gate['min-pass-rate'],
        maxErrored: gate['max-errored'],
        maxFailures: gate['max-failures'],
        minTests: gate['min-tests'],
        minMetrics: { f1: gate['min-f1'], precision: gate['min-precision'], recall: gate['min-recall'] },
        // Names of cases are compared as they are seen.
        mustPass: gate['must-pass'].map(untrusted/* visible */.RK),
        failOn: gate['fail-on'],
    };
}
/** The baseline that the gate asks for. The runner gives branches also as `refs/heads/main`. */
function baselineOf(gate) {
    const branch = gate.baseline?.replace(/^refs\/heads\//, '');
    return branch === undefined ? undefined : { branch, tolerance: gate['regression-tolerance'] };
}
//# sourceMappingURL=gate-inputs.js.map
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/modes.js
var modes = __webpack_require__(95104);
;// CONCATENATED MODULE: ./build/input-clashes.js
/** Mistakes and warnings that no single input shows. Of the raw inputs, so that they are told beside any other mistake. Pure. */



/** The value of an input without the space around it; empty where it is not given. */
function textOf(raw, name) {
    return (raw[name] ?? '').trim();
}
/** The inputs that have a meaning in mode `report` alone. */
const REPORT_INPUTS = ['artifact-pattern', 'expected-artifacts'];
/** What clashes in a step that talks to a vendor. */
function vendorClashes(raw, provider) {
    const { takes } = provider;
    const isHopeless = textOf(raw, 'mode') === 'cancel' && !takes.cancel;
    return [
        ...(takes.suite ? suiteClashes(raw) : []),
        ...(isHopeless ? [uncancellable(provider)] : runIdClashes(raw, provider)),
        ...metricClashes(raw, provider),
    ].map(mistakeOf);
}
/** What clashes in any step. */
function stepClashes(raw) {
    if (textOf(raw, 'fail-on') !== 'regressions' || textOf(raw, 'baseline') !== '')
        return [];
    return [mistakeOf(['fail-on', 'is regressions, which needs baseline: the branch to compare with, such as main'])];
}
function mistakeOf([input, text]) {
    return { input, text, missingCredential: false };
}
function suiteClashes(raw) {
    const suites = fields/* lines */.Mn.parse(raw['suite']);
    const paths = fields/* lines */.Mn.parse(raw['suite-path']);
    const twice = suites.find((name, index) => suites.indexOf(name) !== index);
    const found = [];
    if (suites.length === 0)
        found.push(['suite', 'is required: the suite to run, one per line']);
    if (twice !== undefined)
        found.push(['suite', `names ${(0,fields/* quote */.hD)(twice)} twice; each suite is run once`]);
    if (paths.length > 0 && paths.length !== suites.length)
        found.push([
            'suite-path',
            `has ${(0,count_words/* countOf */.pq)(paths.length, 'lines')} and suite has ${suites.length}; give one path for each suite, in the same order`,
        ]);
    return found;
}
function runIdClashes(raw, { takes }) {
    const mode = textOf(raw, 'mode');
    const ids = fields/* lines */.Mn.parse(raw['run-id']);
    if (!(0,modes/* reopens */.Lv)(mode))
        return ids.length === 0
            ? []
            : [['run-id', 'is for the modes collect and cancel; leave it out, or set mode, since this step would start a new run']];
    const expected = takes.suite ? fields/* lines */.Mn.parse(raw['suite']).length : 1;
    // Where a vendor has only one thing under way, it can be waited for without an id.
    if (ids.length === expected || (ids.length === 0 && mode === 'collect' && !takes.suite))
        return [];
    if (ids.length > 0)
        return [['run-id', `has ${(0,count_words/* countOf */.pq)(ids.length, 'lines')}; give ${expected}, one for each suite in the same order`]];
    return [['run-id', `is required for mode ${mode}: what the output run-id of the step with mode start gave`]];
}
function uncancellable({ name }) {
    return ['mode', `is cancel, and the vendor of ${name} offers no way to stop a run; remove this step`];
}
function metricClashes(raw, { name, metrics }) {
    return ['f1', 'precision', 'recall']
        .filter((metric) => textOf(raw, `min-${metric}`) !== '' && !metrics.includes(metric))
        .map((metric) => [`min-${metric}`, `cannot be met: ${name} gives no ${metric}; leave it out`]);
}
/** What to tell before a step that talks to a vendor. */
function vendorWarnings(raw, provider, known) {
    const { takes, name, inputs, secrets } = provider;
    const used = new Set([...known.common, ...inputs]);
    for (const input of REPORT_INPUTS)
        used.delete(input);
    if (!takes.suite)
        used.delete('suite');
    if (!takes.suitePath)
        used.delete('suite-path');
    return [...unusedWarnings(raw, name, used, known), ...secretWarnings(raw, secrets), ...stepWarnings(raw)];
}
/**
 * What has no meaning where the artifacts of other jobs are reported on, each of which has its own gate and vendor; with what
 * the runner fills in for it.
 */
const NOT_FOR_REPORT = new Map([
    ...['provider', 'suite', 'suite-path', 'run-id', 'download-hosts', 'quarantine'].map((name) => [name, '']),
    ...['max-failures', 'min-f1', 'min-precision', 'min-recall'].map((name) => [name, '']),
    ['min-pass-rate', '100'],
    ['max-errored', '0'],
    ['min-tests', '1'],
    ['fail-on', 'failures'],
    ['poll-interval-seconds', '5'],
    ['poll-max-interval-seconds', '30'],
    ['max-parallel', '4'],
    ['on-missing-credentials', 'fail'],
]);
/** What to tell before a step that reports on other jobs. */
function reportWarnings(raw, { common, filledIn }) {
    const used = new Set(common.filter((input) => !NOT_FOR_REPORT.has(input)));
    const known = { common, filledIn: new Map([...filledIn, ...NOT_FOR_REPORT]) };
    return [...unusedWarnings(raw, 'mode report', used, known), ...secretWarnings(raw, []), ...toleranceWarnings(raw)];
}
function unusedWarnings(raw, who, used, { filledIn }) {
    const given = Object.keys(raw).filter((name) => !['', filledIn.get(name)].includes(textOf(raw, name)));
    const unused = given.filter((name) => !used.has(name));
    const forReport = unused.filter((name) => REPORT_INPUTS.some((input) => input === name));
    const others = unused.filter((name) => !forReport.includes(name));
    return [
        ...(others.length === 0
            ? []
            : [`${who} does not use ${others.join(', ')}; ${others.length === 1 ? 'this input has' : 'these inputs have'} no effect`]),
        ...(forReport.length === 0
            ? []
            : [`only mode: report uses ${forReport.join(' and ')}; ${forReport.length === 1 ? 'it has' : 'they have'} no effect here`]),
    ];
}
function secretWarnings(raw, secrets) {
    const short = [...secrets, 'github-token'].filter((name) => /^.{1,3}$/s.test(textOf(raw, name)));
    return short.map((name) => `${name} is shorter than 4 characters, so it cannot be masked in the log`);
}
function stepWarnings(raw) {
    return [
        ...rateWarnings(Number(textOf(raw, 'min-pass-rate') || 100)),
        ...scoreWarnings(raw),
        ...toleranceWarnings(raw),
        ...gapWarnings(raw),
    ];
}
function scoreWarnings(raw) {
    const mark = textOf(raw, 'pass-score');
    return mark !== '' && Number(mark) === 0 ? ['pass-score is 0, so every case that gets a score passes'] : [];
}
function gapWarnings(raw) {
    const [first, longest] = [textOf(raw, 'poll-interval-seconds'), textOf(raw, 'poll-max-interval-seconds')];
    const isShorter = first !== '' && longest !== '' && Number(longest) < Number(first);
    return isShorter
        ? ['poll-max-interval-seconds is shorter than poll-interval-seconds, so poll-interval-seconds is used for both']
        : [];
}
function toleranceWarnings(raw) {
    const isTolerant = Number(textOf(raw, 'regression-tolerance')) !== 0 && textOf(raw, 'baseline') === '';
    return isTolerant ? ['without baseline, regression-tolerance has no effect'] : [];
}
/** The other gates go from 0 to 1, so that a rate of 0.95 is easily written where 95 is meant. */
function rateWarnings(rate) {
    if (rate === 0)
        return ['min-pass-rate is 0, so the check is green whatever fails'];
    return rate <= 1 ? [`min-pass-rate is ${rate} per cent; for ${rate * 100} per cent write ${rate * 100}`] : [];
}
//# sourceMappingURL=input-clashes.js.map
;// CONCATENATED MODULE: ./build/inputs.js
/** Raw strings → {@link Inputs}: common and vendor's schema in one, every mistake at once, before anything is sent. Pure. */





/** When to comment on the pull request. */
const COMMENTS = ['off', 'failures', 'changes', 'always'];
/** The inputs that every provider has. */
const Common = schemas/* object */.Ikc({
    mode: (0,fields/* oneOf */.yL)(modes/* MODES */.FN, 'run'),
    suite: fields/* lines */.Mn,
    'suite-path': fields/* lines */.Mn,
    'run-id': fields/* lines */.Mn,
    'timeout-minutes': (0,fields/* numberWithDefault */.z5)({ least: 0.01, most: 7200 }, 60),
    'poll-interval-seconds': (0,fields/* numberWithDefault */.z5)({ least: 0.5, most: 3600 }, 5),
    'poll-max-interval-seconds': (0,fields/* numberWithDefault */.z5)({ least: 0.5, most: 3600 }, 30),
    'max-parallel': (0,fields/* numberWithDefault */.z5)({ least: 1, most: 100, whole: true }, 4),
    'on-missing-credentials': (0,fields/* oneOf */.yL)(['fail', 'skip'], 'fail'),
    ...Gate.shape,
    artifact: (0,fields/* flag */.Jt)(true),
    'artifact-name': fields/* optionalText */.mR.check(schemas/* refine */.YPB((name) => name === undefined || !/["*/:<>?\\|\r\n]/.test(name), {
        error: 'holds one of " : < > | * ? \\ / or a line break, which the artifact service does not accept',
    }), schemas/* refine */.YPB((name) => !name?.endsWith('.html'), {
        error: 'ends with .html, as the page of an artifact does; give another name',
    })),
    'job-index': (0,fields/* numberWithDefault */.z5)({ least: 0, most: 1_000_000, whole: true }, 0),
    'retention-days': (0,fields/* optionalNumber */.WI)({ least: 1, most: 400, whole: true }),
    'report-directory': fields/* optionalText */.mR,
    'download-hosts': fields/* hosts */.S,
    annotations: (0,fields/* flag */.Jt)(true),
    comment: (0,fields/* oneOf */.yL)(COMMENTS, 'off'),
    'github-token': fields/* optionalText */.mR,
});
/** The inputs of mode `report` alone. */
const Report = schemas/* object */.Ikc({
    'artifact-pattern': (0,fields/* requiredLine */.Q_)('the names of the artifacts to report on, with * as wildcard, such as agent-test-gate-*', (pattern) => /["/:<>?\\|]/.test(pattern) ? `is ${(0,fields/* quote */.hD)(pattern)}; no artifact has a name with one of " : < > | ? \\ /` : undefined),
    'expected-artifacts': (0,fields/* requiredNumber */.dO)({ least: 1, most: 10_000, whole: true }, 'how many artifacts there must be, since a job that died leaves none and would be overlooked'),
});
/** The names of the inputs that are no provider's own. */
const commonInputs = ['provider', ...Object.keys(Common.shape), ...REPORT_INPUTS];
/** Parses the raw inputs by name with the provider that they choose; what is not there counts as not given. */
function parseInputs(raw, provider, known) {
    const knownInputs = { common: commonInputs, filledIn: known.filledIn };
    if (textOf(raw, 'mode') === 'report')
        return parseReport(raw, knownInputs);
    const name = textOf(raw, 'provider');
    const common = Common.safeParse(raw);
    const prepared = provider?.prepare(raw);
    const mistakes = [
        ...(provider === undefined ? [unknownProvider(name, known)] : []),
        ...(0,fields/* mistakesOf */.Jy)(common.error?.issues ?? []),
        ...(prepared?.success === false ? prepared.mistakes : []),
        ...(provider !== undefined ? vendorClashes(raw, provider) : []),
        ...stepClashes(raw),
    ];
    if (provider !== undefined && common.success && prepared?.success === true && mistakes.length === 0) {
        const filters = provider.filters.filter((input) => textOf(raw, input) !== '');
        const inputs = { ...inputsOf(common.data, provider), filters, connect: prepared.connect };
        const warnings = vendorWarnings(raw, provider, knownInputs);
        const mode = modes/* VENDOR_MODES */.wv.find((word) => word === common.data.mode);
        if (mode === undefined)
            return { state: 'doctor', inputs: { ...inputs, mode: 'doctor' }, warnings };
        return { state: 'ready', inputs: { ...inputs, mode }, warnings };
    }
    const step = usableInputs(raw);
    if (!common.success)
        return { state: 'mistaken', provider: name, mistakes, ...step };
    const isForgiven = common.data['on-missing-credentials'] === 'skip' && mistakes.every((each) => each.missingCredential);
    if (isForgiven && step.step !== undefined)
        return { state: 'no credentials', provider: name, mistakes, step: step.step };
    return { state: 'mistaken', provider: name, mistakes, ...step };
}
/** What a step that is refused goes by to tell so: the inputs that are not mistaken themselves, the others as if not given. */
function usableInputs(raw) {
    const wrong = new Set(Common.safeParse(raw).error?.issues.map(({ path }) => path[0]) ?? []);
    const { data } = Common.safeParse(Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name))));
    return data === undefined ? { annotations: true } : { annotations: data.annotations, step: stepInputsOf(data) };
}
/** No provider is needed, since nothing is asked of a vendor. */
function parseReport(raw, known) {
    const common = Common.safeParse(raw);
    const report = Report.safeParse(raw);
    const issues = [...(report.error?.issues ?? []), ...(common.error?.issues ?? [])];
    const mistakes = (0,fields/* mistakesOf */.Jy)(issues);
    if (common.success && report.success && mistakes.length === 0) {
        const wanted = { pattern: report.data['artifact-pattern'], expected: report.data['expected-artifacts'] };
        return {
            state: 'report',
            inputs: { ...stepInputsOf(common.data), mode: 'report', report: wanted },
            warnings: reportWarnings(raw, known),
        };
    }
    return { state: 'mistaken', provider: '', mistakes, ...usableInputs(raw) };
}
function unknownProvider(name, { names }) {
    const accepted = `give one of ${names.join(', ')}`;
    return {
        input: 'provider',
        text: name === '' ? `is required: ${accepted}` : `is ${(0,fields/* quote */.hD)(name)}; ${accepted}`,
        missingCredential: false,
    };
}
function stepInputsOf(common) {
    return {
        timeoutMs: common['timeout-minutes'] * 60_000,
        gapMs: common['poll-interval-seconds'] * 1000,
        longestGapMs: Math.max(common['poll-interval-seconds'], common['poll-max-interval-seconds']) * 1000,
        policy: policyOf(common),
        baseline: baselineOf(common),
        quarantinePath: common.quarantine,
        artifact: common.artifact ? { name: common['artifact-name'], retentionDays: common['retention-days'] } : undefined,
        jobIndex: common['job-index'],
        reportDirectory: common['report-directory'],
        annotations: common.annotations,
        comment: common.comment,
        githubToken: common['github-token'],
    };
}
function inputsOf(common, provider) {
    return {
        ...stepInputsOf(common),
        provider,
        suites: wantedSuites(common, provider),
        maxParallel: common['max-parallel'],
        downloadHosts: common['download-hosts'],
    };
}
/** A provider that takes no suite is about one thing, which is called as its name says: `kore-publish` → `publish`. */
function wantedSuites(common, { name, takes }) {
    const names = takes.suite ? common.suite : [name.replace(/^.*-/, '')];
    return names.map((suite, index) => ({
        name: suite,
        // A run that is there already needs no suite to be sent, and no checkout.
        path: takes.suitePath && !(0,modes/* reopens */.Lv)(common.mode) ? common['suite-path'][index] : undefined,
        runId: (0,modes/* reopens */.Lv)(common.mode) ? common['run-id'][index] : undefined,
    }));
}
/** All mistakes as lines for people: the input, what was wrong, what is accepted. */
function mistakeLines(mistakes) {
    return mistakes.map(({ input, text }) => `${input} ${text}`);
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 54302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ leadsOut)
/* harmony export */ });
/** Whether a path that is relative to a folder leads out of it; a name may well begin with two dots. */
function leadsOut(below) {
    return below.split(/[\\/]/)[0] === '..';
}
//# sourceMappingURL=leads-out.js.map

/***/ }),

/***/ 95104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   Lv: () => (/* binding */ reopens),
/* harmony export */   N0: () => (/* binding */ judges),
/* harmony export */   wv: () => (/* binding */ VENDOR_MODES),
/* harmony export */   xG: () => (/* binding */ findsOut),
/* harmony export */   yB: () => (/* binding */ isStopWanted)
/* harmony export */ });
/** What a step can be asked to do, and what follows from it. Pure. */
/** What a step can be asked to do at a vendor. */
const VENDOR_MODES = ['run', 'start', 'collect', 'cancel'];
/** What a step can be asked to do. */
const MODES = [...VENDOR_MODES, 'doctor', 'report'];
/** Whether a step of that mode is about a run that was started before. */
function reopens(mode) {
    return mode === 'collect' || mode === 'cancel';
}
/** Whether a step of that mode judges runs. */
function judges(mode) {
    return mode === 'run' || mode === 'collect';
}
/** Whether a step of that mode finds something out; one that only starts or stops a run has nothing to keep and to comment on. */
function findsOut(mode) {
    return mode !== 'start' && mode !== 'cancel';
}
/** Whether a step was asked for just that: in mode `cancel` the conclusion `cancelled` says that it is done. */
function isStopWanted({ mode, conclusion }) {
    return mode === 'cancel' && conclusion === 'cancelled';
}
//# sourceMappingURL=modes.js.map

/***/ }),

/***/ 17452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ networkTrouble)
/* harmony export */ });
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94794);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62695);
/** What a failed socket means: whether the vendor can have heard the request, and whether it may work the next time. */


/** Codes of a request that surely did not leave this machine or was not let in. */
const UNHEARD = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EADDRNOTAVAIL', 'EPROTO']);
/** OpenSSL's words for a certificate that will be as wrong the next time. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|CRL_|INVALID_(CA|PURPOSE)|PATH_LENGTH/;
/** What the codes mean that a wrong address or a wrong port brings about. */
const IN_WORDS = new Map([
    ['ENOTFOUND', 'no host has this name'],
    ['EAI_AGAIN', 'the name of the host could not be looked up'],
    ['ECONNREFUSED', 'nothing listens there'],
    ['EPROTO', 'the host does not speak https there'],
]);
/** What the transport says of a proxy that lets nothing through; it names the proxy's status where there is one. */
const TUNNEL = /^tunneling socket could not be established(?:.*statusCode=(\d+))?/;
/** What Node says when the other side hangs up during the TLS handshake, before anything was sent. */
const BEFORE_TLS = 'before secure TLS connection was established';
/**
 * The trouble of a request that ended without an answer. The message is built of the place and the error's code alone:
 * the error's own text can hold the request.
 */
function networkTrouble(where, thrown, { expired, during, unsecured = false }) {
    const code = socketCode(thrown);
    const tunnel = TUNNEL.exec(String(factsOf(thrown).message ?? ''));
    if (tunnel !== null)
        return proxyTrouble(where, tunnel[1]);
    if (code === 'ERR_INVALID_CHAR') {
        const fact = 'was not sent, since a credential holds a line break or another character that no header can hold';
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} ${fact}; paste it again`, { kind: 'config', persistence: 'lasting', unheard: true });
    }
    if (CERTIFICATE.test(code)) {
        const remedy = 'for a certificate of your own, set NODE_EXTRA_CA_CERTS in the env of the step';
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} has a certificate that is not trusted (${code}); ${remedy}`, {
            kind: 'network',
            persistence: 'lasting',
        });
    }
    const words = IN_WORDS.get(code);
    const fact = expired
        ? 'did not answer in time'
        : `could not be reached or broke off (${words === undefined ? code : `${code}, ${words}`})`;
    if (during === 'body')
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} ${fact}`, { kind: 'network', persistence: 'cut' });
    const unheard = unsecured || (!expired && isUnheard(thrown, code));
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} ${fact}`, { kind: 'network', persistence: 'passing', unheard });
}
/** A proxy that does not let the request through: the vendor never heard of it. What it forbids it will forbid again. */
function proxyTrouble(where, status) {
    const isForbidden = status === '403' || status === '407';
    const fact = status === undefined ? 'could not be reached' : `refused the connection (HTTP ${status})`;
    const remedy = status === '407' ? 'put user and password into https_proxy' : 'see https_proxy and no_proxy';
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where}: the proxy ${fact}; ${remedy} in the env of the step`, {
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
function socketCode(thrown) {
    const { errors } = factsOf(thrown);
    if (Array.isArray(errors) && errors.length > 0)
        return socketCode(errors[0]);
    return (0,_error_code_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(thrown) ?? 'connection lost';
}
/** Read by the shape and not by the class: an error can come from another realm, where `instanceof` says no. */
function factsOf(thrown) {
    return typeof thrown === 'object' && thrown !== null ? thrown : {};
}
//# sourceMappingURL=network-trouble.js.map

/***/ }),

/***/ 68472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ cleanerOf),
  l: () => (/* binding */ createRedactor)
});

;// CONCATENATED MODULE: ./build/fragments.js
/** Finds parts of known strings in long texts, in one pass that looks at few characters. Pure. */
/** Taken out of the loops below, where looking up a global counts. */
const { imul } = Math;
/**
 * Looks for parts of four characters and more. The shorter the part, the closer one must look, so that the many forms
 * with long parts are kept apart from the few others.
 */
function createFragments() {
    const kinds = [createGrams(4, 14), createGrams(8, 14), createGrams(8, 20)];
    const [fine, middle, coarse] = kinds;
    const fitting = (shortest) => (shortest < 8 ? fine : shortest < 16 ? middle : coarse);
    // Done when a text is looked through: a token is learned just before its request, and must not hold it.
    const waiting = [];
    return {
        add: (form, shortest, constant = 0) => waiting.push(() => addGrams(fitting(shortest), form, shortest, constant)),
        remove: (form, shortest) => waiting.push(() => removeGrams(fitting(shortest), form)),
        find(text) {
            if (waiting.length > 0)
                for (const change of waiting.splice(0))
                    change();
            const runs = kinds.flatMap((grams) => findRuns(grams, text));
            return runs.length === 0 ? runs : merged(runs);
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
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
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
    // What shows nothing is taken out of a text before the redactor sees it, so out of the secret too.
    const spellings = new Set([core, unified, unified.replaceAll('\n', '\r\n'), (0,untrusted/* visible */.RK)(core)]);
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
/** A part of a secret counts from this length on, whatever the length of the whole. */
const TELLING_CHARACTERS = 16;
/** Forms that are shorter than this turn up by chance in large files, so only the secret itself is looked for there. */
const SHORTEST_ENCODED_IN_BYTES = 8;
/**
 * What every text from outside goes through before anything else is done with it: it is as it is seen, and redacted. What shows
 * nothing goes first, since between the letters of a secret it would hide it from the redactor, and not from readers.
 */
function cleanerOf({ redact }) {
    return (text) => redact((0,untrusted/* visible */.RK)(text));
}
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
//# sourceMappingURL=redact.js.map

/***/ }),

/***/ 26878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ METRICS),
/* harmony export */   Ks: () => (/* binding */ sectionsOf),
/* harmony export */   Ps: () => (/* binding */ metricsOf),
/* harmony export */   UP: () => (/* binding */ LOG_FILE),
/* harmony export */   ZA: () => (/* binding */ isInTrouble),
/* harmony export */   sc: () => (/* binding */ passRate),
/* harmony export */   uZ: () => (/* binding */ uniqueNames),
/* harmony export */   vL: () => (/* binding */ isUnexcused),
/* harmony export */   zp: () => (/* binding */ countCases)
/* harmony export */ });
/** The one shape that every vendor's answer becomes, and the few pure functions on it. */
/** Lines that follow each other in the same section, as that section and its texts. */
function sectionsOf(lines) {
    const sections = [];
    for (const { section, text } of lines) {
        const last = sections.at(-1);
        if (last?.[0] === section)
            last[1].push(text);
        else
            sections.push([section, [text]]);
    }
    return sections;
}
/** The whole log is kept under this name beside the vendor's other files, so that reports can say where it is. */
const LOG_FILE = 'logs.txt';
/** Whether a case failed, or nobody knows since it could not be run. */
function isInTrouble({ status }) {
    return status === 'failed' || status === 'error';
}
/** The same, and not known to fail: what a reader has to look at. */
function isUnexcused({ status, quarantine }) {
    return isInTrouble({ status }) && quarantine === undefined;
}
/** Counts the cases by status. */
function countCases(cases) {
    const quarantined = cases.filter(({ quarantine }) => quarantine !== undefined).length;
    const having = (status) => cases.filter((each) => each.status === status).length;
    return {
        total: cases.length,
        passed: having('passed'),
        failed: having('failed') - quarantined,
        errored: having('error'),
        skipped: having('skipped'),
        flaky: cases.filter((each) => each.flaky).length,
        quarantined,
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
/** Metrics of the values that are there. */
function metricsOf(value) {
    return Object.fromEntries(METRICS.flatMap((name) => (value(name) === undefined ? [] : [[name, value(name)]])));
}
/**
 * Gives repeated names ` (2)`, ` (3)` … in the order they come, so that each is unique. A name that already looks like
 * such a one is counted on until it is free.
 */
function uniqueNames(names) {
    if (new Set(names).size === names.length)
        return names;
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
//# sourceMappingURL=results.js.map

/***/ }),

/***/ 72079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lp: () => (/* binding */ createRunBook),
/* harmony export */   tp: () => (/* binding */ openRuns)
/* harmony export */ });
/* unused harmony export OpenRun */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55395);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12261);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72380);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62695);
/** Which runs are under way: told as an output at once, and kept for `post`, which runs also after a kill. */




/** A run that may be under way; without an id its start was sent and not yet answered, and the mark may find it. */
const OpenRun = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ suite: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), id: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), mark: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) });
const OpenRuns = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(OpenRun);
const STATE = 'open-runs';
/**
 * A book over the suites of a step. What cannot be written keeps a start from being sent, by a `Trouble` of kind `config`; once a
 * run is under way it is told as a warning, once, and holds up nothing.
 */
function createRunBook({ suites, runner, mode, canCancel, redact, log }) {
    const ids = suites.map(() => undefined);
    const open = new Map();
    const save = () => {
        if (mode !== 'start')
            runner.saveState(STATE, JSON.stringify([...open.values()]));
    };
    const warned = new Set();
    const harmlessly = (warning, write) => {
        try {
            write();
        }
        catch (thrown) {
            if (!warned.has(warning))
                log.warn(`${warning}: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOf */ .r)(thrown) ?? 'see the log for the cause'}`, String(thrown));
            warned.add(warning);
        }
    };
    return {
        listener: (index) => ({
            starting(mark) {
                const id = ids[index];
                // A start of many parts that goes on: its run is known, and paid for.
                if (id !== undefined)
                    return harmlessly(LOST_STATE, save);
                open.set(index, { suite: suites[index] ?? '', mark });
                try {
                    save();
                }
                catch (thrown) {
                    open.delete(index);
                    throw unsaved(thrown);
                }
            },
            known(id) {
                ids[index] = redact(id);
                // What a step keeps comes to `post` in its environment, where an id of thousands of parts would not fit.
                open.set(index, { suite: suites[index] ?? '', id: canCancel ? id : (0,_run_id_js__WEBPACK_IMPORTED_MODULE_3__/* .shortId */ .m_)(id) });
                harmlessly(LOST_STATE, save);
                harmlessly('the output run-id could not be written', () => {
                    const told = (0,_run_id_js__WEBPACK_IMPORTED_MODULE_3__/* .runIds */ .mK)(ids);
                    if (told === '')
                        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('internal', TOO_LONG);
                    runner.output('run-id', told);
                });
            },
            over() {
                open.delete(index);
                harmlessly(LOST_STATE, save);
            },
        }),
    };
}
const TOO_LONG = 'the ids of all runs are too long for one output; give each suite a step of its own';
const LOST_STATE = 'what the clean-up at the end of the job has to know of the run could not be written';
function unsaved(thrown) {
    const cause = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOf */ .r)(thrown) ?? 'see the log for the cause';
    const fact = `this suite was not started, because the file that GITHUB_STATE names cannot be written (${cause})`;
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('config', `${fact}: a run could not be stopped if this job were killed; check the disk of the runner`, String(thrown));
}
/** The runs that a step left behind, by the state that it saved. */
function openRuns(state) {
    const text = state(STATE);
    return text === '' ? [] : OpenRuns.parse(JSON.parse(text));
}
//# sourceMappingURL=run-book.js.map

/***/ }),

/***/ 72380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pk: () => (/* binding */ isRunId),
/* harmony export */   UV: () => (/* binding */ perSuite),
/* harmony export */   Vh: () => (/* binding */ inIdCharacters),
/* harmony export */   dD: () => (/* binding */ NEVER_STARTED),
/* harmony export */   mK: () => (/* binding */ runIds),
/* harmony export */   m_: () => (/* binding */ shortId)
/* harmony export */ });
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64971);
/** The ids of runs: what they are made of, and how outputs and sentences tell them. Pure. */

/** What the output `run-id` has in the place of a suite that was not started. */
const NEVER_STARTED = '-';
/** The id with `_` for what no output may hold. */
function inIdCharacters(id) {
    return id.replace(/[^\w.:,-]/g, '_');
}
/** Whether a text can be a run id that a step gave, of one part or of several with commas. */
function isRunId(text) {
    return /^[\w.:,-]+$/.test(text);
}
/** A longer value, in characters, breaks the step that gets it in its environment. */
const LONGEST_OUTPUT = 128 * 1024 - 1024;
/** The ids, one line a suite; they keep only `[\w.:,-]`. Empty where together they are too long for an output. */
function runIds(ids) {
    const text = perSuite(ids.map((id) => id && inIdCharacters(id)));
    return text.length > LONGEST_OUTPUT ? '' : text;
}
/** One line a suite, `-` in the place of what is missing; empty when all are. */
function perSuite(values) {
    return values.every((value) => value === undefined) ? '' : values.map((value) => value ?? NEVER_STARTED).join('\n');
}
const LONGEST_ID = 80;
/** The id of a run for a sentence: one that is made of hundreds of parts is told by its beginning, and the outputs have it whole. */
function shortId(id) {
    if (id.length <= LONGEST_ID)
        return id;
    const parts = id.split(',').length;
    return `${id.slice(0, LONGEST_ID)}…${parts === 1 ? '' : ` (${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(parts, 'parts')})`}`;
}
//# sourceMappingURL=run-id.js.map

/***/ }),

/***/ 28266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ workspaceFile),
/* harmony export */   e: () => (/* binding */ workspaceSources)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87939);
/* harmony import */ var _leads_out_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54302);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62695);
/** The files of the repository that are sent to a vendor: read only, and never from outside the workspace. */





const SUITE_PATH = 'suite-path';
/**
 * The bytes of one file of the workspace that an input names. Rejects with a `Trouble` of kind `config` when it is not there, is
 * no file, leads out of the workspace, or is larger than `most` bytes.
 */
async function workspaceFile(workspace, path, input, most) {
    const real = await locatedIn(workspace, path, input);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(real);
    if (!found.isFile())
        throw wrongPath(input, path, 'is not a file');
    if (found.size > most)
        throw wrongPath(input, path, `is larger than ${most / 1024} KiB`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(real);
}
/** The real path of what lies there in the workspace. */
async function locatedIn(workspace, path, input) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace).catch(() => undefined);
    const real = root === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path)).catch(() => undefined);
    if (root === undefined || real === undefined)
        throw wrongPath(input, path, 'is not there; check the path, and that the repository is checked out before this step');
    if (!isWithin(real, root))
        throw wrongPath(input, path, 'leads out of the workspace; give a path inside the repository');
    return real;
}
/** Reads below the workspace. `leftOut` is told of each link that is not followed. */
function workspaceSources(workspace, leftOut) {
    const locate = (path) => locatedIn(workspace, path, SUITE_PATH);
    return {
        async kind(path) {
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(await locate(path));
            if (found.isDirectory())
                return 'folder';
            if (found.isFile())
                return 'file';
            throw wrongPath(SUITE_PATH, path, 'is neither a file nor a folder');
        },
        read: async (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(await locate(path)),
        async list(path) {
            const folder = await locate(path);
            const files = await filesBelow(folder, folder, leftOut);
            return files.sort((left, right) => (left.path < right.path ? -1 : 1));
        },
    };
}
async function filesBelow(root, folder, leftOut) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    const found = entries.map(async (entry) => {
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, full).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
        if (entry.isDirectory())
            return filesBelow(root, full, leftOut);
        if (entry.isFile())
            return [{ path, read: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(full) }];
        const target = entry.isSymbolicLink() ? await linkedFile(root, full) : undefined;
        if (target !== undefined)
            return [{ path, read: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(target) }];
        leftOut(path);
        return [];
    });
    return (await Promise.all(found)).flat();
}
/** The file behind a link, where it stays in the folder. Links to folders are not followed, since they can go in circles. */
async function linkedFile(root, link) {
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(link).catch(() => undefined);
    return target !== undefined && isWithin(target, root) && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(target)).isFile() ? target : undefined;
}
function isWithin(path, root) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) && !(0,_leads_out_js__WEBPACK_IMPORTED_MODULE_4__/* .leadsOut */ .q)(below);
}
function wrongPath(input, path, fact) {
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .lastingTrouble */ .Ac)('config', `${input}: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)} ${fact}`);
}
//# sourceMappingURL=sources.js.map

/***/ }),

/***/ 3640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ startOnce),
/* harmony export */   x: () => (/* binding */ searchRuns)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44479);


/** How often a vendor's list of runs is looked at for the one whose start's answer was lost. */
const MOST_SEARCHES = 3;
/**
 * Starts a run and gives its id. A start that the vendor surely did not hear is repeated. One whose answer was lost is
 * looked for where the vendor can list its runs, and adopted when there is exactly one; else it is an error that says so.
 */
async function startOnce(ready, step, remote, manner) {
    const once = async (good) => {
        const known = (id) => {
            good();
            remote.known(id);
        };
        remote.sending(ready);
        try {
            return { value: await ready.start(known) };
        }
        catch (thrown) {
            const isUnknown = isLost(thrown);
            if (!isUnknown)
                remote.answered();
            // A step that ends has not lost an answer: it did not wait for it.
            if (!isUnknown || step.signal.aborted)
                throw thrown;
            return { value: thrown };
        }
    };
    const started = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(step, once, { ...manner, wholeGaps: true });
    if (!(started instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm))
        return started;
    const found = await findStarted(ready, step, manner);
    if (found instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm)
        remote.unsearched();
    const only = found instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm || found.length > 1 ? undefined : found[0];
    if (only === undefined)
        throw lostStart(started, ready, found);
    remote.known(only);
    return only;
}
/** A start that may have been heard, and whose answer did not come or cannot be read. */
function isLost(thrown) {
    if (!(thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm))
        return false;
    return thrown.facts.unheard !== true && (thrown.facts.persistence === 'passing' || thrown.facts.persistence === 'shape');
}
/** The runs that it may be, or why the vendor could not be asked for them. */
async function findStarted({ find }, step, manner) {
    if (find === undefined)
        return [];
    return searchRuns(find, step, manner).catch((thrown) => {
        if (thrown instanceof _wait_js__WEBPACK_IMPORTED_MODULE_1__/* .Stopped */ .C9)
            throw thrown;
        return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .asTrouble */ .S_)(thrown);
    });
}
/** The runs that a search finds; one that was started a moment ago may not be listed yet, so it is made up to three times. */
function searchRuns(search, step, manner = {}) {
    let searches = 0;
    const once = async () => {
        const found = await search();
        searches += 1;
        return found.length > 0 || searches === MOST_SEARCHES ? { value: found } : { percent: undefined };
    };
    return (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(step, once, manner);
}
function lostStart({ message, facts }, ready, found) {
    const known = whatIsKnown(ready, found);
    const remedy = "so a run may be under way there; look for it in the vendor's console before you start again";
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .lastingTrouble */ .Ac)('network', `the answer to the start was lost, and ${known}, ${remedy} (${message})`, facts.said);
}
function whatIsKnown({ find }, found) {
    if (find === undefined)
        return 'the vendor cannot be asked for its runs';
    if (found instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm)
        return `its list of runs could not be read (${found.message})`;
    return `the vendor lists ${found.length === 0 ? 'no new run' : `${found.length} new runs that could be it`}`;
}
//# sourceMappingURL=start-once.js.map

/***/ }),

/***/ 46210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ goesOn),
/* harmony export */   FN: () => (/* binding */ isNoMore),
/* harmony export */   Lk: () => (/* binding */ MAY_BE_UNDER_WAY)
/* harmony export */ });
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72380);
/** What became of a run that was to be stopped, in sentences of ours. Pure. */

/** Of a start whose answer never came, where nothing tells whether there is a run. */
const MAY_BE_UNDER_WAY = "the start was sent and its answer never came, so a run may be under way; look for it in the vendor's console";
/** Of a vendor that cannot stop a run. */
function goesOn(id) {
    return `run ${(0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .shortId */ .m_)(id)} goes on at the vendor, which offers no way to stop it`;
}
/** Of a vendor that was told to, or had no need to. */
function isNoMore(id, answer) {
    return `run ${(0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .shortId */ .m_)(id)} was ${answer === 'sent' ? 'stopped at the vendor' : 'over'}`;
}
//# sourceMappingURL=stopping.js.map

/***/ }),

/***/ 52553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TG: () => (/* binding */ until),
/* harmony export */   tn: () => (/* binding */ timeFor),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);

/**
 * Does something until `timeUp` resolves, and then rejects with the error that it gives. The signal of the action aborts in
 * that moment, and what becomes of the action is left; the signal of `timeUp` aborts when there is nothing to wait for any more.
 */
async function until(timeUp, action) {
    const over = new AbortController();
    const late = new AbortController();
    const end = async () => {
        const why = await timeUp(over.signal);
        if (!over.signal.aborted)
            late.abort();
        throw why;
    };
    const begin = async () => action(late.signal);
    // First, since what is in flight asks which time it has.
    const ending = end();
    try {
        // Both are handled here, so that the one that comes later is heard by nobody.
        return await Promise.race([begin(), ending]);
    }
    finally {
        over.abort();
    }
}
/**
 * Milliseconds that something may take which is done when the verdict stands: as long as usual, or until the deadline, but after
 * it still a moment.
 */
function timeFor({ usual, late }, deadline, clock) {
    return deadline === undefined ? usual : Math.max(late, Math.min(usual, deadline - clock.now()));
}
/** Does something for at most so long; see {@link until}. Rejects with a `Trouble` of kind `network` when the time is up. */
function within({ clock, ms, signal, graceMs = 0, why }, action) {
    const timeUp = async (over) => {
        await clock.sleep(ms, AbortSignal.any([over, signal]));
        if (signal.aborted)
            await clock.sleep(graceMs, over);
        return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .lastingTrouble */ .Ac)('network', why());
    };
    return until(timeUp, action);
}
//# sourceMappingURL=time-limit.js.map

/***/ }),

/***/ 94803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ isoMoment),
/* harmony export */   eV: () => (/* binding */ roundedSpan),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
/** Spans of time and moments as people and files read them. */
/** Milliseconds in the two largest units that are not nothing: `850 ms`, `12.3 s`, `3 min 12 s`, `2 h`. */
function timeSpan(ms) {
    if (ms < 1000)
        return `${Math.floor(ms)} ms`;
    if (ms < 60_000)
        return `${Math.floor(ms / 100) / 10} s`;
    const seconds = Math.floor(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? units(minutes, 'min', seconds % 60, 's') : units(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
/** The same for plans and guesses, rounded: to whole seconds, and from an hour on to minutes. `5 s`, `12 min 5 s`, `1 h 2 min`. */
function roundedSpan(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    return timeSpan(seconds < 3600 ? seconds * 1000 : Math.round(seconds / 60) * 60_000);
}
function units(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
/** Milliseconds since 1970 in ISO 8601, in UTC. */
function isoMoment(ms) {
    return new Date(ms).toISOString();
}
//# sourceMappingURL=time-spans.js.map

/***/ }),

/***/ 31730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   dh: () => (/* binding */ brief),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   xK: () => (/* binding */ xmlText)
/* harmony export */ });
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
/** Nearly every text is plain, and the other expressions take long to build and to run. */
const PLAIN = /^[\t\n -~]*$/;
/** Every ASCII mark but those that mean nothing to Markdown and HTML within a line. */
const MARKDOWN_MARK = /[\n\t!-'*+/:<-@[-`{-~]/g;
/**
 * Where bare addresses become links. GitHub looks for e-mail addresses after it has decoded entities, so these places
 * must be torn into two nodes.
 */
const LINK_JOINT = /(?=@)|(?<=@)|(?=:\/\/)|(?<=www)(?=\.)/gi;
/** Splits a text into nodes and is dropped by the sanitiser. */
const TEAR = '<!-- -->';
const NAME_CHARACTERS = 60;
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
/** A name for a sentence of ours, at most 60 characters of it: a long one must not push the fact and the remedy out. */
function brief(name) {
    // A character has at most two units, and a hostile name can have many millions.
    const characters = [...name.slice(0, 2 * NAME_CHARACTERS + 1)];
    return characters.length <= NAME_CHARACTERS ? name : `${characters.slice(0, NAME_CHARACTERS - 1).join('')}…`;
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
    return PLAIN.test(text) ? text : text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
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
/** The text as it is seen: every kind of line break as a line feed, and nothing that shows nothing. */
function visible(text) {
    return PLAIN.test(text) ? text : withoutInvisible(unifiedBreaks(text));
}
function unifiedBreaks(text) {
    return text.replace(LINE_BREAK, '\n');
}
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

/***/ 10617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ judgeSuite),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   gf: () => (/* binding */ isGreen),
/* harmony export */   l7: () => (/* binding */ describeGate)
/* harmony export */ });
/* unused harmony export isAtLeast */
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64971);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95104);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26878);
/** From results to a verdict, by the table of situations in the contract. Pure. */



const GATED = ['f1', 'precision', 'recall'];
/** What a check can be red for. */
const FAIL_ON = ['failures', 'regressions'];
/** Judges one suite by itself, against the baseline where there is one; `noun` is what its cases are called, in the plural. */
function judgeSuite(results, policy, noun, against) {
    if (results.doubt !== undefined)
        return { conclusion: 'inconclusive', reasons: [results.doubt] };
    const absent = missingMetrics(results.metrics, policy.minMetrics);
    if (absent.length > 0) {
        return {
            conclusion: 'error',
            errorKind: 'contract',
            reasons: absent.map((name) => `min-${name} is set, but the vendor's answer gives no ${name}`),
        };
    }
    const contradictions = [...results.contradictions, ...oddCounts(results)];
    const few = tooFew(results.counts, policy, noun);
    if (contradictions.length > 0 || few.length > 0) {
        const torn = contradictions.map((fact) => `the vendor's results are inconsistent or incomplete: ${fact}`);
        return { conclusion: 'inconclusive', reasons: [...torn, ...few], ...(torn.length === 0 && { lack: 'cases' }) };
    }
    const compared = policy.failOn === 'regressions' ? against : undefined;
    const missed = [
        ...(results.failure === undefined ? [] : [results.failure]),
        ...(isComparison(compared) ? regressionsIn(compared, results.counts, noun) : missedRate(results.counts, policy, noun)),
        ...missedMaximum(results.counts, policy, noun),
        ...missedMetrics(results.metrics, policy.minMetrics),
    ];
    if (missed.length > 0)
        return { conclusion: 'failed', reasons: [...missed, ...incomparableNote(compared)] };
    const unrun = tooManyErrored(results.counts, policy, noun);
    if (unrun.length > 0)
        return { conclusion: 'inconclusive', reasons: [...unrun, ...results.warnings] };
    return {
        conclusion: 'passed',
        reasons: [passedSentence(results.counts, policy, noun, compared), ...incomparableNote(compared)],
    };
}
function isComparison(against) {
    return against !== undefined && typeof against.comparison !== 'string';
}
function incomparableNote(against) {
    if (against === undefined || isComparison(against))
        return [];
    return [`treated as fail-on: failures, because ${against.comparison}`];
}
function regressionsIn({ branch, tolerance, comparison }, { passed, failed }, noun) {
    const { regressions, metrics } = comparison;
    const now = regressions.length === 1 ? 'it passed' : 'they passed';
    const worse = regressions.length === 1 ? 'now fails or scores too much lower' : 'now fail or score too much lower';
    const share = shareOf(regressions.length, passed + failed, noun);
    return [
        ...(regressions.length === 0 ? [] : [`${share} regressed: ${now} on ${branch}, and ${worse}`]),
        ...metrics.flatMap(({ name, before, now, regressed }) => regressed
            ? [`${METRIC_WORDS[name]} fell from ${before} on ${branch} to ${now}; regression-tolerance allows ${tolerance}`]
            : []),
    ];
}
const METRIC_WORDS = { f1: 'f1', precision: 'precision', recall: 'recall', averageScore: 'the average score' };
/** `1 of 3 cases`, `all 3 cases`, `the only case`: the beginning of a sentence whose verb goes with both numbers. */
function shareOf(part, whole, noun) {
    if (part < whole)
        return partOf(part, whole, noun);
    return whole === 1 ? `the only ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .singular */ .cL)(noun)}` : `all ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(whole, noun)}`;
}
function partOf(part, whole, noun) {
    return `${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(part)} of ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(whole, noun)}`;
}
/** What no provider should hand on: counts that do not add up, or that hide a row that failed. */
function oddCounts({ counts, cases }) {
    const sum = counts.passed + counts.failed + counts.errored + counts.skipped + counts.quarantined;
    const failed = cases.filter(({ status }) => status === 'failed').length;
    return [
        ...(sum === counts.total ? [] : [`its counts add up to ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(sum)}, not ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(counts.total)}`]),
        ...(failed <= counts.failed + counts.quarantined
            ? []
            : [`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(failed, 'rows')} failed, but its counts say ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(counts.failed + counts.quarantined)}`]),
    ];
}
function tooFew({ total, skipped, quarantined }, { minTests }, noun) {
    const run = total - skipped;
    if (total === 0)
        return [`there were no ${noun}, so nothing was proved`];
    if (run === 0)
        return [`${shareOf(total, total, noun)} ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wasOrWere */ .S1)(total)} skipped, so nothing was proved`];
    if (run === quarantined)
        return [`${shareOf(run, run, noun)} that ran failed and ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isOrAre */ .Cj)(run)} in quarantine, so nothing was proved`];
    if (run < minTests)
        return [`only ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(run, noun)} ran, and min-tests asks for ${minTests}`];
    return [];
}
/** What is in quarantine ran and was judged; by itself it proves nothing. */
function tooManyErrored(counts, { maxErrored, minTests }, noun) {
    const { passed, failed, errored, quarantined } = counts;
    if (errored > maxErrored)
        return [`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(errored, noun)} could not be run or judged, and max-errored allows ${maxErrored}`];
    const judged = passed + failed + quarantined;
    if (judged < minTests)
        return [`only ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(judged, noun)} could be judged, and min-tests asks for ${minTests}`];
    if (judged === quarantined)
        return [`only the quarantined ${noun} could be judged, so nothing was proved`];
    return [];
}
function missedRate(counts, { minPassRate }, noun) {
    const { passed, failed } = counts;
    if (failed === 0 || isAtLeast(passed, passed + failed, minPassRate))
        return [];
    return [`${failedShare(counts, noun)}; the check needs ${minPassRate} % to pass${rateNote(counts)}`];
}
function missedMaximum(counts, { maxFailures }, noun) {
    if (maxFailures === undefined || counts.failed <= maxFailures)
        return [];
    return [`${failedShare(counts, noun)}; max-failures allows ${maxFailures}`];
}
/** With what the rate leaves out, since the table below counts it too. */
function failedShare(counts, noun) {
    const { passed, failed } = counts;
    return `${partOf(failed, passed + failed, noun)} failed${uncounted(counts, 'not counted: ')}`;
}
/** What the rate leaves out, in brackets; `note` goes behind the cases that could not be run. */
function uncounted({ errored, skipped, quarantined }, title, note = '') {
    const beside = [
        ...(errored > 0 ? [`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(errored)} could not be run${note}`] : []),
        ...(quarantined > 0 ? [`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(quarantined)} failed in quarantine`] : []),
        ...(skipped > 0 ? [`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(skipped)} skipped`] : []),
    ];
    return beside.length === 0 ? '' : ` (${title}${beside.join('; ')})`;
}
function rateNote(counts) {
    const rate = (0,_results_js__WEBPACK_IMPORTED_MODULE_2__/* .passRate */ .sc)(counts);
    return rate === undefined || rate === 0 ? '' : `, and ${rate} % did`;
}
/** Exact: whether `part` of `whole` is at least `percent`. Whole numbers only, since 0.1 + 0.2 is not 0.3. */
function isAtLeast(part, whole, percent) {
    const [units = '0', decimals = ''] = plainDecimal(percent).split('.');
    const scale = 10n ** BigInt(decimals.length);
    return BigInt(part) * 100n * scale >= BigInt(units + decimals) * BigInt(whole);
}
function plainDecimal(value) {
    const text = String(value);
    return text.includes('e') ? value.toFixed(20) : text;
}
function missingMetrics(given, asked) {
    return GATED.filter((name) => asked[name] !== undefined && given[name] === undefined);
}
function missedMetrics(given, asked) {
    return GATED.flatMap((name) => {
        const [is, least] = [given[name], asked[name]];
        return is !== undefined && least !== undefined && !(is >= least) ? [`${name} is ${is}; min-${name} asks for ${least}`] : [];
    });
}
function passedSentence(counts, { minPassRate }, noun, against) {
    const { passed, failed, quarantined } = counts;
    const note = uncounted(counts, '', ', which max-errored allows');
    if (isComparison(against)) {
        const share = `${partOf(passed, passed + failed, noun)} passed${note}`;
        return `no regressions against ${against.branch}: ${share}${forgiven(failed, against)}`;
    }
    if (failed === 0 && passed > 1)
        return `all ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(passed, noun)} that ${quarantined > 0 ? 'count' : 'ran'} passed${note}`;
    if (failed === 0)
        return `${partOf(passed, passed, noun)} passed${note}`;
    return `${partOf(passed, passed + failed, noun)} passed; the check needs ${minPassRate} %${note}`;
}
/** Why failures are no regressions: a case failed before too, or is new. Nothing where none failed. */
function forgiven(failed, { branch, comparison }) {
    const old = Math.min(comparison.stillFailing.length, failed);
    const fresh = failed - old;
    if (failed === 0)
        return '';
    if (failed === 1)
        return old === 1 ? `; the one that failed did not pass on ${branch} either` : '; the one that failed is new';
    const all = `the ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(failed)} that failed`;
    if (fresh === 0)
        return `; ${all} did not pass on ${branch} either`;
    if (old === 0)
        return `; ${all} are new`;
    return `; of ${all}, ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(old)} did not pass on ${branch} either and ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(fresh)} ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isOrAre */ .Cj)(fresh)} new`;
}
/** The gate in words, for the reports: `100 % of the utterances must pass`, or `no regressions against main`. */
function describeGate(policy, noun, baseline) {
    const { failOn, minPassRate, maxFailures, maxErrored, minTests, minMetrics, mustPass } = policy;
    const metrics = GATED.flatMap((name) => (minMetrics[name] === undefined ? [] : [`${name} at least ${minMetrics[name]}`]));
    const rate = `${minPassRate} % of the ${noun} must pass`;
    return [
        failOn === 'failures' || baseline === undefined ? rate : noRegressions(baseline),
        ...(maxFailures === undefined ? [] : [`at most ${maxFailures} may fail`]),
        ...(maxErrored === 0 ? [] : [`at most ${maxErrored} may be in error`]),
        ...(minTests === 1 ? [] : [`at least ${minTests} must run`]),
        ...metrics,
        ...(mustPass.length === 0 ? [] : [`${mustPass.length} named in must-pass must pass`]),
    ].join('; ');
}
function noRegressions({ branch, tolerance }) {
    return `no regressions against ${branch}${tolerance === 0 ? '' : `, with scores and metrics at most ${tolerance} lower`}`;
}
/** Whether a step that ended so may exit with 0. */
function isGreen({ conclusion, mode }) {
    return (0,_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .isStopWanted */ .yB)({ mode, conclusion }) || conclusion === 'passed' || conclusion === 'skipped' || conclusion === 'started';
}
//# sourceMappingURL=verdict.js.map

/***/ }),

/***/ 44479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stoppedBy),
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   zU: () => (/* binding */ attempted)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);

/** Thrown by a wait when the step ends. */
class Stopped extends Error {
    reason;
    /** The last trouble, where no attempt had gone well since. */
    trouble;
    constructor(reason, trouble) {
        super(`stopped: ${reason}`);
        this.name = 'Stopped';
        this.reason = reason;
        this.trouble = trouble;
    }
}
/** What was answered as an attempt: `not yet` asks for another one. */
function attempted(answer) {
    return answer === 'not yet' ? { percent: undefined } : { value: answer };
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
    const budget = createBudget(step.clock, manner.missingIsNotYetMs ?? 0);
    try {
        return await attemptWithin(budget, step, once, manner);
    }
    catch (thrown) {
        throw thrown instanceof Stopped ? new Stopped(thrown.reason, budget.lastTrouble() ?? thrown.trouble) : thrown;
    }
}
async function attemptWithin(budget, step, once, manner) {
    const { clock, signal } = step;
    const forecast = createForecast(clock);
    const slept = (gap) => (manner.wholeGaps === true ? Math.max(gap, LEAST_GAP) : clampedGap(step, gap));
    let grown = step.gapMs;
    if (manner.gapFirst === true)
        grown = await pause(step, slept(spread(step, grown)), grown);
    for (;;) {
        if (signal.aborted)
            throw stoppedBy(signal);
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
                throw stoppedBy(signal, thrown);
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
        lastTrouble: () => since.at(-1),
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
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(`${last.message}; gave up after ${troubles.length} failed attempts in a row over ${minutes} minutes`, {
        ...last.facts,
        kind,
        persistence: 'lasting',
    });
}
/** What a step that has ended throws, by its signal; where a wait within it has ended so too, that, as it knows what the trouble was. */
function stoppedBy(signal, thrown) {
    if (thrown instanceof Stopped)
        return thrown;
    return new Stopped(signal.reason === 'cancelled' ? 'cancelled' : 'timed-out');
}
//# sourceMappingURL=wait.js.map

/***/ }),

/***/ 26223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ startWatch)
/* harmony export */ });
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

/***/ }),

/***/ 39080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uK: () => (/* binding */ createTools),
  by: () => (/* binding */ createWorld),
  Ko: () => (/* binding */ readInputs),
  XL: () => (/* binding */ startLife)
});

// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/http.js
var http = __webpack_require__(85334);
// EXTERNAL MODULE: ./build/inputs.js + 2 modules
var inputs = __webpack_require__(68028);
// EXTERNAL MODULE: ./build/redact.js + 2 modules
var redact = __webpack_require__(68472);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
;// CONCATENATED MODULE: ./build/log.js
/** What the user reads while the step runs. Everything passes the redactor and the neutraliser here. */



const LONGEST_LINE = 2000;
const LONGEST_TITLE = 200;
const QUOTED = { lines: 20, characters: 500 };
const STREAMED = { lines: 200, characters: 2000 };
/** A log on the runner. */
function createLog(runner, redactor) {
    const clean = (0,redact/* cleanerOf */.i)(redactor);
    const say = (sentence) => runner.info((0,untrusted/* oneLine */.TN)(clean(sentence), LONGEST_LINE));
    const quote = (said) => {
        for (const line of (0,untrusted/* logLines */.OG)(clean(said), '  | ', QUOTED))
            runner.info(line);
    };
    return {
        say,
        quote,
        warn(sentence, said) {
            runner.annotate({ level: 'warning', title: 'agent-test-gate', message: (0,untrusted/* oneLine */.TN)(clean(sentence), LONGEST_LINE) });
            if (said !== undefined && said !== '')
                quote(said);
        },
        notice(sentence) {
            runner.annotate({ level: 'notice', title: 'agent-test-gate', message: (0,untrusted/* oneLine */.TN)(clean(sentence), LONGEST_LINE) });
        },
        sections(suite, lines) {
            for (const [section, texts] of (0,results/* sectionsOf */.Ks)(lines)) {
                const title = (0,untrusted/* oneLine */.TN)(clean(`${suite}: ${section}`), LONGEST_TITLE);
                runner.group(title, texts.flatMap((text) => (0,untrusted/* logLines */.OG)(clean(text), '  | ', STREAMED)));
            }
        },
        trouble(prefix, { message, facts }) {
            say(`${prefix}${message}`);
            if (facts.said !== undefined && facts.said.trim() !== '')
                quote(facts.said);
        },
    };
}
//# sourceMappingURL=log.js.map
;// CONCATENATED MODULE: ./build/providers/registry.js
/** In the order in which they are listed to users. */
const listings = [
    { name: 'kore-batch', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(569), __webpack_require__.e(841)]).then(__webpack_require__.bind(__webpack_require__, 68841))).koreBatch },
    { name: 'kore-conversation', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(569), __webpack_require__.e(939)]).then(__webpack_require__.bind(__webpack_require__, 31939))).koreConversation },
    { name: 'kore-publish', load: async () => (await __webpack_require__.e(/* import() */ 922).then(__webpack_require__.bind(__webpack_require__, 60922))).korePublish },
    { name: 'omilia', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(427), __webpack_require__.e(411)]).then(__webpack_require__.bind(__webpack_require__, 59792))).omilia },
    { name: 'omilia-generation', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(427), __webpack_require__.e(19)]).then(__webpack_require__.bind(__webpack_require__, 4019))).omiliaGeneration },
    { name: 'kapso', load: async () => (await __webpack_require__.e(/* import() */ 816).then(__webpack_require__.bind(__webpack_require__, 58816))).kapso },
];
/** The inputs that hold secrets, GitHub's and of whichever provider: one that is given to another provider in vain stays secret too. */
const secretInputs = ['client-secret', 'token', 'api-key', 'password', 'otp', 'github-token'];
/** What the runner fills in, by `action.yml`, for inputs that not every provider has: a value that nobody gave. */
const filledIn = new Map([
    ['jwt-algorithm', 'HS256'],
    ['bot-version', 'inDevelopment'],
    ['initiate-training', 'true'],
    ['overwrite', 'false'],
    ['pass-score', '0.8'],
]);
//# sourceMappingURL=registry.js.map
// EXTERNAL MODULE: ./build/sources.js
var sources = __webpack_require__(28266);
// EXTERNAL MODULE: ./build/time-limit.js
var time_limit = __webpack_require__(52553);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/step.js



/** How long last things may take, in milliseconds, so that they do not hold the exit. */
const LAST_THINGS = 3000;
/** How long something of this machine may still take after the end, in milliseconds. */
const LOCAL_THINGS = 1000;
/** Starts the clock of a step. Its signal aborts at the deadline, and when the workflow is cancelled. */
function startStep({ clock, random, gapMs, longestGapMs, timeoutMs, cancelled }) {
    const life = new AbortController();
    const over = new AbortController();
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
    const last = lastThings(clock, isEnded, over.signal);
    return {
        clock,
        random,
        gapMs,
        longestGapMs,
        signal: life.signal,
        over: over.signal,
        deadline,
        inFlight: () => last.inFlight() ?? life.signal,
        afterwards: last.afterwards,
        async unlessOver(action) {
            const timeUp = async (done) => {
                await whenAborted(life.signal, done);
                await clock.sleep(LOCAL_THINGS, done);
                return (0,wait/* stoppedBy */.$)(life.signal);
            };
            return (0,time_limit/* until */.TG)(timeUp, action);
        },
        end() {
            cancelled.removeEventListener('abort', onCancel);
            over.abort();
        },
    };
}
function lastThings(clock, isEnded, over) {
    const grace = new AbortController();
    let graceEnds;
    const remaining = () => {
        if (!isEnded())
            return LAST_THINGS;
        graceEnds ??= clock.now() + LAST_THINGS;
        return graceEnds - clock.now();
    };
    return {
        inFlight: () => (graceEnds === undefined ? undefined : grace.signal),
        async afterwards(action) {
            // One that began before the end has its own 3 s, and ends none of those that began after it.
            const isLast = isEnded();
            const timeUp = async (done) => {
                await clock.sleep(remaining(), AbortSignal.any([over, done]));
                if (isLast && !done.aborted)
                    grace.abort();
                return new trouble/* Trouble */.qm('the vendor did not answer in the seconds that were left for it', {
                    kind: 'network',
                    persistence: 'passing',
                });
            };
            return (0,time_limit/* until */.TG)(timeUp, action);
        },
    };
}
/** Resolves when the signal aborts; forgets it when nobody wants to know any more. */
function whenAborted(signal, unwanted) {
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
    const redactor = (0,redact/* createRedactor */.l)();
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
    // As it was given, and as it is sent: the runner hides whole values alone, also in the logs of later steps.
    for (const form of new Set([secret, secret.trim()]))
        rim.runner.mask(form);
    redactor.learn(secret);
}
/** Starts the step's clock with the times of the inputs. */
function startLife({ timeoutMs, gapMs, longestGapMs }, { rim }) {
    return startStep({ clock: rim.clock, random: rim.random, cancelled: rim.cancelled, timeoutMs, gapMs, longestGapMs });
}
/** What a provider gets to work with. A request takes as long as `patience` allows, or as is usual. */
function createWorld({ downloadHosts }, step, tools, patience) {
    const { rim, redactor, log } = tools;
    return {
        door: (0,http/* createDoor */.b)({
            clock: rim.clock,
            userAgent: `agent-test-gate/${rim.version}`,
            downloadHosts,
            signal: step.inFlight,
            over: step.over,
            patience,
        }),
        clock: rim.clock,
        random: rim.random,
        secret: (value) => learnSecret(value, tools),
        passingSecret(value) {
            if (value.trim() === '')
                return;
            rim.runner.mask(value);
            redactor.learnPassing(value);
        },
        warn: log.warn,
        notice: log.notice,
        sources: (0,sources/* workspaceSources */.e)(rim.workspace, (path) => log.warn(`suite-path: ${(0,fields/* quote */.hD)(path)} is a link that leads elsewhere, or not a file, and is left out`)),
    };
}
//# sourceMappingURL=world.js.map

/***/ })

};

