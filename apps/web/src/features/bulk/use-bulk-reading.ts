import { useQueries } from '@tanstack/react-query'
import type { Outcome } from '@verdict/contract/decision'
import type { BulkCase } from '@verdict/contract/decision-bulk'
import { useMemo } from 'react'
import { asProblem } from '../../lib/problem.ts'
import { bulkReadQuery } from './bulk.queries.ts'

/** Small enough that the bar moves, large enough that a hundred cases are ten calls. */
const perCall = 10

export interface BulkReading {
  /** By session; those that are not read yet are missing. */
  cases: ReadonlyMap<string, BulkCase>
  /** Why they could not be read, by session. */
  failed: ReadonlyMap<string, string>
  reading: boolean
  /** More than this many wait as one for a second person; null: the policy does not count. */
  bulkOver: number | null
  readAgain: () => void
}

/** Reads all cases of a bulk decision, a few at a time, as an outcome would find them. */
export function useBulkReading(sessionIds: readonly string[], outcome: Outcome): BulkReading {
  const calls = useMemo(
    () => Array.from({ length: Math.ceil(sessionIds.length / perCall) }, (_, at) => sessionIds.slice(at * perCall, (at + 1) * perCall)),
    [sessionIds],
  )
  const results = useQueries({ queries: calls.map((ids) => bulkReadQuery(ids, outcome)) })
  const cases = new Map<string, BulkCase>()
  const failed = new Map<string, string>()
  for (const [at, { data, error, isFetching }] of results.entries()) {
    for (const each of data?.cases ?? []) cases.set(each.sessionId, each)
    if (!error || isFetching) continue
    for (const id of calls[at] ?? []) failed.set(id, asProblem(error).title)
  }
  return {
    cases,
    failed,
    reading: results.some(({ isFetching }) => isFetching),
    bulkOver: results.find(({ data }) => data !== undefined)?.data?.bulkOver ?? null,
    readAgain: () => {
      for (const result of results) if (result.error) void result.refetch()
    },
  }
}
