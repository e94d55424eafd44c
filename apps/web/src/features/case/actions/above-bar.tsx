import { Button } from '@mantine/core'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import classes from './actions.module.css'
import { ReasonPicker } from './reason-picker.tsx'

interface Props {
  /** What went wrong with the last act; null when nothing did. */
  failed: unknown
  /** The outcome whose reason is being picked. */
  picking: 'Approved' | 'Declined' | null
  pending: boolean
  onSend: (reasonCode: string) => void
  onReadAgain: () => void
  onClose: () => void
}

/** What stands above the action bar while a decision is made: its reasons, or why it was not taken. */
export function AboveBar({ failed, picking, pending, onSend, onReadAgain, onClose }: Props) {
  if (failed !== null)
    return (
      <div className={classes.problem}>
        <ProblemPanel
          error={failed}
          compact
          actions={
            <>
              <Button variant="default" onClick={onReadAgain}>
                Read the case again
              </Button>
              <Button variant="subtle" onClick={onClose}>
                Close
              </Button>
            </>
          }
        />
      </div>
    )
  return picking && <ReasonPicker key={picking} outcome={picking} pending={pending} onSend={onSend} onClose={onClose} />
}
