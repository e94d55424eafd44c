import { expect } from '@playwright/test'
import { calls } from './support/emulator.ts'
import { signIn } from './support/people.ts'
import { test } from './support/test.ts'

test('an analyst blocks values of a session, and takes one off again when a manager agrees', async ({ page, seat }) => {
  await signIn(page, 'analyst')
  await page.goto('/sessions?status=Declined')
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('region', { name: 'Actions' })).toBeVisible()
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^Face/ }).check()
  await dialog.getByRole('checkbox', { name: /^Document/ }).check()
  await dialog.getByLabel('Why, for the record').fill('Same face under three names.')
  await dialog.getByRole('button', { name: 'Blocklist face and document' }).click()
  await expect(dialog).toBeHidden()

  const added = (await calls()).filter((call) => call.path === '/v3/blocklist/add/')
  expect(added.at(-1)?.body).toMatchObject({ blocklist_face: true, blocklist_document: true })

  await page.goto('/blocklist')
  const face = page.getByRole('row', { name: /^Face/ }).first()
  await expect(face).toContainText('Tomasz Maj')
  await expect(face).toContainText('Same face under three names.')
  await face.getByRole('button', { name: /Remove/ }).click()
  await page.getByRole('dialog').getByLabel('Why, for the record').fill('Twins, seen in person.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Still blocked: face.*A manager must agree/)).toBeVisible()
  const removed = async () => (await calls()).filter((call) => call.path === '/v3/blocklist/remove/')
  expect(await removed()).toHaveLength(0)

  const second = await seat('manager')
  await second.goto('/approvals')
  await second.getByRole('button', { name: 'Agree', exact: true }).click()
  await expect.poll(async () => (await removed()).length).toBe(1)
  await page.goto('/blocklist')
  await expect(page.getByRole('row', { name: /^Document/ }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /^Face/ }).filter({ hasText: 'Tomasz Maj' })).toBeHidden()
})

test('an analyst cannot decide and is told so', async ({ page }) => {
  await signIn(page, 'analyst')
  await page.goto('/sessions?status=In%20Review')
  await page.getByRole('row').nth(1).click()
  const actions = page.getByRole('region', { name: 'Actions' })
  await expect(actions.getByRole('button', { name: /Approve/ })).toBeDisabled()
  await page.goto('/ledger')
  await expect(page.getByText('Your role does not open this page')).toBeVisible()
})
