import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { decideByKey, sessionInReview } from './support/emulator.ts'
import { signIn } from './support/people.ts'
import { test } from './support/test.ts'

test('a decision made with the key past Verdict stands over the case and before the manager, who acknowledges it', async ({
  page,
  seat,
}) => {
  // Two people in two browsers.
  test.slow()
  const id = await sessionInReview(30)
  await decideByKey(id, 'Approved', 'nightly script')

  await signIn(page, 'manager')
  await page.goto('/alarms')
  await expect(async () => {
    await page.getByRole('button', { name: 'Compare now' }).click()
    await expect(page.getByRole('row', { name: /nightly script/ })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expectAccessible(page)

  const other = await seat('reviewer')
  await other.goto(`/sessions/${id}`)
  const chip = other.getByRole('button', { name: /not through Verdict/ })
  await chip.click()
  await expect(other.getByText(/^Do not rely on the status/)).toBeVisible()
  await expectAccessible(other)

  await page
    .getByRole('row', { name: /nightly script/ })
    .getByRole('button', { name: /^Acknowledge/ })
    .click()
  await page.getByLabel('What you found out').fill('Our own script; it is stopped.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The alarm is acknowledged.')).toBeVisible()
  await expect(other.getByText(/^Do not rely on the status/)).toBeHidden()
})

test('an admin sees what Didit tells, and that a delivery arrives', async ({ page }) => {
  await decideByKey(await sessionInReview(31), 'Declined', 'for the inbox')
  await signIn(page, 'admin')
  await page.goto('/webhooks')
  await expect(page.getByText('Set up', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /status\.updated/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Check a delivery' }).click()
  await expect(page.getByText(/^Arrived here at/)).toBeVisible()
  await expectAccessible(page)
  await page.getByText('Gaps', { exact: true }).click()
  await expect(page.getByText(/compared since/)).toBeVisible()
  await expectAccessible(page)
})
