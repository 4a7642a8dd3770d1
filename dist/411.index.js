export const id = 411;
export const ids = [411];
export const modules = {

/***/ 37792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubArtifacts: () => (/* binding */ githubArtifacts)
/* harmony export */ });
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73429);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55722);
/** The workflow artifact, by GitHub's own client. Loaded only when there is something to upload. */


const MOST_NAMES = 5;
/**
 * The artifact service of the workflow run. `runUrl` is the address of the run's page. A name can be used once in a run and
 * stays taken after an upload that failed, so the next try goes under the name with a number.
 */
function githubArtifacts(runUrl) {
    return {
        async upload({ name, files, root, retentionDays }) {
            const client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_1__/* .DefaultArtifactClient */ .t9();
            const options = retentionDays === undefined ? {} : { retentionDays };
            for (let number = 1;; number++) {
                const tried = number === 1 ? name : `${name}-${number}`;
                try {
                    const { id } = await client.uploadArtifact(tried, [...files], root, options);
                    return stored(tried, id, runUrl);
                }
                catch (thrown) {
                    if (number >= MOST_NAMES || !isTaken(thrown))
                        throw thrown;
                }
            }
        },
    };
}
function stored(name, id, runUrl) {
    if (id === undefined)
        throw new Error('the artifact service gave no id');
    return { name, id: String(id), url: `${runUrl}/artifacts/${id}` };
}
function isTaken(thrown) {
    return (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown) && /\b409\b|already exists/i.test(thrown.message);
}
//# sourceMappingURL=artifact.js.map

/***/ })

};

