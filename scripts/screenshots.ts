/**
 * `npm run screenshots`: the job summary and the report as people see them, passing, failing, judged by an LLM, not ended in time, with a log, with several
 * suites, against a baseline, merged, huge and hostile; light and dark, wide and narrow. `npm run screenshots -- <folder>` runs the action of
 * another folder than this one.
 */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { cleanUp } from '../__tests__/support/runner.ts'
import { page } from '../src/report/page/page.ts'
import { summary } from '../src/report/summary.ts'
import { renderSummary, screenshot, takePicture, withBrowser } from './render.ts'
import { playScenes, type Scene } from './scenes.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUTPUT = join(ROOT, 'screenshots')
const README_PICTURE = join(ROOT, 'docs', 'images', 'summary.png')
/** What a page with the picture should not be slowed down by, in bytes. */
const LARGEST_README_PICTURE = 150_000

const LOOKS = [
  { name: 'light-wide', dark: false, width: 1012 },
  { name: 'dark-wide', dark: true, width: 1012 },
  { name: 'light-narrow', dark: false, width: 420 },
  { name: 'dark-narrow', dark: true, width: 420 },
]

async function picture(browser: Browser, { name, outcome }: Scene): Promise<void> {
  const pages = { summary: await renderSummary(summary(outcome)), report: [...page(outcome)].join('') }
  for (const [kind, html] of Object.entries(pages)) {
    const path = join(OUTPUT, `${name}-${kind}`)
    await writeFile(`${path}.html`, html)
    for (const look of LOOKS) await takePicture(browser, html, `${path}-${look.name}.png`, look)
  }
  if (outcome.suites.every(({ log }) => log === undefined)) return told(name, outcome.conclusion)
  const path = join(OUTPUT, `${name}-log`)
  for (const look of LOOKS) await takePicture(browser, pages.report, `${path}-${look.name}.png`, { ...look, ...TO_THE_LOG })
  told(name, outcome.conclusion)
}

/** What opens the log of the first suite, and room for it. */
const TO_THE_LOG = { clicks: ['.tabs a:last-child', '.log summary'], height: 1200 }

function told(name: string, conclusion: string): void {
  console.log(`${conclusion.padEnd(12)}  ${relative(process.cwd(), join(OUTPUT, name))}-*.png`)
}

/** The top of a page that shows much, for the README. */
async function pictureForReadme(scenes: readonly Scene[]): Promise<void> {
  const scene = scenes.find(({ name }) => name === 'compared')
  if (scene === undefined) throw new Error('there is no scene for the README')
  await mkdir(join(README_PICTURE, '..'), { recursive: true })
  await screenshot(await renderSummary(summary(scene.outcome)), README_PICTURE, { width: 860, height: 980 })
  const { size } = await stat(README_PICTURE)
  if (size > LARGEST_README_PICTURE) throw new Error(`${README_PICTURE} has ${size} bytes, more than ${LARGEST_README_PICTURE}`)
}

await rm(OUTPUT, { recursive: true, force: true })
await mkdir(OUTPUT, { recursive: true })
try {
  const scenes = await playScenes(resolve(process.argv[2] ?? ROOT))
  await withBrowser(async (browser) => {
    for (const scene of scenes) await picture(browser, scene)
  })
  await pictureForReadme(scenes)
} finally {
  await cleanUp()
}
