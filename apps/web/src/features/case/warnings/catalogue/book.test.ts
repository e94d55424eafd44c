import { mediaRoles } from '@verdict/contract/media'
import type { FeatureKind } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { entryOf } from '../catalogue.store.ts'
import { riskBook } from './book.ts'

/** Every code that the upstream contract names, by its check. */
const codes: Readonly<Partial<Record<FeatureKind, string>>> = {
  identityDocument: `DOCUMENT_NOT_SUPPORTED_FOR_APPLICATION DOCUMENT_EXPIRED PORTRAIT_IMAGE_NOT_DETECTED ID_DOCUMENT_IN_BLOCKLIST
    FRONT_CAMERA_FACE_IN_BLOCKLIST AGE_BELOW_MINIMUM AGE_NOT_DETECTED MINIMUM_AGE_NOT_MET POSSIBLE_DUPLICATED_USER QR_NOT_DETECTED
    QR_VALIDATION_FAILED BARCODE_NOT_DETECTED BARCODE_VALIDATION_FAILED MRZ_NOT_DETECTED MRZ_VALIDATION_FAILED DATA_INCONSISTENT
    MRZ_AND_DATA_EXTRACTED_FROM_OCR_NOT_SAME DOCUMENT_NAME_DIFFERENT_FROM_OTHER_APPROVED_DOCUMENTS DOCUMENT_SIDES_MISMATCH
    ID_VERIFICATION_DATA_MISMATCH_BETWEEN_DOCUMENTS INVALID_DATE COULD_NOT_RECOGNIZE_DOCUMENT COULD_NOT_DETECT_DOCUMENT_TYPE
    DOCUMENT_NUMBER_NOT_DETECTED NAME_NOT_DETECTED DATE_OF_BIRTH_NOT_DETECTED EXPIRATION_DATE_NOT_DETECTED
    DOCUMENT_NUMBER_FORMAT_MISMATCH PERSONAL_NUMBER_FORMAT_MISMATCH UNPARSED_ADDRESS SCREEN_CAPTURE_DETECTED PRINTED_COPY_DETECTED
    PORTRAIT_MANIPULATION_DETECTED PUBLIC_DOCUMENT_IMAGE_DETECTED FULL_NAME_MISMATCH_WITH_PROVIDED DOB_MISMATCH_WITH_PROVIDED
    GENDER_MISMATCH_WITH_PROVIDED NATIONALITY_MISMATCH_WITH_PROVIDED COUNTRY_MISMATCH_WITH_PROVIDED
    IDENTIFICATION_NUMBER_MISMATCH_WITH_PROVIDED DOCUMENT_COUNTRY_MISMATCH LOW_FRONT_CAMERA_FACE_MATCH_SIMILARITY POSSIBLE_FRAUD`,
  nfc: 'DATA_INCONSISTENT',
  liveness: `NO_FACE_DETECTED LIVENESS_FACE_ATTACK FACE_IN_BLOCKLIST AGE_BELOW_MINIMUM AGE_NOT_DETECTED LOW_LIVENESS_SCORE
    LOW_FACE_QUALITY LOW_FACE_LUMINANCE HIGH_FACE_LUMINANCE MULTIPLE_FACES_DETECTED POSSIBLE_FACE_IN_BLOCKLIST DUPLICATED_FACE
    POSSIBLE_DUPLICATED_FACE`,
  faceMatch: 'NO_REFERENCE_IMAGE LOW_FACE_MATCH_SIMILARITY',
  proofOfAddress: `MISSING_ADDRESS_INFORMATION POA_DOCUMENT_EXPIRED EXPIRED_DOCUMENT INVALID_DOCUMENT_TYPE
    UNABLE_TO_VALIDATE_DOCUMENT_AGE UNABLE_TO_EXTRACT_ISSUE_DATE POA_NAME_NOT_DETECTED NAME_MISMATCH_WITH_PROVIDED
    NAME_MISMATCH_ID_VERIFICATION POA_NAME_MISMATCH_BETWEEN_DOCUMENTS ADDRESS_MISMATCH_WITH_PROVIDED
    POA_COUNTRY_MISMATCH_WITH_PROVIDED DOCUMENT_METADATA_MISMATCH SUSPECTED_DOCUMENT_MANIPULATION UNSUPPORTED_DOCUMENT_LANGUAGE
    ISSUER_NOT_IDENTIFIED POA_DOCUMENT_NOT_SUPPORTED_FOR_APPLICATION UNPARSABLE_OR_INVALID_ADDRESS FUTURE_ISSUE_DATE
    POA_MAX_ATTEMPTS_EXCEEDED POOR_DOCUMENT_QUALITY`,
  phone: `VERIFICATION_CODE_ATTEMPTS_EXCEEDED PHONE_NUMBER_IN_BLOCKLIST HIGH_RISK_PHONE_NUMBER VOIP_NUMBER_DETECTED
    DISPOSABLE_NUMBER_DETECTED DUPLICATED_PHONE_NUMBER`,
  email: `EMAIL_CODE_ATTEMPTS_EXCEEDED EMAIL_IN_BLOCKLIST UNDELIVERABLE_EMAIL_DETECTED BREACHED_EMAIL_DETECTED
    DISPOSABLE_EMAIL_DETECTED DUPLICATED_EMAIL`,
  aml: 'POSSIBLE_MATCH_FOUND COULD_NOT_PERFORM_AML_SCREENING',
  ipAnalysis: `IP_ADDRESS_IN_BLOCKLIST DEVICE_FINGERPRINT_IN_BLOCKLIST PRIVATE_NETWORK_DETECTED
    COUNTRY_FROM_DOCUMENT_DOES_NOT_MATCH_COUNTRY_FROM_IP EXPECTED_IP_ADDRESS_MISMATCH DUPLICATED_IP_ADDRESS
    DUPLICATED_DEVICE_FINGERPRINT DEVICE_RECOVERED_HIGH_CONFIDENCE AUTOMATION_FRAMEWORK_DETECTED`,
  databaseValidation: 'DATABASE_VALIDATION_NO_MATCH DATABASE_VALIDATION_PARTIAL_MATCH COULD_NOT_PERFORM_DATABASE_VALIDATION',
  documentAi: `DOCUMENT_AI_SUSPECTED_MANIPULATION DOCUMENT_AI_NAME_MISMATCH DOCUMENT_AI_UNREADABLE_DOCUMENT
    DOCUMENT_AI_MISSING_REQUIRED_FIELDS DOCUMENT_AI_UNSUPPORTED_FILE`,
  registry: `KYB_COUNTRY_RESTRICTED KYB_OFFICERS_DATA_NOT_FOUND KYB_OWNERSHIP_DATA_NOT_FOUND
    KYB_BENEFICIAL_OWNERSHIP_NOT_DERIVABLE KYB_COMPANY_NOT_ACTIVE KYB_COMPANY_NOT_FROM_REGISTRY`,
  companyDocuments: `KYB_DOCUMENT_MISSING_REQUIRED_FIELD KYB_DOCUMENT_NAME_MISMATCH KYB_DOCUMENT_REG_NUMBER_MISMATCH
    KYB_DOCUMENT_INCORPORATION_DATE_MISMATCH KYB_DOCUMENT_ADDRESS_MISMATCH KYB_CROSS_DOCUMENT_MISMATCH
    KYB_DOCUMENT_SUSPECTED_MANIPULATION KYB_DOCUMENT_UNPROVEN_TEXT_REPLACEMENT`,
}

const isKind = (kind: string): kind is FeatureKind => kind in riskBook
const kinds = Object.keys(codes).filter(isKind)
const listed = kinds.flatMap((kind) => (codes[kind] ?? '').split(/\s+/u).map((code) => ({ kind, code })))
const entries = kinds.flatMap((kind) => Object.entries(riskBook[kind] ?? {}).map(([code, entry]) => ({ kind, code, entry })))

/** Words that tell a person of a suspicion; titles stand in comments which may leave the house. */
const tippingOff =
  /\b(?:fraud\w*|suspect\w*|suspici\w*|SARs?|STRs?|launder\w*|terror\w*|police|crim\w*|forg(?:ed|er\w*|ing)|fake\w*|investigat\w*|law enforcement|report(?:ed|ing)? to|tip\w* off|unlawful|illegal)\b/iu

describe('the catalogue of risk codes', () => {
  it.each(listed)('explains $code of $kind', ({ kind, code }) => {
    expect(riskBook[kind]).toHaveProperty(code)
    expect(entryOf(riskBook, { feature: kind, code })).toBe(riskBook[kind]?.[code])
  })

  it('explains nothing that does not exist', () => {
    const known = new Set(listed.map(({ kind, code }) => `${kind} ${code}`))
    expect(entries.filter(({ kind, code }) => !known.has(`${kind} ${code}`))).toEqual([])
    expect(entries).toHaveLength(125)
  })

  it.each(entries)('has all parts for $code of $kind', ({ entry }) => {
    expect(entry.title).toMatch(/^\p{Lu}[^.!?]{5,70}$/u)
    expect(entry.meaning).toMatch(/^\p{Lu}.+\.$/u)
    expect(entry.checks.length).toBeGreaterThanOrEqual(1)
    expect(entry.checks.length).toBeLessThanOrEqual(3)
    for (const check of entry.checks) expect(check).toMatch(/^\p{Lu}.+[.?]$/u)
    expect((entry.target.media?.length ?? 0) + (entry.target.fields?.length ?? 0)).toBeGreaterThan(0)
    for (const role of entry.target.media ?? []) expect(mediaRoles).toContain(role)
    expect(entry.target.fields?.length).toBeGreaterThan(0)
  })

  it.each(entries)('keeps the sentences of $code of $kind short and discreet', ({ entry }) => {
    const texts = [entry.title, entry.meaning, ...entry.checks]
    for (const text of texts) {
      for (const sentence of text.split(/(?<=[.?])\s/u)) expect(sentence.length).toBeLessThanOrEqual(200)
      expect(text).not.toMatch(tippingOff)
      expect(text).not.toMatch(/!|\boops\b|successfully|are you sure/iu)
    }
    expect(entry.meaning.split(/(?<=[.?])\s/u).length).toBeLessThanOrEqual(2)
  })

  it('tells one code apart by its check', () => {
    const chip = entryOf(riskBook, { feature: 'nfc', code: 'DATA_INCONSISTENT' })
    const print = entryOf(riskBook, { feature: 'identityDocument', code: 'DATA_INCONSISTENT' })
    expect(chip?.title).not.toBe(print?.title)
    expect(entryOf(riskBook, { feature: 'other', code: 'DATA_INCONSISTENT' })).toBeNull()
  })

  it('knows a code in an unknown check, and no names of objects', () => {
    expect(entryOf(riskBook, { feature: 'other', code: 'VOIP_NUMBER_DETECTED' })?.title).toBe('Internet telephone number')
    expect(entryOf(riskBook, { feature: 'phone', code: 'constructor' })).toBeNull()
    expect(entryOf(riskBook, { feature: 'keyPeople', code: 'BRAND_NEW_CODE' })).toBeNull()
    expect(entryOf(null, { feature: 'phone', code: 'VOIP_NUMBER_DETECTED' })).toBeNull()
  })

  it('has a title for each meaning, once within a check', () => {
    for (const kind of kinds) {
      const own = entries.filter((entry) => entry.kind === kind).map(({ entry }) => entry)
      const titles = [...new Set(own)].map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})
