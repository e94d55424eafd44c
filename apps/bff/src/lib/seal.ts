import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export interface Sealer {
  seal(text: string): string
  /** Undefined when it was sealed with another key or was changed. */
  open(sealed: string): string | undefined
}

/** AES-256-GCM under a key of its own for each purpose, derived from the secret of this house. */
export function makeSealer(houseSecret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', houseSecret, '', `verdict ${purpose}`, 32))
  return {
    seal: (text) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return ['1', iv, cipher.getAuthTag(), body].map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.')
    },
    open: (sealed) => {
      const [version, iv = '', tag = '', body = ''] = sealed.split('.')
      if (version !== '1') return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
        decipher.setAuthTag(Buffer.from(tag, 'base64url'))
        return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
