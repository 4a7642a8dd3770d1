export const id = 566;
export const ids = [566];
export const modules = {

/***/ 9566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   filesUnderWay: () => (/* binding */ filesUnderWay)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81033);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
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
                throw cut(`${name}: the server did not resume where it broke off, so it is fetched from the beginning`);
            }
            start = half.size;
            source = { ...half.source, total };
            return { before: start, total };
        },
        sink() {
            sink = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(partOf(path), { mode: 0o600, start, flags: start === 0 ? 'w' : 'r+' });
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
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partOf(path), path);
            halves.delete(path);
        },
        async breakOff({ facts: { persistence } }) {
            await remove(path);
            if (sink !== undefined) {
                await closed(sink);
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
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(message, { kind: 'network', persistence: 'cut' });
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
    const [sent, changed] = [(0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .httpDate */ .z)(date), (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .httpDate */ .z)(modified)];
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
function closed(stream) {
    return new Promise((resolve) => {
        if (stream.closed)
            resolve();
        else
            stream.once('close', resolve);
    });
}
function sizeOf(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then(({ size }) => size, () => 0);
}
/** What is not there is removed already. */
function remove(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path).catch(() => undefined);
}
//# sourceMappingURL=half-file.js.map

/***/ })

};

