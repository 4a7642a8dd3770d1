export const id = 756;
export const ids = [756];
export const modules = {

/***/ 16756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _run_book_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72079);
/* harmony import */ var _start_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3640);
/* harmony import */ var _stopping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46210);
/* harmony import */ var _time_spans_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94803);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62695);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44479);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39080);







/** How long stopping may take, in milliseconds. */
const PATIENCE = { timeoutMs: 60_000, gapMs: 2000, longestGapMs: 10_000 };
/** How long one request of it may take: one that hangs leaves time for others. */
const REQUEST_PATIENCE = { silenceMs: 15_000, wholeMs: 30_000 };
/** Stops every run that the state of the step says is still under way. Never rejects. */
async function post(rim, state) {
    const tools = (0,_world_js__WEBPACK_IMPORTED_MODULE_4__/* .createTools */ .uK)(rim);
    try {
        const left = (0,_run_book_js__WEBPACK_IMPORTED_MODULE_0__/* .openRuns */ .tp)(state);
        if (left.length === 0)
            return;
        const parsed = await (0,_world_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)(tools);
        if (parsed.state !== 'ready')
            return leave(left, tools);
        const step = (0,_world_js__WEBPACK_IMPORTED_MODULE_4__/* .startLife */ .XL)(PATIENCE, tools);
        const vendor = parsed.inputs.connect((0,_world_js__WEBPACK_IMPORTED_MODULE_4__/* .createWorld */ .by)(parsed.inputs, step, tools, REQUEST_PATIENCE));
        await Promise.all(left.map((run) => stop(run, vendor, step, tools)));
        step.end();
    }
    catch (thrown) {
        tools.log.trouble('the clean-up could not be done: ', (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .asTrouble */ .S_)(thrown));
    }
}
function leave(left, { log }) {
    for (const { suite, id } of left)
        log.warn(`${suite}: run ${id ?? 'of unknown id'} may go on at the vendor; without usable inputs it cannot be stopped from here`);
}
async function stop(run, vendor, step, { log }) {
    const { suite } = run;
    const id = run.id ?? (await foundAgain(run, vendor, step));
    if (id === undefined)
        return log.warn(`${suite}: ${_stopping_js__WEBPACK_IMPORTED_MODULE_5__/* .MAY_BE_UNDER_WAY */ .Lk}`);
    const { cancel } = vendor.suite(suite).open(id);
    if (cancel === undefined)
        return log.say(`${suite}: ${(0,_stopping_js__WEBPACK_IMPORTED_MODULE_5__/* .goesOn */ .Eo)(id)}`);
    try {
        const answer = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(step, async () => (0,_wait_js__WEBPACK_IMPORTED_MODULE_3__/* .attempted */ .zU)(await cancel()));
        log.say(`${suite}: ${(0,_stopping_js__WEBPACK_IMPORTED_MODULE_5__/* .isNoMore */ .FN)(id, answer)}`);
    }
    catch (thrown) {
        if (thrown instanceof _wait_js__WEBPACK_IMPORTED_MODULE_3__/* .Stopped */ .C9)
            return log.warn(`${suite}: run ${id} could not be stopped within ${(0,_time_spans_js__WEBPACK_IMPORTED_MODULE_6__/* .roundedSpan */ .eV)(PATIENCE.timeoutMs)} and may go on`);
        log.trouble(`${suite}: run ${id} could not be stopped: `, (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .asTrouble */ .S_)(thrown));
    }
}
/** The run whose start was never answered, when exactly one came since; what cannot be asked is not found. */
async function foundAgain({ suite, mark }, vendor, step) {
    const { foundSince } = vendor.suite(suite);
    if (foundSince === undefined || mark === undefined)
        return undefined;
    const [only, ...others] = await (0,_start_once_js__WEBPACK_IMPORTED_MODULE_1__/* .searchRuns */ .x)(() => foundSince(mark), step).catch(() => []);
    return others.length === 0 ? only : undefined;
}
//# sourceMappingURL=post.js.map

/***/ })

};

