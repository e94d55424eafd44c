import type { Page } from '@playwright/test'
import { armWatch, nextPainted, pageTime, type Painted, shiftBetween } from './paint-watch.ts'

export type Outcome = 'approve' | 'decline' | 'resubmit'

export interface DecidedCase {
  id: string
  name: string
  company: boolean
  outcome: Outcome
  /** Keys that answered warnings and stepped through them. */
  readingKeys: number
  /** Keys after the evidence was read. */
  decidingKeys: number
  /** The case that came after; null at the last one. */
  next: Painted | null
}

export interface Shift {
  decided: DecidedCase[]
  /** What moved inside the cases from the deciding key until the next key: while a case paints and is read. */
  layoutShift: number
}

interface Options {
  cases: number
  /** How long a case is looked at before its first key; milliseconds. */
  readMs: number
}

const plan: readonly Outcome[] = ['approve', 'decline', 'approve', 'approve', 'resubmit', 'approve', 'decline']
const answers = ['1', '3', '2', '1'] as const

class Keyboard {
  pressed = 0
  readonly #page: Page
  constructor(page: Page) {
    this.#page = page
  }
  async press(key: string): Promise<void> {
    this.pressed += 1
    await this.#page.keyboard.press(key)
  }
  async type(text: string): Promise<void> {
    this.pressed += text.length
    await this.#page.keyboard.type(text)
  }
}

const openId = (page: Page): string => /\/sessions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

/** How many warnings are still without an answer, as the page says it. */
async function unanswered(page: Page): Promise<number> {
  const said = (await page.getByRole('region', { name: 'Warnings' }).getByRole('status').first().textContent()) ?? ''
  const [, done, all] = /(\d+) of (\d+) answered/.exec(said) ?? []
  return all === undefined ? 0 : Number(all) - Number(done)
}

async function answerAll(page: Page, keyboard: Keyboard): Promise<void> {
  if ((await unanswered(page)) > 1) for (const key of ['j', 'k']) await keyboard.press(key)
  for (let turn = 0, left = await unanswered(page); left > 0 && turn < 60; turn++) {
    await keyboard.press(answers[turn % answers.length] ?? '1')
    left = await unanswered(page)
  }
}

/** Walks the planner with Tab and Space until a step and a reason are chosen; all but the sending. */
async function fillPlanner(page: Page, keyboard: Keyboard): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const needs = { step: (await dialog.getByRole('checkbox', { checked: true }).count()) === 0, reason: true }
  for (let turn = 0; turn < 60 && (needs.step || needs.reason); turn++) {
    const at = await page.evaluate(() => {
      const field = document.activeElement
      return field instanceof HTMLInputElement ? { type: field.type, switch: field.role === 'switch' } : null
    })
    if (at?.type === 'checkbox' && !at.switch && needs.step) {
      await keyboard.press('Space')
      needs.step = false
    } else if (at?.type === 'radio' && needs.reason) {
      await keyboard.press('Space')
      needs.reason = false
    } else await keyboard.press('Tab')
  }
}

/** Whether the bar lets this outcome be chosen now. */
async function offered(page: Page, outcome: Outcome): Promise<boolean> {
  const word = { approve: /^Approve/, decline: /^Decline/, resubmit: /^Resubmit/ }[outcome]
  const button = page.getByRole('region', { name: 'Actions' }).getByRole('button', { name: word })
  return (await button.getAttribute('aria-disabled')) !== 'true' && (await button.isEnabled())
}

async function decide(page: Page, keyboard: Keyboard, wished: Outcome): Promise<Outcome> {
  const outcome = (await offered(page, wished)) ? wished : (await offered(page, 'approve')) ? 'approve' : 'decline'
  if (outcome === 'approve') {
    await keyboard.press('a')
    await page.getByRole('dialog', { name: 'Approve: why?' }).waitFor()
    await armWatch(page, 'Enter')
    await keyboard.press('Enter')
  } else if (outcome === 'decline') {
    await keyboard.press('d')
    await page.getByRole('dialog', { name: 'Decline: why?' }).waitFor()
    await keyboard.press('1')
    await armWatch(page, 'Enter')
    await keyboard.press('Enter')
  } else {
    await keyboard.press('r')
    await fillPlanner(page, keyboard)
    await armWatch(page, 'Enter')
    await keyboard.press('Control+Enter')
  }
  return outcome
}

/**
 * Works through the queue without a mouse, signed in and standing at the queue: takes the next case, answers its
 * warnings, decides, and goes on with the case that comes up by itself.
 */
export async function workShift(page: Page, { cases, readMs }: Options): Promise<Shift> {
  const keyboard = new Keyboard(page)
  const decided: DecidedCase[] = []
  await page.getByRole('row').nth(1).waitFor()
  await page.waitForTimeout(readMs)
  await keyboard.press('n')
  await page.waitForURL(/\/sessions\/[0-9a-f-]{36}/)
  await page.getByRole('region', { name: 'Actions' }).waitFor()
  let [opened, layoutShift] = [await pageTime(page), 0]
  for (let turn = 0; turn < cases; turn++) {
    const id = openId(page)
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    const company = (await page.getByRole('heading', { level: 3, name: 'Company registry' }).count()) > 0
    await page.waitForTimeout(readMs)
    layoutShift += await shiftBetween(page, opened, await pageTime(page))
    keyboard.pressed = 0
    await answerAll(page, keyboard)
    const readingKeys = keyboard.pressed
    const outcome = await decide(page, keyboard, plan[turn % plan.length] ?? 'approve')
    opened = await pageTime(page)
    const decidingKeys = keyboard.pressed - readingKeys
    const next = await Promise.race([nextPainted(page), page.waitForTimeout(15_000).then(() => null)])
    decided.push({ id, name, company, outcome, readingKeys, decidingKeys, next })
    if (next === null) throw new Error(`After ${outcome} of ${name} (${id}) no other case came up.`)
  }
  return { decided, layoutShift }
}
