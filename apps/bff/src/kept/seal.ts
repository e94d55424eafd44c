import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

const IV_BYTES = 12
const TAG_BYTES = 16
/** An answer of Didit is read up to 64 MB, so nothing longer was ever sealed. */
const MOST_BYTES = 64 * 1024 * 1024

export interface Seal {
  /** Names the key without telling it. */
  keyId: string
  /** AES-256-GCM of the deflated text. `about` is bound to it: it opens only with the same. */
  close(text: string, about: string): Promise<string>
  /** Undefined when it was sealed by another key, about something else, or was changed. */
  open(sealed: string, about: string): Promise<string | undefined>
}

/** `key`: 32 random bytes. */
export function makeSeal(key: Uint8Array): Seal {
  return {
    keyId: createHash('sha256').update('verdict kept decisions').update(key).digest('hex').slice(0, 16),
    close: async (text, about) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const sealed = [cipher.update(await deflate(text)), cipher.final()]
      return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64')
    },
    open: async (sealed, about) => {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < IV_BYTES + TAG_BYTES) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
        const deflated = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
        return (await inflate(deflated, { maxOutputLength: MOST_BYTES })).toString('utf8')
      } catch {
        // The library says only that it does not fit; the reader asks Didit instead.
        return undefined
      }
    },
  }
}
