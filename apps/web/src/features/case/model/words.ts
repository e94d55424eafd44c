import { words } from '../../../lib/format.ts'
import { wordTable } from '../../../lib/word-table.ts'

const acronyms = /\b(?:dl|id|ip|mrz|nfc|aml|pep|sip|sie|vpn|url|uuid|sod|dg|qr|ocr|kyc|kyb|isp|os|vat|ubo|pdf|iban|bic|poa)\b/giu

/** A field name or code as a label, with acronyms in capitals: "isVpnOrTor" becomes "Is VPN or tor". */
export function wordsOf(key: string): string {
  return words(key).replace(acronyms, (word) => word.toUpperCase()) || 'Unnamed'
}

/** A score of upstream's on its 0–100 scale; anything that is no number is null. */
export function scaled(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, 0), 100) : null
}

const papers = wordTable<string>({
  "Driver's License": 'Driving licence',
  'Identity Card': 'Identity card',
  'Residence Permit': 'Residence permit',
  'Health Insurance Card': 'Health insurance card',
})

/** A kind of document as we write it; an unknown one as Didit does. */
export function documentWord(kind: string): string {
  return papers[kind] ?? kind
}

const methods = wordTable<string>({ PASSIVE: 'Passive', ACTIVE_3D: 'Active', FLASHING: 'Flashing' })

/** How somebody was found to be alive, in a word. */
export function livenessWay(method: string): string {
  return methods[method] ?? wordsOf(method)
}
