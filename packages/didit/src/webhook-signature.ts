import { createHmac, timingSafeEqual } from 'node:crypto'

export interface VerifyDiditWebhook {
  /** The body exactly as it came, before any parsing. */
  rawBody: Uint8Array
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The destination's `secret_shared_key`s, newest first. */
  secrets: readonly string[]
  /** Milliseconds since 1970. */
  now: number
}

export type WebhookVerdict =
  | {
      ok: true
      how: 'raw' | 'v2' | 'simple'
      /** False for `simple`: it signs four values only, so use the event merely as a hint to read again. */
      trusted: boolean
      secretIndex: number
      /** A `-Previous` signature fitted: Didit already has a newer secret than any of these. */
      rotated?: true
    }
  | { ok: false; why: 'no-secret' | 'too-large' | 'bad-body' | 'no-signature' | 'bad-signature' | 'stale' }

const MAX_BYTES = 10 * 1024 * 1024
const FRESH_SECONDS = 300

const schemes = [
  ['raw', 'x-signature'],
  ['v2', 'x-signature-v2'],
  ['simple', 'x-signature-simple'],
] as const

const readHeader = (headers: VerifyDiditWebhook['headers'], name: string): string | undefined => {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return typeof value === 'string' ? value : value?.[0]
  }
  return undefined
}

/**
 * The text that V2 signs: the same JSON with non-ASCII written out. Only escapes from U+007F are undone; rebuilding it
 * from the parsed value would lose float spelling, big integers and key order.
 */
const unescaped = (raw: string): string =>
  raw.replaceAll(/\\(?:u([0-9a-f]{4})|.)/gs, (whole, hex: string | undefined) => {
    const code = hex === undefined ? 0 : Number.parseInt(hex, 16)
    return code >= 0x7f ? String.fromCharCode(code) : whole
  })

/** Python's `str()` of a JSON value; undefined where it has no short form that we could rebuild. */
const pythonText = (value: unknown): string | undefined => {
  if (value === undefined) return ''
  if (value === null) return 'None'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined
}

const simpleText = (body: Record<string, unknown>): string | undefined => {
  const parts = ['timestamp', 'session_id', 'status', 'webhook_type'].map((key) => pythonText(body[key]))
  return parts.includes(undefined) ? undefined : parts.join(':')
}

const matches = (secret: string, signed: Uint8Array | string, signature: string): boolean => {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false
  return timingSafeEqual(createHmac('sha256', secret).update(signed).digest(), Buffer.from(signature, 'hex'))
}

const readBody = (rawBody: Uint8Array): { text: string; body: Record<string, unknown> } | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody)
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    return { text, body: Object.assign(Object.create(null), parsed) }
  } catch {
    return undefined
  }
}

/** Seconds. The header is not signed, so it only stands in for a body that has no timestamp. */
const readTimestamp = (body: Record<string, unknown>, header: string | undefined): number => {
  const value = body['timestamp'] ?? header
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
}

/**
 * Checks that a delivery comes from Didit and is fresh (300 s either way). Takes the best signature that fits any of
 * the secrets, `-Previous` headers of a rotation included. Never throws.
 */
export const verifyDiditWebhook = ({ rawBody, headers, secrets, now }: VerifyDiditWebhook): WebhookVerdict => {
  const usable = secrets.some((secret) => secret !== '')
  if (!usable) return { ok: false, why: 'no-secret' }
  if (rawBody.byteLength > MAX_BYTES) return { ok: false, why: 'too-large' }
  const read = readBody(rawBody)
  if (!read) return { ok: false, why: 'bad-body' }
  const signed = { raw: rawBody, v2: unescaped(read.text), simple: simpleText(read.body) }
  let seen = false
  for (const [how, name] of schemes) {
    const text = signed[how]
    const signatures = [readHeader(headers, name), readHeader(headers, `${name}-previous`)]
    for (const [age, signature] of signatures.entries()) {
      if (signature === undefined) continue
      seen = true
      if (text === undefined) continue
      const secretIndex = secrets.findIndex((secret) => secret !== '' && matches(secret, text, signature))
      if (secretIndex < 0) continue
      const off = Math.abs(now / 1000 - readTimestamp(read.body, readHeader(headers, 'x-timestamp')))
      if (!(off <= FRESH_SECONDS)) return { ok: false, why: 'stale' }
      return { ok: true, how, trusted: how !== 'simple', secretIndex, ...(age === 1 ? { rotated: true } : {}) }
    }
  }
  return { ok: false, why: seen ? 'bad-signature' : 'no-signature' }
}
