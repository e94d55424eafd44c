import { screen, waitFor, within } from '@testing-library/react'
import type { SessionDetail } from '@verdict/contract/case'
import { DecisionList } from '@verdict/contract/decision'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../../testing/render-at.tsx'
import { findCase } from '../testing/find-case.ts'

const stepOf = (session: SessionDetail, feature: string) => session.actions.resubmit.steps.find((step) => step.feature === feature)
const withDocument = (session: SessionDetail) =>
  stepOf(session, 'identityDocument')?.allowed === true &&
  stepOf(session, 'aml')?.allowed === true &&
  session.media.some(({ role }) => role === 'back') &&
  (session.contact?.email ?? null) !== null

async function openPlanner(as: 'reviewer' | 'senior', fits: (session: SessionDetail) => boolean, query?: string) {
  const house = await openHouse({ sessions: 120 })
  const session = await findCase(house, fits, query)
  const view = await renderAt(`/sessions/${session.id}`, { as, house })
  await screen.findByRole('heading', { level: 1 })
  await view.user.keyboard('r')
  const dialog = await screen.findByRole('dialog', { name: /^Ask .* again/ })
  return { ...view, house, session, dialog, inside: within(dialog) }
}

/** Leaves only these steps ticked. */
async function tick(dialog: HTMLElement, user: Awaited<ReturnType<typeof openPlanner>>['user'], ...labels: string[]) {
  for (const box of within(dialog).getAllByRole<HTMLInputElement>('checkbox')) {
    const wanted = labels.some((label) => box.labels?.[0]?.textContent.startsWith(label))
    if (box.checked !== wanted && !box.disabled) await user.click(box)
  }
}

describe('the resubmission planner', () => {
  it('draws the next screen in the language of the e-mail and strikes what will be deleted', async () => {
    const { dialog, inside, user, session } = await openPlanner('reviewer', withDocument)
    await tick(dialog, user, 'Identity document')
    const next = within(inside.getByRole('figure', { name: 'What the applicant sees next' }))
    await user.selectOptions(inside.getByLabelText('Language'), 'de')
    expect(next.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Vorderseite des Ausweises fotografieren',
      'Rückseite des Ausweises fotografieren',
    ])
    expect(next.getByRole('list').closest('[lang]')).toHaveAttribute('lang', 'de')
    await user.selectOptions(inside.getByLabelText('Language'), 'ar')
    expect(next.getByRole('list').closest('[dir]')).toHaveAttribute('dir', 'rtl')
    await user.selectOptions(inside.getByLabelText('Language'), 'th')
    expect(next.getByText(/We have none in Thai, so this is English/)).toBeVisible()
    expect(inside.getByText(/^Didit deletes: .*Front/)).toBeVisible()
    expect(inside.getAllByText(/^Would be deleted: /).length).toBeGreaterThan(0)
    expect(inside.getByText(/The same link works again/)).toBeVisible()
    const mail = within(inside.getByRole('region', { name: 'What Didit sends' }))
    expect(mail.getByText(/which we do not know word for word/)).toBeVisible()
    const reason = session.warnings.find(({ feature }) => feature === 'identityDocument')?.title
    if (reason !== undefined) expect(mail.getByText(new RegExp(reason.slice(0, 20).replaceAll(/[^\w ]/g, '.')))).toBeVisible()
  })

  it('tells that steps of Didit’s own ask nobody', async () => {
    const { dialog, inside, user } = await openPlanner('reviewer', withDocument)
    await tick(dialog, user, 'AML screening')
    expect(inside.getByText(/Nobody is asked\. Didit runs AML screening at once/)).toBeVisible()
    expect(inside.getByText('Nothing: no step for them is chosen.')).toBeVisible()
    expect(inside.getByText(/^The applicant does nothing/)).toBeVisible()
  })

  it('sends the steps, no e-mail without the switch, and counts the next time', async () => {
    const { dialog, inside, user, house, session, address } = await openPlanner('senior', withDocument)
    await tick(dialog, user, 'Identity document')
    await user.click(inside.getByLabelText('Didit writes to the applicant, once'))
    expect(inside.getByText(/send them the link yourself/)).toBeVisible()
    await user.click(inside.getByRole('radio', { name: 'Wrong or incomplete document' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => {
      expect(address()).not.toBe(`/sessions/${session.id}`)
    })
    const senior = await house.signIn('senior')
    const [made] = DecisionList.parse(await (await senior.get('/api/decisions')).json()).decisions
    expect(made).toMatchObject({ outcome: 'Resubmitted', reasonCode: 'wrong-document' })
    house.clock.advance(6000)
    await house.deps.decisions.worker.settle()
    // Somebody redoes the step, and it is in review again.
    house.clock.advance(1000)
    await house.control('act', { sessionId: session.id, kind: 'status', status: 'In Review' })
    house.deps.evidence.forget(session.id)
    const again = await findCase(house, ({ id }) => id === session.id)
    expect(stepOf(again, 'identityDocument')).toMatchObject({ askedBefore: 1 })
  })

  it('names what a company cannot be asked, and why', async () => {
    const { inside } = await openPlanner(
      'reviewer',
      (session) => stepOf(session, 'companyDocuments')?.allowed === true,
      'kind=business&status=In%20Review',
    )
    expect(inside.getByRole('checkbox', { name: /^Company registry/ })).toBeDisabled()
    expect(inside.getByText(/Didit never asks for the registry again/)).toBeVisible()
    expect(inside.getByRole('checkbox', { name: /^Company documents/ })).toBeEnabled()
  })
})
