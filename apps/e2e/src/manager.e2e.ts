import { expect, test } from '@playwright/test'
import { partnerToken } from './support/emulator.ts'
import { signIn } from './support/people.ts'

test.beforeEach(async ({ page }) => {
  await signIn(page, 'manager')
})

test('downloads the PDF of a decided session', async ({ page }) => {
  await page.goto('/sessions?status=Approved')
  await page.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: 'More for this case' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /PDF/ }).click()])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const stream = await download.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(10_000)
})

test('shares a session; the token is shown once and the list says with whom and why', async ({ page }) => {
  await page.goto('/sessions?status=Approved')
  await page.getByRole('row').nth(2).click()
  await page.getByRole('button', { name: 'More for this case' }).click()
  await page.getByRole('menuitem', { name: /Share/ }).click()
  const dialog = page.getByRole('dialog')
  const { partnerId } = await partnerToken()
  await dialog.getByLabel('Partner’s application id').fill(partnerId)
  await dialog.getByLabel('Purpose, for the record').fill('Onboarding at the partner bank.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByLabel('Share token', { exact: true })).toHaveText(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.goto('/shares')
  await expect(page.getByRole('row').filter({ hasText: 'Onboarding at the partner bank.' })).toContainText('Lena Fischer')
})

test('imports a partner’s session and lands on it', async ({ page }) => {
  const { token } = await partnerToken()
  await page.goto('/shares')
  await page.getByRole('button', { name: 'Import a session' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Share token').fill(token)
  await dialog.getByRole('combobox', { name: 'Our workflow' }).click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/sessions\/[0-9a-f-]{36}/)
  await expect(page.getByRole('main').getByText('In review', { exact: true }).first()).toBeVisible()
})

test('reads in the ledger what was done', async ({ page }) => {
  await page.goto('/ledger')
  await page
    .getByRole('button', { name: /^Entry \d+/ })
    .first()
    .click()
  const pane = page.getByRole('complementary', { name: /^Entry/ })
  await expect(pane.getByText('Lena Fischer').first()).toBeVisible()
  await expect(pane.getByText(/[0-9a-f]{64}/).first()).toBeVisible()
})
