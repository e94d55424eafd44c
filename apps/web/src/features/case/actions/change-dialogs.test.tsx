import { screen, waitFor, within } from '@testing-library/react'
import type { FeatureRun, SessionDetail } from '@verdict/contract/case'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../../testing/render-at.tsx'
import { findCase } from '../testing/find-case.ts'

type House = Awaited<ReturnType<typeof openHouse>>
const runOf = (session: SessionDetail, kind: FeatureRun['kind']) =>
  session.sections.flatMap(({ runs }) => runs).find((run) => run.kind === kind)
const has = (kind: FeatureRun['kind']) => (session: SessionDetail) => runOf(session, kind) !== undefined
const wireOf = async (house: House, id: string) => (await house.deps.evidence.read(id, 'fresh')).wire

/** Opens the menu of a check and takes this entry. */
async function openFrom(house: House, session: SessionDetail, kind: FeatureRun['kind'], entry: string) {
  const view = await renderAt(`/sessions/${session.id}`, { as: 'senior', house })
  await screen.findByRole('heading', { level: 1 })
  const run = runOf(session, kind)
  await waitFor(() => {
    expect(document.querySelector(`#${run?.id ?? 'none'}`)).not.toBeNull()
  })
  const frame = document.querySelector<HTMLElement>(`#${run?.id ?? 'none'}`)
  if (!frame) throw new Error('The check is not shown.')
  await view.user.click(within(frame).getByRole('button', { name: /^Actions for/ }))
  await view.user.click(await screen.findByRole('menuitem', { name: entry }))
  const dialog = await screen.findByRole('dialog')
  return { ...view, dialog, inside: within(dialog), run }
}

describe('overriding a check', () => {
  it('offers the other states only, wants a reason, and leaves the session’s state', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, (found) => runOf(found, 'liveness')?.status === 'Approved')
    const { inside, user } = await openFrom(house, session, 'liveness', 'Override this check')
    expect(inside.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(['Declined', 'In Review'])
    expect(inside.getByText(/The session stays/)).toHaveTextContent('In review')
    await user.click(inside.getByRole('radio', { name: 'Declined' }))
    await user.click(inside.getByRole('button', { name: /^Override check/ }))
    expect(inside.getByText('Say why.')).toBeVisible()
    await user.type(inside.getByLabelText('Why, for the record'), 'A mask.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    const wire = await wireOf(house, session.id)
    expect(wire.status).toBe('In Review')
    expect(wire.liveness_checks?.[0]?.status).toBe('Declined')
    expect(JSON.stringify(wire.reviews)).toContain('A mask.')
  })

  it('is not offered to reviewers', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, has('identityDocument'))
    await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('button', { name: /^Actions for/ })).toBeNull()
  })
})

describe('correcting data', () => {
  it('checks a document before it is sent, sends what changed alone, and shows what Didit derives', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, has('identityDocument'))
    const { inside, user } = await openFrom(house, session, 'identityDocument', 'Correct the data')
    expect(await inside.findByText('10 of 10 corrections left this minute, for the whole company')).toBeVisible()
    const born = inside.getByLabelText('New: Date of birth')
    await user.clear(born)
    await user.type(born, '1990-02-30')
    expect(inside.getByText('Write the day as YYYY-MM-DD.')).toBeVisible()
    await user.type(inside.getByLabelText('Why, for the record'), 'Misread.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(screen.getByRole('dialog')).toBeVisible()
    await user.clear(born)
    await user.type(born, '1990-02-03')
    const name = inside.getByLabelText('New: Family name')
    await user.clear(name)
    await user.type(name, 'Corrected')
    expect(within(inside.getByRole('row', { name: /^Full name/ })).getByText(/Corrected$/)).toBeVisible()
    await user.selectOptions(inside.getByLabelText('New: Issuing state'), 'ISL')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    const journal: unknown = await (await house.emulator.app.request('/__emulator/requests')).json()
    const sent = Array.isArray(journal) ? journal.filter((call: { method?: string }) => call.method === 'PATCH') : []
    expect(sent).toMatchObject([{ body: { date_of_birth: '1990-02-03', last_name: 'Corrected', issuing_state: 'ISL' } }])
  })

  it('corrects and empties the further texts that a document carries', async () => {
    const house = await openHouse({ sessions: 120 })
    const texts = (session: SessionDetail) => {
      const data = session.sections.flatMap(({ runs }) => runs).find(({ kind }) => kind === 'identityDocument')?.data
      const extra = data && 'extraFields' in data ? data.extraFields : null
      return Object.entries(extra ?? {}).filter(([, value]) => typeof value === 'string')
    }
    const session = await findCase(house, (found) => has('identityDocument')(found) && texts(found).length > 0)
    const { inside, user } = await openFrom(house, session, 'identityDocument', 'Correct the data')
    const [key, now] = texts(session)[0] ?? ['', '']
    const field = inside.getByDisplayValue(String(now))
    await user.clear(field)
    await user.type(inside.getByLabelText('Why, for the record'), 'Belongs to another.')
    await user.click(inside.getByRole('button', { name: /^Correct data/ }))
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    const journal: unknown = await (await house.emulator.app.request('/__emulator/requests')).json()
    const sent = Array.isArray(journal) ? journal.filter((call: { method?: string }) => call.method === 'PATCH') : []
    expect(sent).toMatchObject([{ body: { extra_fields: { [key]: null } } }])
  })

  it('corrects a proof of address', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, has('proofOfAddress'))
    const { inside, user } = await openFrom(house, session, 'proofOfAddress', 'Correct the data')
    await user.selectOptions(inside.getByLabelText('New: Kind of document'), 'OTHER_POA_DOCUMENT')
    const city = inside.getByLabelText('New: City')
    await user.clear(city)
    await user.type(city, 'Sampleton')
    await user.type(inside.getByLabelText('Why, for the record'), 'Misread.')
    await user.click(inside.getByRole('button', { name: /^Correct data/ }))
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    const [poa] = (await wireOf(house, session.id)).poa_verifications ?? []
    expect(poa).toMatchObject({ document_type: 'OTHER_POA_DOCUMENT', poa_parsed_address: { city: 'Sampleton' } })
  })

  it('corrects a company, which is not rationed', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, has('registry'), 'kind=business&status=In%20Review')
    const { inside, user } = await openFrom(house, session, 'registry', 'Correct the data')
    expect(inside.queryByText(/corrections left/)).toBeNull()
    const name = inside.getByLabelText('New: Name')
    await user.clear(name)
    await user.type(name, 'Sample Holdings')
    await user.type(inside.getByLabelText('New: Phone'), 'call us')
    expect(inside.getByText(/7 to 15 digits/)).toBeVisible()
    await user.clear(inside.getByLabelText('New: Phone'))
    await user.type(inside.getByLabelText('New: Phone'), '+34 600 000 000')
    await user.type(inside.getByLabelText('Why, for the record'), 'Registry misread.')
    await user.click(inside.getByRole('button', { name: /^Correct data/ }))
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    expect((await wireOf(house, session.id)).registry_checks?.[0]?.company?.company_name).toBe('Sample Holdings')
  })

  it('says how long to wait when the minute is used up, and keeps what was typed', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, has('identityDocument'))
    const senior = await house.signIn('senior')
    for (let turn = 0; turn < 10; turn += 1) {
      const body = { target: 'identityDocument', values: { personalNumber: `X${turn}` }, reason: 'Misread.' }
      expect((await senior.patch(`/api/sessions/${session.id}/data`, body)).status).toBe(200)
    }
    const { inside, user } = await openFrom(house, session, 'identityDocument', 'Correct the data')
    expect(await inside.findByText(/All 10 corrections of this minute are used.* The next one in \d+ seconds/)).toBeVisible()
    await user.type(inside.getByLabelText('New: Given names'), ' Kept')
    const button = inside.getByRole('button', { name: /^Correct data in \d+ s/ })
    expect(button).toBeDisabled()
    expect(inside.getByLabelText<HTMLInputElement>('New: Given names').value).toMatch(/ Kept$/)
  })
})
