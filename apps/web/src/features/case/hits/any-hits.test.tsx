import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import { SessionDetail } from '@verdict/contract/case'
import { AmlData } from '@verdict/contract/feature-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaseRoomProvider } from '../case-room.tsx'
import { anySession } from '../testing/any-session.ts'
import { composeRationale } from './compose-rationale.ts'
import { groupHits, type ListedHit, nextOpen } from './hit-groups.ts'
import { HitView } from './hit-view.tsx'
import { HitsList } from './hits-list.tsx'
import { identifiersOf } from './identifiers.ts'
import { safeUrl, sourcesOf } from './list-entries.ts'

const [base] = fc.sample(anySession, { numRuns: 1, seed: 7 })
if (!base) throw new Error('no session was made')

/** A session with these hits, as the contract bends them, in one screening each. */
function sessionOf(screenings: readonly unknown[], identity: Record<string, unknown> = {}): SessionDetail {
  const run = (kind: string, data: unknown, index: number) => ({
    id: `${kind}-${index + 1}`,
    kind,
    nodeId: `${kind}_${index + 1}`,
    status: 'In Review',
    warningIds: [],
    mediaRefs: [],
    data,
  })
  const aml = screenings.map((data, index) => run('aml', data, index))
  return SessionDetail.parse({
    ...base,
    kind: 'user',
    name: identity['fullName'] ?? null,
    country: null,
    expected: null,
    sections: [
      { kind: 'identityDocument', raw: 'id_verifications', runs: [run('identityDocument', identity, 0)] },
      { kind: 'aml', raw: 'aml_screenings', runs: aml },
    ],
  })
}
const listedIn = (session: SessionDetail) => groupHits(session).flatMap((group) => group.hits)
const first = (session: SessionDetail): ListedHit => {
  const [item] = listedIn(session)
  if (!item) throw new Error('no hit')
  return item
}
const person = { fullName: 'Zeynep Nur Öztürk', dateOfBirth: '1991-03-14', placeOfBirth: 'İzmir', gender: 'F', nationality: 'TUR' }
const standings = (hit: object, screenedData: object = {}) => {
  const session = sessionOf([{ hits: [{ id: 'h', ...hit }], screenedData }], person)
  return Object.fromEntries(identifiersOf(session, first(session)).map((row) => [row.key, row.standing]))
}

describe('identifiers', () => {
  it('tells what agrees, agrees in part, differs and cannot be compared', () => {
    const properties = { birthDate: ['1974'], birthPlace: ['Mersin'], gender: ['female'], nationality: ['tr'] }
    expect(standings({ caption: 'Zeynep OZTURK', properties }, { nationality: 'TR' })).toEqual({
      name: 'inPart',
      aliases: 'none',
      birth: 'differs',
      place: 'differs',
      sex: 'agrees',
      country: 'agrees',
      document: 'none',
      position: 'none',
    })
    expect(
      standings({ caption: 'OZTURK, Zeynep Nur', properties: { birthDate: ['1991', '1974-01-01'], birthPlace: ['Izmir'] } }),
    ).toMatchObject({
      name: 'agrees',
      birth: 'inPart',
      place: 'agrees',
    })
    expect(standings({ scoreBreakdown: { documentNumberMatchType: 'HARD_MISMATCH' } })).toMatchObject({ document: 'differs' })
  })

  it('write the first draft of why', () => {
    const session = sessionOf(
      [{ hits: [{ id: 'h', caption: 'Zeynep OZTURK', properties: { birthDate: ['1974'], birthPlace: ['Mersin'] } }] }],
      person,
    )
    const rows = identifiersOf(session, first(session))
    expect(composeRationale('False Positive', rows)).toBe(
      'Not the applicant. Date of birth 1974 on the list, 14 Mar 1991 for the applicant. Place of birth Mersin on the list, İzmir for the applicant.',
    )
    expect(composeRationale('Confirmed Match', rows)).toBe('')
  })
})

describe('the list', () => {
  it('groups by kind with the gravest first, unknown lists by their own name', () => {
    const hits = [
      { id: '1', datasets: ['Tax Debtors of Utopia'] },
      { id: '2', datasets: ['Adverse Media'], riskScore: 99 },
      { id: '3', datasets: ['PEP', 'PEP Level 1'], riskScore: 60 },
      { id: '4', datasets: ['PEP', 'PEP Level 2'], riskScore: 80 },
      { id: '5', datasets: ['Sanctions'], riskScore: 10 },
      { id: '6', datasets: [] },
    ]
    expect(groupHits(sessionOf([{ hits }])).map(({ title, hits: own }) => [title, own.map(({ hit }) => hit.id)])).toEqual([
      ['Sanctions', ['5']],
      ['Political exposure', ['4', '3']],
      ['Adverse media', ['2']],
      ['Tax Debtors of Utopia', ['1']],
      ['List not named', ['6']],
    ])
  })

  it('goes round to the next hit without an answer, and ends', () => {
    const hits = ['a', 'b', 'c'].map((id) => ({ id, datasets: ['PEP'], reviewStatus: id === 'b' ? 'Inconclusive' : 'Unreviewed' }))
    const all = listedIn(sessionOf([{ hits }]))
    expect(nextOpen(all, 'aml-1:a', new Set(['aml-1:a']))?.hit.id).toBe('c')
    expect(nextOpen(all, 'aml-1:c', new Set(['aml-1:c']))?.hit.id).toBe('a')
    expect(nextOpen(all, 'aml-1:a', new Set(['aml-1:a', 'aml-1:c']))).toBeNull()
  })

  it('keeps apart equal ids of two checks', () => {
    const twice = listedIn(sessionOf([{ hits: [{ id: 'x', datasets: ['PEP'] }] }, { hits: [{ id: 'x', datasets: ['PEP'] }] }]))
    expect(new Set(twice.map(({ key }) => key)).size).toBe(2)
    expect(new Set(twice.map(({ check }) => check))).toEqual(new Set([1, 2]))
  })
})

describe('sources', () => {
  it('open by http only, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('javascript:alert(1)', 'data:text/html,x', ' https://a.example')),
        (text) => {
          const url = safeUrl(text)
          return url === null || /^https?:$/u.test(url.protocol)
        },
      ),
    )
    const { hit } = first(
      sessionOf([{ hits: [{ url: 'javascript:alert(1)', sanctionMatches: [{ sourceUrl: 'https://list.example/1' }] }] }]),
    )
    expect(sourcesOf(hit).map(String)).toEqual(['https://list.example/1'])
  })
})

it('shows any hit without breaking, never the 0–1 twin of its score', () => {
  const keys = Object.keys(AmlData.parse({ hits: [{}] }).hits[0] ?? {})
  const value = fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, 'اسم طويل', 'x'.repeat(5000)),
  )
  const anyHit = fc.dictionary(fc.constantFrom(...keys, 'unknownPart'), value)
  const anyBreakdown = fc.dictionary(
    fc.constantFrom('nameScore', 'nameWeight', 'dobScore', 'dobWeightNormalized', 'totalScore', 'countryContribution'),
    value,
  )
  fc.assert(
    fc.property(anyHit, anyBreakdown, value, (hit, scoreBreakdown, screenedData) => {
      const session = sessionOf([{ hits: [{ ...hit, scoreBreakdown, score: 0.4321 }], screenedData }], person)
      const item = first(session)
      const { container } = render(
        <MantineProvider env="test">
          <CaseRoomProvider value={{ session, show: () => undefined, goTo: () => undefined, open: () => undefined }}>
            <HitView session={session} item={item} identifiers={identifiersOf(session, item)} news={null} look={null} />
          </CaseRoomProvider>
        </MantineProvider>,
      )
      expect(container.querySelectorAll('h2')).toHaveLength(1)
      expect(container.textContent).not.toContain('0.4321')
      cleanup()
    }),
    { numRuns: 150 },
  )
})

it('keeps a thousand hits out of the document but for those in sight', () => {
  const hits = Array.from({ length: 1000 }, (_, index) => ({
    id: `h${index}`,
    caption: `Specimen ${index}`,
    datasets: ['PEP'],
    riskScore: index / 10,
  }))
  const session = sessionOf([{ hits }])
  const groups = groupHits(session)
  const [current] = listedIn(session)
  const { getByRole, getAllByRole } = render(
    <MantineProvider env="test">
      <HitsList
        groups={groups}
        current={current?.key ?? null}
        chosen={new Set()}
        newsOf={() => null}
        may
        onCurrent={() => undefined}
        onChoose={() => undefined}
      />
    </MantineProvider>,
  )
  expect(getByRole('grid')).toHaveAttribute('aria-rowcount', '1001')
  expect(getAllByRole('row').length).toBeLessThan(40)
  expect(getByRole('row', { current: true })).toHaveAccessibleName(/^Specimen 999, PEP, no match score/)
})
