export const id = 671;
export const ids = [671];
export const modules = {

/***/ 64671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  koreBatch: () => (/* binding */ koreBatch)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./build/answer.js
var answer = __webpack_require__(63412);
// EXTERNAL MODULE: ./build/fields.js
var fields = __webpack_require__(87939);
// EXTERNAL MODULE: ./build/shapes.js
var shapes = __webpack_require__(32500);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/providers/provider.js
var provider = __webpack_require__(74096);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(73305);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
;// CONCATENATED MODULE: ./build/providers/kore/batch-status.js
/** The status answer of a Kore.ai batch test: its shape, and what its counts are worth beside the rows of the result file. */



/** What is no share, such as `"NaN"` where nothing was found, is not given. */
const Share = (0,shapes/* lenient */.W_)(schemas/* pipe */.FsL(shapes/* Figure */.Dn, schemas/* number */.aig().check(api/* _nonnegative */.UI())));
const BatchCounts = schemas/* object */.Ikc({
    TP: schemas/* nullish */.cl6(shapes/* Count */.y_),
    TN: schemas/* nullish */.cl6(shapes/* Count */.y_),
    FP: schemas/* nullish */.cl6(shapes/* Count */.y_),
    FN: schemas/* nullish */.cl6(shapes/* Count */.y_),
    success: shapes/* Count */.y_,
    failure: shapes/* Count */.y_,
    failedEntitiesCount: schemas/* nullish */.cl6(shapes/* Count */.y_),
});
/** The fields that are used of the answer to a status call; see the vendor's page on the batch test status. */
const BatchStatus = schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    utterance_count: schemas/* nullish */.cl6(shapes/* Count */.y_),
    totalUtterances: schemas/* nullish */.cl6(shapes/* Count */.y_),
    utterance_ran: schemas/* nullish */.cl6(shapes/* Count */.y_),
    percentage: Share,
    result: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        isPartialFailure: schemas/* nullish */.cl6(schemas/* boolean */.zMY()),
        f1_score: Share,
        precision: Share,
        recall: Share,
        fileUrl: (0,shapes/* lenient */.W_)(shapes/* Filled */.dK),
        results: schemas/* nullish */.cl6(BatchCounts),
    })),
});
/**
 * The results of a completed run: the rows judged, the vendor's counts held against them. Without rows (DialogGPT, whose
 * columns are documented nowhere) the counts alone judge.
 */
function batchResults(status, cases) {
    const told = status.result?.results ?? undefined;
    const contradictions = contradictionsOf(status, cases);
    const rows = cases === undefined ? undefined : (0,results/* countCases */.zp)(cases);
    return {
        cases: cases ?? [],
        counts: reconciled(rows, told),
        metrics: metricsIn(status),
        figures: figuresOf(status),
        contradictions,
        warnings: contradictions.length > 0 ? [] : differencesOf(status, rows),
    };
}
/** Where rows and counts differ, the larger number of failures counts. */
function reconciled(rows, told) {
    if (rows === undefined)
        return countsAlone(told);
    const failed = Math.max(rows.failed, Math.min(told?.failure ?? 0, rows.failed + rows.passed));
    return { ...rows, failed, passed: rows.passed + rows.failed - failed };
}
function countsAlone(told) {
    const [passed, failed] = [told?.success ?? 0, told?.failure ?? 0];
    return { total: passed + failed, passed, failed, errored: 0, skipped: 0, flaky: 0 };
}
function contradictionsOf({ result }, cases) {
    const told = result?.results ?? undefined;
    const found = [];
    if (result?.isPartialFailure === true)
        found.push('the vendor dropped some records for an error of its system (isPartialFailure)');
    if (told === undefined)
        return [...found, "the vendor's answer holds no counts of success and failure"];
    if (cases === undefined)
        return found;
    const expected = told.success + told.failure;
    if (cases.length < expected)
        found.push(`the result file holds ${cases.length} utterances, but the vendor counts ${expected}`);
    const failing = cases.filter(({ status }) => status === 'failed');
    if (told.failure > 0 && failing.length === 0)
        found.push(`the vendor counts ${told.failure} failures, but no row of the result file failed`);
    if (told.failure === 0 && failing.length > 0 && !isReadingOfEntities(told, failing))
        found.push(`${failing.length} utterances of the result file failed, but the vendor counts no failure`);
    return found;
}
/**
 * Whether the vendor's `failure` counts an utterance with the right intent and a wrong entity is not known. So no failure
 * beside rows that failed by their entities alone is no contradiction, unless the vendor counts no failed entity either.
 */
function isReadingOfEntities(told, failing) {
    const entitiesAlone = failing.every(({ checks }) => checks.every(({ what, passed }) => passed || what !== 'intent'));
    return entitiesAlone && told.failedEntitiesCount !== 0;
}
function differencesOf(status, rows) {
    const told = status.result?.results ?? undefined;
    if (told === undefined)
        return [];
    const judged = told.success + told.failure;
    const found = [];
    if (rows === undefined)
        found.push('no rows of the result file could be read, so the verdict rests on the counts of the vendor alone');
    if (rows !== undefined && rows.total !== judged)
        found.push(`the result file holds ${rows.total} utterances, and the vendor counts ${judged}; it may count repeated ones once`);
    if (rows !== undefined && rows.failed !== told.failure)
        found.push(`${rows.failed} utterances of the result file failed, and the vendor counts ${told.failure}; the larger number counts`);
    const whole = status.utterance_count ?? judged;
    if (whole !== judged)
        found.push(`the vendor says that the suite has ${whole} utterances, and counts ${judged} results`);
    return found;
}
/** A figure above 1 can only be meant in per cent; that form is accepted too, since the vendor's page shows only "0.00". */
function share(value) {
    if (value === null || value === undefined || value > 100)
        return undefined;
    return value > 1 ? value / 100 : value;
}
function metricsIn({ result }) {
    const shares = {
        f1: share(result?.f1_score),
        precision: share(result?.precision),
        recall: share(result?.recall),
        averageScore: undefined,
    };
    return (0,results/* metricsOf */.Ps)((name) => shares[name]);
}
function figuresOf({ result }) {
    return new Map(Object.entries(result?.results ?? {}).flatMap(([name, value]) => (typeof value === 'number' ? [[name, String(value)]] : [])));
}
//# sourceMappingURL=batch-status.js.map
// EXTERNAL MODULE: ./build/providers/kore/client.js
var kore_client = __webpack_require__(46202);
// EXTERNAL MODULE: ./build/providers/kore/sign-in.js
var sign_in = __webpack_require__(26874);
// EXTERNAL MODULE: ./build/providers/kore/status-word.js
var status_word = __webpack_require__(81868);
// EXTERNAL MODULE: ./build/providers/kore/suite-import.js
var suite_import = __webpack_require__(80151);
;// CONCATENATED MODULE: ./build/providers/kore/batch.js
/** Kore.ai batch tests: utterances against the intents and entities that they should match. See `docs/providers/kore-batch.md`. */











const Options = schemas/* object */.Ikc({
    ...sign_in/* koreFields */.tz,
    'bot-version': (0,fields/* oneOf */.yL)(['inDevelopment', 'published'], 'inDevelopment'),
    engine: (0,fields/* optionalWord */.zJ)(['ml', 'dgpt']),
    language: fields/* optionalText */.mR,
});
/** The provider `kore-batch`. */
const koreBatch = (0,provider/* defineProvider */.N)({
    name: 'kore-batch',
    noun: 'utterances',
    takes: { suite: true, suitePath: true },
    options: Options,
    secrets: sign_in/* koreSecrets */.Bh,
    metrics: ['f1', 'precision', 'recall'],
    credentials: sign_in/* credentialMistakes */.Vs,
    connect(options, world) {
        const client = (0,kore_client/* createKoreClient */.X)(options['base-url'], options.language, (0,sign_in/* createSigner */.rO)(options, world), world);
        return { suite: (name, path) => batchSuite(name, path, { options, world, client }) };
    },
});
const SCOPE = 'Batch Tests Execution';
/** The answer to a start: the id stands in `requestId`. */
const Started = schemas/* object */.Ikc({ requestId: shapes/* Filled */.dK });
function batchSuite(suite, path, context) {
    const { client, options, world } = context;
    const source = path === undefined ? undefined : (0,suite_import/* batchImport */.e)({ suite, path, botId: options['bot-id'], client, world }, options.engine);
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
        prepare: async () => ((await source?.bring()) === 'not yet' ? 'not yet' : { start }),
        open: (id) => batchRun(suite, id ?? '', context),
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
        return { body, status: readStatus(body) };
    };
    const readStatus = (body) => (0,answer/* readJson */.Vh)(client.call(wanted), { status: 200, body }, BatchStatus);
    const tellUnknown = (0,status_word/* unknownStatusTeller */.VH)(world);
    const completion = awaitFile(world, options.engine === 'dgpt');
    return {
        async look() {
            const { body, status } = await ask();
            const word = (0,status_word/* plainWord */.hx)(status.status);
            const completed = completion(word === 'completed' ? { body, status } : undefined);
            if (completed !== undefined)
                return completed;
            if (status_word/* ENDED */.hV.has(word))
                return { state: 'ended', kind: 'vendor', reason: `Kore.ai ended the run as ${word}, without a result` };
            if (word !== 'completed' && !status_word/* UNDER_WAY */.pC.has(word))
                tellUnknown(status.status);
            return running(status);
        },
        async collect(end, folder) {
            const status = readStatus(end.evidence);
            const link = status.result?.fileUrl ?? undefined;
            if (link === undefined)
                return batchResults(status, undefined);
            await fetchReport(link, async () => (await ask()).status.result?.fileUrl ?? link, folder, context);
            return batchResults(status, await readRows(folder, options.engine === 'dgpt'));
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
        progress: { percent: Math.min(percent, 100), ...(total > 0 && { text: `${ran} of ${total} utterances` }) },
    };
}
const MOST_RENEWALS = 2;
/** The link is signed and expires, so a refused one is asked for anew; it is made anew by each status call. */
async function fetchReport(first, renew, folder, context) {
    let link = first;
    for (let renewals = 0;; renewals++) {
        try {
            return await fetchByLink(link, folder, context);
        }
        catch (thrown) {
            if (!isRefused(thrown))
                throw thrown;
            if (renewals === MOST_RENEWALS)
                throw (0,trouble/* lastingTrouble */.Ac)(thrown.facts.kind, `${thrown.message}, also after it was asked for anew`);
            link = await renew();
        }
    }
}
/** Whether the link needs our token is documented nowhere: first without, and then with it where it goes to our own origin. */
async function fetchByLink(link, folder, { options, world, client }) {
    const wish = { name: 'batch test results', link, home: options['base-url'], domain: 'kore.ai', to: folder.place(REPORT) };
    try {
        await world.door.download(wish);
    }
    catch (thrown) {
        const isOurs = URL.parse(link)?.origin === options['base-url'].origin;
        if (!isRefused(thrown) || !isOurs)
            throw thrown;
        await world.door.download({ ...wish, headers: await client.authorization() });
    }
}
const REPORT = 'results.csv';
function isRefused(thrown) {
    return thrown instanceof trouble/* Trouble */.qm && thrown.facts.persistence === 'missing';
}
/** The columns of a DialogGPT report are documented nowhere, so there unreadable rows leave the counts to judge. */
async function readRows(folder, countsWillDo) {
    // The reader of CSV is loaded when there is a file to read.
    const { readBatchReport } = await Promise.all(/* import() */[__webpack_require__.e(70), __webpack_require__.e(364)]).then(__webpack_require__.bind(__webpack_require__, 10364));
    try {
        return await readBatchReport(folder.read(REPORT));
    }
    catch (thrown) {
        if (countsWillDo && thrown instanceof trouble/* Trouble */.qm && thrown.facts.kind === 'contract')
            return undefined;
        throw thrown;
    }
}
//# sourceMappingURL=batch.js.map

/***/ })

};

