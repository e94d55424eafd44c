import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { caseLine } from '../../../lib/case-line.ts'
import type { CaseLease } from './use-lease.ts'

/** Cases to which the desk itself led, by the list that it knew: somebody else may have been faster. */
const led = new Set<string>()

export function leadTo(sessionId: string): void {
  led.add(sessionId)
}

/** Goes on to a case that is free when the one that the desk led to is not. */
export function useHop(sessionId: string, { other, lost }: CaseLease): void {
  const navigate = useNavigate()
  const taken = other !== null && lost === null
  useEffect(() => {
    if (!taken || !led.delete(sessionId)) return
    const hop = async (): Promise<void> => {
      const { session } = await caseLine.next({ skip: [sessionId] })
      if (session) await navigate({ to: '/sessions/$sessionId', params: { sessionId: session.id }, replace: true })
    }
    hop().catch(() => undefined)
  }, [navigate, sessionId, taken])
}
