export const id = 19;
export const ids = [19];
export const modules = {

/***/ 4019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   omiliaGeneration: () => (/* binding */ omiliaGeneration)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(55395);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(64971);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87939);
/* harmony import */ var _once_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(41891);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(26878);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/* harmony import */ var _unknown_status_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(54113);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74096);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17566);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7506);
/* harmony import */ var _job_end_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50281);
/* harmony import */ var _job_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48075);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65296);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(91257);
/* harmony import */ var _sign_in_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(14562);
/* harmony import */ var _zip_listing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(16451);
/** The provider `omilia-generation`: test cases generated from golden dialogs. See `docs/providers/omilia-generation.md`. */

















const Options = zod_mini__WEBPACK_IMPORTED_MODULE_12__/* .object */ .Ikc({
    ..._sign_in_js__WEBPACK_IMPORTED_MODULE_10__/* .omiliaFields */ .pn,
    group: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    'test-suite': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    'simulation-data': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    overwrite: (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(false),
    'golden-dialog-id': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
});
/** The provider `omilia-generation`. */
const omiliaGeneration = (0,_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .defineProvider */ .N)({
    name: 'omilia-generation',
    noun: 'generated test cases',
    takes: { suite: true, suitePath: true, cancel: false },
    options: Options,
    secrets: _sign_in_js__WEBPACK_IMPORTED_MODULE_10__/* .omiliaSecrets */ .hR,
    filters: ['test-suite'],
    metrics: [],
    mistakes: _sign_in_js__WEBPACK_IMPORTED_MODULE_10__/* .credentialMistakes */ .Vs,
    connect(options, world) {
        const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_5__/* .createOmiliaClient */ .Ri)(options['base-url'], (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .createSession */ .j)(options, world), world);
        const golden = goldenDialog(options['golden-dialog-id'], client);
        return {
            suite: (name, path) => generationSuite((0,_project_js__WEBPACK_IMPORTED_MODULE_8__/* .openProject */ .U)(name, path, { client, world }), { options, world, client, golden }),
        };
    },
});
/** A wrong id is told before anything is generated, so the dialog is fetched first, and once for all suites. */
function goldenDialog(id, client) {
    return (0,_once_js__WEBPACK_IMPORTED_MODULE_13__/* .once */ .O)(async () => {
        if (id === undefined)
            return undefined;
        const wanted = {
            name: 'golden dialog',
            method: 'GET',
            template: '/api/dialogs/{golden-dialog-id}/golden/',
            parameters: { 'golden-dialog-id': id },
        };
        const { body } = await client.ask(wanted).catch((thrown) => {
            if (!(thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm) || thrown.facts.persistence !== 'missing')
                throw thrown;
            const remedy = 'copy the id again from the console or from a test case, and check base-url';
            throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .lastingTrouble */ .Ac)('config', `golden-dialog-id: Omilia does not know this dialog (HTTP 404); ${remedy}`, thrown.facts.said);
        });
        if ((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body) === undefined)
            throw new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm("Omilia's answer with the golden dialog is not JSON; check base-url", {
                kind: 'contract',
                persistence: 'shape',
            });
        return body;
    });
}
const LISTED = { what: 'generation', listTemplate: '/api/projects/{project}/generations/' };
function generationSuite(project, context) {
    const { client, options, world, golden } = context;
    const { group, overwrite } = options;
    const parameters = { group, overwrite, testSuite: options['test-suite'], simulationData: options['simulation-data'] };
    const job = { ...LISTED, template: '/api/generations/', parameters };
    return {
        ...(project.places !== undefined && { check: project.check }),
        async examine() {
            await golden();
            return project.examine();
        },
        async prepare() {
            await project.id();
            await golden();
            const ready = await (0,_job_start_js__WEBPACK_IMPORTED_MODULE_7__/* .readyJob */ .PQ)(job, await project.ready(), client);
            if (overwrite)
                world.notice('overwrite: the test cases of the Omilia project that have the names of generated ones are replaced, for everybody who uses it');
            return ready;
        },
        open: (id) => openGeneration(id ?? '', project, context),
    };
}
/** How long a generation that succeeded may be without its archive, in milliseconds. */
const ARCHIVE_GRACE = 2 * 60_000;
/** There is no call for one generation, and none that stops it. */
function openGeneration(id, project, context) {
    const { client, world } = context;
    const tellUnknown = (0,_unknown_status_js__WEBPACK_IMPORTED_MODULE_14__/* .unknownStatusTeller */ .V)(world);
    const ending = (0,_job_end_js__WEBPACK_IMPORTED_MODULE_6__/* .awaitArchive */ .rz)(world, ARCHIVE_GRACE);
    const collect = collector(context);
    return {
        async look() {
            const wanted = (0,_job_start_js__WEBPACK_IMPORTED_MODULE_7__/* .listCall */ .H1)(LISTED, await project.id());
            const { body } = await client.ask(wanted);
            const job = findGeneration(id, client.read(wanted, body, (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .ListedJob */ .RP)));
            const state = (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(job);
            if (state === 'failure' || state === 'revoked')
                return { state: 'ended', kind: 'vendor', reason: REASONS[state] };
            const end = ending({ job, body: Buffer.from(JSON.stringify(job)) });
            if (end !== undefined)
                return end;
            if (state === 'unknown')
                tellUnknown(job.status);
            return { state: 'running', ...(0,_job_end_js__WEBPACK_IMPORTED_MODULE_6__/* .progressOf */ .jA)(job) };
        },
        collect: (end, folder) => collect(_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .Job */ ._O.parse((0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(end.evidence)), folder),
    };
}
const REASONS = {
    failure: 'Omilia ended the generation as a failure; its console tells more',
    revoked: 'the generation was revoked at Omilia, and not by this step',
};
function findGeneration(id, jobs) {
    const job = jobs.find(({ runId }) => runId.toLowerCase() === id.toLowerCase());
    const { data, error } = _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .Job */ ._O.safeParse(job);
    if (data !== undefined)
        return data;
    if (job !== undefined)
        throw new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm(`Omilia list of generations tells of this one in a shape that is not documented (field ${error.issues[0]?.path.join('.')})`, { kind: 'contract', persistence: 'shape' });
    throw new _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm('Omilia list of generations: this generation is not in it; check run-id and suite', {
        kind: 'config',
        persistence: 'missing',
    });
}
/** An archive that comes without its end is fetched so many times, and then kept and told. */
const MOST_CUTS = 3;
function collector({ client, golden }) {
    const keepArchive = (0,_job_end_js__WEBPACK_IMPORTED_MODULE_6__/* .archiveKeeper */ .hb)(client);
    let cuts = 0;
    return async (job, folder) => {
        const dialog = await golden();
        if (dialog !== undefined)
            await folder.write('golden-dialog.json', dialog);
        await folder.write('run.json', Buffer.from(`${JSON.stringify({ generation: job }, undefined, 2)}\n`));
        const wanted = {
            name: 'artifacts of the generation',
            method: 'GET',
            template: '/api/generations/{run-id}/artifacts/',
            parameters: { 'run-id': job.runId },
        };
        try {
            const absence = await keepArchive(job, wanted, folder);
            if (absence !== undefined)
                throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .lastingTrouble */ .Ac)('vendor', `Omilia ended the generation as a success, but its archive could not be fetched: ${absence}`);
        }
        catch (thrown) {
            const isCut = thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .Trouble */ .qm && thrown.facts.persistence === 'cut';
            if (!isCut || !(await (0,_job_end_js__WEBPACK_IMPORTED_MODULE_6__/* .isKept */ .t8)(folder)) || ++cuts < MOST_CUTS)
                throw thrown;
        }
        return generationResults(await (0,_zip_listing_js__WEBPACK_IMPORTED_MODULE_11__/* .listZip */ .o)(folder.place(_job_end_js__WEBPACK_IMPORTED_MODULE_6__/* .ARCHIVE */ .$3)));
    };
}
/** Each file in the archive is a case that was made. Throws a `Trouble` of kind `security` for an archive that was refused. */
function generationResults(listing) {
    if (listing.state === 'refused')
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .lastingTrouble */ .Ac)('security', `the archive of the generation is kept as it came, but not read: ${listing.reason}`);
    const files = listing.state === 'listed' ? listing.files : [];
    const names = (0,_results_js__WEBPACK_IMPORTED_MODULE_15__/* .uniqueNames */ .uZ)(files.map(({ path }) => path));
    const cases = files.map(({ size }, index) => {
        return {
            name: names[index] ?? '',
            status: 'passed',
            flaky: false,
            tries: 1,
            checks: [],
            facts: new Map([['Size', (0,_count_words_js__WEBPACK_IMPORTED_MODULE_16__/* .countOf */ .pq)(size, 'bytes')]]),
        };
    });
    const contradictions = listing.state === 'unreadable' ? [`the archive of the generation cannot be read: ${listing.reason}`] : [];
    return { cases, counts: (0,_results_js__WEBPACK_IMPORTED_MODULE_15__/* .countCases */ .zp)(cases), metrics: {}, figures: new Map(), contradictions, warnings: [] };
}
//# sourceMappingURL=generation.js.map

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

