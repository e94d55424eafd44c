import type { FeatureRun, RunOf, SessionDetail } from '@verdict/contract/case'
import { CorrectionDialog } from './actions/correction-dialog.tsx'
import { OverrideDialog } from './actions/override-dialog.tsx'
import type { CaseDialog } from './case-room.tsx'

interface Props {
  session: SessionDetail
  dialog: CaseDialog
  onDone: () => void
  onClose: () => void
}

function runOf<K extends FeatureRun['kind']>(session: SessionDetail, kind: K, id: string): RunOf<K> | undefined {
  const is = (run: FeatureRun): run is RunOf<K> => run.kind === kind && run.id === id
  return session.sections.flatMap((section) => section.runs).find(is)
}

/** The dialogs that change something of a case without deciding it. */
export function CaseDialogs({ session, dialog, onDone, onClose }: Props) {
  if (dialog.kind === 'override')
    return <OverrideDialog sessionId={session.id} run={dialog.run} title={dialog.title} onDone={onDone} onClose={onClose} />
  if (dialog.kind === 'correct') {
    const run = runOf(session, 'identityDocument', dialog.runId)
    return run ? <CorrectionDialog sessionId={session.id} run={run} onDone={onDone} onClose={onClose} /> : null
  }
  return null
}
