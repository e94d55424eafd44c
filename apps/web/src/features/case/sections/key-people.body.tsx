import type { RunOf } from '@verdict/contract/case'
import type { KeyParty } from '@verdict/contract/company-data'
import type { z } from 'zod'
import { FeatureStatusMark } from '../../../ui/marks.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { featureTerm } from '../../../ui/vocabulary.ts'
import { firstText } from '../model/json-shape.ts'
import { bandOf } from '../model/ownership.ts'
import { checksOf, listedIn, rolesOf } from '../model/party-words.ts'
import { wordsOf } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'

type Party = z.infer<typeof KeyParty>

const shown = [
  'uuid',
  'name',
  'fullName',
  'companyName',
  'firstName',
  'lastName',
  'roles',
  'role',
  'designation',
  'position',
  'entityType',
  'kycSessionId',
  'kybSubSessionId',
  'kycStatus',
  'kycSessionStatus',
  'kybSubSessionStatus',
  'status',
  'amlStatus',
  'kycAmlCategories',
  'verificationWorkflowFeatures',
  'verificationWorkflowId',
  'diditInternalId',
  'isActive',
  'isSkipped',
  'effectiveOwnershipPercent',
  'ownershipMinShares',
  'ownershipMaxShares',
]

function nameOf(party: Party): string {
  const parts = [party.firstName, party.lastName].filter((part) => part !== null).join(' ')
  return party.name ?? party.fullName ?? party.companyName ?? (parts === '' ? 'Not named' : parts)
}

function aboutOf(party: Party): string {
  const percent = party.effectiveOwnershipPercent
  const band = bandOf(party)
  const position = firstText(party, 'designation', 'position')
  const roles = rolesOf(party.roles.length > 0 ? party.roles : party['role'])
  const about = [
    position,
    ...roles.filter((role) => !position?.toLowerCase().includes(role.toLowerCase())),
    percent === null ? band && `owns ${band}` : `owns ${percent.toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`,
    /compan|business|legal/iu.test(firstText(party, 'entityType') ?? '') ? 'a company' : null,
    party['isActive'] === false ? 'no longer active' : null,
    party['isSkipped'] === true ? 'skipped by the company' : null,
  ]
  return about.filter((part) => part !== null && part !== '').join(' · ') || 'Role not stored'
}

/** What the person's own checks said, as far as the company's answer tells it. */
function Checks({ party }: { party: Party }) {
  const checks = checksOf(party)
  const listed = listedIn(party)
  const aml = firstText(party, 'amlStatus')
  if (checks.length === 0 && listed === null && aml === null) return null
  return (
    <ul className={classes.checks} aria-label={`Checks of ${nameOf(party)}`}>
      {numbered(checks).map(({ key, item }) => (
        <li key={key}>
          {item.status === null ? '–' : <FeatureStatusMark status={item.status} size={13} />}
          {item.status === null || item.status === 'Approved'
            ? wordsOf(item.feature)
            : `${wordsOf(item.feature)}: ${featureTerm(item.status).word.toLowerCase()}`}
        </li>
      ))}
      {aml !== null && !checks.some((check) => check.feature === 'AML' && check.status === aml) && (
        <li>
          <FeatureStatusMark status={aml} size={13} />
          Watch lists: {featureTerm(aml).word.toLowerCase()}
        </li>
      )}
      {listed !== null && (
        <li className={listed.length > 0 ? classes.oddCell : undefined}>
          {listed.length === 0 ? 'On no watch list' : `Found in: ${listed.join(', ').toLowerCase()}`}
        </li>
      )}
    </ul>
  )
}

function PartyRow({ party }: { party: Party }) {
  const session = party.kycSessionId ?? party.kybSubSessionId
  const status = firstText(party, 'kycSessionStatus', 'kybSubSessionStatus', 'kycStatus', 'status')
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <strong>{session === null ? <bdi>{nameOf(party)}</bdi> : <SessionLink id={session}>{nameOf(party)}</SessionLink>}</strong>
        <span>{aboutOf(party)}</span>
        <Checks party={party} />
        <OtherFields data={party} shown={shown} />
      </div>
      <div className={classes.rowEnd}>
        {session === null && <span className={classes.plainChip}>No session of their own</span>}
        {status !== null && <StatusBadge status={status} />}
      </div>
    </li>
  )
}

function UboSummary({ summary }: { summary: NonNullable<RunOf<'keyPeople'>['data']['uboKycSummary']> }) {
  const parts = [
    { word: 'approved', count: summary.approved ?? 0 },
    { word: 'flagged', count: summary.flagged ?? 0 },
    { word: 'pending', count: summary.pending ?? 0 },
  ]
  const total = summary.total ?? parts.reduce((sum, part) => sum + part.count, 0)
  const said = parts.filter((part) => part.count > 0).map((part) => `${part.count} ${part.word}`)
  const open = total - (summary.approved ?? 0)
  return (
    <Facts
      rows={[
        {
          label: 'Owners checked',
          field: 'uboKycSummary',
          value: (
            <span className={open > 0 ? classes.oddCell : undefined}>
              {total === 0 ? 'None named' : `${summary.approved ?? 0} of ${total} approved`}
              {said.length > 1 && ` (${said.join(', ')})`}
            </span>
          ),
        },
      ]}
    />
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
      {summary && <UboSummary summary={summary} />}
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
