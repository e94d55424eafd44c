import { MantineProvider } from '@mantine/core'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import type { SessionDetail } from '@verdict/contract/case'
import { useSyncExternalStore } from 'react'
import { KeysProvider } from '../../../lib/keys/keys-provider.tsx'
import { FactsOf } from './facts-of.tsx'

/**
 * Warnings and all sections on one page that shows one case after the other: making the providers anew would take
 * most of the time. Resolves to a function that shows a case and hands back the page.
 */
export async function openFactsPage() {
  let shown: { session: SessionDetail; turn: number } | null = null
  let announce = () => {}
  const subscribe = (listener: () => void) => {
    announce = listener
    return () => undefined
  }
  const Page = () => {
    const now = useSyncExternalStore(subscribe, () => shown)
    return now && <FactsOf key={now.turn} session={now.session} />
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
