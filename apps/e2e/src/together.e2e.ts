import { expect, type Page } from '@playwright/test'
import { openFromQueue, openSessionId } from './support/desk.ts'
import { decisionsSent } from './support/emulator.ts'
import { test } from './support/test.ts'

interface Answer {
  status: number
  code: string | null
  title: string | null
}

/** Decides over the wire as the page would, on the evidence as it is now. */
const decideFrom = (page: Page, sessionId: string, outcome: 'Approved' | 'Declined'): Promise<Answer> =>
  page.evaluate(
    async ([id, chosen]) => {
      const session = (await (await fetch(`/api/sessions/${id}`)).json()) as { evidenceHash: string; warnings: { id: string }[] }
      const body = {
        outcome: chosen,
        reasonCode: chosen === 'Approved' ? 'checks-passed' : 'policy',
        comment: 'Both at once.',
        evidenceHash: session.evidenceHash,
        dispositions: session.warnings.map((warning) => ({ warningId: warning.id, answer: 'explained' })),
      }
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/sessions/${id}/decisions`, { method: 'POST', headers, body: JSON.stringify(body) })
      const { code = null, title = null } = (await answer.json()) as { code?: string; title?: string }
      return { status: answer.status, code, title }
    },
    [sessionId, outcome] as const,
  )

test('two people decide one case at once: one is taken, the other is told who and what', async ({ seat }) => {
  const [ines, amara] = [await seat('reviewer'), await seat('reviewer2')]
  const sessionId = await openFromQueue(ines, 12)
  await ines.goto('/queue')
  await expect(ines.getByRole('grid')).toBeVisible()
  const answers = await Promise.all([decideFrom(ines, sessionId, 'Approved'), decideFrom(amara, sessionId, 'Declined')])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409])
  const loser = answers.find(({ status }) => status === 409)
  expect(loser?.code).toBe('already-decided')
  expect(loser?.title).toMatch(/(Ines Duarte|Amara Osei) has decided this session already/)
  await expect.poll(async () => (await decisionsSent(sessionId)).length, { timeout: 15_000 }).toBe(1)
})

test('an open case is one person’s: others see who, live, and a senior takes it over with a note', async ({ seat }) => {
  const [ines, amara, priya] = [await seat('reviewer'), await seat('reviewer2'), await seat('senior')]
  await amara.goto('/queue')
  const sessionId = await openFromQueue(ines, 14)
  await expect(amara.locator(`[data-id="${sessionId}"]`).getByRole('img', { name: 'Ines Duarte is on this case' })).toBeVisible()
  await amara.goto(`/sessions/${sessionId}`)
  await expect(amara.getByText(/Ines Duarte is on this case since/)).toBeVisible()
  await expect(amara.getByRole('button', { name: /^Approve/ })).toBeDisabled()
  await expect(ines.getByRole('list', { name: 'Also here' }).getByRole('img', { name: 'Amara Osei reads this case' })).toBeVisible()

  await priya.goto(`/sessions/${sessionId}`)
  await priya.getByRole('button', { name: 'Take over' }).click()
  const dialog = priya.getByRole('dialog')
  await dialog.getByLabel('Why').fill('A payment waits for this one.')
  await priya.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(ines.getByText(/Priya Raman took this case over from you .*A payment waits for this one/)).toBeVisible()
  await expect(ines.getByRole('button', { name: /^Decline/ })).toBeDisabled()
  await expect(priya.getByRole('button', { name: /^Decline/ })).toBeEnabled()

  // Whoever waits on the case gets it when it becomes free.
  await amara.goto('/queue')
  await priya.goto('/queue')
  await expect(ines.getByRole('button', { name: 'Take it again' })).toBeVisible()
})

test('N gives two people two cases, and leaving the page frees one', async ({ seat }) => {
  const [ines, amara] = [await seat('reviewer'), await seat('reviewer2')]
  for (const page of [ines, amara]) {
    await page.goto('/queue')
    await expect(page.getByRole('grid')).toBeVisible()
  }
  await Promise.all([ines.keyboard.press('n'), amara.keyboard.press('n')])
  await Promise.all([ines, amara].map((page) => page.waitForURL(/\/sessions\/[0-9a-f-]{36}/)))
  const [hers, his] = [openSessionId(ines), openSessionId(amara)]
  expect(hers).not.toBe(his)
  await ines.goto('about:blank')
  const holder = () =>
    amara.evaluate(async (id) => {
      const presence = (await (await fetch(`/api/sessions/${id}/presence`)).json()) as { lease: { holder: { name: string } } | null }
      return presence.lease?.holder.name ?? null
    }, hers)
  await expect.poll(holder).toBeNull()
})

test('a case that is put off leaves the queue of others at once and stands under its view with who and why', async ({ seat }) => {
  const [ines, amara] = [await seat('reviewer'), await seat('reviewer2')]
  for (const page of [ines, amara]) {
    await page.goto('/queue')
    await expect(page.getByRole('grid')).toBeVisible()
  }
  await ines.keyboard.press('j')
  const id = await ines.locator('[role=row][aria-selected=true]').getAttribute('data-id')
  await ines.keyboard.press('z')
  const dialog = ines.getByRole('dialog')
  await dialog.getByLabel('For an hour').check()
  await dialog.getByLabel('Why').fill('The applicant calls back.')
  await ines.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(amara.getByRole('link', { name: /^Put off 1/ })).toBeVisible()
  await amara.getByRole('link', { name: /^Put off/ }).click()
  await expect(amara.locator(`[data-id="${id ?? ''}"]`)).toBeVisible()
  await expect(amara.getByText(/Put off by Ines Duarte until .*The applicant calls back/)).toBeVisible()
  await amara.getByRole('button', { name: 'Bring back' }).click()
  await expect(amara.getByRole('link', { name: /^Put off 0/ })).toBeVisible()
})
