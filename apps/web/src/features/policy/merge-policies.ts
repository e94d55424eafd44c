import type { Policy } from '@verdict/contract/policy'
import type { ReasonEntry } from '@verdict/contract/policy/reasons'
import { isSame } from './policy.values.ts'

/** Three states of one thing: what both started from, what stands now, and what was typed. */
interface Three<T> {
  base: T
  now: T
  mine: T
}

/** What only one side changed is taken from that side; where both did, what was typed stays. */
function either<T>({ base, now, mine }: Three<T>): T {
  return isSame(base, mine) ? now : mine
}

function eachKey<T extends object>(three: Three<T>): T {
  const { base, now, mine } = three
  const merged = { ...now }
  for (const key of Object.keys(mine) as (keyof T)[]) merged[key] = either({ base: base[key], now: now[key], mine: mine[key] })
  return merged
}

/** Like `eachKey`, for tables from which a key may be taken out. */
function table<T>({ base, now, mine }: Three<Record<string, T>>): Record<string, T> {
  const keys = new Set([...Object.keys(now), ...Object.keys(mine)])
  const pairs = [...keys].flatMap((key): [string, T][] => {
    const value = either({ base: base[key], now: now[key], mine: mine[key] })
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(pairs)
}

function list<T extends string>({ base, now, mine }: Three<T[]>): T[] {
  if (isSame(base, mine)) return now
  const kept = mine.filter((item) => !base.includes(item) || now.includes(item))
  return [...kept, ...now.filter((item) => !base.includes(item) && !kept.includes(item))]
}

function reasons({ base, now, mine }: Three<ReasonEntry[]>): ReasonEntry[] {
  if (isSame(base, mine)) return now
  const find = (entries: readonly ReasonEntry[], code: string) => entries.find((entry) => entry.code === code)
  const merged = (entry: ReasonEntry): ReasonEntry => {
    const [was, is] = [find(base, entry.code), find(now, entry.code)]
    if (!was || !is) return entry
    const applicantText = table({ base: was.applicantText, now: is.applicantText, mine: entry.applicantText })
    return { ...eachKey({ base: was, now: is, mine: entry }), applicantText }
  }
  const codes = list({ base: base.map(({ code }) => code), now: now.map(({ code }) => code), mine: mine.map(({ code }) => code) })
  return codes.flatMap((code) => {
    const entry = find(mine, code) ?? find(now, code)
    return entry ? [merged(entry)] : []
  })
}

/** What was typed on top of what stands now: nobody's change is undone by the other's. */
export function onTop({ base, now, mine }: Three<Policy>): Policy {
  const part = <Key extends keyof Policy>(key: Key): Three<Policy[Key]> => ({ base: base[key], now: now[key], mine: mine[key] })
  const under = <T, Key extends keyof T>(three: Three<T>, key: Key): Three<T[Key]> => ({
    base: three.base[key],
    now: three.now[key],
    mine: three.mine[key],
  })
  const [eyes, queue, access, retention, catalogue] = [part('fourEyes'), part('queue'), part('access'), part('retention'), part('reasons')]
  return {
    holds: eachKey(part('holds')),
    reasons: {
      ...eachKey(catalogue),
      Approved: reasons(under(catalogue, 'Approved')),
      Declined: reasons(under(catalogue, 'Declined')),
      Resubmitted: reasons(under(catalogue, 'Resubmitted')),
    },
    fourEyes: { ...eachKey(eyes), warningCodes: list(under(eyes, 'warningCodes')), countries: list(under(eyes, 'countries')) },
    queue: {
      ...eachKey(queue),
      forward: eachKey(under(queue, 'forward')),
      workflowLevels: table(under(queue, 'workflowLevels')),
      urgentWorkflows: list(under(queue, 'urgentWorkflows')),
    },
    access: { ...eachKey(access), secondFactorRoles: list(under(access, 'secondFactorRoles')) },
    retention: { ...eachKey(retention), legalHold: list(under(retention, 'legalHold')) },
  }
}
