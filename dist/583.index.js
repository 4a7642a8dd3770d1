export const id = 583;
export const ids = [583];
export const modules = {

/***/ 87583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorStep: () => (/* binding */ doctorStep)
});

// EXTERNAL MODULE: ./build/ending.js
var ending = __webpack_require__(79481);
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
        return { what, state: 'unknown', detail: 'the vendor does not tell the time in its answers' };
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
// EXTERNAL MODULE: ./build/progress.js
var progress = __webpack_require__(72633);
// EXTERNAL MODULE: ./build/report-directory.js
var report_directory = __webpack_require__(3002);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/workflow-run.js
var workflow_run = __webpack_require__(34959);
;// CONCATENATED MODULE: ./build/surroundings.js


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
async function examineBaseline(branch, inputs, step, { rim, redactor }) {
    const what = `baseline ${branch}`;
    const { provider, suites, artifact, jobIndex, githubToken: token } = inputs;
    const { baselineFor } = await Promise.all(/* import() */[__webpack_require__.e(580), __webpack_require__.e(707)]).then(__webpack_require__.bind(__webpack_require__, 53707));
    const same = { provider: provider.name, suites: suites.map(({ name }) => name), artifactName: artifact?.name };
    const origin = (0,workflow_run/* originOf */.yv)(rim.workflowRun, jobIndex);
    const found = await baselineFor({ ...same, origin, branch, token }, rim, step.signal, (text) => redactor.redact((0,untrusted/* visible */.RK)(text)));
    if (found.state === 'none')
        return { what, state: 'limited', detail: found.why.replaceAll(/\s*\n\s*/g, ' ') };
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
        detail: 'whether the token may write shows when it writes; the job needs permissions: pull-requests: write',
    };
}
async function examineArtifacts(step, { rim }) {
    const what = 'artifact service';
    const done = new AbortController();
    const late = async () => {
        await rim.clock.sleep(PATIENCE, AbortSignal.any([done.signal, step.signal]));
        throw new Error('it did not answer');
    };
    try {
        const list = async () => (await rim.artifactStore()).list();
        await Promise.race([list(), late()]);
        return { what, state: 'holds', detail: 'it answers, so that files can be uploaded' };
    }
    catch {
        const remedy = 'set artifact to false where there is none, as on GitHub Enterprise Server';
        return { what, state: 'limited', detail: `it does not answer, so that files are kept on the runner alone; ${remedy}` };
    }
    finally {
        done.abort();
    }
}
//# sourceMappingURL=surroundings.js.map
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/world.js + 6 modules
var build_world = __webpack_require__(60817);
;// CONCATENATED MODULE: ./build/doctor.js
/** The mode `doctor`: looks at everything that can be looked at without starting a run, and tells what holds. */








/** Examines and judges. Never rejects. */
async function doctorStep(parsed, tools) {
    const { inputs, warnings } = parsed;
    const { provider, mode, annotations } = inputs;
    const step = (0,build_world/* startLife */.XL)(inputs, tools);
    const common = { provider: provider.name, noun: provider.noun, mode, gate: '', suites: [], annotations };
    tools.log.say(`${provider.name}: doctor, which starts nothing; at most ${(0,progress/* duration */.p)(inputs.timeoutMs)}`);
    for (const warning of warnings)
        tools.log.warn(warning);
    const making = step.unlessOver(() => (0,report_directory/* createReportDirectory */.s)(inputs.reportDirectory, tools.rim.temporary));
    try {
        const directory = await making;
        const findings = [INPUTS_FIT, ...(await examineAll(inputs, step, directory, tools))].map((finding) => redacted(finding, tools));
        for (const finding of findings)
            tools.log.say(`${MARKS[finding.state]} ${finding.what}: ${finding.detail}`);
        return { ...common, directory, findings, judgement: judge(findings) };
    }
    catch (thrown) {
        const isOver = thrown instanceof wait/* Stopped */.C;
        const why = 'the step ended before everything was looked at';
        const directory = await making.catch(() => undefined);
        const told = { ...common, ...(directory !== undefined && { directory }) };
        return { ...told, judgement: isOver ? { conclusion: thrown.reason, reasons: [why] } : (0,ending/* brokenOff */.H1)(thrown, tools) };
    }
    finally {
        step.end();
    }
}
const MARKS = {
    holds: 'holds',
    broken: 'BROKEN',
    limited: 'limited',
    unknown: 'not checked',
};
const INPUTS_FIT = { what: 'inputs', state: 'holds', detail: 'all that this provider needs is given, and fits together' };
async function examineAll(inputs, step, directory, tools) {
    const world = (0,build_world/* createWorld */.by)(inputs, step, tools);
    const overheard = listenAtDoor(world.door, tools.rim.clock);
    const vendor = inputs.connect({ ...world, door: overheard.door });
    const suites = [];
    for (const { name, path } of inputs.suites)
        suites.push(...(await examineSuite(name, vendor.suite(name, path), step)));
    const files = { what: 'report directory', state: 'holds', detail: `${directory.path} can be written to` };
    const quarantine = await examineQuarantine(inputs, step, tools);
    return [...overheard.findings(), ...suites, ...quarantine, files, ...(await examineSurroundings(inputs, step, tools))];
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
async function examineSuite(name, suite, step) {
    const files = suite.check === undefined ? [] : [await examined(`suite-path of ${name}`, 'it can be sent as it is', suite.check)];
    const what = `suite ${name}`;
    try {
        const { proved, unproved } = await onceMore(() => suite.examine(), step);
        return [...files, { what, state: 'holds', detail: proved }, ...unproved.map((detail) => unknown(what, detail))];
    }
    catch (thrown) {
        return [...files, broken(what, (0,trouble/* asTrouble */.S_)(thrown), step)];
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
        const { message, facts } = (0,trouble/* asTrouble */.S_)(thrown);
        return { what, state: 'broken', detail: message, errorKind: facts.kind };
    }
}
/** What can pass is tried a second time, after the first gap. */
async function onceMore(action, { clock, gapMs, signal }) {
    try {
        return await action();
    }
    catch (thrown) {
        if ((0,trouble/* asTrouble */.S_)(thrown).facts.persistence !== 'passing')
            throw thrown;
        await clock.sleep(gapMs, signal);
        return action();
    }
}
/** The step's own end is no fault of the vendor. */
function broken(what, { message, facts }, { signal }) {
    if (signal.aborted)
        throw new wait/* Stopped */.C(signal.reason === 'cancelled' ? 'cancelled' : 'timed-out');
    return { what, state: 'broken', detail: message, errorKind: facts.kind };
}
function redacted(finding, { redactor }) {
    return { ...finding, what: redactor.redact(finding.what), detail: redactor.redact(finding.detail) };
}
const ALL_HOLDS = 'everything that can be checked without a run holds';
function judge(findings) {
    const faults = findings.filter(({ state }) => state === 'broken');
    const [first] = faults;
    if (first !== undefined) {
        const reasons = faults.map(({ what, detail }) => `${what}: ${detail}`);
        return { conclusion: 'error', errorKind: first.errorKind ?? 'internal', reasons };
    }
    const open = findings.filter(({ state }) => state === 'unknown').length;
    const rest = open === 0 ? '' : `; ${open} ${open === 1 ? 'thing' : 'things'} only a run can show`;
    const limited = findings.filter(({ state }) => state === 'limited').map(({ what }) => what);
    const fact = limited.length > 0 ? `nothing is broken that a run needs, but limited is: ${limited.join(', ')}` : ALL_HOLDS;
    return { conclusion: 'passed', reasons: [fact + rest] };
}
//# sourceMappingURL=doctor.js.map

/***/ })

};

