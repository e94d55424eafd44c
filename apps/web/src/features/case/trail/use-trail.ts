import { useQuery } from '@tanstack/react-query'
import type { TrailReading } from '@verdict/contract/trail'
import { useEffect, useState } from 'react'
import { trailQuery } from '../case.queries.ts'

/** Who looks at a case for so long is shown Didit's half without asking, when its budget has room; milliseconds. */
const looksFor = 3000

/** The trail of a case: ours and what is known of Didit's at once, the rest of Didit's soon after, or when asked for. */
export function useTrail(sessionId: string) {
  const [didit, setDidit] = useState<TrailReading>('known')
  const { data: trail, error, refetch, isFetching } = useQuery(trailQuery(sessionId, didit))
  const unread = trail?.diditUnread === true
  useEffect(() => {
    if (!unread) return undefined
    const timer = setTimeout(() => setDidit((now) => (now === 'known' ? 'calm' : now)), looksFor)
    return () => clearTimeout(timer)
  }, [unread])
  const readDidit = () => setDidit('now')
  return { trail, error, refetch, isFetching, readDidit: unread && didit !== 'now' ? readDidit : null }
}
