import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { useState } from 'react'
import { KeysProvider } from './lib/keys/keys-provider.tsx'
import { createAppRouter } from './router.tsx'
import { ThemeProvider } from './ui/theme/theme-provider.tsx'

interface AppProps {
  queryClient: QueryClient
  history?: RouterHistory
  env?: 'default' | 'test'
}

/** The whole app below its document. */
export function App({ queryClient, history, env = 'default' }: AppProps) {
  const [router] = useState(() => createAppRouter(queryClient, history))
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider env={env}>
        <KeysProvider>
          <RouterProvider router={router} />
        </KeysProvider>
      </ThemeProvider>
    </QueryClientProvider>
  )
}
