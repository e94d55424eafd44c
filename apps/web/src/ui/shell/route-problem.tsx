import { Button } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ProblemPanel } from '../problem-panel.tsx'

/** What a page shows when it could not be read; the shell around it stays. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const again = (): void => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return (
    <ProblemPanel
      error={error}
      onRetry={again}
      actions={
        <Button variant="subtle" component={Link} to="/">
          Go to the first page
        </Button>
      }
    />
  )
}
