// Records packages/emulator/src/world/pictures/specimen.webm anew from specimen-clip.html. Needs a Chromium:
//   CHROMIUM_PATH=/usr/bin/chromium node packages/emulator/tools/record-specimen-clip.mjs
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// Playwright belongs to the browser tests; borrowing theirs keeps it out of the emulator.
const { chromium } = createRequire(new URL('../../../apps/e2e/package.json', import.meta.url))('@playwright/test')
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  await page.goto(new URL('specimen-clip.html', import.meta.url).href)
  const clip = page.locator('#out', { hasText: ':CLIP' })
  await clip.waitFor({ state: 'attached', timeout: 20_000 })
  const text = (await clip.textContent()) ?? ''
  const target = fileURLToPath(new URL('../src/world/pictures/specimen.webm', import.meta.url))
  writeFileSync(target, Buffer.from(text.slice(5, -5), 'base64'))
} finally {
  await browser.close()
}
