import { wordTable } from '../lib/word-table.ts'

const scripts: readonly [RegExp, string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Devanagari}/u, 'hi'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Greek}/u, 'el'],
]
const hanByCountry = wordTable<string>({ JPN: 'ja', TWN: 'zh-Hant', HKG: 'zh-Hant', MAC: 'zh-Hant', KOR: 'ko' })
const cyrillicByCountry = wordTable<string>({ UKR: 'uk', BGR: 'bg', SRB: 'sr', BLR: 'be', KAZ: 'kk' })

/** Language for drawing a name with the right glyphs; nothing for Latin letters. */
function languageOf(name: string, country: string | null | undefined): string | undefined {
  const found = scripts.find(([pattern]) => pattern.test(name))
  if (found) return found[1]
  if (/\p{sc=Han}/u.test(name)) return (country && hanByCountry[country]) ?? 'zh-Hans'
  if (/\p{sc=Cyrillic}/u.test(name)) return (country && cyrillicByCountry[country]) ?? 'ru'
  return undefined
}

/** A name in its own script and direction. `country` (ISO 3166 alpha-3) tells Japanese from Chinese. */
export function PersonName({ name, country, className }: { name: string | null; country?: string | null; className?: string }) {
  if (!name) return <span className={className}>No name yet</span>
  return (
    <bdi lang={languageOf(name, country)} className={className}>
      {name}
    </bdi>
  )
}
