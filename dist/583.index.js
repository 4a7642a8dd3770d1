export const id = 583;
export const ids = [583];
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

/***/ 87583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorStep: () => (/* binding */ doctorStep)
});

// EXTERNAL MODULE: ./build/count-words.js
var count_words = __webpack_require__(64971);
// EXTERNAL MODULE: ./build/few-tries.js
var few_tries = __webpack_require__(76858);
// EXTERNAL MODULE: ./build/frame.js
var build_frame = __webpack_require__(54593);
// EXTERNAL MODULE: ./build/retry-after.js
var retry_after = __webpack_require__(81033);
// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
;// CONCATENATED MODULE: ./build/overheard.js


/** A clock that is off by more than this is told of, in milliseconds. */
const TOLERANCE = 30_000;
/** Listens to everything that goes through the door. */
function listenAtDoor(door, clock) {
    const hosts = new Map();
    let skew;
    return {
        door: {
            ...door,
            async ask(call) {
                const since = clock.now();
                const { host } = call.url;
                try {
                    const answer = await door.ask(call);
                    hosts.set(host, reached(host, clock.now() - since));
                    skew ??= skewOf(answer);
                    return answer;
                }
                catch (thrown) {
                    const { message, facts } = (0,trouble/* asTrouble */.S_)(thrown);
                    const isUnreached = facts.kind === 'network';
                    if (isUnreached)
                        hosts.set(host, { what: 'network', state: 'broken', detail: message, errorKind: 'network' });
                    throw thrown;
                }
            },
        },
        findings: () => [...hosts.values(), clockFinding(skew)],
    };
}
function reached(host, ms) {
    return { what: 'network', state: 'holds', detail: `${host} answered after ${Math.round(ms)} ms` };
}
function skewOf({ headers, at }) {
    const theirs = (0,retry_after/* httpDate */.z)(headers.date);
    return theirs === undefined ? undefined : at - theirs;
}
function clockFinding(skew) {
    const what = 'clock';
    if (skew === undefined)
        return { what, state: 'unknown', detail: "the vendor's answers do not tell the time" };
    const seconds = Math.round(Math.abs(skew) / 1000);
    if (Math.abs(skew) <= TOLERANCE)
        return { what, state: 'holds', detail: `it is within ${TOLERANCE / 1000} s of the vendor's` };
    const way = skew > 0 ? 'ahead of' : 'behind';
    return {
        what,
        state: 'limited',
        detail: `it is ${seconds} s ${way} the vendor's; set the clock of the runner, or tokens may be refused`,
    };
}
//# sourceMappingURL=overheard.js.map
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/artifact-tries.js
var artifact_tries = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/sentences.js
var sentences = __webpack_require__(21022);
// EXTERNAL MODULE: ./build/time-limit.js
var time_limit = __webpack_require__(52553);
;// CONCATENATED MODULE: ./build/surroundings.js
/** What mode `doctor` can tell of GitHub's side: the token's permissions and the artifact service. Nothing of it turns a check red. */



/** How long GitHub may take for all of it, in milliseconds. */
const PATIENCE = 30_000;
/** The findings; what was not asked for is not looked at. Never rejects. */
async function examineSurroundings(inputs, step, tools) {
    const looks = [
        ...(inputs.baseline === undefined ? [] : [examineBaseline(inputs.baseline.branch, inputs, step, tools)]),
        ...(inputs.comment === 'off' ? [] : [examineComment(inputs)]),
        ...(inputs.artifact === undefined ? [] : [examineArtifacts(step, tools)]),
    ];
    return Promise.all(looks);
}
/** As the step itself would look for it, which only reads. */
async function examineBaseline(branch, inputs, step, tools) {
    const what = `baseline ${branch}`;
    const { provider, suites } = inputs;
    const { baselineOfStep } = await Promise.all(/* import() */[__webpack_require__.e(152), __webpack_require__.e(707)]).then(__webpack_require__.bind(__webpack_require__, 53707));
    const wanted = { provider: provider.name, suites: suites.map(({ name }) => name), branch };
    const found = await baselineOfStep(wanted, inputs, step.signal, tools);
    if (found.state === 'none')
        return { what, state: 'limited', detail: (0,sentences/* inOneLine */.UX)(found.why) };
    return { what, state: 'holds', detail: 'the token may read runs, and there is one to compare with' };
}
/** Whether a token may write is only known by writing. */
async function examineComment({ githubToken }) {
    const what = 'comment';
    if (githubToken === undefined)
        return { what, state: 'limited', detail: 'github-token is empty, so no comment can be written' };
    return {
        what,
        state: 'unknown',
        detail: 'whether the token may write can only be seen when it writes; the job needs permissions: pull-requests: write',
    };
}
async function examineArtifacts(step, tools) {
    const what = 'artifact service';
    const { rim } = tools;
    const limit = { clock: rim.clock, ms: PATIENCE, signal: step.signal, why: () => 'it did not answer' };
    const deadline = rim.clock.now() + PATIENCE;
    try {
        await (0,time_limit/* within */.ux)(limit, async (signal) => (0,artifact_tries/* patientStore */.v)(await rim.artifactStore(), { signal, deadline }, tools).list());
        return { what, state: 'holds', detail: 'it answers, so that files can be uploaded' };
    }
    catch {
        const remedy = 'set artifact to false where there is none, as on GitHub Enterprise Server';
        return { what, state: 'limited', detail: `it does not answer, so that files are kept on the runner alone; ${remedy}` };
    }
}
//# sourceMappingURL=surroundings.js.map
// EXTERNAL MODULE: ./build/time-spans.js
var time_spans = __webpack_require__(94803);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/world.js + 3 modules
var build_world = __webpack_require__(39080);
;// CONCATENATED MODULE: ./build/doctor.js
/** The mode `doctor`: looks at everything that can be looked at without starting a run, and tells what holds. */










/** Examines and judges. Never rejects. */
async function doctorStep(parsed, tools) {
    const { inputs } = parsed;
    const { provider, mode, annotations } = inputs;
    const frame = {
        plan: `${provider.name}: doctor, which starts nothing; at most ${(0,time_spans/* roundedSpan */.eV)(inputs.timeoutMs)}`,
        told: { provider: provider.name, noun: provider.noun, mode, gate: '', suites: [], annotations },
        whenStopped: 'before everything was checked',
    };
    return (0,build_frame/* framed */.Q)(parsed, frame, tools, async (step, making) => {
        const examinedAll = await examineAll(inputs, step, await making, tools);
        const findings = [INPUTS_FIT, ...examinedAll].map((finding) => redacted(finding, tools));
        for (const finding of findings)
            tools.log.say(`${figures/* STATE_WORDS */.I7[finding.state]} ${finding.what}: ${finding.detail}`);
        return { findings, judgement: verdictOf(findings) };
    });
}
const INPUTS_FIT = {
    what: 'inputs',
    state: 'holds',
    detail: 'all inputs that this provider needs are set and fit together',
};
async function examineAll(inputs, step, directory, tools) {
    const world = (0,build_world/* createWorld */.by)(inputs, step, tools);
    const overheard = listenAtDoor(world.door, tools.rim.clock);
    const vendor = inputs.connect({ ...world, door: overheard.door });
    const suites = [];
    for (const { name, path } of inputs.suites)
        suites.push(...(await examineSuite(name, vendor.suite(name, path), step)));
    const files = { what: 'report directory', state: 'holds', detail: `${directory.path} can be written to` };
    const quarantine = await examineQuarantine(inputs, step, tools);
    const surroundings = await examineSurroundings(inputs, step, tools);
    // What was not looked at any more is no fault of GitHub.
    if (step.signal.aborted)
        throw (0,wait/* stoppedBy */.$)(step.signal);
    return [...overheard.findings(), ...suites, ...quarantine, files, ...surroundings];
}
/** A file that is wrong is an error of the step, so that it is broken here too. */
async function examineQuarantine({ quarantinePath: path }, step, { rim }) {
    if (path === undefined)
        return [];
    const read = async () => {
        const { readQuarantine } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(469)]).then(__webpack_require__.bind(__webpack_require__, 98469));
        await step.unlessOver(() => readQuarantine(path, rim.workspace));
    };
    return [await examined('quarantine', 'the file can be read, and every entry in it', read)];
}
/** Tries of what is only looked at: the first one, and one more where a trouble can pass. */
const MOST_TRIES = 2;
async function examineSuite(name, suite, step) {
    const { check } = suite;
    const files = check === undefined ? [] : [await examined(`suite-path of ${name}`, 'it can be sent as it is', () => step.unlessOver(check))];
    const what = `suite ${name}`;
    const canPass = ({ facts }) => facts.persistence === 'passing';
    try {
        const { proved, unproved } = await (0,few_tries/* fewTries */.Y)(step, MOST_TRIES, () => suite.examine(), canPass);
        return [...files, { what, state: 'holds', detail: proved }, ...unproved.map((detail) => unknown(what, detail))];
    }
    catch (thrown) {
        return [...files, broken(what, thrown)];
    }
}
function unknown(what, detail) {
    return { what, state: 'unknown', detail: `not known without a run: ${detail}` };
}
async function examined(what, detail, check) {
    try {
        await check();
        return { what, state: 'holds', detail };
    }
    catch (thrown) {
        return broken(what, thrown);
    }
}
/** The step's own end is no fault of what was looked at. */
function broken(what, thrown) {
    if (thrown instanceof wait/* Stopped */.C9)
        throw thrown;
    const { message, facts } = (0,trouble/* asTrouble */.S_)(thrown);
    return { what, state: 'broken', detail: message, errorKind: facts.kind };
}
function redacted(finding, { redactor }) {
    return { ...finding, what: redactor.redact(finding.what), detail: redactor.redact(finding.detail) };
}
const ALL_HOLDS = 'everything that can be checked without a run is OK';
function verdictOf(findings) {
    const faults = findings.filter(({ state }) => state === 'broken');
    const [first] = faults;
    if (first !== undefined) {
        const reasons = faults.map(({ what, detail }) => `${what}: ${detail}`);
        return { conclusion: 'error', errorKind: first.errorKind ?? 'internal', reasons };
    }
    const open = findings.filter(({ state }) => state === 'unknown').length;
    const rest = open === 0 ? '' : `; ${(0,count_words/* countOf */.pq)(open, 'things')} can only be checked by a run`;
    const limited = findings.filter(({ state }) => state === 'limited').map(({ what }) => what);
    const fact = limited.length > 0 ? `nothing a run needs is broken; limited: ${limited.join(', ')}` : ALL_HOLDS;
    return { conclusion: 'passed', reasons: [fact + rest] };
}
//# sourceMappingURL=doctor.js.map

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

/***/ 81822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I7: () => (/* binding */ STATE_WORDS),
/* harmony export */   Iw: () => (/* binding */ scoreDifference),
/* harmony export */   K: () => (/* binding */ junitSeconds),
/* harmony export */   fN: () => (/* binding */ score),
/* harmony export */   pK: () => (/* binding */ METRIC_TITLES),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/** A score from 0 to 1 with at most four decimals, cut and never rounded up: 0.99999 reads `0.9999`. */
function score(value) {
    return value < 0.0001 ? '0' : String(value).replace(/(\.\d{4})\d+$/, '$1');
}
/** How far a score went, with its sign. Of the exact scores, so that it can differ in the last digit from what is shown of them. */
function scoreDifference(before, now) {
    // 0.9 - 0.8 is 0.09999999999999998 to a computer.
    const size = score(Number(Math.abs(now - before).toFixed(9)));
    if (size === '0')
        return '±0';
    return now > before ? `+${size}` : `−${size}`;
}
/** Milliseconds as seconds with three decimals, as JUnit writes them: `0.850`. */
function junitSeconds(ms) {
    return (ms / 1000).toFixed(3);
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Milliseconds since 1970 as a day for people, in UTC: `4 Mar`. */
function day(ms) {
    const date = new Date(ms);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
/** The metrics as people call them. */
const METRIC_TITLES = {
    f1: 'F1',
    precision: 'Precision',
    recall: 'Recall',
    averageScore: 'Average score',
};
/** The states of what mode `doctor` looked at, as people call them. */
const STATE_WORDS = {
    holds: 'OK',
    broken: 'broken',
    limited: 'limited',
    unknown: 'not checked',
};
//# sourceMappingURL=figures.js.map

/***/ })

};

