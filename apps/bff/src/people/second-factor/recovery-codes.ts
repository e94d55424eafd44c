import { createHash } from 'node:crypto'
import { RECOVERY_CODES } from '@verdict/contract/second-factor'
import { Secret } from 'otpauth'

/** 120 random bits: a plain hash of so much chance cannot be guessed back (ASVS 5.0, 6.5.2). */
const CODE_BYTES = 15

/** Ten codes in groups of four, for paper. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => (new Secret({ size: CODE_BYTES }).base32.match(/.{4}/g) ?? []).join('-'))
}

/** However it was typed: without dashes and spaces, in capitals. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase()

export const recoveryHash = (code: string): string =>
  createHash('sha256')
    .update(`recovery:${plainCode(code)}`)
    .digest('hex')
