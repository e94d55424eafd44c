import type { RunOf } from '@verdict/contract/case'
import type { KeyParty } from '@verdict/contract/company-data'
import type { z } from 'zod'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { wordsOf } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

type Party = z.infer<typeof KeyParty>

const shown = [
  'name',
  'fullName',
  'companyName',
  'firstName',
  'lastName',
  'roles',
  'kycSessionId',
  'kybSubSessionId',
  'kycStatus',
  'status',
  'effectiveOwnershipPercent',
]

function nameOf(party: Party): string {
  const parts = [party.firstName, party.lastName].filter((part) => part !== null).join(' ')
  return party.name ?? party.fullName ?? party.companyName ?? (parts === '' ? 'Not named' : parts)
}

function PartyRow({ party }: { party: Party }) {
  const session = party.kycSessionId ?? party.kybSubSessionId
  const status = party.kycStatus ?? party.status
  const percent = party.effectiveOwnershipPercent
  const about = [
    party.roles.map(wordsOf).join(', ') || null,
    percent === null ? null : `owns ${percent.toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`,
  ]
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <strong>{session === null ? <bdi>{nameOf(party)}</bdi> : <SessionLink id={session}>{nameOf(party)}</SessionLink>}</strong>
        <span>{about.filter((part) => part !== null).join(' · ') || 'Role not stored'}</span>
        <OtherFields data={party} shown={shown} />
      </div>
      <div className={classes.rowEnd}>
        {session === null && <span className={classes.plainChip}>No session of their own</span>}
        {status !== null && <StatusBadge status={status} />}
      </div>
    </li>
  )
}

function Parties({ title, parties }: { title: string; parties: readonly Party[] }) {
  if (parties.length === 0) return null
  return (
    <SubPart title={title} aside={parties.length}>
      <Paged items={parties} size={10}>
        {(rows) => (
          <ul className={classes.rows}>
            {numbered(rows).map(({ key, item }) => (
              <PartyRow key={key} party={item} />
            ))}
          </ul>
        )}
      </Paged>
    </SubPart>
  )
}

/** The people behind a company; each name leads to the session in which that person was checked. */
export function KeyPeopleBody({ run }: { run: RunOf<'keyPeople'> }) {
  const { registry, submitted, uboKycSummary: summary } = run.data
  const lists = [registry?.officers, registry?.beneficialOwners, submitted?.parties]
  return (
    <>
      {summary && (
        <Facts
          rows={[
            {
              label: 'Owners checked',
              value: `${summary.approved ?? 0} approved, ${summary.flagged ?? 0} flagged, ${summary.pending ?? 0} pending of ${summary.total ?? 0}`,
            },
          ]}
        />
      )}
      {lists.every((list) => !list || list.length === 0) && <p className={classes.quiet}>Nobody was named.</p>}
      <Parties title="Owners in the registry" parties={registry?.beneficialOwners ?? []} />
      <Parties title="Officers in the registry" parties={registry?.officers ?? []} />
      <Parties title="Named by the company" parties={submitted?.parties ?? []} />
      {registry && <OtherFields data={registry} shown={['officers', 'beneficialOwners']} />}
      {submitted && <OtherFields data={submitted} shown={['parties']} />}
      <OtherFields data={run.data} shown={['registry', 'submitted', 'uboKycSummary', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
