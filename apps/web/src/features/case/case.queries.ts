import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { TrailReading } from '@verdict/contract/trail'
import { afterPaint } from '../../lib/after-paint.ts'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** `didit` says when Didit's half is read; opening a case asks for what is known. */
export const trailQuery = (sessionId: string, didit: TrailReading = 'known') =>
  queryOptions({
    queryKey: [...queryKeys.trail(sessionId), didit],
    queryFn: async () => {
      await afterPaint()
      return api.trail(sessionId, didit)
    },
    staleTime: 10_000,
    // Its key changes for the same session only.
    placeholderData: keepPreviousData,
  })
