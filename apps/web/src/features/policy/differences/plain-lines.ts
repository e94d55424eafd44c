import type { Policy } from '@verdict/contract/policy'
import { plural } from '../../../lib/format.ts'
import { textsAt, valueAt } from '../policy.values.ts'
import type { FigureTerm, ListTerm, SwitchTerm } from '../policy.words.ts'

interface Both {
  before: Policy
  after: Policy
}

/** "30 seconds", or what no figure means. */
export function figureWords(value: unknown, { unit, empty }: Pick<FigureTerm, 'unit' | 'empty'>): string {
  return typeof value === 'number' ? plural(value, unit[0], unit[1]) : (empty ?? 'empty')
}

export function figureLines({ before, after }: Both, terms: readonly FigureTerm[]): string[] {
  return terms.flatMap((term) => {
    const [was, is] = [valueAt(before, term.path), valueAt(after, term.path)]
    return was === is ? [] : [`${term.label}: ${figureWords(is, term)}, before ${figureWords(was, term)}`]
  })
}

export function switchLines({ before, after }: Both, terms: readonly SwitchTerm[]): string[] {
  return terms.flatMap(({ path, label }) => {
    const is = valueAt(after, path)
    return valueAt(before, path) === is ? [] : [`${label}: ${is === true ? 'on, before off' : 'off, before on'}`]
  })
}

/** Names the first ten; a long list says how many more. */
function named(items: readonly string[], name: (item: string) => string): string {
  const first = items.slice(0, 10).map(name).join(', ')
  return items.length > 10 ? `${first} and ${plural(items.length - 10, 'more', 'more')}` : first
}

export function listLines({ before, after }: Both, { path, label }: ListTerm, name: (item: string) => string = (item) => item): string[] {
  const [was, is] = [textsAt(before, path), textsAt(after, path)]
  const added = is.filter((item) => !was.includes(item))
  const gone = was.filter((item) => !is.includes(item))
  const moved = added.length === 0 && gone.length === 0 && was.join('\n') !== is.join('\n')
  return [
    ...(added.length > 0 ? [`${label}: adds ${named(added, name)}`] : []),
    ...(gone.length > 0 ? [`${label}: takes out ${named(gone, name)}`] : []),
    ...(moved ? [`${label}: written in another order`] : []),
  ]
}

/** Service levels that workflows have of their own. */
export function levelLines(was: Record<string, number>, is: Record<string, number>, name: (id: string) => string): string[] {
  const words = (minutes: number | undefined) => (minutes === undefined ? 'the common one' : plural(minutes, 'minute'))
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((id) =>
    was[id] === is[id] ? [] : [`Service level of ${name(id)}: ${words(is[id])}, before ${words(was[id])}`],
  )
}
