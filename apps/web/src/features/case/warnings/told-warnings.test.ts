import { SessionDetail } from '@verdict/contract/case'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession } from '../testing/any-session.ts'
import { riskBook } from './catalogue/book.ts'
import { tellWarnings } from './told-warnings.ts'
import { placeOf } from './warning-place.ts'

const blank = fc.sample(anySession, { numRuns: 1, seed: 1 })[0]

function caseOf(codes: readonly { code: string; runId: string | null }[]): SessionDetail {
  return SessionDetail.parse({
    ...blank,
    sections: [
      {
        kind: 'faceMatch',
        raw: 'face_matches',
        runs: ['faceMatch-1', 'faceMatch-2'].map((id) => ({
          id,
          kind: 'faceMatch',
          nodeId: null,
          status: null,
          warningIds: [],
          mediaRefs: [],
          data: {},
        })),
      },
    ],
    media: ['faceMatch-1', 'faceMatch-2'].map((runId) => ({
      ref: `source-${runId}`,
      kind: 'image',
      group: 'faces',
      role: 'faceSource',
      label: 'Face',
      feature: 'faceMatch',
      runId,
    })),
    warnings: codes.map(({ code, runId }, at) => ({
      id: `w${at}`,
      code,
      severity: 'review',
      title: 'Faces differ',
      description: null,
      feature: 'faceMatch',
      runId,
      details: null,
    })),
  })
}

const low = 'LOW_FACE_MATCH_SIMILARITY'

describe('warnings as the page says them', () => {
  it('are told apart by their run, and within one run by their number', () => {
    const session = caseOf([
      { code: low, runId: 'faceMatch-1' },
      { code: low, runId: 'faceMatch-2' },
      { code: low, runId: 'faceMatch-2' },
    ])
    expect(Object.values(tellWarnings(session, riskBook)).map(({ apart }) => apart)).toEqual([
      'face match 1 of 2',
      'face match 2 of 2, remark 1 of 2',
      'face match 2 of 2, remark 2 of 2',
    ])
    const alone = tellWarnings(caseOf([{ code: low, runId: 'faceMatch-2' }]), riskBook)['w0']
    expect(alone).toMatchObject({ title: 'Weak likeness of selfie and portrait', check: 'Face match 2 of 2', apart: null })
  })

  it('stand in Didit’s words for an unknown code and without the catalogue', () => {
    expect(tellWarnings(caseOf([{ code: 'QUANTUM', runId: null }]), riskBook)['w0']).toMatchObject({ title: 'Faces differ', entry: null })
    expect(tellWarnings(caseOf([{ code: low, runId: null }]), null)['w0']).toMatchObject({ title: 'Faces differ', entry: null })
  })

  it('lead to the picture of their own run', () => {
    const session = caseOf([{ code: low, runId: 'faceMatch-2' }])
    const [warning] = session.warnings
    const entry = riskBook.faceMatch?.[low] ?? null
    expect(warning && placeOf(session, warning, entry)).toMatchObject({ media: { ref: 'source-faceMatch-2' }, runId: 'faceMatch-2' })
  })

  it('have a title and a place whatever the case holds', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const told = tellWarnings(session, riskBook)
        for (const warning of session.warnings) {
          expect(told[warning.id]?.title).toMatch(/\S/u)
          const { media, runId } = placeOf(session, warning, told[warning.id]?.entry ?? null)
          if (media) expect(session.media).toContain(media)
          if (runId !== null) expect(session.sections.flatMap(({ runs }) => runs.map(({ id }) => id))).toContain(runId)
        }
      }),
      { numRuns: 150 },
    )
  })
})
