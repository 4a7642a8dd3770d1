export const id = 841;
export const ids = [841];
export const modules = {

/***/ 68841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   koreBatch: () => (/* binding */ koreBatch)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(55395);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(64971);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87939);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16542);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32500);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62695);
/* harmony import */ var _unknown_status_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(54113);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74096);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46202);
/* harmony import */ var _no_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(242);
/* harmony import */ var _sign_in_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26874);
/* harmony import */ var _status_word_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81868);
/* harmony import */ var _suite_import_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(80151);
/** Kore.ai batch tests: utterances against the intents and entities that they should match. See `docs/providers/kore-batch.md`. */














const Options = zod_mini__WEBPACK_IMPORTED_MODULE_11__/* .object */ .Ikc({
    ..._sign_in_js__WEBPACK_IMPORTED_MODULE_8__/* .koreFields */ .tz,
    'bot-version': (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(['inDevelopment', 'published'], 'inDevelopment'),
    engine: (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalWord */ .zJ)(['ml', 'dgpt']),
    language: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
});
/** The provider `kore-batch`. */
const koreBatch = (0,_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .defineProvider */ .N)({
    name: 'kore-batch',
    noun: 'utterances',
    takes: { suite: true, suitePath: true, cancel: false },
    options: Options,
    secrets: _sign_in_js__WEBPACK_IMPORTED_MODULE_8__/* .koreSecrets */ .Bh,
    metrics: ['f1', 'precision', 'recall'],
    mistakes: _sign_in_js__WEBPACK_IMPORTED_MODULE_8__/* .credentialMistakes */ .Vs,
    connect(options, world) {
        const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_6__/* .createKoreClient */ .X)(options['base-url'], options.language, (0,_sign_in_js__WEBPACK_IMPORTED_MODULE_8__/* .createSigner */ .rO)(options, world), world);
        return { suite: (name, path) => batchSuite(name, path, { options, world, client }) };
    },
});
const SCOPE = 'Batch Tests Execution';
/** The answer to a start: the id stands in `requestId`. */
const Started = zod_mini__WEBPACK_IMPORTED_MODULE_11__/* .object */ .Ikc({ requestId: _shapes_js__WEBPACK_IMPORTED_MODULE_3__/* .RunId */ .PI });
function batchSuite(suite, path, context) {
    const { client, options, world } = context;
    const source = path === undefined ? undefined : (0,_suite_import_js__WEBPACK_IMPORTED_MODULE_10__/* .batchImport */ .e)({ suite, path, botId: options['bot-id'], client, world }, options.engine);
    const start = async (known) => {
        const wanted = {
            name: 'batch test start',
            method: 'POST',
            template: '/api/public/stream/{bot-id}/testsuite/{suite}/run',
            parameters: { 'bot-id': options['bot-id'], suite },
            // ML is what the vendor runs when nothing is said.
            body: { version: options['bot-version'], ...(options.engine === 'dgpt' && { engine: 'dgpt' }) },
            scope: SCOPE,
            countedBy: options['bot-id'],
        };
        const { requestId } = await client.read(wanted, Started);
        known(requestId);
        return requestId;
    };
    return {
        ...(source !== undefined && { check: source.check }),
        examine: () => (0,_no_run_js__WEBPACK_IMPORTED_MODULE_7__/* .examineByNoRun */ .H)(batchRun(suite, _no_run_js__WEBPACK_IMPORTED_MODULE_7__/* .NO_RUN */ .e, context)),
        prepare: async () => ((await source?.bring()) === 'not yet' ? 'not yet' : { start }),
        open: (id) => (0,_places_js__WEBPACK_IMPORTED_MODULE_2__/* .withPlaces */ .rd)(batchRun(suite, id ?? '', context), source?.places),
    };
}
/** How long a completed run may be without its result file, in milliseconds. The vendor does not say that both come at once. */
const FILE_GRACE = 2 * 60_000;
function batchRun(suite, id, context) {
    const { world, client, options } = context;
    const wanted = {
        name: 'batch test status',
        method: 'GET',
        template: '/api/public/stream/{bot-id}/testsuite/{suite}/{run-id}/status',
        parameters: { 'bot-id': options['bot-id'], suite, 'run-id': id },
        scope: SCOPE,
        countedBy: id,
    };
    const ask = async () => {
        const { body } = await client.ask(wanted);
        return { body, status: await readStatus(body) };
    };
    // What comes after the start is loaded after it: the sooner the run begins, the sooner it ends.
    const readStatus = async (body) => (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(client.call(wanted), { status: 200, body }, (await __webpack_require__.e(/* import() */ 832).then(__webpack_require__.bind(__webpack_require__, 13832))).BatchStatus);
    const tellUnknown = (0,_unknown_status_js__WEBPACK_IMPORTED_MODULE_12__/* .unknownStatusTeller */ .V)(world);
    const completion = awaitFile(world, options.engine === 'dgpt');
    const tellShortFile = shortFileTeller();
    const fetchReport = reportFetcher(async () => (await ask()).status.result?.fileUrl ?? undefined, context);
    return {
        async look() {
            const { body, status } = await ask();
            const word = (0,_status_word_js__WEBPACK_IMPORTED_MODULE_9__/* .plainWord */ .hx)(status.status);
            const completed = completion(word === 'completed' ? { body, status } : undefined);
            if (completed !== undefined)
                return completed;
            if (_status_word_js__WEBPACK_IMPORTED_MODULE_9__/* .ENDED */ .hV.has(word))
                return { state: 'ended', kind: 'vendor', reason: `Kore.ai ended the run as ${word}, without a result` };
            if (word !== 'completed' && !_status_word_js__WEBPACK_IMPORTED_MODULE_9__/* .UNDER_WAY */ .pC.has(word))
                tellUnknown(status.status);
            return running(status);
        },
        async collect(end, folder) {
            const { batchResults, isWhole } = await __webpack_require__.e(/* import() */ 832).then(__webpack_require__.bind(__webpack_require__, 13832));
            const status = await readStatus(end.evidence);
            const link = status.result?.fileUrl ?? undefined;
            if (link === undefined)
                return batchResults(status, undefined);
            await fetchReport(link, folder);
            const rows = await readRows(folder, options.engine === 'dgpt');
            if (!isWhole(status, rows))
                tellShortFile();
            return batchResults(status, rows);
        },
    };
}
/**
 * A run that was completed stays so, whatever the vendor says afterwards. It is finished when its file is there; without
 * one an ML run has no result, while a DialogGPT run is judged by its counts.
 */
function awaitFile(world, countsWillDo) {
    let first;
    return (seen) => {
        if (seen !== undefined)
            first ??= { body: seen.body, at: world.clock.now() };
        if (first === undefined)
            return undefined;
        if (typeof seen?.status.result?.fileUrl === 'string')
            return { state: 'finished', evidence: seen.body };
        if (world.clock.now() - first.at < FILE_GRACE)
            return { state: 'running' };
        if (countsWillDo)
            return { state: 'finished', evidence: first.body };
        return { state: 'ended', kind: 'vendor', reason: 'Kore.ai completed the run, but its result file never came' };
    };
}
function running({ percentage, utterance_ran, totalUtterances }) {
    const [ran, total] = [utterance_ran ?? 0, totalUtterances ?? 0];
    const percent = percentage ?? (total > 0 ? (100 * ran) / total : undefined);
    if (percent === undefined)
        return { state: 'running' };
    return {
        state: 'running',
        progress: { percent: Math.min(percent, 100), ...(total > 0 && { text: `${ran} of ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_13__/* .countOf */ .pq)(total, 'utterances')}` }) },
    };
}
const MOST_RENEWALS = 2;
/**
 * Tries to fetch the result file. The link is signed and expires, and the store behind it can be late by seconds, so one that
 * is refused can be tried again: the next try asks for it anew, since each status call makes a new one.
 */
function reportFetcher(renew, context) {
    let current;
    let isRefused = false;
    let renewals = 0;
    return async (first, folder) => {
        const link = (isRefused ? await renew() : current) ?? first;
        current = link;
        isRefused = false;
        try {
            await fetchByLink(link, folder, context);
        }
        catch (thrown) {
            if (!isRefusal(thrown))
                throw thrown;
            if (renewals === MOST_RENEWALS)
                throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .lastingTrouble */ .Ac)(thrown.facts.kind, `${thrown.message}, even after it was requested again`);
            isRefused = true;
            renewals += 1;
            throw new _trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .Trouble */ .qm(thrown.message, { ...thrown.facts, persistence: 'passing' });
        }
    };
}
/** Whether the link needs our token is documented nowhere: first without, and then with it where it goes to our own origin. */
async function fetchByLink(link, folder, { options, world, client }) {
    const wish = { name: 'batch test results', link, home: options['base-url'], domain: 'kore.ai', to: folder.place(REPORT) };
    try {
        await world.door.download(wish);
    }
    catch (thrown) {
        const isOurs = URL.parse(link)?.origin === options['base-url'].origin;
        if (!isRefusal(thrown) || !isOurs)
            throw thrown;
        await world.door.download({ ...wish, headers: await client.authorization() });
    }
}
const REPORT = 'results.csv';
/** So often a file with too few rows is fetched again before it is taken for what the vendor means. */
const MOST_SHORT_FILES = 2;
/** Throws for the first files with fewer rows than the vendor counts: a body without a length can break off unseen. */
function shortFileTeller() {
    let seen = 0;
    return () => {
        seen += 1;
        if (seen > MOST_SHORT_FILES)
            return;
        throw new _trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .Trouble */ .qm('batch test results: the file has fewer utterances than the vendor counts, so it may be truncated', {
            kind: 'network',
            persistence: 'cut',
        });
    };
}
function isRefusal(thrown) {
    return thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .Trouble */ .qm && thrown.facts.persistence === 'missing';
}
/** The columns of a DialogGPT report are documented nowhere, so there unreadable rows leave the counts to judge. */
async function readRows(folder, countsWillDo) {
    // The reader of CSV is loaded when there is a file to read.
    const { readBatchReport } = await Promise.all(/* import() */[__webpack_require__.e(84), __webpack_require__.e(519)]).then(__webpack_require__.bind(__webpack_require__, 27519));
    try {
        return await readBatchReport(folder.read(REPORT));
    }
    catch (thrown) {
        if (countsWillDo && thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .Trouble */ .qm && thrown.facts.kind === 'contract')
            return undefined;
        throw thrown;
    }
}
//# sourceMappingURL=batch.js.map

/***/ })

};

