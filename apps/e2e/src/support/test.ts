import { test as base, type Page } from '@playwright/test'
import { signIn, type Seat } from './people.ts'

interface Desk {
  /** Signs somebody in at a machine of their own; the cases that are open there are given back at the end. */
  seat: (who: Seat) => Promise<Page>
}

export const test = base.extend<Desk>({
  seat: async ({ browser }, use) => {
    const pages: Page[] = []
    await use(async (who) => {
      const page = await (await browser.newContext()).newPage()
      pages.push(page)
      await signIn(page, who)
      return page
    })
    for (const page of pages) {
      // A context that is closed says no goodbye: its leases would stand in the way of the next test.
      await page.goto('about:blank')
      await page.context().close()
    }
  },
})
