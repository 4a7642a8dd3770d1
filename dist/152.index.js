export const id = 152;
export const ids = [152];
export const modules = {

/***/ 20895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ LARGEST_ARTIFACT),
  $: () => (/* binding */ readArtifactStep)
});

// EXTERNAL MODULE: ./build/stored-step.js
var stored_step = __webpack_require__(3688);
// EXTERNAL MODULE: ./build/zip-archive.js
var zip_archive = __webpack_require__(3912);
;// CONCATENATED MODULE: ./build/zip-entry.js
/** One file out of a ZIP that comes from outside, such as the `ctrf.json` of an artifact. */

/** All but the wanted one are never unpacked, so that they may be many. */
const MOST_ENTRIES = 10_000;
/** In bytes, unpacked. */
const LARGEST_ENTRY = 128 * 1024 * 1024;
/**
 * The bytes of the entry of that path, undefined when there is none. The source is a file by its absolute path, or the bytes
 * of one. Never rejects for what the archive holds; an archive with any hostile name in it is refused as a whole.
 */
function readZipEntry(source, path) {
    return (0,zip_archive/* readZip */.ue)(source, MOST_ENTRIES, async (entries) => {
        const wanted = entries.find((entry) => entry.path === path);
        if (wanted === undefined)
            return undefined;
        (0,zip_archive/* checkSize */.C1)(wanted, LARGEST_ENTRY);
        return wanted.content();
    });
}
//# sourceMappingURL=zip-entry.js.map
;// CONCATENATED MODULE: ./build/artifact-step.js
/** The step that left an artifact: read out of the downloaded ZIP, as whoever could write it wrote it. */


/** Larger artifacts are not downloaded; packed, in bytes. */
const LARGEST_ARTIFACT = 512 * 1024 * 1024;
/** The step in a ZIP, by its absolute path; the problem is a clause about the artifact. Never rejects for what the ZIP holds. */
async function readArtifactStep(zip, memory) {
    const entry = await readZipEntry(zip, 'ctrf.json');
    if (entry.state !== 'read')
        return unreadable(`its archive is ${entry.state}, since ${entry.reason}`);
    if (entry.value === undefined)
        return unreadable('it has no ctrf.json');
    memory.left -= entry.value.length;
    if (memory.left < 0)
        return unreadable('together with others it is too large to be read');
    const stored = (0,stored_step/* parseStoredStep */.l)(entry.value);
    return stored.state === 'read' ? stored : unreadable(`its ctrf.json ${stored.problem}`);
}
function unreadable(problem) {
    return { state: 'unreadable', problem };
}
//# sourceMappingURL=artifact-step.js.map

/***/ }),

/***/ 759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isRunPage),
/* harmony export */   r: () => (/* binding */ foreignStep)
/* harmony export */ });
/* harmony import */ var _map_texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85039);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95104);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72380);
/** What a step of another job says of itself, made fit to be shown: whoever could write an artifact can have written it. Pure. */



/**
 * The step with every text changed, such as redacted, and without names and addresses that ours would not have. An address is
 * kept only of a workflow run: one that begins with `pages` and ends with the run's number.
 */
function foreignStep(step, change, pages) {
    const { provider, noun, mode, conclusion, errorKind, reasons, suites, baseline, origin, startedAt, finishedAt } = step;
    return {
        provider: /^[a-z][a-z0-9-]{0,40}$/.test(provider) ? provider : '',
        noun: /^[a-z][a-z -]{0,40}$/.test(noun) ? noun : 'cases',
        mode: _modes_js__WEBPACK_IMPORTED_MODULE_0__/* .MODES */ .FN.find((known) => known === mode) ?? 'unknown',
        conclusion,
        ...(errorKind !== undefined && { errorKind }),
        ...{ startedAt, finishedAt },
        reasons: reasons.map(change),
        suites: suites.map((suite) => foreignSuite(suite, change)),
        ...(baseline !== undefined &&
            isRunPage(baseline.runUrl, pages) && { baseline: { ...baseline, branch: change(baseline.branch), trend: [] } }),
        ...(origin !== undefined && { origin: { ...origin, job: change(origin.job), step: change(origin.step) } }),
    };
}
/** In UTF-16 units. */
const LONGEST_RUN_ID = 2000;
/** The page of the vendor is left out: nothing tells a true one from one that leads elsewhere. */
function foreignSuite(outcome, change) {
    const { suite, runId, conclusion, errorKind, reasons, said, results, durationMs, comparison } = outcome;
    return {
        suite: change(suite),
        ...(runId !== undefined && (0,_run_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunId */ .Pk)(runId) && runId.length <= LONGEST_RUN_ID && { runId: change(runId) }),
        conclusion,
        ...(errorKind !== undefined && { errorKind }),
        reasons: reasons.map(change),
        ...(said !== undefined && { said: change(said) }),
        ...(results !== undefined && { results: foreignResults(results, change) }),
        files: [],
        durationMs,
        ...(comparison !== undefined && { comparison: foreignComparison(comparison, change) }),
    };
}
/** Whether an address is the page of a workflow run; `pages` is what those of a repository begin with. */
function isRunPage(address, pages) {
    return address.startsWith(pages) && /^\d{1,20}$/.test(address.slice(pages.length));
}
function foreignResults(results, change) {
    const mapped = (0,_map_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .mapTexts */ .z)(results, change);
    return { ...mapped, cases: mapped.cases.map((each) => foreignCase(each, change)) };
}
/** What only our own steps write into a case. A place leads nowhere but into the workspace. */
function foreignCase(each, change) {
    const { quarantine, place, ...rest } = each;
    if (quarantine === undefined && place === undefined)
        return each;
    return {
        ...rest,
        ...(quarantine !== undefined && { quarantine: { reason: change(quarantine.reason), expires: change(quarantine.expires) } }),
        ...(place !== undefined && isInside(place.path) && { place: { ...place, path: change(place.path) } }),
    };
}
function isInside(path) {
    return !/^[/\\]|^[a-z]:|\p{Cc}/iu.test(path) && !path.split(/[/\\]/).includes('..');
}
function foreignComparison(comparison, change) {
    const { regressions, fixed, stillFailing, added, gone, metrics } = comparison;
    return {
        regressions: regressions.map(change),
        fixed: fixed.map(change),
        stillFailing: stillFailing.map(change),
        added: added.map(change),
        gone: gone.map(change),
        metrics,
    };
}
//# sourceMappingURL=foreign-step.js.map

/***/ }),

/***/ 20257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ reportedSuites),
/* harmony export */   k: () => (/* binding */ GATE)
/* harmony export */ });
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97072);
/**
 * The case of our own in the machine-readable reports. Readers of JUnit and CTRF know cases only: a suite that ended
 * without results, or one that missed a gate although each of its cases passed, would look green to them.
 */

/** The name of that case, and of the suite that carries it when no suite of the step does. */
const GATE = 'agent-test-gate';
/** All suites of the step, each with a case of ours where its cases alone would tell another story than its conclusion. */
function reportedSuites(outcome) {
    const suites = outcome.suites.map(reportedSuite);
    const told = outcome.suites.some(({ conclusion }) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .gravity */ .fp)(conclusion) <= (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .gravity */ .fp)(outcome.conclusion));
    if (told)
        return suites;
    const durationMs = Math.max(0, outcome.finishedAt - outcome.startedAt);
    return [{ name: GATE, ...withGateCase([], outcome.conclusion, outcome.message), durationMs }, ...suites];
}
function reportedSuite(outcome) {
    const { suite: name, conclusion, reasons, durationMs, results } = outcome;
    const cases = results?.cases ?? [];
    const listed = needsGateCase(conclusion, cases) ? withGateCase(cases, conclusion, reasons.join('; ')) : { cases };
    return { name, ...listed, durationMs, outcome };
}
function needsGateCase(conclusion, cases) {
    if (conclusion === 'passed')
        return cases.length === 0;
    return conclusion !== 'failed' || !cases.some(({ status, quarantine }) => status === 'failed' && quarantine === undefined);
}
function withGateCase(cases, conclusion, message) {
    const gateCase = {
        ...{ name: GATE, status: statusOf(conclusion), message },
        ...{ flaky: false, tries: 1, checks: [], facts: new Map() },
    };
    return { cases: [gateCase, ...cases], gateCase };
}
function statusOf(conclusion) {
    if (conclusion === 'passed' || conclusion === 'failed')
        return conclusion;
    return conclusion === 'skipped' || conclusion === 'started' ? 'skipped' : 'error';
}
//# sourceMappingURL=gate-case.js.map

/***/ }),

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ LARGEST_STORED_STEP),
/* harmony export */   l: () => (/* binding */ parseStoredStep)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73305);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97072);
/* harmony import */ var _report_gate_case_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20257);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26878);
/** The outcome of a step, read back from the `ctrf.json` that it left. Whoever can write artifacts can have written the file. */





/** In bytes. */
const LARGEST_STORED_STEP = 128 * 1024 * 1024;
/** The last moment that a `Date` can hold, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15;
const Moment = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._lte */ .Zm(LAST_MOMENT));
const Duration = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0));
const Share = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._lte */ .Zm(1));
/** The judge's scale is the vendor's: 0 to 1 unless `pass-score` is above. */
const Score = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._lte */ .Zm(100));
const Count = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0));
const Texts = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
const OneLine = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._maxLength */ .Eb(500), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._regex */ .Fk(/^[^\r\n]*$/));
const Conclusion = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .CONCLUSIONS */ .Fr);
const ErrorKind = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .ERROR_KINDS */ .z1);
const Facts = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), value: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((facts) => new Map(facts.map(({ name, value }) => [name, value]))));
const Metrics = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    f1: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(Share),
    precision: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(Share),
    recall: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(Share),
    averageScore: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(Score),
});
const Counts = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    total: Count,
    passed: Count,
    failed: Count,
    errored: Count,
    skipped: Count,
    flaky: Count,
    quarantined: Count,
});
const Check = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ what: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), expected: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), found: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), passed: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() });
const CaseExtra = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    message: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    durationMs: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(Duration),
    checks: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(Check),
    facts: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Facts),
    turns: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ speaker: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), text: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }))),
    quarantine: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ reason: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), expires: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
    place: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), line: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(1)) })),
});
/** One entry of the list of tests: a case, or one of ours that is none. */
const Test = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'failed', 'skipped', 'other']),
    retries: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Count),
    flaky: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    extra: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ gate: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true) }), CaseExtra]),
});
const Comparison = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    regressions: Texts,
    fixed: Texts,
    stillFailing: Texts,
    added: Texts,
    gone: Texts,
    metrics: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_results_js__WEBPACK_IMPORTED_MODULE_5__/* .METRICS */ .Cb),
        before: Score,
        now: Score,
        regressed: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    })),
});
const SuiteWithoutResults = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    suite: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    runId: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    runUrl: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    conclusion: Conclusion,
    errorKind: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(ErrorKind),
    reasons: Texts,
    said: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    files: Texts,
    durationMs: Duration,
    comparison: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(Comparison),
    artifact: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), url: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
    /** How many of the list of tests are this suite's. */
    tests: Count,
    counts: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .undefined */ .Vxk()),
});
const SuiteWithResults = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...SuiteWithoutResults.shape,
    counts: Counts,
    metrics: Metrics,
    figures: Facts,
    isPartial: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true)),
    failure: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    doubt: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    contradictions: Texts,
    warnings: Texts,
});
const Suite = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([SuiteWithResults, SuiteWithoutResults]);
const TrendPoint = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    finishedAt: Moment,
    runUrl: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    passRate: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._lte */ .Zm(100))),
    metrics: Metrics,
});
const Step = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    provider: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    noun: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    mode: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    conclusion: Conclusion,
    errorKind: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(ErrorKind),
    message: OneLine,
    reasons: Texts,
    gate: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    suites: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(Suite),
    baseline: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ branch: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), runUrl: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), trend: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(TrendPoint) })),
    noBaseline: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    origin: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ job: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), index: Count, step: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), attempt: Count })),
    startedAt: Moment,
    finishedAt: Moment,
});
const Ours = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ reportFormat: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('CTRF'), generatedBy: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(_report_gate_case_js__WEBPACK_IMPORTED_MODULE_2__/* .GATE */ .k) });
const Report = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ results: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ tests: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(Test), extra: Step }) });
/** Reads what {@link ctrf} wrote. What other tools made, and what is broken or too large, is told and not thrown. */
function parseStoredStep(bytes) {
    if (bytes.byteLength > LARGEST_STORED_STEP)
        return unreadable(`is larger than ${LARGEST_STORED_STEP / 1024 / 1024} MiB`);
    const json = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(bytes);
    if (json === undefined)
        return unreadable('is not JSON, or is incomplete');
    if (!Ours.safeParse(json).success)
        return unreadable(`is not a report of ${_report_gate_case_js__WEBPACK_IMPORTED_MODULE_2__/* .GATE */ .k}`);
    const { data, error } = Report.safeParse(json);
    if (data === undefined)
        return unreadable(`has a structure that this version does not know (${error.issues[0]?.path.join('.')})`);
    const outcome = storedOutcome(data);
    return outcome === undefined ? unreadable('lists a different number of tests than its suites have') : { state: 'read', outcome };
}
function unreadable(problem) {
    return { state: 'unreadable', problem };
}
/** The outcome, unless its tests do not fit its suites. */
function storedOutcome({ results: { tests, extra } }) {
    const listed = extra.suites.reduce((sum, suite) => sum + suite.tests, 0);
    // Where no suite tells what became of the step, a test of ours does, before all others.
    let next = tests.length === listed + 1 && isOurs(tests[0]) ? 1 : 0;
    if (tests.length !== listed + next)
        return undefined;
    const suites = extra.suites.map((suite) => {
        const cases = tests.slice(next, next + suite.tests).flatMap(caseOf);
        next += suite.tests;
        return suiteOf(suite, cases);
    });
    return { ...extra, suites };
}
function isOurs(test) {
    return test !== undefined && 'gate' in test.extra;
}
function suiteOf({ tests: _, ...stored }, cases) {
    if (stored.counts === undefined) {
        const { counts: __, ...rest } = stored;
        return rest;
    }
    const { counts, metrics, figures, isPartial, failure, doubt, contradictions, warnings, ...rest } = stored;
    const names = (0,_results_js__WEBPACK_IMPORTED_MODULE_5__/* .uniqueNames */ .uZ)(cases.map(({ name }) => name));
    const results = {
        cases: cases.map((each, index) => ({ ...each, name: names[index] ?? '' })),
        ...{ counts, metrics, figures, contradictions, warnings },
        ...(isPartial !== undefined && { isPartial }),
        ...(failure !== undefined && { failure }),
        ...(doubt !== undefined && { doubt }),
    };
    return { ...rest, results };
}
function caseOf({ name, status, retries = 0, flaky, extra }) {
    if ('gate' in extra)
        return [];
    const { facts = new Map(), ...rest } = extra;
    const isQuarantined = extra.quarantine !== undefined;
    const told = status === 'other' ? (isQuarantined ? 'failed' : 'error') : status;
    return [{ name, status: told, flaky, tries: retries + 1, facts, ...rest }];
}
//# sourceMappingURL=stored-step.js.map

/***/ }),

/***/ 26788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ inTemporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** A folder for the time of one action. */


/**
 * Gives the action a new folder whose name begins with the prefix, and removes it with all that is in it. Rejects when it cannot
 * be made, and as the action does; one that cannot be removed is left, since what was done in it is done.
 */
async function inTemporaryFolder(within, prefix, action) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(within, prefix));
    try {
        return await action(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
}
//# sourceMappingURL=temporary-folder.js.map

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

