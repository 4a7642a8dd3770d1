export const id = 723;
export const ids = [723];
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

/***/ })

};

