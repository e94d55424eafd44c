import { MantineProvider } from '@mantine/core'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import type { SessionDetail } from '@verdict/contract/case'
import fc from 'fast-check'
import { useSyncExternalStore } from 'react'
import { expect, it } from 'vitest'
import { KeysProvider } from '../../../lib/keys/keys-provider.tsx'
import { CaseRoomProvider } from '../case-room.tsx'
import { facesOf } from '../evidence/faces.ts'
import { firstMedia } from '../evidence/first-media.ts'
import { anySession } from '../testing/any-session.ts'
import { useWarningWalk } from '../warnings/use-warning-walk.ts'
import { WarningsSection } from '../warnings/warnings-section.tsx'
import { SectionList } from './section-list.tsx'

function Facts({ session }: { session: SessionDetail }) {
  const walk = useWarningWalk(session)
  return (
    <CaseRoomProvider value={{ session, show: () => undefined, goTo: () => undefined, open: () => undefined }}>
      <WarningsSection walk={walk} may card={null} why={null} onWhyDone={() => undefined} />
      <SectionList all />
    </CaseRoomProvider>
  )
}

/** One page for all runs: making the providers anew would take most of the time. */
async function openPage() {
  let shown: { session: SessionDetail; turn: number } | null = null
  let announce = () => {}
  const subscribe = (listener: () => void) => {
    announce = listener
    return () => undefined
  }
  const Page = () => {
    const now = useSyncExternalStore(subscribe, () => shown)
    return now && <Facts key={now.turn} session={now.session} />
  }
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path: '/', component: Page })
  const other = createRoute({ getParentRoute: () => root, path: '/sessions/$sessionId' })
  const router = createRouter({ routeTree: root.addChildren([page, other]), history: createMemoryHistory() })
  await act(() => router.load())
  const { container } = render(
    <MantineProvider env="test">
      <KeysProvider>
        {/* The app's own routes are registered as the type of every router. */}
        <RouterProvider router={router as never} />
      </KeysProvider>
    </MantineProvider>,
  )
  return (session: SessionDetail): HTMLElement => {
    act(() => {
      shown = { session, turn: (shown?.turn ?? 0) + 1 }
      announce()
    })
    return container
  }
}

it('lays out whatever the contract lets through, with no part given up', async () => {
  const show = await openPage()
  fc.assert(
    fc.property(anySession, (session) => {
      const page = show(session)
      expect(page.querySelector('#session-title')).not.toBeNull()
      expect(page.textContent).not.toMatch(/could not be laid out|\[object Object\]|undefined|NaN/u)
      for (const run of session.sections.flatMap((section) => section.runs))
        expect(page.querySelector(`#${run.id}-title`), run.kind).not.toBeNull()
      expect([0, 3]).toContain(facesOf(session).length)
      expect(firstMedia(session) === null).toBe(session.media.length === 0)
    }),
    { seed: 20_260_115, numRuns: 300 },
  )
}, 180_000)
