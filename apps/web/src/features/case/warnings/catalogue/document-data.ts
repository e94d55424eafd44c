import type { RiskFamily } from './risk-entry.types.ts'

/** Identity documents: what was read from them and how it agrees. */
export const documentData: RiskFamily = {
  DOCUMENT_EXPIRED: {
    title: 'Expired document',
    meaning: 'The date until which the document is valid had passed when it was captured.',
    checks: [
      'Read the date on the picture: a misread day or month is common.',
      'See whether the country prolonged documents of this kind.',
      'Ask for a current document if the date is right.',
    ],
    target: { media: ['front', 'back'], fields: ['expirationDate'] },
  },
  MINIMUM_AGE_NOT_MET: {
    title: 'Age under the minimum',
    meaning: 'The birth date on the document makes the person younger than this workflow allows.',
    checks: ['Read the birth date on the picture.', 'Set it beside the chip and the form.'],
    target: { media: ['front'], fields: ['dateOfBirth'] },
  },
  AGE_BELOW_MINIMUM: {
    title: 'Document age under the minimum',
    meaning: 'The step that checks age reads the document as belonging to somebody too young for this workflow.',
    checks: ['Read the birth date on the picture.', 'See whether day and month were swapped.'],
    target: { media: ['front'], fields: ['dateOfBirth'] },
  },
  AGE_NOT_DETECTED: {
    title: 'Unreadable age on the document',
    meaning: 'No birth date could be read, so the age of the person is not known.',
    checks: ['Look for the birth date on both sides.', 'Ask for a sharper picture if it cannot be read.'],
    target: { media: ['front', 'back'], fields: ['dateOfBirth'] },
  },
  MRZ_NOT_DETECTED: {
    title: 'No machine-readable lines found',
    meaning: 'A document of this kind should carry lines for machines at its foot or on its back, and none were read.',
    checks: ['See whether the lines are cut off, covered or in glare.', 'See whether this edition has such lines at all.'],
    target: { media: ['back', 'front'], fields: ['mrz'] },
  },
  MRZ_VALIDATION_FAILED: {
    title: 'Failed check digits in the machine-readable lines',
    meaning: 'The lines were read, but their check digits do not add up. A misread character does this, and so does an altered one.',
    checks: [
      'Compare the lines with the picture, character by character.',
      'Mind O and 0, I and 1, B and 8.',
      'See whether number, birth date and expiry agree with the printed ones.',
    ],
    target: { media: ['back', 'front'], fields: ['mrz', 'documentNumber'] },
  },
  MRZ_AND_DATA_EXTRACTED_FROM_OCR_NOT_SAME: {
    title: 'Difference between machine-readable lines and print',
    meaning: 'What the lines for machines say is not what was read from the face of the document.',
    checks: [
      'Find the field that differs.',
      'Allow for transliteration and for names cut to fit the lines.',
      'A differing number or birth date is not a matter of spelling.',
    ],
    target: { media: ['front', 'back'], fields: ['mrz', 'documentNumber', 'dateOfBirth'] },
  },
  DATA_INCONSISTENT: {
    title: 'Contradiction within the document',
    meaning: 'Parts of the document that should say the same do not agree with each other.',
    checks: ['Compare both sides and the machine-readable lines field by field.', 'Look at the print of the field that stands out.'],
    target: { media: ['front', 'back'], fields: ['documentNumber', 'dateOfBirth', 'expirationDate', 'mrz'] },
  },
  DOCUMENT_SIDES_MISMATCH: {
    title: 'Mismatch between front and back',
    meaning: 'The two sides do not seem to belong to one document.',
    checks: ['Compare the number and name on both sides.', 'See whether both show the same edition of the card.'],
    target: { media: ['back', 'front'], fields: ['documentNumber'] },
  },
  ID_VERIFICATION_DATA_MISMATCH_BETWEEN_DOCUMENTS: {
    title: 'Mismatch between two documents of this session',
    meaning: 'The person showed more than one document, and what they say about the person differs.',
    checks: ['Compare name and birth date of both runs.', 'A changed family name may be explained by marriage; a birth date hardly.'],
    target: { media: ['front'], fields: ['firstName', 'lastName', 'dateOfBirth'] },
  },
  DOCUMENT_NAME_DIFFERENT_FROM_OTHER_APPROVED_DOCUMENTS: {
    title: 'Name differing from an approved document',
    meaning: 'An earlier session of this user was approved with another name.',
    checks: ['Open the earlier session and compare the faces.', 'Look for a change of name, by marriage or by deed.'],
    target: { media: ['front'], fields: ['firstName', 'lastName', 'matches'] },
  },
  INVALID_DATE: {
    title: 'Impossible date on the document',
    meaning: 'A date that was read does not exist or cannot be right.',
    checks: ['Find the date that is marked below and read it on the picture.', 'See whether another calendar is in use.'],
    target: { media: ['front', 'back'], fields: ['dateOfBirth', 'dateOfIssue', 'expirationDate'] },
  },
  DOCUMENT_NUMBER_NOT_DETECTED: {
    title: 'No document number read',
    meaning: 'The number of the document could not be found in the pictures.',
    checks: ['Read the number yourself on both sides.', 'Look whether a finger or glare covers it.'],
    target: { media: ['front', 'back'], fields: ['documentNumber'] },
  },
  NAME_NOT_DETECTED: {
    title: 'No name read',
    meaning: 'The name of the person could not be found in the pictures.',
    checks: ['Read the name yourself.', 'Correct the data if it is plain to see.'],
    target: { media: ['front', 'back'], fields: ['firstName', 'lastName'] },
  },
  DATE_OF_BIRTH_NOT_DETECTED: {
    title: 'No birth date read',
    meaning: 'The birth date could not be found in the pictures, so neither age nor lists could be checked well.',
    checks: ['Read the date on both sides.', 'Take it from the machine-readable lines or the chip if it is there.'],
    target: { media: ['front', 'back'], fields: ['dateOfBirth'] },
  },
  EXPIRATION_DATE_NOT_DETECTED: {
    title: 'No expiry date read',
    meaning: 'The date until which the document is valid could not be found.',
    checks: ['Look for it on both sides.', 'See whether documents of this kind are issued without one.'],
    target: { media: ['front', 'back'], fields: ['expirationDate'] },
  },
  DOCUMENT_NUMBER_FORMAT_MISMATCH: {
    title: 'Unusual form of the document number',
    meaning: 'The number does not have the length or the pattern that this country uses for this document.',
    checks: ['Compare the number with the picture.', 'Look for a character too many or too few.'],
    target: { media: ['front', 'back'], fields: ['documentNumber'] },
  },
  PERSONAL_NUMBER_FORMAT_MISMATCH: {
    title: 'Unusual form of the personal number',
    meaning: 'The personal number does not have the pattern or the check digit that this country uses.',
    checks: ['Compare the number with the picture.', 'See whether it contains the birth date, and whether that one agrees.'],
    target: { media: ['front', 'back'], fields: ['personalNumber'] },
  },
  UNPARSED_ADDRESS: {
    title: 'Address not taken apart',
    meaning: 'The address on the document was read, but street, town and postcode could not be told apart.',
    checks: ['Read the address on the picture.', 'Compare it with the form or the proof of address by eye.'],
    target: { media: ['back', 'front'], fields: ['address'] },
  },
  FULL_NAME_MISMATCH_WITH_PROVIDED: {
    title: 'Name differing from the form',
    meaning: 'The name on the document is not the one that was given beforehand.',
    checks: [
      'Find which part differs and whether it is only spelling or transliteration.',
      'Look for a second given name, a maiden name or a swapped order.',
      'Birth date and face should still be those of one person.',
    ],
    target: { media: ['front'], fields: ['firstName', 'lastName', 'fullName'] },
  },
  DOB_MISMATCH_WITH_PROVIDED: {
    title: 'Birth date differing from the form',
    meaning: 'The birth date on the document is not the one that was given beforehand.',
    checks: ['Read the date on the picture.', 'See whether day and month are swapped or one digit is off.'],
    target: { media: ['front'], fields: ['dateOfBirth'] },
  },
  GENDER_MISMATCH_WITH_PROVIDED: {
    title: 'Sex differing from the form',
    meaning: 'The sex on the document is not the one that was given beforehand.',
    checks: ['Read the field on the picture.', 'Allow for a slip in the form and for a changed entry.'],
    target: { media: ['front'], fields: ['gender'] },
  },
  NATIONALITY_MISMATCH_WITH_PROVIDED: {
    title: 'Nationality differing from the form',
    meaning: 'The nationality on the document is not the one that was given beforehand.',
    checks: ['Read the field on the picture.', 'Think of two nationalities, or of a residence permit that names another country.'],
    target: { media: ['front'], fields: ['nationality'] },
  },
  COUNTRY_MISMATCH_WITH_PROVIDED: {
    title: 'Country differing from the form',
    meaning: 'The document was issued by another country than the one that was given beforehand.',
    checks: ['Read who issued the document.', 'See whether the form asked for residence rather than for the issuing country.'],
    target: { media: ['front'], fields: ['issuingState'] },
  },
  DOCUMENT_COUNTRY_MISMATCH: {
    title: 'Issuing country differing from the expected one',
    meaning: 'An older name for the same remark: the document comes from another country than expected.',
    checks: ['Read who issued the document.', 'Compare with the country on the form.'],
    target: { media: ['front'], fields: ['issuingState'] },
  },
  IDENTIFICATION_NUMBER_MISMATCH_WITH_PROVIDED: {
    title: 'Identification number differing from the form',
    meaning: 'The personal or document number is not the one that was given beforehand.',
    checks: ['Compare both numbers digit by digit.', 'See whether the form holds another kind of number, for example for tax.'],
    target: { media: ['front', 'back'], fields: ['personalNumber', 'documentNumber'] },
  },
}
