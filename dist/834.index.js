export const id = 834;
export const ids = [834];
export const modules = {

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

/***/ })

};

