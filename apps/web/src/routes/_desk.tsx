import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Outlet, redirect, useMatches, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { queueCountQuery } from '../features/queue/queue.queries.ts'
import { useMay } from '../lib/me.ts'
import { hasCode } from '../lib/problem.ts'
import { meQuery } from '../lib/shared.queries.ts'
import { signInGate } from '../lib/sign-in-gate.ts'
import { HoldProvider } from '../ui/hold/hold-provider.tsx'
import { Desk } from '../ui/shell/desk.tsx'
import { NotFoundPage } from '../ui/shell/not-found-page.tsx'
import { OverlaysProvider, useOverlays } from '../ui/shell/overlays.tsx'
import { RouteProblem } from '../ui/shell/route-problem.tsx'
import { useShellKeys } from '../ui/shell/shell-keys.ts'

const Palette = lazy(async () => ({ default: (await import('../features/palette/palette.tsx')).Palette }))
const ExpiredDialog = lazy(async () => ({ default: (await import('../features/sign-in/expired-dialog.tsx')).ExpiredDialog }))
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
  const bare = useMatches({ select: (matches) => matches.some((match) => match.routeId === '/_desk/sessions/$sessionId') })
  const waiting = useQuery({ ...queueCountQuery, enabled: may('queue.read') })
  const expired = useSyncExternalStore(signInGate.subscribe, signInGate.waiting)
  useShellKeys()
  useEffect(() => {
    signInGate.arm(true)
    return () => {
      signInGate.arm(false)
    }
  }, [])
  const close = (): void => {
    show(null)
  }
  return (
    <HoldProvider enabled={may('decisions.make')} low={!bare}>
      <Desk bare={bare} counts={{ '/queue': waiting.data?.counts.all.value }}>
        <Outlet />
      </Desk>
      <Suspense>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeySheet opened onClose={close} />}
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
