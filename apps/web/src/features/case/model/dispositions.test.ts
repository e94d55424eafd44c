import type { CaseWarning } from '@verdict/contract/case'
import { describe, expect, it } from 'vitest'
import { nextOpen, openWarnings, printOf, standingAnswers, toDispositions } from './dispositions.ts'

const warning = (id: string, severity: CaseWarning['severity'], title: string): CaseWarning => ({
  id,
  code: id.toUpperCase(),
  severity,
  title,
  description: null,
  feature: 'aml',
  runId: null,
  details: null,
})
const [face, name, vpn] = [
  warning('face', 'review', 'Face match 71.4.'),
  warning('name', 'declines', 'Name differs'),
  warning('vpn', 'information', 'VPN in use'),
]
const all = [face, name, vpn]
const draft = {
  answers: { face: { answer: 'explained' as const, print: printOf(face) }, vpn: { answer: 'notRelevant' as const, print: printOf(vpn) } },
  whys: { face: 'glasses in the selfie. ' },
}

describe('answers to warnings', () => {
  it('lead on to what is open', () => {
    expect(nextOpen(standingAnswers(draft, all), all, 'vpn')).toBe('name')
  })

  it('stand only while the warning still says what it said', () => {
    const changed = { ...face, description: 'Now 41.0' }
    expect(Object.keys(standingAnswers(draft, [changed, name, vpn]))).toEqual(['vpn'])
  })

  it('need not be given to information', () => {
    expect(openWarnings({}, all).map(({ id }) => id)).toEqual(['face', 'name'])
  })

  it('leave as the contract wants them', () => {
    expect(toDispositions(standingAnswers(draft, all))).toEqual([
      { warningId: 'face', answer: 'explained', note: 'glasses in the selfie.' },
      { warningId: 'vpn', answer: 'notRelevant' },
    ])
  })
})
