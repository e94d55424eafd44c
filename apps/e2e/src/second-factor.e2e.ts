import { codeAt } from '@verdict/bff/testing'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { signIn } from './support/people.ts'
import { ageSignIns } from './support/sign-in-proof.ts'

const PERIOD_MS = 30_000
/** The half minute whose code was used last: each is good once, and the next one may be used ahead of its time. */
let last = 0

function nextCode(secret: string): string {
  last = Math.max(last + 1, Math.floor(Date.now() / PERIOD_MS) - 1)
  return codeAt(secret, last * PERIOD_MS)
}

async function givePassword(page: Page): Promise<void> {
  await page.getByLabel('Work e-mail').fill('admin@verdict.example')
  await page.getByLabel('Password', { exact: true }).fill('verdict-demo')
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Settings and sign out/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}

test('an admin sets a second factor up, signs in with it, and proves it again before changing roles', async ({ page }) => {
  // Five looks by axe and three sign-ins.
  test.slow()
  await signIn(page, 'admin')
  await page.getByRole('button', { name: /Settings and sign out/ }).click()
  await page.getByRole('menuitem', { name: 'My account' }).click()
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Set up second factor' }).click()
  const setUp = page.getByRole('dialog', { name: 'Set up a second factor' })
  const secret = (await setUp.getByRole('button', { name: /^Copy key/ }).getAttribute('aria-label'))?.split(' ').at(-1) ?? ''
  await expectAccessible(page)
  await setUp.getByLabel('Code of your app').fill(nextCode(secret))
  await page.keyboard.press('Enter')
  const list = page.getByRole('list', { name: 'Recovery codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  await expectAccessible(page)
  const [recoveryCode = ''] = await list.getByRole('listitem').allTextContents()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes left')).toBeVisible()

  await signOut(page)
  await givePassword(page)
  await expect(page.getByRole('heading', { name: 'Your code' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Code of your app').fill(nextCode(secret))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()

  await signOut(page)
  await givePassword(page)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recoveryCode)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()

  await page.goto('/team')
  await page.getByRole('button', { name: 'Change Tomasz Maj' }).click()
  await page.getByRole('checkbox', { name: /Auditor/ }).check()
  ageSignIns()
  await page.keyboard.press('Control+Enter')
  const proof = page.getByRole('dialog', { name: 'Show that it is you' })
  await expect(proof).toBeVisible()
  await expectAccessible(page)
  await proof.getByLabel('Code of your app').fill(nextCode(secret))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Tomasz Maj is changed.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Tomasz Maj/ })).toContainText('Auditor')

  // As it was, for the tests that come after.
  await page.getByRole('button', { name: 'Change Tomasz Maj' }).click()
  await page.getByRole('checkbox', { name: /Auditor/ }).uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /Tomasz Maj/ })).not.toContainText('Auditor')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Switch second factor off' }).click()
  await expect(page.getByRole('button', { name: 'Set up second factor' })).toBeVisible()
})
