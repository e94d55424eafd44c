import type { CaseWarning } from '@verdict/contract/case'
import { recordsOf, textOf } from '../sessions/json-read.ts'
import type { AdaptedSession } from '../sessions/session.adapt.ts'

/** One kind of check, all its runs together. */
export interface CheckFacts {
  runs: number
  /** Every run is approved and carries no warning. */
  clean: boolean
}

/** What identifies the applicant, as it stands in the evidence. */
export interface ApplicantFacts {
  names: readonly string[]
  lastNames: readonly string[]
  numbers: readonly string[]
  /** ISO days. */
  birthDays: readonly string[]
  addresses: readonly string[]
  contacts: readonly string[]
}

/** The evidence as rules about reasons and second people ask for it. */
export interface SessionFacts {
  status: string
  country: string | null
  warningCodes: readonly string[]
  /** Warnings that decline: nobody decides without having seen them. */
  mustSee: readonly CaseWarning[]
  hits: { all: number; confirmed: number }
  /** ISO days on which documents expire. */
  expires: readonly string[]
  check: (kind: string) => CheckFacts
  applicant: ApplicantFacts
}

type Run = AdaptedSession['sections'][number]['runs'][number]
type Data = Readonly<Record<string, unknown>>

const dataOf = (run: Run): Data => run.data
const texts = (sources: readonly Data[], ...keys: string[]): string[] => [
  ...new Set(sources.flatMap((data) => keys.flatMap((key) => textOf(data[key]) ?? []))),
]
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}/u.test(value)
const days = (values: readonly string[]) => values.filter(isDay).map((value) => value.slice(0, 10))

function applicantOf(session: AdaptedSession, runs: readonly Run[]): ApplicantFacts {
  const data = runs.filter(({ kind }) => kind !== 'aml').map(dataOf)
  const chips = runs.flatMap((run) => (run.kind === 'nfc' ? recordsOf([dataOf(run)['chipData']]) : []))
  const all = [...data, ...chips, ...recordsOf([session.expected])]
  const joined = all.flatMap((each) => {
    const parts = [textOf(each['firstName']), textOf(each['lastName'])].filter((part) => part !== null)
    return parts.length === 2 ? [parts.join(' ')] : []
  })
  return {
    names: [...new Set([...(session.name === null ? [] : [session.name]), ...texts(all, 'fullName'), ...joined])],
    lastNames: texts(all, 'lastName'),
    numbers: texts(all, 'documentNumber', 'personalNumber', 'idNumber'),
    birthDays: days(texts(all, 'dateOfBirth', 'birthDate')),
    addresses: texts(all, 'address', 'formattedAddress', 'poaAddress', 'poaFormattedAddress'),
    contacts: [session.contact?.email, session.contact?.phone, ...texts(all, 'email', 'fullNumber')].filter(
      (value) => value !== null && value !== undefined,
    ),
  }
}

/** Reads what the rules need out of a session. Pure. */
export function sessionFacts(session: AdaptedSession): SessionFacts {
  const runs = session.sections.flatMap((section) => section.runs)
  const hits = runs.flatMap((run) => (run.kind === 'aml' ? recordsOf(dataOf(run)['hits']) : []))
  const documents = runs.filter(({ kind }) => kind === 'identityDocument').map(dataOf)
  return {
    status: session.status,
    country: session.country,
    warningCodes: session.warnings.map(({ code }) => code),
    mustSee: session.warnings.filter(({ severity }) => severity === 'declines'),
    hits: { all: hits.length, confirmed: hits.filter((hit) => hit['reviewStatus'] === 'Confirmed Match').length },
    expires: days(texts(documents, 'expirationDate')),
    check: (kind) => {
      const own = runs.filter((run) => run.kind === kind)
      const warned = session.warnings.some((warning) => warning.feature === kind && warning.severity !== 'information')
      return { runs: own.length, clean: own.length > 0 && !warned && own.every(({ status }) => status === 'Approved') }
    },
    applicant: applicantOf(session, runs),
  }
}
