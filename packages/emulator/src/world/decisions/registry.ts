import type { Cast } from '../cast.ts'
import { moment, nodeId } from '../cast.ts'
import { companyOf } from '../people/company.ts'
import { fullName } from '../people/person.ts'
import type { Json, JsonObject } from '../types.ts'
import type { Party } from './key-people.ts'
import { childUrl, partiesOf, shareBand } from './key-people.ts'

/** One `registry_checks` item: an active company found in its register. */
export function registryCheck(cast: Cast): JsonObject {
  const company = companyOf(cast.seed, cast.index, cast.workflow)
  const name = cast.scenario.companyName ?? company.name
  const parties = partiesOf(cast)
  const owners = parties.filter((party) => party.percent > 0)
  const address = { type: 'registered', address: company.address, country: company.country }
  const industry: JsonObject = { ...company.activity }
  return {
    status: 'Approved',
    node_id: nodeId('KYB_REGISTRY'),
    data_resolved: true,
    company: {
      uuid: cast.dice.uuid('company'),
      node_id: nodeId('KYB_REGISTRY'),
      status: 'Approved',
      registry_status: 'active',
      data_resolved: true,
      company_name: name,
      registration_number: company.registrationNumber,
      country_code: company.country,
      region: null,
      company_type: company.type,
      incorporation_date: company.incorporated,
      registered_address: company.address,
      tax_number: company.taxNumber,
      risk_level: cast.dice.pick('risk', ['LOW', 'LOW', 'MEDIUM']),
      verification_status: 'verified',
      is_from_registry: true,
      fetch_status: 'resolved',
      alternative_names: cast.dice.chance('alt', 0.3) ? [`${name.split(' ')[0] ?? name} (trading name)`] : [],
      nature_of_business: `${company.activity.code} - ${company.activity.description}`,
      registered_capital: `${company.capital} ${company.currency}`,
      registered_capital_amount: `${company.capital}.00`,
      registered_capital_currency: company.currency,
      website: company.website,
      email: company.email,
      phone: company.phone,
      legal_entity_identifier: null,
      location_of_registration: company.registry,
      vat_number: company.vatNumber === '' ? null : company.vatNumber,
      vat_validation_status: company.vatNumber === '' ? 'not_applicable' : 'valid',
      vat_validated_name: company.vatNumber === '' ? null : name,
      vat_validated_address: company.vatNumber === '' ? null : company.address,
      vat_checked_at: company.vatNumber === '' ? null : moment(cast, 40),
      financial_summary: null,
      officers: parties.filter((party) => party.roles.includes('director') || party.roles.includes('secretary')).map(officer),
      beneficial_owners: owners.map(owner),
      addresses: [address],
      industries: [industry],
      accounts: null,
      registry_data: { addresses_detail: [{ ...address }], industries: [{ ...industry }] },
      user_provided_data: { company_name: name, registration_number: company.registrationNumber },
      confirmed_by_user_at: moment(cast, 200),
      last_console_edit_at: null,
      is_editable: false,
    },
    ownership_structure: {
      nodes: [
        { id: 'company', name, type: 'company' },
        ...owners.map((party, i): JsonObject => ({
          id: `owner-${i + 1}`,
          name: fullName(party.person, 'latin'),
          type: 'person',
          ownership_percent: party.percent,
        })),
      ],
      edges: owners.map((party, i): JsonObject => ({ from: `owner-${i + 1}`, to: 'company', ownership_percent: party.percent })),
    },
    warnings: [],
  }
}

function kyc(party: Party): JsonObject {
  const status = party.child?.status
  return {
    kyc_status: status === 'Approved' || status === 'Declined' ? status : 'Pending',
    kyc_session_url: party.child === undefined ? null : childUrl(party.child),
  }
}

function officer(party: Party): JsonObject {
  return {
    uuid: party.uuid,
    name: fullName(party.person, 'latin'),
    designation: party.designation,
    role: party.roles[0] ?? 'other',
    nationality: party.person.country.name,
    is_active: true,
    ...kyc(party),
  }
}

function owner(party: Party): JsonObject {
  const roles: Json[] = party.roles.filter((role) => role !== 'director')
  return {
    uuid: party.uuid,
    name: fullName(party.person, 'latin'),
    first_name: party.person.given.latin,
    last_name: party.person.family.latin,
    entity_type: 'person',
    roles,
    ...shareBand(party.percent),
    is_active: true,
    ...kyc(party),
    effective_ownership_percent: party.percent,
  }
}
