import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { renderMarkdown, renderSummary, screenshot } from '../../scripts/render.ts'
import { summary } from '../../src/report/summary.ts'
import { anOutcome } from '../support/results.ts'

test('what GitHub removes is removed, what it keeps is kept', async () => {
  const html = await renderMarkdown(
    '# Title\n\n| a |\n|--:|\n| `b` |\n\n<script>x</script><b onclick="x" style="color: red">bold</b>\n',
  )
  expect(html).toContain('<h1>Title</h1>')
  expect(html).toContain('<td align="right"><code>b</code></td>')
  expect(html).toContain('<b>bold</b>')
  expect(html).not.toMatch(/script|onclick|style/)
})

test('a page loads nothing from elsewhere and follows the reader’s colours', async () => {
  const page = await renderSummary(summary(anOutcome()))
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('prefers-color-scheme: dark')
  expect(page).not.toMatch(/<link|<script|<img|@import|url\((?!["']?data:)/)
})

test('a picture is taken, light and dark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'render-'))
  try {
    const page = await renderSummary(summary(anOutcome()))
    const [light, dark] = [join(folder, 'light.png'), join(folder, 'dark.png')]
    await screenshot(page, light)
    await screenshot(page, dark, { dark: true, width: 600 })
    expect(widthOf(light)).toBe(1012)
    expect(widthOf(dark)).toBe(600)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)

/** From the header of a PNG file. */
function widthOf(path: string): number {
  const bytes = readFileSync(path)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return bytes.readUInt32BE(16)
}
