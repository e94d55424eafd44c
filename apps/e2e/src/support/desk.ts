import { expect, type Page } from '@playwright/test'

/** The id of the session whose case is open. */
export function openSessionId(page: Page): string {
  const id = /\/sessions\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (!id) throw new Error(`No case is open at ${page.url()}`)
  return id
}

/** Opens the `position`-th case of the queue that nobody is on, by its row as a click would, and waits for its lease. */
export async function openFromQueue(page: Page, position: number): Promise<string> {
  await page.goto('/queue')
  const rows = page.getByRole('row').filter({ hasNot: page.getByRole('img', { name: /is on this case/ }) })
  await expect(rows.nth(position)).toBeVisible()
  await rows.nth(position).click()
  await page.waitForURL(/\/sessions\/[0-9a-f-]{36}/)
  await expect(page.getByRole('region', { name: 'Actions' }).getByRole('button', { name: /^Decline/ })).toBeEnabled()
  return openSessionId(page)
}

/** Answers every warning with key 1 ("Explained"); the case is read when none is left. */
export async function answerWarnings(page: Page): Promise<void> {
  const progress = page.getByRole('region', { name: 'Warnings' }).getByRole('status')
  const [, total = '0'] = /of (\d+) answered/.exec((await progress.textContent()) ?? '') ?? []
  for (let answered = 1; answered <= Number(total); answered++) {
    await page.keyboard.press('1')
    await expect(progress).toHaveText(`${String(answered)} of ${total} answered`)
  }
}
