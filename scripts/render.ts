/** A job summary as GitHub shows it: its Markdown rules, its sanitiser, its style sheet. For the demo and the tests. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import packedChromium from '@sparticuz/chromium'
import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright-core'
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
  /** In pixels; the whole page when absent. */
  readonly height?: number
  /** Selectors of what is clicked on before, in this order. */
  readonly clicks?: readonly string[]
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

/** Writes a picture of the page to that path. Rejects, saying what to install, where there is no browser. */
export async function screenshot(html: string, pngPath: string, options: PictureOptions = {}): Promise<void> {
  await withBrowser((browser) => takePicture(browser, html, pngPath, options))
}

/** Opens the page in a browser, with its charts drawn, for as long as the action takes. Rejects as {@link screenshot} does. */
export async function withPage<Value>(
  html: string,
  options: PictureOptions,
  action: (page: Page) => Promise<Value>,
): Promise<Value> {
  return withBrowser((browser) => onPage(browser, html, options, action))
}

/** Starts a browser for as long as the action takes: for many pictures, since the start takes longer than one of them. */
export async function withBrowser<Value>(action: (browser: Browser) => Promise<Value>): Promise<Value> {
  const browser = await launch()
  try {
    return await action(browser)
  } finally {
    await browser.close()
  }
}

/** {@link screenshot} in a browser that runs already. */
export async function takePicture(browser: Browser, html: string, path: string, options: PictureOptions): Promise<void> {
  await onPage(browser, html, options, async (page) => {
    for (const place of options.clicks ?? []) await page.locator(place).first().click()
    await page.screenshot({ path, fullPage: options.height === undefined })
  })
}

async function onPage<Value>(
  browser: Browser,
  html: string,
  options: PictureOptions,
  action: (page: Page) => Promise<Value>,
): Promise<Value> {
  const viewport = { width: options.width ?? PAGE_WIDTH, height: options.height ?? 600 }
  // The page's own policy forbids scripts: only ours, which draws the charts, gets past it.
  const page = await browser.newPage({ viewport, colorScheme: options.dark ? 'dark' : 'light', bypassCSP: true })
  try {
    await page.setContent(html)
    await loadEmojis(page)
    if (html.includes(CHART)) await drawCharts(page, options.dark === true ? 'dark' : 'default')
    return await action(page)
  } finally {
    await page.close()
  }
}

const EMOJI_STYLE = `
body, .markdown-body { font-family: Emoji, system-ui, sans-serif !important }
.markdown-body :is(code, pre) { font-family: Emoji, monospace !important }`
/** Without the digits, which the font has too. */
const EMOJI_RANGE = 'U+200D, U+2300-23FF, U+2600-27BF, U+2B00-2BFF, U+FE0F, U+1F000-1FAFF, U+E0020-E007F'

/** Emojis look alike on every machine, and are there on those that have no font for them. */
async function loadEmojis(page: Page): Promise<void> {
  const file = emojiFont()
  if (file === undefined) return
  const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`
  const face = `font-family: Emoji; font-weight: 100 900; unicode-range: ${EMOJI_RANGE}; src: ${source}`
  await page.addStyleTag({ content: `@font-face { ${face} } ${EMOJI_STYLE}` })
  await page.evaluate("document.fonts.load('16px Emoji', '✅')")
}

/** Without its package the system's font has to do. */
function emojiFont(): string | undefined {
  try {
    return fileURLToPath(import.meta.resolve('@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2'))
  } catch {
    return undefined
  }
}

/** What the sanitiser leaves of a fenced block in Mermaid's language. */
const CHART = '<code class="language-mermaid">'
const MERMAID = fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js'))

/** GitHub draws each block of Mermaid in a frame of its own, with its themes for light and dark; here it takes the block's place. */
async function drawCharts(page: Page, theme: 'default' | 'dark'): Promise<void> {
  await page.addScriptTag({ path: MERMAID })
  await page.evaluate(`(async () => {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme}' })
    for (const [index, block] of document.querySelectorAll('code.language-mermaid').entries()) {
      const { svg } = await mermaid.render('chart-' + index, block.textContent)
      block.parentElement.outerHTML = '<div class="chart">' + svg + '</div>'
    }
  })()`)
}

/** Where a browser can be: among the packages, which have one for Linux alone, or on the system. */
const BROWSERS: readonly (() => Promise<LaunchOptions>)[] = [
  ...(process.platform === 'linux' ? [async () => ({ executablePath: await packedChromium.executablePath() })] : []),
  ...(existsSync(SYSTEM_CHROMIUM) ? [async () => ({ executablePath: SYSTEM_CHROMIUM })] : []),
  async () => ({ channel: 'chrome' }),
  async () => ({ channel: 'msedge' }),
]

/** Starts the first browser that starts. Rejects, saying what to install, where there is none. */
export async function launch(): Promise<Browser> {
  const troubles: string[] = []
  for (const find of BROWSERS) {
    try {
      return await chromium.launch({ ...(await find()), args: FLAGS })
    } catch (trouble) {
      troubles.push(firstLine(trouble))
    }
  }
  throw new Error(
    `No browser starts here; install Chrome, or Chromium with "apt-get install chromium" on Debian. (${troubles.join('; ')})`,
  )
}

function firstLine(trouble: unknown): string {
  return String(trouble).split('\n', 1).join('')
}
