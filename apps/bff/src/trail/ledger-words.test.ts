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
    [say('blocklist.added', { reason: 'Fraud', data: { items: ['face', 'phone'] } }), 'blocklist', 'blocked face and phone: fraud'],
    [say('blocklist.ended', { outcome: 'refused' }), 'blocklist', 'Didit refused it'],
    [say('blocklist.removed', { data: { items: ['document'] } }), 'blocklist', 'took document off the blocklist'],
    [say('share.made', { reason: 'Same group' }), 'share', 'shared the session with another application: same group'],
    [say('import.made'), 'share', 'imported the session from a partner'],
    [say('data.corrected', { reason: 'Misread', data: { target: 'company' } }), 'correction', 'corrected the data of the company: misread'],
    [say('decision.hurried'), 'decision', 'sent the decision without waiting'],
    [say('decision.void', { outcome: 'void' }), 'decision', 'not sent, the evidence had changed'],
    [say('report.ended', { outcome: 'broken-off' }), 'report', 'it broke off on the way'],
    [say('aml.ended', { outcome: 'unknown' }), 'aml', 'not certain whether it reached Didit; look before doing it again'],
    [say('__proto__.constructor'), 'other', 'proto constructor'],
    [say('tea.brewed', { outcome: 'too-strong' }), 'other', 'tea brewed: too-strong'],
  ])('%o', (words, kind, text) => {
    expect(words).toEqual({ kind, text })
  })
})
