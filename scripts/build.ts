/** Builds `dist`: `npm run build`. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAction, DIST } from './bundle.ts'

const scripts = await buildAction(DIST)
for (const script of scripts.keys()) {
  const { size } = await stat(join(DIST, script))
  console.log(`dist/${script}: ${(size / 1000).toFixed(0)} kB`)
}
