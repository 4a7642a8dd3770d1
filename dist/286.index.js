export const id = 286;
export const ids = [286];
export const modules = {

/***/ 86286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/inputs.js
var inputs = __webpack_require__(58175);
// EXTERNAL MODULE: ./build/progress.js
var progress = __webpack_require__(72633);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(73429);
// EXTERNAL MODULE: ./build/trouble.js
var build_trouble = __webpack_require__(62695);
;// CONCATENATED MODULE: ./build/report-directory.js
/** The folder of the step's files: fresh and unique for each step, also where a runner keeps its temp. */






/**
 * Makes the folder: the wanted one where it is new or empty, else a fresh one inside it, or inside the temporary folder
 * when none is wanted. Rejects with a `Trouble` of kind `config` when it cannot be written to.
 */
async function createReportDirectory(wanted, temporary) {
    const path = await freshFolder(wanted, temporary).catch((thrown) => {
        const code = (0,types_.isNativeError)(thrown) && 'code' in thrown ? ` (${thrown.code})` : '';
        const where = wanted === undefined ? "the runner's temporary folder" : 'report-directory';
        throw (0,build_trouble/* lastingTrouble */.Ac)('config', `${where} cannot be written to${code}; give a folder in report-directory that this step may write to`);
    });
    return {
        path,
        async vendorFolder(slug) {
            const folder = (0,external_node_path_.join)(path, 'vendor', slug);
            await (0,promises_.mkdir)(folder, { recursive: true });
            const placed = new Set();
            return {
                place(name) {
                    placed.add(name);
                    return (0,external_node_path_.join)(folder, name);
                },
                async write(name, bytes) {
                    placed.add(name);
                    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), bytes, { mode: 0o600 });
                },
                read: (name) => (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, name)),
                kept: () => [...placed].filter((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, name))).map((name) => `vendor/${slug}/${name}`),
            };
        },
        async write(name, text) {
            const file = (0,external_node_path_.join)(path, name);
            await (0,promises_.writeFile)(file, text);
            return file;
        },
    };
}
async function freshFolder(wanted, temporary) {
    const parent = wanted === undefined ? temporary : (0,external_node_path_.resolve)(wanted);
    await (0,promises_.mkdir)(parent, { recursive: true });
    const isFree = wanted !== undefined && (await (0,promises_.readdir)(parent)).length === 0;
    const folder = await (0,promises_.realpath)(isFree ? parent : await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'agent-test-gate-')));
    await (0,promises_.access)(folder, promises_.constants.W_OK);
    return folder;
}
const LONGEST_SLUG = 80;
/**
 * A folder name for each suite: ASCII letters, digits, `.`, `_` and `-`. A name that had to be changed, or that is the same
 * as another without case, gets a short hash of the original, so that no two suites share a folder on any file system.
 */
function slugs(suites) {
    const folded = suites.map((suite) => suite.toLowerCase());
    return suites.map((suite) => {
        const plain = suite
            .replace(/[^A-Za-z0-9._-]+/g, '-')
            .slice(0, LONGEST_SLUG)
            .replace(/^[-.]+|[-.]+$/g, '');
        const isAlone = folded.filter((other) => other === suite.toLowerCase()).length === 1;
        if (plain === suite && isAlone && !RESERVED.test(plain) && !HASHED.test(plain))
            return plain;
        const safe = RESERVED.test(plain) ? `_${plain}` : plain;
        return [...(safe === '' ? [] : [safe]), (0,external_node_crypto_.createHash)('sha256').update(suite).digest('hex').slice(0, 8)].join('-');
    });
}
/** A name that looks like one with a hash could be the folder of another suite. */
const HASHED = /-[0-9a-f]{8}$/;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
//# sourceMappingURL=report-directory.js.map
;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

// EXTERNAL MODULE: ./build/run-book.js
var run_book = __webpack_require__(72079);
// EXTERNAL MODULE: ./build/outputs.js
var outputs = __webpack_require__(30214);
;// CONCATENATED MODULE: ./build/remote-run.js


/** The run of a suite that may not have been started yet. */
function remoteRun(parts) {
    const { suite, step, listener } = parts;
    const known = { since: step.clock.now(), isOver: false };
    const remote = {
        get id() {
            return known.id;
        },
        get url() {
            return known.run?.url;
        },
        get since() {
            return known.since;
        },
        sending(ready) {
            known.unanswered = ready;
            listener.starting();
        },
        answered() {
            delete known.unanswered;
            if (known.id === undefined)
                listener.over();
        },
        known(id) {
            if (known.id === undefined)
                known.since = step.clock.now();
            known.id = id;
            listener.known(id);
        },
        open(id) {
            known.run = suite.open(id, remote.known);
            return known.run;
        },
        over() {
            known.isOver = true;
            listener.over();
        },
        stop: (during) => stop(known, remote, parts, during),
    };
    return remote;
}
async function stop(known, remote, parts, during) {
    // Only a start that was broken off is unanswered; after an error, what is new at the vendor can be anybody's.
    const isUnanswered = known.id === undefined && known.unanswered !== undefined && during === 'the wait';
    if (isUnanswered)
        await adoptStarted(known, remote, parts);
    if (known.id !== undefined)
        return known.isOver ? `run ${(0,outputs/* shortened */.vI)(known.id)} was over` : stopRun(known.id, known.run, remote, parts);
    if (known.run !== undefined && !known.isOver)
        return 'what is under way at the vendor goes on there';
    remote.over();
    return isUnanswered ? MAY_BE_UNDER_WAY : 'no run is under way';
}
const MAY_BE_UNDER_WAY = "the start was sent and its answer never came, so a run may be under way; look for it in the vendor's console";
/** A start that was broken off may have been heard: exactly one new run is taken for it. */
async function adoptStarted({ unanswered }, remote, { step }) {
    const { find } = unanswered ?? {};
    const found = find === undefined ? [] : await step.afterwards(find).catch(() => []);
    const [only] = found;
    if (only !== undefined && found.length === 1)
        remote.known(only);
}
async function stopRun(id, run, remote, { name, suite, step, log }) {
    const { cancel } = run ?? suite.open(id);
    if (cancel === undefined)
        return `run ${(0,outputs/* shortened */.vI)(id)} goes on at the vendor, which offers no way to stop it`;
    const answer = await step.afterwards(cancel).catch(build_trouble/* asTrouble */.S_);
    if (answer instanceof build_trouble/* Trouble */.qm)
        log.trouble(`${name}: the run could not be stopped: `, answer);
    if (answer !== 'sent' && answer !== 'over')
        return `run ${(0,outputs/* shortened */.vI)(id)} could not be stopped yet and may go on at the vendor`;
    remote.over();
    return `run ${(0,outputs/* shortened */.vI)(id)} was ${answer === 'sent' ? 'stopped at the vendor' : 'over'}`;
}
//# sourceMappingURL=remote-run.js.map
// EXTERNAL MODULE: ./build/results.js
var build_results = __webpack_require__(26878);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/start-once.js


/** How often a vendor's list of runs is looked at for the one whose start's answer was lost. */
const MOST_SEARCHES = 3;
/**
 * Starts a run and gives its id. A start that the vendor surely did not hear is repeated. One whose answer was lost is
 * looked for where the vendor can list its runs, and adopted when there is exactly one; else it is an error that says so.
 */
async function startOnce(ready, step, remote, manner) {
    const once = async (good) => {
        const known = (id) => {
            good();
            remote.known(id);
        };
        remote.sending(ready);
        try {
            return { value: await ready.start(known) };
        }
        catch (thrown) {
            const isUnknown = isLost(thrown);
            if (!isUnknown)
                remote.answered();
            // A step that ends has not lost an answer: it did not wait for it.
            if (!isUnknown || step.signal.aborted)
                throw thrown;
            return { value: thrown };
        }
    };
    const started = await (0,wait/* attempt */.j)(step, once, { ...manner, wholeGaps: true });
    if (!(started instanceof build_trouble/* Trouble */.qm))
        return started;
    const found = await findStarted(ready, step, manner);
    const [only] = found;
    if (only === undefined || found.length > 1)
        throw lostStart(started, ready, found.length);
    remote.known(only);
    return only;
}
/** A start that may have been heard, and whose answer did not come or cannot be read. */
function isLost(thrown) {
    if (!(thrown instanceof build_trouble/* Trouble */.qm))
        return false;
    return thrown.facts.unheard !== true && (thrown.facts.persistence === 'passing' || thrown.facts.persistence === 'shape');
}
async function findStarted({ find }, step, manner) {
    if (find === undefined)
        return [];
    let searches = 0;
    const search = async () => {
        const found = await find();
        searches += 1;
        return found.length > 0 || searches === MOST_SEARCHES ? { value: found } : { percent: undefined };
    };
    return (0,wait/* attempt */.j)(step, search, manner);
}
function lostStart({ message, facts }, { find }, found) {
    const known = find === undefined
        ? 'the vendor cannot be asked for its runs'
        : `the vendor lists ${found === 0 ? 'no new run' : `${found} new runs that could be it`}`;
    const remedy = "so a run may be under way there; look for it in the vendor's console before you start again";
    return (0,build_trouble/* lastingTrouble */.Ac)('network', `the answer to the start was lost, and ${known}, ${remedy} (${message})`, facts.said);
}
//# sourceMappingURL=start-once.js.map
;// CONCATENATED MODULE: ./build/verdict.js
/** From results to a verdict, by the table of situations in the contract. Pure. */

const GATED = ['f1', 'precision', 'recall'];
/** Judges one suite by itself; `noun` is what its cases are called, in the plural. */
function judgeSuite(results, policy, noun) {
    if (results.doubt !== undefined)
        return { conclusion: 'inconclusive', reasons: [results.doubt] };
    const absent = missingMetrics(results.metrics, policy.minMetrics);
    if (absent.length > 0) {
        return {
            conclusion: 'error',
            errorKind: 'contract',
            reasons: absent.map((name) => `min-${name} is set, but the vendor's answer gives no ${name}`),
        };
    }
    const unclear = [
        ...[...results.contradictions, ...oddCounts(results)].map((fact) => `the vendor contradicts itself or is not whole: ${fact}`),
        ...tooFew(results.counts, policy, noun),
    ];
    if (unclear.length > 0)
        return { conclusion: 'inconclusive', reasons: unclear };
    const missed = [
        ...(results.failure === undefined ? [] : [results.failure]),
        ...missedCounts(results.counts, policy, noun),
        ...missedMetrics(results.metrics, policy.minMetrics),
    ];
    if (missed.length > 0)
        return { conclusion: 'failed', reasons: missed };
    const unrun = tooManyErrored(results.counts, policy, noun);
    if (unrun.length > 0)
        return { conclusion: 'inconclusive', reasons: [...unrun, ...results.warnings] };
    return { conclusion: 'passed', reasons: [passedSentence(results.counts, policy, noun)] };
}
/** What no provider should hand on: counts that do not add up, or that hide a row that failed. */
function oddCounts({ counts, cases }) {
    const sum = counts.passed + counts.failed + counts.errored + counts.skipped;
    const failed = cases.filter(({ status }) => status === 'failed').length;
    return [
        ...(sum === counts.total ? [] : [`its counts add up to ${sum}, and not to ${counts.total}`]),
        ...(failed <= counts.failed ? [] : [`${failed} rows failed, and its counts say ${counts.failed}`]),
    ];
}
function tooFew(counts, { minTests }, noun) {
    const run = counts.total - counts.skipped;
    if (counts.total === 0)
        return [`there were no ${noun}, so nothing was proved`];
    if (run === 0)
        return [`all ${counts.total} ${noun} were skipped, so nothing was proved`];
    if (run < minTests)
        return [`only ${run} ${noun} ran, and min-tests asks for ${minTests}`];
    return [];
}
function tooManyErrored({ passed, failed, errored }, { maxErrored, minTests }, noun) {
    if (errored > maxErrored)
        return [`${errored} ${noun} could not be run or judged, and max-errored allows ${maxErrored}`];
    if (passed + failed < minTests)
        return [`only ${passed + failed} ${noun} could be judged, and min-tests asks for ${minTests}`];
    return [];
}
function missedCounts(counts, { minPassRate, maxFailures }, noun) {
    const { passed, failed } = counts;
    const share = `${failed} of ${passed + failed} ${noun} failed`;
    const missed = [];
    if (failed > 0 && !isAtLeast(passed, passed + failed, minPassRate))
        missed.push(`${share}; the check needs ${minPassRate} % to pass${rateNote(counts)}`);
    if (maxFailures !== undefined && failed > maxFailures)
        missed.push(`${share}; max-failures allows ${maxFailures}`);
    return missed;
}
function rateNote(counts) {
    const rate = (0,build_results/* passRate */.sc)(counts);
    return rate === undefined || rate === 0 ? '' : `, and ${rate} % did`;
}
/** Exact: whether `part` of `whole` is at least `percent`. Whole numbers only, since 0.1 + 0.2 is not 0.3. */
function isAtLeast(part, whole, percent) {
    const [units = '0', decimals = ''] = plainDecimal(percent).split('.');
    const scale = 10n ** BigInt(decimals.length);
    return BigInt(part) * 100n * scale >= BigInt(units + decimals) * BigInt(whole);
}
function plainDecimal(value) {
    const text = String(value);
    return text.includes('e') ? value.toFixed(20) : text;
}
function missingMetrics(given, asked) {
    return GATED.filter((name) => asked[name] !== undefined && given[name] === undefined);
}
function missedMetrics(given, asked) {
    return GATED.flatMap((name) => {
        const [is, least] = [given[name], asked[name]];
        return is !== undefined && least !== undefined && !(is >= least) ? [`${name} is ${is}; min-${name} asks for ${least}`] : [];
    });
}
function passedSentence({ passed, failed, skipped, errored }, { minPassRate }, noun) {
    const beside = [
        ...(errored > 0 ? [`${errored} could not be run, which max-errored allows`] : []),
        ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ].join('; ');
    const note = beside === '' ? '' : ` (${beside})`;
    if (failed === 0 && passed > 1)
        return `all ${passed} ${noun} that ran passed${note}`;
    if (failed === 0)
        return `1 of 1 ${noun} passed${note}`;
    return `${passed} of ${passed + failed} ${noun} passed; the check needs ${minPassRate} %${note}`;
}
/** Judges the step: the worst suite, and where runs were judged the cases of `must-pass` over all suites. */
function judgeStep(suites, policy, mode = 'run') {
    const demanded = mode === 'run' || mode === 'collect' ? brokenMustPass(suites, policy.mustPass) : [];
    const found = [...suites.map(({ conclusion }) => conclusion), ...(demanded.length > 0 ? ['failed'] : [])];
    const [conclusion = 'error'] = found.toSorted((left, right) => (0,build_results/* gravity */.fp)(left) - (0,build_results/* gravity */.fp)(right));
    const culprits = suites.filter((suite) => suite.conclusion === conclusion);
    const errorKind = conclusion === 'error' ? (culprits[0]?.errorKind ?? 'internal') : undefined;
    const reasons = [
        ...(conclusion === 'failed' ? demanded : []),
        ...culprits.flatMap((suite) => suiteReasons(suite, suites.length)),
    ];
    return { conclusion, reasons, ...(errorKind !== undefined && { errorKind }) };
}
function suiteReasons({ suite, reasons }, suites) {
    return suites === 1 ? [...reasons] : reasons.map((reason) => `${suite}: ${reason}`);
}
/** A wildcard has to match something, and all that it matches has to pass. */
function brokenMustPass(suites, patterns) {
    const cases = suites.flatMap(({ results }) => results?.cases ?? []);
    return patterns.flatMap((pattern) => {
        const matched = cases.filter(({ name }) => matchesWildcard(name.normalize(), pattern.normalize()));
        const broken = matched.find(({ status }) => status !== 'passed');
        if (matched.length === 0)
            return [`must-pass asks for ${quoted(pattern)}, which is not among the cases`];
        return broken === undefined ? [] : [`must-pass asks for ${quoted(pattern)}, which ${HOW[broken.status]}`];
    });
}
const HOW = {
    passed: 'passed',
    failed: 'failed',
    error: 'could not be run or judged',
    skipped: 'was skipped',
};
function quoted(text) {
    return `"${text}"`;
}
/** Whether the whole name fits the pattern, in which `*` stands for any text. Linear, whatever the pattern. */
function matchesWildcard(name, pattern) {
    const [first = '', ...others] = pattern.split('*');
    if (others.length === 0)
        return name === pattern;
    const last = others.pop() ?? '';
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
        return false;
    const end = name.length - last.length;
    let from = first.length;
    for (const part of others) {
        const at = name.indexOf(part, from);
        if (at < 0 || at + part.length > end)
            return false;
        from = at + part.length;
    }
    return true;
}
/** The gate in words, for the reports: `100 % of the utterances must pass`. */
function describeGate(policy, noun) {
    const { minPassRate, maxFailures, maxErrored, minTests, minMetrics, mustPass } = policy;
    const metrics = GATED.flatMap((name) => (minMetrics[name] === undefined ? [] : [`${name} at least ${minMetrics[name]}`]));
    return [
        `${minPassRate} % of the ${noun} must pass`,
        ...(maxFailures === undefined ? [] : [`at most ${maxFailures} may fail`]),
        ...(maxErrored === 0 ? [] : [`at most ${maxErrored} may be in error`]),
        ...(minTests === 1 ? [] : [`at least ${minTests} must run`]),
        ...metrics,
        ...(mustPass.length === 0 ? [] : [`${mustPass.length} named in must-pass must pass`]),
    ].join('; ');
}
/** Whether a step that ended so may exit with 0. */
function isGreen({ conclusion, mode }) {
    if (conclusion === 'cancelled')
        return mode === 'cancel';
    return conclusion === 'passed' || conclusion === 'skipped' || conclusion === 'started';
}
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./build/suite-run.js








/** Starts a run, waits for its end and judges it. Never rejects. */
function runSuite(run) {
    return outcomeOf(run, async (remote) => judged(run, remote, remote.open(await started(await prepared(run), run, remote)), 'after a gap'));
}
/** Starts a run and leaves it. Never rejects. */
function startSuite(run) {
    return outcomeOf(run, async (remote) => {
        const ready = await prepared(run);
        const id = await settledId(ready, await started(ready, run, remote), run, remote);
        return { conclusion: 'started', reasons: [`run ${(0,outputs/* shortened */.vI)(id)} was started`] };
    });
}
/** The run's own id, where the start's answer does not carry it; the provisional one when it does not come. */
async function settledId(ready, provisional, run, remote) {
    const { settled } = ready;
    if (settled === undefined)
        return provisional;
    const { clock } = run.step;
    const end = clock.now() + SETTLING;
    const ask = async () => {
        const id = await settled();
        if (id !== 'not yet')
            remote.known(id);
        else if (clock.now() < end)
            return { percent: undefined };
        return { value: id === 'not yet' ? provisional : id };
    };
    return (0,wait/* attempt */.j)(run.step, ask, patience(run));
}
/** Waits for a run that was started before, and judges it. Never rejects. */
function collectSuite(run, id) {
    return outcomeOf(run, async (remote) => judged(run, remote, reopened(remote, id), 'at once'));
}
/** Stops a run that was started before. Never rejects. */
function cancelSuite(run, id) {
    return outcomeOf(run, async (remote) => {
        if (id === NEVER_STARTED)
            return { conclusion: 'cancelled', reasons: ['it was never started, so there is nothing to stop'] };
        const { cancel } = reopened(remote, id);
        if (cancel === undefined)
            throw (0,build_trouble/* lastingTrouble */.Ac)('config', 'mode is cancel, but this vendor offers no way to stop a run; leave the step out');
        const answer = await (0,wait/* attempt */.j)(run.step, cancelling(cancel, run.step.clock), patience(run));
        remote.over();
        const shown = (0,outputs/* shortened */.vI)(id ?? '');
        return {
            conclusion: 'cancelled',
            reasons: [answer === 'sent' ? `run ${shown} was stopped` : `run ${shown} was over already`],
        };
    });
}
/** How long a vendor may put off what should take a moment, in milliseconds. */
const SETTLING = 60_000;
function cancelling(cancel, clock) {
    const end = clock.now() + SETTLING;
    return async () => {
        const answer = await cancel();
        if (answer !== 'not yet')
            return { value: answer };
        if (clock.now() < end)
            return { percent: undefined };
        throw (0,build_trouble/* lastingTrouble */.Ac)('vendor', 'the vendor cannot stop the run yet, or does not know it; check run-id, and try again later');
    };
}
/** What the output `run-id` has in the place of a suite that was not started. */
const NEVER_STARTED = '-';
function reopened(remote, id) {
    if (id === NEVER_STARTED)
        throw (0,build_trouble/* lastingTrouble */.Ac)('config', 'run-id is -, so this suite was not started; see the step that should have started it');
    if (id !== undefined)
        remote.known(id);
    return remote.open(id);
}
/** Makes an outcome of what happens in the story, and of every way in which it can break off. */
async function outcomeOf(run, story) {
    const { name, suite, step, log, listener, folder } = run;
    const remote = remoteRun({ name, suite, step, log, listener });
    const facts = await story(remote).catch((thrown) => brokenOff(run, remote, thrown));
    return {
        suite: name,
        files: folder.kept(),
        durationMs: step.clock.now() - remote.since,
        ...(remote.id !== undefined && { runId: run.redact(remote.id) }),
        ...(remote.url !== undefined && { runUrl: run.redact(remote.url) }),
        ...facts,
        reasons: facts.reasons.map((reason) => run.redact(reason)),
    };
}
function prepared(run) {
    const prepare = async () => {
        const ready = await run.suite.prepare();
        return ready === 'not yet' ? { percent: undefined } : { value: ready };
    };
    return (0,wait/* attempt */.j)(run.step, prepare, patience(run));
}
async function started(ready, run, remote) {
    const id = await startOnce(ready, run.step, remote, patience(run));
    run.log.say(`${run.name}: started, run ${(0,outputs/* shortened */.vI)(id)}`);
    return id;
}
async function judged(run, remote, opened, firstLook) {
    const end = await untilFinished(opened, run, remote, firstLook);
    run.log.say(`${run.name}: over, fetching the results`);
    const results = await (0,wait/* attempt */.j)(run.step, async () => ({ value: await opened.collect(end, run.folder) }), patience(run));
    for (const warning of results.warnings)
        run.log.say(`${run.name}: ${warning}`);
    return { ...judgeSuite(results, run.policy, run.noun), results: (0,build_results/* mapTexts */.zO)(results, run.redact) };
}
/** A status call right after the start may not find the run yet, in milliseconds. */
const NOT_YET = 60_000;
async function untilFinished(opened, run, remote, firstLook) {
    const isDue = (0,progress/* createCadence */.E)(run.step.clock);
    const begin = run.step.clock.now();
    const look = async () => {
        const seen = await opened.look();
        run.log.sections(run.name, seen.log ?? []);
        if (seen.state !== 'running')
            remote.over();
        if (seen.state === 'finished')
            return { value: seen };
        if (seen.state === 'ended')
            throw (0,build_trouble/* lastingTrouble */.Ac)(seen.kind, seen.reason, seen.said);
        if (isDue())
            run.log.say(`${run.name}: ${howFar(seen)}, ${(0,progress/* duration */.p)(run.step.clock.now() - begin)} so far`);
        return { percent: seen.progress?.percent };
    };
    return (0,wait/* attempt */.j)(run.step, look, { ...patience(run), gapFirst: firstLook === 'after a gap', missingIsNotYetMs: NOT_YET });
}
function howFar({ progress }) {
    if (progress === undefined)
        return 'running';
    const text = progress.text === undefined ? '' : ` (${progress.text})`;
    return `running, ${Math.floor(progress.percent)} %${text}`;
}
function patience({ name, log }) {
    return {
        onTrouble: (trouble, gapMs) => log.trouble(`${name}: trying again in ${(0,progress/* duration */.p)(gapMs)}: `, trouble),
    };
}
/** A story that broke off: what is still under way is stopped where the vendor can. */
async function brokenOff(run, remote, thrown) {
    const left = await remote.stop(thrown instanceof wait/* Stopped */.C ? 'the wait' : 'an error');
    if (thrown instanceof wait/* Stopped */.C) {
        const why = thrown.reason === 'cancelled' ? 'the workflow was cancelled' : 'timeout-minutes is over';
        return { conclusion: thrown.reason, reasons: [`${why}; ${left}`] };
    }
    const { message, facts } = (0,build_trouble/* asTrouble */.S_)(thrown);
    run.log.trouble(`${run.name}: `, (0,build_trouble/* asTrouble */.S_)(thrown));
    const reasons = remote.id === undefined ? [message] : [message, left];
    return {
        conclusion: 'error',
        errorKind: facts.kind,
        reasons,
        ...(facts.said !== undefined && { said: run.redact(facts.said) }),
    };
}
//# sourceMappingURL=suite-run.js.map
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
// EXTERNAL MODULE: ./build/world.js + 11 modules
var world = __webpack_require__(38890);
;// CONCATENATED MODULE: ./build/suites.js
/** All suites of a step, each told by itself: which story, how many at once, and who hears of their runs. */







const STORIES = {
    run: (run) => runSuite(run),
    start: (run) => startSuite(run),
    collect: (run, { runId }) => collectSuite(run, runId),
    cancel: (run, { runId }) => cancelSuite(run, runId),
};
/** Each suite's story, at most so many at once; one that breaks off does not stop the others. Rejects when what is to be sent is wrong. */
async function tellSuites(inputs, step, directory, tools) {
    const { suites, policy, provider, mode } = inputs;
    const { log, redactor, rim } = tools;
    const vendor = inputs.connect((0,world/* createWorld */.by)(inputs, step, tools));
    const book = (0,run_book/* createRunBook */.lp)(suites.map(({ name }) => name), rim.runner, mode, redactor.redact);
    const folders = slugs(suites.map(({ name }) => name));
    const told = suites.map((wanted, index) => ({
        wanted,
        slug: folders[index] ?? '',
        suite: vendor.suite(wanted.name, wanted.path),
        listener: book.listener(index),
    }));
    // One wrong file, or a disk that is full, is told before anything of any suite is sent.
    await checkAll(told.map(({ suite }) => suite));
    const ready = await Promise.all(told.map(async (each) => ({ ...each, folder: await directory.vendorFolder(each.slug) })));
    return pLimit(inputs.maxParallel).map(ready, ({ wanted, suite, listener, folder }) => {
        // What shows nothing goes first: between the letters of a secret it would hide it from the redactor, and not from readers.
        const common = {
            name: wanted.name,
            step,
            policy,
            log,
            folder,
            noun: provider.noun,
            redact: (text) => redactor.redact((0,untrusted/* visible */.RK)(text)),
        };
        return STORIES[mode]({ ...common, suite, listener }, wanted);
    });
}
/** All that is wrong with what is to be sent, in one trouble. */
async function checkAll(suites) {
    const checked = await Promise.allSettled(suites.map(async (suite) => suite.check?.()));
    const troubles = checked.flatMap((each) => (each.status === 'rejected' ? [(0,build_trouble/* asTrouble */.S_)(each.reason)] : []));
    const [first] = troubles;
    if (first !== undefined)
        throw new build_trouble/* Trouble */.qm(troubles.map(({ message }) => message).join('; '), first.facts);
}
//# sourceMappingURL=suites.js.map
;// CONCATENATED MODULE: ./build/main.js
/** The story of a step: inputs, suites, verdict, reports. */










/** Runs the step and gives its exit code; a vendor, GitHub or a disk that fails does not make it reject. */
async function main(rim) {
    const startedAt = rim.clock.wall();
    const tools = (0,world/* createTools */.uK)(rim);
    const parsed = await (0,world/* readInputs */.Ko)(tools);
    const ending = parsed.state === 'ready' ? await runStep(parsed, tools) : refusedStep(parsed, tools);
    const outcome = main_outcomeOf(ending, startedAt, tools);
    // Loaded here since no report is needed to start a run, and a quick start is worth more.
    const { publish } = await Promise.all(/* import() */[__webpack_require__.e(489), __webpack_require__.e(558)]).then(__webpack_require__.bind(__webpack_require__, 47177));
    await publish(outcome, { ...tools, ...ending });
    tools.log.say(`${outcome.conclusion}: ${outcome.message}`);
    return isGreen(outcome) ? 0 : 1;
}
/** A step that sends nothing: its inputs are wrong, or it has no credentials and is told to go on without. */
function refusedStep(parsed, { log }) {
    const reasons = (0,inputs/* mistakeLines */.mL)(parsed.mistakes);
    for (const reason of reasons)
        log.say(`input ${reason}`);
    const common = { provider: parsed.provider, noun: '', mode: 'run', gate: '', suites: [] };
    if (parsed.state === 'mistaken')
        return { ...common, annotations: parsed.annotations, judgement: { conclusion: 'error', errorKind: 'config', reasons } };
    const why = 'NOT TESTED: there are no credentials, and on-missing-credentials is skip';
    return { ...common, annotations: true, judgement: { conclusion: 'skipped', reasons: [why, ...reasons] } };
}
async function runStep({ inputs, warnings }, tools) {
    const { log, rim } = tools;
    const { provider, mode, policy, suites: wanted, annotations, artifact } = inputs;
    // A step that only starts or stops a run judges nothing.
    const gate = mode === 'run' || mode === 'collect' ? describeGate(policy, provider.noun) : '';
    const common = { provider: provider.name, noun: provider.noun, mode, gate, annotations, artifact };
    const step = (0,world/* startLife */.XL)(inputs, tools);
    const making = step.unlessOver(() => createReportDirectory(inputs.reportDirectory, rim.temporary));
    const plan = [
        `${mode} ${(0,figures/* countOf */.pq)(wanted.length, 'suite')}, at most ${(0,progress/* duration */.p)(inputs.timeoutMs)}`,
        ...(gate === '' ? [] : [gate]),
    ];
    log.say(`${provider.name}: ${plan.join('; ')}`);
    for (const warning of warnings)
        log.warn(warning);
    try {
        const directory = await making;
        const suites = await tellSuites(inputs, step, directory, tools);
        return { ...common, directory, suites, judgement: judgeStep(suites, policy, mode) };
    }
    catch (thrown) {
        return { ...common, suites: [], judgement: main_brokenOff(thrown, tools) };
    }
    finally {
        step.end();
    }
}
/** A step that broke off before any suite was told of. */
function main_brokenOff(thrown, { log }) {
    if (thrown instanceof wait/* Stopped */.C) {
        const what = 'before anything was sent, since the report directory could not be made in time; see report-directory';
        return { conclusion: thrown.reason, reasons: [`the step ended ${what}`] };
    }
    const trouble = (0,build_trouble/* asTrouble */.S_)(thrown);
    log.trouble('', trouble);
    return { conclusion: 'error', errorKind: trouble.facts.kind, reasons: [trouble.message] };
}
const LONGEST_MESSAGE = 500;
function main_outcomeOf(ending, startedAt, { rim, redactor }) {
    const { provider, noun, mode, gate, judgement, suites } = ending;
    const { conclusion, errorKind } = judgement;
    const reasons = judgement.reasons.map(redactor.redact);
    const message = (0,untrusted/* oneLine */.TN)(reasons.join('; '), LONGEST_MESSAGE);
    const told = { provider, noun, mode, gate, suites, conclusion, reasons, message };
    return { ...told, startedAt, finishedAt: rim.clock.wall(), ...(errorKind !== undefined && { errorKind }) };
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 81822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ junitMoment),
/* harmony export */   K: () => (/* binding */ junitSeconds),
/* harmony export */   QA: () => (/* binding */ isoMoment),
/* harmony export */   fN: () => (/* binding */ score),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
/** Numbers, spans of time and moments as people and files read them. */
/** A whole number with a comma at each thousand: `10,000`. By hand, since loading the rules of a locale would hold the start. */
function wholeNumber(value) {
    return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** A number with its noun, whose plural takes an `s`: `1 case`, `10,000 cases`. */
function countOf(value, noun) {
    return `${wholeNumber(value)} ${noun}${value === 1 ? '' : 's'}`;
}
/** A score from 0 to 1 with at most four decimals, cut and never rounded up: 0.99999 reads `0.9999`. */
function score(value) {
    return value < 0.0001 ? '0' : String(value).replace(/(\.\d{4})\d+$/, '$1');
}
/** Milliseconds in the two largest units that fit: `850 ms`, `12.3 s`, `3 min 12 s`, `2 h 5 min`. */
function timeSpan(ms) {
    if (ms < 1000)
        return `${Math.floor(ms)} ms`;
    if (ms < 60_000)
        return `${Math.floor(ms / 100) / 10} s`;
    const seconds = Math.floor(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** Milliseconds as seconds with three decimals, as JUnit writes them: `0.850`. */
function junitSeconds(ms) {
    return (ms / 1000).toFixed(3);
}
/** Milliseconds since 1970 as JUnit writes a moment: in UTC, without fraction and zone. */
function junitMoment(ms) {
    return new Date(ms).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
}
/** Milliseconds since 1970 in ISO 8601, in UTC. */
function isoMoment(ms) {
    return new Date(ms).toISOString();
}
//# sourceMappingURL=figures.js.map

/***/ })

};

