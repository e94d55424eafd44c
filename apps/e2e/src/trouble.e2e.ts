import { expect, test } from '@playwright/test'
import { openFromQueue } from './support/desk.ts'
import { clearFaults, control, decisionsSent } from './support/emulator.ts'
import { signIn } from './support/people.ts'

test.afterEach(clearFaults)

test('wrong password and wrong e-mail get the same words and keep the e-mail', async ({ page }) => {
  await page.goto('/sign-in')
  const told: string[] = []
  for (const email of ['reviewer@verdict.example', 'nobody@verdict.example']) {
    await page.getByLabel('Work e-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not-the-password')
    await page.getByRole('button', { name: 'Continue' }).click()
    const alert = page.getByRole('alert').first()
    await expect(alert).toBeVisible()
    told.push((await alert.textContent()) ?? '')
    await expect(page.getByLabel('Work e-mail')).toHaveValue(email)
  }
  expect(told[0]).toBe(told[1])
})

test('an expired sign-in keeps what was typed and goes on after signing in again', async ({ page, context }) => {
  await signIn(page, 'reviewer2')
  await openFromQueue(page, 7)
  await page.keyboard.press('c')
  await page.keyboard.type('Typed before the sign-in ran out.')
  await context.clearCookies()
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill('verdict-demo')
  await dialog.getByRole('button', { name: /Sign in|Continue/ }).click()
  await expect(dialog).toBeHidden()
  const trail = page.getByRole('complementary', { name: 'Trail' })
  await expect(trail.getByText('Typed before the sign-in ran out.').first()).toBeVisible()
})

test('evidence that changed after reading stops the decision and says what changed', async ({ page }) => {
  await signIn(page, 'reviewer2')
  const sessionId = await openFromQueue(page, 8)
  // Didit's word about it is lost: only reading again tells.
  await control('webhooks', { drop: 1 })
  await control('act', { sessionId, kind: 'status', status: 'Declined' })
  await page.keyboard.press('d')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  const refusal = page.getByRole('alertdialog')
  await expect(refusal).toBeVisible()
  await expect(refusal).toContainText(/Declined/)
  expect(await decisionsSent(sessionId)).toEqual([])
})

test('with Didit down an open case can still be read and a note is kept', async ({ page }) => {
  await signIn(page, 'reviewer2')
  const sessionId = await openFromQueue(page, 9)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await control('faults', { match: '/v3/', kind: 'status', status: 503 })
  await page.waitForTimeout(1000)
  await page.goto(`/sessions/${sessionId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.keyboard.press('c')
  await page.keyboard.type('Written while Didit was away.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary', { name: 'Trail' }).getByText('Written while Didit was away.').first()).toBeVisible()
})

test('an unknown session and an unknown page say so', async ({ page }) => {
  await signIn(page, 'reviewer2')
  await page.goto('/sessions/00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('alert')).toContainText(/session/i)
  await page.goto('/nowhere')
  await expect(page.getByRole('link', { name: /first page|queue/i }).first()).toBeVisible()
})

test('nothing that reaches the browser holds the key, a session link or a media host', async ({ page }) => {
  const seen: string[] = []
  page.on('response', (response) => {
    if (!/\/media\/|\.(woff2|png|webm)$/.test(response.url())) {
      void response.text().then(
        (text) => seen.push(text),
        () => undefined,
      )
    }
  })
  await signIn(page, 'reviewer')
  await openFromQueue(page, 2)
  await page.goto('/sessions')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  expect(seen.length).toBeGreaterThan(5)
  for (const text of seen) expect(text).not.toMatch(/emulator-key|verify\.didit\.me|X-Amz-Signature|session_token/)
})
