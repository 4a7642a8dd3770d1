/** The quarantine file: what is read, and what each mistake in it is told as. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseQuarantine, type QuarantineEntry, readQuarantine } from '../../src/quarantine-file.ts'

const ENTRY = '- name: pay *\n  reason: the sandbox is down\n  expires: 2026-12-31\n'

function read(text: string): readonly QuarantineEntry[] {
  return parseQuarantine(Buffer.from(text), 'q.yml')
}

describe('a good file', () => {
  test.each<[string, string, readonly Partial<QuarantineEntry>[]]>([
    ['has entries', ENTRY, [{ name: 'pay *', suite: undefined, reason: 'the sandbox is down', expires: '2026-12-31' }]],
    ['has suites', `${ENTRY}  suite: Smoke\n`, [{ suite: 'Smoke' }]],
    ['is empty', '', []],
    ['holds comments alone', '# none\n---\n# left\n', []],
    ['is an empty list', '[]', []],
    ['has tabs elsewhere', ENTRY.replace('name: pay', 'name:\tpay').replace('\n', '\t\n\t\n'), [{ name: 'pay *' }]],
    ['is JSON', '[{"name": "a", "reason": "b", "expires": "2026-01-01"}]', [{ name: 'a', expires: '2026-01-01' }]],
    ['has a byte order mark and line breaks of Windows', `\uFEFF${ENTRY.replaceAll('\n', '\r\n')}`, [{ name: 'pay *' }]],
    [
      'has names that YAML could take for something else',
      ['404', 'yes', 'null', '1.10', '2026-01-01', '~'].map((name) => ENTRY.replace('pay *', name)).join(''),
      [{ name: '404' }, { name: 'yes' }, { name: 'null' }, { name: '1.10' }, { name: '2026-01-01' }, { name: '~' }],
    ],
    ['has a reason of several lines', ENTRY.replace('the sandbox is down', '|\n    one\n    two'), [{ reason: 'one\ntwo' }]],
    [
      'has the same name for two suites',
      `${ENTRY}  suite: A\n${ENTRY}  suite: B\n`,
      [
        { name: 'pay *', suite: 'A' },
        { name: 'pay *', suite: 'B' },
      ],
    ],
    ['has a name with signs that cannot be seen', ENTRY.replace('pay *', 'lo\u200Bgin'), [{ name: 'login' }]],
    ['has a leap day', ENTRY.replace('2026-12-31', '2028-02-29'), [{ expires: '2028-02-29' }]],
  ])('%s', (_, text, entries) => {
    const found = read(text)
    expect(found).toHaveLength(entries.length)
    expect(found).toMatchObject(entries)
  })
})

describe('a bad file is told of with line and column', () => {
  test.each<[string, string, RegExp]>([
    ['no list', 'name: a', /^quarantine: "q.yml" line 1 column 1: this is not a list; begin each entry with a dash/],
    ['a text', 'login', /line 1 column 1: this is not a list/],
    ['an entry that is a text', `${ENTRY}- login\n`, /line 4 column 3: this is not an entry/],
    ['an empty entry', `${ENTRY}-\n`, /line 4 column \d: this is not an entry/],
    [
      'no name',
      ENTRY.replace('name: pay *', '# none'),
      /line 2 column 3: the entry has no name; each has name, reason and expires/,
    ],
    ['an empty name', ENTRY.replace('pay *', '" "'), /line 1 column 3: the entry has no name;/],
    ['no reason', ENTRY.replace('the sandbox is down', ''), /line 1 column 3: the entry has no reason;/],
    ['neither reason nor day', '- name: a\n', /line 1 column 3: the entry has no reason and no expires;/],
    ['an empty suite', `${ENTRY}  suite:\n`, /line 1 column 3: suite is empty;/],
    [
      'an unknown key',
      `${ENTRY}  owner: me\n`,
      /line 4 column 3: the key "owner" is not known; an entry has name, suite, reason, expires$/,
    ],
    ['a merge key', `${ENTRY}  <<: {reason: b}\n`, /line 4 column 3: the key "<<" is not known/],
    ['a key that is no text', `${ENTRY}  ? [a]\n  : b\n`, /line 4 column 5: the key "" is not known/],
    ['a key twice', `${ENTRY}  name: other\n`, /line 4 column 3: name is given twice/],
    ['a name that is a list', ENTRY.replace('pay *', '[a, b]'), /line 1 column 9: name is not text/],
    [
      'a day that is none',
      ENTRY.replace('2026-12-31', '2026-02-30'),
      /line 1 column 3: expires is "2026-02-30"; give a day such as 2026-12-31$/,
    ],
    ['a day in another form', ENTRY.replace('2026-12-31', '31.12.2026'), /expires is "31.12.2026"; give a day/],
    ['a moment', ENTRY.replace('2026-12-31', '2026-12-31T00:00:00Z'), /give a day such as/],
    ['never', ENTRY.replace('2026-12-31', 'never'), /expires is "never"; give a day/],
    ['a name twice', ENTRY + ENTRY, /line 4 column 3: the name "pay \*" is already listed above; one entry is enough$/],
    ['an anchor', ENTRY.replace('pay *', '&a pay'), /line 1 column 9: there is an anchor|line 1 column 12: there is an anchor/],
    [
      'an alias',
      `- name: a\n  reason: &r b\n  expires: 2026-01-01\n- name: c\n  reason: *r\n  expires: 2026-01-01\n`,
      /line 5 column 11: this is an alias in YAML, .* put a name that begins with \* in quotes/,
    ],
    ['a star without quotes', ENTRY.replace('pay *', '*'), /line 1 column \d+: this is an alias in YAML/],
    ['a star and more without quotes', ENTRY.replace('pay *', '*pay'), /line 1 column 9: this is an alias in YAML/],
    ['an alias of nothing', '- *nowhere\n', /line 1 column 3: this is an alias/],
    ['a tag', ENTRY.replace('pay *', '!!binary aGk='), /there is a tag; leave it out/],
    ['a tag of nobody', `- !mine\n  name: a\n  reason: b\n  expires: 2026-01-01\n`, /line 2 column 3: there is a tag/],
    ['a quote that is left open', '- name: "a\n', /line \d column \d+: this is not valid YAML: Missing closing/],
    ['a bracket that is left open', '- name: [a\n', /this is not valid YAML/],
    ...[
      ['after the dash', '-\tname: a\n\treason: b\n', 1, 2],
      ['before the dash', '\t- name: a\n', 1, 1],
      ['before the second key', '- name: a\n\treason: b\n\texpires: 2026-01-01\n', 2, 1],
      ['before the last key', '- name: a\r\n  reason: b\r\n\texpires: 2026-01-01\r\n', 3, 1],
      ['between blanks', '- name: a\n  \treason: b\n', 2, 3],
      ['below a dash', '-\n\tname: a\n', 2, 1],
      ['in a text of several lines', '- name: a\n  reason: |\n\ttext\n', 3, 1],
    ].map(([where, text, line, column]): [string, string, RegExp] => [
      `a tab ${where}`,
      `${text}`,
      new RegExp(
        `^quarantine: "q.yml" line ${line} column ${column}: there is a tab in the indentation, where YAML allows only spaces; replace the tab$`,
      ),
    ]),
    ['two documents', `${ENTRY}---\n${ENTRY}`, /line 4 column 1: a second document begins here; keep all in one$/],
    ['endless nesting', '['.repeat(100_000), /this is not valid YAML|cannot be read as YAML/],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
    expect(() => read(text)).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ kind: 'config', persistence: 'lasting' }) }),
    )
  })

  test('all mistakes at once, in the order of the file, ten of them', () => {
    const bad = Array.from({ length: 12 }, () => '- x\n').join('')
    expect(() => read(bad)).toThrow(
      /^quarantine: "q.yml" line 1 column 3: .*; line 10 column 3: [^;]*; [^;]*; and 2 more mistakes$/,
    )
  })

  test('a bomb of aliases takes no time and no memory', () => {
    const levels = Array.from({ length: 40 }, (_, level) => `  - &l${level + 1} [*l${level}, *l${level}, *l${level}]`)
    expect(() => read(`- &l0 [a]\n${levels.join('\n')}`)).toThrow(/alias|not valid YAML/)
  })

  test('more entries than anybody keeps by hand', () => {
    const many = Array.from({ length: 1001 }, (_, index) => `- {name: c${index}, reason: r, expires: 2026-01-01}\n`).join('')
    expect(() => read(many)).toThrow('there are 1001 entries, but at most 1000 are allowed; a wildcard can stand for many')
  })

  test('bytes that are no UTF-8', () => {
    expect(() => parseQuarantine(Buffer.from([0x2d, 0x20, 0xff]), 'q.yml')).toThrow('"q.yml" is not UTF-8 text')
  })
})

describe('the path', () => {
  let root = ''
  let workspace = ''
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'quarantine-'))
    workspace = join(root, 'work')
    await mkdir(join(workspace, 'tests'), { recursive: true })
    await writeFile(join(workspace, 'tests/q.yml'), ENTRY)
    await writeFile(join(workspace, 'large.yml'), '#'.repeat(256 * 1024 + 1))
    await writeFile(join(root, 'outside.yml'), ENTRY)
    await symlink(join(root, 'outside.yml'), join(workspace, 'link.yml'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  test.each(['tests/q.yml', './tests/../tests/q.yml'])('is one of the workspace: %s', async (path) => {
    expect(await readQuarantine(path, workspace)).toHaveLength(1)
  })

  test.each([
    ['absent.yml', /^quarantine: "absent.yml" is not there; check the path, and that the repository is checked out/],
    ['tests', /^quarantine: "tests" is not a file$/],
    ['../outside.yml', /leads out of the workspace/],
    ['link.yml', /leads out of the workspace/],
    ['large.yml', /^quarantine: "large.yml" is larger than 256 KiB$/],
  ])('%s is refused', async (path, message) => {
    await expect(readQuarantine(path, workspace)).rejects.toThrow(message)
  })
})
