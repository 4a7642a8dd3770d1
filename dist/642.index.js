export const id = 642;
export const ids = [642];
export const modules = {

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

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   suitePlaces: () => (/* binding */ suitePlaces)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16542);
/** Where test cases stand in the files of a suite. The vendor's page does not say how those look, so names are looked for. */

/** So much is looked through, in bytes. */
const MOST_LOOKED_THROUGH = 8 * 1024 * 1024;
/** The first place of each name, in the order of the files, or the beginning of the file that is called so. Rejects with errors of the disk. */
async function suitePlaces(folder, files, names) {
    const places = new Map();
    let size = 0;
    for (const { path, read } of files.filter((file) => _places_js__WEBPACK_IMPORTED_MODULE_0__/* .READABLE */ .Jk.test(file.path))) {
        const missing = new Set([...names].filter((name) => !places.has(name)));
        if (missing.size === 0 || size > MOST_LOOKED_THROUGH)
            break;
        const bytes = await read();
        size += bytes.byteLength;
        const lines = await (0,_places_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOfNames */ .dJ)(path, bytes, missing).catch(() => new Map());
        for (const [name, place] of (0,_places_js__WEBPACK_IMPORTED_MODULE_0__/* .placesIn */ .yN)(`${folder}/${path}`, lines))
            places.set(name, place);
    }
    return new Map([...namedFiles(folder, files, names), ...places]);
}
/** A test case can be a file of its own. */
function namedFiles(folder, files, names) {
    return files.flatMap(({ path }) => {
        const name = (path.split('/').at(-1) ?? '').replace(_places_js__WEBPACK_IMPORTED_MODULE_0__/* .READABLE */ .Jk, '');
        return names.has(name) ? [...(0,_places_js__WEBPACK_IMPORTED_MODULE_0__/* .placesIn */ .yN)(`${folder}/${path}`, new Map([[name, 1]]))] : [];
    });
}
//# sourceMappingURL=suite-places.js.map

/***/ })

};

