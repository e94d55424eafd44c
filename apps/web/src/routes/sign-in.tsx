import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search): { back?: string } => (typeof search['back'] === 'string' ? { back: search['back'] } : {}),
  component: () => null,
})
