import { createHash, timingSafeEqual } from 'node:crypto'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1', 'in-process'])

/** With a token only its holder may read the metrics; without one only this machine. */
export function mayScrape({
  address,
  authorization,
  token,
}: {
  address: string
  authorization: string | undefined
  token: string | null
}): boolean {
  if (token === null) return loopback.has(address)
  return timingSafeEqual(digest(`Bearer ${token}`), digest(authorization ?? ''))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
