import { createFileRoute, useNavigate, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { SetupPage } from '../features/sign-in/setup-page.tsx'

/** The token stands behind `#`, so that it reaches no server's log. */
export const Route = createFileRoute('/setup')({ component: Setup })

function Setup() {
  const navigate = useNavigate()
  const hash = useRouterState({ select: (state) => state.location.hash })
  const [token] = useState(hash.replace(/^#/, ''))
  return <SetupPage token={token} onDone={() => void navigate({ to: '/sign-in', replace: true })} />
}
