import { expect, test } from '@playwright/test'
import { answerWarnings, openFromQueue, openSessionId } from './support/desk.ts'
import { decisionsSent } from './support/emulator.ts'
import { signIn } from './support/people.ts'

test.beforeEach(async ({ page }) => {
  await signIn(page, 'reviewer')
})

test('approves a case by keys, and Didit gets it once with name and ledger number', async ({ page }) => {
  const sessionId = await openFromQueue(page, 1)
  const before = (await decisionsSent(sessionId)).length
  const name = await page.getByRole('heading', { level: 1 }).textContent()
  await answerWarnings(page)
  await page.keyboard.press('a')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Approved · sending in/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name ?? '')
  await expect.poll(async () => (await decisionsSent(sessionId)).length, { timeout: 15_000 }).toBe(before + 1)
  const sent = (await decisionsSent(sessionId)).at(-1)
  expect(sent?.body).toMatchObject({ new_status: 'Approved', comment: expect.stringMatching(/Ines Duarte, Verdict ledger \d+/) })

  await page.goto(`/sessions/${sessionId}`)
  await expect(page.getByRole('banner').or(page.getByRole('main')).getByText('Approved', { exact: true }).first()).toBeVisible()
  const trail = page.getByRole('complementary', { name: 'Trail' })
  await trail.getByRole('button', { name: /^All/ }).click()
  await expect(trail.getByText(/API Client/).first()).toBeVisible()
  await expect(trail.getByText(/Ledger \d+/).first()).toBeVisible()
})

test('undoes a decline before it leaves: Didit hears nothing', async ({ page }) => {
  const sessionId = await openFromQueue(page, 2)
  const before = (await decisionsSent(sessionId)).length
  await page.keyboard.press('d')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Declined · sending in/)).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('Undone').first()).toBeVisible()
  await page.waitForTimeout(3000)
  expect((await decisionsSent(sessionId)).length).toBe(before)
  await page.goto(`/sessions/${sessionId}`)
  await expect(page.getByRole('main').getByText('In review', { exact: true }).first()).toBeVisible()
})

test('asks for steps again and says which captures go', async ({ page }) => {
  const sessionId = await openFromQueue(page, 3)
  const before = (await decisionsSent(sessionId)).length
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  const steps = dialog.getByRole('group', { name: 'Steps to redo' }).getByRole('checkbox')
  await expect(steps.first()).toBeVisible()
  const enabled = dialog.getByRole('checkbox', { disabled: false })
  if (!(await enabled.first().isChecked())) await enabled.first().check()
  await dialog.getByRole('radio').first().check()
  await dialog.getByLabel('Rationale, for the record').fill('Glare on the number; asked for a new picture.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Asked again · sending in/)).toBeVisible()
  await expect.poll(async () => (await decisionsSent(sessionId)).length, { timeout: 15_000 }).toBe(before + 1)
  const sent = (await decisionsSent(sessionId)).at(-1)
  expect(sent?.status).toBe(200)
  expect(sent?.body).toMatchObject({
    new_status: 'Resubmitted',
    nodes_to_resubmit: expect.arrayContaining([expect.objectContaining({ node_id: expect.any(String) })]),
  })
})

test('writes a note that stays, and finds it in the trail', async ({ page }) => {
  await openFromQueue(page, 4)
  await page.keyboard.press('c')
  await page.keyboard.type('Called the branch: card renewed last week.')
  await page.keyboard.press('Control+Enter')
  const trail = page.getByRole('complementary', { name: 'Trail' })
  await expect(trail.getByText('Called the branch: card renewed last week.').first()).toBeVisible()
  await page.reload()
  await expect(trail.getByText('Called the branch: card renewed last week.').first()).toBeVisible()
})

test('finds a session by name through the palette', async ({ page }) => {
  await openFromQueue(page, 5)
  const id = openSessionId(page)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.goto('/sessions')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search sessions and commands' })).toBeFocused()
  await page.keyboard.type(name)
  await expect(page.getByRole('dialog').getByText(name).first()).toBeVisible()
  await page.goto(`/sessions?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('row').filter({ hasText: name }).first()).toBeVisible()
  await page.goto(`/sessions/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})
