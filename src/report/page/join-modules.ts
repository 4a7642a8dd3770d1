/** Modules for the browser as one, for a page that can load nothing. */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

const IMPORT = /^import \{([^}]*)\} from '(\.[^']*)'$/gm
const EXPORT = /^export (?=(?:async )?function|const |class )/gm
const COMMENT = /^[ \t]*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm
const BLANK = /[ \t]+$|\n(?=[ \t]*\n)/gm

const DECLARED = /^(?:async )?(?:function\*?|const|let|class) (\w+)/gm

/**
 * The code of a TypeScript module and of all that it imports, each before whoever needs it, without types and comments, in
 * one scope. Throws for what it cannot join: imports other than `import { name } from './file.ts'`, exports other than of a
 * function, a constant or a class where it is declared, and a name that two modules declare.
 */
export function joinModules(entry: URL): string {
  const seen = new Set<string>()
  const declared = new Map<string, URL>()
  const parts: string[] = []
  const add = (module: URL): void => {
    if (seen.has(module.href)) return
    seen.add(module.href)
    const code = stripTypeScriptTypes(readFileSync(module, 'utf8').replaceAll('\r\n', '\n'))
    for (const [, names = '', from = ''] of code.matchAll(IMPORT)) {
      if (/ as /.test(names)) throw new Error(`${module.href} renames what it imports from ${from}`)
      add(new URL(from, module))
    }
    const text = bare(code, module)
    for (const [, name = ''] of text.matchAll(DECLARED)) {
      if (declared.has(name)) throw new Error(`${module.href} and ${declared.get(name)} both declare ${name}`)
      declared.set(name, module)
    }
    parts.push(text)
  }
  add(entry)
  return parts.join('\n')
}

function bare(code: string, module: URL): string {
  const text = code.replace(IMPORT, '').replace(EXPORT, '').replace(COMMENT, '').replace(BLANK, '').trim()
  const [left] = /^(?:import|export)\b.*$/m.exec(text) ?? []
  if (left !== undefined) throw new Error(`${module.href} has a line that cannot be joined: ${left}`)
  return text
}
