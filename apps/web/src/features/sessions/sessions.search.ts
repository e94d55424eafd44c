import { without } from '../../lib/without.ts'
import { sessionTerms } from '../../ui/vocabulary.ts'

export interface SessionsSearch {
  q?: string
  /** States as Didit writes them, comma between. */
  status?: string
  kind?: 'user' | 'business'
  /** Three-letter codes, comma between. */
  country?: string
  /** Warning codes, comma between. */
  warning?: string
  workflow?: string
  from?: string
  to?: string
  sort?: 'oldest'
  /** What of the address could not be understood; said on the page, never sent. */
  dropped?: string
}

const known = ['q', 'status', 'kind', 'country', 'warning', 'workflow', 'from', 'to', 'sort', 'dropped'] as const
const statuses = new Set(Object.keys(sessionTerms))

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

function listed(text: string, fits: (item: string) => boolean): { kept: string; lost: boolean } {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
  const kept = [...new Set(items.filter(fits))]
  return { kept: kept.join(','), lost: kept.length < new Set(items).size }
}

/** Reads the URL. What cannot be understood is left out and named in `dropped`. */
export function parseSessionsSearch(raw: Record<string, unknown>): SessionsSearch {
  const lost = new Set<string>()
  const out: SessionsSearch = {}
  // A search of digits arrives as a number.
  const text = (key: (typeof known)[number]): string => {
    const value = raw[key]
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
    if (value !== undefined && value !== null) lost.add(key)
    return ''
  }
  const list = (key: 'status' | 'country' | 'warning', given: string, fits: (item: string) => boolean): void => {
    const { kept, lost: some } = listed(given, fits)
    if (kept) out[key] = kept
    if (some) lost.add(key)
  }
  const q = text('q').slice(0, 200)
  if (q) out.q = q
  list('status', text('status'), (item) => statuses.has(item))
  list('country', text('country').toUpperCase(), (item) => /^[A-Z]{3}$/.test(item))
  list('warning', text('warning').toUpperCase(), (item) => /^[A-Z0-9_]{1,80}$/.test(item))
  const workflow = text('workflow')
  if (workflow) out.workflow = workflow.slice(0, 500)
  const kind = text('kind')
  if (kind === 'user' || kind === 'business') out.kind = kind
  else if (kind && kind !== 'all') lost.add('kind')
  for (const key of ['from', 'to'] as const) {
    const value = text(key)
    if (value && isDay(value)) out[key] = value
    else if (value) lost.add(key)
  }
  if (out.from && out.to && out.from > out.to) {
    delete out.to
    lost.add('to')
  }
  const sort = text('sort')
  if (sort === 'oldest') out.sort = sort
  else if (sort && sort !== 'newest') lost.add('sort')
  for (const key of Object.keys(raw)) if (!known.some((name) => name === key)) lost.add(key)
  // The address is read again after it was corrected: what was named then is named still.
  const names = [...new Set([...text('dropped').split(', ').filter(Boolean), ...lost])].join(', ')
  if (names) out.dropped = names.slice(0, 200)
  return out
}

/** The filters without what only the page needs. */
export function filtersOf(search: SessionsSearch): Omit<SessionsSearch, 'dropped' | 'sort'> {
  return without(search, 'dropped', 'sort')
}
