export const id = 442;
export const ids = [442];
export const modules = {

/***/ 20442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   suiteArchive: () => (/* binding */ suiteArchive)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87939);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62695);
/* harmony import */ var _zip_listing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16451);
/** The suite of a project as it lies in the repository, as one ZIP: a folder is zipped, a ZIP is taken as it is. */



/** The largest archive that is sent, and the largest folder that is zipped, in bytes. */
const LARGEST = 100 * 1024 * 1024;
/** The ZIP to send; the same files give the same bytes. Warns of a layout that looks odd, and refuses what is no suite at all. */
async function suiteArchive(path, world) {
    const warn = (fact) => world.warn(`suite-path: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} ${fact}; it is sent anyway`);
    if ((await world.sources.kind(path)) === 'folder') {
        const files = (await world.sources.list(path)).filter((file) => !isGit(file.path));
        if (files.length === 0)
            throw wrongPath(path, 'is an empty folder, which would leave the project without test suites');
        oddities(files.map((file) => file.path)).forEach(warn);
        return { bytes: await zipFiles(path, files), files };
    }
    const archive = await world.sources.read(path);
    if (archive.byteLength > LARGEST)
        throw tooLarge(path);
    if (Buffer.from(archive.subarray(0, 2)).toString('latin1') !== 'PK')
        throw wrongPath(path, 'is not a ZIP file; give a ZIP, or the folder itself');
    const listing = await (0,_zip_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .listZip */ .o)(archive);
    if (listing.state === 'listed')
        oddities(listing.files.map((file) => file.path)).forEach(warn);
    else
        warn(`looks odd: ${listing.reason}`);
    return { bytes: archive, files: [] };
}
/** A checkout keeps the job's token below `.git`. */
function isGit(path) {
    return path.split('/').includes('.git');
}
/** The vendor's page names tests, `.omilia-ci.yml` and golden dialogs, and only as examples: so this is never more than a warning. */
function oddities(paths) {
    const isAtTop = paths.includes('.omilia-ci.yml');
    const tops = new Set(paths.map((path) => path.split('/')[0] ?? ''));
    const [top = ''] = tops;
    const isWrapped = tops.size === 1 && paths.every((path) => path.includes('/'));
    const rubbish = paths.find((path) => /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|node_modules)(\/|$)/.test(path));
    return [
        ...(paths.length === 0 ? ['holds no files'] : []),
        ...(isWrapped
            ? [`has all its files in one folder (${JSON.stringify(top)}), where .omilia-ci.yml and the tests should be at the top`]
            : []),
        ...(isAtTop || isWrapped || paths.length === 0 ? [] : ['has no .omilia-ci.yml at the top']),
        ...(rubbish === undefined ? [] : [`holds files that belong to no suite, such as ${JSON.stringify(rubbish)}`]),
    ];
}
/** Fixed dates and modes, sorted, so that nothing but the files themselves makes a difference. */
async function zipFiles(path, files) {
    // The writer of ZIPs is loaded when there is a folder to zip.
    const { ZipFile } = await __webpack_require__.e(/* import() */ 44).then(__webpack_require__.t.bind(__webpack_require__, 93044, 19));
    const zip = new ZipFile();
    let size = 0;
    for (const file of files.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
        const bytes = await file.read();
        size += bytes.byteLength;
        if (size > LARGEST)
            throw tooLarge(path);
        zip.addBuffer(Buffer.from(bytes), file.path, { mtime: FIRST_DATE, forceDosTimestamp: true, mode: 0o100644 });
    }
    zip.end();
    const chunks = [];
    for await (const chunk of zip.outputStream)
        if (chunk instanceof Uint8Array)
            chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** The first date that a ZIP can tell. In local time, since that is what is written: so it is the same in every time zone. */
// biome-ignore lint/style/noRestrictedGlobals: a constant, no clock.
const FIRST_DATE = new Date(1980, 0, 1);
function tooLarge(path) {
    return wrongPath(path, `is larger than the ${LARGEST / 1024 / 1024} MiB that can be sent`);
}
function wrongPath(path, fact) {
    return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lastingTrouble */ .Ac)('config', `suite-path: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} ${fact}`);
}
//# sourceMappingURL=suite-archive.js.map

/***/ }),

/***/ 16451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ listZip)
/* harmony export */ });
/* harmony import */ var _zip_archive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3912);
/** The list of a ZIP's entries. Each entry is read through once, so that what is listed is known to be whole. */

const MIB = 1024 * 1024;
const MOST_ENTRIES = 1000;
const LARGEST_ENTRY = 32 * MIB;
const LARGEST_TOTAL = 200 * MIB;
/** Lists a ZIP: a file by its absolute path, or the bytes of one. Never rejects for what the archive holds. */
async function listZip(source) {
    const reading = await (0,_zip_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .readZip */ .ue)(source, MOST_ENTRIES, readThrough);
    return reading.state === 'read' ? { state: 'listed', files: reading.value } : reading;
}
/** First all that the list tells, so that what is refused for it is never unpacked; then the contents. */
async function readThrough(entries) {
    for (const entry of entries)
        (0,_zip_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .checkSize */ .C1)(entry, LARGEST_ENTRY);
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    if (total > LARGEST_TOTAL)
        throw new _zip_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .Lw(`its entries are larger than ${LARGEST_TOTAL / MIB} MiB together`);
    for (const entry of entries)
        await entry.content();
    return entries.filter(({ path }) => !path.endsWith('/')).map(({ path, size }) => ({ path, size }));
}
//# sourceMappingURL=zip-listing.js.map

/***/ }),

/***/ 3912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   ue: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94794);
/**
 * ZIPs that come from outside. Nothing is ever unpacked to disk, and what breaks a rule of safety is refused before anything of
 * it is unpacked. `docs/architecture.md` has the rules.
 */


/** Throw it inside of {@link readZip} where a rule is broken. */
class Refused extends Error {
}
const MIB = 1024 * 1024;
/** How many times larger than packed an entry above 1 MiB may be. */
const MOST_RATIO = 200;
/** Reads an archive: a file by its absolute path, or the bytes of one. Never rejects for what the archive holds. */
async function readZip(source, mostEntries, read) {
    // The reader of ZIPs is loaded when there is one to read.
    const { fromBufferPromise, getFileNameLowLevel, openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    // Names are decoded here, since the library's own refusal cannot be told from a broken archive.
    const options = { decodeStrings: false, autoClose: false };
    let zip;
    try {
        zip = typeof source === 'string' ? await openPromise(source, options) : await fromBufferPromise(Buffer.from(source), options);
        const decode = ({ generalPurposeBitFlag, fileNameRaw, extraFields }) => getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
        return { state: 'read', value: await read(await listEntries(zip, decode, mostEntries)) };
    }
    catch (thrown) {
        return thrown instanceof Refused ? { state: 'refused', reason: thrown.message } : trouble(thrown);
    }
    finally {
        zip?.close();
    }
}
/** Refuses an entry that is larger than so many bytes, or that was packed as only a bomb is. */
function checkSize({ size, packedSize }, most) {
    if (Math.max(size, packedSize) > most)
        throw new Refused(`one of its entries is larger than ${most / MIB} MiB`);
    if (size > MIB && size > packedSize * MOST_RATIO)
        throw new Refused(`one of its entries is packed to less than 1/${MOST_RATIO} of its size`);
}
async function listEntries(zip, decode, most) {
    if (zip.entryCount > most)
        throw new Refused(`it has ${zip.entryCount} entries, and ${most} are allowed`);
    const entries = [];
    const names = new Set();
    for await (const entry of zip.eachEntry()) {
        const path = decode(entry);
        checkName(path, names);
        checkKind(entry);
        const { uncompressedSize: size, compressedSize: packedSize } = entry;
        entries.push({ path, size, packedSize, content: () => checkedContent(zip, entry) });
    }
    return entries;
}
function checkName(path, names) {
    const plain = path.replace(/\/+$/, '');
    if (plain === '')
        throw new Refused('one of its entries has no name');
    if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain))
        throw new Refused('one of its entries has an absolute name');
    if (plain.split('/').includes('..'))
        throw new Refused('one of its entries leads out of it by ".."');
    if (plain.includes('\0'))
        throw new Refused('one of its entries has a name with a NUL in it');
    if (names.has(plain))
        throw new Refused('two of its entries have the same name');
    names.add(plain);
}
const FILE_TYPE = 0o170000;
const ORDINARY = new Set([0, 0o100000, 0o040000]);
function checkKind(entry) {
    if (entry.isEncrypted())
        throw new Refused('one of its entries is encrypted');
    const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
    if (!ORDINARY.has(type))
        throw new Refused('one of its entries is a link or a device');
}
/** Unpacked in memory, and no further than to the size that it tells. */
async function checkedContent(zip, entry) {
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw))
        throw new Refused('one of its entries has two different names');
    const content = unpacked(entry, await packedBytes(zip, entry));
    if (content.length > entry.uncompressedSize)
        throw new Refused('one of its entries is larger than it claims');
    if (content.length < entry.uncompressedSize)
        throw new Error('an entry is smaller than it claims');
    if ((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(content) !== entry.crc32)
        throw new Refused('one of its entries has a wrong checksum');
    return content;
}
async function packedBytes(zip, entry) {
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
        if (chunk instanceof Uint8Array)
            chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
const STORED = 0;
const DEFLATED = 8;
function unpacked({ compressionMethod, uncompressedSize }, packed) {
    if (compressionMethod === STORED)
        return packed;
    if (compressionMethod !== DEFLATED)
        throw new Error('unsupported compression method');
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
    }
    catch (thrown) {
        throw (0,_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$)(thrown) === 'ERR_BUFFER_TOO_LARGE' ? new Refused('one of its entries is larger than it claims') : thrown;
    }
}
/** What the library's own words mean. */
function trouble(thrown) {
    const said = thrown instanceof Error ? thrown.message : '';
    if (/encryption/i.test(said))
        return { state: 'refused', reason: 'one of its entries is encrypted' };
    if (/end of central directory record signature/i.test(said))
        return { state: 'unreadable', reason: 'it has no end record, so it is not a ZIP, or is incomplete' };
    if (/compression method/i.test(said))
        return { state: 'unreadable', reason: 'one of its entries uses an unknown compression method' };
    return { state: 'unreadable', reason: 'it is broken' };
}
//# sourceMappingURL=zip-archive.js.map

/***/ })

};

