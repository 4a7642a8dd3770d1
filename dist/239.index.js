export const id = 239;
export const ids = [239];
export const modules = {

/***/ 64239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refusalReasons: () => (/* binding */ refusalReasons)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55395);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68028);
/* harmony import */ var _shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32500);
/** Why a step has no credentials, and the ways out: forks and Dependabot get none, anything else is an oversight in the workflow. */



/** Who triggered the run, and from where: the fields of GitHub's events that tell it, all of them from outside. */
const Event = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    sender: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    repository: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    pull_request: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        head: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), fork: (0,_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .lenient */ .W_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()) })) })),
    })),
});
/**
 * What a step that sends nothing tells, one sentence each without a full stop: its mistakes, and where credentials are missing
 * which case it is and what helps. Reads the event's payload only then; never rejects.
 */
async function refusalReasons({ state, mistakes }, run) {
    const lines = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .mistakeLines */ .mL)(mistakes);
    const isCredential = mistakes.map(({ missingCredential }) => missingCredential);
    if (!isCredential.includes(true))
        return lines;
    const { isKnown, text } = await absence(run);
    if (state === 'no credentials')
        return [`NOT TESTED: ${text}`, ...lines];
    const isAll = !isCredential.includes(false);
    // A message that is too long loses its end: the way out comes first, but a guess not before what else is wrong for sure.
    if (!isAll && !isKnown)
        return [...lines, text];
    return [isAll && isKnown ? `${text}, ${SKIP}` : text, ...lines];
}
const SKIP = 'or set on-missing-credentials: skip, which ends green and says NOT TESTED';
/** Why there are none, and the ways out. */
async function absence(run) {
    const parsed = Event.safeParse(await run.payload().catch(() => undefined));
    const event = parsed.data ?? {};
    if (isDependabot(run, event))
        return {
            isKnown: true,
            text: 'the run was triggered by Dependabot, which GitHub gives only the secrets for Dependabot; put the credentials there too (Settings > Secrets and variables > Dependabot)',
        };
    if (isFork(run, event))
        return {
            isKnown: true,
            text: 'the pull request comes from a fork, and GitHub gives it no secrets; test it on a branch of this repository',
        };
    return {
        isKnown: false,
        text: 'credentials are empty: check that the secrets exist and are spelled right, that the job names the environment that holds them, and that a reusable workflow is called with secrets: inherit',
    };
}
/** By who triggered the run, and not by whose pull request it is: what a person pushes to it gets the secrets. */
function isDependabot({ actor }, { sender }) {
    return [actor, sender?.login].includes('dependabot[bot]');
}
/** With `pull_request_target` a fork gets the secrets, so there it is something else. */
function isFork({ event, repository }, { pull_request: pull, repository: ours }) {
    if (!event.startsWith('pull_request') || event === 'pull_request_target')
        return false;
    const from = pull?.head?.repo;
    // A fork that is gone is null. A repository that is a fork itself has pull requests of its own.
    if (from === null)
        return true;
    return typeof from?.full_name === 'string' ? from.full_name !== (ours?.full_name ?? repository) : from?.fork === true;
}
//# sourceMappingURL=missing-credentials.js.map

/***/ }),

/***/ 32500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ Figure),
/* harmony export */   PI: () => (/* binding */ RunId),
/* harmony export */   W_: () => (/* binding */ lenient),
/* harmony export */   dK: () => (/* binding */ Filled),
/* harmony export */   rI: () => (/* binding */ Digits),
/* harmony export */   y_: () => (/* binding */ Count)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73305);
/** What the schemas of vendors' answers are made of, where vendors write the same thing in more than one form. */

/** A text that is not empty. */
const Filled = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
/** The id of a run, which has to fit into an output: none that a vendor's page shows has more than 100 characters. */
const RunId = Filled.check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(512));
/** A number that may come as digits. */
const Digits = numberOr(/^\d+$/);
/** A count: a whole number from 0 on, that may come as digits. */
const Count = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(Digits, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._nonnegative */ .UI()));
/** A figure such as `0.98`, as a number or as a text without sign. */
const Figure = numberOr(/^\d*\.?\d+$/);
function numberOr(written) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(written)), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number))]);
}
/** What is not worth a refusal of the whole answer: absent, null, or of another shape, it counts as not given. */
function lenient(shape) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["catch"] */ .MfU(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(shape), undefined);
}
//# sourceMappingURL=shapes.js.map

/***/ })

};

