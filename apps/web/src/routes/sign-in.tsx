import { useQueryClient } from '@tanstack/react-query'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { queryKeys } from '../lib/query-keys.ts'
import { welcomeQuery } from '../lib/shared.queries.ts'

/** Only addresses of our own: a path, and not one that leads to another host. */
function ownAddress(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in') ? value : undefined
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search): { back?: string } => {
    const back = ownAddress(search['back'])
    return back ? { back } : {}
  },
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(welcomeQuery)
  },
  component: SignIn,
})

function SignIn() {
  const { back } = Route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  return (
    <SignInPage
      onSignedIn={() => {
        queryClient.removeQueries({ queryKey: queryKeys.me })
        router.history.push(back ?? '/')
      }}
    />
  )
}
