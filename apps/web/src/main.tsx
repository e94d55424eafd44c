import './ui/theme/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ProblemError } from './lib/problem.ts'
import { createQueryClient } from './lib/query-client.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place, {
  // Refusals are shown by the page that met them; only faults of ours are worth a line in the browser's log.
  onCaughtError: (error) => {
    if (!(error instanceof ProblemError)) reportError(error)
  },
}).render(
  <StrictMode>
    <App queryClient={createQueryClient()} />
  </StrictMode>,
)
