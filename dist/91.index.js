export const id = 91;
export const ids = [91];
export const modules = {

/***/ 94794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   z: () => (/* binding */ DISK_CODES)
/* harmony export */ });
/** What Node calls an error. */
/** The codes of the troubles of a disk. */
const DISK_CODES = new Set([
    ...['EACCES', 'EDQUOT', 'EEXIST', 'EIO', 'EISDIR', 'EMFILE', 'ENAMETOOLONG', 'ENFILE', 'ENOENT'],
    ...['ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'],
]);
/** The code of an error, such as `ENOENT`. Read by the shape and not by the class: it can come from another realm. */
function codeOf(thrown) {
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
//# sourceMappingURL=error-code.js.map

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
// EXTERNAL MODULE: ./build/few-tries.js
var few_tries = __webpack_require__(76858);
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
/** GitHub redirects from the old name of a repository to its new one. */
const REDIRECT_REMEDY = 'the repository may have been renamed; start the workflow again';
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
        return (0,build_answer/* refusal */.x5)(asked, answer, 'the token in github-token is invalid or has expired');
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
// EXTERNAL MODULE: ./build/http.js
var http = __webpack_require__(85334);
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
    const connection = connectionOf(access, outside);
    return {
        async newestRuns(workflow, branch, most) {
            const wanted = { workflow_id: workflow, branch, status: 'completed', per_page: most, exclude_pull_requests: true };
            return (await ask(connection, CALLS.runs, wanted, Runs)).value;
        },
        artifactsOf: (runId) => gathered(items(connection, CALLS.artifacts, { run_id: runId }, Artifacts)),
        downloadArtifact: (id, to) => download(connection, id, to),
        comments: (number) => items(connection, CALLS.comments, { issue_number: number }, Comments),
        async createComment(number, body) {
            await ask(connection, CALLS.createComment, { issue_number: number, body }, Anything);
        },
        async updateComment(id, body) {
            await ask(connection, CALLS.updateComment, { comment_id: id, body }, Anything);
        },
        userId: () => userId(connection),
        async pullRequestsOf(sha) {
            return (await ask(connection, CALLS.pullRequestsOf, { commit_sha: sha, per_page: PAGE }, PullRequests)).value;
        },
        async openPullRequests(owner, branch) {
            const wanted = { head: `${owner}:${branch}`, state: 'open', per_page: PAGE };
            return (await ask(connection, CALLS.openPullRequests, wanted, PullRequests)).value;
        },
    };
}
function connectionOf({ token, signal, deadline }, { clock, random, version, workflowRun }) {
    const [owner = '', repo = ''] = workflowRun.repository.split('/');
    const api = URL.parse(workflowRun.apiUrl);
    if (api === null || owner === '' || repo === '')
        throw (0,trouble/* lastingTrouble */.Ac)('config', "the runner does not provide the repository and the address of GitHub's API");
    const userAgent = `agent-test-gate/${version}`;
    return {
        client: new utils/* GitHub */.gq((0,utils/* getOctokitOptions */.EG)(token, { baseUrl: api.href.replace(/\/$/, ''), userAgent })),
        door: (0,http/* createDoor */.b)({ clock, userAgent, downloadHosts: [], signal: () => signal, over: signal }),
        step: { clock, random, signal, deadline, ...GAPS },
        token,
        api,
        repository: { owner, repo },
    };
}
/** All items of a list, page by page, each page when it is wanted. */
async function* items(connection, call, wanted, shape) {
    for (let page = 1; page <= MOST_PAGES; page++) {
        const { value, hasMore } = await ask(connection, call, { ...wanted, per_page: PAGE, page }, shape);
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
async function ask({ client, door, step, api, repository }, call, wanted, shape) {
    const request = { fetch: transport(door, call), log: QUIET };
    // What the path has no place for would become a query.
    const parameters = { ...(call.template.startsWith('/repos/') && repository), ...wanted, request };
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
        const answer = await door.ask({ ...call, url, headers, redirectRemedy: REDIRECT_REMEDY, ...(body !== undefined && { body }) });
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
async function download({ client, door, step, token, api, repository }, id, to) {
    const call = CALLS.archive;
    const { url: link } = client.request.endpoint(`${call.method} ${call.template}`, { ...repository, artifact_id: id });
    const headers = { authorization: `token ${token}`, accept: 'application/vnd.github+json' };
    await patiently(step, call, () => door.download({ name: call.name, link, home: api, trustsRedirects: true, headers, to }));
}
async function userId(connection) {
    try {
        return (await ask(connection, CALLS.account, {}, Account)).value.id;
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
    let last;
    const told = async () => {
        try {
            return await action();
        }
        catch (thrown) {
            const trouble = troubleOf(thrown);
            if (!step.signal.aborted)
                last = trouble;
            throw trouble;
        }
    };
    try {
        if (step.clock.now() >= step.deadline)
            throw new wait/* Stopped */.C9('timed-out');
        return await (0,few_tries/* fewTries */.Y)(step, MOST_TRIES, told, (trouble) => isWorthATry(trouble, call, step));
    }
    catch (thrown) {
        if (thrown instanceof wait/* Stopped */.C9)
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

/***/ }),

/***/ 85334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createDoor)
/* harmony export */ });
/* unused harmony export LARGEST_ANSWER */
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44942);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63412);
/* harmony import */ var _network_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17452);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62695);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26223);







/** The largest answer that is read into memory, in bytes. */
const LARGEST_ANSWER = 10 * 1024 * 1024;
/** How long a vendor may be silent, in milliseconds. A start may think longer than a look. */
const SILENCE = { GET: 30_000, POST: 60_000, PATCH: 60_000 };
/** How long one request may take as a whole, in milliseconds. */
const WHOLE_REQUEST = 120_000;
/** Opens the door. */
function createDoor(parts) {
    const open = opener(parts.userAgent);
    const wait = throttle(parts);
    let files;
    return {
        async ask(call) {
            await wait(call.limits ?? []);
            if (parts.signal().aborted)
                throw notSent(call);
            const watch = (0,_watch_js__WEBPACK_IMPORTED_MODULE_6__/* .startWatch */ .M)(parts.clock, parts.signal(), parts.patience ?? { silenceMs: SILENCE[call.method], wholeMs: WHOLE_REQUEST });
            try {
                return await exchange(open, call, watch, parts.clock);
            }
            catch (thrown) {
                throw thrown instanceof _trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .Trouble */ .qm ? thrown : (0,_network_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .networkTrouble */ .a)((0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call), thrown, { ...watch, during: 'request' });
            }
            finally {
                watch.stop();
            }
        },
        // Loaded when there is a file to fetch: the first request of a step has none.
        async download(wish) {
            files ??= __webpack_require__.e(/* import() */ 566).then(__webpack_require__.bind(__webpack_require__, 9566)).then(({ filesUnderWay }) => filesUnderWay(parts.over));
            const [{ fetchFile }, underWay] = await Promise.all([__webpack_require__.e(/* import() */ 786).then(__webpack_require__.bind(__webpack_require__, 33786)), files]);
            return fetchFile(wish, open, parts, underWay);
        },
    };
}
/** The step ended while the call waited for its turn. */
function notSent(call) {
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .Trouble */ .qm(`${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call)} was not sent, because the step ended`, {
        kind: 'network',
        persistence: 'passing',
        unheard: true,
    });
}
async function exchange(open, call, watch, clock) {
    const message = await open(call, watch);
    const status = message.statusCode ?? 0;
    if (status >= 300 && status < 400) {
        message.destroy();
        throw (0,_trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .lastingTrouble */ .Ac)('security', `${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call)} answered with a redirect (HTTP ${status}), which is refused because it would carry credentials away; ${call.redirectRemedy ?? 'check base-url'}`);
    }
    const body = await readBody(call, message, watch);
    return { status, headers: message.headers, body, at: clock.wall() };
}
async function readBody(call, message, watch) {
    const { largest = LARGEST_ANSWER } = call;
    // A refusal is judged by its status, whatever its body is like.
    const isRefusal = (message.statusCode ?? 0) >= 300;
    if (isRefusal && (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .isEncoded */ .fr)(message)) {
        message.destroy();
        return new Uint8Array();
    }
    (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseEncoding */ .OS)((0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call), message);
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        watch.heard();
        if (!(chunk instanceof Uint8Array))
            continue;
        size += chunk.byteLength;
        if (size > largest) {
            message.destroy();
            if (isRefusal)
                break;
            throw new _trouble_js__WEBPACK_IMPORTED_MODULE_5__/* .Trouble */ .qm(`${(0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(call)} answered with more than ${largest / 1024 / 1024} MiB, which no answer of this call should have`, {
                kind: 'contract',
                persistence: 'shape',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/**
 * The transport brings proxies and certificates. It knows no signal and breaks on IPv6 addresses, but lets handlers
 * complete the options of each request. One client for one request, so that no start meets a connection that died unseen.
 */
function opener(userAgent) {
    return async (request, watch) => {
        const handler = {
            prepareRequest(options) {
                options.signal = watch.signal;
                options.host = request.url.hostname.replace(/^\[|\]$/g, '');
                if (request.target !== undefined)
                    options.path = request.target;
                if (options.agent instanceof node_https__WEBPACK_IMPORTED_MODULE_0__.Agent)
                    watchHandshake(options.agent, watch);
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error('no authentication here')),
        };
        const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_2__/* .HttpClient */ .Qq(userAgent, [handler], { allowRedirects: false, allowRetries: false });
        const headers = { 'accept-encoding': 'identity', host: request.url.host, ...request.headers };
        const { body = null } = request;
        const response = body instanceof Uint8Array
            ? await client.request(request.method, request.url.href, node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([body]), {
                ...headers,
                'content-length': body.byteLength,
            })
            : await client.request(request.method, request.url.href, body, headers);
        watch.heard();
        return response.message;
    };
}
/** Keys are made in the handshake, and only what comes after them is sent. A proxy's agent does not tell of it. */
function watchHandshake(agent, watch) {
    watch.unsecured = true;
    agent.once('keylog', () => {
        watch.unsecured = false;
    });
}
/** Keeps the vendor's rate limits: resolves when the call may go. */
function throttle({ clock, signal }) {
    const sent = new Map();
    return async (limits) => {
        for (const { key, calls, perMs } of limits) {
            const times = sent.get(key) ?? [];
            sent.set(key, times);
            while (times.length >= calls && !signal().aborted) {
                const free = (times.at(-calls) ?? 0) + perMs;
                if (free <= clock.now())
                    break;
                await clock.sleep(free - clock.now(), signal());
            }
            times.push(clock.now());
        }
    };
}
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 17452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ networkTrouble)
/* harmony export */ });
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94794);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62695);
/** What a failed socket means: whether the vendor can have heard the request, and whether it may work the next time. */


/** Codes of a request that surely did not leave this machine or was not let in. */
const UNHEARD = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EADDRNOTAVAIL', 'EPROTO']);
/** OpenSSL's words for a certificate that will be as wrong the next time. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|CRL_|INVALID_(CA|PURPOSE)|PATH_LENGTH/;
/** What the codes mean that a wrong address or a wrong port brings about. */
const IN_WORDS = new Map([
    ['ENOTFOUND', 'no host has this name'],
    ['EAI_AGAIN', 'the name of the host could not be looked up'],
    ['ECONNREFUSED', 'nothing listens there'],
    ['EPROTO', 'the host does not speak https there'],
]);
/** What the transport says of a proxy that lets nothing through; it names the proxy's status where there is one. */
const TUNNEL = /^tunneling socket could not be established(?:.*statusCode=(\d+))?/;
/** What Node says when the other side hangs up during the TLS handshake, before anything was sent. */
const BEFORE_TLS = 'before secure TLS connection was established';
/**
 * The trouble of a request that ended without an answer. The message is built of the place and the error's code alone:
 * the error's own text can hold the request.
 */
function networkTrouble(where, thrown, { expired, during, unsecured = false }) {
    const code = socketCode(thrown);
    const tunnel = TUNNEL.exec(String(factsOf(thrown).message ?? ''));
    if (tunnel !== null)
        return proxyTrouble(where, tunnel[1]);
    if (code === 'ERR_INVALID_CHAR') {
        const fact = 'was not sent, since a credential holds a line break or another character that no header can hold';
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} ${fact}; paste it again`, { kind: 'config', persistence: 'lasting', unheard: true });
    }
    if (CERTIFICATE.test(code)) {
        const remedy = 'for a certificate of your own, set NODE_EXTRA_CA_CERTS in the env of the step';
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} has a certificate that is not trusted (${code}); ${remedy}`, {
            kind: 'network',
            persistence: 'lasting',
        });
    }
    const words = IN_WORDS.get(code);
    const fact = expired
        ? 'did not answer in time'
        : `could not be reached or broke off (${words === undefined ? code : `${code}, ${words}`})`;
    if (during === 'body')
        return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} ${fact}`, { kind: 'network', persistence: 'cut' });
    const unheard = unsecured || (!expired && isUnheard(thrown, code));
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where} ${fact}`, { kind: 'network', persistence: 'passing', unheard });
}
/** A proxy that does not let the request through: the vendor never heard of it. What it forbids it will forbid again. */
function proxyTrouble(where, status) {
    const isForbidden = status === '403' || status === '407';
    const fact = status === undefined ? 'could not be reached' : `refused the connection (HTTP ${status})`;
    const remedy = status === '407' ? 'put user and password into https_proxy' : 'see https_proxy and no_proxy';
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .Trouble */ .qm(`${where}: the proxy ${fact}; ${remedy} in the env of the step`, {
        kind: 'network',
        persistence: isForbidden ? 'lasting' : 'passing',
        unheard: true,
    });
}
function isUnheard(thrown, code) {
    const { errors, message, syscall } = factsOf(thrown);
    if (UNHEARD.has(code) || syscall === 'connect' || String(message).includes(BEFORE_TLS))
        return true;
    // Every address of the host was tried, and none let us in.
    return Array.isArray(errors) && errors.length > 0;
}
/** The error's code, such as `ECONNRESET`; of several addresses tried, the first one's. */
function socketCode(thrown) {
    const { errors } = factsOf(thrown);
    if (Array.isArray(errors) && errors.length > 0)
        return socketCode(errors[0]);
    return (0,_error_code_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(thrown) ?? 'connection lost';
}
/** Read by the shape and not by the class: an error can come from another realm, where `instanceof` says no. */
function factsOf(thrown) {
    return typeof thrown === 'object' && thrown !== null ? thrown : {};
}
//# sourceMappingURL=network-trouble.js.map

/***/ }),

/***/ 44479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stoppedBy),
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   zU: () => (/* binding */ attempted)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62695);

/** Thrown by a wait when the step ends. */
class Stopped extends Error {
    reason;
    /** The last trouble, where no attempt had gone well since. */
    trouble;
    constructor(reason, trouble) {
        super(`stopped: ${reason}`);
        this.name = 'Stopped';
        this.reason = reason;
        this.trouble = trouble;
    }
}
/** What was answered as an attempt: `not yet` asks for another one. */
function attempted(answer) {
    return answer === 'not yet' ? { percent: undefined } : { value: answer };
}
const LEAST_GAP = 500;
const GROWTH = 1.5;
const JITTER = 0.2;
/** The last look happens so long before the deadline, in milliseconds, and its request has that long. */
const LAST_LOOK = 3000;
const MOST_TROUBLES = 10;
const LONGEST_OUTAGE = 5 * 60_000;
const MOST_SHAPES = 3;
const MOST_FORBIDDEN = 3;
const MOST_CUTS = 5;
/**
 * Attempts until there is a value. Rejects with the `Trouble` that cannot be lived through, or with {@link Stopped}.
 * A value counts even when it comes after the end; what has ended is the waiting.
 */
async function attempt(step, once, manner = {}) {
    const budget = createBudget(step.clock, manner.missingIsNotYetMs ?? 0);
    try {
        return await attemptWithin(budget, step, once, manner);
    }
    catch (thrown) {
        throw thrown instanceof Stopped ? new Stopped(thrown.reason, budget.lastTrouble() ?? thrown.trouble) : thrown;
    }
}
async function attemptWithin(budget, step, once, manner) {
    const { clock, signal } = step;
    const forecast = createForecast(clock);
    const slept = (gap) => (manner.wholeGaps === true ? Math.max(gap, LEAST_GAP) : clampedGap(step, gap));
    let grown = step.gapMs;
    if (manner.gapFirst === true)
        grown = await pause(step, slept(spread(step, grown)), grown);
    for (;;) {
        if (signal.aborted)
            throw stoppedBy(signal);
        let gap;
        try {
            const seen = await once(budget.good);
            if ('value' in seen)
                return seen.value;
            budget.good();
            gap = slept(plannedGap(step, grown, forecast(seen.percent)));
        }
        catch (thrown) {
            if (signal.aborted)
                throw stoppedBy(signal, thrown);
            const trouble = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .asTrouble */ .S_)(thrown);
            budget.spend(trouble);
            gap = slept(Math.max(spread(step, grown), trouble.facts.retryAfterMs ?? 0));
            manner.onTrouble?.(trouble, gap);
        }
        grown = await pause(step, gap, grown);
    }
}
/** The gap as it will be slept: never under the least, and shorter where a last look before the deadline comes first. */
function clampedGap({ clock, deadline }, gap) {
    const untilLastLook = deadline - LAST_LOOK - clock.now();
    const longest = untilLastLook < LEAST_GAP ? deadline - clock.now() : untilLastLook;
    return Math.min(Math.max(gap, LEAST_GAP), Math.max(longest, LEAST_GAP));
}
/** Sleeps, and gives the next grown gap. */
async function pause({ clock, signal, deadline, longestGapMs }, gap, grown) {
    await clock.sleep(gap, signal);
    if (!signal.aborted && clock.now() >= deadline)
        throw new Stopped('timed-out');
    return Math.min(grown * GROWTH, longestGapMs);
}
/** The gap with up to 20 % more or less, at random, so that many jobs do not look in step; never above the longest. */
function spread(step, gap) {
    return Math.min(gap * (1 - JITTER + 2 * JITTER * step.random()), step.longestGapMs);
}
/** Where the vendor's progress tells when the run should end, the next look is planned for just then. */
function plannedGap(step, grown, remainingMs) {
    if (remainingMs === undefined)
        return spread(step, grown);
    const shortest = Math.min(step.gapMs, step.longestGapMs);
    return Math.min(Math.max(remainingMs + LEAST_GAP, shortest), step.longestGapMs);
}
/** Guesses from two or more percentages how long a run still takes, in milliseconds. */
function createForecast(clock) {
    let first;
    return (percent) => {
        if (percent === undefined)
            return undefined;
        const now = clock.now();
        if (first === undefined || percent < first.percent)
            first = { percent, at: now };
        const done = percent - first.percent;
        return done <= 0 ? undefined : ((now - first.at) / done) * Math.max(0, 100 - percent);
    };
}
/** Counts the troubles since the last good answer, and throws the one that is too many. */
function createBudget(clock, missingIsNotYetMs) {
    const begin = clock.now();
    let lastGood = begin;
    let since = [];
    return {
        lastTrouble: () => since.at(-1),
        good() {
            lastGood = clock.now();
            since = [];
        },
        spend(trouble) {
            since.push(trouble);
            if (isTooMuch(trouble, since, clock.now() - begin < missingIsNotYetMs))
                throw trouble;
            const outage = clock.now() - lastGood;
            if (since.length >= MOST_TROUBLES && outage >= LONGEST_OUTAGE)
                throw exhausted(since, trouble, outage);
        },
    };
}
/** Whether the last trouble ends the wait by itself, whatever the budget. */
function isTooMuch({ facts }, since, isEarly) {
    switch (facts.persistence) {
        case 'lasting':
            return true;
        case 'missing':
            return !isEarly;
        case 'shape':
            return inARow(since, 'shape') >= MOST_SHAPES;
        case 'forbidden':
            return inARow(since, 'forbidden') >= MOST_FORBIDDEN;
        case 'cut':
            return since.filter((each) => each.facts.persistence === 'cut').length >= MOST_CUTS;
        case 'passing':
            return false;
    }
}
function inARow(since, persistence) {
    return since.length - 1 - since.findLastIndex(({ facts }) => facts.persistence !== persistence);
}
/** The budget is used up: the kind is the one met most often, so that one odd answer does not hide an outage. */
function exhausted(troubles, last, forMs) {
    const counts = new Map();
    for (const { facts } of troubles)
        counts.set(facts.kind, (counts.get(facts.kind) ?? 0) + 1);
    const [kind] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
    const minutes = Math.round(forMs / 60_000);
    return new _trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .Trouble */ .qm(`${last.message}; gave up after ${troubles.length} failed attempts in a row over ${minutes} minutes`, {
        ...last.facts,
        kind,
        persistence: 'lasting',
    });
}
/** What a step that has ended throws, by its signal; where a wait within it has ended so too, that, as it knows what the trouble was. */
function stoppedBy(signal, thrown) {
    if (thrown instanceof Stopped)
        return thrown;
    return new Stopped(signal.reason === 'cancelled' ? 'cancelled' : 'timed-out');
}
//# sourceMappingURL=wait.js.map

/***/ }),

/***/ 26223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ startWatch)
/* harmony export */ });
/** Starts watching. */
function startWatch(clock, step, { silenceMs, wholeMs }) {
    const end = new AbortController();
    const idle = new AbortController();
    const limit = clock.now() + wholeMs;
    let last = clock.now();
    let expired = false;
    const watchOver = async () => {
        while (!idle.signal.aborted) {
            const due = Math.min(last + silenceMs, limit);
            if (clock.now() >= due) {
                expired = true;
                end.abort();
                return;
            }
            await clock.sleep(due - clock.now(), idle.signal);
        }
    };
    void watchOver();
    return {
        signal: AbortSignal.any([step, end.signal]),
        unsecured: false,
        get expired() {
            return expired;
        },
        heard() {
            last = clock.now();
        },
        stop() {
            idle.abort();
        },
    };
}
//# sourceMappingURL=watch.js.map

/***/ })

};

