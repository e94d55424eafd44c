import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { useMay } from '../../lib/me.ts'

const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze-dialog.tsx')).SnoozeDialog }))
const AssignDialog = lazy(async () => ({ default: (await import('./assign-dialog.tsx')).AssignDialog }))

export type QueueMark = 'snooze' | 'assign'

interface QueueMarksControl {
  may: boolean
  open: (mark: QueueMark) => void
  /** The open dialog; put it into the page. */
  dialog: ReactNode
}

/** Keys and dialogs that put a waiting case off or give it to a person; null when no case is meant. */
export function useQueueMarks(group: string, session: { id: string; name: string | null; status: string } | null): QueueMarksControl {
  const may = useMay()
  const [asked, setAsked] = useState<{ mark: QueueMark; id: string; name: string | null } | null>(null)
  const can = may('decisions.make') && session?.status === 'In Review'
  const open = (mark: QueueMark): void => {
    if (session && can) setAsked({ mark, id: session.id, name: session.name })
  }
  useKeys(group, [
    { keys: ['z'], label: 'Put off until later', enabled: can && asked === null, run: () => open('snooze') },
    { keys: ['i'], label: 'Assign to a person', enabled: can && asked === null, run: () => open('assign') },
  ])
  const close = (): void => setAsked(null)
  const dialog = asked && (
    <Suspense fallback={<div hidden data-dialog-coming />}>
      {asked.mark === 'snooze' ? (
        <SnoozeDialog sessionId={asked.id} name={asked.name} onClose={close} />
      ) : (
        <AssignDialog sessionId={asked.id} name={asked.name} onClose={close} />
      )}
    </Suspense>
  )
  return { may: can, open, dialog }
}
