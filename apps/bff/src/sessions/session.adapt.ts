import type { CaseWarning, SessionDetail } from '@verdict/contract/case'
import type { Json, JsonObject } from '@verdict/contract/json'
import type { MediaItem } from '@verdict/contract/media'
import type { SessionKind } from '@verdict/contract/session'
import type { JsonRecord } from './json-read.ts'
import { firstText, integerOf, isRecord, recordOf, textOf, withRaw } from './json-read.ts'
import { adaptSections } from './sections.adapt.ts'
import { mediaHosts, showValue } from './shown-value.ts'
import { adaptStatus } from './status.adapt.ts'
import { adaptWarnings } from './warnings.adapt.ts'

/** A case without what our own house adds: decision, actions, evidence. */
export type AdaptedSession = Omit<SessionDetail, 'evidenceHash' | 'asOf' | 'stale' | 'decision' | 'awaiting' | 'lease' | 'actions'>

const companyArrays = ['registry_checks', 'document_verifications', 'key_people_checks'] as const

function kindOf(wire: JsonRecord): SessionKind {
  const said = textOf(wire['session_kind'])
  if (said === 'business' || said === 'user') return said
  return companyArrays.some((key) => Array.isArray(wire[key])) ? 'business' : 'user'
}

/** First run of an array, as upstream sent it. */
function firstRun(wire: JsonRecord, key: string): JsonRecord {
  const list: unknown = wire[key]
  const first: unknown = Array.isArray(list) ? list.find(isRecord) : list
  return isRecord(first) ? withRaw(first) : {}
}

const joined = (first: unknown, last: unknown): string | null => {
  const parts = [textOf(first), textOf(last)].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

/** Who this is about: the document, else the chip, else what was expected, else the company. */
export function nameOf(wire: JsonRecord): string | null {
  const id = firstRun(wire, 'id_verifications')
  const chip = recordOf(firstRun(wire, 'nfc_verifications')['chip_data'])
  const expected = recordOf(wire['expected_details'])
  const company = recordOf(firstRun(wire, 'registry_checks')['company'])
  const screened = recordOf(firstRun(wire, 'aml_screenings')['screened_data'])
  const person =
    firstText(id['full_name']) ??
    joined(id['first_name'], id['last_name']) ??
    joined(chip['first_name'], chip['last_name']) ??
    joined(expected['first_name'], expected['last_name'])
  const firm = firstText(company['company_name'], expected['company_name'])
  return (kindOf(wire) === 'business' ? (firm ?? person) : (person ?? firm)) ?? firstText(screened['full_name'])
}

function countryOf(wire: JsonRecord): string | null {
  const company = recordOf(firstRun(wire, 'registry_checks')['company'])
  const expected = recordOf(wire['expected_details'])
  if (kindOf(wire) === 'business') return firstText(company['country_code'], expected['registry_country'])
  const id = firstRun(wire, 'id_verifications')
  const poa = firstRun(wire, 'poa_verifications')
  return firstText(id['issuing_state'], poa['issuing_state'], expected['id_country'], expected['country'])
}

function portraitOf(media: readonly MediaItem[]): string | null {
  for (const role of ['chipPortrait', 'portrait', 'selfie'] as const) {
    const found = media.find((item) => item.role === role)
    if (found) return found.ref
  }
  return null
}

function contactOf(wire: JsonRecord): SessionDetail['contact'] {
  if (!isRecord(wire['contact_details'])) return null
  const contact = withRaw(wire['contact_details'])
  return { email: textOf(contact['email']), phone: textOf(contact['phone']), language: textOf(contact['email_lang']) }
}

function expectedOf(wire: JsonRecord, hosts: ReadonlySet<string>): JsonObject | null {
  if (!isRecord(wire['expected_details'])) return null
  const shown = showValue('expected_details', wire['expected_details'], { hosts }).value
  return isRecord(shown) ? shown : null
}

function link(sections: AdaptedSession['sections'], warnings: readonly CaseWarning[]): void {
  for (const section of sections) {
    for (const run of section.runs) run.warningIds = warnings.filter((warning) => warning.runId === run.id).map(({ id }) => id)
  }
}

function uniqueMedia(media: readonly MediaItem[]): MediaItem[] {
  const first = new Map<string, MediaItem>()
  for (const item of media) if (!first.has(item.ref)) first.set(item.ref, item)
  return [...first.values()]
}

/**
 * A decision as people read it. Total: whatever JSON comes, something that can be shown goes out; nothing unknown is
 * lost, no secret and no link to a capture gets through.
 */
export function adaptSession(input: JsonRecord, workflowLabel: (id: string) => string | null): AdaptedSession {
  const before = adapted.get(input)
  const session = before ?? adapt(input)
  if (!before) adapted.set(input, session)
  return session.workflow === null ? session : { ...session, workflow: { ...session.workflow, label: workflowLabel(session.workflow.id) } }
}

/** A decision in memory is read by many; it never changes, so neither does what is made of it. */
const adapted = new WeakMap<JsonRecord, AdaptedSession>()

function adapt(input: JsonRecord): AdaptedSession {
  const wire = withRaw(input)
  const hosts = mediaHosts(wire)
  const { sections, media, warnings: sources, unknown } = adaptSections(wire, hosts)
  const warnings = adaptWarnings([...sources, { warnings: wire['warnings'], feature: 'other', runId: null, nodeId: null }], hosts)
  link(sections, warnings)
  const workflowId = textOf(wire['workflow_id'])
  const metadata: Json = showValue('metadata', wire['metadata'] ?? null, { hosts, free: true }).value
  const all = uniqueMedia(media)
  return {
    id: textOf(wire['session_id']) ?? '',
    kind: kindOf(wire),
    number: integerOf(wire['session_number']),
    status: adaptStatus(textOf(wire['status']) ?? 'Unknown'),
    environment: textOf(wire['environment']),
    name: nameOf(wire),
    country: countryOf(wire),
    documentType: textOf(firstRun(wire, 'id_verifications')['document_type']),
    vendorData: textOf(wire['vendor_data']),
    workflow: workflowId === null ? null : { id: workflowId, label: null },
    createdAt: textOf(wire['created_at']),
    expiresAt: textOf(wire['expires_at']),
    expected: expectedOf(wire, hosts),
    contact: contactOf(wire),
    metadata,
    portraitRef: portraitOf(all),
    media: all,
    sections,
    warnings,
    unknown,
  }
}
