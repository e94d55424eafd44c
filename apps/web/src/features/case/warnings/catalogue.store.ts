import type { CaseWarning } from '@verdict/contract/case'
import type { FeatureKind } from '@verdict/contract/session'
import { useSyncExternalStore } from 'react'
import type { RiskEntry, RiskFamily } from './catalogue/risk-entry.types.ts'

export type RiskBook = Readonly<Partial<Record<FeatureKind, RiskFamily>>>

let book: RiskBook | null = null
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

async function load(): Promise<void> {
  try {
    const { riskBook } = await import('./catalogue/book.ts')
    book = riskBook
    for (const listener of listeners) listener()
  } catch {
    // Without the book every warning stands in Didit's own words; the next case tries again.
    loading = null
  }
}

/** Fetches what the codes mean, once. Never fails: a case can be read without it. */
export function loadCatalogue(): Promise<void> {
  loading ??= load()
  return loading
}

function onCatalogue(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const known = () => book

export function useCatalogue(): RiskBook | null {
  return useSyncExternalStore(onCatalogue, known, known)
}

const own = (family: RiskFamily | undefined, code: string) => (family && Object.hasOwn(family, code) ? family[code] : undefined)

/** What a code means for its check; a code that only one other check uses means the same wherever it stands. */
export function entryOf(from: RiskBook | null, { feature, code }: Pick<CaseWarning, 'feature' | 'code'>): RiskEntry | null {
  if (from === null) return null
  const exact = own(from[feature], code)
  if (exact) return exact
  const elsewhere = new Set(Object.values(from).flatMap((family) => own(family, code) ?? []))
  return elsewhere.size === 1 ? ([...elsewhere][0] ?? null) : null
}
