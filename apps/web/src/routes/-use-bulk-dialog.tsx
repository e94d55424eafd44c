import { useNavigate } from '@tanstack/react-router'
import type { SessionRow } from '@verdict/contract/session'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useMay } from '../lib/me.ts'

const BulkDialog = lazy(async () => ({ default: (await import('../features/bulk/bulk-dialog.tsx')).BulkDialog }))

interface BulkControl {
  /** Undefined for people who decide nothing. */
  onDecide: ((rows: readonly SessionRow[], done: () => void) => void) | undefined
  /** Put it into the page. */
  dialog: ReactNode
}

/** Deciding rows of a list together, in a dialog whose result has a page of its own. */
export function useBulkDialog(): BulkControl {
  const may = useMay()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<{ rows: readonly SessionRow[]; done: () => void } | null>(null)
  const dialog = chosen && (
    <Suspense fallback={<div hidden data-dialog-coming />}>
      <BulkDialog
        rows={chosen.rows}
        onClose={() => setChosen(null)}
        onMade={(bulkId) => {
          chosen.done()
          void navigate({ to: '/bulk/$bulkId', params: { bulkId } })
        }}
      />
    </Suspense>
  )
  return { onDecide: may('decisions.make') ? (rows, done) => setChosen({ rows, done }) : undefined, dialog }
}
