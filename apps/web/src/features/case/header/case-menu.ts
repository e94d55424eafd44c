import type { SessionDetail } from '@verdict/contract/case'
import type { MenuEntry } from './case-header.tsx'

interface Hands {
  report: { start: (session: SessionDetail) => void; pending: boolean }
  share: () => void
  correct: (runId: string) => void
  /** Null for what does not wait for a person, and for people who do not decide. */
  mark: ((mark: 'snooze' | 'assign') => void) | null
}

const why = (action: { allowed: boolean; reason: string | null }) => (action.allowed ? null : (action.reason ?? 'Not possible now.'))

/** What the menu of a case offers beside deciding it. */
export function caseMenu(session: SessionDetail, { report, share, correct, mark }: Hands): MenuEntry[] {
  const { actions } = session
  const correctable = actions.correct.runs.find(({ allowed }) => allowed)
  return [
    {
      label: report.pending ? 'Making the PDF report …' : 'PDF report',
      refusal: why(actions.report),
      run: () => report.start(session),
    },
    ...(mark
      ? [
          { label: 'Put off until later', refusal: null, run: () => mark('snooze') },
          { label: 'Assign to a person', refusal: null, run: () => mark('assign') },
        ]
      : []),
    { label: 'Share with a partner', refusal: why(actions.share), run: share },
    { label: 'Correct the data', refusal: why(actions.correct), run: () => correctable && correct(correctable.runId) },
    { label: 'Copy the session id', refusal: null, run: () => void navigator.clipboard.writeText(session.id) },
  ]
}
