import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PolicyVersion } from '@verdict/contract/policy'
import { moment } from '../../lib/format.ts'
import { DifferenceList } from './difference-list.tsx'
import { policyDifferences } from './policy.differences.ts'
import classes from './policy.module.css'
import { policyVersionsQuery } from './policy.queries.ts'
import { useNames } from './use-names.ts'

interface Props {
  /** What the typing began from, and what applies now. */
  base: PolicyVersion
  current: PolicyVersion
  onContinue: () => void
}

/** Somebody else made a version meanwhile: who, what, and the way on. */
export function Overtaken({ base, current, onContinue }: Props) {
  const names = useNames()
  const history = useQuery(policyVersionsQuery)
  const known = history.data?.versions.filter(({ version }) => version > base.version && version <= current.version) ?? []
  const made = known.length > 0 ? known : [current]
  return (
    <section className={classes.overtaken} role="alert" aria-label="The policy was changed meanwhile">
      <p>
        <b>The policy was changed meanwhile.</b> Your changes are not saved, and nothing of them is lost.
      </p>
      <ul>
        {made.map(({ version, by, madeAt, note }) => (
          <li key={version}>
            Version {version} by <bdi>{by?.name ?? 'nobody'}</bdi>
            {madeAt === null ? '' : `, ${moment(madeAt)}`}: {note}
          </li>
        ))}
      </ul>
      <DifferenceList differences={policyDifferences(base.policy, current.policy, names)} />
      <div>
        <Button size="xs" onClick={onContinue}>
          Continue on top of version {current.version}
        </Button>
      </div>
      <p className={classes.meta}>What only they changed is taken over. Where both changed the same, yours stands; review it.</p>
    </section>
  )
}
