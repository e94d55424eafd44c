import type { Cast } from '../cast.ts'
import { mediaKey, nodeId } from '../cast.ts'
import { addressOf, day, fullName } from '../people/person.ts'
import type { JsonObject } from '../types.ts'
import { shortAddress } from './address.ts'

const DAY = 86_400_000
const ISSUERS: Readonly<Record<string, readonly string[]>> = {
  UTILITY_BILL: ['Example Water & Power', 'Specimen Energy', 'Sample Gas Works'],
  BANK_STATEMENT: ['Specimen Savings Bank', 'Bank of Example', 'Sample Mutual'],
  GOVERNMENT_ISSUED_DOCUMENT: ['Municipal Office (Specimen)', 'Tax Office (Specimen)'],
}

/** One `poa_verifications` item: a recent letter to the person's address. */
export function addressProof(cast: Cast): JsonObject {
  const { person, dice } = cast
  const type = dice.pick('poatype', Object.keys(ISSUERS))
  const bank = type === 'BANK_STATEMENT'
  const pdf = dice.chance('poapdf', 0.4)
  const issued = day(cast.createdAt - dice.int('poaage', 6, 80) * DAY)
  return {
    node_id: nodeId('POA'),
    status: 'Approved',
    document_file: mediaKey(cast, pdf ? 'poa.pdf' : 'poa'),
    issuing_state: person.country.alpha2,
    document_type: type,
    document_subtype: null,
    document_language: person.country.language,
    document_metadata: fileMetadata(pdf ? 'application/pdf' : 'image/png', issued, dice.int('poasize', 60_000, 640_000)),
    issuer: dice.pick('issuer', ISSUERS[type] ?? ['Example Office']),
    issue_date: issued,
    expiration_date: null,
    poa_address: addressOf(person),
    poa_formatted_address: `${addressOf(person)}, ${person.country.name}`,
    poa_parsed_address: shortAddress(person),
    name_on_document: fullName(person, 'latin'),
    name_match_score_expected_details: null,
    name_match_score_id_verification: dice.score('poaname', 92, 100),
    expected_details_address: null,
    expected_details_formatted_address: null,
    expected_details_parsed_address: {},
    extra_fields: {
      bank_account_number: bank ? `00${dice.digits('account', 8)}` : null,
      bank_iban: bank ? `${person.country.alpha2}00SPEC${dice.digits('iban', 14)}` : null,
      bank_sort_code: null,
      bank_routing_number: null,
      bank_swift_bic: bank ? `SPEC${person.country.alpha2}00XXX` : null,
      bank_branch_name: bank ? `${person.place.city} branch` : null,
      bank_branch_address: null,
      document_phone_number: null,
      additional_names: [],
    },
    extra_files: [],
    warnings: [],
  }
}

/** `document_metadata` of a file that nobody touched after it was made. */
export function fileMetadata(contentType: string, made: string, size: number): JsonObject {
  return {
    file_size: size,
    content_type: contentType,
    creation_date: made,
    modified_date: made,
    overlay_manipulation: null,
    creator: null,
    producer: contentType === 'application/pdf' ? 'Specimen Writer 4' : null,
    software: null,
    encryption: null,
    is_signed: false,
    is_tampered: false,
    signature_info: null,
    exif_original_date: null,
    exif_digitized_date: null,
    processed_by_known_editor: false,
    has_different_creation_mod_date: false,
  }
}

/** The same file after an editor wrote over two places of page one. */
export function tamperedMetadata(contentType: string, made: string, later: string, size: number): JsonObject {
  const region = (x: number, y: number, width: number, height: number): JsonObject => ({
    page: 1,
    x,
    y,
    width,
    height,
    page_width: 595,
    page_height: 842,
  })
  return {
    ...fileMetadata(contentType, made, size),
    modified_date: later,
    software: 'Example Photo Editor 11',
    is_tampered: true,
    processed_by_known_editor: true,
    has_different_creation_mod_date: true,
    overlay_manipulation: {
      detected: true,
      analyzed: true,
      signals: ['text_overlay', 'font_mismatch'],
      manipulated_regions: [region(56, 150, 210, 42), region(390, 330, 120, 22)],
    },
  }
}
