import { Button } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { PolicyHistory } from '@verdict/contract/policy'
import { useState } from 'react'
import { moment } from '../../../lib/format.ts'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { DifferenceList } from '../difference-list.tsx'
import { policyDifferences } from '../policy.differences.ts'
import classes from '../policy.module.css'
import { policyAtQuery, policyVersionsQuery } from '../policy.queries.ts'
import { useNames } from '../use-names.ts'
import { SectionCard } from './section-card.tsx'

function Changes({ version }: { version: number }) {
  const names = useNames()
  const [after, before] = useQueries({ queries: [policyAtQuery(version), policyAtQuery(version - 1)] })
  const failed = after.error ? after : before
  if (failed.error) return <ProblemPanel error={failed.error} compact onRetry={() => void failed.refetch()} />
  if (!after.data || !before.data) return <p className={classes.about}>Reading both versions.</p>
  return <DifferenceList differences={policyDifferences(before.data.policy, after.data.policy, names)} />
}

function VersionLine({ made: { version, by, madeAt, note } }: { made: PolicyHistory['versions'][number] }) {
  const [open, setOpen] = useState(false)
  return (
    <li className={classes.version}>
      <div className={classes.versionHead}>
        <span className={classes.place}>{version}</span>
        <div className={classes.reasonName}>
          <span className={classes.note}>{note}</span>
          <span className={classes.meta}>
            {by === null ? 'With the house' : <bdi>{by.name}</bdi>}
            {madeAt === null ? '' : `, ${moment(madeAt)}`}
          </span>
        </div>
        {version === 0 ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            aria-label={`${open ? 'Hide' : 'Show'} what version ${String(version)} changed`}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide' : 'What changed'}
          </Button>
        )}
      </div>
      {open ? <Changes version={version} /> : null}
    </li>
  )
}

/** Every version, newest first. What applied to a decision can always be read again. */
export function HistorySection() {
  const { data, error, refetch, isFetching } = useQuery(policyVersionsQuery)
  return (
    <SectionCard id="history" title="History" about="Every version, newest first. Each is in the ledger with its author.">
      {data ? (
        <ol className={classes.reasons} reversed>
          {data.versions.map((made) => (
            <VersionLine key={made.version} made={made} />
          ))}
        </ol>
      ) : error ? (
        <ProblemPanel error={error} compact onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <p className={classes.about}>Reading the versions.</p>
      )}
    </SectionCard>
  )
}
