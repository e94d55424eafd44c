import { lazy, Suspense, useState } from 'react'
import { PersonButton } from './person-button.tsx'

const Panel = lazy(async () => ({ default: (await import('./person-menu-panel.tsx')).PersonMenuPanel }))

/** Who is signed in; theme, letters and sign out. `compact` is the disc alone, for the case header. */
export function PersonMenu({ compact = false }: { compact?: boolean }) {
  const [asked, setAsked] = useState(false)
  const button = (
    <PersonButton
      compact={compact}
      aria-expanded={false}
      onClick={() => {
        setAsked(true)
      }}
    />
  )
  return asked ? (
    <Suspense fallback={button}>
      <Panel compact={compact} />
    </Suspense>
  ) : (
    button
  )
}
