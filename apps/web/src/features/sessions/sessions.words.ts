import type { SessionRow } from '@verdict/contract/session'
import { date } from '../../lib/format.ts'
import { elsewhereWords } from '../../ui/elsewhere-mark.tsx'
import { sessionTerm } from '../../ui/vocabulary.ts'
import type { SessionsSearch } from './sessions.search.ts'

export const kindNames = { user: 'People', business: 'Companies' } as const

export function statusesInWords(status: string | undefined): string | undefined {
  return status
    ?.split(',')
    .map((raw) => sessionTerm(raw).word)
    .join(', ')
}

export function datesInWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from && to) return `${date(from)} to ${date(to)}`
  if (from) return `from ${date(from)}`
  return to ? `until ${date(to)}` : undefined
}

/** Which filters are on, one phrase each: for an empty result. */
export function filtersInWords(search: SessionsSearch): string[] {
  return [
    search.q && `search “${search.q}”`,
    search.status && `status ${statusesInWords(search.status) ?? ''}`,
    search.kind && `kind ${kindNames[search.kind]}`,
    search.country && `country ${search.country.replaceAll(',', ', ')}`,
    search.warning && `warning ${search.warning.replaceAll(',', ', ')}`,
    search.workflow && 'workflow',
    (search.from ?? search.to) && `created ${datesInWords(search.from, search.to) ?? ''}`,
  ].filter((phrase): phrase is string => typeof phrase === 'string' && phrase !== '')
}

/** "Zeynep Nur Öztürk, 48190, In review, Name differs from form". */
export function rowLabel(row: SessionRow): string {
  return [
    row.name ?? 'No name yet',
    row.number,
    sessionTerm(row.status).word,
    row.elsewhere && elsewhereWords(row.elsewhere),
    row.warnings?.[0]?.title,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(', ')
}
