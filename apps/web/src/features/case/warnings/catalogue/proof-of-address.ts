import type { RiskFamily } from './risk-entry.types.ts'

const page = ['address', 'file'] as const

const tooOld = {
  title: 'Outdated proof of address',
  meaning: 'The document is older than this workflow accepts, or the date until which it holds has passed.',
  checks: ['Read the date of issue on the page, not the date of payment.', 'Compare it with the age that is allowed.'],
  target: { media: page, fields: ['issueDate', 'expirationDate'] },
}

/** Proof of address. */
export const proofOfAddress: RiskFamily = {
  POA_DOCUMENT_EXPIRED: tooOld,
  EXPIRED_DOCUMENT: tooOld,
  MISSING_ADDRESS_INFORMATION: {
    title: 'No address on the document',
    meaning: 'No address could be read, so there is nothing that the document could prove.',
    checks: ['Look for the address in the letterhead and the window field.', 'See whether the page that carries it is missing.'],
    target: { media: page, fields: ['poaAddress'] },
  },
  INVALID_DOCUMENT_TYPE: {
    title: 'Unsuitable kind of proof of address',
    meaning: 'The file is not one of the kinds that can prove an address.',
    checks: ['See what kind of document it is.', 'Ask for a bill, a statement or an official letter if need be.'],
    target: { media: page, fields: ['documentType'] },
  },
  UNABLE_TO_VALIDATE_DOCUMENT_AGE: {
    title: 'Unknown age of the proof of address',
    meaning: 'How old the document is could not be worked out.',
    checks: ['Look for a date of issue or a billing period.', 'Tell the day from the month by the language of the page.'],
    target: { media: page, fields: ['issueDate'] },
  },
  UNABLE_TO_EXTRACT_ISSUE_DATE: {
    title: 'No date of issue read',
    meaning: 'No date of issue was found on the document.',
    checks: ['Look for a date at the head or foot of the page.', 'Take the end of the billing period if that is all there is.'],
    target: { media: page, fields: ['issueDate'] },
  },
  FUTURE_ISSUE_DATE: {
    title: 'Date of issue in the future',
    meaning: 'The document says that it was issued on a day that has not come yet.',
    checks: ['Read the date: day and month may be swapped.', 'See whether it is the date by which to pay.'],
    target: { media: page, fields: ['issueDate'] },
  },
  POA_NAME_NOT_DETECTED: {
    title: 'No name on the proof of address',
    meaning: 'No name could be read, so the address cannot be tied to the person.',
    checks: ['Look for the name near the address.', 'See whether only a company or a flat is named.'],
    target: { media: page, fields: ['nameOnDocument'] },
  },
  NAME_MISMATCH_WITH_PROVIDED: {
    title: 'Proof of address in a name other than the form’s',
    meaning: 'The name on the document is not the one that was given beforehand.',
    checks: ['See whether it is spelling, order or initials.', 'See whether it belongs to a partner, parent or landlord.'],
    target: { media: page, fields: ['nameOnDocument', 'nameMatchScoreExpectedDetails'] },
  },
  NAME_MISMATCH_ID_VERIFICATION: {
    title: 'Proof of address in a name other than the document’s',
    meaning: 'The name on the proof of address is not the one on the identity document.',
    checks: ['Compare both names, letter by letter.', 'Think of a maiden name, a nickname or a joint account.'],
    target: { media: page, fields: ['nameOnDocument', 'nameMatchScoreIdVerification'] },
  },
  POA_NAME_MISMATCH_BETWEEN_DOCUMENTS: {
    title: 'Different names on two proofs of address',
    meaning: 'The person gave more than one proof of address, and they name different people.',
    checks: ['Compare the names of both runs.', 'See which of them agrees with the identity document.'],
    target: { media: page, fields: ['nameOnDocument'] },
  },
  ADDRESS_MISMATCH_WITH_PROVIDED: {
    title: 'Address differing from the form',
    meaning: 'The address on the document is not the one that was given beforehand.',
    checks: ['Find the part that differs: street, number, town or postcode.', 'Allow for abbreviations and a recent move.'],
    target: { media: page, fields: ['poaAddress', 'expectedDetailsAddress'] },
  },
  POA_COUNTRY_MISMATCH_WITH_PROVIDED: {
    title: 'Country of the address differing from the form',
    meaning: 'The proof of address comes from another country than the one that was given beforehand.',
    checks: ['Read the country of the address, not of the issuer.', 'See whether the person lives in two countries.'],
    target: { media: page, fields: ['issuingState', 'poaAddress'] },
  },
  DOCUMENT_METADATA_MISMATCH: {
    title: 'File data not fitting the document',
    meaning: 'What the file says about its making does not fit what it claims to be, for example its dates or its program.',
    checks: ['Read program, author and dates of the file.', 'Saving or scanning a page explains a lot of it.'],
    target: { media: page, fields: ['documentMetadata'] },
  },
  SUSPECTED_DOCUMENT_MANIPULATION: {
    title: 'Signs of editing in the proof of address',
    meaning: 'Parts of the page look as if they had been changed after it was made.',
    checks: [
      'Zoom to the marked areas: font, baseline, sharpness, background.',
      'See whether name, address, date or amount stand there.',
      'Read program and dates of the file.',
    ],
    target: { media: page, fields: ['documentMetadata'] },
  },
  UNSUPPORTED_DOCUMENT_LANGUAGE: {
    title: 'Proof of address in an unsupported language',
    meaning: 'The page is in a language that is not read by the check.',
    checks: ['Ask a colleague who reads it.', 'Ask for another document otherwise.'],
    target: { media: page, fields: ['documentLanguage'] },
  },
  ISSUER_NOT_IDENTIFIED: {
    title: 'Unknown issuer of the proof of address',
    meaning: 'Who issued the document could not be found out.',
    checks: ['Look for a logo, a letterhead or a tax number.', 'See whether that issuer exists and serves that place.'],
    target: { media: page, fields: ['issuer'] },
  },
  POA_DOCUMENT_NOT_SUPPORTED_FOR_APPLICATION: {
    title: 'Proof of address of a kind that is not accepted',
    meaning: 'The document is a proof of address, but not one that this workflow takes.',
    checks: ['See which kind and country were recognised.', 'Ask for one of the accepted kinds if that is right.'],
    target: { media: page, fields: ['documentType', 'issuingState'] },
  },
  UNPARSABLE_OR_INVALID_ADDRESS: {
    title: 'Address that cannot be placed',
    meaning: 'The address was read, but cannot be taken apart or found.',
    checks: ['Read the address on the page and mend reading errors.', 'See whether it is a box number or a forwarding service.'],
    target: { media: page, fields: ['poaAddress'] },
  },
  POA_MAX_ATTEMPTS_EXCEEDED: {
    title: 'All tries used for the proof of address',
    meaning: 'The person handed in as many documents as the workflow allows, and none passed.',
    checks: ['Go through each file: were they refused for one and the same reason?', 'Judge the best of them yourself.'],
    target: { media: page, fields: ['documentType', 'extraFiles'] },
  },
  POOR_DOCUMENT_QUALITY: {
    title: 'Poor picture of the proof of address',
    meaning: 'The page is too blurred, dark or cut to be read well.',
    checks: ['See whether name, address and date can be read by eye.', 'Ask for a new picture if one of them cannot.'],
    target: { media: page, fields: ['documentFile'] },
  },
}
