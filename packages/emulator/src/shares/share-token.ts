import { createHmac, timingSafeEqual } from 'node:crypto'
import { isObject } from '../json-value.ts'

export interface ShareClaims {
  session_id: string
  from_application_id: string
  for_application_id: string
  /** Epoch seconds. */
  iat: number
  exp: number
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const signature = (signed: string, secret: string): string => createHmac('sha256', secret).update(signed).digest('base64url')

/** An HS256 JWT. */
export function mintShareToken(claims: ShareClaims, secret: string): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${signature(signed, secret)}`
}

/** The claims of a token that we signed; undefined for anything else. Expiry is the caller's to judge. */
export function readShareToken(token: string, secret: string): ShareClaims | undefined {
  const [header = '', payload = '', given = '', ...rest] = token.split('.')
  const right = Buffer.from(signature(`${header}.${payload}`, secret))
  const actual = Buffer.from(given)
  if (rest.length > 0 || actual.length !== right.length || !timingSafeEqual(actual, right)) return undefined
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  if (!isObject(claims)) return undefined
  const { session_id, from_application_id, for_application_id, iat, exp } = claims
  if (typeof session_id !== 'string' || typeof from_application_id !== 'string' || typeof for_application_id !== 'string') return undefined
  return typeof iat === 'number' && typeof exp === 'number' ? { session_id, from_application_id, for_application_id, iat, exp } : undefined
}
