export const id = 30;
export const ids = [30];
export const modules = {

/***/ 37792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubArtifacts: () => (/* binding */ githubArtifacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73429);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51072);
/** The workflow's artifacts, by GitHub's own client. Loaded only when there is something to upload or to read. */




const MOST_NAMES = 5;
/**
 * The artifact service of the workflow run, asked once: what fails is tried again by who asks. `runUrl` is the address of the
 * run's page. A name can be used once in a run and stays taken after an upload that broke off, so the next one goes under the
 * name with a number.
 */
function githubArtifacts(runUrl) {
    const client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_3__/* .DefaultArtifactClient */ .t9();
    const stored = (name, id) => {
        if (id === undefined)
            throw new Error('the artifact service gave no id');
        return { name, id: String(id), url: `${runUrl}/artifacts/${id}` };
    };
    return {
        async upload({ name, files, root, retentionDays }) {
            const upload = (tried) => client.uploadArtifact(tried, [...files], root, kept(retentionDays));
            const [tried, { id }] = await underFreeName(name, upload);
            return stored(tried, id);
        },
        async uploadPage({ file, retentionDays }) {
            const options = { ...kept(retentionDays), skipArchive: true };
            const { dir, name, ext } = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.parse)(file);
            const upload = async (tried) => {
                // A single file's artifact is called as the file is.
                const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, `${tried}${ext}`);
                if (copy !== file)
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(file, copy);
                return client.uploadArtifact((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(copy), [copy], dir, options);
            };
            const [tried, { id }] = await underFreeName(name, upload);
            return stored(`${tried}${ext}`, id);
        },
        async list() {
            const { artifacts } = await client.listArtifacts({ latest: true });
            return artifacts
                .toSorted((left, right) => left.id - right.id)
                .map(({ name, id, size, digest }) => ({ ...stored(name, id), size, digest }));
        },
        async download({ id, digest }, folder) {
            const expected = digest === undefined ? {} : { expectedHash: digest };
            // The client's own way to unpack follows the names in the archive wherever they lead.
            const options = { path: folder, skipDecompress: true, ...expected };
            const { digestMismatch } = await client.downloadArtifact(Number(id), options);
            if (digestMismatch === true)
                throw new Error('its bytes are not those that were uploaded');
            // It names the file as the service says.
            const [file] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder);
            if (file === undefined)
                throw new Error('the artifact service gave no file');
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file);
        },
    };
}
/** Uploads under the name, or where that is taken under the name with a number; gives the name with what came of it. */
async function underFreeName(name, upload) {
    for (let number = 1;; number++) {
        const tried = number === 1 ? name : `${name}-${number}`;
        try {
            return [tried, await upload(tried)];
        }
        catch (thrown) {
            if (!isTaken(thrown) || number >= MOST_NAMES)
                throw thrown;
        }
    }
}
function kept(retentionDays) {
    return retentionDays === undefined ? {} : { retentionDays };
}
function isTaken(thrown) {
    return (0,node_util_types__WEBPACK_IMPORTED_MODULE_2__.isNativeError)(thrown) && /\b409\b|already exists/i.test(thrown.message);
}
//# sourceMappingURL=artifact.js.map

/***/ })

};

