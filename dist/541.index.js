export const id = 541;
export const ids = [541];
export const modules = {

/***/ 94541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ BrokenCsv),
  csvRecords: () => (/* binding */ csvRecords)
});

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/index.js + 3 modules
var api = __webpack_require__(37084);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js + 1 modules
var normalize_options = __webpack_require__(86845);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/sync.js



const parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = (0,api/* transform */.p)(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};



;// CONCATENATED MODULE: ./build/csv-records.js
/** The records of a CSV file in the repository, each with the line on which it begins. */

/** What is not valid CSV. */
class BrokenCsv extends Error {
    /** On which the record begins that cannot be read, from 1. */
    line;
    constructor(line, cause) {
        super('not valid CSV', { cause });
        this.line = line;
    }
}
/** As people write them: with a quote in the middle of a cell, with rows that are shorter or longer than the header. */
const FORM = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
/** The records in the order of the file, empty lines left out. Throws {@link BrokenCsv}. */
function csvRecords(bytes) {
    const records = [];
    const lines = lineCounter(bytes);
    let end = 0;
    const onRecord = (cells, info) => {
        records.push({ cells, line: lines.firstBehind(end) });
        end = info.bytes;
        return null;
    };
    try {
        parse(bytes, { ...FORM, on_record: onRecord });
    }
    catch (thrown) {
        throw new BrokenCsv(lines.firstBehind(end), thrown);
    }
    return records;
}
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];
/** The reader of CSV counts a line break of two characters twice within a cell, and tells where a record ends alone. */
function lineCounter(bytes) {
    let [line, at] = [1, 0];
    const isBreak = () => bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN;
    const step = () => {
        if (isBreak() && !(bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED))
            line += 1;
        at += 1;
    };
    const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return {
        /** The first line from that byte on that is not empty. Asked for bytes in their order. */
        firstBehind(start) {
            while (at < Math.max(start, byteOrderMark))
                step();
            while (isBreak())
                step();
            return line;
        },
    };
}
//# sourceMappingURL=csv-records.js.map

/***/ })

};

