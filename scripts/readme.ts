/** `npm run readme`: the tables of inputs and outputs in README.md, made from action.yml. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import * as z from 'zod'

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const ACTION = fileURLToPath(new URL('../action.yml', import.meta.url))

const Metadata = z.object({
  inputs: z.record(
    z.string(),
    z.object({ description: z.string(), default: z.string().optional(), required: z.boolean().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
})

/** The README with its tables as action.yml has them now. */
export function withTables(readme: string, action: string): string {
  const { inputs, outputs } = Metadata.parse(parse(action))
  const inputRows = Object.entries(inputs).map(
    ([name, { description, default: fallback, required }]) =>
      `| \`${name}\` | ${required === true ? 'required' : code(fallback)} | ${cell(description)} |`,
  )
  const outputRows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`)
  const filled = fill(readme, 'inputs', ['| input | default | meaning |', '|---|---|---|', ...inputRows])
  return fill(filled, 'outputs', ['| output | meaning |', '|---|---|', ...outputRows])
}

function fill(readme: string, name: string, lines: readonly string[]): string {
  const begin = `<!-- ${name}: made by npm run readme -->\n`
  const end = `<!-- end of ${name} -->`
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks of the table of ${name}`)
  return `${readme.slice(0, from + begin.length)}${lines.join('\n')}\n${readme.slice(to)}`
}

function code(text: string | undefined): string {
  return text === undefined ? '' : `\`${cell(text)}\``
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(README, withTables(await readFile(README, 'utf8'), await readFile(ACTION, 'utf8')))
}
