import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { LinkButton } from '../link-button.tsx'
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
      level={1}
      error={error}
      onRetry={again}
      actions={
        <LinkButton variant="default" to="/">
          Go to the first page
        </LinkButton>
      }
    />
  )
}
