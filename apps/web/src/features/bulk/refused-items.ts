import { BulkItem } from '@verdict/contract/decision-bulk'
import { z } from 'zod'

/** Beside the drafts of cases, which are thrown away when somebody else signs in on this tab. */
const keyOf = (bulkId: string) => `verdict.case.bulk.${bulkId}`

/**
 * Keeps what was refused when a bulk decision was made: nothing came of it, so the bff has it in that answer only.
 * Lives as long as the tab; without names, which the list of sessions tells.
 */
export function keepRefused(bulkId: string, items: readonly BulkItem[]): void {
  const refused = items.filter(({ result }) => result === 'refused').map((item) => ({ ...item, name: null }))
  if (refused.length === 0) return
  try {
    sessionStorage.setItem(keyOf(bulkId), JSON.stringify(refused))
  } catch {
    // A full or forbidden storage costs these lines on reload only.
  }
}

export function refusedOf(bulkId: string): BulkItem[] {
  try {
    return z.array(BulkItem).parse(JSON.parse(sessionStorage.getItem(keyOf(bulkId)) ?? '[]'))
  } catch {
    return []
  }
}
