import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { without } from '../../../lib/without.ts'

/** Whether the address asks for the bench, and with which faces: `?bench=1` or `?bench=<ref>,<ref>`. */
export function useBenchAddress() {
  const { bench } = useSearch({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()
  const openedHere = useRef(false)
  const open = useCallback(
    (refs: readonly string[] = []) => {
      openedHere.current = true
      void navigate({ to: '.', search: (now) => ({ ...now, bench: refs.length === 0 ? 1 : refs.join(',') }) })
    },
    [navigate],
  )
  return {
    asked: bench ?? null,
    open,
    choose: (refs: readonly string[]) => {
      void navigate({ to: '.', search: (now) => ({ ...now, bench: refs.join(',') }), replace: true })
    },
    /** Leaves the bench as the browser's Back would when it was opened from the case. */
    close: () => {
      if (openedHere.current) router.history.back()
      else void navigate({ to: '.', search: (now) => without(now, 'bench'), replace: true })
      openedHere.current = false
    },
  }
}
