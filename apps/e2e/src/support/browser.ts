import { existsSync } from 'node:fs'

const debian = '/usr/bin/chromium'
const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(debian) ? debian : undefined)

/** The browser of tests and figures: `CHROMIUM_PATH`, else Debian's, else Playwright's own. It asks nobody outside. */
export const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
