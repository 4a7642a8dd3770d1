export const id = 765;
export const ids = [765,834,723];
export const modules = {

/***/ 65432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ patientStore)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73429);
/* harmony import */ var _few_tries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76858);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12261);
/* harmony import */ var _time_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52553);
/* harmony import */ var _time_spans_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94803);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62695);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44479);
/**
 * An artifact store that lives through a hiccup of the service. GitHub's client tries some troubles again by itself, but no
 * connection that was reset; and where one breaks off in the middle of an answer, it waits for ever.
 */









/** Tries of one call, the first one included. */
const MOST_TRIES = 4;
const GAPS = { gapMs: 5000, longestGapMs: 15_000 };
/** How long a try may take, in milliseconds, the last for each MiB of its bytes. An upload is two calls with the bytes between. */
const PATIENCE = { list: 60_000, download: 60_000, upload: 120_000, mebibyte: 4000 };
const MEBIBYTE = 1024 * 1024;
/**
 * What GitHub's client says of troubles that may pass: a lost connection, an answer that it did not get however often it asked,
 * bytes that stood still. It hides why a download failed. Where the service refuses an upload at its end, though it may come,
 * the bytes did not fit, and a new one may.
 */
const PASSING = new RegExp([
    'Unable to make request',
    'Failed to make request after',
    'Failed to FinalizeArtifact: Received non-retryable error: Failed request: \\((?!401|403)',
    'Artifact download failed after',
    'Upload progress stalled',
    'not those that were uploaded',
].join('|'));
/** Of a certificate, which is as wrong the next time. */
const LASTING = /certificate/i;
/**
 * The same store, which tries a few times what fails by a trouble that may pass, each time with a limit of its own, until the
 * signal aborts. A download goes into a new folder for each try, below the one that is given; an upload that is tried again may
 * be stored twice, the second time under a name with a number. Rejects as the store does in the last try, with a `Trouble` where
 * that took too long, and with `Stopped` when the signal aborts.
 */
function patientStore(store, { signal, deadline }, { rim: { clock, random }, log }) {
    const step = { clock, random, signal, deadline, ...GAPS };
    const tries = (what, action) => patiently(step, action, (trouble, gapMs) => log.trouble(`${what} is tried again in ${(0,_time_spans_js__WEBPACK_IMPORTED_MODULE_8__/* .roundedSpan */ .eV)(gapMs)}: `, trouble));
    const inTime = (ms, action) => (0,_time_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .within */ .ux)({ clock, ms, signal, why: () => `the artifact service was not done after ${(0,_time_spans_js__WEBPACK_IMPORTED_MODULE_8__/* .timeSpan */ .wL)(ms)}` }, action);
    const uploading = async (what, files, upload) => {
        const ms = PATIENCE.upload + timeForBytes(await sizeOf(files));
        return tries(what, () => inTime(ms, upload));
    };
    return {
        upload: (wanted) => uploading('the upload of the artifact', wanted.files, () => store.upload(wanted)),
        uploadPage: (wanted) => uploading('the upload of the page', [wanted.file], () => store.uploadPage(wanted)),
        list: () => tries('the list of artifacts', () => inTime(PATIENCE.list, () => store.list())),
        download: (artifact, folder) => tries('the download of an artifact', () => inOwnFolder(folder, (own) => inTime(PATIENCE.download + timeForBytes(artifact.size), () => store.download(artifact, own)))),
    };
}
/** A few tries. What they reject with at last is the error as it was thrown, whose words others know how to tell. */
async function patiently(step, action, onTrouble) {
    let last;
    const told = async () => {
        try {
            return await action();
        }
        catch (thrown) {
            last = thrown;
            throw troubleOf(thrown);
        }
    };
    // Near the end there is no time for another try, and to wait for the end would hide why this one failed.
    const hasTime = () => step.clock.now() + step.gapMs < step.deadline;
    try {
        return await (0,_few_tries_js__WEBPACK_IMPORTED_MODULE_3__/* .fewTries */ .Y)(step, MOST_TRIES, told, hasTime, { onTrouble });
    }
    catch (thrown) {
        throw thrown instanceof _wait_js__WEBPACK_IMPORTED_MODULE_7__/* .Stopped */ .C9 ? thrown : last;
    }
}
function troubleOf(thrown) {
    const said = (0,node_util_types__WEBPACK_IMPORTED_MODULE_2__.isNativeError)(thrown) ? thrown.message : String(thrown);
    // The only one that is thrown here is that of the time.
    if (thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .Trouble */ .qm)
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .Trouble */ .qm(said, { ...thrown.facts, persistence: 'passing' });
    const isRefusedBytes = (0,node_util_types__WEBPACK_IMPORTED_MODULE_2__.isNativeError)(thrown) && thrown.name === 'RestError';
    const mayPass = (isRefusedBytes || PASSING.test(said)) && !LASTING.test(said);
    const facts = { kind: 'network', persistence: mayPass ? 'passing' : 'lasting', said };
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .Trouble */ .qm((0,_harmless_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .r)(thrown) ?? 'it failed', facts);
}
/** Gives the action a new folder in that one, which is removed where the action rejects: what is left in it may still be written to. */
async function inOwnFolder(folder, action) {
    const own = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'try-'));
    try {
        return await action(own);
    }
    catch (thrown) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(own, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
        throw thrown;
    }
}
/** Milliseconds for so many bytes. */
function timeForBytes(bytes) {
    return PATIENCE.mebibyte * Math.floor(bytes / MEBIBYTE);
}
async function sizeOf(files) {
    const sizes = await Promise.all(files.map(async (file) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}
//# sourceMappingURL=artifact-tries.js.map

/***/ }),

/***/ 55723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareSuite: () => (/* binding */ compareSuite)
/* harmony export */ });
/* unused harmony export compare */
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26878);

/** A suite against its outcome on the baseline; or in a clause why it cannot be compared with that. */
function compareSuite(now, before, tolerance) {
    if (now.isPartial === true)
        return 'its run had not ended when the step did';
    if (before === undefined)
        return 'the baseline has no suite of this name';
    const { conclusion, results } = before;
    // What was not whole then would make what it lacked look new.
    if (results === undefined || (conclusion !== 'passed' && conclusion !== 'failed'))
        return `this suite's baseline run ended as "${conclusion}"`;
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
        fixed: named((pair) => pair.now.status === 'passed' && (0,_results_js__WEBPACK_IMPORTED_MODULE_0__/* .isInTrouble */ .ZA)(pair.before)),
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
        return 'the baseline does not include all of its cases';
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

/***/ 76858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ fewTries)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44479);
/** Tries that are counted, for what is worth a second try and no long wait. */


/**
 * Does something, and again after a gap where a trouble is worth it and one that `attempt` lives through, at most so often, the
 * first time included. Rejects with the last `Trouble`, and with `Stopped` when the step ends.
 */
function fewTries(step, most, action, isWorthATry, manner = {}) {
    let tries = 0;
    const once = async () => {
        tries += 1;
        try {
            return { value: await action() };
        }
        catch (thrown) {
            const trouble = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .asTrouble */ .S_)(thrown);
            throw tries < most && isWorthATry(trouble)
                ? trouble
                : new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(trouble.message, { ...trouble.facts, persistence: 'lasting' });
        }
    };
    return (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(step, once, manner);
}
//# sourceMappingURL=few-tries.js.map

/***/ }),

/***/ 46834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   excused: () => (/* binding */ excused),
/* harmony export */   idleEntries: () => (/* binding */ idleEntries),
/* harmony export */   readmitted: () => (/* binding */ readmitted)
/* harmony export */ });
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64971);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97072);
/* harmony import */ var _step_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54508);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31730);
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13340);
/** Failures that are known: shown, and not counted. Pure. */





/** The results of a suite with every failed case that is in quarantine on that day out of the counts. What could not be run stays in. */
function excused(results, suite, entries, today) {
    const holding = entries.filter((entry) => !isExpired(entry, today) && isAbout(entry, suite));
    if (holding.length === 0)
        return results;
    const cases = results.cases.map((each) => (each.status === 'failed' ? excusedCase(each, holding) : each));
    const excusedNow = cases.filter(({ quarantine }) => quarantine !== undefined).length;
    // What a vendor counts beside its rows has no name, so nobody can excuse it.
    const { failed, quarantined } = results.counts;
    const moved = Math.min(failed, excusedNow);
    return { ...results, cases, counts: { ...results.counts, failed: failed - moved, quarantined: quarantined + moved } };
}
function excusedCase(each, entries) {
    const entry = entries.find(({ name }) => isNamed(each, name));
    if (entry === undefined)
        return each;
    const quarantine = { reason: entry.reason, expires: entry.expires };
    return { ...each, quarantine };
}
/** The results with every case that `must-pass` asks for out of quarantine, and back in the counts; a warning tells of them. */
function readmitted(results, mustPass) {
    const demanded = (0,_step_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .demandedOf */ .ud)(results.cases, mustPass);
    const names = results.cases.flatMap((each) => (each.quarantine !== undefined && demanded.has(each) ? [each.name] : []));
    if (names.length === 0)
        return results;
    const cases = results.cases.map((each) => (demanded.has(each) ? unexcused(each) : each));
    const { failed, quarantined } = results.counts;
    const moved = Math.min(quarantined, names.length);
    return {
        ...results,
        cases,
        counts: { ...results.counts, failed: failed + moved, quarantined: quarantined - moved },
        warnings: [...results.warnings, overriding(names)],
    };
}
const MOST_NAMED = 5;
function overriding(names) {
    const quoted = names.map((name) => `"${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh)(name)}"`);
    const what = names.length === 1 ? 'this failure counts' : 'these failures count';
    return `must-pass overrides quarantine, so ${what}: ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_3__/* .firstOf */ .Ku)(quoted, MOST_NAMED)}`;
}
function unexcused({ quarantine: _, ...each }) {
    return each;
}
/** What to tell of entries that do nothing any more, by the suite that it is best told with. */
function idleEntries(suites, entries, today) {
    const told = new Map();
    for (const entry of entries) {
        const about = suites.filter(({ suite }) => isAbout(entry, suite));
        const home = about.find(({ results }) => results?.cases.some((each) => isNamed(each, entry.name)));
        const sentence = idleness(entry, home !== undefined, about, today);
        const suite = home ?? about.find(({ results }) => results !== undefined) ?? about[0];
        if (sentence !== undefined && suite !== undefined)
            told.set(suite.suite, [...(told.get(suite.suite) ?? []), sentence]);
    }
    return told;
}
/** Whether an entry is of any use; nothing is said of cases where a suite has not all its results to look into. */
function idleness(entry, isMatched, about, today) {
    const name = `quarantine: "${entry.name}"`;
    if (isExpired(entry, today))
        return `${name} expired on ${entry.expires}, so its failures count; fix the case or extend the date`;
    if (isMatched || !about.every(_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .hasWholeResults */ .ik))
        return undefined;
    return `${name} matches no case; fix or remove the entry${entry.suite === undefined ? ', or give it the suite that it is for' : ''}`;
}
/** An entry holds to the end of its day. Days as ISO writes them are in the order of their letters. */
function isExpired({ expires }, today) {
    return expires < today;
}
/** A file can serve many steps, so that a suite that is not of this one is none of its business. */
function isAbout(entry, suite) {
    return entry.suite === undefined || entry.suite.normalize() === suite.normalize();
}
function isNamed({ name }, pattern) {
    return (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_4__/* .matchesWildcard */ ._)(name.normalize(), pattern.normalize());
}
//# sourceMappingURL=quarantine.js.map

/***/ }),

/***/ 87765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportStep: () => (/* binding */ reportStep)
});

// EXTERNAL MODULE: ./build/comparison.js
var build_comparison = __webpack_require__(55723);
// EXTERNAL MODULE: ./build/ending.js
var ending = __webpack_require__(79481);
// EXTERNAL MODULE: ./build/frame.js
var build_frame = __webpack_require__(54593);
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/modes.js
var modes = __webpack_require__(95104);
;// CONCATENATED MODULE: ./build/newest-attempts.js
/**
 * Leaves out what a later attempt of the same job, index and step has told anew. A job that was not run again keeps its
 * earlier attempt. Two calls of one reusable workflow look like one job, so an attempt with another suite than the later ones is kept.
 */
function newestAttempts(all) {
    const copies = copiesAmong(all);
    const items = all.filter((item) => !copies.has(item));
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
    return { kept, replaced: [...replaced], copies: [...copies], found: counts.reduce((sum, count) => sum + count, 0) };
}
/** Two calls of one reusable workflow begin and end at other moments, or have other runs. */
function copiesAmong(items) {
    const told = items.filter(({ step }) => step !== undefined);
    const same = Map.groupBy(told, ({ step }) => {
        const runs = step?.suites.map(({ suite, runId }) => [suite, runId]);
        return JSON.stringify([step?.provider, step?.origin, step?.startedAt, step?.finishedAt, runs]);
    });
    return new Set([...same.values()].flatMap(([, ...copies]) => copies));
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
// EXTERNAL MODULE: ./build/quarantine.js
var quarantine = __webpack_require__(46834);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/step-verdict.js
var step_verdict = __webpack_require__(54508);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
;// CONCATENATED MODULE: ./build/merge.js
/** From what other jobs found out to one outcome: which of their steps count, what each comes to, and the verdict for all. Pure. */








/** Merges what was read. Each step keeps the verdict of its own job; the worst of them is that of all. */
function merge(read, wish) {
    const possible = read.map((each) => withoutFuture(each, wish.attempt));
    const { kept, replaced, copies, found } = newestAttempts(possible.filter((each) => !isReport(each)));
    const steps = kept.flatMap(({ step }) => step ?? []);
    const suites = namedApart(kept.map(suitesOf)).map((suite) => withDemanded(suite, wish.mustPass));
    const missing = found < wish.expected ? [missingSentence(found, wish.expected, kept)] : [];
    const demanded = (0,step_verdict/* brokenMustPass */.wr)(suites, wish.mustPass);
    return {
        provider: distinct(steps.map(({ provider }) => provider)).join(', '),
        noun: commonNoun(steps),
        ...commonBaseline(steps),
        suites,
        judgement: judgeAll(suites, { missing, demanded, unproven: kept.flatMap(unprovenSentence) }),
        notes: [
            ...possible.filter(isReport).map(({ artifact }) => `${artifact.name} is itself a report: left out`),
            ...replaced.map(({ artifact }) => `${artifact.name} is from an earlier attempt: left out`),
            ...copies.map(({ artifact }) => `${artifact.name} is a copy of another artifact: left out`),
        ],
        notices: earlierNotice(steps, wish.attempt),
        warnings: found > wish.expected ? [`${found} artifacts, but expected-artifacts is ${wish.expected}; was a job added?`] : [],
    };
}
/** What this step asks for is shown as failed, also where its own job had it in quarantine; the verdict of the job stays. */
function withDemanded(suite, mustPass) {
    return suite.results === undefined ? suite : { ...suite, results: (0,quarantine.readmitted)(suite.results, mustPass) };
}
function isReport({ step }) {
    return step?.mode === 'report';
}
/** Whoever claims a later attempt than there is would replace what a true one says. */
function withoutFuture(read, attempt) {
    const claimed = read.step?.origin?.attempt ?? 0;
    if (claimed <= attempt)
        return read;
    return { artifact: read.artifact, reason: `it claims attempt ${claimed}, but this is attempt ${attempt}` };
}
/** A job that was not run again is fine; one that was, and died, cannot be told from it. */
function earlierNotice(steps, attempt) {
    const earlier = steps.filter(({ origin }) => origin !== undefined && origin.attempt < attempt).length;
    if (earlier === 0)
        return [];
    const fact = `this is attempt ${attempt}, and ${earlier} of ${(0,count_words/* countOf */.pq)(steps.length, 'artifacts')} ${(0,count_words/* isOrAre */.Cj)(earlier)} from an earlier one`;
    return [`${fact}: ${earlier === 1 ? 'its job was' : 'their jobs were'} not run again, or left nothing this time`];
}
function missingSentence(found, expected, kept) {
    const names = kept.length === 0 ? '' : ` (from ${kept.map((each) => (0,untrusted/* brief */.dh)(labelOf(each))).join(', ')})`;
    return `only ${found} of ${(0,count_words/* countOf */.pq)(expected, 'expected artifacts')} ${(0,count_words/* isOrAre */.Cj)(expected === 1 ? 1 : found)} there${names}; a job that died or never ran leaves none`;
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
    const unproven = unprovenSentence(read);
    if (unproven.length > 0)
        return { label, suites: [own('inconclusive', unproven)] };
    if (step === undefined)
        return { label, suites: [] };
    const suites = step.suites.map((suite) => ({ ...suite, files: [], artifact }));
    if (suites.some(({ conclusion }) => conclusion === step.conclusion))
        return { label, suites };
    const { conclusion, reasons, errorKind } = step;
    return { label, suites: [own(conclusion, reasons, errorKind === undefined ? {} : { errorKind }), ...suites] };
}
/** That an artifact holds no verdict, and why; none where it holds one. */
function unprovenSentence(read) {
    const wrong = read.step === undefined ? read.reason : noVerdict(read.step);
    return wrong === undefined ? [] : [`the artifact ${(0,untrusted/* brief */.dh)(read.artifact.name)} has no verdict: ${wrong}`];
}
/** Why what a step says of itself is no verdict; nothing when it is one. */
function noVerdict({ mode, conclusion, suites }) {
    if (!(0,modes/* judges */.N0)(mode))
        return `it comes from mode ${mode}, which judges nothing`;
    if (conclusion === 'started' || suites.some((suite) => suite.conclusion === 'started'))
        return 'the run was only started';
    const worse = suites.find((suite) => (0,outcome/* gravity */.fp)(suite.conclusion) < (0,outcome/* gravity */.fp)(conclusion));
    if (worse !== undefined)
        return `it reports ${conclusion} overall but ${worse.conclusion} for suite ${(0,untrusted/* brief */.dh)(worse.suite)}`;
    const hollow = suites.find((suite) => suite.conclusion === 'passed' && !provesSomething(suite));
    if (hollow !== undefined)
        return `it reports suite ${(0,untrusted/* brief */.dh)(hollow.suite)} as passed although no case ran, or its run had not ended`;
    return conclusion === 'passed' && suites.length === 0 ? 'it reports passed without any suite' : undefined;
}
function provesSomething({ results }) {
    return results !== undefined && results.isPartial !== true && results.counts.total > results.counts.skipped;
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
/** How several suites that ended so are told. */
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
/** In our own words: the reasons that other jobs gave stand with their suites. */
function judgeAll(suites, { missing, demanded, unproven }) {
    const found = [
        ...suites.map(({ conclusion }) => conclusion),
        ...(missing.length > 0 ? ['inconclusive'] : []),
        ...(demanded.length > 0 ? ['failed'] : []),
    ];
    const [conclusion = 'inconclusive', ...milder] = (0,outcome/* byGravity */.SN)(found);
    const culprit = suites.find((suite) => suite.conclusion === conclusion);
    const errorKind = conclusion === 'error' ? (culprit?.errorKind ?? 'internal') : undefined;
    const first = conclusion === 'inconclusive' ? missing : conclusion === 'failed' ? demanded : [];
    const reasons = [
        ...first,
        ...headline(suites, conclusion),
        ...(conclusion === 'inconclusive' ? unproven : []),
        ...milder.filter((each) => each !== 'passed').flatMap((each) => headline(suites, each)),
        ...[...missing, ...demanded].filter((each) => !first.includes(each)),
    ];
    const lacks = conclusion === 'inconclusive' && missing.length > 0;
    return { conclusion, reasons, ...(errorKind !== undefined && { errorKind }), ...(lacks && { lack: 'artifacts' }) };
}
/** How many suites ended so, and where not all did, which. */
function headline(suites, conclusion) {
    const names = suites.filter((suite) => suite.conclusion === conclusion).map(({ suite }) => (0,untrusted/* brief */.dh)(suite));
    const [only] = names;
    if (only === undefined)
        return [];
    if (suites.length === 1)
        return [`the suite ${only} ${endedAs(conclusion, 1)}`];
    if (names.length === suites.length)
        return [`all ${(0,count_words/* countOf */.pq)(names.length, 'suites')} ${endedAs(conclusion, names.length)}`];
    const share = `${names.length} of ${(0,count_words/* countOf */.pq)(suites.length, 'suites')}`;
    return [`${share} ${endedAs(conclusion, names.length)}: ${(0,count_words/* firstOf */.Ku)(names, MOST_NAMED)}`];
}
const MOST_NAMED = 3;
function endedAs(conclusion, suites) {
    return ENDED[conclusion].replace(/^were /, `${(0,count_words/* wasOrWere */.S1)(suites)} `).replace(/^are /, `${(0,count_words/* isOrAre */.Cj)(suites)} `);
}
//# sourceMappingURL=merge.js.map
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/artifact-step.js + 1 modules
var artifact_step = __webpack_require__(20895);
// EXTERNAL MODULE: ./build/artifact-tries.js
var artifact_tries = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/foreign-step.js
var foreign_step = __webpack_require__(759);
// EXTERNAL MODULE: ./build/harmless.js
var harmless = __webpack_require__(12261);
// EXTERNAL MODULE: ./build/redact.js + 2 modules
var redact = __webpack_require__(68472);
// EXTERNAL MODULE: ./build/temporary-folder.js
var temporary_folder = __webpack_require__(26788);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/wildcard.js
var wildcard = __webpack_require__(13340);
// EXTERNAL MODULE: ./build/workflow-run.js
var workflow_run = __webpack_require__(34959);
;// CONCATENATED MODULE: ./build/read-artifacts.js
/** The artifacts of other jobs of this workflow run, and what their steps said of themselves. */












const MIB = 1024 * 1024;
/** As many as the service lists of a run. */
const MOST_ARTIFACTS = 1000;
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
    const plainStore = await step.unlessOver(() => orTrouble('the artifact service cannot be used', tools, () => rim.artifactStore()));
    const store = (0,artifact_tries/* patientStore */.v)(plainStore, step, tools);
    const listed = await step.unlessOver(() => orTrouble('the artifacts of this run could not be listed', tools, () => store.list()));
    const chosen = choose(listed, pattern);
    log.say(`artifact-pattern matches ${chosen.length} of the ${(0,count_words/* countOf */.pq)(listed.length, 'artifacts')} of this run`);
    if (chosen.length <= MOST_ARTIFACTS)
        return readAll(chosen, store, step, tools, room);
    const fact = `artifact-pattern matches ${chosen.length} artifacts, and at most ${MOST_ARTIFACTS} are read`;
    throw (0,trouble/* lastingTrouble */.Ac)('config', `${fact}; give a narrower one`);
}
async function orTrouble(what, { log }, action) {
    try {
        return await action();
    }
    catch (thrown) {
        if (thrown instanceof wait/* Stopped */.C9)
            throw thrown;
        log.quote((0,trouble/* asTrouble */.S_)(thrown).facts.said ?? '');
        throw (0,trouble/* lastingTrouble */.Ac)('network', `${what}: ${(0,harmless/* causeOf */.r)(thrown) ?? 'see the log for the cause'}`);
    }
}
/** How the name of a page ends; with a number where that was taken by a try that broke off. */
const PAGE_ENDS = [/\.html$/, /-\d\.html$/];
/** Those of the name, without the pages that lie beside them: a page is called as its artifact is, with `.html`. */
function choose(listed, pattern) {
    const names = new Set(listed.map(({ name }) => name));
    const isPage = (name) => PAGE_ENDS.some((end) => end.test(name) && names.has(name.replace(end, '')));
    return listed.filter(({ name }) => (0,wildcard/* matchesWildcard */._)(name.normalize(), pattern.normalize()) && !isPage(name));
}
async function readAll(chosen, store, step, tools, room) {
    // Twice, since the disk may hang before and after the downloads.
    const inFolder = async (folder) => {
        const downloads = (0,p_limit/* default */.A)(AT_ONCE);
        const reading = { store, folder, memory: { left: room }, opening: (0,p_limit/* default */.A)(1), tools };
        try {
            return await step.unlessOver(() => downloads.map(chosen, (artifact) => readArtifact(artifact, reading)));
        }
        finally {
            downloads.clearQueue();
        }
    };
    return step.unlessOver(() => (0,temporary_folder/* inTemporaryFolder */.P)(tools.rim.temporary, 'agent-test-gate-artifacts-', inFolder));
}
/** An artifact that cannot be read is told of. Rejects with `Stopped` alone. */
async function readArtifact(artifact, reading) {
    const { name, url } = artifact;
    const page = { name, url };
    try {
        return { artifact: page, step: await storedStep(artifact, reading) };
    }
    catch (thrown) {
        if (thrown instanceof wait/* Stopped */.C9)
            throw thrown;
        if (thrown instanceof trouble/* Trouble */.qm)
            return { artifact: page, reason: thrown.message };
        reading.tools.log.quote((0,trouble/* asTrouble */.S_)(thrown).facts.said ?? '');
        return { artifact: page, reason: `it could not be downloaded: ${(0,harmless/* causeOf */.r)(thrown) ?? 'see the log for the cause'}` };
    }
}
/** Rejects with a `Trouble` that says why there is none, or with the error of the download. */
async function storedStep(artifact, reading) {
    // The artifact client prints the name as it is.
    if (/##\[|\p{Cc}/u.test(artifact.name))
        throw unread('its name could be taken for a command of the runner');
    if (artifact.size > artifact_step/* LARGEST_ARTIFACT */.o)
        throw unread(`it is larger than ${artifact_step/* LARGEST_ARTIFACT */.o / MIB} MiB`);
    return (0,temporary_folder/* inTemporaryFolder */.P)(reading.folder, 'one-', async (own) => {
        const file = await reading.store.download(artifact, own);
        return reading.opening(() => stepIn(file, reading));
    });
}
async function stepIn(file, { memory, tools }) {
    const stored = await (0,artifact_step/* readArtifactStep */.$)(file, memory);
    if (stored.state === 'unreadable')
        throw unread(stored.problem);
    return (0,foreign_step/* foreignStep */.r)(stored.outcome, (0,redact/* cleanerOf */.i)(tools.redactor), (0,workflow_run/* runPages */.Oh)(tools.rim.workflowRun));
}
function unread(reason) {
    return (0,trouble/* lastingTrouble */.Ac)('contract', reason);
}
//# sourceMappingURL=read-artifacts.js.map
// EXTERNAL MODULE: ./build/time-spans.js
var time_spans = __webpack_require__(94803);
;// CONCATENATED MODULE: ./build/report-mode.js
/** The mode `report`: one verdict for what other jobs of this workflow run found out. */






/** Reads the artifacts and merges them. Never rejects. */
async function reportStep(parsed, tools) {
    const { inputs } = parsed;
    const gate = describeReport(inputs);
    const plan = `report on artifacts, at most ${(0,time_spans/* roundedSpan */.eV)(inputs.timeoutMs)}; ${gate}`;
    const told = { ...NOTHING, mode: inputs.mode, gate, ...(0,ending/* whereTo */.VM)(inputs, tools) };
    return (0,build_frame/* framed */.Q)(parsed, { plan, told, whenStopped: 'before all artifacts were read' }, tools, async (step, making) => {
        await making;
        return tellOthers(inputs, step, tools);
    });
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
async function tellOthers(inputs, step, tools) {
    const { report, policy } = inputs;
    const read = await readArtifacts(report.pattern, step, tools);
    const wish = { expected: report.expected, mustPass: policy.mustPass, attempt: tools.rim.workflowRun.attempt };
    const { notes, notices, warnings, ...merged } = merge(read, wish);
    for (const note of notes)
        tools.log.say(note);
    for (const notice of notices)
        tools.log.notice(notice);
    for (const warning of warnings)
        tools.log.warn(warning);
    return compared(merged, inputs, step, tools);
}
/** The suites against this step's own baseline where one is asked for; else they keep that of their job. Changes no verdict. */
async function compared(told, inputs, step, tools) {
    if (inputs.baseline === undefined)
        return told;
    const { baseline: _, suites, ...others } = told;
    const { branch, tolerance } = inputs.baseline;
    const wanted = { provider: told.provider, suites: suites.map(({ suite }) => suite), branch };
    const { baselineOfStep } = await __webpack_require__.e(/* import() */ 88).then(__webpack_require__.bind(__webpack_require__, 53707));
    const found = await baselineOfStep(wanted, inputs, step.signal, tools);
    if (found.state === 'none')
        return { ...others, suites: suites.map(uncompared), noBaseline: found.why };
    const before = new Map(found.suites.map((each) => [each.suite, each]));
    const after = suites.map((suite) => {
        const comparison = suite.results && (0,build_comparison.compareSuite)(suite.results, before.get(suite.suite), tolerance);
        return typeof comparison === 'object' ? { ...suite, comparison } : uncompared(suite);
    });
    return { ...others, baseline: found.baseline, suites: after };
}
/** Without what its job found out against a baseline of its own. */
function uncompared({ comparison: _, ...suite }) {
    return suite;
}
//# sourceMappingURL=report-mode.js.map

/***/ })

};

