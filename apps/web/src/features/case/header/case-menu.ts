import type { SessionDetail } from '@verdict/contract/case'
import type { MenuEntry } from './case-header.tsx'

interface Hands {
  report: { start: (session: SessionDetail) => void; pending: boolean }
  share: () => void
  correct: (runId: string) => void
}

const why = (action: { allowed: boolean; reason: string | null }) => (action.allowed ? null : (action.reason ?? 'Not possible now.'))

/** What the menu of a case offers beside deciding it. */
export function caseMenu(session: SessionDetail, { report, share, correct }: Hands): MenuEntry[] {
  const { actions } = session
  const correctable = actions.correct.runs.find(({ allowed }) => allowed)
  return [
    {
      label: report.pending ? 'Making the PDF report …' : 'PDF report',
      refusal: why(actions.report),
      run: () => report.start(session),
    },
    { label: 'Share with a partner', refusal: why(actions.share), run: share },
    { label: 'Correct the data', refusal: why(actions.correct), run: () => correctable && correct(correctable.runId) },
    { label: 'Copy the session id', refusal: null, run: () => void navigator.clipboard.writeText(session.id) },
  ]
}
