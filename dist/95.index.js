export const id = 95;
export const ids = [95];
export const modules = {

/***/ 87939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   DY: () => (/* binding */ optionalLine),
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
/** A text of one line that may be left out: undefined then. `wrong` says what is wrong with it and what is accepted, if anything is. */
function optionalLine(wrong = () => undefined) {
    return field((text, fail) => (text === '' ? undefined : lineOf(text, wrong, fail)));
}
/** Such a text that has to be there; `hint` says what to give. */
function requiredLine(hint, wrong) {
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

/***/ 37457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createDoor)
});

// UNUSED EXPORTS: LARGEST_ANSWER

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./build/answer.js
var answer = __webpack_require__(63412);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(73429);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/trouble.js
var build_trouble = __webpack_require__(62695);
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
        return new build_trouble/* Trouble */.qm(`${where} ${fact}; paste it anew`, { kind: 'config', persistence: 'lasting', unheard: true });
    }
    if (CERTIFICATE.test(code)) {
        const remedy = 'for a certificate of your own, set NODE_EXTRA_CA_CERTS in the env of the step';
        return new build_trouble/* Trouble */.qm(`${where} has a certificate that is not trusted (${code}); ${remedy}`, {
            kind: 'network',
            persistence: 'lasting',
        });
    }
    const fact = expired ? 'did not answer in time' : `could not be reached or broke off (${code})`;
    if (during === 'body')
        return new build_trouble/* Trouble */.qm(`${where} ${fact}`, { kind: 'network', persistence: 'cut' });
    const unheard = unsecured || (!expired && isUnheard(thrown, code));
    return new build_trouble/* Trouble */.qm(`${where} ${fact}`, { kind: 'network', persistence: 'passing', unheard });
}
/** A proxy that does not let the request through: the vendor never heard of it. What it forbids it will forbid again. */
function proxyTrouble(where, status) {
    const isForbidden = status === '403' || status === '407';
    const fact = status === undefined ? 'could not be reached' : `refused the connection (HTTP ${status})`;
    const remedy = status === '407' ? 'put user and password into https_proxy' : 'see https_proxy and no_proxy';
    return new build_trouble/* Trouble */.qm(`${where}: the proxy ${fact}; ${remedy} in the env of the step`, {
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










/** The largest file that is taken, in bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;
const MOST_REDIRECTS = 3;
/** How file stores refuse a link that has expired. */
const REFUSED = new Set([400, 401, 403, 404, 410]);
/** What Node calls the troubles of a disk. */
const DISK = /^(ENOENT|ENOSPC|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|EDQUOT|EIO|EMFILE|ENFILE)$/;
/** 30 s to the first byte and of silence; as a whole as long as the step has. */
const PATIENCE = { silenceMs: 30_000, wholeMs: 6 * 3_600_000 };
/**
 * Tries once to fetch a file, or rejects with a `Trouble`; `missing` and `forbidden` mean that the link is not or no longer
 * good. After a try that broke off the next one asks for the rest alone, where the server offers that.
 */
async function fetchFile(wish, open, parts, files) {
    const watch = startWatch(parts.clock, parts.signal(), PATIENCE);
    const file = files.to(wish.to);
    let during = 'request';
    try {
        const { url, message } = await follow(wish, file, open, parts, watch);
        const { before, total = 0 } = file.take(wish.name, url, message);
        if (total > LARGEST_FILE) {
            message.destroy();
            throw tooLarge(wish);
        }
        during = 'body';
        await (0,promises_.pipeline)(message, countUpTo(wish, LARGEST_FILE - before, watch), file.sink());
        await file.finish(wish.name);
    }
    catch (thrown) {
        const trouble = thrown instanceof build_trouble/* Trouble */.qm ? thrown : (diskTrouble(wish, thrown) ?? networkTrouble(wish.name, thrown, { ...watch, during }));
        await file.breakOff(trouble);
        throw trouble;
    }
    finally {
        watch.stop();
    }
}
function diskTrouble(wish, thrown) {
    const code = (0,types_.isNativeError)(thrown) && 'code' in thrown ? String(thrown.code) : '';
    if (!DISK.test(code))
        return undefined;
    return (0,build_trouble/* lastingTrouble */.Ac)('internal', `${wish.name}: it could not be written to the report directory (${code}); see report-directory`);
}
async function follow(wish, file, open, parts, watch) {
    let url = checkedLink(wish, wish.link, undefined, parts.downloadHosts);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        // A redirect never carries credentials, not even back to where they belong.
        const credentials = hop === 0 && url.origin === wish.home.origin ? wish.headers : undefined;
        const target = hop === 0 ? targetOf(wish.link, url) : undefined;
        const headers = { ...credentials, ...file.wanted };
        const message = await open({ method: 'GET', url, headers, ...(target !== undefined && { target }) }, watch);
        const status = message.statusCode ?? 0;
        const location = message.headers.location;
        if (status < 300 || status >= 400 || location === undefined) {
            checkAnswer(wish, url, message, file.wanted === undefined ? WHOLE : REST, parts.clock.wall());
            return { url, message };
        }
        message.destroy();
        url = checkedLink(wish, location, url, parts.downloadHosts);
    }
    throw (0,build_trouble/* lastingTrouble */.Ac)('security', `${wish.name}: more than ${MOST_REDIRECTS} redirects, which no result file needs`);
}
const WHOLE = new Set([200]);
const REST = new Set([200, 206, 416]);
function checkAnswer(wish, url, message, taken, wall) {
    const where = (0,answer/* place */.ik)({ name: wish.name, method: 'GET', url, template: '/…' });
    const status = message.statusCode ?? 0;
    if (taken.has(status)) {
        (0,answer/* refuseEncoding */.OS)(where, message);
        return;
    }
    message.destroy();
    const wait = (0,retry_after/* retryAfter */.P)(message.headers['retry-after'], wall);
    const serverTime = (0,retry_after/* httpDate */.z)(message.headers.date);
    const facts = { status, ...(wait !== undefined && { retryAfterMs: wait }), ...(serverTime !== undefined && { serverTime }) };
    if (REFUSED.has(status)) {
        throw new build_trouble/* Trouble */.qm(`${where} answered HTTP ${status}: the link is not or no longer good`, {
            ...facts,
            kind: status === 401 || status === 403 ? 'auth' : 'vendor',
            persistence: 'missing',
        });
    }
    const passing = status === 408 || status === 429 || status >= 500;
    throw new build_trouble/* Trouble */.qm(`${where} answered HTTP ${status}`, {
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
        throw (0,build_trouble/* lastingTrouble */.Ac)('contract', `${wish.name}: the vendor's link to it is not a URL`);
    const problem = linkProblem(url, wish, further);
    if (problem === undefined)
        return url;
    throw (0,build_trouble/* lastingTrouble */.Ac)('security', `${wish.name}: the link to it ${problem}`);
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
function isKnownHost(url, { home, domain, trustsRedirects = false }, further) {
    if (url.host === home.host)
        return true;
    if (trustsRedirects && (0,fields/* isLoopback */.U9)(url.hostname))
        return (0,fields/* isLoopback */.U9)(home.hostname);
    if (trustsRedirects)
        return (0,external_node_net_.isIP)(url.hostname.replace(/^\[|\]$/g, '')) === 0;
    if (further.some((host) => host.toLowerCase() === url.host))
        return true;
    return domain !== undefined && url.port === '' && isWithin(url.hostname, domain) && isWithin(home.hostname, domain);
}
function isWithin(hostname, domain) {
    return hostname.endsWith(`.${domain}`);
}
/** `left`: how many bytes may still come. */
function countUpTo(wish, left, watch) {
    let size = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            watch.heard();
            size += chunk.byteLength;
            if (size <= left)
                return done(null, chunk);
            return done(tooLarge(wish));
        },
    });
}
function tooLarge({ name }) {
    return (0,build_trouble/* lastingTrouble */.Ac)('security', `${name}: larger than ${LARGEST_FILE / 1024 / 1024} MiB, which is not taken`);
}
//# sourceMappingURL=download.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/half-file.js
/** A file on its way: what came of it stays when it breaks off, so that only the rest is asked for. RFC 9110, sections 13.1.5 and 14. */




/** The files of a door. What is still half when `over` aborts is removed. */
function filesUnderWay(over) {
    const halves = new Map();
    over.addEventListener('abort', () => {
        for (const path of halves.keys())
            void remove(partOf(path));
    });
    return { to: (path) => fileUnderWay(path, halves) };
}
/** No file of ours or of a vendor is called so, and nothing of this name is ever listed or uploaded. */
function partOf(path) {
    return `${path}.part`;
}
function fileUnderWay(path, halves) {
    const half = halves.get(path);
    let start = 0;
    let source = half?.source;
    let sink;
    return {
        wanted: half === undefined ? undefined : { range: `bytes=${half.size}-`, 'if-range': half.source.validator.value },
        take(name, url, message) {
            if (message.statusCode === 200) {
                const total = lengthOf(message.headers);
                source = sourceOf(url, message.headers, total);
                return { before: 0, total };
            }
            const total = half === undefined ? undefined : totalOfRest(half, url, message);
            if (half === undefined || total === undefined) {
                message.destroy();
                halves.delete(path);
                throw cut(`${name}: the server did not go on where it broke off, so it is fetched from its begin`);
            }
            start = half.size;
            source = { ...half.source, total };
            return { before: start, total };
        },
        sink() {
            sink = (0,external_node_fs_.createWriteStream)(partOf(path), { mode: 0o600, start, flags: start === 0 ? 'w' : 'r+' });
            return sink;
        },
        async finish(name) {
            const size = await sizeOf(partOf(path));
            const { total = size } = source ?? {};
            // What is too long already cannot be gone on with.
            if (size > total)
                source = undefined;
            if (size !== total)
                throw cut(`${name}: ended after ${size} of ${total} bytes`);
            await (0,external_node_fs_promises_.rename)(partOf(path), path);
            halves.delete(path);
        },
        async breakOff({ facts: { persistence } }) {
            await remove(path);
            if (sink !== undefined) {
                await half_file_closed(sink);
                halves.delete(path);
                if (source !== undefined)
                    halves.set(path, { size: await sizeOf(partOf(path)), source });
            }
            if (persistence === 'lasting' || persistence === 'shape')
                halves.delete(path);
            if (!halves.has(path))
                await remove(partOf(path));
        },
    };
}
function cut(message) {
    return new build_trouble/* Trouble */.qm(message, { kind: 'network', persistence: 'cut' });
}
/** Where a server says that it gives parts of a file, and by what it is the same file. */
function sourceOf(url, headers, total) {
    const validator = validatorOf(headers);
    if (validator === undefined || headers['accept-ranges']?.trim().toLowerCase() !== 'bytes')
        return undefined;
    return { from: placeOf(url), validator, total };
}
function lengthOf({ 'content-length': length }) {
    return length === undefined ? undefined : Number(length);
}
/** A file that changed in the second in which it was sent can have changed twice in it, in milliseconds. */
const OLD_ENOUGH = 1000;
/** A tag that is not weak, or where there is no tag a date that is old enough to be no other version's. */
function validatorOf(headers) {
    const { etag, date, 'last-modified': modified } = headers;
    if (etag !== undefined)
        return /^"[^"]*"$/.test(etag) ? { header: 'etag', value: etag } : undefined;
    const [sent, changed] = [(0,retry_after/* httpDate */.z)(date), (0,retry_after/* httpDate */.z)(modified)];
    if (modified === undefined || sent === undefined || changed === undefined || sent - changed < OLD_ENOUGH)
        return undefined;
    return { header: 'last-modified', value: modified };
}
function placeOf({ origin, pathname }) {
    return origin + pathname;
}
/** The length of the whole file, where the answer is the rest of what is there; undefined where it is anything else. */
function totalOfRest({ size, source }, url, { headers }) {
    const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(headers['content-range'] ?? '') ?? [];
    if (Number(first) !== size || !(Number(last) < Number(total)) || placeOf(url) !== source.from)
        return undefined;
    if (source.total !== undefined && source.total !== Number(total))
        return undefined;
    const { header, value } = source.validator;
    // A tag has to be there again; a date may be left out.
    const isSame = headers[header] === value || (header === 'last-modified' && headers[header] === undefined);
    return isSame ? Number(total) : undefined;
}
function half_file_closed(stream) {
    return new Promise((resolve) => {
        if (stream.closed)
            resolve();
        else
            stream.once('close', resolve);
    });
}
function sizeOf(path) {
    return (0,external_node_fs_promises_.stat)(path).then(({ size }) => size, () => 0);
}
/** What is not there is removed already. */
function remove(path) {
    return (0,external_node_fs_promises_.rm)(path).catch(() => undefined);
}
//# sourceMappingURL=half-file.js.map
;// CONCATENATED MODULE: ./build/http.js









/** The largest answer that is read into memory, in bytes. */
const LARGEST_ANSWER = 10 * 1024 * 1024;
/** How long a vendor may be silent, in milliseconds. A start may think longer than a look. */
const SILENCE = { GET: 30_000, POST: 60_000, PATCH: 60_000 };
/** How long one request may take as a whole, in milliseconds. */
const WHOLE_REQUEST = 120_000;
/** Opens the door. */
function createDoor(parts) {
    const open = http_opener(parts.userAgent);
    const wait = throttle(parts);
    const files = filesUnderWay(parts.over);
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
                throw thrown instanceof build_trouble/* Trouble */.qm ? thrown : networkTrouble((0,answer/* place */.ik)(call), thrown, { ...watch, during: 'request' });
            }
            finally {
                watch.stop();
            }
        },
        download: (wish) => fetchFile(wish, open, parts, files),
    };
}
/** The step ended while the call waited for its turn. */
function notSent(call) {
    return new build_trouble/* Trouble */.qm(`${(0,answer/* place */.ik)(call)} was not sent, because the step ended`, {
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
        throw (0,build_trouble/* lastingTrouble */.Ac)('security', `${(0,answer/* place */.ik)(call)} answered with a redirect (HTTP ${status}), which is refused because it would carry credentials away; check base-url`);
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
            throw new build_trouble/* Trouble */.qm(`${(0,answer/* place */.ik)(call)} answered with more than ${largest / 1024 / 1024} MiB, which no answer of this call should have`, {
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

/***/ })

};

