/** A job summary as GitHub shows it: its Markdown rules, its sanitiser, its style sheet. For the demo and the tests. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import packedChromium from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/** The width of a summary on GitHub's page of a run, in pixels. */
const PAGE_WIDTH = 1012
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
/** The packed browser needs them; no page of ours is ever loaded from the network. */
const FLAGS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-background-networking']

/** How a page is to be pictured. */
export interface PictureOptions {
  readonly dark?: boolean
  /** In pixels. */
  readonly width?: number
}

/** The Markdown as the HTML that is left after GitHub's sanitiser, without a page around it. */
export async function renderMarkdown(markdown: string): Promise<string> {
  const pipeline = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, defaultSchema)
    .use(rehypeStringify)
  return String(await pipeline.process(markdown))
}

/** The Markdown as a whole page that loads nothing, light or dark as the reader's system is. */
export async function renderSummary(markdown: string): Promise<string> {
  const style = readFileSync(fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown.css')), 'utf8')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Job summary</title>
<style>${style}</style>
<style>
:root { color-scheme: light dark }
body { margin: 0; background: light-dark(#ffffff, #0d1117) }
.markdown-body { box-sizing: border-box; max-width: ${PAGE_WIDTH}px; margin: 0 auto; padding: 24px }
</style>
</head>
<body><main class="markdown-body">
${await renderMarkdown(markdown)}
</main></body>
</html>
`
}

/** Writes a picture of the whole page to that path. Rejects, saying what to install, where there is no browser. */
export async function screenshot(html: string, pngPath: string, options: PictureOptions = {}): Promise<void> {
  const browser = await launch()
  try {
    const viewport = { width: options.width ?? PAGE_WIDTH, height: 600 }
    const page = await browser.newPage({ viewport, colorScheme: options.dark ? 'dark' : 'light' })
    await page.setContent(html)
    await page.screenshot({ path: pngPath, fullPage: true })
  } finally {
    await browser.close()
  }
}

/** The browser that comes with the packages, else the system's. */
async function launch() {
  const troubles: string[] = []
  for (const path of [() => packedChromium.executablePath(), () => SYSTEM_CHROMIUM]) {
    try {
      return await chromium.launch({ executablePath: await path(), args: FLAGS })
    } catch (trouble) {
      troubles.push(firstLine(trouble))
    }
  }
  const installed = existsSync(SYSTEM_CHROMIUM) ? 'does not start' : 'is not installed'
  throw new Error(
    `No browser to take a picture with: the packed one does not start, and ${SYSTEM_CHROMIUM} ${installed}. ` +
      `Install one, with "apt-get install chromium" on Debian. (${troubles.join('; ')})`,
  )
}

function firstLine(trouble: unknown): string {
  return String(trouble).split('\n', 1).join('')
}
