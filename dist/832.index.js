export const id = 832;
export const ids = [832];
export const modules = {

/***/ 13832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BatchStatus: () => (/* binding */ BatchStatus),
/* harmony export */   batchResults: () => (/* binding */ batchResults),
/* harmony export */   isWhole: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73305);
/* harmony import */ var _count_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64971);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26878);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32500);
/** The status answer of a Kore.ai batch test: its shape, and what its counts are worth beside the rows of the result file. */




/** What is no share, such as `"NaN"` where nothing was found, is not given. */
const Share = (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Figure */ .Dn, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._nonnegative */ .UI())));
const BatchCounts = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    TP: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    TN: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    FP: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    FN: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    success: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_,
    failure: _shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_,
    failedEntitiesCount: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
});
/** The fields that are used of the answer to a status call; see the vendor's page on the batch test status. */
const BatchStatus = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    utterance_count: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    totalUtterances: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    utterance_ran: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Count */ .y_),
    percentage: Share,
    result: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        isPartialFailure: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
        f1_score: Share,
        precision: Share,
        recall: Share,
        fileUrl: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .lenient */ .W_)(_shapes_js__WEBPACK_IMPORTED_MODULE_0__/* .Filled */ .dK),
        results: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(BatchCounts),
    })),
});
/**
 * The results of a completed run: the rows judged, the vendor's counts held against them. Without rows (DialogGPT, whose
 * columns are documented nowhere) the counts alone judge.
 */
function batchResults(status, cases) {
    const told = status.result?.results ?? undefined;
    const contradictions = contradictionsOf(status, cases);
    const rows = cases === undefined ? undefined : (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .countCases */ .zp)(cases);
    return {
        cases: cases ?? [],
        counts: reconciled(rows, told),
        metrics: metricsIn(status),
        figures: figuresOf(status),
        contradictions,
        warnings: contradictions.length > 0 ? [] : differencesOf(status, rows),
    };
}
/** Whether the result file holds as many utterances as the vendor counts. One that broke off where no length was told does not. */
function isWhole({ result }, cases) {
    const told = result?.results ?? undefined;
    return told === undefined || cases === undefined || cases.length >= told.success + told.failure;
}
/** Where rows and counts differ, the larger number of failures counts. */
function reconciled(rows, told) {
    if (rows === undefined)
        return countsAlone(told);
    const failed = Math.max(rows.failed, Math.min(told?.failure ?? 0, rows.failed + rows.passed));
    return { ...rows, failed, passed: rows.passed + rows.failed - failed };
}
function countsAlone(told) {
    const [passed, failed] = [told?.success ?? 0, told?.failure ?? 0];
    return { total: passed + failed, passed, failed, errored: 0, skipped: 0, flaky: 0, quarantined: 0 };
}
function contradictionsOf({ result }, cases) {
    const told = result?.results ?? undefined;
    const found = [];
    if (result?.isPartialFailure === true)
        found.push('the vendor dropped some records because of a system error (isPartialFailure)');
    if (told === undefined)
        return [...found, "the vendor's answer holds no counts of success and failure"];
    if (cases === undefined)
        return found;
    const expected = told.success + told.failure;
    if (cases.length < expected)
        found.push(`the result file holds ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(cases.length, 'utterances')}, but the vendor counts ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeNumber */ .rD)(expected)}`);
    const failing = cases.filter(({ status }) => status === 'failed');
    if (told.failure > 0 && failing.length === 0)
        found.push(`the vendor counts ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(told.failure, 'failures')}, but no row of the result file failed`);
    if (told.failure === 0 && failing.length > 0 && !isReadingOfEntities(told, failing))
        found.push(`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(failing.length, 'utterances')} of the result file failed, but the vendor counts no failure`);
    return found;
}
/**
 * Whether the vendor's `failure` counts an utterance with the right intent and a wrong entity is not known. So no failure
 * beside rows that failed by their entities alone is no contradiction, unless the vendor counts no failed entity either.
 */
function isReadingOfEntities(told, failing) {
    const entitiesAlone = failing.every(({ checks }) => checks.every(({ what, passed }) => passed || what !== 'intent'));
    return entitiesAlone && told.failedEntitiesCount !== 0;
}
function differencesOf(status, rows) {
    const told = status.result?.results ?? undefined;
    if (told === undefined)
        return [];
    const judged = told.success + told.failure;
    const found = [];
    if (rows === undefined)
        found.push('no rows of the result file could be read, so the verdict rests on the counts of the vendor alone');
    if (rows !== undefined && rows.total !== judged)
        found.push(`the result file holds ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(rows.total, 'utterances')}, and the vendor counts ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeNumber */ .rD)(judged)}; it may count repeated ones once`);
    if (rows !== undefined && rows.failed !== told.failure)
        found.push(`${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(rows.failed, 'utterances')} of the result file failed, and the vendor counts ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeNumber */ .rD)(told.failure)}; the larger number counts`);
    const whole = status.utterance_count ?? judged;
    if (whole !== judged)
        found.push(`the vendor says that the suite has ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(whole, 'utterances')}, and counts ${(0,_count_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(judged, 'results')}`);
    return found;
}
/** A figure above 1 can only be meant in per cent; that form is accepted too, since the vendor's page shows only "0.00". */
function share(value) {
    if (value === null || value === undefined || value > 100)
        return undefined;
    return value > 1 ? value / 100 : value;
}
function metricsIn({ result }) {
    const shares = {
        f1: share(result?.f1_score),
        precision: share(result?.precision),
        recall: share(result?.recall),
        averageScore: undefined,
    };
    return (0,_results_js__WEBPACK_IMPORTED_MODULE_3__/* .metricsOf */ .Ps)((name) => shares[name]);
}
function figuresOf({ result }) {
    return new Map(Object.entries(result?.results ?? {}).flatMap(([name, value]) => (typeof value === 'number' ? [[name, String(value)]] : [])));
}
//# sourceMappingURL=batch-status.js.map

/***/ })

};

