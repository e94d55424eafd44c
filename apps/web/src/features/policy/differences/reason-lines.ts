import type { Outcome } from '@verdict/contract/decision'
import type { ReasonCatalogue, ReasonEntry } from '@verdict/contract/policy/reasons'
import { languageName } from '../../../lib/languages.ts'
import { isSame } from '../policy.values.ts'
import { outcomes, outcomeWords } from '../policy.words.ts'

const quoted = (text: string): string => `“${text}”`

function textLines(was: ReasonEntry, is: ReasonEntry): string[] {
  return [...new Set([...Object.keys(was.applicantText), ...Object.keys(is.applicantText)])].flatMap((language) => {
    const [before, after] = [was.applicantText[language], is.applicantText[language]]
    if (before === after) return []
    const what = `text for the applicant in ${languageName(language)}`
    if (after === undefined) return [`${what} taken out, before ${quoted(before ?? '')}`]
    return [`${what}: ${quoted(after)}${before === undefined ? ', before none' : `, before ${quoted(before)}`}`]
  })
}

function changesOf(was: ReasonEntry, is: ReasonEntry): string[] {
  return [
    ...(was.label === is.label ? [] : [`is called ${quoted(is.label)}`]),
    ...(was.commentRequired === is.commentRequired ? [] : [is.commentRequired ? 'now needs a rationale' : 'needs no rationale any more']),
    ...(was.retired === is.retired ? [] : [is.retired ? 'is retired: no longer offered' : 'is offered again']),
    ...textLines(was, is),
  ]
}

function describe({ code, label, commentRequired, retired, applicantText }: ReasonEntry): string {
  const texts = Object.entries(applicantText).map(([language, text]) => `, in ${languageName(language)} ${quoted(text)}`)
  return `${quoted(label)} (${code})${commentRequired ? ', needs a rationale' : ''}${retired ? ', retired' : ''}${texts.join('')}`
}

function linesFor(outcome: Outcome, was: readonly ReasonEntry[], is: readonly ReasonEntry[]): string[] {
  const head = outcomeWords[outcome]
  const find = (entries: readonly ReasonEntry[], code: string) => entries.find((entry) => entry.code === code)
  const added = is.filter(({ code }) => !find(was, code))
  const gone = was.filter(({ code }) => !find(is, code))
  const changed = is.flatMap((entry) => {
    const before = find(was, entry.code)
    return before ? changesOf(before, entry).map((change) => `${head}: ${quoted(before.label)} ${change}`) : []
  })
  const order = is.filter(({ code }) => find(was, code))
  const orderBefore = was.filter(({ code }) => find(is, code))
  const moved = !isSame(
    order.map(({ code }) => code),
    orderBefore.map(({ code }) => code),
  )
  return [
    ...added.map((entry) => `${head}: adds ${describe(entry)} in place ${String(is.indexOf(entry) + 1)}`),
    ...gone.map((entry) => `${head}: takes out ${describe(entry)}`),
    ...changed,
    ...(moved ? [`${head}: the order is ${is.map(({ label }) => quoted(label)).join(', ')}`] : []),
  ]
}

/** What changes in the catalogue of reasons, outcome by outcome. */
export function reasonLines(was: ReasonCatalogue, is: ReasonCatalogue): string[] {
  return outcomes.flatMap((outcome) => linesFor(outcome, was[outcome], is[outcome]))
}
