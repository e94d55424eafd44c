import type { AmlHitNews, AmlLook } from '@verdict/contract/aml'
import type { AmlRationale } from '@verdict/contract/corrections'
import { day } from '../../../lib/format.ts'
import { wordsOf } from '../model/words.ts'
import type { ListedHit } from './hit-groups.ts'
import { wordTable } from '../../../lib/word-table.ts'

const isOf = ({ hit, run }: ListedHit, item: { hitId: string; nodeId: string | null }) =>
  item.hitId === hit.id && item.nodeId === run.nodeId

export function newsFor(look: AmlLook, listed: ListedHit): AmlHitNews | null {
  return look.news.find((item) => isOf(listed, item)) ?? null
}

/** Our own answers to a hit, newest first. One without a check was given while the session had a single one. */
export function rationalesFor(all: readonly AmlRationale[], listed: ListedHit): AmlRationale[] {
  return all.filter((item) => isOf(listed, item) || (item.nodeId === null && item.hitId === listed.hit.id))
}

/** "12 Nov 2026, Ines Duarte". */
export function sinceWords({ since }: Pick<AmlHitNews, 'since'>): string {
  return `${day(since.at)}, ${since.by.name}`
}

const words = wordTable<string>({ caption: 'Name', datasets: 'Lists', url: 'Source', 'scoreBreakdown.totalScore': 'Total' })

/** A field of a hit in words: "Birth date" of `properties.birthDate`. */
export function fieldWords(path: string): string {
  return words[path] ?? wordsOf(path.split('.').at(-1) ?? path)
}

/** What a changed field was, in words. */
export function beforeWords({ before, was }: AmlHitNews['fields'][number]): string {
  return was === 'missing' ? 'not there before' : before === null ? 'was otherwise' : `was ${before}`
}
