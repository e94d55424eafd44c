import type { Cast } from '../cast.ts'
import { moment, nodeId, sessionToken } from '../cast.ts'
import { fullName, personOf } from '../people/person.ts'
import type { Person } from '../people/person.ts'
import { companyOf } from '../people/company.ts'
import type { Json, JsonObject } from '../types.ts'
import { workflowGroupId } from '../workflows.ts'

/** One officer or owner of a company; `child` is their own session in this world, when there is one. */
export interface Party {
  uuid: string
  person: Person
  child: Cast | undefined
  roles: readonly ('director' | 'secretary' | 'ubo' | 'shareholder' | 'authorized_signatory')[]
  designation: string
  /** Share of the company in per cent; 0 for officers who own nothing. */
  percent: number
}

const FEATURES = ['ID_VERIFICATION', 'LIVENESS', 'FACE_MATCH', 'AML']

/** Two to four people around the company, the first ones with real sessions of the same world. */
export function partiesOf(cast: Cast): Party[] {
  const { dice } = cast
  const home = companyOf(cast.seed, cast.index, cast.workflow).home
  const shares = dice.pick('shares', [[60, 40], [75, 25], [51, 29, 20], [100], [40, 30, 30]] as const)
  const taken = new Set<number>()
  const parties = shares.map((percent, i): Party => {
    const child = cast.older(`child${i}`, (other) => other.ran.length > 0 && !taken.has(other.index), 'key-people')
    if (child !== undefined) taken.add(child.index)
    return {
      uuid: dice.uuid(`party${i}`),
      person: child?.person ?? personOf(cast.seed ^ 0x51, cast.index * 8 + i, home, cast.epoch),
      child,
      roles: i === 0 ? ['director', 'ubo', 'shareholder'] : percent >= 25 ? ['ubo', 'shareholder'] : ['shareholder'],
      designation: i === 0 ? 'Managing director' : 'Shareholder',
      percent,
    }
  })
  parties.push({
    uuid: dice.uuid('secretary'),
    person: personOf(cast.seed ^ 0x52, cast.index, home, cast.epoch),
    child: undefined,
    roles: ['secretary'],
    designation: 'Company secretary',
    percent: 0,
  })
  return parties
}

/** One `key_people_checks` item. */
export function keyPeople(cast: Cast): JsonObject {
  const parties = partiesOf(cast)
  const owners = parties.filter((party) => party.percent > 0)
  const company = companyOf(cast.seed, cast.index, cast.workflow)
  const approved = owners.filter((party) => party.child?.status === 'Approved').length
  const flagged = owners.filter((party) => ['Declined', 'In Review'].includes(party.child?.status ?? '')).length
  return {
    status: 'Approved',
    node_id: nodeId('KYB_KEY_PEOPLE'),
    registry: {
      officers: parties
        .filter((party) => party.roles.includes('director') || party.roles.includes('secretary'))
        .map((party): JsonObject => ({
          uuid: party.uuid,
          name: fullName(party.person, 'latin'),
          designation: party.designation,
          role: party.roles[0] ?? 'other',
          nationality: party.person.country.name,
          appointment_date: company.incorporated,
          termination_date: null,
          is_active: true,
          address: company.address,
          ...verification(cast, party),
        })),
      beneficial_owners: owners.map((party): JsonObject => ({
        uuid: party.uuid,
        name: fullName(party.person, 'latin'),
        first_name: party.person.given.latin,
        last_name: party.person.family.latin,
        date_of_birth: party.person.birth,
        country_of_birth: party.person.country.alpha2,
        email: party.person.email,
        company_name: null,
        registration_number: null,
        entity_type: 'person',
        nationality: party.person.country.name,
        designation: null,
        roles: party.roles.filter((role) => role !== 'director'),
        ...shareBand(party.percent),
        is_active: true,
        ...verification(cast, party),
        child_beneficial_owners: [],
        effective_ownership_percent: party.percent,
      })),
    },
    submitted: { parties: owners.map((party) => submitted(cast, party)) },
    ubo_kyc_summary: { total: owners.length, approved, flagged, pending: owners.length - approved - flagged },
    warnings: [],
  }
}

export function shareBand(percent: number): JsonObject {
  const floor = percent >= 75 ? 75 : percent >= 50 ? 50 : percent >= 25 ? 25 : 0
  return { ownership_min_shares: String(floor), ownership_max_shares: String(floor + 25) }
}

function verification(cast: Cast, party: Party): JsonObject {
  const { child } = party
  const done = child?.status === 'Approved' || child?.status === 'Declined' || child?.status === 'In Review'
  const featureStatus = child?.status === 'Approved' ? 'Approved' : done ? 'In Review' : 'Not Finished'
  return {
    aml_status: child === undefined ? null : featureStatus,
    kyc_status: child?.status ?? 'Not Started',
    kyc_session_url: child === undefined ? null : childUrl(child),
    kyc_session_id: child?.sessionId ?? null,
    verification_workflow_type: 'kyc',
    verification_workflow_id: workflowGroupId(cast.seed, 'key-people'),
    verification_workflow_label: 'Key people',
    verification_workflow_features: FEATURES.map((feature) => ({ feature, status: featureStatus })),
    didit_internal_id: child?.dice.uuid('profile') ?? null,
    kyc_document_type: done ? (child?.document.code ?? null) : null,
    kyc_nationality: done ? party.person.country.alpha3 : null,
    kyc_liveness_passed: done ? child?.status !== 'Declined' : null,
    kyc_verified_at: child !== undefined && done ? moment(child, 300) : null,
    kyc_aml_categories: done ? { sanctions: 'clear', pep: 'clear', adverse_media: 'clear', warnings: 'clear' } : null,
    kyc_notification_sent_at: moment(cast, 900),
  }
}

function submitted(cast: Cast, party: Party): JsonObject {
  const { person, child } = party
  const roles: Json[] = party.roles.map((role) => ({
    role,
    ownership_percent: role === 'director' ? null : party.percent,
    voting_percent: role === 'director' ? null : party.percent,
  }))
  const checks = verification(cast, party)
  return {
    uuid: cast.dice.uuid(`submitted/${party.uuid}`),
    entity_type: 'person',
    source: 'USER',
    name: fullName(person, 'latin'),
    first_name: person.given.latin,
    last_name: person.family.latin,
    company_name: null,
    registration_number: null,
    email: person.email,
    nationality: person.country.alpha3,
    phone_number: person.phone,
    date_of_birth: person.birth,
    position: party.designation,
    custom_fields: {},
    is_active: true,
    is_skipped: false,
    requires_verification: true,
    roles,
    kyc_session_id: child?.sessionId ?? null,
    kyc_session_status: child?.status ?? null,
    kyc_session_url: child === undefined ? null : childUrl(child),
    kyb_sub_session_id: null,
    kyb_sub_session_status: null,
    kyb_sub_session_url: null,
    verification_workflow_type: 'kyc',
    verification_workflow_id: checks['verification_workflow_id'] ?? null,
    verification_workflow_label: 'Key people',
    verification_workflow_features: checks['verification_workflow_features'] ?? null,
    didit_internal_id: checks['didit_internal_id'] ?? null,
  }
}

export function childUrl(child: Cast): string {
  return `https://verify.didit.me/session/${sessionToken(child)}`
}
