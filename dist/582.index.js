export const id = 582;
export const ids = [582,723];
export const modules = {

/***/ 55723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareSuite: () => (/* binding */ compareSuite)
/* harmony export */ });
/* unused harmony export compare */
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26878);

/** A suite against its outcome on the baseline; or in a clause why it cannot be compared with that. */
function compareSuite(now, before, tolerance) {
    if (before === undefined)
        return 'the baseline has no suite of this name';
    const { conclusion, results } = before;
    // What was not whole then would make what it lacked look new.
    if (results === undefined || (conclusion !== 'passed' && conclusion !== 'failed'))
        return `it was ${conclusion} on the baseline`;
    return incomparable(now, results) ?? compare(now, results, tolerance);
}
/**
 * What differs; a score or metric may fall by the tolerance, from 0 to 1. A metric can only regress where both runs had the
 * same cases.
 */
function compare(now, before, tolerance) {
    const earlier = new Map(before.cases.map((each) => [each.name, each]));
    const later = new Set(now.cases.map(({ name }) => name));
    const known = now.cases.flatMap((each) => {
        const old = earlier.get(each.name);
        return old === undefined ? [] : [{ name: each.name, now: each, before: old }];
    });
    const named = (isOne) => known.filter(isOne).map(({ name }) => name);
    const [added, gone] = [missingIn(earlier, now.cases), missingIn(later, before.cases)];
    // Metrics are over all cases: what they lose by new, gone and excused ones is no loss of the agent's.
    const isSameGround = added.length === 0 && gone.length === 0 && !known.some(isNewlyExcused);
    const forgiven = isSameGround ? tolerance : Number.POSITIVE_INFINITY;
    return {
        regressions: named((pair) => isRegression(pair, tolerance)),
        fixed: named((pair) => pair.now.status === 'passed' && isBad(pair.before)),
        stillFailing: named((pair) => isFailing(pair.now) && pair.before.status !== 'passed'),
        added,
        gone,
        metrics: _results_js__WEBPACK_IMPORTED_MODULE_0__/* .METRICS */ .Cb.flatMap((name) => metricChange(name, now.metrics, before.metrics, forgiven)),
    };
}
/** Why two results cannot be compared case by case. */
function incomparable(now, before) {
    const failing = now.cases.filter(isFailing).length;
    if (failing < now.counts.failed)
        return `${now.counts.failed - failing} of its failures have no row that could be compared`;
    if (before.cases.length < before.counts.total)
        return 'the baseline does not hold all of its cases';
    const earlier = new Set(before.cases.map(({ name }) => name));
    return now.cases.some(({ name }) => earlier.has(name)) ? undefined : 'none of its cases is on the baseline';
}
function missingIn(names, cases) {
    return cases.flatMap(({ name }) => (names.has(name) ? [] : [name]));
}
/** What is in quarantine is known to fail, so that it is no news. */
function isFailing({ status, quarantine }) {
    return status === 'failed' && quarantine === undefined;
}
function isBad({ status }) {
    return status === 'failed' || status === 'error';
}
function isNewlyExcused({ now, before }) {
    return now.quarantine !== undefined && before.status === 'passed';
}
function isRegression({ now, before }, tolerance) {
    if (before.status !== 'passed')
        return false;
    if (isFailing(now))
        return true;
    const [is, was] = [scoreOf(now), scoreOf(before)];
    return now.status === 'passed' && is !== undefined && was !== undefined && isFall(was, is, tolerance);
}
/** The score that a judge gave, where there is one. */
function scoreOf({ checks }) {
    const found = checks.find(({ what }) => what === 'score')?.found ?? '';
    return /^\d+(\.\d+)?(e-\d+)?$/.test(found) ? Number(found) : undefined;
}
function metricChange(name, is, was, tolerance) {
    const [now, before] = [is[name], was[name]];
    return now === undefined || before === undefined ? [] : [{ name, now, before, regressed: isFall(before, now, tolerance) }];
}
/** Far below what any score is given to, and above what `0.8 - 0.7` is off from 0.1. */
const ROUNDING = 1e-9;
function isFall(before, now, tolerance) {
    return before - now > tolerance + ROUNDING;
}
//# sourceMappingURL=comparison.js.map

/***/ }),

/***/ 12261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   r: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73429);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62695);
/** What may fail without changing a verdict: reports, comments, uploads. The warning says why in our own words. */


/** Does something whose failure is told as a warning and changes nothing. Undefined when it failed. */
async function harmless(what, { log }, action) {
    try {
        return await action();
    }
    catch (thrown) {
        const said = (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) ? thrown.message : String(thrown);
        const cause = causeOf(thrown);
        const why = cause === undefined ? '; the log has the cause' : `: ${cause}`;
        log.warn(`${what} could not be written or uploaded; the verdict stands${why}`, said);
        return undefined;
    }
}
/** Sentences of the artifact client and of Node, each with the fact that is in it. */
const KNOWN = [
    [/not (?:currently )?supported on GHES/i, () => 'GitHub Enterprise Server has no such artifact service'],
    [/storage quota/i, () => 'the storage for artifacts is used up; delete old ones, or set a shorter retention-days'],
    [/ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL)/, () => 'this runner offers no artifact service'],
    [/JWT|invalid token/i, () => 'the token for the artifact service cannot be read'],
    [/\b(?:E(?:CONN|HOST|NET|PIPE|AI_|NOTFOUND|TIMEDOUT)[A-Z_]*)\b/, (code) => `the connection failed (${code})`],
    [
        /\bE(?:NOSPC|DQUOT|ACCES|PERM|ROFS|IO|NOENT|ISDIR|NOTDIR|MFILE|NFILE|EXIST|NAMETOOLONG)\b/,
        (code) => `the disk refused it (${code})`,
    ],
    [/(?<=\(|status code |storage: |HTTP )[1-5]\d\d\b/i, (status) => `the service answered ${status}`],
];
/** Why something failed, in our own words with codes and figures alone; undefined where it is not known. */
function causeOf(thrown) {
    if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm)
        return thrown.message;
    const code = (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) && 'code' in thrown ? String(thrown.code) : '';
    const said = `${code} ${(0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) ? thrown.message : String(thrown)}`;
    for (const [pattern, cause] of KNOWN) {
        const matched = pattern.exec(said)?.[0];
        if (matched !== undefined)
            return cause(matched);
    }
    return undefined;
}
//# sourceMappingURL=harmless.js.map

/***/ }),

/***/ 32582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportStep: () => (/* binding */ reportStep)
});

// EXTERNAL MODULE: ./build/comparison.js
var build_comparison = __webpack_require__(55723);
// EXTERNAL MODULE: ./build/ending.js + 1 modules
var ending = __webpack_require__(92421);
;// CONCATENATED MODULE: ./build/newest-attempts.js
/**
 * Leaves out what a later attempt of the same job, index and step has told anew. A job that was not run again keeps its
 * earlier attempt. Two calls of one reusable workflow look like one job, so an attempt with another suite than the later ones is kept.
 */
function newestAttempts(items) {
    const bySteps = Map.groupBy(items, ({ step, artifact }) => step?.origin === undefined ? `?${artifact.name}` : keyOf(step.origin));
    const told = new Set(items.flatMap(({ step, artifact }) => nameOfAttempts(artifact.name, step?.origin)));
    const isReplaced = (item) => {
        if (item.step?.origin === undefined)
            return told.has(item.artifact.name);
        return (bySteps.get(keyOf(item.step.origin)) ?? []).some((other) => replaces(other, item));
    };
    const replaced = new Set(items.filter(isReplaced));
    const kept = items.filter((item) => !replaced.has(item));
    const counts = [...bySteps.values()].map((group) => Math.min(mostInOneAttempt(group), group.filter((item) => !replaced.has(item)).length));
    return { kept, replaced: [...replaced], found: counts.reduce((sum, count) => sum + count, 0) };
}
function keyOf({ job, index, step }) {
    return JSON.stringify([job, index, step]);
}
/** One that broke off before its suites were known has replaced them all the same. */
function replaces({ step: later }, { step: earlier }) {
    if (later?.origin === undefined || earlier?.origin === undefined || later.origin.attempt <= earlier.origin.attempt)
        return false;
    if (later.suites.length === 0)
        return true;
    const names = new Set(later.suites.map(({ suite }) => suite));
    return earlier.suites.every(({ suite }) => names.has(suite));
}
/** Within one attempt a step leaves one artifact. */
function mostInOneAttempt(group) {
    const perAttempt = Map.groupBy(group, ({ step }) => step?.origin?.attempt);
    return Math.max(...[...perAttempt.values()].map(({ length }) => length));
}
/** The names that an artifact of that name had in earlier attempts, by which one that cannot be read is known. */
function nameOfAttempts(name, origin) {
    if (origin === undefined || !name.endsWith(`-${origin.attempt}`))
        return [];
    const stem = name.slice(0, -String(origin.attempt).length);
    return Array.from({ length: Math.min(origin.attempt, MOST_ATTEMPTS) - 1 }, (_, index) => `${stem}${index + 1}`);
}
const MOST_ATTEMPTS = 1000;
//# sourceMappingURL=newest-attempts.js.map
// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(97072);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/step-verdict.js
var step_verdict = __webpack_require__(54508);
;// CONCATENATED MODULE: ./build/merge.js
/** From what other jobs found out to one outcome: which of their steps count, what each comes to, and the verdict for all. Pure. */




/** Merges what was read. Each step keeps the verdict of its own job; the worst of them is that of all. */
function merge(read, wish) {
    const others = read.filter(({ step }) => step?.mode !== 'report');
    const { kept, replaced, found } = newestAttempts(others);
    const steps = kept.flatMap(({ step }) => step ?? []);
    const suites = namedApart(kept.map(suitesOf));
    const missing = found < wish.expected ? [missingSentence(found, wish.expected, kept)] : [];
    const demanded = (0,step_verdict/* brokenMustPass */.wr)(suites, wish.mustPass);
    return {
        provider: distinct(steps.map(({ provider }) => provider)).join(', '),
        noun: commonNoun(steps),
        ...commonBaseline(steps),
        suites,
        judgement: judge(suites, missing, demanded),
        notes: [
            ...read.filter((each) => !others.includes(each)).map(({ artifact }) => `${artifact.name} is a report of reports: left out`),
            ...replaced.map(({ artifact }) => `${artifact.name} is of an earlier attempt: left out`),
        ],
        notices: earlierNotice(steps, wish.attempt),
        warnings: found > wish.expected ? [`there are ${found} artifacts, and expected-artifacts is ${wish.expected}: is a job new?`] : [],
    };
}
/** A job that was not run again is fine; one that was, and died, cannot be told from it. */
function earlierNotice(steps, attempt) {
    const earlier = steps.filter(({ origin }) => origin !== undefined && origin.attempt < attempt).length;
    if (earlier === 0)
        return [];
    const fact = `this is attempt ${attempt}, and ${earlier} of ${steps.length} artifacts are of an earlier one`;
    return [`${fact}: their jobs were not run again, or left nothing this time`];
}
function missingSentence(found, expected, kept) {
    const names = kept.length === 0 ? '' : `, those of ${kept.map(labelOf).join(', ')}`;
    return `only ${found} of ${expected} expected artifacts are there${names}; a job that died, or that was never run, leaves none`;
}
function distinct(values) {
    return [...new Set(values.filter((value) => value !== ''))];
}
function commonNoun(steps) {
    const [first, ...others] = distinct(steps.map(({ noun }) => noun));
    return first === undefined || others.length > 0 ? 'cases' : first;
}
/** Each job looks for its own, and those of one branch are seldom of two runs; how a single job developed is not how all did. */
function commonBaseline(steps) {
    const [first, ...others] = steps.flatMap(({ baseline }) => baseline ?? []);
    if (first === undefined || others.some(({ branch }) => branch !== first.branch))
        return {};
    return { baseline: { ...first, trend: [] } };
}
/** The suites of an artifact, and where they do not tell all of it, one more that stands for the step. */
function suitesOf(read) {
    const label = labelOf(read);
    const { artifact, step } = read;
    const own = (conclusion, reasons, more = {}) => {
        return { ...more, suite: label, conclusion, reasons, files: [], durationMs: 0, artifact };
    };
    const wrong = step === undefined ? read.reason : noVerdict(step);
    if (wrong !== undefined)
        return { label, suites: [own('inconclusive', [`the artifact ${artifact.name} has no verdict: ${wrong}`])] };
    if (step === undefined)
        return { label, suites: [] };
    const suites = step.suites.map((suite) => ({ ...suite, files: [], artifact }));
    if (suites.some(({ conclusion }) => conclusion === step.conclusion))
        return { label, suites };
    const { conclusion, reasons, errorKind } = step;
    return { label, suites: [own(conclusion, reasons, errorKind === undefined ? {} : { errorKind }), ...suites] };
}
/** Why what a step says of itself is no verdict; nothing when it is one. */
function noVerdict({ mode, conclusion, suites }) {
    if (mode !== 'run' && mode !== 'collect')
        return `it comes of mode ${mode}, which judges nothing`;
    if (conclusion === 'started' || suites.some((suite) => suite.conclusion === 'started'))
        return 'the run was only started';
    const worse = suites.find((suite) => (0,outcome/* gravity */.fp)(suite.conclusion) < (0,outcome/* gravity */.fp)(conclusion));
    if (worse !== undefined)
        return `it says ${conclusion}, and ${worse.conclusion} of the suite ${worse.suite}`;
    const hollow = suites.find((suite) => suite.conclusion === 'passed' && !provesSomething(suite));
    if (hollow !== undefined)
        return `it says passed of the suite ${hollow.suite} without a case that ran`;
    return conclusion === 'passed' && suites.length === 0 ? 'it says passed without a suite' : undefined;
}
function provesSomething({ results }) {
    return results !== undefined && results.counts.total > results.counts.skipped;
}
/** What a step is called where its suites' names do not tell it from others. */
function labelOf({ artifact, step }) {
    if (step?.origin === undefined)
        return artifact.name;
    const { job, index } = step.origin;
    return `${job}-${index}`;
}
/** A name that suites of several artifacts have gets its job in front; what is then still the same is numbered. */
function namedApart(told) {
    const uses = new Map();
    for (const { suites } of told)
        for (const name of new Set(suites.map(({ suite }) => suite)))
            uses.set(name, (uses.get(name) ?? 0) + 1);
    const named = told.flatMap(({ label, suites }) => suites.map((suite) => ((uses.get(suite.suite) ?? 0) > 1 ? { ...suite, suite: `${label}: ${suite.suite}` } : suite)));
    const names = (0,results/* uniqueNames */.uZ)(named.map(({ suite }) => suite));
    return named.map((suite, index) => ({ ...suite, suite: names[index] ?? suite.suite }));
}
/** How a number of suites that ended so is told. */
const ENDED = {
    error: 'ended in an error',
    cancelled: 'were cancelled',
    'timed-out': 'timed out',
    inconclusive: 'are inconclusive',
    failed: 'failed',
    skipped: 'were NOT TESTED',
    started: 'were only started',
    passed: 'passed',
};
function judge(suites, missing, demanded) {
    const found = [
        ...suites.map(({ conclusion }) => conclusion),
        ...(missing.length > 0 ? ['inconclusive'] : []),
        ...(demanded.length > 0 ? ['failed'] : []),
    ];
    const [conclusion = 'inconclusive', ...milder] = [...new Set(found)].toSorted((left, right) => (0,outcome/* gravity */.fp)(left) - (0,outcome/* gravity */.fp)(right));
    const culprits = suites.filter((suite) => suite.conclusion === conclusion);
    const errorKind = conclusion === 'error' ? (culprits[0]?.errorKind ?? 'internal') : undefined;
    const first = conclusion === 'inconclusive' ? missing : conclusion === 'failed' ? demanded : [];
    const reasons = [
        ...first,
        ...headline(suites, conclusion),
        // Why a suite passed can be read with the suite.
        ...(conclusion === 'passed' && suites.length > 1 ? [] : culprits.flatMap((suite) => (0,step_verdict/* suiteReasons */.OG)(suite, suites.length))),
        ...milder.filter((each) => each !== 'passed').flatMap((each) => headline(suites, each)),
        ...[...missing, ...demanded].filter((each) => !first.includes(each)),
    ];
    return { conclusion, reasons, ...(errorKind !== undefined && { errorKind }) };
}
function headline(suites, conclusion) {
    const count = suites.filter((suite) => suite.conclusion === conclusion).length;
    if (count === 0 || suites.length === 1)
        return [];
    return [
        count === suites.length
            ? `all ${count} suites ${ENDED[conclusion]}`
            : `${count} of ${suites.length} suites ${ENDED[conclusion]}`,
    ];
}
//# sourceMappingURL=merge.js.map
// EXTERNAL MODULE: ./build/progress.js
var progress = __webpack_require__(72633);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/map-texts.js
var map_texts = __webpack_require__(85039);
;// CONCATENATED MODULE: ./build/foreign-step.js
/** What a step of another job says of itself, made fit to be shown: whoever could write an artifact can have written it. Pure. */

/** The step with every text changed, such as redacted, and without names and addresses that ours would not have. */
function foreignStep(step, change) {
    const { provider, noun, mode, conclusion, errorKind, reasons, suites, baseline, origin } = step;
    const compared = pageOf(baseline?.runUrl);
    return {
        provider: /^[a-z][a-z0-9-]{0,40}$/.test(provider) ? provider : '',
        noun: /^[a-z][a-z -]{0,40}$/.test(noun) ? noun : 'cases',
        mode: change(mode),
        conclusion,
        ...(errorKind !== undefined && { errorKind }),
        reasons: reasons.map(change),
        suites: suites.map((suite) => foreignSuite(suite, change)),
        ...(baseline !== undefined &&
            compared !== undefined && { baseline: { branch: change(baseline.branch), runUrl: compared, trend: [] } }),
        ...(origin !== undefined && { origin: { ...origin, job: change(origin.job), step: change(origin.step) } }),
    };
}
function foreignSuite(outcome, change) {
    const { suite, runId, runUrl, conclusion, errorKind, reasons, said, results, durationMs, comparison } = outcome;
    const page = pageOf(runUrl);
    return {
        suite: change(suite),
        ...(runId !== undefined && { runId: change(runId) }),
        ...(page !== undefined && { runUrl: page }),
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
/** An address that can be put out and linked: one line, of the web. */
function pageOf(address) {
    const url = address === undefined ? null : URL.parse(address);
    return url?.protocol === 'https:' && url.username === '' ? url.href : undefined;
}
function foreignResults(results, change) {
    const { failure, doubt } = results;
    const mapped = (0,map_texts/* mapTexts */.z)(results, change);
    return {
        ...mapped,
        cases: mapped.cases.map((each) => foreignCase(each, change)),
        ...(failure !== undefined && { failure: change(failure) }),
        ...(doubt !== undefined && { doubt: change(doubt) }),
    };
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
// EXTERNAL MODULE: ./build/harmless.js
var harmless = __webpack_require__(12261);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/stored-step.js
var stored_step = __webpack_require__(3688);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/wildcard.js
var wildcard = __webpack_require__(13340);
// EXTERNAL MODULE: ./build/zip-entry.js
var zip_entry = __webpack_require__(54206);
;// CONCATENATED MODULE: ./build/read-artifacts.js
/** The artifacts of other jobs of this workflow run, and what their steps said of themselves. */











const MIB = 1024 * 1024;
/** As many as the service lists of a run. */
const MOST_ARTIFACTS = 1000;
/** Packed, in bytes. */
const LARGEST_ARTIFACT = 512 * MIB;
/** For what is read of all artifacts, in bytes of their files: it is held in memory at once. */
const ROOM = 256 * MIB;
const AT_ONCE = 8;
/**
 * What the artifacts hold whose name fits the pattern, in the order in which they were made; one that cannot be read is among
 * them, as is one for which `room`, in bytes of memory, is too small. Rejects with a `Trouble` when nothing can be known of any,
 * and with `Stopped` when the step ends first.
 */
async function readArtifacts(pattern, step, tools, room = ROOM) {
    const { log, rim } = tools;
    const store = await step.unlessOver(() => orTrouble('the artifact service cannot be used', tools, () => rim.artifactStore()));
    const listed = await step.unlessOver(() => orTrouble('the artifacts of this run could not be listed', tools, () => store.list()));
    const chosen = choose(listed, pattern);
    log.say(`artifact-pattern fits ${chosen.length} of the ${(0,figures/* countOf */.pq)(listed.length, 'artifact')} of this run`);
    if (chosen.length <= MOST_ARTIFACTS)
        return readAll(chosen, store, step, tools, room);
    const fact = `artifact-pattern fits ${chosen.length} artifacts, and at most ${MOST_ARTIFACTS} are read`;
    throw (0,trouble/* lastingTrouble */.Ac)('config', `${fact}; give a narrower one`);
}
async function orTrouble(what, { log }, action) {
    try {
        return await action();
    }
    catch (thrown) {
        log.quote((0,trouble/* asTrouble */.S_)(thrown).facts.said ?? '');
        throw (0,trouble/* lastingTrouble */.Ac)('network', `${what}: ${(0,harmless/* causeOf */.r)(thrown) ?? 'the log has the cause'}`);
    }
}
/** Those of the name, without the pages that lie beside them: a page is called as its artifact is, with `.html`. */
function choose(listed, pattern) {
    const names = new Set(listed.map(({ name }) => name));
    const isPage = (name) => name.endsWith('.html') && names.has(name.slice(0, -'.html'.length));
    return listed.filter(({ name }) => (0,wildcard/* matchesWildcard */._)(name.normalize(), pattern.normalize()) && !isPage(name));
}
async function readAll(chosen, store, step, tools, room) {
    const folder = await step.unlessOver(() => (0,promises_.mkdtemp)((0,external_node_path_.join)(tools.rim.temporary, 'agent-test-gate-artifacts-')));
    const downloads = (0,p_limit/* default */.A)(AT_ONCE);
    const reading = { store, folder, memory: { left: room }, opening: (0,p_limit/* default */.A)(1), tools };
    try {
        return await step.unlessOver(() => downloads.map(chosen, (artifact) => readArtifact(artifact, reading)));
    }
    finally {
        downloads.clearQueue();
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
}
/** Never rejects: an artifact that cannot be read is told of. */
async function readArtifact(artifact, reading) {
    const { name, url } = artifact;
    const page = { name, url };
    try {
        return { artifact: page, step: await storedStep(artifact, reading) };
    }
    catch (thrown) {
        if (thrown instanceof trouble/* Trouble */.qm)
            return { artifact: page, reason: thrown.message };
        reading.tools.log.quote((0,trouble/* asTrouble */.S_)(thrown).facts.said ?? '');
        return { artifact: page, reason: `it could not be downloaded: ${(0,harmless/* causeOf */.r)(thrown) ?? 'the log has the cause'}` };
    }
}
/** Rejects with a `Trouble` that says why there is none, or with the error of the download. */
async function storedStep(artifact, reading) {
    // The artifact client prints the name as it is.
    if (/##\[|\p{Cc}/u.test(artifact.name))
        throw unread('its name could be taken for a command of the runner');
    if (artifact.size > LARGEST_ARTIFACT)
        throw unread(`it is larger than ${LARGEST_ARTIFACT / MIB} MiB`);
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(reading.folder, 'one-'));
    try {
        const file = await reading.store.download(artifact, own);
        return await reading.opening(() => stepIn(file, reading));
    }
    finally {
        await (0,promises_.rm)(own, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function stepIn(file, { memory, tools }) {
    const entry = await (0,zip_entry/* readZipEntry */.g)(file, 'ctrf.json');
    if (entry.state !== 'read')
        throw unread(`its archive is ${entry.state}, since ${entry.reason}`);
    if (entry.value === undefined)
        throw unread('it has no ctrf.json');
    memory.left -= entry.value.length;
    if (memory.left < 0)
        throw unread('together with others it is too large to be read');
    const stored = (0,stored_step/* parseStoredStep */.l)(entry.value);
    if (stored.state === 'unreadable')
        throw unread(`its ctrf.json ${stored.problem}`);
    return foreignStep(stored.outcome, (text) => tools.redactor.redact((0,untrusted/* visible */.RK)(text)));
}
function unread(reason) {
    return (0,trouble/* lastingTrouble */.Ac)('contract', reason);
}
//# sourceMappingURL=read-artifacts.js.map
// EXTERNAL MODULE: ./build/report-directory.js
var report_directory = __webpack_require__(3002);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/workflow-run.js
var workflow_run = __webpack_require__(34959);
// EXTERNAL MODULE: ./build/world.js + 6 modules
var world = __webpack_require__(60817);
;// CONCATENATED MODULE: ./build/report-mode.js
/** The mode `report`: one verdict for what other jobs of this workflow run found out. */









/** Reads the artifacts and merges them. Never rejects. */
async function reportStep({ inputs, warnings }, tools) {
    const { log, rim } = tools;
    const { mode, annotations, artifact } = inputs;
    const origin = (0,workflow_run/* originOf */.yv)(rim.workflowRun, inputs.jobIndex);
    const gate = describeReport(inputs);
    const comment = { mode: inputs.comment, token: inputs.githubToken };
    const common = { mode, gate, annotations, artifact, comment, ...(origin !== undefined && { origin }) };
    const step = (0,world/* startLife */.XL)(inputs, tools);
    log.say(`report on artifacts, at most ${(0,progress/* duration */.p)(inputs.timeoutMs)}; ${gate}`);
    for (const warning of warnings)
        log.warn(warning);
    try {
        const directory = await step.unlessOver(() => (0,report_directory/* createReportDirectory */.s)(inputs.reportDirectory, rim.temporary));
        return { ...common, directory, ...(await tellOthers(inputs, step, tools)) };
    }
    catch (thrown) {
        return { ...common, ...NOTHING, judgement: (0,ending/* brokenOff */.H1)(thrown, tools) };
    }
    finally {
        step.end();
    }
}
const NOTHING = { provider: '', noun: 'cases', suites: [] };
/** What the step asks for, in words. */
function describeReport({ report: { expected }, policy: { mustPass } }) {
    return [
        'each artifact keeps the verdict of its own job, and the worst counts',
        `at least ${expected} must be there`,
        ...(mustPass.length === 0 ? [] : [`${mustPass.length} named in must-pass must pass`]),
    ].join('; ');
}
/** Never rejects: where nothing can be read, that is what is told. */
async function tellOthers(inputs, step, tools) {
    const { report, policy } = inputs;
    try {
        const read = await readArtifacts(report.pattern, step, tools);
        const wish = { expected: report.expected, mustPass: policy.mustPass, attempt: tools.rim.workflowRun.attempt };
        const { notes, notices, warnings, ...merged } = merge(read, wish);
        for (const note of notes)
            tools.log.say(note);
        for (const notice of notices)
            tools.log.notice(notice);
        for (const warning of warnings)
            tools.log.warn(warning);
        return { ...merged, ...(await compared(merged, inputs, step, tools)) };
    }
    catch (thrown) {
        const reasons = ['the step ended before all artifacts were read'];
        const judgement = thrown instanceof wait/* Stopped */.C ? { conclusion: thrown.reason, reasons } : (0,ending/* brokenOff */.H1)(thrown, tools);
        return { ...NOTHING, judgement };
    }
}
/** The suites against this step's own baseline where one is asked for; else they keep that of their job. Changes no verdict. */
async function compared({ provider, suites }, { baseline: wanted, githubToken: token, artifact, jobIndex }, step, { rim }) {
    if (wanted === undefined)
        return {};
    const { branch, tolerance } = wanted;
    const origin = (0,workflow_run/* originOf */.yv)(rim.workflowRun, jobIndex);
    const same = { provider, suites: suites.map(({ suite }) => suite), artifactName: artifact?.name, origin };
    const { baselineFor } = await __webpack_require__.e(/* import() */ 88).then(__webpack_require__.bind(__webpack_require__, 53707));
    const found = await step
        .unlessOver(() => baselineFor({ ...same, branch, token }, rim, step.signal))
        .catch(() => ({ state: 'none', why: 'the baseline did not come before the step ended' }));
    if (found.state === 'none')
        return { noBaseline: found.why };
    const before = new Map(found.suites.map((each) => [each.suite, each]));
    const after = suites.map((suite) => {
        const comparison = suite.results && (0,build_comparison.compareSuite)(suite.results, before.get(suite.suite), tolerance);
        return typeof comparison === 'object' ? { ...suite, comparison } : suite;
    });
    return { baseline: found.baseline, suites: after };
}
//# sourceMappingURL=report-mode.js.map

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
/* harmony export */   l: () => (/* binding */ parseStoredStep)
/* harmony export */ });
/* unused harmony export LARGEST_STORED_STEP */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73305);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63412);
/* harmony import */ var _report_gate_case_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20257);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26878);
/** The outcome of a step, read back from the `ctrf.json` that it left. Whoever can write artifacts can have written the file. */




/** In bytes. */
const LARGEST_STORED_STEP = 128 * 1024 * 1024;
/** The last moment that a `Date` can hold, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15;
const Moment = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._lte */ .Zm(LAST_MOMENT));
const Duration = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0));
const Share = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._lte */ .Zm(1));
const Count = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0));
const Texts = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
const OneLine = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._maxLength */ .Eb(500), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^[^\r\n]*$/));
const Conclusion = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['passed', 'failed', 'inconclusive', 'timed-out', 'cancelled', 'error', 'skipped', 'started']);
const ErrorKind = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['config', 'auth', 'network', 'rate-limit', 'vendor', 'contract', 'security', 'internal']);
const Facts = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), value: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((facts) => new Map(facts.map(({ name, value }) => [name, value]))));
const Metrics = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    f1: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(Share),
    precision: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(Share),
    recall: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(Share),
    averageScore: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(Share),
});
const Counts = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    total: Count,
    passed: Count,
    failed: Count,
    errored: Count,
    skipped: Count,
    flaky: Count,
    quarantined: Count,
});
const Check = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ what: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), expected: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), found: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), passed: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() });
const CaseExtra = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    message: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    durationMs: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(Duration),
    checks: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Check),
    facts: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(Facts),
    turns: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ speaker: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), text: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }))),
    quarantine: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ reason: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), expires: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    place: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ path: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), line: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(1)) })),
});
/** One entry of the list of tests: a case, or one of ours that is none. */
const Test = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['passed', 'failed', 'skipped', 'other']),
    retries: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(Count),
    flaky: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    extra: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ gate: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true) }), CaseExtra]),
});
const Comparison = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    regressions: Texts,
    fixed: Texts,
    stillFailing: Texts,
    added: Texts,
    gone: Texts,
    metrics: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['f1', 'precision', 'recall', 'averageScore']),
        before: Share,
        now: Share,
        regressed: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    })),
});
const SuiteWithoutResults = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    suite: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    runId: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    runUrl: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    conclusion: Conclusion,
    errorKind: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(ErrorKind),
    reasons: Texts,
    said: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    files: Texts,
    durationMs: Duration,
    comparison: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(Comparison),
    artifact: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), url: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    /** How many of the list of tests are this suite's. */
    tests: Count,
    counts: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .undefined */ .Vxk()),
});
const SuiteWithResults = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    ...SuiteWithoutResults.shape,
    counts: Counts,
    metrics: Metrics,
    figures: Facts,
    failure: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    doubt: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    contradictions: Texts,
    warnings: Texts,
});
const Suite = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([SuiteWithResults, SuiteWithoutResults]);
const TrendPoint = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    finishedAt: Moment,
    runUrl: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    passRate: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._gte */ .qm(0), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._lte */ .Zm(100))),
    metrics: Metrics,
});
const Step = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    provider: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    noun: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    mode: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    conclusion: Conclusion,
    errorKind: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(ErrorKind),
    message: OneLine,
    reasons: Texts,
    gate: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    suites: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Suite),
    baseline: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ branch: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), runUrl: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), trend: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(TrendPoint) })),
    noBaseline: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    origin: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ job: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), index: Count, step: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), attempt: Count })),
    startedAt: Moment,
    finishedAt: Moment,
});
const Ours = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ reportFormat: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('CTRF'), generatedBy: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(_report_gate_case_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE */ .k) });
const Report = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ results: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ tests: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Test), extra: Step }) });
/** Reads what {@link ctrf} wrote. What other tools made, and what is broken or too large, is told and not thrown. */
function parseStoredStep(bytes) {
    if (bytes.byteLength > LARGEST_STORED_STEP)
        return unreadable(`is larger than ${LARGEST_STORED_STEP / 1024 / 1024} MiB`);
    const json = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(bytes);
    if (json === undefined)
        return unreadable('is no JSON, or not whole');
    if (!Ours.safeParse(json).success)
        return unreadable(`is no report of ${_report_gate_case_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE */ .k}`);
    const { data, error } = Report.safeParse(json);
    if (data === undefined)
        return unreadable(`is of a shape that this version does not know (${error.issues[0]?.path.join('.')})`);
    const outcome = outcomeOf(data);
    return outcome === undefined ? unreadable('lists another number of tests than its suites have') : { state: 'read', outcome };
}
function unreadable(problem) {
    return { state: 'unreadable', problem };
}
/** The outcome, unless its tests do not fit its suites. */
function outcomeOf({ results: { tests, extra } }) {
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
    const { counts, metrics, figures, failure, doubt, contradictions, warnings, ...rest } = stored;
    const names = (0,_results_js__WEBPACK_IMPORTED_MODULE_4__/* .uniqueNames */ .uZ)(cases.map(({ name }) => name));
    const results = {
        cases: cases.map((each, index) => ({ ...each, name: names[index] ?? '' })),
        ...{ counts, metrics, figures, contradictions, warnings },
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

/***/ 3912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   ue: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
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
        throw new Refused('one of its entries is larger than it tells');
    if (content.length < entry.uncompressedSize)
        throw new Error('an entry is smaller than it tells');
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
        const isLarger = typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE';
        throw isLarger ? new Refused('one of its entries is larger than it tells') : thrown;
    }
}
/** What the library's own words mean. */
function trouble(thrown) {
    const said = thrown instanceof Error ? thrown.message : '';
    if (/encryption/i.test(said))
        return { state: 'refused', reason: 'one of its entries is encrypted' };
    if (/end of central directory record signature/i.test(said))
        return { state: 'unreadable', reason: 'it has no end record, so it is no ZIP, or not whole' };
    if (/compression method/i.test(said))
        return { state: 'unreadable', reason: 'one of its entries is packed in a way that is not known' };
    return { state: 'unreadable', reason: 'it is broken' };
}
//# sourceMappingURL=zip-archive.js.map

/***/ }),

/***/ 54206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readZipEntry)
/* harmony export */ });
/* harmony import */ var _zip_archive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3912);
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
    return (0,_zip_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .readZip */ .ue)(source, MOST_ENTRIES, async (entries) => {
        const wanted = entries.find((entry) => entry.path === path);
        if (wanted === undefined)
            return undefined;
        (0,_zip_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .checkSize */ .C1)(wanted, LARGEST_ENTRY);
        return wanted.content();
    });
}
//# sourceMappingURL=zip-entry.js.map

/***/ })

};

