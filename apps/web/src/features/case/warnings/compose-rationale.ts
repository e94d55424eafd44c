import type { CaseWarning } from '@verdict/contract/case'
import type { Answer, Answers } from '../model/dispositions.ts'
import type { ToldWarning, ToldWarnings } from './told-warnings.ts'

/** A sentence of the rationale. `key` stays while the answers behind it do. */
export interface RationalePart {
  key: string
  text: string
}

/** What the contract takes as a comment, with room for the last sentence. */
const longest = 3900
const longestTitle = 120

const verbs: Readonly<Record<Answer, string>> = { explained: 'explained', confirmed: 'confirmed', notRelevant: 'not relevant' }

const capital = (text: string) => text.replace(/^./u, (letter) => letter.toLocaleUpperCase('en-GB'))
/** "Expired document" inside a sentence; words such as "VPN" keep their capitals. */
const small = (text: string) => text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLocaleLowerCase('en-GB'))

/** One line without stray full stops or empty brackets; nothing when there is no word in it. */
function tidy(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return ''
  return text
    .replaceAll(/\(\s*\)|\[\s*\]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\.{2,}/gu, '…')
    .replace(/[\s.,;:]+$/u, '')
    .trim()
}

function nameOf(told: ToldWarning): string {
  const title = tidy(told.title)
  const short = title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title
  const name = told.entry ? short : `“${short || 'Warning without a title'}”`
  return told.apart === null ? name : `${name} (${told.apart})`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

const ended = (text: string) => (/[?!…]$/u.test(text) ? text : `${text}.`)

interface Given {
  id: string
  told: ToldWarning
  answer: Answer
  note: string
}

function plainPart(answer: Answer, given: readonly Given[]): RationalePart {
  const names = given.map(({ told }) => nameOf(told))
  const text =
    names.length === 1
      ? `${names[0] ?? ''} ${verbs[answer]}.`
      : `${capital(verbs[answer])}: ${listed(given.map(({ told }, at) => (told.entry ? small(names[at] ?? '') : (names[at] ?? ''))))}.`
  return { key: `plain:${answer}`, text }
}

function withinLimit(parts: readonly RationalePart[]): RationalePart[] {
  let length = 0
  const taken = parts.findIndex((part) => (length += part.text.length + 1) > longest)
  if (taken < 0) return [...parts]
  const left = parts.length - taken
  return [
    ...parts.slice(0, taken),
    { key: 'more', text: `${left} further ${left === 1 ? 'sentence is' : 'sentences are'} left out; every answer stands in the record.` },
  ]
}

/** The sentences that the answers make, in the order of the warnings. Answers without a why share one sentence. */
export function composeRationale(answers: Answers, warnings: readonly CaseWarning[], told: ToldWarnings): RationalePart[] {
  const given = warnings.flatMap(({ id }): Given[] => {
    const [answer, words] = [answers[id], told[id]]
    return answer && words ? [{ id, told: words, answer: answer.answer, note: tidy(answer.note) }] : []
  })
  const said = new Set<Answer>()
  const parts = given.flatMap((one): RationalePart[] => {
    if (one.note !== '') return [{ key: `note:${one.id}`, text: ended(`${nameOf(one.told)} ${verbs[one.answer]}: ${one.note}`) }]
    if (said.has(one.answer)) return []
    said.add(one.answer)
    return [
      plainPart(
        one.answer,
        given.filter((other) => other.note === '' && other.answer === one.answer),
      ),
    ]
  })
  return withinLimit(parts)
}

export function textOfParts(parts: readonly RationalePart[]): string {
  return parts.map((part) => part.text).join(' ')
}
