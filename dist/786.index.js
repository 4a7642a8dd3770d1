export const id = 786;
export const ids = [786];
export const modules = {

/***/ 33786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LARGEST_FILE: () => (/* binding */ LARGEST_FILE),
/* harmony export */   fetchFile: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63412);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94794);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87939);
/* harmony import */ var _network_trouble_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17452);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81033);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62695);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26223);










/** The largest file that is taken, in bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;
const MOST_REDIRECTS = 3;
/** How file stores refuse a link that has expired. */
const REFUSED = new Set([400, 401, 403, 404, 410]);
/** 30 s to the first byte and of silence; as a whole as long as the step has. */
const PATIENCE = { silenceMs: 30_000, wholeMs: 6 * 3_600_000 };
/**
 * Tries once to fetch a file, or rejects with a `Trouble`; `missing` and `forbidden` mean that the link is not or no longer
 * good. After a try that broke off the next one asks for the rest alone, where the server offers that.
 */
async function fetchFile(wish, open, parts, files) {
    const watch = (0,_watch_js__WEBPACK_IMPORTED_MODULE_8__/* .startWatch */ .M)(parts.clock, parts.signal(), PATIENCE);
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
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(message, countUpTo(wish, LARGEST_FILE - before, watch), file.sink());
        await file.finish(wish.name);
    }
    catch (thrown) {
        const trouble = thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .Trouble */ .qm ? thrown : (diskTrouble(wish, thrown) ?? (0,_network_trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .networkTrouble */ .a)(wish.name, thrown, { ...watch, during }));
        await file.breakOff(trouble);
        throw trouble;
    }
    finally {
        watch.stop();
    }
}
function diskTrouble(wish, thrown) {
    const code = (0,_error_code_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(thrown);
    if (code === undefined || !_error_code_js__WEBPACK_IMPORTED_MODULE_4__/* .DISK_CODES */ .z.has(code))
        return undefined;
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .lastingTrouble */ .Ac)('internal', `${wish.name}: it could not be written to the report directory (${code}); see report-directory`);
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
    throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .lastingTrouble */ .Ac)('security', `${wish.name}: more than ${MOST_REDIRECTS} redirects, which no result file needs`);
}
const WHOLE = new Set([200]);
const REST = new Set([200, 206, 416]);
function checkAnswer(wish, url, message, taken, wall) {
    const where = (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)({ name: wish.name, method: 'GET', url, template: '/…' });
    const status = message.statusCode ?? 0;
    if (taken.has(status)) {
        (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseEncoding */ .OS)(where, message);
        return;
    }
    message.destroy();
    const wait = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_9__/* .retryAfter */ .P)(message.headers['retry-after'], wall);
    const serverTime = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_9__/* .httpDate */ .z)(message.headers.date);
    const facts = { status, ...(wait !== undefined && { retryAfterMs: wait }), ...(serverTime !== undefined && { serverTime }) };
    if (REFUSED.has(status)) {
        throw new _trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .Trouble */ .qm(`${where} answered HTTP ${status}: the link is invalid or has expired`, {
            ...facts,
            kind: status === 401 || status === 403 ? 'auth' : 'vendor',
            persistence: 'missing',
        });
    }
    const passing = status === 408 || status === 429 || status >= 500;
    throw new _trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .Trouble */ .qm(`${where} answered HTTP ${status}`, {
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
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .lastingTrouble */ .Ac)('contract', `${wish.name}: the vendor's link to it is not a URL`);
    const problem = linkProblem(url, wish, further);
    if (problem === undefined)
        return url;
    throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .lastingTrouble */ .Ac)('security', `${wish.name}: the link to it ${problem}`);
}
function linkProblem(url, wish, further) {
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U9)(url.hostname) && (0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U9)(wish.home.hostname)))
        return `begins with ${url.protocol}//, and only https is followed`;
    if (url.username !== '' || url.password !== '')
        return 'contains a user name or a password and is not followed';
    if (isKnownHost(url, wish, further))
        return undefined;
    return `leads to ${url.host}, which is neither the host of base-url nor named in download-hosts; add it there if it is yours`;
}
function isKnownHost(url, { home, domain, trustsRedirects = false }, further) {
    if (url.host === home.host)
        return true;
    if (trustsRedirects && (0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U9)(url.hostname))
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U9)(home.hostname);
    if (trustsRedirects)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(url.hostname.replace(/^\[|\]$/g, '')) === 0;
    if (further.some((host) => host.toLowerCase() === url.host))
        return true;
    return domain !== undefined && url.port === '' && isInDomain(url.hostname, domain) && isInDomain(home.hostname, domain);
}
function isInDomain(hostname, domain) {
    return hostname.endsWith(`.${domain}`);
}
/** `left`: how many bytes may still come. */
function countUpTo(wish, left, watch) {
    let size = 0;
    return new node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform({
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
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_7__/* .lastingTrouble */ .Ac)('security', `${name}: larger than the ${LARGEST_FILE / 1024 / 1024} MiB that are accepted`);
}
//# sourceMappingURL=download.js.map

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

/***/ })

};

