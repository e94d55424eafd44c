const decisionEnds: ReadonlyMap<string, string> = new Map([
  ['decision.settled', 'Didit has taken it'],
  ['decision.refused', 'Didit refused it'],
  ['decision.rejected', 'not sent, others did not agree'],
  ['decision.void', 'not sent, the evidence had changed'],
])

const ends: ReadonlyMap<string, string> = new Map([
  ['done', 'done at Didit'],
  ['refused', 'Didit refused it'],
  ['not-sent', 'it did not reach Didit'],
  ['unknown', 'not certain whether it reached Didit; look before doing it again'],
])

const reportEnds: ReadonlyMap<string, string> = new Map([
  ['delivered', 'it was handed over'],
  ['broken-off', 'it broke off on the way'],
  ['refused', 'Didit did not give it'],
  ['unknown', 'not certain whether it was handed over'],
])

/** How the effect of an earlier entry ended, as a phrase for behind it; undefined for an entry that ends none. */
export function sayEnd({ action, outcome }: { action: string; outcome: string | null }): string | undefined {
  const decided = decisionEnds.get(action)
  if (decided !== undefined) return decided
  if (action === 'report.ended') return reportEnds.get(outcome ?? '') ?? 'it was not handed over'
  return action.endsWith('.ended') ? ends.get(outcome ?? '') : undefined
}

/** "declined: forged." and "Didit has taken it" are one line with one full stop less. */
export const withEnd = (text: string, end: string): string => `${text.replace(/[.;\s]+$/u, '')}; ${end}`
