import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { answerWarnings, openSessionId } from './support/desk.ts'
import { decisionsSent } from './support/emulator.ts'
import { signIn } from './support/people.ts'
import { test } from './support/test.ts'

test.beforeEach(() => {
  // Two people, looks by axe, and waiting for what is held.
  test.slow()
})

/** Declines the `nth` approved session from its page, with words of one's own; gives back its id. */
async function overturn(page: Page, nth: number, rationale: string): Promise<string> {
  await page.goto('/sessions?status=Approved&kind=user')
  await page.getByRole('row').nth(nth).click()
  await expect(page.getByRole('region', { name: 'Actions' })).toBeVisible()
  const sessionId = openSessionId(page)
  await answerWarnings(page)
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Rationale' }).fill(rationale)
  await page.getByRole('button', { name: /^Decline/ }).click()
  await page.getByRole('dialog', { name: 'Decline: why?' }).getByText('Outside our acceptance policy').click()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Declined · waits for a second person', { exact: true })).toBeVisible()
  return sessionId
}

interface Waiting {
  waiting: { id: string; session: { id: string } | null; evidenceHash: string | null }[]
}

/** The request about a session, as the bff tells it to whoever sits at the page; the answer's text beside. */
const requestFor = (page: Page, sessionId: string): Promise<{ id: string; evidenceHash: string | null; said: string }> =>
  page.evaluate(async (wanted) => {
    const said = await (await fetch('/api/approvals')).text()
    const found = (JSON.parse(said) as Waiting).waiting.find(({ session }) => session?.id === wanted)
    if (!found) throw new Error('Nothing waits for this session.')
    return { id: found.id, evidenceHash: found.evidenceHash, said }
  }, sessionId)

/** Answers past the page, as a script with the person's cookie would. */
const agreeOverTheWire = (page: Page, id: string, evidenceHash: string | null): Promise<number> =>
  page.evaluate(
    async ([to, hash]) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ verdict: 'approve', evidenceHash: hash })
      return (await fetch(`/api/approvals/${to}`, { method: 'POST', headers, body })).status
    },
    [id, evidenceHash] as const,
  )

const setBlind = (manager: Page, blind: boolean): Promise<number> =>
  manager.evaluate(async (value) => {
    interface Applied {
      version: number
      policy: { fourEyes: object }
    }
    const { version, policy } = (await (await fetch('/api/policy')).json()) as Applied
    const next = { ...policy, fourEyes: { ...policy.fourEyes, blind: value } }
    const body = JSON.stringify({ expectedVersion: version, policy: next, note: 'Blind second look' })
    return (await fetch('/api/policy', { method: 'PUT', headers: { 'content-type': 'application/json' }, body })).status
  }, blind)

test('overturning waits for another person, whom the first one cannot be, and is sent once under both names', async ({ seat }) => {
  const [priya, lena] = [await seat('senior'), await seat('manager')]
  const sessionId = await overturn(priya, 3, 'The employer withdrew its letter.')
  expect(await decisionsSent(sessionId)).toEqual([])

  await priya.goto('/approvals')
  await priya.getByRole('tab', { name: /^Asked by you/ }).click()
  await expect(priya.getByRole('heading', { name: 'You asked for this' })).toBeVisible()
  await expect(priya.getByRole('button', { name: /^Agree/ })).toHaveCount(0)
  await expectAccessible(priya)
  const { id, evidenceHash } = await requestFor(priya, sessionId)
  expect(await agreeOverTheWire(priya, id, evidenceHash)).toBe(403)

  await lena.goto(`/approvals?id=${id}`)
  await expect(lena.getByText('The employer withdrew its letter.')).toBeVisible()
  await expect(lena.getByText(/The evidence is the same that the first person read/)).toBeVisible()
  await lena.keyboard.press('a')
  await expect.poll(async () => (await decisionsSent(sessionId)).length, { timeout: 20_000 }).toBe(1)
  await expect(priya.getByText('Declined · settled', { exact: true })).toBeVisible()
  const [sent] = await decisionsSent(sessionId)
  expect(sent?.body).toMatchObject({ new_status: 'Declined', comment: expect.stringMatching(/\[Priya Raman and Lena Fischer, /) })
})

test('a blind second look shows neither verdict nor words of the first person until it is given', async ({ seat }) => {
  const [priya, lena] = [await seat('senior'), await seat('manager')]
  expect(await setBlind(lena, true)).toBe(200)
  const words = 'The second address belongs to somebody else.'
  const sessionId = await overturn(priya, 4, words)

  const { id, said } = await requestFor(lena, sessionId)
  expect(said).not.toContain(words)
  await lena.goto(`/sessions/${sessionId}`)
  await expect(lena.getByRole('region', { name: 'Actions' })).toBeVisible()
  await expect(lena.getByText(words)).toHaveCount(0)
  await lena.goto(`/approvals?id=${id}`)
  await expect(lena.getByText('Withheld until you have answered.')).toBeVisible()
  await expect(lena.getByText(words)).toHaveCount(0)
  await expect(lena.getByText(/Priya Raman/)).toHaveCount(0)
  await expectAccessible(lena)

  await lena.getByRole('button', { name: 'Decline' }).click()
  await lena.getByLabel('Reason').selectOption({ label: 'Outside our acceptance policy' })
  await lena.getByRole('button', { name: 'Give this verdict' }).click()
  await expect.poll(async () => (await decisionsSent(sessionId)).length, { timeout: 20_000 }).toBe(1)
  await lena.getByRole('tab', { name: /^Ended today/ }).click()
  await expect(lena.getByText(words)).toBeVisible()
  expect(await setBlind(lena, false)).toBe(200)
})

/** Marks rows by their place, and declines them together for one reason. */
async function declineTogether(page: Page, from: number, count: number): Promise<string[]> {
  await page.goto('/sessions?status=In+Review&kind=user')
  await expect(page.getByRole('grid')).toBeVisible()
  for (let step = 0; step < from; step++) await page.keyboard.press('j')
  await page.keyboard.press('x')
  for (let step = 1; step < count; step++) await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.getByText(`${String(count)} session${count === 1 ? '' : 's'} marked`)).toBeVisible()
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox', { checked: true }) })
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''))
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Decline' }).check()
  await expect(dialog.getByText(new RegExp(`^${String(count)} of ${String(count)} read`))).toBeVisible()
  await expectAccessible(page)
  for (const box of await dialog.getByRole('checkbox', { name: /^I have read/ }).all()) await box.check()
  await dialog.getByLabel('Reason for all').selectOption({ label: 'Outside our acceptance policy' })
  await dialog.getByLabel('Rationale, for the record').fill('One ring.')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/bulk\//)
  return ids
}

test('three declined together are undone together, survive a reload, and none is written at Didit', async ({ page }) => {
  await signIn(page, 'reviewer2')
  const undone = await declineTogether(page, 20, 3)
  expect(new Set(undone).size).toBe(3)
  await page.getByRole('button', { name: 'Undo all 3' }).click()
  await expect(page.getByRole('cell', { name: 'Undone', exact: true })).toHaveCount(3)
  await page.reload()
  await expect(page.getByRole('cell', { name: 'Undone', exact: true })).toHaveCount(3)
  await expectAccessible(page)

  // What is decided later is sent, so what was held before would have been sent by then.
  const [sent = ''] = await declineTogether(page, 24, 1)
  await expect(page.getByRole('cell', { name: 'Settled', exact: true })).toBeVisible({ timeout: 20_000 })
  expect(await decisionsSent(sent)).toHaveLength(1)
  for (const id of undone) expect(await decisionsSent(id)).toEqual([])
})
