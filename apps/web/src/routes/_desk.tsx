import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, redirect, useLocation, useMatches, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { alarmsQuery } from '../features/alarms/alarms.queries.ts'
import { approvalsQuery } from '../features/approvals/approvals.queries.ts'
import { loadCatalogue } from '../features/case/warnings/catalogue.store.ts'
import { queueCountQuery } from '../features/queue/queue.queries.ts'
import { useLive } from '../lib/live/use-live.ts'
import { useMay } from '../lib/me.ts'
import { hasCode } from '../lib/problem.ts'
import { meQuery } from '../lib/shared.queries.ts'
import { tellsQuiet, whenQuiet } from '../lib/when-quiet.ts'
import { signInGate, stepUpGate } from '../lib/gate.ts'
import { HoldProvider } from '../ui/hold/hold-provider.tsx'
import { Desk } from '../ui/shell/desk.tsx'
import { NotFoundPage } from '../ui/shell/not-found-page.tsx'
import { OverlaysProvider, useOverlays } from '../ui/shell/overlays.tsx'
import { RouteProblem } from '../ui/shell/route-problem.tsx'
import { useShellKeys } from '../ui/shell/shell-keys.ts'

const Palette = lazy(async () => ({ default: (await import('../features/palette/palette.tsx')).Palette }))
const ExpiredDialog = lazy(async () => ({ default: (await import('../features/sign-in/expired-dialog.tsx')).ExpiredDialog }))
const StepUpDialog = lazy(async () => ({ default: (await import('../features/sign-in/step-up-dialog.tsx')).StepUpDialog }))
const KeySheet = lazy(async () => ({ default: (await import('../features/palette/key-sheet.tsx')).KeySheet }))

/** Everything behind the sign-in. */
export const Route = createFileRoute('/_desk')({
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) }
    } catch (error) {
      if (hasCode(error, 'not-signed-in')) throw redirect({ to: '/sign-in', search: { back: location.href }, replace: true })
      throw error
    }
  },
  // The first screen: it must not wait for a piece of its own.
  codeSplitGroupings: [],
  component: () => (
    <OverlaysProvider>
      <DeskRoute />
    </OverlaysProvider>
  ),
  errorComponent: RouteProblem,
  notFoundComponent: NotFoundPage,
})

function DeskRoute() {
  const may = useMay()
  const router = useRouter()
  const { open, show } = useOverlays()
  const bare = useMatches({ select: (matches) => matches.some((match) => match.routeId.startsWith('/_desk/sessions/$sessionId')) })
  const from = useLastList()
  const waiting = useQuery({ ...queueCountQuery, enabled: may('queue.read') })
  const approvals = useQuery({ ...approvalsQuery, enabled: may('approvals.read') })
  const alarms = useQuery({ ...alarmsQuery('open'), enabled: may('alarms.read') })
  const expired = useSyncExternalStore(signInGate.subscribe, signInGate.waiting)
  const doubted = useSyncExternalStore(stepUpGate.subscribe, stepUpGate.waiting)
  useShellKeys()
  useCodeAhead()
  useLive()
  useEffect(() => {
    signInGate.arm(true)
    stepUpGate.arm(true)
    return () => {
      signInGate.arm(false)
      stepUpGate.arm(false)
    }
  }, [])
  const close = (): void => {
    show(null)
  }
  return (
    <HoldProvider enabled={may('decisions.make')} low={!bare}>
      <Desk
        bare={bare}
        counts={{
          '/queue': waiting.data?.counts.all.value,
          '/approvals': approvals.data?.forMe || undefined,
          '/alarms': alarms.data?.counts.open || undefined,
        }}
        from={bare ? from : null}
      >
        <Outlet />
      </Desk>
      <Suspense fallback={<div hidden data-dialog-coming />}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeySheet opened onClose={close} />}
        {doubted && !expired && <StepUpDialog />}
        {expired && (
          <ExpiredDialog
            onLeave={() => {
              void router.navigate({ to: '/sign-in', search: { back: router.state.location.href } })
            }}
          />
        )}
      </Suspense>
    </HoldProvider>
  )
}

/** The list that was open last, so that a case stands under the page it was opened from. */
function useLastList(): string {
  const may = useMay()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const [last, setLast] = useState(may('queue.read') ? '/queue' : '/sessions')
  if ((path === '/queue' || path === '/sessions') && path !== last) setLast(path)
  return last
}

/** When the first screen stands, or at the first touch, fetches the code of what comes next: the case and the palette. */
function useCodeAhead(): void {
  const router = useRouter()
  useEffect(() => {
    const stop = new AbortController()
    const fetchAhead = (): void => {
      stop.abort()
      void router.loadRouteChunk(router.routesById['/_desk/sessions/$sessionId'])
      void loadCatalogue()
      void import('../features/palette/palette.tsx')
    }
    if (tellsQuiet()) whenQuiet(fetchAhead, stop.signal)
    for (const touch of ['pointermove', 'keydown', 'touchstart']) {
      window.addEventListener(touch, fetchAhead, { signal: stop.signal, passive: true })
    }
    return () => {
      stop.abort()
    }
  }, [router])
}
