import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import { Link } from '@tanstack/react-router'
import type { Approval, Opinion } from '@verdict/contract/approval'
import { moment } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { outcomeWords } from '../../ui/vocabulary.ts'
import { AnswerForm } from './answer-form.tsx'
import { ApprovalEvidence } from './approval-evidence.tsx'
import classes from './approvals.module.css'
import { kindWords, stageWords, whatOf } from './approvals.words.ts'

function First({ approval: { ask, madeAt, ledgerSeq } }: { approval: Approval }) {
  if (ask === null) {
    return (
      <section className={`${classes.card} ${classes.sealed}`}>
        <h3>First person</h3>
        <p>Withheld until you have answered. Asked {moment(madeAt)}.</p>
        <p className={classes.hash}>Ledger {ledgerSeq}</p>
      </section>
    )
  }
  return (
    <section className={classes.card}>
      <h3>
        <bdi>{ask.by.name}</bdi>
        {ask.outcome === null ? '' : ` · ${outcomeWords[ask.outcome]}`}
      </h3>
      {ask.reasonLabel !== null && <p>{ask.reasonLabel}</p>}
      {ask.blocklist !== null && <p>Off the blocklist: {ask.blocklist.join(', ')}</p>}
      {ask.share !== null && <p>Share with {ask.share.applicationId}</p>}
      {ask.comment !== '' && (
        <p>
          <bdi>{ask.comment}</bdi>
        </p>
      )}
      <p className={classes.hash}>
        {moment(madeAt)} · ledger {ledgerSeq}
      </p>
    </section>
  )
}

function Said({ title, opinion }: { title: string; opinion: Opinion }) {
  const verdict = opinion.outcome === null ? (opinion.agrees ? 'agreed' : 'did not agree') : outcomeWords[opinion.outcome]
  return (
    <section className={classes.card}>
      <h3>
        {title}: <bdi>{opinion.by.name}</bdi> · {verdict}
      </h3>
      {opinion.reasonLabel !== null && <p>{opinion.reasonLabel}</p>}
      {opinion.comment !== '' && (
        <p>
          <bdi>{opinion.comment}</bdi>
        </p>
      )}
      <p className={classes.hash}>{moment(opinion.at)}</p>
    </section>
  )
}

/** One request: why it waits, what was said, the evidence, and the answer. */
export function ApprovalDetail({ approval }: { approval: Approval }) {
  const { session, stage, blind, second, third, why, problem, changes, sessions, evidenceHash } = approval
  return (
    <div className={classes.detail}>
      <header className={classes.head}>
        <h2>
          <bdi>{whatOf(approval)}</bdi>
        </h2>
        <span className={classes.hash}>{kindWords[approval.kind]}</span>
        <div className={classes.end}>
          <Chip hue={approval.endedAt === null ? 'waiting' : 'plain'} icon={IconUsersGroup}>
            {stageWords[stage]}
          </Chip>
          {session !== null && (
            <Link to="/sessions/$sessionId" params={{ sessionId: session.id }}>
              Open full case
            </Link>
          )}
        </div>
      </header>
      <div className={classes.body}>
        <div className={classes.column}>
          {blind && approval.ask === null && (
            <section className={`${classes.card} ${classes.blind}`}>
              <h3>
                <IconEyeOff size={14} aria-hidden /> Blind second look
              </h3>
              <p>Answer from the evidence. What the first person decided, and why, opens when you have answered.</p>
            </section>
          )}
          <section className={classes.card}>
            <h3>Why two people</h3>
            {why.map((text) => (
              <p key={text}>{text}</p>
            ))}
            {problem !== null && <p className={classes.problem}>{problem}</p>}
            {changes.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
          <div className={classes.two}>
            <First approval={approval} />
            {second && <Said title="Second person" opinion={second} />}
            {third && <Said title="Third person" opinion={third} />}
          </div>
          {sessions.length > 0 && (
            <ul className={classes.facts} aria-label="Sessions">
              {sessions.map(({ id, name, number }) => (
                <li key={id}>
                  <Link to="/sessions/$sessionId" params={{ sessionId: id }}>
                    {number ?? 'No number'} <bdi>{name ?? 'No name'}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {session !== null && <ApprovalEvidence sessionId={session.id} hash={evidenceHash} open={approval.endedAt === null} />}
        </div>
        <div className={classes.column}>
          <AnswerForm approval={approval} />
          {approval.kind === 'share' && stage === 'approved' && approval.mine && !approval.used && (
            <section className={classes.card} aria-label="Next">
              <h3>Agreed</h3>
              <Link to="/shares">Agreed: make the token</Link>
            </section>
          )}
        </div>
      </div>
    </div>
  )
}
