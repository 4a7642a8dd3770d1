export const id = 519;
export const ids = [519];
export const modules = {

/***/ 27519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readBatchReport: () => (/* binding */ readBatchReport)
});

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "stream"
var external_stream_ = __webpack_require__(2203);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/utils/is_object.js
var is_object = __webpack_require__(88467);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/index.js + 3 modules
var api = __webpack_require__(37084);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
var CsvError = __webpack_require__(26892);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js + 1 modules
var normalize_options = __webpack_require__(86845);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/index.js
/*
CSV Parse

Please look at the [project documentation](https://csv.js.org/parse/) for
additional information.
*/







class Parser extends external_stream_.Transform {
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = (0,api/* transform */.p)({
      on_skip: (err, chunk) => {
        this.emit("skip", err, chunk);
      },
      ...opts,
    });
    // Backward compatibility
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
  // Implementation of `Transform._transform`
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.end();
        // Fix #333 and break #410
        //   ko: api.stream.iterator.coffee
        //   ko with v21.4.0, ok with node v20.5.1: api.stream.finished # aborted (with generate())
        //   ko: api.stream.finished # aborted (with Readable)
        // this.destroy()
        // Fix #410 and partially break #333
        //   ok: api.stream.iterator.coffee
        //   ok: api.stream.finished # aborted (with generate())
        //   broken: api.stream.finished # aborted (with Readable)
        this.on("end", this.destroy);
      },
    );
    if (err !== undefined) {
      this.state.stop = true;
    }
    callback(err);
  }
  // Implementation of `Transform._flush`
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      undefined,
      true,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      },
    );
    callback(err);
  }
}

const parse = function () {
  let data, options, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (
      data === undefined &&
      (typeof argument === "string" || Buffer.isBuffer(argument))
    ) {
      data = argument;
    } else if (options === undefined && (0,is_object/* is_object */.v)(argument)) {
      options = argument;
    } else if (callback === undefined && type === "function") {
      callback = argument;
    } else {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options || {},
      );
    }
  }
  const parser = new Parser(options);
  if (callback) {
    const records =
      options === undefined || options.objname === undefined
        ? []
        : Object.create(null);
    parser.on("readable", function () {
      let record;
      while ((record = this.read()) !== null) {
        if (options === undefined || options.objname === undefined) {
          records.push(record);
        } else {
          Object.assign(records, {
            [record[0]]: record[1],
            // writable: true,
            // enumerable: true,
            // configurable: true
          });
        }
      }
    });
    parser.on("error", function (err) {
      callback(err, undefined, parser.api.__infoDataSet());
    });
    parser.on("end", function () {
      callback(undefined, records, parser.api.__infoDataSet());
    });
  }
  if (data !== undefined) {
    const writer = function () {
      parser.write(data);
      parser.end();
    };
    // Support Deno, Rollup doesn't provide a shim for setImmediate
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
};



// EXTERNAL MODULE: ./build/trouble.js
var trouble = __webpack_require__(62695);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
;// CONCATENATED MODULE: ./build/providers/kore/kept-texts.js
/** What is kept of the texts of a large file while it is read: equal ones once, and of endless ones the beginning. Pure. */
const LONGEST_TEXT = 64 * 1024;
/** What is no longer is never cut, in UTF-16 units. */
const SHORT_TEXT = 1000;
/** Of all longer texts together, which leaves a step within 256 MiB. */
const LONG_TEXTS = 4 * 1024 * 1024;
const MOST_SHARED = 10_000;
/** Keeps nothing yet. */
function createKeptTexts() {
    const [texts, facts] = [new Map(), new Map()];
    let left = LONG_TEXTS;
    function own(text) {
        if (text.length <= SHORT_TEXT)
            return text;
        const most = left > 0 ? LONGEST_TEXT : SHORT_TEXT;
        left -= Math.min(text.length, most);
        return text.length <= most ? text : beginning(text, most);
    }
    return {
        own,
        shared: (text) => sameOf(texts, text, () => own(text)),
        sharedFacts: (given) => sameOf(facts, JSON.stringify([...given]), () => given),
    };
}
function sameOf(known, key, make) {
    const same = known.get(key);
    if (same !== undefined)
        return same;
    const made = make();
    if (known.size < MOST_SHARED && key.length <= SHORT_TEXT)
        known.set(key, made);
    return made;
}
/** Copied, since a mere part of a string keeps the whole one in memory. Half a surrogate pair at the end shows nothing. */
function beginning(text, characters) {
    return Buffer.from(`${text.slice(0, characters - 1)}…`, 'utf16le').toString('utf16le');
}
//# sourceMappingURL=kept-texts.js.map
;// CONCATENATED MODULE: ./build/providers/kore/batch-utterances.js
/** What the rows of a Kore.ai batch result file say of each utterance, gathered row by row. */



/** How a check ended, from what says nothing to what decides. */
const OUTCOMES = ['untold', 'right', 'unknown', 'wrong'];
/** A table without rows. */
function createTable() {
    const utterances = [];
    const byIntent = new Map();
    const texts = createKeptTexts();
    let above;
    function utteranceOf(input, intent, row) {
        const withIntent = byIntent.get(keyOf(intent)) ?? new Map();
        byIntent.set(keyOf(intent), withIntent);
        const known = withIntent.get(keyOf(input));
        if (known !== undefined)
            return known;
        const begun = beginUtterance(texts.own(input), texts.shared(intent), texts.shared(row('matchedintent')));
        withIntent.set(keyOf(input), begun);
        utterances.push(begun);
        return begun;
    }
    return {
        add(row) {
            const place = placeOf(row, above, utteranceOf);
            if (above !== undefined && above !== place)
                trim(above.utterance);
            above = place;
            addIntent(place.utterance, row, texts);
            if (row('entityname') !== '')
                addEntity(place.utterance, row, texts);
            addFacts(place.utterance, row, texts);
        },
        cases() {
            const names = (0,results/* uniqueNames */.uZ)(utterances.map(({ input }) => input));
            return utterances.map((utterance, index) => toCase(names[index] ?? utterance.input, utterance));
        },
    };
}
/**
 * The vendor counts unique assertions, so rows of the same utterance and expected intent are one case wherever they stand.
 * A row without an utterance belongs to the one above.
 */
function placeOf(row, above, find) {
    const input = row('utterance');
    if (input === '' && above !== undefined)
        return above;
    const intent = row('expectedintent') || (above?.input === input ? above.intent : '');
    if (above?.input === input && above.intent === intent)
        return above;
    return { input, intent, utterance: find(input, intent, row) };
}
function beginUtterance(input, expectedIntent, matchedIntent) {
    const texts = { input, expectedIntent, matchedIntent };
    return { ...texts, intent: 'untold', entities: 'right', checks: [INTENT], facts: NO_FACTS };
}
const INTENT = { what: 'intent', expected: '', found: '', passed: false };
/** So many that copying them once more, where their rows lie apart, is nothing. */
const FEW_CHECKS = 16;
/** A list that grew has room for a dozen more, which is most of the memory of a large file. */
function trim(utterance) {
    if (utterance.checks.length <= FEW_CHECKS)
        utterance.checks = utterance.checks.slice();
}
const NO_FACTS = new Map();
const LONGEST_KEY = 1_000;
/** What stands for a text where texts are looked up, so that none has to be kept for that alone. */
function keyOf(text) {
    return text.length <= LONGEST_KEY ? text : (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
const RESULT_TYPES = new Map([
    ['', 'untold'],
    ['truepositive', 'right'],
    ['truenegative', 'right'],
    ['tp', 'right'],
    ['tn', 'right'],
    ['falsepositive', 'wrong'],
    ['falsenegative', 'wrong'],
    ['fp', 'wrong'],
    ['fn', 'wrong'],
]);
/** The intent's result stands in `Result Type`; where several rows tell it, the worst counts. */
function addIntent(utterance, row, texts) {
    const outcome = RESULT_TYPES.get(plain(row('resulttype'))) ?? 'unknown';
    if (graver(utterance.intent, outcome) === utterance.intent)
        return;
    utterance.intent = outcome;
    if (outcome !== 'wrong')
        return;
    utterance.expectedIntent = texts.shared(row('expectedintent')) || utterance.expectedIntent;
    utterance.matchedIntent = texts.shared(row('matchedintent'));
}
const ENTITY_RESULTS = new Map([
    ['true', 'right'],
    ['passed', 'right'],
    ['pass', 'right'],
    ['success', 'right'],
    ['false', 'wrong'],
    ['failed', 'wrong'],
    ['fail', 'wrong'],
    ['failure', 'wrong'],
]);
/** The entity's result stands in `Entity Result`. Where it is empty, equal values are proof, and different ones a failure. */
function addEntity(utterance, row, texts) {
    const [wanted, matched, told] = [row('expectedentityvalue'), row('matchedentityvalue'), row('entityresult').toLowerCase()];
    const isEqual = wanted === matched;
    const outcome = told === '' ? (isEqual ? 'right' : 'wrong') : (ENTITY_RESULTS.get(told) ?? 'unknown');
    const expected = texts.own(wanted);
    const found = isEqual ? expected : texts.own(matched);
    utterance.checks.push({ what: texts.shared(`entity ${row('entityname')}`), expected, found, passed: outcome === 'right' });
    utterance.entities = graver(utterance.entities, outcome);
}
function graver(left, right) {
    return OUTCOMES.indexOf(left) < OUTCOMES.indexOf(right) ? right : left;
}
function plain(cell) {
    return cell.toLowerCase().replace(/[^a-z]/g, '');
}
const FACTS = [
    ['Result type', 'resulttype'],
    ['Parent intent', 'parentintent'],
    ['Task state', 'taskstate'],
    ['Expected entity order', 'expectedentityorder'],
    ['Actual entity order', 'actualentityorder'],
    ['Score of the matched intent (FM/ML/KG)', 'matchedintentscorefmmlkg'],
    ['Score of the expected intent', 'expectedintentscore'],
    ['Elimination info', 'eliminationinfo'],
];
/** What the first row that has a fact says of it counts. */
function addFacts(utterance, row, texts) {
    const { facts } = utterance;
    if (FACTS.every(([label, column]) => facts.has(label) || row(column) === ''))
        return;
    const told = FACTS.map(([label, column]) => [label, facts.get(label) ?? texts.shared(row(column))]);
    utterance.facts = texts.sharedFacts(new Map(told.filter(([, text]) => text !== '')));
}
function toCase(name, { expectedIntent, matchedIntent, intent, entities, checks, facts }) {
    const status = statusOf(intent, entities);
    const message = status === 'error' ? 'the result file has an unknown result for this utterance' : undefined;
    checks[0] = { ...INTENT, expected: expectedIntent, found: matchedIntent, passed: intent === 'right' };
    return { name, status, flaky: false, tries: 1, checks, facts, ...(message !== undefined && { message }) };
}
function statusOf(...outcomes) {
    if (outcomes.includes('wrong'))
        return 'failed';
    return outcomes.every((outcome) => outcome === 'right') ? 'passed' : 'error';
}
//# sourceMappingURL=batch-utterances.js.map
;// CONCATENATED MODULE: ./build/providers/kore/batch-report.js
/**
 * The result file of a Kore.ai batch test: key-value lines, then a header, then a row for each utterance and entity. The
 * vendor documents it only in part, see `docs/providers/kore-batch.md`: column names without case, blanks and punctuation.
 */




/** Reads the file's rows into cases, one for each utterance. Rejects with a `Trouble` of kind `contract` when it cannot. */
async function readBatchReport(file) {
    const table = createTable();
    let columns;
    const parser = createParser((record) => {
        if (columns === undefined)
            columns = readHeader(record);
        else
            table.add(rowReader(columns, record));
    });
    await (0,promises_.pipeline)(file, parser).catch((thrown) => {
        throw thrown instanceof trouble/* Trouble */.qm
            ? thrown
            : unreadable(isCsvError(thrown) ? `line ${thrown.lines} is not valid CSV` : 'it broke off');
    });
    if (columns === undefined)
        throw unreadable('it has no header row that begins with Utterance');
    return table.cases();
}
const LARGEST_RECORD = 16 * 1024 * 1024;
/** Hands over each record as soon as it is read; nothing comes out of the parser itself. */
function createParser(take) {
    const parser = parse({
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: LARGEST_RECORD,
        on_record(record) {
            // The parser holds each record against the width of the first, and makes an error with a stack for all others, even
            // where they may differ: three quarters of the time for a large file, in which the key-value lines come first.
            Object.assign(parser.info, { records: 0 });
            take(record);
            return null;
        },
    });
    return parser;
}
function isCsvError(thrown) {
    return thrown instanceof Error && 'lines' in thrown && typeof thrown.lines === 'number';
}
function unreadable(fact) {
    return new trouble/* Trouble */.qm(`the result file of the batch test cannot be read: ${fact}`, { kind: 'contract', persistence: 'shape' });
}
const NEEDED = ['expectedintent', 'matchedintent', 'resulttype'];
function readHeader(record) {
    const names = record.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
    if (names[0] !== 'utterance' && names[0] !== 'utterances')
        return undefined;
    const named = names.filter((name) => name !== '');
    if (new Set(named).size < named.length)
        throw unreadable('two of its columns have the same name');
    const missing = NEEDED.filter((name) => !named.includes(name));
    if (missing.length > 0)
        throw unreadable(`it has no column ${missing.join(', ')}`);
    const at = new Map(names.map((name, index) => [name, index])).set('utterance', 0);
    return { at, width: names.length, lastNeeded: Math.max(...NEEDED.map((name) => names.indexOf(name))) };
}
/** A row may end early where its last cells are empty, but not before the columns that the verdict needs. */
function rowReader({ at, width, lastNeeded }, record) {
    if (record.length <= lastNeeded)
        throw unreadable('a row ends before its result type');
    const extra = record.length > width ? record.slice(width) : [];
    if (extra.some((cell) => cell.trim() !== ''))
        throw unreadable('a row has more cells than the header');
    return (name) => record[at.get(name) ?? -1]?.trim() ?? '';
}
//# sourceMappingURL=batch-report.js.map

/***/ })

};

