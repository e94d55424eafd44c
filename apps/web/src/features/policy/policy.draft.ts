import { Policy } from '@verdict/contract/policy'
import type { ReasonEntry } from '@verdict/contract/policy/reasons'
import type { z } from 'zod'
import { outcomes } from './policy.words.ts'

/** A policy while somebody writes it: a figure may be empty for a while, and a list may hold an empty line. */
type Written<T> = T extends number
  ? number | ''
  : T extends string | boolean | null
    ? T
    : T extends readonly (infer Item)[]
      ? Written<Item>[]
      : { [Key in keyof T]: Written<T[Key]> }

/** `key` names the row while its code may still change; `isNew` until the first save: then the code stands for good. */
export type ReasonDraft = ReasonEntry & { key: string; isNew: boolean }
export type PolicyDraft = Written<Omit<Policy, 'reasons'>> & {
  reasons: Omit<Policy['reasons'], (typeof outcomes)[number]> & Record<(typeof outcomes)[number], ReasonDraft[]>
}

/** Fields of a policy as they are written into. `saved` is the version that they will follow. */
export function drafted(policy: Policy, saved: Policy = policy): PolicyDraft {
  const rows = (outcome: (typeof outcomes)[number]): ReasonDraft[] =>
    policy.reasons[outcome].map((entry) => ({
      ...entry,
      key: `${outcome}.${entry.code}`,
      isNew: !saved.reasons[outcome].some(({ code }) => code === entry.code),
    }))
  return structuredClone({
    ...policy,
    reasons: { ...policy.reasons, Approved: rows('Approved'), Declined: rows('Declined'), Resubmitted: rows('Resubmitted') },
  })
}

const orNull = <T>(value: T | ''): T | null => (value === '' ? null : value)

/** The draft as the contract writes it: empty where null is allowed, no empty lines. It may still be unfit. */
export function written(draft: PolicyDraft): unknown {
  const { holds, fourEyes, retention } = draft
  return {
    ...draft,
    holds: { Approved: orNull(holds.Approved), Declined: orNull(holds.Declined), Resubmitted: orNull(holds.Resubmitted) },
    fourEyes: { ...fourEyes, bulkOver: orNull(fourEyes.bulkOver) },
    retention: { ...retention, legalHold: [...new Set(retention.legalHold.map((line) => line.trim()).filter((line) => line !== ''))] },
  }
}

/** The draft as a policy; null while something in it does not fit. */
export function finished(draft: PolicyDraft): Policy | null {
  const result = Policy.safeParse(written(draft))
  return result.success ? result.data : null
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'Write a whole number.'
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'Write something here.'
    return issue.origin === 'array' ? 'At least one stays.' : `At least ${String(issue.minimum)}.`
  }
  if (issue.code !== 'too_big') return issue.message
  if (issue.origin === 'string') return `At most ${String(issue.maximum)} characters.`
  return issue.origin === 'array' ? `At most ${String(issue.maximum)} entries.` : `At most ${String(issue.maximum)}.`
}

function repeated(draft: PolicyDraft): [path: string, message: string][] {
  return outcomes.flatMap((outcome) =>
    draft.reasons[outcome].flatMap(({ code }, at): [string, string][] =>
      code !== '' && draft.reasons[outcome].findIndex((entry) => entry.code === code) < at
        ? [[`reasons.${outcome}.${String(at)}.code`, `The code ${code} is there twice.`]]
        : [],
    ),
  )
}

/** What does not fit, by path, in words for the field that it stands at. */
export function faultsOf(draft: PolicyDraft): Record<string, string> {
  const result = Policy.safeParse(written(draft))
  const issues = result.success ? [] : result.error.issues.map((issue): [string, string] => [issue.path.join('.'), said(issue)])
  return Object.fromEntries([...repeated(draft), ...issues].toReversed())
}
