import type { RiskFamily } from './risk-entry.types.ts'

const file = ['file'] as const

/** Documents of any kind that were handed in and read. */
export const documentAi: RiskFamily = {
  DOCUMENT_AI_SUSPECTED_MANIPULATION: {
    title: 'Signs of editing in a document',
    meaning: 'Parts of the file look as if they had been changed after it was made.',
    checks: ['Zoom to the marked areas: font, baseline, background.', 'Read program and dates of the file.'],
    target: { media: file, fields: ['items', 'documentMetadata'] },
  },
  DOCUMENT_AI_NAME_MISMATCH: {
    title: 'Different name on a document',
    meaning: 'The document names somebody else than the person of this session.',
    checks: ['Compare both names, letter by letter.', 'See whether the document is about the person at all.'],
    target: { media: file, fields: ['items'] },
  },
  DOCUMENT_AI_UNREADABLE_DOCUMENT: {
    title: 'Unreadable document',
    meaning: 'Nothing useful could be read from the file.',
    checks: ['Open the file: is it blurred, empty or locked?', 'Read it by eye, or ask for it again.'],
    target: { media: file, fields: ['items'] },
  },
  DOCUMENT_AI_MISSING_REQUIRED_FIELDS: {
    title: 'Required field missing in a document',
    meaning: 'At least one field that this workflow needs was not found.',
    checks: ['See which field is missing in the details.', 'Look for it on every page.'],
    target: { media: file, fields: ['items'] },
  },
  DOCUMENT_AI_UNSUPPORTED_FILE: {
    title: 'File of an unsupported kind',
    meaning: 'The file is of a kind that cannot be read by the check.',
    checks: ['Open the file and judge it by eye.', 'Ask for a picture or a PDF if it does not open.'],
    target: { media: file, fields: ['items'] },
  },
}

/** What the company registry says. */
export const registry: RiskFamily = {
  KYB_COUNTRY_RESTRICTED: {
    title: 'Company in a restricted country',
    meaning: 'The company is registered in a country that this workflow does not allow.',
    checks: ['Read the country of registration.', 'Compare with your own list of countries.'],
    target: { fields: ['countryCode', 'registeredAddress'] },
  },
  KYB_OFFICERS_DATA_NOT_FOUND: {
    title: 'No officers in the registry',
    meaning: 'The registry names nobody who acts for the company.',
    checks: ['Look for officers among the people that the company named.', 'Ask for a registry extract or articles.'],
    target: { media: file, fields: ['officers'] },
  },
  KYB_OWNERSHIP_DATA_NOT_FOUND: {
    title: 'No owners in the registry',
    meaning: 'The registry does not say who owns the company.',
    checks: ['Look for owners among the people that the company named.', 'Ask for a shareholder list.'],
    target: { media: file, fields: ['ownershipStructure', 'beneficialOwners'] },
  },
  KYB_BENEFICIAL_OWNERSHIP_NOT_DERIVABLE: {
    title: 'Beneficial owners not worked out',
    meaning: 'The chain of ownership does not lead to people with shares that can be added up.',
    checks: [
      'Follow the tree to where it ends.',
      'See whether a fund, a trust or a foreign holding breaks the chain.',
      'Ask for a chart that was signed.',
    ],
    target: { media: file, fields: ['beneficialOwners', 'ownershipStructure'] },
  },
  KYB_COMPANY_NOT_ACTIVE: {
    title: 'Inactive company',
    meaning: 'The registry lists the company as dissolved, struck off, in liquidation or otherwise not active.',
    checks: ['Read the state in the registry and its date.', 'See whether the number belongs to this very company.'],
    target: { fields: ['registryStatus', 'registrationNumber'] },
  },
  KYB_COMPANY_NOT_FROM_REGISTRY: {
    title: 'Company data typed in by hand',
    meaning: 'The company was not found in a registry; its data are what the applicant wrote.',
    checks: ['Look the company up in its registry by name and number.', 'Compare with the documents that were handed in.'],
    target: { media: file, fields: ['isFromRegistry', 'registrationNumber'] },
  },
}

/** Documents of a company. */
export const companyDocuments: RiskFamily = {
  KYB_DOCUMENT_MISSING_REQUIRED_FIELD: {
    title: 'Required field missing in a company document',
    meaning: 'A field that this kind of document should have was not found.',
    checks: ['See which field is missing in the details.', 'Look for it on every page.'],
    target: { media: file, fields: ['items'] },
  },
  KYB_DOCUMENT_NAME_MISMATCH: {
    title: 'Different company name on a document',
    meaning: 'The document names another company than the registry.',
    checks: ['Compare both names with their legal form.', 'Look for a former or a trading name.'],
    target: { media: file, fields: ['items', 'crossCheckResult'] },
  },
  KYB_DOCUMENT_REG_NUMBER_MISMATCH: {
    title: 'Different registration number on a document',
    meaning: 'The number on the document is not the one in the registry.',
    checks: ['Compare both numbers digit by digit.', 'See whether it is a tax or branch number.'],
    target: { media: file, fields: ['items', 'crossCheckResult'] },
  },
  KYB_DOCUMENT_INCORPORATION_DATE_MISMATCH: {
    title: 'Different founding date on a document',
    meaning: 'The founding date on the document is not the one in the registry.',
    checks: ['Read the date on the page.', 'See whether one is the day of signing and the other that of entry.'],
    target: { media: file, fields: ['items', 'crossCheckResult'] },
  },
  KYB_DOCUMENT_ADDRESS_MISMATCH: {
    title: 'Different company address on a document',
    meaning: 'The address on the document is not the one in the registry.',
    checks: ['See which of them is newer.', 'See whether one is the seat and the other an office.'],
    target: { media: file, fields: ['items', 'crossCheckResult'] },
  },
  KYB_CROSS_DOCUMENT_MISMATCH: {
    title: 'Contradiction between company documents',
    meaning: 'Two documents of the company do not agree with each other.',
    checks: ['Find the field and the two documents.', 'See which of them is newer or more official.'],
    target: { media: file, fields: ['crossCheckResult', 'items'] },
  },
  KYB_DOCUMENT_SUSPECTED_MANIPULATION: {
    title: 'Signs of editing in a company document',
    meaning: 'Parts of the page look as if they had been changed after it was made.',
    checks: ['Zoom to the marked areas: font, baseline, background.', 'See whether names, shares or dates stand there.'],
    target: { media: file, fields: ['documentMetadata', 'items'] },
  },
  KYB_DOCUMENT_UNPROVEN_TEXT_REPLACEMENT: {
    title: 'Text in another font in a company document',
    meaning: 'Some text was written anew in a different font. That alone does not prove a change of content.',
    checks: ['See which words they are.', 'Forms that were filled in on a computer look like this too.'],
    target: { media: file, fields: ['documentMetadata', 'items'] },
  },
}
