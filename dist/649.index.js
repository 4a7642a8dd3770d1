export const id = 649;
export const ids = [649];
export const modules = {

/***/ 79481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ refusedStep),
/* harmony export */   VM: () => (/* binding */ whereTo),
/* harmony export */   fh: () => (/* binding */ stepOutcome),
/* harmony export */   wk: () => (/* binding */ judgeBrokenOff)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68028);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95104);
/* harmony import */ var _report_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3002);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62695);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31730);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44479);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34959);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39080);








/** A step that sends nothing: its inputs are wrong, or it has no credentials and is told to go on without. */
async function refusedStep(parsed, tools) {
    const { log, rim } = tools;
    for (const line of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .mistakeLines */ .mL)(parsed.mistakes))
        log.say(`input ${line}`);
    // Loaded here, since a step that is not refused has no use for it.
    const { refusalReasons } = await __webpack_require__.e(/* import() */ 239).then(__webpack_require__.bind(__webpack_require__, 64239));
    const reasons = await refusalReasons(parsed, rim.workflowRun);
    const kept = parsed.step === undefined ? {} : { ...whereTo(parsed.step, tools), ...(await folderOf(parsed.step, tools)) };
    const common = { provider: parsed.provider, noun: '', mode: 'run', gate: '', suites: [], ...kept };
    if (parsed.state === 'mistaken')
        return { ...common, annotations: parsed.annotations, judgement: { conclusion: 'error', errorKind: 'config', reasons } };
    return { ...common, annotations: true, judgement: { conclusion: 'skipped', reasons } };
}
/** What becomes of what a step tells, as its inputs say. */
function whereTo({ annotations, artifact, comment: mode, githubToken: token, jobIndex }, { rim }) {
    const origin = (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_5__/* .originOf */ .yv)(rim.workflowRun, jobIndex);
    return { annotations, artifact, comment: { mode, token }, ...(origin !== undefined && { origin }) };
}
/** There is one, so that `mode: report` finds a verdict of this job too. */
async function folderOf(inputs, tools) {
    const life = (0,_world_js__WEBPACK_IMPORTED_MODULE_6__/* .startLife */ .XL)(inputs, tools);
    try {
        const making = () => (0,_report_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .createReportDirectory */ .s)(inputs.reportDirectory, tools.rim.temporary, tools.log.say);
        return { directory: await life.unlessOver(making) };
    }
    catch {
        return {};
    }
    finally {
        life.end();
    }
}
/** Where nothing else is said of a step that ended first. */
const NOTHING_SENT = 'before anything was sent, since the disk did not answer in time; see report-directory, suite-path and quarantine';
/** The judgement on a step that broke off before any suite was told of; `whenStopped` says when it ended, in the words behind `the step ended`. */
function judgeBrokenOff(thrown, mode, { log }, whenStopped = NOTHING_SENT) {
    if (thrown instanceof _wait_js__WEBPACK_IMPORTED_MODULE_4__/* .Stopped */ .C9) {
        const reasons = [`the step ended ${whenStopped}`];
        // It was not done, and must not be green.
        if ((0,_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isStopWanted */ .yB)({ mode, conclusion: thrown.reason }))
            return { conclusion: 'error', errorKind: 'vendor', reasons };
        return { conclusion: thrown.reason, reasons };
    }
    const trouble = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .asTrouble */ .S_)(thrown);
    log.trouble('', trouble);
    return { conclusion: 'error', errorKind: trouble.facts.kind, reasons: [trouble.message] };
}
const LONGEST_MESSAGE = 500;
/** The ending as all reports tell it, with no credential in it. */
function stepOutcome(ending, startedAt, { rim, redactor }) {
    const { provider, noun, mode, gate, judgement, suites, baseline, noBaseline, origin, findings } = ending;
    const { conclusion, errorKind, lack } = judgement;
    const reasons = judgement.reasons.map(redactor.redact);
    const message = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(reasons.join('; '), LONGEST_MESSAGE);
    const told = { provider, noun, mode, gate, suites, conclusion, reasons, message };
    return {
        ...told,
        startedAt,
        finishedAt: rim.clock.wall(),
        ...(errorKind !== undefined && { errorKind }),
        ...(lack !== undefined && { lack }),
        ...(baseline !== undefined && { baseline }),
        ...(origin !== undefined && { origin }),
        ...(findings !== undefined && { findings }),
        ...(noBaseline !== undefined && { noBaseline: redactor.redact(noBaseline) }),
    };
}
//# sourceMappingURL=ending.js.map

/***/ }),

/***/ 54593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ framed)
/* harmony export */ });
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79481);
/* harmony import */ var _report_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3002);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39080);
/** What every step has around its work: its clock, its first lines in the log, its folder, and an ending whatever happens. */



/** Does the work of a step. Never rejects: of one that breaks off is kept what is known, in the folder that there is. */
async function framed({ inputs, warnings }, { plan, told, whenStopped }, tools, work) {
    const { log, rim } = tools;
    const step = (0,_world_js__WEBPACK_IMPORTED_MODULE_2__/* .startLife */ .XL)(inputs, tools);
    const making = step.unlessOver(() => (0,_report_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .createReportDirectory */ .s)(inputs.reportDirectory, rim.temporary, log.say));
    log.say(plan);
    for (const warning of warnings)
        log.warn(warning);
    try {
        const done = await work(step, making);
        return { ...told, deadline: step.deadline, ...done, directory: await making };
    }
    catch (thrown) {
        const directory = await making.catch(() => undefined);
        const judgement = (0,_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeBrokenOff */ .wk)(thrown, told.mode, tools, whenStopped);
        return { ...told, deadline: step.deadline, ...(directory !== undefined && { directory }), judgement };
    }
    finally {
        step.end();
    }
}
//# sourceMappingURL=frame.js.map

/***/ }),

/***/ 99266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ endOfLog),
/* harmony export */   kq: () => (/* binding */ createLogEnd)
/* harmony export */ });
/* unused harmony exports MOST_LOG_BYTES, MOST_LOG_LINES */
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31730);

/** What is kept of the log of one run, in bytes of UTF-8: some thousand lines. */
const MOST_LOG_BYTES = 256 * 1024;
/** A log of empty lines is none that anybody reads. */
const MOST_LOG_LINES = 10_000;
/** Of a text that is longer, only its end is looked at. */
const TEXT_CHARACTERS = 1024 * 1024;
const LINE_CHARACTERS = 2000;
const SECTION_CHARACTERS = 200;
/**
 * The end of what is added: whole lines that are together at most 256 KiB, and at most 10,000. Each text is changed as a
 * whole, such as redacted, and then torn at its line breaks; a line of more than 2,000 characters is cut.
 */
function createLogEnd(change) {
    const kept = [];
    let [first, length, leftOut] = [0, 0, 0];
    const keep = (line) => {
        const own = Buffer.byteLength(line.text) + 1;
        kept.push({ line, bytes: own });
        length += own;
        while (length > MOST_LOG_BYTES || kept.length - first > MOST_LOG_LINES) {
            length -= kept[first++]?.bytes ?? 0;
            leftOut++;
        }
        // Taking each line away by itself would move all others each time.
        if (first <= kept.length / 2)
            return;
        kept.splice(0, first);
        first = 0;
    };
    return {
        add(lines) {
            for (const { section, text } of lines) {
                const name = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(change(section), SECTION_CHARACTERS);
                const whole = change(text);
                leftOut += lineBreaks(whole, whole.length - TEXT_CHARACTERS);
                for (const part of whole.slice(-TEXT_CHARACTERS).replace(/\n$/, '').split('\n'))
                    keep({ section: name, text: copyOf((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(part, LINE_CHARACTERS)) });
            }
        },
        end: () => ({ lines: kept.slice(first).map(({ line }) => line), leftOut }),
    };
}
/** How many line breaks stand before a place. */
function lineBreaks(text, end) {
    let count = 0;
    for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
        count++;
    return count;
}
/** A part of a text would hold all of it in memory. */
function copyOf(text) {
    return Buffer.from(text).toString();
}
/** The end of a log, its texts changed. */
function endOfLog({ lines, leftOut }, change) {
    const kept = createLogEnd(change);
    kept.add(lines);
    const end = kept.end();
    return { lines: end.lines, leftOut: leftOut + end.leftOut };
}
//# sourceMappingURL=log-end.js.map

/***/ }),

/***/ 27649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/ending.js
var build_ending = __webpack_require__(79481);
// EXTERNAL MODULE: ./build/frame.js
var build_frame = __webpack_require__(54593);
// EXTERNAL MODULE: ./build/modes.js
var modes = __webpack_require__(95104);
// EXTERNAL MODULE: ./build/sentences.js
var sentences = __webpack_require__(21022);
// EXTERNAL MODULE: ./build/step-verdict.js
var step_verdict = __webpack_require__(54508);
// EXTERNAL MODULE: ./build/time-spans.js
var time_spans = __webpack_require__(94803);
// EXTERNAL MODULE: ./build/verdict.js
var verdict = __webpack_require__(10617);
;// CONCATENATED MODULE: ./build/judge.js





/** What the gate asks for, in words; empty for a step that only starts or stops a run, as it judges nothing. */
function gateOf({ mode, policy, provider, baseline }) {
    return (0,modes/* judges */.N0)(mode) ? (0,verdict/* describeGate */.l7)(policy, provider.noun, baseline) : '';
}
/** A judge; rejects with a `Trouble` of kind `config` when the quarantine file is not what it should be. */
async function appointJudge(measure, seek, life, tools) {
    const entries = await life.unlessOver(() => quarantineOf(measure, tools));
    const today = (0,time_spans/* isoMoment */.QA)(tools.rim.clock.wall()).slice(0, 'yyyy-mm-dd'.length);
    let seeking;
    const begin = () => {
        const { baseline } = measure;
        if (baseline !== undefined)
            seeking ??= seek(baseline);
    };
    return {
        begin,
        async suite(name, found) {
            const results = await excusing(found, name, entries, today, measure.policy);
            const against = await againstBaseline(name, results, measure, await seeking);
            const judgement = withFilters((0,verdict/* judgeSuite */.CA)(results, measure.policy, measure.provider.noun, against), results, measure);
            const { comparison } = against ?? {};
            return { ...judgement, results, ...(typeof comparison === 'object' && { comparison }) };
        },
        partial: (name, found) => excusing(found, name, entries, today, measure.policy),
        async step(suites) {
            const told = await tellIdle(suites, entries, today, tools);
            const found = await seeking;
            if (found?.state === 'none')
                tools.log.warn(...(0,sentences/* sentenceAndLines */.k$)(found.why));
            return { suites: told, ...verdictOn(told, measure, found) };
        },
    };
}
/** Where too few cases ran, the inputs that choose them are the first to look at. */
function withFilters(judgement, { counts }, { filters = [], policy, provider }) {
    const isEnough = counts.total - counts.skipped >= policy.minTests;
    if (judgement.conclusion !== 'inconclusive' || isEnough || filters.length === 0)
        return judgement;
    const names = [filters.slice(0, -1).join(', '), ...filters.slice(-1)].filter((part) => part !== '').join(' and ');
    const [choose, fit] = filters.length === 1 ? ['chooses', 'fits'] : ['together choose', 'fit'];
    const remedy = `check that ${names}, which ${choose} the ${provider.noun} that run, ${fit} some`;
    return { ...judgement, reasons: [...judgement.reasons, remedy] };
}
/** A step that only stops a run judges nothing, and must not be held up by a file. */
async function quarantineOf({ mode, quarantinePath }, { rim, redactor }) {
    if (quarantinePath === undefined || mode === 'cancel')
        return [];
    // Loaded only when it is asked for, as YAML is large.
    const { readQuarantine } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 98469));
    const entries = await readQuarantine(quarantinePath, rim.workspace);
    return entries.map((entry) => ({ ...entry, reason: redactor.redact(entry.reason) }));
}
async function excusing(results, suite, entries, today, { mustPass }) {
    if (entries.length === 0)
        return results;
    const { excused, readmitted } = await __webpack_require__.e(/* import() */ 834).then(__webpack_require__.bind(__webpack_require__, 46834));
    return readmitted(excused(results, suite, entries, today), mustPass);
}
async function againstBaseline(suite, results, { baseline: wanted }, found) {
    if (wanted === undefined || found?.state !== 'found')
        return undefined;
    const { compareSuite } = await __webpack_require__.e(/* import() */ 723).then(__webpack_require__.bind(__webpack_require__, 55723));
    const before = found.suites.find((each) => each.suite === suite);
    return { ...wanted, comparison: compareSuite(results, before, wanted.tolerance) };
}
/** The suites with what is to be told of entries that do nothing any more. */
async function tellIdle(suites, entries, today, { log, redactor }) {
    if (entries.length === 0)
        return suites;
    const { idleEntries } = await __webpack_require__.e(/* import() */ 834).then(__webpack_require__.bind(__webpack_require__, 46834));
    const idle = idleEntries(suites, entries, today);
    // In one warning, since the runner shows but a few of a step.
    if (idle.size > 0)
        log.warn([...idle.values()].flat().join('; '));
    return suites.map((each) => {
        const warnings = idle.get(each.suite);
        if (each.results === undefined || warnings === undefined)
            return each;
        const told = [...each.results.warnings, ...warnings.map(redactor.redact)];
        return { ...each, results: { ...each.results, warnings: told } };
    });
}
function verdictOn(suites, measure, found) {
    const { mode, policy } = measure;
    const judgement = (0,step_verdict/* judgeStep */.c4)(suites, policy, mode);
    if (found?.state !== 'none')
        return { judgement, gate: gateOf(measure), ...(found !== undefined && { baseline: found.baseline }) };
    const why = (0,sentences/* inOneLine */.UX)(found.why);
    const note = policy.failOn === 'regressions' ? [`treated as fail-on: failures, because ${why}`] : [];
    const reasons = [...judgement.reasons, ...note];
    return { judgement: { ...judgement, reasons }, gate: gateOf({ ...measure, baseline: undefined }), noBaseline: found.why };
}
//# sourceMappingURL=judge.js.map
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/redact.js + 2 modules
var redact = __webpack_require__(68472);
// EXTERNAL MODULE: ./build/report-directory.js
var report_directory = __webpack_require__(3002);
// EXTERNAL MODULE: ./build/run-book.js
var run_book = __webpack_require__(72079);
// EXTERNAL MODULE: ./build/log-end.js
var log_end = __webpack_require__(99266);
// EXTERNAL MODULE: ./build/map-texts.js
var map_texts = __webpack_require__(85039);
;// CONCATENATED MODULE: ./build/progress.js
const FIRST_GAP = 10_000;
const SHARE_OF_ELAPSED = 0.2;
const LONGEST_GAP = 5 * 60_000;
/** Whether it is time for another line; saying yes counts as having told. The first answer is yes. */
function createCadence(clock) {
    const begin = clock.now();
    let next = begin;
    return () => {
        const now = clock.now();
        if (now < next)
            return false;
        next = now + Math.min(Math.max(FIRST_GAP, (now - begin) * SHARE_OF_ELAPSED), LONGEST_GAP);
        return true;
    };
}
//# sourceMappingURL=progress.js.map
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(72380);
// EXTERNAL MODULE: ./build/stopping.js
var stopping = __webpack_require__(46210);
// EXTERNAL MODULE: ./build/trouble.js
var build_trouble = __webpack_require__(62695);
;// CONCATENATED MODULE: ./build/remote-run.js



/** The run of a suite that may not have been started yet. */
function remoteRun(parts) {
    const { suite, step, listener } = parts;
    const known = { since: step.clock.now(), isOver: false, isUnsearched: false };
    const remote = {
        get id() {
            return known.id;
        },
        get url() {
            return known.run?.url;
        },
        get opened() {
            return known.run;
        },
        get tookMs() {
            return (known.endedAt ?? step.clock.now()) - known.since;
        },
        get isUnderWay() {
            return !known.isOver && (known.id !== undefined || known.run !== undefined);
        },
        sending(ready) {
            known.unanswered = ready;
            // Read now: once the start is sent it is gone.
            known.mark = ready.mark;
            listener.starting(known.mark);
        },
        answered() {
            delete known.unanswered;
            if (known.id === undefined)
                listener.over();
        },
        known(id) {
            if (known.id === undefined)
                known.since = step.clock.now();
            known.id = id;
            listener.known(id);
        },
        unsearched() {
            known.isUnsearched = true;
        },
        open(id) {
            known.run = suite.open(id, remote.known);
            return known.run;
        },
        forget() {
            delete known.id;
            delete known.run;
            remote.over();
        },
        over() {
            known.isOver = true;
            known.endedAt ??= step.clock.now();
            listener.over();
        },
        stop: (during) => stop(known, remote, parts, during),
    };
    return remote;
}
async function stop(known, remote, parts, during) {
    // Only a start that was broken off is unanswered; after an error, what is new at the vendor can be anybody's.
    const isUnanswered = known.id === undefined && known.unanswered !== undefined && during === 'the wait';
    if (isUnanswered)
        await adoptStarted(known, remote, parts);
    if (known.id !== undefined)
        return known.isOver ? (0,stopping/* isNoMore */.FN)(known.id, 'over') : stopRun(known.id, known.run, remote, parts);
    if (known.run !== undefined && !known.isOver)
        return 'what is under way at the vendor goes on there';
    // One that may still be found is left to `post`, which has more patience.
    const isOpen = isUnanswered || known.isUnsearched;
    if (!isOpen || known.mark === undefined)
        remote.over();
    return isOpen ? stopping/* MAY_BE_UNDER_WAY */.Lk : 'no run is under way';
}
/** A start that was broken off may have been heard: exactly one new run is taken for it. */
async function adoptStarted({ unanswered }, remote, { step }) {
    const { find } = unanswered ?? {};
    const found = find === undefined ? [] : await step.afterwards(find).catch(() => []);
    const [only] = found;
    if (only !== undefined && found.length === 1)
        remote.known(only);
}
async function stopRun(id, run, remote, { name, suite, step, log }) {
    const { cancel } = run ?? suite.open(id);
    if (cancel === undefined)
        return (0,stopping/* goesOn */.Eo)(id);
    const answer = await step.afterwards(cancel).catch(build_trouble/* asTrouble */.S_);
    if (answer instanceof build_trouble/* Trouble */.qm)
        log.trouble(`${name}: the run could not be stopped: `, answer);
    if (answer !== 'sent' && answer !== 'over')
        return `run ${(0,run_id/* shortId */.m_)(id)} could not be stopped yet and may go on at the vendor`;
    remote.over();
    return (0,stopping/* isNoMore */.FN)(id, answer);
}
//# sourceMappingURL=remote-run.js.map
// EXTERNAL MODULE: ./build/time-limit.js
var time_limit = __webpack_require__(52553);
;// CONCATENATED MODULE: ./build/results-so-far.js
/** What is known of a run that the step leaves before its end. */




/** In milliseconds: the vendor is asked for nothing, so it takes longer only where a disk hangs. */
const LONGEST_KEEPING = 2000;
/**
 * Keeps the files that are there of the run, and gives its partial results. Undefined where nothing is known, or it cannot be
 * kept in two seconds: it is no reason for the step to end otherwise, or later. Never rejects.
 */
async function resultsSoFar(keeping, opened) {
    const { name, step, log } = keeping;
    if (opened?.soFar === undefined)
        return undefined;
    const limit = { clock: step.clock, ms: LONGEST_KEEPING, signal: step.over, why: () => 'the disk did not answer in time' };
    try {
        return await (0,time_limit/* within */.ux)(limit, () => partialResults(keeping, opened));
    }
    catch (thrown) {
        log.trouble(`${name}: the cases that had ended could not be kept: `, (0,build_trouble/* asTrouble */.S_)(thrown));
        return undefined;
    }
}
async function partialResults({ name, judge, log, folder, redact }, opened) {
    const found = await opened.soFar?.(folder);
    if (found === undefined)
        return undefined;
    const { log: _, ...told } = (0,map_texts/* mapTexts */.z)(found, redact);
    for (const warning of told.warnings)
        log.say(`${name}: ${warning}`);
    // The mean of what ended first is not that of the suite, so no metric is taken over.
    return judge.partial(name, { ...told, metrics: {}, isPartial: true });
}
/** How much of the run is known, in a sentence. */
function endedSentence({ counts: { total, skipped } }) {
    const known = `the outcome of ${(0,count_words/* wholeNumber */.rD)(total - skipped)} of ${(0,count_words/* countOf */.pq)(total, 'cases')} was known by then`;
    const others = skipped === 0 ? '' : skipped === 1 ? ' the other one counts as skipped, and' : ' the others count as skipped, and';
    return `${known};${others} the gate was not applied`;
}
//# sourceMappingURL=results-so-far.js.map
// EXTERNAL MODULE: ./build/start-once.js
var start_once = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/suite-run.js











/** Starts a run, waits for its end and judges it. Never rejects. */
function runSuite(run) {
    return outcomeOf(run, async (remote, heard) => judged({ ...run, heard }, remote, remote.open(await started(await prepared(run), run, remote)), 'after a gap'));
}
/** Starts a run and leaves it. Never rejects. */
function startSuite(run) {
    return outcomeOf(run, async (remote) => {
        const ready = await prepared(run);
        const id = await settledId(ready, await started(ready, run, remote), run, remote);
        return { conclusion: 'started', reasons: [`run ${(0,run_id/* shortId */.m_)(id)} was started`] };
    });
}
/**
 * The run's own id, where the start's answer does not carry it; the provisional one when it does not come, or cannot be asked
 * for: the run was started, whatever is the matter with the question.
 */
async function settledId(ready, provisional, run, remote) {
    const { settled } = ready;
    if (settled === undefined)
        return provisional;
    const { clock } = run.step;
    const end = clock.now() + SETTLING;
    const ask = async () => {
        const id = await settled().catch((thrown) => {
            if (clock.now() < end)
                throw thrown;
            return 'not yet';
        });
        if (id !== 'not yet')
            remote.known(id);
        else if (clock.now() < end)
            return { percent: undefined };
        return { value: id === 'not yet' ? provisional : id };
    };
    return (0,wait/* attempt */.CD)(run.step, ask, patience(run)).catch((thrown) => {
        if (thrown instanceof wait/* Stopped */.C9)
            throw thrown;
        run.log.trouble(`${run.name}: started, but its own id could not be asked for: `, (0,build_trouble/* asTrouble */.S_)(thrown));
        return provisional;
    });
}
/** Waits for a run that was started before, and judges it. Never rejects. */
function collectSuite(run, id) {
    return outcomeOf(run, async (remote, heard) => judged({ ...run, heard }, remote, reopened(remote, id), 'at once').catch((thrown) => {
        // The id came from elsewhere, so that a run which the vendor does not know is none.
        if (thrown instanceof build_trouble/* Trouble */.qm && thrown.facts.persistence === 'missing')
            remote.forget();
        throw thrown;
    }));
}
/** Stops a run that was started before. Never rejects. */
function cancelSuite(run, id) {
    return outcomeOf(run, async (remote) => {
        if (id === run_id/* NEVER_STARTED */.dD)
            return { conclusion: 'cancelled', reasons: ['it was never started, so there is nothing to stop'] };
        const { cancel } = reopened(remote, id);
        if (cancel === undefined)
            throw (0,build_trouble/* lastingTrouble */.Ac)('config', 'mode is cancel, but this vendor offers no way to stop a run; remove this step');
        const answer = await (0,wait/* attempt */.CD)(run.step, cancelling(cancel, run.step.clock), patience(run)).catch(unlessCancelled);
        remote.over();
        const shown = (0,run_id/* shortId */.m_)(id ?? '');
        return {
            conclusion: 'cancelled',
            reasons: [answer === 'sent' ? `run ${shown} was stopped` : `run ${shown} was over already`],
        };
    });
}
/** In mode `cancel` the conclusion `cancelled` says that it is done, and is green. */
function unlessCancelled(thrown) {
    if (thrown instanceof wait/* Stopped */.C9 && thrown.reason === 'cancelled')
        throw (0,build_trouble/* lastingTrouble */.Ac)('vendor', 'the workflow was cancelled while the run was being stopped');
    throw thrown;
}
/** How long a vendor may put off what should take a moment, in milliseconds. */
const SETTLING = 60_000;
function cancelling(cancel, clock) {
    const end = clock.now() + SETTLING;
    return async () => {
        const answer = await cancel();
        if (answer !== 'not yet')
            return { value: answer };
        if (clock.now() < end)
            return { percent: undefined };
        throw (0,build_trouble/* lastingTrouble */.Ac)('vendor', 'the vendor cannot stop the run yet, or does not know it; check run-id, and try again later');
    };
}
function reopened(remote, id) {
    if (id === run_id/* NEVER_STARTED */.dD)
        throw (0,build_trouble/* lastingTrouble */.Ac)('config', 'run-id is -, so this suite was not started; see the step that should have started it');
    if (id !== undefined)
        remote.known(id);
    return remote.open(id);
}
/** Makes an outcome of what happens in the story, and of every way in which it can break off. */
async function outcomeOf(run, story) {
    const { name, suite, step, log, listener, folder } = run;
    const remote = remoteRun({ name, suite, step, log, listener });
    const heard = (0,log_end/* createLogEnd */.kq)(run.redact);
    const facts = await story(remote, heard).catch((thrown) => brokenOff(run, remote, thrown));
    const end = heard.end();
    return {
        suite: name,
        files: folder.kept(),
        durationMs: remote.tookMs,
        ...(remote.id !== undefined && { runId: run.redact(remote.id) }),
        ...(remote.url !== undefined && { runUrl: run.redact(remote.url) }),
        ...(end.lines.length > 0 && { log: end }),
        ...(remote.isUnderWay && { isUnderWay: true }),
        ...facts,
        reasons: facts.reasons.map((reason) => run.redact(reason)),
    };
}
function prepared(run) {
    return (0,wait/* attempt */.CD)(run.step, async () => (0,wait/* attempted */.zU)(await run.suite.prepare()), patience(run));
}
async function started(ready, run, remote) {
    const id = await (0,start_once/* startOnce */.a)(ready, run.step, remote, patience(run));
    run.log.say(`${run.name}: started, run ${(0,run_id/* shortId */.m_)(id)}`);
    return id;
}
async function judged(run, remote, opened, firstLook) {
    run.judge.begin();
    const end = await untilFinished(opened, run, remote, firstLook);
    run.log.say(`${run.name}: over, fetching the results`);
    const results = await (0,wait/* attempt */.CD)(run.step, async () => ({ value: await opened.collect(end, run.folder) }), patience(run));
    for (const warning of results.warnings)
        run.log.say(`${run.name}: ${warning}`);
    const { log, ...told } = (0,map_texts/* mapTexts */.z)(results, run.redact);
    return { ...(await run.judge.suite(run.name, told)), ...(log !== undefined && { log }) };
}
/** A status call right after the start may not find the run yet, in milliseconds. */
const NOT_YET = 60_000;
async function untilFinished(opened, run, remote, firstLook) {
    const isDue = createCadence(run.step.clock);
    const begin = run.step.clock.now();
    const look = async () => {
        const seen = await opened.look();
        run.log.sections(run.name, seen.log ?? []);
        run.heard.add(seen.log ?? []);
        if (seen.state !== 'running')
            remote.over();
        if (seen.state === 'finished')
            return { value: seen };
        if (seen.state === 'ended')
            throw (0,build_trouble/* lastingTrouble */.Ac)(seen.kind, seen.reason, seen.said);
        if (isDue())
            run.log.say(`${run.name}: ${howFar(seen)}, ${(0,time_spans/* roundedSpan */.eV)(run.step.clock.now() - begin)} so far`);
        return { percent: seen.progress?.percent };
    };
    return (0,wait/* attempt */.CD)(run.step, look, { ...patience(run), gapFirst: firstLook === 'after a gap', missingIsNotYetMs: NOT_YET });
}
function howFar({ progress }) {
    if (progress === undefined)
        return 'running';
    const text = progress.text === undefined ? '' : ` (${progress.text})`;
    return `running, ${Math.floor(progress.percent)} %${text}`;
}
function patience({ name, log }) {
    return {
        onTrouble: (trouble, gapMs) => log.trouble(`${name}: trying again in ${(0,time_spans/* roundedSpan */.eV)(gapMs)}: `, trouble),
    };
}
/** A story that broke off: what is still under way is stopped where the vendor can, and what is known already is kept. */
async function brokenOff(run, remote, thrown) {
    const stopping = remote.stop(thrown instanceof wait/* Stopped */.C9 ? 'the wait' : 'an error');
    // Side by side: neither a vendor that hangs nor a disk that does takes the other's time.
    const [left, results] = await Promise.all([stopping, resultsSoFar(run, remote.opened)]);
    const known = results === undefined ? {} : { results };
    const ended = results === undefined ? [] : [endedSentence(results)];
    if (thrown instanceof wait/* Stopped */.C9) {
        const why = thrown.reason === 'cancelled' ? 'the workflow was cancelled' : 'the time limit (timeout-minutes) was reached';
        const { message, facts } = thrown.trouble ?? {};
        const reason = message === undefined ? `${why}; ${left}` : `${why}; ${left}; the last error was: ${message}`;
        return { conclusion: thrown.reason, reasons: [reason, ...ended], ...saidIn(run, facts?.said), ...known };
    }
    const trouble = (0,build_trouble/* asTrouble */.S_)(thrown);
    const { message, facts } = trouble;
    run.log.trouble(`${run.name}: `, trouble);
    const reasons = remote.id === undefined ? [message] : [message, left];
    return {
        conclusion: 'error',
        errorKind: facts.kind,
        reasons: [...reasons, ...ended],
        ...saidIn(run, facts.said),
        ...known,
    };
}
/** What the vendor said is kept by its beginning, in characters: the piece of it that was read is longer, and ends where it was cut. */
const LONGEST_SAID = 32 * 1024;
function saidIn({ redact }, said) {
    return said === undefined ? {} : { said: (0,untrusted/* cut */.Jj)(redact(said), LONGEST_SAID) };
}
//# sourceMappingURL=suite-run.js.map
// EXTERNAL MODULE: ./build/world.js + 3 modules
var world = __webpack_require__(39080);
;// CONCATENATED MODULE: ./build/suites.js
/** All suites of a step, each told by itself: which story, how many at once, and who hears of their runs. */







const STORIES = {
    run: (run) => runSuite(run),
    start: (run) => startSuite(run),
    collect: (run, { runId }) => collectSuite(run, runId),
    cancel: (run, { runId }) => cancelSuite(run, runId),
};
/** Each suite's story, at most so many at once; one that breaks off does not stop the others. Rejects when what is to be sent is wrong. */
async function tellSuites(inputs, step, directory, judge, tools) {
    const { suites, mode } = inputs;
    const { log, redactor, rim } = tools;
    const vendor = inputs.connect((0,world/* createWorld */.by)(inputs, step, tools));
    const names = suites.map(({ name }) => name);
    const canCancel = inputs.provider.takes.cancel;
    const book = (0,run_book/* createRunBook */.lp)({ suites: names, runner: rim.runner, mode, canCancel, redact: redactor.redact, log });
    const folders = (0,report_directory/* slugs */.V)(names);
    const told = suites.map((wanted, index) => ({
        wanted,
        slug: folders[index] ?? '',
        suite: vendor.suite(wanted.name, wanted.path),
        listener: book.listener(index),
    }));
    // One wrong file, or a disk that is full, is told before anything of any suite is sent.
    await step.unlessOver(() => checkAll(told.map(({ suite }) => suite)));
    const ready = await step.unlessOver(() => Promise.all(told.map(async (each) => ({ ...each, folder: await directory.vendorFolder(each.slug) }))));
    return (0,p_limit/* default */.A)(inputs.maxParallel).map(ready, ({ wanted, suite, listener, folder }) => {
        const common = { name: wanted.name, step, judge, log, folder, redact: (0,redact/* cleanerOf */.i)(redactor) };
        return STORIES[mode]({ ...common, suite, listener }, wanted);
    });
}
/** All that is wrong with what is to be sent, in one trouble. */
async function checkAll(suites) {
    const checked = await Promise.allSettled(suites.map(async (suite) => suite.check?.()));
    const troubles = checked.flatMap((each) => (each.status === 'rejected' ? [(0,build_trouble/* asTrouble */.S_)(each.reason)] : []));
    const [first] = troubles;
    if (first !== undefined)
        throw new build_trouble/* Trouble */.qm(troubles.map(({ message }) => message).join('; '), first.facts);
}
//# sourceMappingURL=suites.js.map
;// CONCATENATED MODULE: ./build/main.js
/** The story of a step: inputs, suites, verdict, reports. */








/** Runs the step and gives its exit code; a vendor, GitHub or a disk that fails does not make it reject. */
async function main(rim) {
    const startedAt = rim.clock.wall();
    const tools = (0,world/* createTools */.uK)(rim);
    const ending = await endingOf(await (0,world/* readInputs */.Ko)(tools), tools);
    const outcome = (0,build_ending/* stepOutcome */.fh)(ending, startedAt, tools);
    // Loaded here since no report is needed to start a run, and a quick start is worth more.
    const { publish } = await Promise.all(/* import() */[__webpack_require__.e(489), __webpack_require__.e(514)]).then(__webpack_require__.bind(__webpack_require__, 99133));
    const isTold = await publish(outcome, { ...tools, ...ending });
    tools.log.say(`${outcome.conclusion}: ${outcome.message}`);
    return isTold && (0,verdict/* isGreen */.gf)(outcome) ? 0 : 1;
}
/** What the inputs ask for, done. */
async function endingOf(parsed, tools) {
    switch (parsed.state) {
        case 'ready':
            return vendorStep(parsed, tools);
        case 'doctor': {
            const { doctorStep } = await __webpack_require__.e(/* import() */ 583).then(__webpack_require__.bind(__webpack_require__, 87583));
            return doctorStep(parsed, tools);
        }
        case 'report': {
            const { reportStep } = await Promise.all(/* import() */[__webpack_require__.e(152), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 87765));
            return reportStep(parsed, tools);
        }
        case 'mistaken':
        case 'no credentials':
            return (0,build_ending/* refusedStep */.N6)(parsed, tools);
    }
}
/** The modes `run`, `start`, `collect` and `cancel`. */
async function vendorStep(parsed, tools) {
    const { inputs } = parsed;
    const { mode, suites: wanted } = inputs;
    const { name: provider, noun } = inputs.provider;
    const gate = gateOf(inputs);
    const task = `${mode} ${(0,count_words/* countOf */.pq)(wanted.length, 'suites')}, at most ${(0,time_spans/* roundedSpan */.eV)(inputs.timeoutMs)}`;
    const plan = `${provider}: ${[task, ...(gate === '' ? [] : [gate])].join('; ')}`;
    const told = { provider, noun, mode, gate, suites: [], ...(0,build_ending/* whereTo */.VM)(inputs, tools) };
    return (0,build_frame/* framed */.Q)(parsed, { plan, told }, tools, async (step, making) => {
        const seek = async ({ branch }) => {
            const { baselineOfStep } = await Promise.all(/* import() */[__webpack_require__.e(152), __webpack_require__.e(707)]).then(__webpack_require__.bind(__webpack_require__, 53707));
            const suites = wanted.map(({ name }) => name);
            return baselineOfStep({ provider, suites, branch }, inputs, step.signal, tools);
        };
        const [directory, judge] = await Promise.all([making, appointJudge(inputs, seek, step, tools)]);
        const suites = await tellSuites(inputs, step, directory, judge, tools);
        return judge.step(suites);
    });
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 85039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ mapTexts)
/* harmony export */ });
/* harmony import */ var _log_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99266);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26878);
/** Changing every text of the vendor in the results of a run, such as for redaction. Pure. */


/**
 * The results with every text of the vendor changed, such as redacted; names stay unique, and of a log the end is left. What
 * the change leaves as it is stays the same object, so that a large result is not in memory twice.
 */
function mapTexts(results, changeText) {
    const change = memoised(changeText);
    const changed = results.cases.map(({ name }) => change(name) || NAMELESS);
    const names = changed.some((name, index) => name !== results.cases[index]?.name) ? (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueNames */ .uZ)(changed) : changed;
    const { failure, doubt, log } = results;
    return {
        ...results,
        ...(failure !== undefined && { failure: change(failure) }),
        ...(doubt !== undefined && { doubt: change(doubt) }),
        cases: results.cases.map((each, index) => mapCase(each, names[index] ?? '', change)),
        figures: mapValues(results.figures, change),
        contradictions: results.contradictions.map(change),
        warnings: results.warnings.map(change),
        ...(log !== undefined && { log: (0,_log_end_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLog */ .T_)(log, changeText) }),
    };
}
/** A name of which nothing is left to see is called the same in every report and on every baseline. */
const NAMELESS = '(no name)';
const LONGEST_REMEMBERED = 64;
const MOST_REMEMBERED = 10_000;
/** The same change, made once for each of the short texts that cases have in common. */
function memoised(change) {
    const known = new Map();
    return (text) => {
        if (text.length > LONGEST_REMEMBERED)
            return change(text);
        const changed = known.get(text) ?? change(text);
        if (known.size < MOST_REMEMBERED)
            known.set(text, changed);
        return changed;
    };
}
function mapCase(each, name, change) {
    const checks = mapItems(each.checks, ['what', 'expected', 'found'], change);
    const facts = mapValues(each.facts, change);
    const message = each.message && change(each.message);
    const turns = each.turns && mapItems(each.turns, ['speaker', 'text'], change);
    const isSame = name === each.name && message === each.message && checks === each.checks;
    if (isSame && facts === each.facts && turns === each.turns)
        return each;
    return { ...each, name, checks, facts, ...(message !== undefined && { message }), ...(turns !== undefined && { turns }) };
}
/** The items with the texts of these fields changed. */
function mapItems(items, names, change) {
    const isSame = (item) => names.every((name) => change(item[name]) === item[name]);
    if (items.every(isSame))
        return items;
    return items.map((item) => ({ ...item, ...Object.fromEntries(names.map((name) => [name, change(item[name])])) }));
}
function mapValues(map, change) {
    const isSame = [...map].every(([key, value]) => change(key) === key && change(value) === value);
    return isSame ? map : new Map([...map].map(([key, value]) => [change(key), change(value)]));
}
//# sourceMappingURL=map-texts.js.map

/***/ }),

/***/ 97072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ passRateOf),
/* harmony export */   Fr: () => (/* binding */ CONCLUSIONS),
/* harmony export */   R: () => (/* binding */ worstMetrics),
/* harmony export */   SN: () => (/* binding */ byGravity),
/* harmony export */   W_: () => (/* binding */ sumCounts),
/* harmony export */   fp: () => (/* binding */ gravity),
/* harmony export */   ik: () => (/* binding */ hasWholeResults),
/* harmony export */   sL: () => (/* binding */ isJudged),
/* harmony export */   z1: () => (/* binding */ ERROR_KINDS)
/* harmony export */ });
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26878);
/** What became of a step and of its suites: what the verdict comes to, and all reports are made of. */

/** Every way a step or a suite can end, as in the output `conclusion`; by the contract's order, the worst first. */
const CONCLUSIONS = ['error', 'cancelled', 'timed-out', 'inconclusive', 'failed', 'skipped', 'started', 'passed'];
/** Where the conclusion stands among all others; 0 is the worst. */
function gravity(conclusion) {
    return CONCLUSIONS.indexOf(conclusion);
}
/** The conclusions that there are among these, each once, the worst first. */
function byGravity(conclusions) {
    return [...new Set(conclusions)].toSorted((left, right) => gravity(left) - gravity(right));
}
/** Whose trouble an `error` can be, as in the output `error-kind`. */
const ERROR_KINDS = ['config', 'auth', 'network', 'rate-limit', 'vendor', 'contract', 'security', 'internal'];
/** Whether the suite's run gave its results, and all of them. */
function hasWholeResults({ results }) {
    return results !== undefined && results.isPartial !== true;
}
/** Whether any suite gave its results, so that the gate had something to judge. */
function isJudged({ suites }) {
    return suites.some(hasWholeResults);
}
const NO_COUNTS = { total: 0, passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0 };
/** Adds the counts of several suites; suites without results add nothing. */
function sumCounts(suites) {
    return suites.reduce((sum, { results }) => (results === undefined ? sum : addCounts(sum, results.counts)), NO_COUNTS);
}
function addCounts(left, right) {
    return {
        total: left.total + right.total,
        passed: left.passed + right.passed,
        failed: left.failed + right.failed,
        errored: left.errored + right.errored,
        skipped: left.skipped + right.skipped,
        flaky: left.flaky + right.flaky,
        quarantined: left.quarantined + right.quarantined,
    };
}
/** The {@link passRate} over all suites; undefined also where the results of one are partial, since part of a suite has no rate. */
function passRateOf(suites) {
    return suites.some(({ results }) => results?.isPartial === true) ? undefined : (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .passRate */ .sc)(sumCounts(suites));
}
/** The lowest value of each metric over all suites: the figure that a gate over several suites has to look at. */
function worstMetrics(suites) {
    const given = suites.flatMap(({ results }) => (results === undefined ? [] : [results.metrics]));
    return (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .metricsOf */ .Ps)((name) => {
        const values = given.flatMap((metrics) => metrics[name] ?? []);
        return values.length === 0 ? undefined : Math.min(...values);
    });
}
//# sourceMappingURL=outcome.js.map

/***/ }),

/***/ 3002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ slugs),
/* harmony export */   s: () => (/* binding */ createReportDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94794);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62695);
/** The folder of the step's files: fresh and unique for each step, also where a runner keeps its temp. */






/**
 * Makes the folder: the wanted one where it is new or empty, else a fresh one inside it, which is told in a sentence, or inside
 * the temporary folder when none is wanted. Rejects with a `Trouble` of kind `config` when it cannot be written to.
 */
async function createReportDirectory(wanted, temporary, tell = () => undefined) {
    const path = await freshFolder(wanted, temporary, tell).catch((thrown) => {
        const code = (0,_error_code_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(thrown);
        const where = wanted === undefined ? "the runner's temporary folder" : 'report-directory';
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .lastingTrouble */ .Ac)('config', `${where} cannot be written to${code === undefined ? '' : ` (${code})`}; give a folder in report-directory that this step may write to`);
    });
    return {
        path,
        async vendorFolder(slug) {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'vendor', slug);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
            const placed = new Set();
            return {
                place(name) {
                    placed.add(name);
                    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
                },
                async write(name, bytes) {
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), bytes, { mode: 0o600 });
                    // Now and not before: a file that broke off is not kept, and a disk that hangs is not asked for it again.
                    placed.add(name);
                },
                read: (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name)),
                kept: () => [...placed].filter((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))).map((name) => `vendor/${slug}/${name}`),
            };
        },
        async write(name, pieces, disk) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, name);
            try {
                await writeChunks(file, inChunks(pieces), disk);
            }
            catch (thrown) {
                // A report that ends in the middle would be read as a smaller one, or not at all.
                await disk.ask(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true })).catch(() => undefined);
                throw thrown;
            }
            return file;
        },
    };
}
async function writeChunks(file, chunks, disk) {
    const handle = await disk.ask(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, 'w'));
    try {
        for (const chunk of chunks)
            await disk.ask(() => handle.writeFile(chunk));
    }
    finally {
        await disk.ask(() => handle.close());
    }
}
const CHUNK_CHARACTERS = 128 * 1024;
/** The pieces put together, so that a file of many small ones is written in few calls and never held as a whole. */
function* inChunks(pieces) {
    let chunk = '';
    for (const piece of pieces) {
        chunk += piece;
        if (chunk.length < CHUNK_CHARACTERS)
            continue;
        yield chunk;
        chunk = '';
    }
    yield chunk;
}
async function freshFolder(wanted, temporary, tell) {
    const parent = wanted === undefined ? temporary : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(wanted);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(parent, { recursive: true });
    const isFree = wanted !== undefined && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(parent)).length === 0;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(isFree ? parent : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, 'agent-test-gate-')));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(folder, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
    if (wanted !== undefined && !isFree)
        tell(`report-directory is not empty: what lies there stays as it is, and the files of this step go to a new folder, ${folder}`);
    return folder;
}
const LONGEST_SLUG = 80;
/**
 * A folder name for each suite: ASCII letters, digits, `.`, `_` and `-`. A name that had to be changed, or that is the same
 * as another without case, gets a short hash of the original, so that no two suites share a folder on any file system.
 */
function slugs(suites) {
    const folded = suites.map((suite) => suite.toLowerCase());
    return suites.map((suite) => {
        const plain = suite
            .replace(/[^A-Za-z0-9._-]+/g, '-')
            .slice(0, LONGEST_SLUG)
            .replace(/^[-.]+|[-.]+$/g, '');
        const isAlone = folded.filter((other) => other === suite.toLowerCase()).length === 1;
        if (plain === suite && isAlone && !RESERVED.test(plain) && !HASHED.test(plain))
            return plain;
        const safe = RESERVED.test(plain) ? `_${plain}` : plain;
        return [...(safe === '' ? [] : [safe]), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(suite).digest('hex').slice(0, 8)].join('-');
    });
}
/** A name that looks like one with a hash could be the folder of another suite. */
const HASHED = /-[0-9a-f]{8}$/;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
//# sourceMappingURL=report-directory.js.map

/***/ }),

/***/ 21022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   UX: () => (/* binding */ inOneLine),
/* harmony export */   k$: () => (/* binding */ sentenceAndLines)
/* harmony export */ });
/** Our own sentences as people read them. */
/** The names of inputs that have no hyphen. */
const ONE_WORD_INPUTS = new Set('annotations artifact baseline comment description engine group language mode otp overwrite password provider quarantine realm suite token username utterance'.split(' '));
/** With a capital letter, as a sentence that stands alone; one that begins with the name of an input, such as `bot-id`, keeps it as it is written. */
function capitalised(text) {
    const [word = ''] = /^[a-z0-9-]*/.exec(text) ?? [];
    if (word.includes('-') || ONE_WORD_INPUTS.has(word))
        return text;
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** A sentence, and apart from it the lines below it, to be copied as they are; empty where there are none. */
function sentenceAndLines(text) {
    const [sentence = '', ...lines] = text.split('\n');
    return [sentence, lines.join('\n')];
}
/** The same in one line, for a place that has no room for lines. */
function inOneLine(text) {
    return text.replaceAll(/\s*\n\s*/g, ' ');
}
//# sourceMappingURL=sentences.js.map

/***/ }),

/***/ 54508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ judgeStep),
/* harmony export */   ud: () => (/* binding */ demandedOf),
/* harmony export */   wr: () => (/* binding */ brokenMustPass)
/* harmony export */ });
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95104);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97072);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31730);
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13340);
/** From the suites of a step to its verdict. Pure. */




/** Judges the step: the worst suite, and where runs were judged the cases of `must-pass` over all suites. */
function judgeStep(suites, policy, mode = 'run') {
    const demanded = (0,_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .judges */ .N0)(mode) ? unkept(suites, policy.mustPass) : [];
    const found = [...suites.map(({ conclusion }) => conclusion), ...(demanded.length > 0 ? ['failed'] : [])];
    const [conclusion = 'error'] = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .byGravity */ .SN)(found);
    const culprits = suites.filter((suite) => suite.conclusion === conclusion);
    const errorKind = conclusion === 'error' ? (culprits[0]?.errorKind ?? 'internal') : undefined;
    const others = culprits.flatMap((suite) => suiteReasons(suite, suites.length));
    // A case that is not there is no news where a suite gave no cases at all, or not all by the names that they have.
    const isWhole = suites.every(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .hasWholeResults */ .ik);
    const told = demanded.flatMap(({ sentence, isAbsent }) => (isAbsent && !isWhole && conclusion !== 'failed' ? [] : [sentence]));
    const reasons = conclusion === 'failed' ? [...told, ...others] : [...others, ...told];
    const [lack, ...otherLacks] = new Set(culprits.map((suite) => suite.lack));
    return {
        conclusion,
        reasons,
        ...(errorKind !== undefined && { errorKind }),
        ...(lack !== undefined && otherLacks.length === 0 && { lack }),
    };
}
/** The reasons of a suite, each with its name where there are several; a long name leaves room for the reason. */
function suiteReasons({ suite, reasons }, suites) {
    return suites === 1 ? [...reasons] : reasons.map((reason) => `${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh)(suite)}: ${reason}`);
}
/** What `must-pass` asks for and the cases do not keep, in sentences: a wildcard has to match something, and all that it matches has to pass, in quarantine or not. Nothing is said of a case that had not ended when the step did. */
function brokenMustPass(suites, patterns) {
    const isOpen = suites.some(({ results }) => results?.isPartial === true);
    return unkept(suites, patterns).flatMap(({ sentence, isAbsent }) => (isAbsent && isOpen ? [] : [sentence]));
}
function unkept(suites, patterns) {
    if (patterns.length === 0)
        return [];
    const cases = suites.flatMap(({ results }) => (results === undefined ? [] : askable(results)));
    return patterns.flatMap((pattern) => {
        const matched = cases.filter(({ names }) => names.some((name) => isMatch(name, pattern)));
        const broken = matched.find(({ each, isOpen }) => each.status !== 'passed' && !isOpen)?.each;
        if (matched.length === 0)
            return [{ sentence: `must-pass asks for ${quoted(pattern)}, which is not among the cases`, isAbsent: true }];
        if (broken === undefined)
            return [];
        return [{ sentence: `must-pass asks for ${quoted(pattern)}, which ${HOW[broken.status]}`, isAbsent: false }];
    });
}
/** The cases with their names, and whether nobody knows yet how each will end: that keeps no pattern, and breaks none. */
function askable({ cases, isPartial }) {
    return named(cases).map((one) => ({ ...one, isOpen: isPartial === true && one.each.status === 'skipped' }));
}
/** Those of the cases of a suite that `must-pass` asks for. */
function demandedOf(cases, patterns) {
    const isDemanded = ({ names }) => patterns.some((pattern) => names.some((name) => isMatch(name, pattern)));
    return new Set(patterns.length === 0 ? [] : named(cases).flatMap((one) => (isDemanded(one) ? [one.each] : [])));
}
function isMatch(name, pattern) {
    return (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesWildcard */ ._)(name.normalize(), pattern.normalize());
}
/** Cases that the vendor calls by the same name are told apart by a number; who asks for the name asks for all of them. */
function named(cases) {
    const all = new Set(cases.map(({ name }) => name));
    return cases.map((each) => {
        const first = each.name.replace(/ \(\d+\)$/, '');
        return { each, names: all.has(first) ? [each.name, first] : [each.name] };
    });
}
const HOW = {
    passed: 'passed',
    failed: 'failed',
    error: 'could not be run or judged',
    skipped: 'was skipped',
};
function quoted(text) {
    return `"${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh)(text)}"`;
}
//# sourceMappingURL=step-verdict.js.map

/***/ }),

/***/ 13340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
/** Names with `*` as wildcard, as users write them into inputs and files. Pure. */
/** Whether the whole name fits the pattern, in which `*` stands for any text. Linear, whatever the pattern. */
function matchesWildcard(name, pattern) {
    const [first = '', ...others] = pattern.split('*');
    if (others.length === 0)
        return name === pattern;
    const last = others.pop() ?? '';
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
        return false;
    const end = name.length - last.length;
    let from = first.length;
    for (const part of others) {
        const at = name.indexOf(part, from);
        if (at < 0 || at + part.length > end)
            return false;
        from = at + part.length;
    }
    return true;
}
//# sourceMappingURL=wildcard.js.map

/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};

