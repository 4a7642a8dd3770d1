export const id = 91;
export const ids = [91];
export const modules = {

/***/ 59091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 19 modules
var utils = __webpack_require__(85555);
// EXTERNAL MODULE: ./build/answer.js
var build_answer = __webpack_require__(63412);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(55395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(73305);
;// CONCATENATED MODULE: ./build/github-answers.js
/** What GitHub's API answers, as far as it is used: https://docs.github.com/en/rest. Each shape gives the plain value of `rim.ts`. */

const Id = schemas/* int */.Whr().check(api/* _positive */.NC());
const Repository = schemas/* object */.Ikc({ id: Id });
/** Workflow runs that are over; one whose fork is gone came from it nevertheless. */
const Runs = schemas/* pipe */.FsL(schemas/* object */.Ikc({
    workflow_runs: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: Id,
        html_url: schemas/* string */.YjP(),
        event: schemas/* string */.YjP(),
        conclusion: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        head_branch: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        repository: Repository,
        head_repository: schemas/* nullish */.cl6(Repository),
    })),
}), schemas/* transform */.pdi(({ workflow_runs }) => workflow_runs.map(({ id, html_url, event, conclusion, head_branch, repository, head_repository }) => ({
    id,
    url: html_url,
    event,
    conclusion: conclusion ?? '',
    branch: head_branch ?? '',
    isOwn: head_repository?.id === repository.id,
}))));
/** Artifacts of a run, without those that are expired. */
const Artifacts = schemas/* pipe */.FsL(schemas/* object */.Ikc({
    artifacts: schemas/* array */.YOg(schemas/* object */.Ikc({ id: Id, name: schemas/* string */.YjP(), size_in_bytes: schemas/* number */.aig(), expired: schemas/* boolean */.zMY() })),
}), schemas/* transform */.pdi(({ artifacts }) => artifacts.flatMap(({ id, name, size_in_bytes, expired }) => (expired ? [] : [{ id, name, size: size_in_bytes }]))));
/** Comments. Only an app acting as itself has an account of type `Bot`, which nobody can sign up for. */
const Comments = schemas/* pipe */.FsL(schemas/* array */.YOg(schemas/* object */.Ikc({ id: Id, body: schemas/* nullish */.cl6(schemas/* string */.YjP()), user: schemas/* nullish */.cl6(schemas/* object */.Ikc({ id: Id, type: schemas/* optional */.lqM(schemas/* string */.YjP()) })) })), schemas/* transform */.pdi((comments) => comments.map(({ id, body, user }) => ({ id, body: body ?? '', authorId: user?.id, isByApp: user?.type === 'Bot' }))));
/** Pull requests. */
const PullRequests = schemas/* pipe */.FsL(schemas/* array */.YOg(schemas/* object */.Ikc({ number: Id, state: schemas/* string */.YjP(), head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) })), schemas/* transform */.pdi((pulls) => pulls.map(({ number, state, head }) => ({ number, isOpen: state === 'open', headSha: head.sha }))));
/** The account of a token. */
const Account = schemas/* object */.Ikc({ id: Id });
/** For answers of which nothing is used. */
const Anything = schemas/* unknown */.L5J();
//# sourceMappingURL=github-answers.js.map
// EXTERNAL MODULE: ./build/retry-after.js
var retry_after = __webpack_require__(81033);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
;// CONCATENATED MODULE: ./build/github-calls.js
/** The calls to GitHub's API: their names for messages, their addresses, and what their refusals mean. Pure. */



const REPOSITORY = '/repos/{owner}/{repo}';
const READ_RUNS = ['actions: read'];
const WRITE_COMMENTS = ['pull-requests: write'];
/** Whoever looks for a pull request is going to comment on it. */
const FIND_PULLS = ['contents: read', ...WRITE_COMMENTS];
/** All calls that are made. */
const CALLS = {
    runs: {
        name: 'the list of workflow runs',
        method: 'GET',
        template: `${REPOSITORY}/actions/workflows/{workflow_id}/runs`,
        permissions: READ_RUNS,
    },
    artifacts: {
        name: 'the list of artifacts',
        method: 'GET',
        template: `${REPOSITORY}/actions/runs/{run_id}/artifacts`,
        permissions: READ_RUNS,
    },
    archive: {
        name: 'the artifact',
        method: 'GET',
        template: `${REPOSITORY}/actions/artifacts/{artifact_id}/zip`,
        permissions: READ_RUNS,
    },
    comments: {
        name: 'the list of comments',
        method: 'GET',
        template: `${REPOSITORY}/issues/{issue_number}/comments`,
        permissions: WRITE_COMMENTS,
    },
    createComment: {
        name: 'a new comment',
        method: 'POST',
        template: `${REPOSITORY}/issues/{issue_number}/comments`,
        permissions: WRITE_COMMENTS,
    },
    updateComment: {
        name: 'the change of a comment',
        method: 'PATCH',
        template: `${REPOSITORY}/issues/comments/{comment_id}`,
        permissions: WRITE_COMMENTS,
    },
    account: { name: 'the account of the token', method: 'GET', template: '/user', permissions: [] },
    pullRequestsOf: {
        name: 'the pull requests of a commit',
        method: 'GET',
        template: `${REPOSITORY}/commits/{commit_sha}/pulls`,
        permissions: FIND_PULLS,
    },
    openPullRequests: {
        name: 'the list of pull requests',
        method: 'GET',
        template: `${REPOSITORY}/pulls`,
        permissions: FIND_PULLS,
    },
};
/**
 * What an answer that is no success means. GitHub says 403 or 404 where a permission is missing: the message then ends with
 * the lines that the workflow file needs.
 */
function githubRefusal(call, url, answer) {
    const asked = { ...call, url };
    const limit = limitedFor(answer);
    if (limit !== undefined) {
        const message = `${(0,build_answer/* place */.ik)(asked)} answered HTTP ${answer.status}: GitHub's rate limit for this token is used up`;
        return new trouble/* Trouble */.qm(message, { kind: 'rate-limit', persistence: 'passing', unheard: true, retryAfterMs: limit });
    }
    if (answer.status === 401)
        return (0,build_answer/* refusal */.x5)(asked, answer, 'the token in github-token is not or no longer valid');
    if (answer.status !== 403 && answer.status !== 404)
        return (0,build_answer/* refusal */.x5)(asked, answer);
    const { message, facts } = (0,build_answer/* refusal */.x5)(asked, answer, permissionLines(call));
    return new trouble/* Trouble */.qm(message, { ...facts, persistence: 'lasting' });
}
/** How the message on a missing permission ends. */
function permissionLines({ permissions }) {
    if (permissions.length === 0)
        return 'the token is not allowed to ask for that';
    const lines = ['permissions:', ...permissions.map((permission) => `  ${permission}`)];
    return ['it is not there, or the token may not do that; add to the job in the workflow file', ...lines].join('\n');
}
/** How long a rate limit asks us to wait, in milliseconds; undefined when it is none that refused the request. */
function limitedFor({ status, headers, at }) {
    if (status !== 403 && status !== 429)
        return undefined;
    const asked = (0,retry_after/* retryAfter */.P)(headers['retry-after'], at);
    if (asked !== undefined)
        return asked;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0')
        return Number.isFinite(reset) ? Math.max(0, reset * 1000 - at) : LONG;
    return status === 429 ? LONG : undefined;
}
/** GitHub asks for a minute where it does not say how long. */
const LONG = 60_000;
//# sourceMappingURL=github-calls.js.map
// EXTERNAL MODULE: ./build/http.js + 4 modules
var http = __webpack_require__(37457);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/github.js







/** Tries of one call, the first one included. */
const MOST_TRIES = 4;
const GAPS = { gapMs: 1000, longestGapMs: 5000 };
/** The most items that GitHub gives at once. */
const PAGE = 100;
const MOST_PAGES = 50;
/** GitHub's API by that token. Throws a `Trouble` when the runner does not say which repository it is about. */
function connectGitHub(access, outside) {
    const line = lineOf(access, outside);
    return {
        async newestRuns(workflow, branch, most) {
            const wanted = { workflow_id: workflow, branch, status: 'completed', per_page: most, exclude_pull_requests: true };
            return (await ask(line, CALLS.runs, wanted, Runs)).value;
        },
        artifactsOf: (runId) => gathered(items(line, CALLS.artifacts, { run_id: runId }, Artifacts)),
        downloadArtifact: (id, to) => download(line, id, to),
        comments: (number) => items(line, CALLS.comments, { issue_number: number }, Comments),
        async createComment(number, body) {
            await ask(line, CALLS.createComment, { issue_number: number, body }, Anything);
        },
        async updateComment(id, body) {
            await ask(line, CALLS.updateComment, { comment_id: id, body }, Anything);
        },
        userId: () => userId(line),
        async pullRequestsOf(sha) {
            return (await ask(line, CALLS.pullRequestsOf, { commit_sha: sha, per_page: PAGE }, PullRequests)).value;
        },
        async openPullRequests(owner, branch) {
            const wanted = { head: `${owner}:${branch}`, state: 'open', per_page: PAGE };
            return (await ask(line, CALLS.openPullRequests, wanted, PullRequests)).value;
        },
    };
}
function lineOf({ token, signal, deadline }, { clock, random, version, workflowRun }) {
    const [owner = '', repo = ''] = workflowRun.repository.split('/');
    const api = URL.parse(workflowRun.apiUrl);
    if (api === null || owner === '' || repo === '')
        throw (0,trouble/* lastingTrouble */.Ac)('config', "the runner does not tell the repository and the address of GitHub's API");
    const userAgent = `agent-test-gate/${version}`;
    return {
        client: new utils/* GitHub */.gq((0,utils/* getOctokitOptions */.EG)(token, { baseUrl: api.href.replace(/\/$/, ''), userAgent })),
        door: (0,http/* createDoor */.b)({ clock, userAgent, downloadHosts: [], signal: () => signal, over: signal }),
        step: { clock, random, signal, deadline, ...GAPS },
        token,
        api,
        about: { owner, repo },
    };
}
/** All items of a list, page by page, each page when it is wanted. */
async function* items(line, call, wanted, shape) {
    for (let page = 1; page <= MOST_PAGES; page++) {
        const { value, hasMore } = await ask(line, call, { ...wanted, per_page: PAGE, page }, shape);
        yield* value;
        if (!hasMore)
            return;
    }
}
async function gathered(source) {
    const all = [];
    for await (const item of source)
        all.push(item);
    return all;
}
async function ask({ client, door, step, api, about }, call, wanted, shape) {
    const request = { fetch: transport(door, call), log: QUIET };
    // What the path has no place for would become a query.
    const parameters = { ...(call.template.startsWith('/repos/') && about), ...wanted, request };
    return patiently(step, call, async () => {
        const { data, headers } = await client.request(`${call.method} ${call.template}`, parameters);
        const parsed = shape.safeParse(data);
        if (!parsed.success)
            throw wrongShape({ ...call, url: api }, parsed.error);
        return { value: parsed.data, hasMore: /\brel="next"/.test(headers.link ?? '') };
    });
}
/** The client would print what GitHub says of old forms. */
const QUIET = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** The client's `fetch`: one request through our door. Rejects with a `Trouble`, also for every answer that is no success. */
function transport(door, call) {
    return async (address, { headers, body }) => {
        const url = new URL(address);
        const answer = await door.ask({ ...call, url, headers, ...(body !== undefined && { body }) });
        if (!(0,build_answer/* isSuccess */.oJ)(answer))
            throw githubRefusal(call, url, answer);
        const text = new TextDecoder().decode(answer.body);
        return new Response(text === '' ? null : text, { status: answer.status, headers: plainHeaders(answer.headers) });
    };
}
function plainHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
function wrongShape(call, { issues }) {
    const field = issues[0]?.path.join('.') || 'the whole answer';
    return new trouble/* Trouble */.qm(`${(0,build_answer/* place */.ik)(call)} answered in a shape that is not documented (${field})`, {
        kind: 'contract',
        persistence: 'shape',
    });
}
async function download({ client, door, step, token, api, about }, id, to) {
    const call = CALLS.archive;
    const { url: link } = client.request.endpoint(`${call.method} ${call.template}`, { ...about, artifact_id: id });
    const headers = { authorization: `token ${token}`, accept: 'application/vnd.github+json' };
    await patiently(step, call, () => door.download({ name: call.name, link, home: api, trustsRedirects: true, headers, to }));
}
async function userId(line) {
    try {
        return (await ask(line, CALLS.account, {}, Account)).value.id;
    }
    catch (thrown) {
        const { facts } = (0,trouble/* asTrouble */.S_)(thrown);
        if (facts.status === 403 || facts.status === 404)
            return undefined;
        throw thrown;
    }
}
/** Tries again where that can help, within the time that is left. */
async function patiently(step, call, action) {
    let tries = 0;
    let last;
    const once = async () => {
        tries += 1;
        try {
            return { value: await action() };
        }
        catch (thrown) {
            if (step.signal.aborted)
                throw thrown;
            last = troubleOf(thrown);
            throw tries < MOST_TRIES && isWorthATry(last, call, step)
                ? last
                : new trouble/* Trouble */.qm(last.message, { ...last.facts, persistence: 'lasting' });
        }
    };
    try {
        if (step.clock.now() >= step.deadline)
            throw new wait/* Stopped */.C('timed-out');
        return await (0,wait/* attempt */.j)(step, once);
    }
    catch (thrown) {
        if (thrown instanceof wait/* Stopped */.C)
            throw last ?? (0,trouble/* lastingTrouble */.Ac)('network', `${call.name}: GitHub did not answer in time`);
        throw thrown;
    }
}
/** The client wraps what its `fetch` rejects with. */
function troubleOf(thrown) {
    const isWrapped = typeof thrown === 'object' && thrown !== null && 'cause' in thrown;
    return (0,trouble/* asTrouble */.S_)(isWrapped && thrown.cause instanceof trouble/* Trouble */.qm ? thrown.cause : thrown);
}
/** A comment whose answer was lost may have been written. */
function isWorthATry({ facts }, { method }, { clock, deadline }) {
    if (method === 'POST' && facts.unheard !== true)
        return false;
    return facts.persistence !== 'missing' && clock.now() + (facts.retryAfterMs ?? 0) < deadline;
}
//# sourceMappingURL=github.js.map

/***/ })

};

