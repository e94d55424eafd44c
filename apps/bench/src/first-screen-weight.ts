import type { Page } from '@playwright/test'
import type { Figure } from './report.ts'

/** A bare page of this stack with 10,000 virtual rows: 128 kB of JS and 6 kB of CSS (br), as the design's budgets have it. */
const FLOOR_KB = 134

/** JS and CSS of the built files, compressed as they are served, that the queue loads until its rows stand. Signed in before. */
export async function firstScreenFigure(page: Page): Promise<Figure> {
  await page.goto('/queue')
  await page.getByRole('row').nth(1).waitFor()
  await page.waitForLoadState('load')
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.(?:js|css)$/u.test(new URL(name).pathname))
      .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0), 0),
  )
  const value = bytes / 1000
  const ratio = value / FLOOR_KB
  return { name: 'first screen, JS + CSS', value, unit: 'kB br', reference: FLOOR_KB, ratio, budget: '<= 1.25 x floor', ok: ratio <= 1.25 }
}
