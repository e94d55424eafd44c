import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { openFromQueue } from './support/desk.ts'
import { signIn, type Seat } from './support/people.ts'

const pages: { seat: Seat; path: string; shows: RegExp }[] = [
  { seat: 'reviewer', path: '/queue', shows: /Waited/ },
  { seat: 'reviewer', path: '/sessions', shows: /Created/ },
  { seat: 'manager', path: '/shares', shows: /Shares/ },
  { seat: 'manager', path: '/ledger', shows: /Hash/ },
  { seat: 'manager', path: '/policy', shows: /Person is not the holder/ },
  { seat: 'analyst', path: '/blocklist', shows: /Blocklist/ },
  { seat: 'admin', path: '/team', shows: /Add a person/ },
  { seat: 'reviewer', path: '/no-such-page', shows: /./ },
]

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme}`, () => {
    test.use({ colorScheme: scheme })

    test('sign-in has no axe violation', async ({ page }) => {
      await page.goto('/sign-in')
      await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
      await expectAccessible(page)
    })

    for (const { seat, path, shows } of pages) {
      test(`${path} has no axe violation`, async ({ page }) => {
        await signIn(page, seat)
        await page.goto(path)
        await expect(page.getByText(shows).first()).toBeVisible()
        await expectAccessible(page)
      })
    }

    test('the comparison of faces and the watch-list hits have no axe violation', async ({ page }) => {
      await signIn(page, 'reviewer')
      const sessionId = await openFromQueue(page, 2)
      await page.goto(`/sessions/${sessionId}?bench=1`)
      await expect(page.getByRole('dialog', { name: /Compare faces/ })).toBeVisible()
      await expectAccessible(page)
      await page.goto(`/sessions/${sessionId}/hits`)
      await expect(page.getByRole('link', { name: /Case/ }).or(page.getByText(/hits/i)).first()).toBeVisible()
      await expectAccessible(page)
    })

    test('a case and its dialogs have no axe violation', async ({ page }) => {
      await signIn(page, 'senior')
      await openFromQueue(page, 6)
      await expectAccessible(page)
      await page.keyboard.press('d')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('r')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    })
  })
}

async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await expectAccessible(page)
  }
}

test('what opens over any page has no axe violation', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/shares')
  await page.getByRole('button', { name: 'Import a session' }).click()
  await expect(page.getByRole('dialog', { name: 'Import a shared session' })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search sessions and commands' })).toBeFocused()
  await page.keyboard.type('sh')
  await expect(page.getByRole('dialog').locator('[data-selected]')).toBeVisible()
  await expectAccessibleInBoth(page)
})

test('a correction and held decisions have no axe violation', async ({ page }) => {
  await signIn(page, 'senior')
  await openFromQueue(page, 9)
  await page.getByRole('button', { name: 'More for this case' }).click()
  await page.getByRole('menuitem', { name: /Correct the data/ }).click()
  await expect(page.getByRole('dialog', { name: /Correct the data/ })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('d')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Declined · sending in/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('u')
  await expect(page.getByText('Undone').first()).toBeVisible()
})

test('at 200 % zoom nothing scrolls sideways', async ({ page }) => {
  // 1280 × 720 at 200 % is a page of 640 × 360.
  await page.setViewportSize({ width: 640, height: 360 })
  await signIn(page, 'reviewer')
  for (const path of ['/queue', '/sessions']) {
    await page.goto(path)
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
  await openFromQueue(page, 1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})
