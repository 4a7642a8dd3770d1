/** The script and the style of `report.html`. The build writes this module anew with what these come to: see `scripts/bundle.ts`. */
import { readFileSync } from 'node:fs'
import { joinModules } from './join-modules.ts'

/** What later sheets say of an element wins. */
const SHEETS = ['colours', 'base', 'parts', 'tables', 'overview', 'views', 'cases', 'case', 'wide', 'narrow', 'print']

/** What runs in the browser: a module without imports. */
export const SCRIPT: string = joinModules(new URL('./browser/main.ts', import.meta.url))

/** The style sheet. */
export const STYLE: string = SHEETS.map(readSheet).join('')

/** With the line ends that a browser takes the digest of. */
function readSheet(name: string): string {
  return readFileSync(new URL(`./style/${name}.css`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
}
