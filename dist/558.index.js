export const id = 558;
export const ids = [558];
export const modules = {

/***/ 47177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(73429);
// EXTERNAL MODULE: ./build/outputs.js
var build_outputs = __webpack_require__(30214);
// EXTERNAL MODULE: ./build/untrusted.js
var untrusted = __webpack_require__(31730);
;// CONCATENATED MODULE: ./build/report/worst.js
/** The checks that were not met, in the vendor's order. */
function failingChecks(each) {
    return each.checks.filter((check) => !check.passed);
}
/**
 * The cases that failed or could not be run, the worst first: failed before errored, more failing checks before fewer,
 * else in the order they came.
 */
function worstFirst(cases) {
    return rank(cases, (each) => each);
}
/** The same over all suites of a step. */
function worstOfAll(outcome) {
    const all = outcome.suites.flatMap(({ suite, results }) => (results?.cases ?? []).map((each) => ({ suite, each })));
    return rank(all, ({ each }) => each);
}
function rank(items, caseOf) {
    return items
        .filter((item) => caseOf(item).status === 'failed' || caseOf(item).status === 'error')
        .map((item) => ({ item, errored: caseOf(item).status === 'error', failing: failingChecks(caseOf(item)).length }))
        .sort((left, right) => Number(left.errored) - Number(right.errored) || right.failing - left.failing)
        .map(({ item }) => item);
}
//# sourceMappingURL=worst.js.map
;// CONCATENATED MODULE: ./build/report/failure-text.js


/** A check in one sentence; each text of the vendor is cut to that many characters. */
function checkText(check, characters) {
    const { what, expected, found } = check;
    return `${(0,untrusted/* cut */.Jj)(what, characters)}: expected ${quoted(expected, characters)}, found ${quoted(found, characters)}`;
}
/** Why the case is not green: its message, else its first failing check, else nothing. */
function reasonText(each, characters) {
    if (each.message !== undefined)
        return (0,untrusted/* cut */.Jj)(each.message, characters);
    const first = each.checks.find(({ passed }) => !passed);
    return first && (0,untrusted/* cut */.Jj)(checkText(first, characters), characters);
}
/** One line for each failing check, as many as fit; empty when there are none. */
function failingChecksText(each, characters) {
    const lines = failingChecks(each).map((check) => checkText(check, characters));
    return (0,untrusted/* cut */.Jj)(lines.join('\n'), characters);
}
function quoted(text, characters) {
    return text === '' ? 'nothing' : `“${(0,untrusted/* cut */.Jj)(text, characters)}”`;
}
//# sourceMappingURL=failure-text.js.map
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
;// CONCATENATED MODULE: ./build/report/annotations.js




const CASES_SHOWN = 9;
const MESSAGE_CHARACTERS = 4_096;
/** So that a long reply leaves room for the checks below it. */
const LINE_CHARACTERS = 1_000;
const PART_CHARACTERS = 300;
const CHECKS_SHOWN = 5;
/** The ends that are told, with their titles; a green or merely started step says nothing. */
const OVERVIEW = {
    failed: { level: 'error', title: 'Agent tests failed' },
    inconclusive: { level: 'error', title: 'Agent tests were inconclusive' },
    'timed-out': { level: 'error', title: 'Agent tests timed out' },
    cancelled: { level: 'warning', title: 'Agent tests were cancelled' },
    error: { level: 'error', title: 'Agent tests could not be judged' },
    skipped: { level: 'warning', title: 'NOT TESTED' },
};
/** An overview, then the worst nine cases; none when the step passed or only started a run. */
function annotations(outcome) {
    const head = OVERVIEW[outcome.conclusion];
    const isWanted = outcome.mode === 'cancel' && outcome.conclusion === 'cancelled';
    if (head === undefined || isWanted)
        return [];
    const worst = worstOfAll(outcome);
    const shown = worst.slice(0, CASES_SHOWN);
    const overview = { ...head, message: overviewText(outcome, shown.length, worst.length) };
    return [overview, ...shown.map((entry, index) => caseAnnotation(entry, index, outcome))];
}
function overviewText(outcome, shown, worst) {
    const suites = outcome.suites.length < 2 ? [] : outcome.suites.filter(({ conclusion }) => conclusion !== 'passed');
    return joined([
        outcome.message,
        outcome.gate === '' ? '' : `Gate: ${outcome.gate}`,
        worst > shown ? `The worst ${shown} of ${(0,figures/* countOf */.pq)(worst, 'case')} follow; the job summary and the artifact have more.` : '',
        ...suites.map(({ suite, conclusion, reasons }) => `${suite}: ${conclusion}. ${reasons[0] ?? ''}`),
    ]);
}
function caseAnnotation({ suite, each }, index, outcome) {
    const title = `${each.status === 'failed' ? 'Failed case' : 'Case that could not be run'} (${index + 1})`;
    const place = outcome.suites.length > 1 ? `Suite: ${suite}` : '';
    return { level: 'error', title, message: joined([each.name, place, each.message ?? '', ...checkLines(each)]) };
}
function checkLines(each) {
    const failing = failingChecks(each);
    const lines = failing.slice(0, CHECKS_SHOWN).map((check) => checkText(check, PART_CHARACTERS));
    return failing.length > CHECKS_SHOWN ? [...lines, `and ${(0,figures/* countOf */.pq)(failing.length - CHECKS_SHOWN, 'more failing check')}`] : lines;
}
/** The lines that are not empty, each made harmless for the log, as one message that GitHub takes whole. */
function joined(lines) {
    const shown = lines.filter((line) => line !== '').map((line) => (0,untrusted/* oneLine */.TN)(line, LINE_CHARACTERS));
    return (0,untrusted/* cut */.Jj)(shown.join('\n'), MESSAGE_CHARACTERS);
}
//# sourceMappingURL=annotations.js.map
// EXTERNAL MODULE: ./build/results.js
var results = __webpack_require__(26878);
;// CONCATENATED MODULE: ./build/report/gate-case.js
/**
 * The case of our own in the machine-readable reports. Readers of JUnit and CTRF know cases only: a suite that ended
 * without results, or one that missed a gate although each of its cases passed, would look green to them.
 */

/** The name of that case, and of the suite that carries it when no suite of the step does. */
const GATE = 'agent-test-gate';
/** All suites of the step, each with a case of ours where its cases alone would tell another story than its conclusion. */
function reportedSuites(outcome) {
    const suites = outcome.suites.map(reportedSuite);
    const told = outcome.suites.some(({ conclusion }) => (0,results/* gravity */.fp)(conclusion) <= (0,results/* gravity */.fp)(outcome.conclusion));
    if (told)
        return suites;
    const durationMs = Math.max(0, outcome.finishedAt - outcome.startedAt);
    return [{ name: GATE, cases: [gateCase(outcome.conclusion, outcome.message)], durationMs }, ...suites];
}
function reportedSuite(outcome) {
    const cases = outcome.results?.cases ?? [];
    const ours = needsGateCase(outcome.conclusion, cases) ? [gateCase(outcome.conclusion, outcome.reasons.join('; '))] : [];
    return { name: outcome.suite, cases: [...ours, ...cases], durationMs: outcome.durationMs, outcome };
}
function needsGateCase(conclusion, cases) {
    if (conclusion === 'passed')
        return cases.length === 0;
    return conclusion !== 'failed' || !cases.some(({ status }) => status === 'failed');
}
function gateCase(conclusion, message) {
    return { name: GATE, status: statusOf(conclusion), message, flaky: false, tries: 1, checks: [], facts: new Map() };
}
function statusOf(conclusion) {
    if (conclusion === 'passed' || conclusion === 'failed')
        return conclusion;
    return conclusion === 'skipped' || conclusion === 'started' ? 'skipped' : 'error';
}
//# sourceMappingURL=gate-case.js.map
;// CONCATENATED MODULE: ./build/report/ctrf.js
/** `ctrf.json`: the normalised results in the Common Test Report Format, https://ctrf.io, version 0.0.0 of its schema. */





/** The whole text is in the vendor's file. */
const TEXT_CHARACTERS = 10_000;
/** The format has no word for a case that could not be run: that is `other`, with `rawStatus`. */
const STATUS = {
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    error: 'other',
};
/**
 * The results as CTRF. Its summary counts the tests that are listed; the vendor's own counts, which may have no rows
 * beside them, are in `extra`, with conclusion, metrics and figures. A suite that is not green by its cases alone has a
 * test named `agent-test-gate` with the reason.
 */
function ctrf(outcome) {
    const suites = reportedSuites(outcome);
    const report = {
        reportFormat: 'CTRF',
        specVersion: '0.0.0',
        timestamp: (0,figures/* isoMoment */.QA)(outcome.finishedAt),
        generatedBy: GATE,
        results: {
            tool: { name: GATE, extra: { provider: outcome.provider } },
            summary: summaryOf(suites, outcome),
            tests: suites.flatMap(({ name, cases }) => cases.map((each) => testOf(each, name))),
            extra: stepExtra(outcome),
        },
    };
    return `${JSON.stringify(report)}\n`;
}
function summaryOf(suites, outcome) {
    const { total, errored, ...counts } = (0,results/* countCases */.zp)(suites.flatMap(({ cases }) => cases));
    return {
        tests: total,
        ...counts,
        pending: 0,
        other: errored,
        suites: suites.length,
        start: Math.round(outcome.startedAt),
        stop: Math.round(outcome.finishedAt),
        duration: Math.max(0, Math.round(outcome.finishedAt - outcome.startedAt)),
    };
}
function testOf(each, suite) {
    const message = each.status === 'passed' ? undefined : reasonText(each, TEXT_CHARACTERS);
    const trace = failingChecksText(each, TEXT_CHARACTERS);
    return {
        name: each.name || '(no name)',
        status: STATUS[each.status],
        ...(each.status === 'error' && { rawStatus: 'error' }),
        duration: Math.round(each.durationMs ?? 0),
        suite: [suite],
        ...(message !== undefined && { message }),
        ...(trace !== '' && { trace }),
        ...(each.tries > 1 && { retries: each.tries - 1 }),
        flaky: each.flaky,
        ...caseExtra(each),
    };
}
function caseExtra({ checks, facts }) {
    if (checks.length === 0 && facts.size === 0)
        return {};
    return {
        extra: {
            checks: checks.map(({ what, expected, found, passed }) => ({
                what: ctrf_short(what),
                expected: ctrf_short(expected),
                found: ctrf_short(found),
                passed,
            })),
            ...(facts.size > 0 && { facts: factList(facts) }),
        },
    };
}
function stepExtra(outcome) {
    const { conclusion, errorKind, message, gate, provider, suites } = outcome;
    return { conclusion, errorKind, message, gate, provider, suites: suites.map(suiteExtra) };
}
function suiteExtra(outcome) {
    const { results, said, ...rest } = outcome;
    if (results === undefined)
        return { ...rest, said: said && ctrf_short(said) };
    const { counts, metrics, figures, contradictions, warnings } = results;
    return { ...rest, said: said && ctrf_short(said), counts, metrics, figures: factList(figures), contradictions, warnings };
}
function factList(facts) {
    return [...facts].map(([name, value]) => ({ name: ctrf_short(name), value: ctrf_short(value) }));
}
function ctrf_short(text) {
    return (0,untrusted/* cut */.Jj)(text, TEXT_CHARACTERS);
}
//# sourceMappingURL=ctrf.js.map
// EXTERNAL MODULE: ./node_modules/fast-xml-builder/src/fxb.js + 3 modules
var fxb = __webpack_require__(43489);
;// CONCATENATED MODULE: ./build/report/junit.js
/** `junit.xml`: the results as Jenkins, GitLab and most test viewers read them. */






/** Above the longest utterance of any vendor; readers keep names in indexes. */
const NAME_CHARACTERS = 4_000;
/** Parsers refuse nodes of some megabytes; the whole text is in the vendor's file. */
const junit_TEXT_CHARACTERS = 10_000;
const builder = new fxb/* default */.A({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
});
/**
 * The results in the JUnit format of Jenkins, with one `testsuite` for each suite. A suite that is not green by its
 * cases alone has a case named `agent-test-gate` with the reason.
 */
function junit(outcome) {
    const suites = reportedSuites(outcome);
    const all = suites.flatMap(({ cases }) => cases);
    return builder.build({
        '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
        testsuites: {
            '@name': `agent-test-gate ${outcome.provider}`,
            '@tests': String(all.length),
            '@failures': having(all, 'failed'),
            '@errors': having(all, 'error'),
            '@time': (0,figures/* junitSeconds */.K)(Math.max(0, outcome.finishedAt - outcome.startedAt)),
            testsuite: suites.map((suite) => suiteElement(suite, outcome)),
        },
    });
}
function suiteElement(suite, outcome) {
    const { cases } = suite;
    const names = (0,results/* uniqueNames */.uZ)(cases.map(({ name }) => nameText(name)));
    const classname = nameText(`${outcome.provider}.${suite.name}`);
    return {
        '@name': nameText(suite.name),
        '@tests': String(cases.length),
        '@failures': having(cases, 'failed'),
        '@errors': having(cases, 'error'),
        '@skipped': having(cases, 'skipped'),
        '@time': (0,figures/* junitSeconds */.K)(suite.durationMs),
        '@timestamp': (0,figures/* junitMoment */.$S)(outcome.startedAt),
        properties: { property: properties(suite, outcome) },
        testcase: cases.map((each, index) => caseElement(each, names[index] ?? each.name, classname)),
    };
}
function properties({ outcome: suite }, outcome) {
    const facts = [
        ['provider', outcome.provider],
        ['conclusion', suite?.conclusion ?? outcome.conclusion],
        ['error-kind', suite?.errorKind ?? outcome.errorKind],
        ['gate', outcome.gate],
        ['run-id', suite?.runId],
        ['run-url', suite?.runUrl],
        ...metricFacts(suite?.results?.metrics ?? {}),
        ...(suite?.results?.figures ?? []),
    ];
    return facts.flatMap(([name, value]) => (value === undefined ? [] : [property(name, value)]));
}
function metricFacts(metrics) {
    return [
        ['f1', metrics.f1?.toString()],
        ['precision', metrics.precision?.toString()],
        ['recall', metrics.recall?.toString()],
        ['average-score', metrics.averageScore?.toString()],
    ];
}
function property(name, value) {
    return { '@name': nameText(name), '@value': attributeText(value, NAME_CHARACTERS) };
}
function caseElement(each, name, classname) {
    const head = { '@name': name, '@classname': classname, '@time': (0,figures/* junitSeconds */.K)(each.durationMs ?? 0) };
    return { ...head, ...troubleElement(each), ...conversationElement(each) };
}
function troubleElement(each) {
    if (each.status === 'passed')
        return {};
    const message = attributeText(reasonText(each, junit_TEXT_CHARACTERS) ?? each.status, junit_TEXT_CHARACTERS);
    if (each.status === 'skipped')
        return { skipped: { '@message': message } };
    const body = (0,untrusted/* xmlText */.xK)(failingChecksText(each, junit_TEXT_CHARACTERS));
    const detail = { '@message': message, '@type': each.status, ...(body !== '' && { '#text': body }) };
    return each.status === 'failed' ? { failure: detail } : { error: detail };
}
/** What was said, where the vendor tells it. */
function conversationElement({ turns = [] }) {
    const text = turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n');
    return text === '' ? {} : { 'system-out': (0,untrusted/* xmlText */.xK)((0,untrusted/* cut */.Jj)(text, junit_TEXT_CHARACTERS)) };
}
/** Names may not be empty. */
function nameText(text) {
    return attributeText(text, NAME_CHARACTERS) || '(no name)';
}
/** XML readers turn line breaks in attributes into blanks: so do we, before names are made unique. */
function attributeText(text, characters) {
    return (0,untrusted/* xmlText */.xK)((0,untrusted/* cut */.Jj)(text, characters)).replace(/[\t\r\n]/g, ' ');
}
function having(cases, status) {
    return String(cases.filter((each) => each.status === status).length);
}
//# sourceMappingURL=junit.js.map
;// CONCATENATED MODULE: ./build/report/advice.js
const VERDICTS = {
    passed: '✅ Passed',
    failed: '❌ Failed',
    inconclusive: '⚠️ Inconclusive',
    'timed-out': '⏱ Timed out',
    cancelled: '🚫 Cancelled',
    error: '💥 Error',
    skipped: '⏭ NOT TESTED',
    started: '🚀 Started',
};
const COLLECT = 'A run that is still under way at the vendor is taken up again with <code>mode: collect</code> and its id.';
/** Markup of ours. */
const ADVICE = {
    failed: 'Correct the agent, or the test where it expects what is out of date.',
    inconclusive: 'Take this neither for a pass nor for a failure. Running the job again may settle what does not fit.',
    'timed-out': `Raise <code>timeout-minutes</code>, or see on the vendor’s page what holds the run up. ${COLLECT}`,
    cancelled: `Run the job again. ${COLLECT}`,
    skipped: 'Give the credentials to this step. Pull requests from forks and from Dependabot get none: test those on a branch.',
    started: 'No result is known yet: <code>mode: collect</code> with this run’s id waits for it and reports.',
};
const ERROR_ADVICE = {
    config: 'Correct the inputs of this step, then run the job again.',
    auth: 'Check that the credentials belong to this account and agent, are still valid, and have the permission that is needed.',
    network: `Run the job again. If it stays, check <code>base-url</code>, proxy and certificates of the runner. ${COLLECT}`,
    'rate-limit': `Run the job again later, with a longer <code>poll-interval-seconds</code>. ${COLLECT}`,
    vendor: 'The trouble is at the vendor: see what it said, and the page of the run. Running the job again may be enough.',
    contract: 'The vendor answered in a way that its documentation does not know. Please report it to agent-test-gate.',
    security: 'What is not safe was refused. A host that you trust can be named in <code>download-hosts</code>.',
    internal: 'This is a mistake of agent-test-gate. Please report it, with the log.',
};
/** The verdict in words, with its sign. That a run was stopped is no trouble where the mode asks for just that. */
function verdictWords(conclusion, mode) {
    return mode === 'cancel' && conclusion === 'cancelled' ? '⏹ Stopped' : VERDICTS[conclusion];
}
/** What to do now, in markup of ours; nothing when all is well. */
function advice({ conclusion, errorKind, mode, }) {
    if (conclusion === 'error')
        return ERROR_ADVICE[errorKind ?? 'internal'];
    return mode === 'cancel' ? undefined : ADVICE[conclusion];
}
//# sourceMappingURL=advice.js.map
;// CONCATENATED MODULE: ./build/report/markup.js
/**
 * The HTML that the job summary is made of. It is HTML and not Markdown because GitHub takes a block that begins with a
 * tag as it is: no Markdown comes to life in it, whatever stands there, and cells can span rows. All functions give
 * lines without a blank one, which would end such a block.
 */

/** Cells of the vendor's text hold no more. */
const CELL_CHARACTERS = 500;
/** So many characters without a blank make a line: a longer word would push the other columns out of sight. */
const LONG_WORD = /\S{30}(?=\S)/gu;
/** With its brackets, so that `split` gives the words between them too. */
const MENTION = /(\S*[@#]\S*)/;
/**
 * Text of the vendor as a code span, cut, and broken where a word is too long for a column; where none of it can be seen
 * it reads `nothing`.
 */
function foreign(text, characters = CELL_CHARACTERS) {
    const code = (0,untrusted/* inlineCode */.ti)((0,untrusted/* cut */.Jj)(text, characters).replace(LONG_WORD, '$&\n'), characters);
    return code === '<code></code>' ? '<i>nothing</i>' : code;
}
/**
 * A sentence of ours that may name foreign things, cut: escaped as code is, without looking like it. Only words that
 * GitHub could take for a mention or a reference are shown as code, which is where it looks for none.
 */
function sentence(text, characters = CELL_CHARACTERS) {
    const parts = (0,untrusted/* cut */.Jj)(text, characters).split(MENTION);
    return parts.map((part, index) => (index % 2 === 1 ? (0,untrusted/* inlineCode */.ti)(part) : plain(part))).join('');
}
function plain(text) {
    return (0,untrusted/* inlineCode */.ti)(text).slice('<code>'.length, -'</code>'.length);
}
/** A link of markup that is safe already; only the markup where the address is not one of the web. */
function markup_link(markup, address) {
    const url = URL.parse(address);
    if (url === null || !['https:', 'http:'].includes(url.protocol))
        return markup;
    return `<a href="${url.href.replaceAll('&', '&amp;').replaceAll("'", '%27')}">${markup}</a>`;
}
/** One row of a table. */
function row(cells) {
    return `<tr>${cells.map((cell) => markup_element('td', cell)).join('')}</tr>`;
}
/** The row of column titles of a table. */
function titleRow(titles) {
    return `<tr>${titles.map((title) => markup_element('th', title)).join('')}</tr>`;
}
/** Items as a list; they are safe already. */
function list(items) {
    return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}
function markup_element(tag, { markup, rows = 1, columns = 1, align, width }) {
    const attributes = [
        align === undefined ? '' : ` align="${align}"`,
        width === undefined ? '' : ` width="${width}"`,
        rows === 1 ? '' : ` rowspan="${rows}" valign="top"`,
        columns === 1 ? '' : ` colspan="${columns}"`,
    ];
    return `<${tag}${attributes.join('')}>${markup}</${tag}>`;
}
//# sourceMappingURL=markup.js.map
;// CONCATENATED MODULE: ./build/report/counts-table.js
/** The table of counts and metrics: one row, or one for each suite and one for all of them. */




const COLUMNS = [
    { title: 'Cases', value: ({ counts }) => shown(counts?.total) },
    { title: 'Passed', value: ({ counts }) => shown(counts?.passed) },
    { title: 'Failed', value: ({ counts }) => shown(counts?.failed) },
    { title: 'Errored', value: ({ counts }) => shown(counts?.errored) },
    { title: 'Skipped', value: ({ counts }) => shown(counts?.skipped), when: ({ counts }) => (counts?.skipped ?? 0) > 0 },
    { title: 'Flaky', value: ({ counts }) => shown(counts?.flaky), when: ({ counts }) => (counts?.flaky ?? 0) > 0 },
    { title: 'Pass&nbsp;rate', value: ({ counts }) => percent(counts) },
    metricColumn('F1', ({ f1 }) => f1),
    metricColumn('Precision', ({ precision }) => precision),
    metricColumn('Recall', ({ recall }) => recall),
    metricColumn('Average score', ({ averageScore }) => averageScore),
];
const SUITE_TITLES = [{ markup: 'Suite' }, { markup: 'Verdict' }];
/**
 * Counts, pass rate, and the metrics that there are; nothing when no suite has results. `eachSuite` gives a row to every
 * suite where there are several; the row for all of them has the worst metrics, which a gate looks at.
 */
function* countsTable({ suites, mode }, eachSuite) {
    const withResults = suites.filter(({ results }) => results !== undefined);
    const apart = eachSuite && suites.length > 1;
    if (withResults.length === 0 && !apart)
        return;
    const total = { counts: withResults.length === 0 ? undefined : (0,results/* sumCounts */.W_)(suites), metrics: (0,results/* worstMetrics */.R)(suites) };
    const columns = COLUMNS.filter(({ when }) => when?.(total) ?? true);
    yield '<table>';
    yield titleRow([...(apart ? SUITE_TITLES : []), ...columns.map(({ title }) => ({ markup: title }))]);
    if (apart)
        for (const suite of suites)
            yield row([...suiteCells(suite, mode), ...figureCells(figuresOf(suite), columns)]);
    const label = apart ? [{ markup: '<b>All suites</b>', columns: 2 }] : [];
    yield row([...label, ...figureCells(total, columns)]);
    yield '</table>';
    yield '';
}
function suiteCells({ suite, conclusion }, mode) {
    return [{ markup: foreign(suite) }, { markup: verdictWords(conclusion, mode).replaceAll(' ', '&nbsp;') }];
}
function figuresOf({ results }) {
    return { counts: results?.counts, metrics: results?.metrics ?? {} };
}
function figureCells(figures, columns) {
    return columns.map(({ value }) => ({ markup: value(figures) ?? '–', align: 'right' }));
}
function metricColumn(title, pick) {
    const value = ({ metrics }) => {
        const metric = pick(metrics);
        return metric === undefined ? undefined : (0,figures/* score */.fN)(metric);
    };
    return { title, value, when: (total) => value(total) !== undefined };
}
function shown(count) {
    return count === undefined ? undefined : (0,figures/* wholeNumber */.rD)(count);
}
function percent(counts) {
    const rate = counts && (0,results/* passRate */.sc)(counts);
    return rate === undefined ? undefined : `${rate}&nbsp;%`;
}
//# sourceMappingURL=counts-table.js.map
;// CONCATENATED MODULE: ./build/report/case-tables.js



/** So many cases stand open; the rest is folded, or nobody would scroll to what follows. */
const OPEN_CASES = 25;
/** So many checks of one case are shown. */
const case_tables_CHECKS_SHOWN = 20;
const COLUMNS_BESIDE_NAME = 3;
const CONVERSATION_CHARACTERS = 4_000;
const PASSED_TITLES = titles('Case', 'Checks', 'Time', 'Tries');
const SKIPPED_TITLES = titles('Case', 'Why it was skipped');
const CHECK_TITLES = [
    { markup: 'Checked', width: '22%' },
    { markup: 'Expected', width: '22%' },
    { markup: 'Found', width: '22%' },
];
const MESSAGE_TITLES = [{ markup: 'What happened', columns: COLUMNS_BESIDE_NAME }];
/** Cases that failed or could not be run, with expected and found side by side; those beyond the first few are folded. */
function* troubleTables(cases, column) {
    yield* troubleTable(cases.slice(0, OPEN_CASES), column);
    const folded = cases.slice(OPEN_CASES);
    if (folded.length > 0)
        yield* details(`${(0,figures/* wholeNumber */.rD)(folded.length)} more`, troubleTable(folded, column));
}
/** Cases that passed, in the vendor's order. */
function* passedTable(cases) {
    yield '<table>';
    yield titleRow(PASSED_TITLES);
    for (const each of cases) {
        const time = each.durationMs === undefined ? '' : (0,figures/* timeSpan */.wL)(each.durationMs);
        const tries = `${each.tries}${each.flaky ? ' ⚠️ flaky' : ''}`;
        yield row([{ markup: foreign(each.name) }, right(checksMet(each)), right(time), right(tries)]);
    }
    yield '</table>';
    yield '';
}
/** Cases that were skipped, with the reason where there is one. */
function* skippedTable(cases) {
    yield '<table>';
    yield titleRow(SKIPPED_TITLES);
    for (const { name, message } of cases)
        yield row([{ markup: foreign(name) }, { markup: message === undefined ? '' : foreign(message) }]);
    yield '</table>';
    yield '';
}
/** Blocks that are folded under a title of ours. */
function* details(title, blocks) {
    yield '<details>';
    yield `<summary>${title}</summary>`;
    yield '';
    yield* blocks;
    yield '</details>';
    yield '';
}
function* troubleTable(cases, column) {
    const checked = cases.some(({ checks }) => checks.length > 0);
    yield '<table>';
    yield `<thead>${titleRow([{ markup: column }, ...(checked ? CHECK_TITLES : MESSAGE_TITLES)])}</thead>`;
    for (const each of cases)
        yield* troubleRows(each);
    yield '</table>';
    yield '';
}
/**
 * The name reaches over the rows of the case: its message, its checks with the failing ones first, its facts. They are a
 * body of their own, so that GitHub's stripes begin anew with each case.
 */
function* troubleRows(each) {
    const rows = [...messageRows(each), ...checkRows(each.checks), ...conversationRows(each), ...factRows(each)];
    const name = { markup: foreign(each.name), rows: rows.length };
    yield '<tbody>';
    for (const [index, cells] of rows.entries())
        yield row(index === 0 ? [name, ...cells] : cells);
    yield '</tbody>';
}
function messageRows({ message, checks }) {
    if (message !== undefined)
        return [[{ markup: foreign(message), columns: COLUMNS_BESIDE_NAME }]];
    return checks.length > 0 ? [] : [[{ markup: 'The vendor gave no reason.', columns: COLUMNS_BESIDE_NAME }]];
}
function checkRows(checks) {
    const failingFirst = checks.toSorted((left, right) => Number(left.passed) - Number(right.passed));
    const rows = failingFirst.slice(0, case_tables_CHECKS_SHOWN).map(checkRow);
    const more = checks.length - rows.length;
    return more === 0
        ? rows
        : [...rows, [{ markup: `${(0,figures/* countOf */.pq)(more, 'more check')}, in the artifact`, columns: COLUMNS_BESIDE_NAME }]];
}
function checkRow({ what, expected, found, passed }) {
    return [{ markup: `${passed ? '✅' : '❌'} ${foreign(what)}` }, { markup: foreign(expected) }, { markup: foreign(found) }];
}
function factRows({ facts, flaky, tries }) {
    const told = [...facts].map(([name, value]) => `${name}: ${value}`);
    const all = flaky || tries > 1 ? [...told, `Tries: ${tries}`] : told;
    if (all.length === 0)
        return [];
    // Folded, since expected and found are what a reviewer looks for, and the rest is for whoever mends the agent.
    const markup = `<details><summary>More from the vendor</summary>${foreign(all.join(' · '), CELL_CHARACTERS)}</details>`;
    return [[{ markup, columns: COLUMNS_BESIDE_NAME }]];
}
/** The conversation, folded; what is too long for a summary is in the artifact. */
function conversationRows({ turns = [] }) {
    if (turns.length === 0)
        return [];
    const text = turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n');
    const title = `Conversation (${(0,figures/* countOf */.pq)(turns.length, 'turn')})`;
    return [
        [
            {
                markup: `<details><summary>${title}</summary>${(0,untrusted/* codeBlock */.DV)(text, CONVERSATION_CHARACTERS)}</details>`,
                columns: COLUMNS_BESIDE_NAME,
            },
        ],
    ];
}
function checksMet({ checks }) {
    return checks.length === 0 ? '' : `${checks.filter(({ passed }) => passed).length} of ${checks.length}`;
}
function right(markup) {
    return { markup, align: 'right' };
}
function titles(...words) {
    return words.map((markup) => ({ markup }));
}
//# sourceMappingURL=case-tables.js.map
;// CONCATENATED MODULE: ./build/report/suite-section.js






const SAID_CHARACTERS = 4_000;
const SENTENCES_SHOWN = 20;
const FACTS_SHOWN = 100;
/** The section of one suite, in lines. */
function* suiteSection(suite, extent) {
    if (!extent.alone)
        yield* lines(`<h3>${verdictWords(suite.conclusion, extent.mode)}: ${foreign(suite.suite)}</h3>`, `<p>${runFacts(suite)}</p>`);
    yield* sentences(suite.reasons.filter((reason) => !extent.told.includes(reason)));
    if (suite.said !== undefined)
        yield* lines('<p>The vendor said:</p>', (0,untrusted/* codeBlock */.DV)(suite.said, SAID_CHARACTERS));
    if (suite.results !== undefined)
        yield* resultBlocks(suite.results, suite.reasons, extent);
    if (suite.files.length > 0)
        yield* details(`Files of the vendor, as they came (${(0,figures/* wholeNumber */.rD)(suite.files.length)})`, fileList(suite.files));
}
const LONGEST_ID = 80;
/** Where and how long the suite ran, in one line. */
function runFacts({ runId, runUrl, durationMs }) {
    const run = runId === undefined ? 'No run is known' : `Run ${shownId(runId)}`;
    const page = runUrl === undefined ? [] : [markup_link('Page of the run at the vendor', runUrl)];
    return [run, ...page, (0,figures/* timeSpan */.wL)(durationMs)].join(' · ');
}
/** An id stays in one piece, so that it can be copied, unless it is so long that it cannot be an id. */
function shownId(id) {
    return id.length <= LONGEST_ID ? (0,untrusted/* inlineCode */.ti)(id) : foreign(id);
}
function* resultBlocks(results, reasons, extent) {
    yield* troubleBlocks(results, extent);
    const untold = results.contradictions.filter((each) => !reasons.some((reason) => reason.includes(each)));
    if (untold.length > 0)
        yield* heading('What does not fit', extent);
    yield* sentences(untold);
    if (results.warnings.length > 0)
        yield* heading('Warnings', extent);
    yield* sentences(results.warnings);
    if (extent.green)
        yield* greenBlocks(results, extent);
    if (results.figures.size > 0)
        yield* details('All figures of the vendor', figureTable(results.figures));
}
function* troubleBlocks({ cases, counts }, extent) {
    const worst = worstFirst(cases);
    for (const [status, title] of TROUBLES) {
        const ranked = worst.filter((each) => each.status === status);
        const listed = ranked.filter((each) => extent.worst?.has(each) ?? true);
        const count = Math.max(counts[COUNT_OF[status]], ranked.length);
        if (count > 0)
            yield* heading(`${title(extent.noun)} (${(0,figures/* wholeNumber */.rD)(count)})`, extent);
        if (listed.length > 0)
            yield* troubleTables(listed, capitalised(extent.noun));
        if (ranked.length > listed.length)
            yield* lines(`<p>${(0,figures/* wholeNumber */.rD)(ranked.length - listed.length)} more, in the artifact.</p>`);
        if (count > ranked.length)
            yield* lines(`<p>The vendor gave no details for ${(0,figures/* wholeNumber */.rD)(count - ranked.length)} of them.</p>`);
    }
}
const TROUBLES = [
    ['failed', (noun) => `❌ Failed ${noun}`],
    ['error', (noun) => `⚠️ ${capitalised(noun)} that could not be run`],
];
const COUNT_OF = { failed: 'failed', error: 'errored' };
function* greenBlocks({ cases }, { noun }) {
    const passed = cases.filter(({ status }) => status === 'passed');
    if (passed.length > 0)
        yield* details(`✅ Passed ${noun} (${(0,figures/* wholeNumber */.rD)(passed.length)})`, passedTable(passed));
    const skipped = cases.filter(({ status }) => status === 'skipped');
    if (skipped.length > 0)
        yield* details(`⏭ Skipped ${noun} (${(0,figures/* wholeNumber */.rD)(skipped.length)})`, skippedTable(skipped));
}
function* figureTable(figures) {
    yield '<table>';
    yield titleRow([{ markup: 'Figure' }, { markup: 'Value' }]);
    for (const [name, value] of figures.entries().take(FACTS_SHOWN))
        yield row([{ markup: foreign(name) }, { markup: foreign(value) }]);
    yield '</table>';
    yield '';
}
function fileList(files) {
    return [list(files.slice(0, FACTS_SHOWN).map((file) => foreign(file))), ''];
}
/** A list of sentences; those beyond the first few are counted. */
function* sentences(all) {
    if (all.length === 0)
        return;
    const shown = all.slice(0, SENTENCES_SHOWN).map((each) => sentence(capitalised(each)));
    yield* lines(list(all.length > shown.length ? [...shown, `${(0,figures/* wholeNumber */.rD)(all.length - shown.length)} more, in the artifact`] : shown));
}
/** With a capital letter, as a sentence that stands alone. */
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function heading(title, { alone }) {
    return alone ? [`<h3>${title}</h3>`, ''] : [`<h4>${title}</h4>`, ''];
}
function lines(...blocks) {
    return blocks.flatMap((block) => [block, '']);
}
//# sourceMappingURL=suite-section.js.map
;// CONCATENATED MODULE: ./build/report/summary.js
/** The job summary: what a reviewer sees, in the order of need, within what GitHub takes. */







/** In bytes of UTF-8. The runner drops a summary above 1 MiB as a whole, and other steps' words come on top of ours. */
const SUMMARY_BYTES = 900 * 1024;
/** From all there is to what always fits. */
const EXTENTS = [
    { green: true, worst: Number.POSITIVE_INFINITY, eachSuite: true },
    { green: false, worst: Number.POSITIVE_INFINITY, eachSuite: true },
    { green: false, worst: 200, eachSuite: true },
    { green: false, worst: 20, eachSuite: true },
    { green: false, worst: 0, eachSuite: true },
];
const TOTALS_ONLY = { green: false, worst: 0, eachSuite: false };
/**
 * The outcome as Markdown for `GITHUB_STEP_SUMMARY`, at most {@link SUMMARY_BYTES}. What does not fit is left out in
 * steps: the passing cases, all but the worst 200, all but the worst 20, all cases, all suites; and the page says so.
 */
function summary(outcome, links = {}) {
    for (const extent of EXTENTS) {
        const text = joinWithin(page(outcome, links, extent), SUMMARY_BYTES);
        if (text !== undefined)
            return text;
    }
    return [...page(outcome, links, TOTALS_ONLY)].join('\n');
}
/** The lines as one text, or nothing as soon as they are too many: the rest is then never made. */
function joinWithin(lines, bytes) {
    const taken = [];
    let size = 0;
    for (const line of lines) {
        size += Buffer.byteLength(line) + 1;
        if (size > bytes)
            return undefined;
        taken.push(line);
    }
    return taken.join('\n');
}
function* page(outcome, links, extent) {
    yield* opening(outcome, links);
    yield* omission(outcome, extent);
    yield* countsTable(outcome, extent.eachSuite);
    if (extent.worst > 0)
        yield* sections(outcome, extent);
}
function* opening(outcome, links) {
    const { conclusion, message, reasons, suites } = outcome;
    const [why = message, ...others] = reasons;
    const alone = suites.length === 1 ? suites[0] : undefined;
    yield* paragraph(`<h2>${verdictWords(conclusion, outcome.mode)}${alone === undefined ? '' : `: ${foreign(alone.suite)}`}</h2>`);
    yield* paragraph(`<p><b>${sentence(capitalised(why))}</b></p>`);
    yield* sentences(others);
    const todo = advice(outcome);
    if (todo !== undefined)
        yield* paragraph(`<p>${todo}</p>`);
    const run = alone === undefined ? '' : `${runFacts(alone)}<br>`;
    yield* paragraph(`<p>${run}${stepFacts(outcome, links).join(' · ')}</p>`);
}
function stepFacts({ provider, gate, suites, startedAt, finishedAt }, { artifactUrl }) {
    const judged = suites.some(({ results }) => results !== undefined);
    return [
        ...(artifactUrl === undefined ? [] : [markup_link('All files (artifact)', artifactUrl)]),
        `Provider ${foreign(provider)}`,
        ...(judged && gate !== '' ? [`Gate: ${sentence(gate)}`] : []),
        ...(suites.length === 1 ? [] : [(0,figures/* timeSpan */.wL)(Math.max(0, finishedAt - startedAt))]),
    ];
}
function* omission(outcome, extent) {
    if (extent.green)
        return;
    const why = 'everything would be more than a job summary can hold';
    yield* paragraph(`<p>✂️ ${leftOut(outcome, extent)}, because ${why}. The artifact has it all.</p>`);
}
function leftOut(outcome, { worst, eachSuite }) {
    if (worst === 0)
        return eachSuite ? 'Only counts are shown' : 'Only counts are shown, those of all suites together';
    const { failed, errored } = (0,results/* sumCounts */.W_)(outcome.suites);
    return worst < failed + errored
        ? `Only the worst ${(0,figures/* wholeNumber */.rD)(worst)} of ${(0,figures/* wholeNumber */.rD)(failed + errored)} cases that failed or could not be run are shown`
        : 'Cases that passed or were skipped are not listed';
}
function* sections(outcome, { green, worst }) {
    const alone = outcome.suites.length === 1;
    const listed = Number.isFinite(worst) ? { worst: chosenCases(outcome, worst) } : {};
    const ordered = outcome.suites.toSorted((left, right) => (0,results/* gravity */.fp)(left.conclusion) - (0,results/* gravity */.fp)(right.conclusion));
    for (const suite of ordered)
        yield* suiteSection(suite, {
            green,
            alone,
            mode: outcome.mode,
            noun: outcome.noun || 'cases',
            told: alone ? outcome.reasons : [],
            ...listed,
        });
}
function chosenCases(outcome, count) {
    const chosen = worstOfAll(outcome).slice(0, count);
    return new Set(chosen.map(({ each }) => each));
}
function paragraph(block) {
    return [block, ''];
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/publish.js
/** What becomes of an outcome: outputs, files, summary, annotations, artifact, in the order of what must not be lost. */








/** Publishes the outcome. Never rejects, and nothing that fails here changes the verdict. */
async function publish(outcome, publishing) {
    const { rim, directory } = publishing;
    const outputs = (0,build_outputs/* outcomeOutputs */.nS)(outcome);
    for (const name of build_outputs/* OUTPUTS */.py) {
        await harmless(`the output ${name}`, publishing, async () => rim.runner.output(name, outputs.get(name) ?? ''));
    }
    const page = summary(outcome);
    const written = directory === undefined ? [] : await writeFiles(outcome, page, directory, publishing);
    await harmless('the job summary', publishing, () => rim.runner.summary(page));
    if (publishing.annotations)
        await harmless('the annotations', publishing, async () => annotations(outcome).forEach(rim.runner.annotate));
    if (directory === undefined)
        return;
    const stored = await uploadFiles(outcome, written, directory, publishing);
    if (stored === undefined)
        return;
    await harmless('the outputs of the artifact', publishing, async () => {
        rim.runner.output('artifact-id', stored.id);
        rim.runner.output('artifact-url', stored.url);
    });
    await harmless('the job summary', publishing, () => rim.runner.summary(summary(outcome, { artifactUrl: stored.url })));
}
/** Our files, each by itself, so that one that fails leaves the others. Gives the paths of those that were written. */
async function writeFiles(outcome, page, directory, publishing) {
    const { runner } = publishing.rim;
    const files = [
        { name: 'ctrf.json', text: () => ctrf(outcome), output: 'ctrf-path' },
        { name: 'junit.xml', text: () => junit(outcome), output: 'junit-path' },
        { name: 'summary.md', text: () => page },
    ];
    const written = [];
    await harmless('the output report-directory', publishing, async () => runner.output('report-directory', directory.path));
    for (const { name, text, output } of files) {
        await harmless(name, publishing, async () => {
            const path = await directory.write(name, text());
            written.push(path);
            if (output !== undefined)
                runner.output(output, path);
        });
    }
    return written;
}
async function uploadFiles(outcome, written, directory, publishing) {
    const { artifact, rim, log } = publishing;
    if (artifact === undefined)
        return undefined;
    // What only started or stopped a run has nothing to keep.
    if (outcome.mode === 'start' || outcome.mode === 'cancel')
        return undefined;
    if (outcome.conclusion === 'cancelled') {
        log.say(`The workflow was cancelled, so no artifact is uploaded; the files are in ${directory.path}`);
        return undefined;
    }
    const vendorFiles = await withoutSecrets(outcome, directory, publishing);
    const wanted = {
        name: artifact.name ?? 'agent-test-gate',
        files: [...written, ...vendorFiles],
        root: directory.path,
        retentionDays: artifact.retentionDays,
    };
    return harmless('the artifact', publishing, async () => {
        const upload = (async () => (await rim.artifactStore()).upload(wanted))();
        return within(rim, UPLOAD_LIMIT[outcome.conclusion === 'timed-out' ? 'late' : 'usual'], upload);
    });
}
/** How long an upload may take, in milliseconds: after the deadline not much. */
const UPLOAD_LIMIT = { usual: 5 * 60_000, late: 1500 };
/** Waits for the work so long, and after a cancellation of the workflow only as long as after a deadline. */
async function within({ clock, cancelled }, ms, work) {
    const done = new AbortController();
    const late = async () => {
        await clock.sleep(ms, AbortSignal.any([done.signal, cancelled]));
        if (cancelled.aborted)
            await clock.sleep(UPLOAD_LIMIT.late, done.signal);
        throw new Error(cancelled.aborted ? 'the workflow was cancelled' : `not done after ${ms / 1000} s`);
    };
    try {
        return await Promise.race([work, late()]);
    }
    finally {
        done.abort();
    }
}
/** The vendor's files but those that hold a credential of ours: what an artifact holds, everybody can read who can read the repository. */
async function withoutSecrets(outcome, directory, publishing) {
    const clean = [];
    for (const file of outcome.suites.flatMap(({ files }) => files)) {
        const path = (0,external_node_path_.join)(directory.path, file);
        const isClean = await harmless(file, publishing, async () => !(await holdsSecret(path, publishing.redactor)));
        if (isClean === true)
            clean.push(path);
        if (isClean === false)
            publishing.log.warn(`${file} contains one of the step's credentials and is kept out of the artifact; replace that credential`);
    }
    return clean;
}
async function holdsSecret(path, redactor) {
    const scanner = redactor.scanner();
    for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
        if (chunk instanceof Uint8Array && scanner.push(chunk))
            return true;
    }
    return false;
}
/** Does something whose failure is told and changes nothing. */
async function harmless(what, { log }, action) {
    try {
        return await action();
    }
    catch (thrown) {
        const said = (0,types_.isNativeError)(thrown) ? thrown.message : String(thrown);
        log.warn(`${what} could not be written or uploaded; the verdict stands`, said);
        return undefined;
    }
}
//# sourceMappingURL=publish.js.map

/***/ })

};

