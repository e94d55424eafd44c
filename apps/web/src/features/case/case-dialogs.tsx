import type { SessionDetail } from '@verdict/contract/case'
import { targetOf } from './actions/correction-changes.ts'
import { CorrectionDialog } from './actions/correction-dialog.tsx'
import { OverrideDialog } from './actions/override-dialog.tsx'
import type { CaseDialog } from './case-room.tsx'

interface Props {
  session: SessionDetail
  dialog: CaseDialog
  onDone: () => void
  onClose: () => void
}

/** The dialogs that change something of a case without deciding it. */
export function CaseDialogs({ session, dialog, onDone, onClose }: Props) {
  if (dialog.kind === 'override')
    return <OverrideDialog session={session} run={dialog.run} title={dialog.title} onDone={onDone} onClose={onClose} />
  if (dialog.kind === 'correct') {
    const run = session.sections.flatMap((section) => section.runs).find(({ id }) => id === dialog.runId)
    const target = run ? targetOf(run) : null
    return run && target ? <CorrectionDialog sessionId={session.id} run={run} target={target} onDone={onDone} onClose={onClose} /> : null
  }
  return null
}
