import PdfFile from 'pdfkit'
import { blocks, isObject } from './decisions/draft.ts'
import { FONT_FILES } from './pictures/canvas.ts'
import { collectPdf } from './pictures/pdf.bytes.ts'
import { ReportPen } from './report.pen.ts'
import type { Json, JsonObject, MediaFile } from './types.ts'

export interface ReportInput {
  decision: JsonObject
  reviews: JsonObject[]
  media(key: string): Promise<MediaFile | undefined>
  /** Differs at every call, printed on each page and kept as the document's subject, so that no two reports are the same bytes. */
  stamp: string
  applicationName: string
}

const PICTURES: readonly (readonly [array: string, field: string, caption: string])[] = [
  ['id_verifications', 'portrait_image', 'Portrait'],
  ['id_verifications', 'front_image', 'Document, front'],
  ['id_verifications', 'back_image', 'Document, back'],
  ['liveness_checks', 'reference_image', 'Liveness'],
  ['poa_verifications', 'document_file', 'Proof of address'],
]

const SECTIONS: readonly (readonly [array: string, title: string])[] = [
  ['registry_checks', 'Company register'],
  ['document_verifications', 'Company documents'],
  ['key_people_checks', 'Key people'],
  ['id_verifications', 'Identity document'],
  ['nfc_verifications', 'Chip'],
  ['liveness_checks', 'Liveness'],
  ['face_matches', 'Face match'],
  ['poa_verifications', 'Proof of address'],
  ['document_ai_documents', 'Further documents'],
  ['database_validations', 'Registers'],
  ['aml_screenings', 'Watch lists'],
  ['phone_verifications', 'Telephone'],
  ['email_verifications', 'E-mail'],
  ['ip_analyses', 'Device and location'],
  ['questionnaire_responses', 'Questionnaire'],
]

/** Writes the session report: pictures, data tables, warnings and timeline, on several pages. Missing pictures are named as missing. */
export async function renderReport(input: ReportInput): Promise<Uint8Array> {
  const { decision, stamp } = input
  const pdf = new PdfFile({
    size: 'A4',
    margins: { top: 64, bottom: 56, left: 48, right: 48 },
    bufferPages: true,
    info: {
      Title: `Session ${plain(decision['session_id'])}`,
      Subject: stamp,
      Author: input.applicationName,
      Producer: 'Specimen reports',
    },
  })
  const bytes = collectPdf(pdf)
  pdf.registerFont('text', FONT_FILES.regular).registerFont('strong', FONT_FILES.bold).registerFont('wide', FONT_FILES.wide)
  const pen = new ReportPen(pdf)

  pen.title('Verification report', titleOf(decision))
  pen.table([
    ['Session', plain(decision['session_id'])],
    ['Number', plain(decision['session_number'])],
    ['Status', plain(decision['status'])],
    ['Created', plain(decision['created_at'])],
    ['Workflow', plain(decision['workflow_id'])],
    ['Customer reference', plain(decision['vendor_data'])],
    ['Features', Array.isArray(decision['features']) ? decision['features'].map(plain).join(', ') : '—'],
  ])
  await pictures(pen, input)
  warnings(pen, decision)
  for (const [array, title] of SECTIONS) {
    for (const item of blocks(decision, array)) {
      pen.heading(`${title} · ${plain(item['status'])}`)
      pen.table(rowsOf(item))
    }
  }
  timeline(pen, input)
  pen.footers(`${input.applicationName} · ${stamp}`)
  pdf.end()
  return bytes
}

async function pictures(pen: ReportPen, input: ReportInput): Promise<void> {
  const shown: { caption: string; bytes: Uint8Array | undefined }[] = []
  for (const [array, field, caption] of PICTURES) {
    const key = blocks(input.decision, array)[0]?.[field]
    if (typeof key !== 'string') continue
    const file = await input.media(key)
    shown.push({ caption, bytes: file?.contentType === 'image/png' || file?.contentType === 'image/jpeg' ? file.bytes : undefined })
  }
  if (shown.length === 0) return
  pen.heading('Pictures')
  pen.pictures(shown)
}

function warnings(pen: ReportPen, decision: JsonObject): void {
  const found = Object.keys(decision)
    .flatMap((array) => blocks(decision, array))
    .flatMap((item) => {
      const list = item['warnings']
      return Array.isArray(list) ? list.filter(isObject) : []
    })
  pen.heading(`Warnings (${found.length})`)
  if (found.length === 0) pen.line('None.')
  for (const warning of found) {
    pen.line(`${plain(warning['short_description'])} (${plain(warning['log_type'])})`, true)
    pen.line(`${plain(warning['risk'])}: ${plain(warning['long_description'])}`)
  }
}

function timeline(pen: ReportPen, input: ReportInput): void {
  pen.heading('Timeline')
  pen.table([
    [plain(input.decision['created_at']), 'Session created'],
    ...input.reviews.map((entry): [string, string] => {
      const change =
        entry['new_status'] === null ? plain(entry['activity_type']) : `${plain(entry['previous_status'])} to ${plain(entry['new_status'])}`
      const comment = typeof entry['comment'] === 'string' ? `: ${entry['comment']}` : ''
      return [plain(entry['created_at']), `${plain(entry['actor_display'] ?? entry['user'])}, ${change}${comment}`]
    }),
  ])
}

function titleOf(decision: JsonObject): string {
  const name = blocks(decision, 'id_verifications')[0]?.['full_name']
  const company = blocks(decision, 'registry_checks')[0]?.['company']
  if (typeof name === 'string') return name
  return isObject(company) ? plain(company['company_name']) : 'Nothing read yet'
}

/** Fields of a block that fit a table: plain values, and the plain values of objects one level down. */
function rowsOf(item: JsonObject): [string, string][] {
  const rows: [string, string][] = []
  for (const [key, value] of Object.entries(item)) {
    if (key === 'warnings' || key === 'status') continue
    if (isObject(value)) {
      for (const [inner, deep] of Object.entries(value)) if (isPlain(deep)) rows.push([`${words(key)}, ${words(inner)}`, plain(deep)])
    } else if (Array.isArray(value))
      rows.push([words(key), value.every(isPlain) ? value.map(plain).join(', ') || '—' : `${value.length} entries`])
    else if (!(typeof value === 'string' && /^(https?:|media:)/.test(value))) rows.push([words(key), plain(value)])
  }
  return rows
}

function isPlain(value: Json | undefined): boolean {
  return typeof value !== 'object' || value === null
}

function words(key: string): string {
  const text = key.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function plain(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
