export const id = 707;
export const ids = [707,88];
export const modules = {

/***/ 53707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  baselineOfStep: () => (/* binding */ baselineOfStep)
});

// UNUSED EXPORTS: baselineFor

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/artifact-step.js + 1 modules
var artifact_step = __webpack_require__(20895);
// EXTERNAL MODULE: ./build/foreign-step.js
var foreign_step = __webpack_require__(759);
// EXTERNAL MODULE: ./build/stored-step.js
var stored_step = __webpack_require__(3688);
;// CONCATENATED MODULE: ./build/earlier-steps.js
/** This very step in an earlier workflow run: which artifact is its, and what it came to. */




/** Of one step there are more only where a job has several steps that upload. */
const MOST_CANDIDATES = 3;
/** Of all conclusions these alone say what the cases came to. */
const JUDGED = ['passed', 'failed'];
/** Looks for the step in a run. Rejects with a `Trouble` where GitHub does. */
async function earlierStep(run, wanted, reader) {
    const name = wanted.artifactName ?? defaultName(wanted.origin);
    const candidates = candidatesOf(await reader.github.artifactsOf(run.id), name, wanted.origin);
    let other = none(`has no artifact like ${name}`);
    for (const artifact of candidates.slice(0, MOST_CANDIDATES)) {
        const found = await read(artifact, wanted, reader);
        if (found.state === 'found' && isSameStep(found.outcome, wanted))
            return found;
        if (other.state === 'none')
            other = found;
    }
    return other;
}
/**
 * The artifacts of the step by their names, those of the newest attempt first. A name that was taken has got a number at its
 * end, and the default name ends with the attempt.
 */
function candidatesOf(artifacts, name, origin) {
    const ending = `-${origin?.attempt ?? 1}`;
    const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : undefined;
    const isDefault = name === defaultName(origin);
    const ranked = artifacts.flatMap((artifact) => {
        const [attempt, number] = stem === undefined ? [] : numbersAfter(stem, artifact.name);
        const [again] = artifact.name === name ? [1] : numbersAfter(name, artifact.name);
        if (!isDefault && again !== undefined)
            return [{ artifact, attempt: Number.POSITIVE_INFINITY, number: again }];
        return attempt === undefined ? [] : [{ artifact, attempt, number: number ?? 1 }];
    });
    ranked.sort((left, right) => right.attempt - left.attempt || left.number - right.number);
    return ranked.filter(({ attempt }) => !isDefault || attempt === ranked[0]?.attempt).map(({ artifact }) => artifact);
}
function defaultName(origin) {
    return origin === undefined ? 'agent-test-gate' : `agent-test-gate-${origin.job}-${origin.index}-${origin.attempt}`;
}
/** The one or two numbers that a name ends with after the stem: `7` and `2` of `stem-7-2`. */
function numbersAfter(stem, name) {
    const rest = name.startsWith(`${stem}-`) ? name.slice(stem.length + 1) : '';
    return /^\d{1,6}(-\d{1,6})?$/.test(rest) ? rest.split('-').map(Number) : [];
}
async function read({ id, name, size }, wanted, reader) {
    if (size > artifact_step/* LARGEST_ARTIFACT */.o)
        return none(`has an artifact ${name} that is too large`);
    if (reader.downloads < 1)
        return none('was not examined, since others could not be used');
    reader.downloads -= 1;
    const file = (0,external_node_path_.join)(reader.folder, `${id}.zip`);
    await reader.github.downloadArtifact(id, file);
    const stored = await (0,artifact_step/* readArtifactStep */.$)(file, { left: stored_step/* LARGEST_STORED_STEP */.O });
    if (stored.state === 'unreadable')
        return none(`has an artifact ${name} that cannot be used: ${stored.problem}`);
    const problem = misfit(stored.outcome, wanted);
    return problem === undefined ? { state: 'found', outcome: shown(stored.outcome, wanted, reader) } : none(problem);
}
/** The step as it can be told; a suite of ours keeps the name by which it is looked for. */
function shown(outcome, wanted, { change }) {
    const { suites } = (0,foreign_step/* foreignStep */.r)(outcome, change, '');
    const ours = new Set(wanted.suites);
    const named = suites.map((each, index) => {
        const stored = outcome.suites[index]?.suite ?? each.suite;
        return ours.has(stored) ? { ...each, suite: stored } : each;
    });
    return { ...outcome, suites: named };
}
/** Why a step is no measure for this one. */
function misfit({ provider, conclusion, origin, suites }, wanted) {
    if (provider !== wanted.provider)
        return 'tested with another provider';
    if (origin !== undefined && wanted.origin !== undefined && !isSameJob(origin, wanted.origin))
        return 'has it only from another job';
    if (!JUDGED.includes(conclusion))
        return `ended as ${conclusion}, which judges no case`;
    const judged = suites.filter(({ results }) => results !== undefined);
    return judged.some(({ suite }) => wanted.suites.includes(suite)) ? undefined : 'tested other suites';
}
function isSameJob(left, right) {
    return left.job === right.job && left.index === right.index;
}
function isSameStep({ origin }, wanted) {
    return origin === undefined || wanted.origin === undefined || origin.step === wanted.origin.step;
}
function none(reason) {
    return { state: 'none', reason };
}
//# sourceMappingURL=earlier-steps.js.map
// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(97072);
// EXTERNAL MODULE: ./build/redact.js + 2 modules
var redact = __webpack_require__(68472);
// EXTERNAL MODULE: ./build/temporary-folder.js
var temporary_folder = __webpack_require__(26788);
// EXTERNAL MODULE: ./build/time-limit.js
var time_limit = __webpack_require__(52553);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/workflow-run.js
var workflow_run = __webpack_require__(34959);
;// CONCATENATED MODULE: ./build/baseline.js
/** What to compare with: this step in the newest finished run of this workflow on a branch, and the runs before it. */








/** Nothing new is asked of GitHub after so long, and everything ends after the second, in milliseconds. */
const PATIENCE = { asking: 30_000, all: 60_000 };
/** Runs that are asked for: those that cannot be used are among them. */
const RUNS_LISTED = 50;
const RUNS_TRIED = 20;
const MOST_DOWNLOADS = 10;
const TREND_POINTS = 20;
/**
 * What triggers a run on a branch only for those who may write to it, or to its workflow. Of pull requests and comments, and
 * of workflows that follow others, a run can be on the branch and yet have tested what a stranger wrote.
 */
const OWN_EVENTS = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
/** Runs that ended so have told nothing. */
const EMPTY_ENDS = ['cancelled', 'skipped', 'action_required', 'startup_failure'];
/**
 * Looks for the baseline, for at most a minute, and until the signal aborts. Never rejects. Where a permission is missing, the
 * lines that the workflow file needs stand below the sentence. Every text of it is changed by `change`, such as redacted, as those
 * are with which it is compared.
 */
async function baselineFor(wish, rim, signal, change) {
    const limit = { clock: rim.clock, ms: PATIENCE.all, signal, why: () => whyLate(signal) };
    try {
        return await (0,time_limit/* within */.ux)(limit, (late) => look(wish, rim, late, change));
    }
    catch (thrown) {
        return baseline_none(`there is no baseline: ${(0,trouble/* asTrouble */.S_)(thrown).message}`);
    }
}
function whyLate(signal) {
    return signal.aborted ? 'the step ended before it was found' : 'GitHub did not answer in time';
}
/** The same for the step of these inputs. */
function baselineOfStep(wanted, { artifact, jobIndex, githubToken: token }, signal, { rim, redactor }) {
    const wish = { ...wanted, artifactName: artifact?.name, origin: (0,workflow_run/* originOf */.yv)(rim.workflowRun, jobIndex), token };
    return baselineFor(wish, rim, signal, (0,redact/* cleanerOf */.i)(redactor));
}
async function look(wish, rim, signal, change) {
    const { token, branch } = wish;
    const { workflowRun } = rim;
    if (token === undefined)
        return baseline_none('there is no baseline: without github-token nothing can be looked up');
    const file = (0,workflow_run/* workflowFile */.EY)(workflowRun);
    if (file === undefined)
        return baseline_none('there is no baseline: the workflow is not in this repository, so its runs cannot be told apart');
    const github = await rim.github({ token, signal, deadline: rim.clock.now() + PATIENCE.asking });
    const listed = await github.newestRuns(file, branch, RUNS_LISTED);
    const usable = listed.filter((run) => isUsable(run, branch, workflowRun)).slice(0, RUNS_TRIED);
    if (usable.length === 0)
        return baseline_none(noRun(file, branch, listed.length));
    return (0,temporary_folder/* inTemporaryFolder */.P)(rim.temporary, 'agent-test-gate-baseline-', (folder) => search(usable, { wish, reader: { github, folder, downloads: MOST_DOWNLOADS, change }, workflowRun }));
}
function isUsable(run, branch, { id }) {
    if (String(run.id) === id || run.branch !== branch || EMPTY_ENDS.includes(run.conclusion))
        return false;
    return run.isOwn && OWN_EVENTS.includes(run.event);
}
function noRun(file, branch, listed) {
    const start = `there is no baseline yet: ${file} has no finished run on ${branch}`;
    return listed === 0 ? start : `${start} that was triggered by ${OWN_EVENTS.join(', ')}`;
}
async function search(runs, about) {
    const { wish, reader } = about;
    let newest;
    for (const [index, run] of runs.entries()) {
        const found = await earlierStep(run, wish, reader);
        if (found.state === 'found') {
            const trend = await trendUntil(found.outcome, run, runs.slice(index + 1), about);
            return { state: 'found', baseline: { branch: wish.branch, runUrl: run.url, trend }, suites: found.outcome.suites };
        }
        newest ??= `the newest, ${run.url}, ${found.reason}`;
        if (reader.downloads === 0)
            break;
    }
    return baseline_none(`there is no baseline yet: no finished run on ${wish.branch} can be used, of ${runs.length}; ${newest}`);
}
/**
 * The runs of the branch up to the baseline. Where those were compared with the branch too, the baseline knows them already;
 * else a few are looked up, as far as GitHub gives them.
 */
async function trendUntil(outcome, run, older, about) {
    const { wish, workflowRun } = about;
    const stored = outcome.baseline?.branch === wish.branch ? outcome.baseline.trend : [];
    const known = stored.filter(({ runUrl }) => (0,foreign_step/* isRunPage */.Z)(runUrl, (0,workflow_run/* runPages */.Oh)(workflowRun)) && runUrl !== run.url);
    const before = known.length > 0 ? known : await pointsOf(older.slice(0, MOST_DOWNLOADS), about);
    const ordered = before.toSorted((left, right) => left.finishedAt - right.finishedAt);
    return [...ordered, pointOf(outcome, run)].slice(-TREND_POINTS);
}
async function pointsOf(runs, { wish, reader }) {
    const points = [];
    try {
        for (const run of runs) {
            if (reader.downloads === 0)
                break;
            const found = await earlierStep(run, wish, reader);
            if (found.state === 'found')
                points.push(pointOf(found.outcome, run));
        }
    }
    catch {
        // A trend with fewer points is better than none, and the baseline itself is known.
    }
    return points;
}
function pointOf({ finishedAt, suites }, { url }) {
    const rate = (0,outcome/* passRateOf */.FJ)(suites);
    return { finishedAt, runUrl: url, ...(rate !== undefined && { passRate: rate }), metrics: (0,outcome/* worstMetrics */.R)(suites) };
}
function baseline_none(why) {
    return { state: 'none', why };
}
//# sourceMappingURL=baseline.js.map

/***/ })

};

