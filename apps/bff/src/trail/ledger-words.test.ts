import { describe, expect, it } from 'vitest'
import { sayLedger } from './ledger-words.ts'

const say = (action: string, rest: Partial<Parameters<typeof sayLedger>[0]> = {}) =>
  sayLedger({ action, reason: null, outcome: null, data: {}, ...rest })

describe('our record in words', () => {
  it.each([
    [
      say('decision.made', { reason: 'Document forged or altered', data: { outcome: 'Declined' } }),
      'decision',
      'declined: document forged or altered',
    ],
    [
      say('feature.overridden', { reason: 'Seen in person', data: { feature: 'nfc', old: 'In Review', new: 'Approved' } }),
      'feature',
      'set chip to Approved, was In Review: seen in person',
    ],
    [
      say('aml.reviewed', { data: { hits: [{ new: 'False Positive' }, { new: 'False Positive' }] } }),
      'aml',
      'judged 2 watch-list hits: false positive',
    ],
    [say('blocklist.added', { reason: 'Fraud', data: { items: ['face', 'phone'] } }), 'blocklist', 'blocklisted face, phone: fraud'],
    [say('blocklist.ended', { outcome: 'refused' }), 'blocklist', 'Didit refused it'],
    [say('__proto__.constructor'), 'other', 'proto constructor'],
    [say('tea.brewed', { outcome: 'too-strong' }), 'other', 'tea brewed: too-strong'],
  ])('%o', (words, kind, text) => {
    expect(words).toEqual({ kind, text })
  })
})
