export const id = 116;
export const ids = [116];
export const modules = {

/***/ 94116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOn: () => (/* binding */ commentOn)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/results.js
var build_results = __webpack_require__(26878);
;// CONCATENATED MODULE: ./build/comment-mark.js
/** The line by which a comment of ours is known again, and by which it says what it tells. Pure. */


/** The mark of an outcome. */
function markOf(outcome, { workflow, job, step }) {
    const failing = outcome.suites.flatMap(({ suite, results }) => (results?.cases ?? []).filter(build_results/* isUnexcused */.vL).map(({ name, status }) => JSON.stringify([suite, name, status])));
    return {
        key: digest([workflow, job, String(outcome.origin?.index ?? 0), step]),
        conclusion: outcome.conclusion,
        failing: digest(failing.toSorted()),
    };
}
/** The first line of a comment: nobody sees it. */
function writeMark({ key, conclusion, failing }) {
    return `<!-- agent-test-gate key=${key} conclusion=${conclusion} failing=${failing} -->`;
}
/** The mark that a comment begins with. Anybody can write one, so the author has to be looked at too. */
function readMark(body) {
    const [, key = '', conclusion = '', failing = ''] = /^<!-- agent-test-gate key=([0-9a-f]{16}) conclusion=([a-z-]{1,20}) failing=([0-9a-f]{16}) -->/.exec(body) ?? [];
    return key === '' ? undefined : { key, conclusion, failing };
}
/** Whether both tell the same. */
function tellsTheSame(left, right) {
    return left.conclusion === right.conclusion && left.failing === right.failing;
}
function digest(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
//# sourceMappingURL=comment-mark.js.map
// EXTERNAL MODULE: ./build/modes.js
var modes = __webpack_require__(95104);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(73305);
;// CONCATENATED MODULE: ./build/pull-request.js
/** Which pull request a workflow run belongs to, by what triggered it. */

const PullNumber = schemas/* int */.Whr().check(api/* _positive */.NC());
const Repository = schemas/* object */.Ikc({ id: schemas/* number */.aig() });
/** Of a pull request, or of a review of one. */
const PullRequestEvent = schemas/* object */.Ikc({ pull_request: schemas/* object */.Ikc({ number: PullNumber }) });
/** Of a comment on a pull request, which is an issue too. */
const CommentEvent = schemas/* object */.Ikc({ issue: schemas/* object */.Ikc({ number: PullNumber, pull_request: schemas/* looseObject */._H3({}) }) });
/** Of a workflow that is over. The pull requests can be those of other repositories with the same commit. */
const WorkflowRunEvent = schemas/* object */.Ikc({
    repository: Repository,
    workflow_run: schemas/* object */.Ikc({
        head_sha: schemas/* string */.YjP(),
        head_branch: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        head_repository: schemas/* nullish */.cl6(schemas/* object */.Ikc({ owner: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) })),
        pull_requests: schemas/* array */.YOg(schemas/* object */.Ikc({ number: PullNumber, base: schemas/* object */.Ikc({ repo: Repository }) })),
    }),
});
/** `refs/heads/gh-readonly-queue/main/pr-123-…`: a group of several is called after the last of them. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d*)-[0-9a-f]{7,64}$/;
/** Looks for the pull request. Rejects with a `Trouble` where GitHub does. */
async function pullRequestOf(run, github) {
    const queued = run.event === 'merge_group' ? QUEUE.exec(run.ref)?.[1] : undefined;
    if (queued !== undefined)
        return found(Number(queued));
    const payload = await run.payload();
    const pull = PullRequestEvent.safeParse(payload);
    if (pull.success)
        return found(pull.data.pull_request.number);
    const comment = CommentEvent.safeParse(payload);
    if (comment.success)
        return found(comment.data.issue.number);
    const followed = run.event === 'workflow_run' ? WorkflowRunEvent.safeParse(payload) : undefined;
    if (followed?.success === true)
        return ofFollowedRun(followed.data, github);
    if (run.sha === '')
        return { state: 'none', why: 'the runner does not provide the commit of this run' };
    return ofCommit(run.sha, await github.pullRequestsOf(run.sha));
}
async function ofFollowedRun({ repository, workflow_run }, github) {
    const { head_sha: sha, head_branch: branch, head_repository: from, pull_requests: pulls } = workflow_run;
    const own = pulls.find(({ base }) => base.repo.id === repository.id);
    if (own !== undefined)
        return found(own.number);
    // GitHub names no pull request of a fork, neither here nor by its commit.
    const byCommit = ofCommit(sha, await github.pullRequestsOf(sha));
    if (byCommit.state === 'found' || branch == null || from == null)
        return byCommit;
    return ofCommit(sha, await github.openPullRequests(from.owner.login, branch));
}
/** Only one that is open and has nothing newer: what is merged is over, and what is newer has a run of its own. */
function ofCommit(sha, pulls) {
    const pull = pulls.find(({ isOpen, headSha }) => isOpen && headSha === sha);
    return pull === undefined
        ? { state: 'none', why: `no open pull request has ${sha.slice(0, 7)} as its newest commit` }
        : found(pull.number);
}
function found(number) {
    return { state: 'found', number };
}
//# sourceMappingURL=pull-request.js.map
// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/outcome.js
var build_outcome = __webpack_require__(97072);
// EXTERNAL MODULE: ./build/report/changes.js
var changes = __webpack_require__(84662);
// EXTERNAL MODULE: ./build/report/counts-table.js
var counts_table = __webpack_require__(16106);
// EXTERNAL MODULE: ./build/report/markup.js
var markup = __webpack_require__(29271);
// EXTERNAL MODULE: ./build/report/opening.js
var opening = __webpack_require__(82171);
// EXTERNAL MODULE: ./build/report/worst.js
var report_worst = __webpack_require__(57860);
;// CONCATENATED MODULE: ./build/report/comment.js
/** The comment on a pull request: what a reviewer has to know, and where the rest is, within what GitHub takes. */







/** GitHub takes 65,536 characters; the mark and a margin come on top of ours. */
const COMMENT_CHARACTERS = 65_000;
/** From what is wanted to what always fits. */
const EXTENTS = [
    { worst: 10, checks: 3, characters: 300, names: true, eachSuite: true },
    { worst: 10, checks: 1, characters: 120, names: true, eachSuite: true },
    { worst: 10, checks: 1, characters: 120, names: false, eachSuite: false },
    { worst: 0, checks: 0, characters: 0, names: false, eachSuite: false },
];
const OPENING = { heading: 'h3', nameCharacters: 120, reasonCharacters: 500, reasons: 5 };
/** The outcome as the Markdown of a comment, at most {@link COMMENT_CHARACTERS} long. `job` tells it from other comments. */
function comment(outcome, job, links) {
    const texts = EXTENTS.values().map((extent) => [...page(outcome, job, links, extent)].join('\n'));
    return texts.find((text) => text.length <= COMMENT_CHARACTERS) ?? [...closing(outcome, job, links)].join('\n');
}
function* page(outcome, job, links, extent) {
    yield* (0,opening/* opening */.z)(outcome, OPENING);
    yield* (0,changes/* changes */.A)(outcome, extent.names);
    yield* (0,counts_table/* countsTable */.P)(outcome, extent.eachSuite);
    yield* failures(outcome, extent);
    yield* closing(outcome, job, links);
}
function* failures(outcome, extent) {
    const worst = (0,report_worst/* worstOfAll */.uS)(outcome);
    const shown = worst.slice(0, extent.worst);
    if (shown.length === 0)
        return;
    const { failed, errored } = (0,build_outcome/* sumCounts */.W_)(outcome.suites);
    const all = Math.max(worst.length, failed + errored);
    yield* (0,markup/* blocks */.Bv)(`<h4>What failed${all > shown.length ? ` (${shown.length} of ${(0,count_words/* wholeNumber */.rD)(all)})` : ''}</h4>`);
    yield '<table>';
    yield (0,markup/* titleRow */.$)(['Case', 'Checked', 'Expected', 'Found'].map((markup) => ({ markup })));
    for (const each of shown)
        yield* caseRows(each, outcome.suites.length > 1, extent);
    yield '</table>';
    yield '';
}
function* caseRows({ suite, each }, apart, { checks, characters }) {
    const failing = (0,report_worst/* failingChecks */.oe)(each).slice(0, checks);
    const rows = failing.map(({ what, expected, found }) => [what, expected, found].map((text) => ({ markup: (0,markup/* foreign */.V$)(text, characters) })));
    if (rows.length === 0)
        rows.push([{ markup: reason(each, characters), columns: 3 }]);
    const sign = each.status === 'error' ? '⚠️' : '❌';
    const where = apart ? `<br>in ${(0,markup/* foreign */.V$)(suite, 120)}` : '';
    const name = { markup: `${sign} ${(0,markup/* foreign */.V$)(each.name, characters)}${where}`, rows: rows.length };
    for (const [index, cells] of rows.entries())
        yield (0,markup/* row */.nM)(index === 0 ? [name, ...cells] : cells);
}
function reason({ message }, characters) {
    return message === undefined ? markup/* NO_REASON */.je : (0,markup/* foreign */.V$)(message, characters);
}
function* closing({ provider }, job, links) {
    const told = [
        (0,markup/* link */.nf)('Workflow run', links.runUrl),
        ...(0,opening/* reportLinks */.A)(links),
        ...(provider === '' ? [] : [`Provider ${(0,markup/* foreign */.V$)(provider, 120)}`]),
        ...(job === '' ? [] : [`Job ${(0,markup/* foreign */.V$)(job, 120)}`]),
    ];
    yield* (0,markup/* blocks */.Bv)(`<p><sub>${told.join(' · ')}</sub></p>`);
}
//# sourceMappingURL=comment.js.map
// EXTERNAL MODULE: ./build/sentences.js
var sentences = __webpack_require__(21022);
// EXTERNAL MODULE: ./build/time-limit.js
var time_limit = __webpack_require__(52553);
// EXTERNAL MODULE: ./build/time-spans.js
var time_spans = __webpack_require__(94803);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: ./build/verdict.js
var verdict = __webpack_require__(10617);
// EXTERNAL MODULE: ./build/workflow-run.js
var workflow_run = __webpack_require__(34959);
;// CONCATENATED MODULE: ./build/comment.js
/** The comment on the pull request: one for each workflow, job and step, which later runs update. */











/** How long commenting may take, in milliseconds, where the deadline does not come first; after it not much. */
const LIMIT = { usual: 30_000, late: 700 };
/** Writes, updates or leaves the comment. Never rejects: what fails is told as a warning and changes nothing. */
async function commentOn(outcome, wish, links, { rim, log, deadline }) {
    if (wish.mode === 'off' || !(0,modes/* findsOut */.xG)(outcome.mode))
        return;
    if (outcome.conclusion === 'cancelled' || rim.cancelled.aborted)
        return;
    const limit = (0,time_limit/* timeFor */.tn)(LIMIT, deadline, rim.clock);
    const why = () => (rim.cancelled.aborted ? 'the workflow was cancelled' : `GitHub did not answer in ${(0,time_spans/* timeSpan */.wL)(limit)}`);
    try {
        await (0,time_limit/* within */.ux)({ clock: rim.clock, ms: limit, signal: rim.cancelled, why }, async (signal) => {
            if (wish.token === undefined)
                throw (0,trouble/* lastingTrouble */.Ac)('config', 'github-token is empty');
            const github = await rim.github({ token: wish.token, signal, deadline: rim.clock.now() + limit });
            const pull = await pullRequestOf(rim.workflowRun, github);
            if (pull.state === 'none')
                return log.say(`comment: ${pull.why}, so there is nothing to comment on`);
            const told = await tell(pull.number, outcome, wish.mode, links, github, rim);
            log.say(`comment: ${told}`);
        });
    }
    catch (thrown) {
        warn((0,trouble/* asTrouble */.S_)(thrown), log);
    }
}
/** The lines that the workflow file needs stand in the log as they are to be written. */
function warn({ message, facts }, log) {
    const [, lines] = (0,sentences/* sentenceAndLines */.k$)(message);
    const readOnly = facts.status === 403 ? '; the token of a pull request from a fork or from Dependabot can only read' : '';
    log.warn(`comment: it could not be written; the verdict stands: ${(0,sentences/* inOneLine */.UX)(message)}${readOnly}`, lines === '' ? facts.said : lines);
}
async function tell(number, outcome, mode, links, github, { workflowRun }) {
    const one = `the one on pull request #${number}`;
    const mark = markOf(outcome, workflowRun);
    const before = await findOurs(github, number, mark.key);
    if (!isWanted(mode, outcome, mark, before && readMark(before.body)))
        return before === undefined ? `pull request #${number} needs none` : `${one} stays as it is`;
    const body = `${writeMark(mark)}\n\n${comment(outcome, workflowRun.job, { ...links, runUrl: (0,workflow_run/* runPage */.fL)(workflowRun) })}`;
    if (before !== undefined) {
        await github.updateComment(before.id, body);
        return `${one} was updated`;
    }
    await create(github, number, body, mark);
    return `${one} was written`;
}
/** Where the answer is lost, the comment can be there nevertheless; a second one would stay for ever. */
async function create(github, number, body, mark) {
    try {
        await github.createComment(number, body);
    }
    catch (thrown) {
        const { facts } = (0,trouble/* asTrouble */.S_)(thrown);
        const mayBeThere = facts.unheard !== true && (facts.status === undefined || facts.status >= 500);
        if (!mayBeThere || (await findOurs(github, number, mark.key)) === undefined)
            throw thrown;
    }
}
/** The comment of this step, if it has one: by its mark, which a stranger can copy, and by its author, whom nobody can. */
async function findOurs(github, number, key) {
    let user;
    for await (const each of github.comments(number)) {
        if (readMark(each.body)?.key !== key)
            continue;
        user ??= github.userId();
        const id = await user;
        if (id === undefined ? each.isByApp : each.authorId === id)
            return each;
    }
    return undefined;
}
/** Whether the comment has something to tell. Without one to compare with, the baseline is what was known before. */
function isWanted(mode, outcome, now, before) {
    if (mode === 'always')
        return true;
    if (mode === 'failures')
        return !(0,verdict/* isGreen */.gf)(outcome) || (before !== undefined && !tellsTheSame(before, now));
    if (before !== undefined)
        return !tellsTheSame(before, now);
    return outcome.baseline === undefined ? !(0,verdict/* isGreen */.gf)(outcome) : differsFromBaseline(outcome);
}
function differsFromBaseline({ conclusion, suites }) {
    if (conclusion !== 'passed' && conclusion !== 'failed')
        return true;
    return suites.some(({ comparison, results }) => {
        if (comparison === undefined)
            return conclusion === 'failed';
        const failing = new Set(results?.cases.filter(build_results/* isUnexcused */.vL).map(({ name }) => name));
        const changed = comparison.regressions.length + comparison.fixed.length;
        return changed > 0 || comparison.added.some((name) => failing.has(name));
    });
}
//# sourceMappingURL=comment.js.map

/***/ })

};

