import { useQuery } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import { plural } from '../../lib/format.ts'
import { sessionQuery } from '../../lib/shared.queries.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { featureWords } from '../../ui/feature-vocabulary.ts'
import { featureTerm, sessionTerm } from '../../ui/vocabulary.ts'
import classes from './approvals.module.css'

const hitsOf = (session: SessionDetail) =>
  session.sections.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'aml' ? (run.data.hits ?? []) : [])))

function Lines({ session }: { session: SessionDetail }) {
  const hits = hitsOf(session)
  const confirmed = hits.filter(({ reviewStatus }) => reviewStatus === 'Confirmed Match').length
  const checks = session.sections.flatMap(({ kind, runs }) => runs.map((run) => ({ kind, status: run.status, id: run.id })))
  const notPassed = checks.filter(({ status }) => status !== 'Approved')
  return (
    <ul className={classes.facts} aria-label="Evidence to answer from">
      <li>
        <b>Session: {sessionTerm(session.status).word}</b>
        <span>{[session.country, session.documentType, session.workflow?.label].filter(Boolean).join(' · ')}</span>
      </li>
      <li>
        <b>{hits.length === 0 ? 'No watch-list hits' : plural(hits.length, 'watch-list hit')}</b>
        <span>{hits.length === 0 ? 'Nothing to compare.' : `${confirmed} judged a confirmed match.`}</span>
      </li>
      <li>
        <b>
          {plural(checks.length, 'check')}, {notPassed.length} not approved
        </b>
        <span>
          {notPassed
            .map(({ kind, status }) => `${featureWords[kind].word}: ${status ? featureTerm(status).word : 'no status'}`)
            .join(' · ') || 'All passed.'}
        </span>
      </li>
      {session.warnings.map((warning) => (
        <li key={warning.id}>
          <b>{warning.title}</b>
          <span>{warning.severity === 'declines' ? 'Declines' : warning.severity === 'review' ? 'Needs review' : 'For information'}</span>
        </li>
      ))}
    </ul>
  )
}

/** The case in a few lines, and whether it still is what the first person read. */
export function ApprovalEvidence({ sessionId, hash, open }: { sessionId: string; hash: string | null; open: boolean }) {
  const session = useQuery({ ...sessionQuery(sessionId), enabled: open })
  if (!open) return null
  if (session.error) return <ProblemPanel error={session.error} compact onRetry={() => void session.refetch()} />
  if (!session.data) return <p className={classes.hash}>Reading the case…</p>
  const same = hash === null || session.data.evidenceHash === hash
  return (
    <>
      <Lines session={session.data} />
      <p className={same ? classes.hash : classes.problem} role="status">
        {hash === null
          ? ''
          : same
            ? `The evidence is the same that the first person read: ${hash.slice(0, 12)}`
            : 'The evidence is no longer what the first person read. Answering voids the request.'}
      </p>
    </>
  )
}
