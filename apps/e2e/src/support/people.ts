import { expect, type Page } from '@playwright/test'

export type Seat = 'reviewer' | 'reviewer2' | 'senior' | 'analyst' | 'manager' | 'auditor' | 'admin'

/** Signs in through the form, as a person does, and waits for the desk. */
export async function signIn(page: Page, seat: Seat): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Work e-mail').fill(`${seat}@verdict.example`)
  await page.getByLabel('Password', { exact: true }).fill('verdict-demo')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
}
