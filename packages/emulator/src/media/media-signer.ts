import { createHmac, timingSafeEqual } from 'node:crypto'
import { MEDIA_PREFIX } from '../world/types.ts'

export const EXPIRES_SECONDS = 3600
const STEP_MS = 300_000

/**
 * Signs and checks S3-style links. Dates count from the seeded epoch in steps of five minutes, not from the wall
 * clock, so that equal seeds answer equal bytes; a link lives 55 to 60 minutes.
 */
export class MediaSigner {
  readonly #secret: string
  readonly #now: () => number
  readonly #epoch: number
  readonly #started: number

  constructor(options: { secret: string; now: () => number; epoch: number }) {
    this.#secret = options.secret
    this.#now = options.now
    this.#epoch = options.epoch
    this.#started = options.now()
  }

  /** Absolute URL for a media key (`media:<sessionId>/<slot>`) below `origin`. */
  url(key: string, origin: string): string {
    const path = `/media/${key.slice(MEDIA_PREFIX.length)}`
    const date = amzDate(Math.floor(this.#virtualNow() / STEP_MS) * STEP_MS)
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `EMULATOR/${date.slice(0, 8)}/eu-west-1/s3/aws4_request`,
      'X-Amz-Date': date,
      'X-Amz-Expires': String(EXPIRES_SECONDS),
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': this.#sign(path, date),
    })
    return `${origin}${path}?${query.toString()}`
  }

  /** Why a link is refused, or undefined when it is good. */
  refusal(url: URL): 'missing' | 'tampered' | 'expired' | undefined {
    const date = url.searchParams.get('X-Amz-Date')
    const signature = url.searchParams.get('X-Amz-Signature')
    if (date === null || signature === null) return 'missing'
    const given = Buffer.from(signature)
    const right = Buffer.from(this.#sign(decodeURIComponent(url.pathname), date))
    if (url.searchParams.get('X-Amz-Expires') !== String(EXPIRES_SECONDS)) return 'tampered'
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 'tampered'
    return this.#virtualNow() > fromAmzDate(date) + EXPIRES_SECONDS * 1000 ? 'expired' : undefined
  }

  #virtualNow(): number {
    return this.#epoch + (this.#now() - this.#started)
  }

  #sign(path: string, date: string): string {
    return createHmac('sha256', this.#secret).update(`${path}\n${date}\n${EXPIRES_SECONDS}`).digest('hex')
  }
}

function amzDate(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function fromAmzDate(text: string): number {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  if (parts === null) return Number.NEGATIVE_INFINITY
  const [, year, month, day, hour, minute, second] = parts.map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0)
}
