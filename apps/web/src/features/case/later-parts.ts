import { lazy, useEffect } from 'react'

const caseDialogs = () => import('./case-dialogs.tsx')
const bench = () => import('./bench/bench.tsx')
const resubmitDialog = () => import('./actions/resubmit-dialog.tsx')

/** What opens over a case. Its code is no part of the case's first paint. */
export const CaseDialogs = lazy(async () => ({ default: (await caseDialogs()).CaseDialogs }))
export const Bench = lazy(async () => ({ default: (await bench()).Bench }))
export const ResubmitDialog = lazy(async () => ({ default: (await resubmitDialog()).ResubmitDialog }))

/** Fetches that code when the browser has nothing else to do, so that a key opens at once what it opens. */
export function useLaterParts(): void {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return undefined
    const asked = requestIdleCallback(() => void Promise.allSettled([resubmitDialog(), bench(), caseDialogs()]))
    return () => cancelIdleCallback(asked)
  }, [])
}
