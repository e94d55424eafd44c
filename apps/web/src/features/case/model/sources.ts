import type { RunOf, SessionDetail } from '@verdict/contract/case'
import { type Agreement, compareCountries, compareDays, compareNumbers, compareSexes, compareTexts, worstOf } from './compare-values.ts'
import type { DayRule } from './day.ts'
import { type Fields, fieldsOf, firstText } from './json-shape.ts'

type Compare = (one: string, two: string) => Agreement

interface FieldPlan {
  key: string
  label: string
  document: readonly string[]
  form: readonly string[]
  chip: readonly string[]
  compare: Compare
  /** Shown even when nobody has it. */
  always?: boolean
  day?: DayRule
}

const plans: readonly FieldPlan[] = [
  {
    key: 'firstName',
    label: 'Given names',
    document: ['firstName'],
    form: ['firstName'],
    chip: ['firstName'],
    compare: compareTexts,
    always: true,
  },
  {
    key: 'lastName',
    label: 'Family name',
    document: ['lastName'],
    form: ['lastName'],
    chip: ['lastName'],
    compare: compareTexts,
    always: true,
  },
  { key: 'fullName', label: 'Full name', document: ['fullName'], form: ['fullName'], chip: ['fullName'], compare: compareTexts },
  {
    key: 'dateOfBirth',
    label: 'Date of birth',
    document: ['dateOfBirth'],
    form: ['dateOfBirth'],
    chip: ['birthDate', 'dateOfBirth'],
    compare: compareDays,
    always: true,
    day: 'birth',
  },
  { key: 'gender', label: 'Sex', document: ['gender'], form: ['gender'], chip: ['gender'], compare: compareSexes },
  {
    key: 'nationality',
    label: 'Nationality',
    document: ['nationality'],
    form: ['nationality'],
    chip: ['nationality'],
    compare: compareCountries,
  },
  {
    key: 'documentNumber',
    label: 'Document no.',
    document: ['documentNumber'],
    form: ['documentNumber'],
    chip: ['documentNumber'],
    compare: compareNumbers,
    always: true,
  },
  {
    key: 'personalNumber',
    label: 'Personal no.',
    document: ['personalNumber'],
    form: ['identificationNumber'],
    chip: ['personalNumber'],
    compare: compareNumbers,
  },
  {
    key: 'expirationDate',
    label: 'Valid until',
    document: ['expirationDate'],
    form: [],
    chip: ['expirationDate'],
    compare: compareDays,
    always: true,
    day: 'validUntil',
  },
  { key: 'dateOfIssue', label: 'Issued', document: ['dateOfIssue'], form: [], chip: [], compare: compareDays, day: 'past' },
  {
    key: 'issuingState',
    label: 'Issuing state',
    document: ['issuingState'],
    form: ['idCountry', 'country'],
    chip: ['issuingCountry'],
    compare: compareCountries,
  },
  { key: 'placeOfBirth', label: 'Place of birth', document: ['placeOfBirth'], form: [], chip: ['placeOfBirth'], compare: compareTexts },
  { key: 'maritalStatus', label: 'Marital status', document: ['maritalStatus'], form: [], chip: [], compare: compareTexts },
  {
    key: 'address',
    label: 'Address',
    document: ['formattedAddress', 'address'],
    form: ['address'],
    chip: ['address'],
    compare: compareTexts,
  },
]

export interface ComparedField {
  key: string
  label: string
  document: string | null
  form: string | null
  chip: string | null
  /** Null when fewer than two sources have it. */
  agreement: Agreement | null
  formAgreement: Agreement | null
  chipAgreement: Agreement | null
  day: DayRule | null
  /** The same in other letters, as the document has it beside. */
  variant: string | null
}

export interface Sources {
  document: Fields
  form: Fields | null
  chip: Fields | null
}

const variantEndings = ['latin', 'non_latin', 'native', 'local', 'original'] as const

/** What the document says again in other letters: upstream keeps it among the further fields. */
function variantOf(document: Fields, key: string): string | null {
  const extra = fieldsOf(document['extraFields'])
  const snake = key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
  return firstText(extra, ...variantEndings.map((ending) => `${snake}_${ending}`))
}

/** Keys of the further fields that stand beside the fields that they repeat. */
export function isVariant(key: string, extra: Fields): boolean {
  return variantEndings.some((ending) => {
    if (!key.endsWith(`_${ending}`)) return false
    const base = key.slice(0, -ending.length - 1).replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())
    // A whole name says nothing more where both its parts stand there in the same letters.
    if (base === 'fullName') return ['first_name', 'last_name'].every((part) => firstText(extra, `${part}_${ending}`) !== null)
    return plans.some((plan) => plan.key === base)
  })
}

/** Another script is no answer: where the document repeats the value in these letters, that one is compared. */
function compareWith(plan: FieldPlan, base: string, variant: string | null, said: string): Agreement {
  const found = plan.compare(base, said)
  return found === 'otherScript' && variant !== null ? plan.compare(variant, said) : found
}

/** The fields of a document beside what the form said and what the chip holds. */
export function compareSources({ document, form, chip }: Sources): ComparedField[] {
  return plans.flatMap((plan) => {
    const own = firstText(document, ...plan.document)
    const said = form ? firstText(form, ...plan.form) : null
    const stored = chip ? firstText(chip, ...plan.chip) : null
    if (plan.key === 'fullName' && (firstText(document, 'firstName') ?? firstText(document, 'lastName')) !== null && said === null)
      return []
    if (own === null && said === null && stored === null && !plan.always) return []
    const base = own ?? stored
    const variant = variantOf(document, plan.key)
    const formAgreement = said !== null && base !== null ? compareWith(plan, base, own === null ? null : variant, said) : null
    const chipAgreement = own !== null && stored !== null ? compareWith(plan, own, variant, stored) : null
    const found = [formAgreement, chipAgreement].filter((agreement) => agreement !== null)
    return [
      {
        key: plan.key,
        label: plan.label,
        document: own,
        form: said,
        chip: stored,
        formAgreement,
        chipAgreement,
        agreement: found.length > 0 ? worstOf(found) : null,
        day: plan.day ?? null,
        variant,
      },
    ]
  })
}

/** The keys of identity document data that the comparison shows. */
export const comparedKeys: readonly string[] = [...new Set(plans.flatMap((plan) => plan.document))]

/** The chip that was read for this document: by number, else the only one. */
export function chipOf(session: SessionDetail, run: RunOf<'identityDocument'>): Fields | null {
  const chips = session.sections.flatMap((section) =>
    section.runs.flatMap((other) => (other.kind === 'nfc' && other.data.chipData ? [other.data.chipData] : [])),
  )
  const documents = session.sections.flatMap((section) => section.runs.filter((other) => other.kind === 'identityDocument'))
  const number = run.data.documentNumber
  const same = chips.find(
    (chip) => number !== null && chip.documentNumber !== null && compareNumbers(chip.documentNumber, number) === 'same',
  )
  return same ?? (documents.length === 1 ? (chips[0] ?? null) : null)
}

export function formOf(session: SessionDetail): Fields | null {
  return session.expected === null ? null : fieldsOf(session.expected)
}
