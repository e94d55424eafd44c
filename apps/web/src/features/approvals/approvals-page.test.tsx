import { screen, waitFor } from '@testing-library/react'
import { ApprovalList } from '@verdict/contract/approval'
import { SessionDetail } from '@verdict/contract/case'
import { SessionPage } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json()

describe('the approvals page', () => {
  it('says that nothing waits', async () => {
    await renderAt('/approvals', { as: 'senior' })
    expect(await screen.findByRole('heading', { name: 'Nothing waits here' })).toBeInTheDocument()
  })

  it('shows what waits to who may answer, and agrees with A', async () => {
    const house = await openHouse()
    const senior = await house.signIn('senior')
    const { rows } = SessionPage.parse(await json(senior.get('/api/sessions?status=Approved&kind=user')))
    const id = rows[0]?.id ?? ''
    const { evidenceHash, warnings } = SessionDetail.parse(await json(senior.get(`/api/sessions/${id}`)))
    const made = await senior.post(`/api/sessions/${id}/decisions`, {
      outcome: 'Declined',
      reasonCode: 'policy',
      comment: 'Not ours.',
      evidenceHash,
      seen: warnings.map((warning) => warning.id),
    })
    expect(made.status).toBe(202)
    const { user } = await renderAt('/approvals', { as: 'manager', house })
    expect(await screen.findByRole('heading', { name: /Priya Raman · Declined/u })).toBeInTheDocument()
    expect(await screen.findByText(/The evidence is the same that the first person read/u)).toBeInTheDocument()
    await user.keyboard('a')
    await waitFor(async () => {
      const { waiting } = ApprovalList.parse(await json(senior.get('/api/approvals')))
      expect(waiting).toEqual([])
    })
    expect(await screen.findByRole('heading', { name: 'Nothing waits here' })).toBeInTheDocument()
  })
})
