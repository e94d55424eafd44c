import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
/** A clock may be wrong by this many periods either way. */
const WINDOW = 1
const SECRET_BYTES = 20

/** The form that every authenticator app knows: SHA-1, six digits, thirty seconds (RFC 6238). */
const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'Verdict', label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) })

/** A new secret of 160 random bits, in base 32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What the picture for the app says. */
export const uriOf = (secret: string, email: string): string => totp(secret, email).toString()

/** The period whose code this is, counted since 1970; undefined for a wrong one. */
export function stepOf(secret: string, code: string, at: number): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: at, window: WINDOW })
  return delta === null ? undefined : Math.floor(at / (PERIOD_S * 1000)) + delta
}

/** The code that an app shows at an instant. */
export const codeAt = (secret: string, at: number): string => totp(secret).generate({ timestamp: at })
