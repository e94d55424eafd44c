import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { sessionQuery } from './shared.queries.ts'

/** How long somebody rests on a row before its case is read ahead; milliseconds. Spares the read budget. */
const restsFor = 140

/** Reads a case ahead when somebody rests on its row. */
export function useWarmCase(): (id: string) => void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return useCallback(
    (id) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        void queryClient.prefetchQuery(sessionQuery(id))
      }, restsFor)
    },
    [queryClient],
  )
}
