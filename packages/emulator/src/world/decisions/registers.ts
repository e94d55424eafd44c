import type { Cast } from '../cast.ts'
import { mediaKey, moment, nodeId } from '../cast.ts'
import { day, fullName } from '../people/person.ts'
import type { JsonObject } from '../types.ts'
import { fileMetadata } from './address-proof.ts'

const SERVICES: Readonly<Record<string, readonly [id: string, name: string]>> = {
  IND: ['ind_pan', 'India - PAN register'],
  BRA: ['bra_cpf', 'Brazil - CPF status check'],
  MEX: ['mex_curp', 'Mexico - CURP register'],
  USA: ['usa_ssn', 'United States - number and name check'],
  NGA: ['nga_nin', 'Nigeria - NIN register'],
  KEN: ['ken_id', 'Kenya - national identity register'],
  ZAF: ['zaf_home_affairs', 'South Africa - Home Affairs check'],
  IDN: ['idn_nik', 'Indonesia - NIK register'],
}

/** One `database_validations` item in which every field agrees. */
export function databaseValidation(cast: Cast): JsonObject {
  const { person, document } = cast
  const [service, name] = SERVICES[person.country.alpha3] ?? ['residential', `${person.country.name} - residential register`]
  return {
    node_id: nodeId('DATABASE_VALIDATION'),
    issuing_state: person.country.alpha3,
    validation_type: 'one_by_one',
    screened_data: {
      last_name: person.family.latin,
      first_name: person.given.latin,
      tax_number: person.personalNumber,
      personal_number: person.personalNumber,
      document_number: document.number,
      date_of_birth: person.birth,
      document_type: document.code,
      expiration_date: document.expires,
    },
    validations: [
      {
        service_id: service,
        service_name: name,
        validation: { full_name: 'full_match', date_of_birth: 'full_match', identification_number: 'full_match' },
        outcome_code: 'MATCH',
        outcome_detail: null,
        source_data: {
          identification_number: person.personalNumber,
          first_name: person.given.latin.toUpperCase(),
          last_name: person.family.latin.toUpperCase(),
          date_of_birth: person.birth,
          gender: person.sex,
          nationality: document.nationality,
        },
      },
    ],
    match_type: 'full_match',
    status: 'Approved',
    warnings: [],
  }
}

/** One `document_ai_documents` group with a proof of funds. */
export function documentAi(cast: Cast): JsonObject {
  const { person, dice } = cast
  const made = day(cast.createdAt - 20 * 86_400_000)
  const field = (key: string, name: string, type: string, instruction: string): JsonObject => ({
    key,
    name,
    instruction,
    type,
    required: true,
  })
  return {
    status: 'Approved',
    node_id: nodeId('DOCUMENT_AI'),
    items: [
      {
        uuid: dice.uuid('docai'),
        node_id: nodeId('DOCUMENT_AI'),
        document_key: 'proof_of_funds',
        original_filename: 'statement.png',
        file_size: dice.int('docaisize', 90_000, 400_000),
        file_url: mediaKey(cast, 'funds'),
        status: 'Approved',
        extracted_data: {
          account_holder: fullName(person, 'latin'),
          balance: dice.score('balance', 4000, 90_000),
          currency: 'EUR',
          statement_date: made,
        },
        fields: [
          field('account_holder', 'Account holder', 'text', 'Read the name of the account holder.'),
          field('balance', 'Closing balance', 'number', 'Read the balance at the end of the period.'),
          field('statement_date', 'Statement date', 'date', 'Read the last day of the period.'),
        ],
        document_metadata: fileMetadata('image/png', made, 184_320),
        cross_check_result: null,
        created_at: moment(cast, 400),
      },
    ],
    warnings: [],
  }
}
