import { MantineProvider } from '@mantine/core'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import type { SessionDetail } from '@verdict/contract/case'
import { renderToStaticMarkup } from 'react-dom/server'
import { KeysProvider } from '../../../lib/keys/keys-provider.tsx'
import { FactsOf } from './facts-of.tsx'

/**
 * Warnings and all sections as markup, made without a page: some ten times as fast, and no boundary catches what
 * throws, so that it reaches the test. Effects do not run.
 */
export function makeFactsMarkup(): (session: SessionDetail) => string {
  const root = createRootRoute()
  const other = createRoute({ getParentRoute: () => root, path: '/sessions/$sessionId' })
  const router = createRouter({ routeTree: root.addChildren([other]), history: createMemoryHistory() })
  return (session) =>
    renderToStaticMarkup(
      <MantineProvider env="test">
        <KeysProvider>
          {/* The app's own routes are registered as the type of every router. */}
          <RouterContextProvider router={router as never}>
            <FactsOf session={session} />
          </RouterContextProvider>
        </KeysProvider>
      </MantineProvider>,
    )
}
