export interface LedgerSearch {
  /** Session id. */
  session?: string | undefined
  action?: string | undefined
  who?: string | undefined
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).trim().slice(0, 200) || undefined
}

/** Filters of the ledger page in the URL; what does not parse is left out. By hand, so that zod stays out of the first screen. */
export function parseLedgerSearch(raw: Record<string, unknown>): LedgerSearch {
  const session = text(raw['session'])
  return { session: session && uuid.test(session) ? session.toLowerCase() : undefined, action: text(raw['action']), who: text(raw['who']) }
}
