import { createHmac } from 'node:crypto'
import type { JsonObject } from '../world/types.ts'
import { wordAt } from '../json-value.ts'
import { pythonJson } from './python-json.ts'

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text, 'utf8').digest('hex')

/** Python's `str(data.get(key, ""))`: missing is empty, null is the word. */
function part(payload: JsonObject, key: string): string {
  const value = payload[key]
  if (value === undefined) return ''
  return value === null ? 'None' : wordAt(payload, key)
}

/** The three signatures of one body under one secret; `suffix` is `-Previous` for the secret before a rotation. */
export function signatureHeaders(payload: JsonObject, body: string, secret: string, suffix = ''): Record<string, string> {
  const simple = ['timestamp', 'session_id', 'status', 'webhook_type'].map((key) => part(payload, key)).join(':')
  return {
    [`X-Signature${suffix}`]: hmac(secret, body),
    [`X-Signature-V2${suffix}`]: hmac(secret, pythonJson(payload, { ascii: false })),
    [`X-Signature-Simple${suffix}`]: hmac(secret, simple),
  }
}
