import type { RunOf, SessionDetail } from '@verdict/contract/case'
import type { AmlHit } from '@verdict/contract/feature-data'
import { familyOf, isReviewed } from '../model/aml-hits.ts'
import { scaled } from '../model/words.ts'
import { entriesOf } from './list-entries.ts'
import { wordTable } from '../../../lib/word-table.ts'

export interface ListedHit {
  /** Unique in the session; an id may stand in two checks. */
  key: string
  hit: AmlHit
  run: RunOf<'aml'>
  /** From 1, when the session has several screenings; else null. */
  check: number | null
}

export interface HitGroup {
  key: string
  title: string
  hits: readonly ListedHit[]
}

const titles = { sanctions: 'Sanctions', exposure: 'Political exposure', enforcement: 'Warnings and regulatory', media: 'Adverse media' }
const order = ['sanctions', 'exposure', 'enforcement', 'media'] as const
const special = wordTable<string>({ sip: 'Special interest', sie: 'Special interest' })

/** Where a hit is listed: one of the four kinds, or what Didit calls it. */
function groupOf(hit: AmlHit): { key: string; title: string } {
  const family = familyOf(hit)
  const raw = hit.datasets[0]
  const own = raw === undefined ? undefined : special[raw.toLowerCase()]
  if (own !== undefined && hit.datasets.length === 1) return { key: `other ${own}`, title: own }
  if (family !== 'other') return { key: family, title: titles[family] }
  return { key: `other ${raw ?? ''}`, title: raw ?? 'List not named' }
}

const grade = ({ hit }: ListedHit) => [scaled(hit.riskScore) ?? -1, scaled(hit.matchScore) ?? -1] as const

/** The gravest first; what was judged keeps its place, so that nothing moves under the reader. */
function worstFirst(one: ListedHit, two: ListedHit): number {
  const [[risk, match], [otherRisk, otherMatch]] = [grade(one), grade(two)]
  return otherRisk - risk || otherMatch - match
}

export function screeningsOf(session: SessionDetail): RunOf<'aml'>[] {
  return session.sections.flatMap((section) => section.runs).filter((run) => run.kind === 'aml')
}

/** All hits of a session by kind of list, the gravest kinds first. */
export function groupHits(session: SessionDetail): HitGroup[] {
  const runs = screeningsOf(session)
  const listed = runs.flatMap((run, at) =>
    run.data.hits.map((hit, index): ListedHit => ({
      key: `${run.id}:${hit.id ?? `#${index}`}`,
      hit,
      run,
      check: runs.length > 1 ? at + 1 : null,
    })),
  )
  const groups = new Map<string, { key: string; title: string; hits: ListedHit[] }>()
  for (const item of listed) {
    const { key, title } = groupOf(item.hit)
    const group = groups.get(key) ?? { key, title, hits: [] }
    group.hits.push(item)
    groups.set(key, group)
  }
  const place = (key: string) => (order as readonly string[]).indexOf(key)
  return [...groups.values()]
    .map((group) => ({ ...group, hits: group.hits.toSorted(worstFirst) }))
    .toSorted((one, two) => (place(one.key) < 0 ? order.length : place(one.key)) - (place(two.key) < 0 ? order.length : place(two.key)))
}

/** What stands under the name: PEP levels and further lists, as Didit names them. */
export function listWords(hit: AmlHit): string {
  const levels = hit.datasets.filter((name) => /^pep level/iu.test(name))
  const names = levels.length > 0 ? hit.datasets.filter((name) => name.toLowerCase() !== 'pep') : hit.datasets
  return names.join(', ') || 'List not named'
}

/** What stands under the name in the list: where the heading says the kind already, which list it is. */
export function rowWords(hit: AmlHit, heading: string): string {
  const words = listWords(hit)
  return words.toLowerCase() === heading.toLowerCase() ? (entriesOf(hit)[0]?.title ?? words) : words
}

/** The first hit that waits for an answer after this one, going round; null when all have one. */
export function nextOpen(hits: readonly ListedHit[], after: string, done: ReadonlySet<string>): ListedHit | null {
  const at = hits.findIndex(({ key }) => key === after)
  const round = [...hits.slice(at + 1), ...hits.slice(0, at + 1)]
  return round.find(({ key, hit }) => !isReviewed(hit) && !done.has(key)) ?? null
}
