import './ui/theme/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readFirst } from './first-reads.ts'
import { ProblemError } from './lib/problem.ts'
import { createQueryClient } from './lib/query-client.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

// After an update of Verdict the pieces of the page that is open are gone: take the new page, once.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('verdict.reloaded-at'))
  if (Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('verdict.reloaded-at', String(Date.now()))
  location.reload()
})

const queryClient = createQueryClient()
readFirst(queryClient, location)

createRoot(place, {
  // Refusals are shown by the page that met them; only faults of ours are worth a line in the browser's log.
  onCaughtError: (error) => {
    if (!(error instanceof ProblemError)) reportError(error)
  },
}).render(
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>,
)
