export const id = 469;
export const ids = [469];
export const modules = {

/***/ 98469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readQuarantine: () => (/* binding */ readQuarantine)
/* harmony export */ });
/* unused harmony export parseQuarantine */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73102);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87939);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28266);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62695);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31730);
/** The quarantine file: YAML, strictly read, every mistake with its line and column. `docs/gates.md` tells its form to users. */






/** In bytes. A list that people keep by hand is far below it. */
const LARGEST_FILE = 256 * 1024;
const MOST_ENTRIES = 1000;
const MOST_TOLD = 10;
const KEYS = ['name', 'suite', 'reason', 'expires'];
const EXAMPLE = 'name, reason and expires, such as 2026-12-31';
const Day = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .date */ .p6();
/** The entries of a file of the workspace. Rejects with a `Trouble` of kind `config` when it is not there or not what it should be. */
async function readQuarantine(path, workspace) {
    return parseQuarantine(await (0,_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceFile */ .E)(workspace, path, 'quarantine', LARGEST_FILE), path);
}
/** The entries of a file in their order. Throws a `Trouble` of kind `config` that tells all mistakes; `path` is for its sentence. */
function parseQuarantine(bytes, path) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter();
    const flaws = [];
    const entries = entriesOf(decoded(bytes, path), path, lines, (at, text) => void flaws.push({ at, text }));
    if (flaws.length === 0)
        return entries;
    const told = flaws.toSorted((left, right) => left.at - right.at).map(({ at, text }) => `${placeOf(at, lines)} ${text}`);
    const more = told.length > MOST_TOLD ? [`and ${told.length - MOST_TOLD} more mistakes`] : [];
    throw wrongFile(path, [...told.slice(0, MOST_TOLD), ...more].join('; '));
}
function wrongFile(path, facts) {
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .lastingTrouble */ .Ac)('config', `quarantine: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)} ${facts}`);
}
function placeOf(at, lines) {
    const { line, col } = lines.linePos(at);
    return `line ${line} column ${col}:`;
}
function decoded(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw wrongFile(path, 'is not UTF-8 text; save it as such');
    }
}
const ALIAS = 'this is an alias in YAML, which is not allowed here; put a name that begins with * in quotes';
/** The mistakes of which the parser's own words do not help. */
const YAML_MISTAKES = new Map([
    ['MULTIPLE_DOCS', 'a second document begins here; keep all in one'],
    ['BAD_ALIAS', ALIAS],
]);
const TAB = 'there is a tab in the indentation, where YAML allows only spaces; replace the tab';
/** Where a tab indents the line of that character; for such a line the parser has many words, and few of them name the tab. */
function indentingTab(text, at) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const indentation = /^[ \t-]*/.exec(text.slice(start))?.[0] ?? '';
    const tab = indentation.indexOf('\t');
    return tab === -1 ? undefined : start + tab;
}
function entriesOf(text, path, lineCounter, tell) {
    const document = parsed(text, path, lineCounter);
    const [error] = document.errors;
    // What follows from the first one helps nobody.
    if (error !== undefined) {
        const tab = indentingTab(text, error.pos[0]);
        const mistake = YAML_MISTAKES.get(error.code) ?? `this is not valid YAML: ${error.message}`;
        tell(tab ?? error.pos[0], tab === undefined ? mistake : TAB);
    }
    const { contents } = document;
    if (error !== undefined || contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(contents) && contents.value === ''))
        return [];
    tellOfIndirection(document, tell);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(contents)) {
        tell(contents.range[0], `this is not a list; begin each entry with a dash, and give it ${EXAMPLE}`);
        return [];
    }
    if (contents.items.length > MOST_ENTRIES)
        tell(contents.range[0], `there are ${contents.items.length} entries, but at most ${MOST_ENTRIES} are allowed; a wildcard can stand for many`);
    return withoutTwins(contents.items, tell);
}
/** All values are texts, so that a case may be called `404`, `yes` or `1.10`. */
function parsed(text, path, lineCounter) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text, { lineCounter, schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    }
    catch {
        throw wrongFile(path, 'cannot be read as YAML');
    }
}
/** What an alias stands for can grow without bounds, a tag can make anything of a text, and nobody needs them here. */
function tellOfIndirection(document, tell) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__.visit)(document, {
        Alias: (_, { range }) => tell(range?.[0] ?? 0, ALIAS),
        Value(_, { anchor, tag, range }) {
            if (anchor !== undefined)
                tell(range?.[0] ?? 0, 'there is an anchor; write each value out');
            if (tag !== undefined)
                tell(range?.[0] ?? 0, 'there is a tag; leave it out');
        },
    });
}
function withoutTwins(items, tell) {
    const seen = new Set();
    return items.flatMap((item) => {
        const at = item.range[0];
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(item)) {
            tell(at, `this is not an entry; give it ${EXAMPLE}`);
            return [];
        }
        const entry = entryOf(valuesOf(item, tell), at, tell);
        const key = JSON.stringify([entry.name.normalize(), entry.suite?.normalize()]);
        if (entry.name !== '' && seen.has(key))
            tell(at, `the name ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry.name)} is already listed above; one entry is enough`);
        seen.add(key);
        return [entry];
    });
}
function valuesOf(map, tell) {
    const values = new Map();
    for (const { key, value } of map.items) {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(key) ? String(key.value) : '';
        const known = KEYS.find((each) => each === name);
        if (known === undefined) {
            tell(key.range[0], `the key ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is not known; an entry has ${KEYS.join(', ')}`);
            continue;
        }
        if (values.has(known))
            tell(key.range[0], `${known} is given twice`);
        if (value !== null && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(value))
            tell(value.range[0], `${known} is not text`);
        values.set(known, (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(value) ? (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .RK)(String(value.value)).trim() : '');
    }
    return values;
}
function entryOf(values, at, tell) {
    const [name = '', reason = '', expires = ''] = [values.get('name'), values.get('reason'), values.get('expires')];
    const suite = values.get('suite');
    const missing = KEYS.filter((key) => key !== 'suite' && (values.get(key) ?? '') === '');
    if (missing.length > 0)
        tell(at, `the entry has no ${missing.join(' and no ')}; each has ${EXAMPLE}`);
    if (suite === '')
        tell(at, 'suite is empty; leave it out where the entry is for every suite');
    if (expires !== '' && !Day.safeParse(expires).success)
        tell(at, `expires is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(expires)}; give a day such as 2026-12-31`);
    return { name, suite, reason, expires };
}
//# sourceMappingURL=quarantine-file.js.map

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

