import { useQuery } from '@tanstack/react-query'
import { plural } from '../../../lib/format.ts'
import { connectionQuery } from '../../../lib/shared.queries.ts'
import { useNow } from '../../../lib/use-now.ts'
import { asProblem } from '../../../lib/problem.ts'
import { useState } from 'react'

export interface EditsBudget {
  left: number
  limit: number
  /** Seconds until there is room again; 0 while there is. */
  wait: number
}

/** The second in which this value was first seen; `now` ticks. */
function useSince(value: unknown, now: number): number {
  const [first, setFirst] = useState({ value, at: now })
  if (first.value !== value) setFirst({ value, at: now })
  return Math.max(0, (now - first.at) / 1000)
}

/** The company's corrections of this minute, as last heard and counted down since. `error`: of the try before. */
export function useEditsBudget(error: unknown): EditsBudget | null {
  const { data, dataUpdatedAt } = useQuery({ ...connectionQuery, refetchOnMount: 'always' })
  const now = useNow(1000)
  const problem = error === null || error === undefined ? null : asProblem(error)
  const [sinceHeard, sinceRefused] = [useSince(dataUpdatedAt, now), useSince(error, now)]
  if (!data) return null
  const { used, limit, freeInSeconds } = data.budget.edits
  const refused = problem?.code === 'upstream-budget' ? (problem.retryAfter ?? 0) - sinceRefused : 0
  return { left: limit - used, limit, wait: Math.ceil(Math.max(0, freeInSeconds - sinceHeard, refused)) }
}

/** "7 of 10 corrections left this minute", or how long until the next one. */
export function EditsLeft({ budget }: { budget: EditsBudget | null }) {
  if (budget === null) return null
  return (
    <span role="status">
      {budget.wait > 0
        ? `All ${budget.limit} corrections of this minute are used by the company. The next one in ${plural(budget.wait, 'second')}; what you typed stays.`
        : `${budget.left} of ${budget.limit} corrections left this minute, for the whole company`}
    </span>
  )
}
