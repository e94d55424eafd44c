import { hkdfSync } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

export interface SecretBox {
  seal(secret: string): Promise<string>
  /** Undefined for what was sealed under another AUTH_SECRET. */
  open(sealed: string): Promise<string | undefined>
}

/** Seals secrets of the second factor (XChaCha20-Poly1305) under a key of their own, derived from AUTH_SECRET. */
export function makeSecretBox(authSecret: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'verdict second factor', 32)).toString('hex')
  return {
    seal: (secret) => symmetricEncrypt({ key, data: secret }),
    open: (sealed) => symmetricDecrypt({ key, data: sealed }).catch(() => undefined),
  }
}
