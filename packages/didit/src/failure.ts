/** Errors that end before a byte of the request can have left: name resolution and connecting. */
const beforeSending = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME', 'UND_ERR_CONNECT_TIMEOUT'])
const connecting = new Set(['connect', 'getaddrinfo'])

const field = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined)

/**
 * True only when it is certain that nothing of the request was sent. Looks through `cause` (fetch) and through
 * the several attempts of one connect (IPv6 and IPv4). Any doubt is false.
 */
export const nothingWasSent = (error: unknown, depth = 0): boolean => {
  if (depth > 5 || typeof error !== 'object' || error === null) return false
  const code = field(error, 'code')
  if (typeof code === 'string' && beforeSending.has(code)) return true
  const syscall = field(error, 'syscall')
  if (typeof syscall === 'string' && connecting.has(syscall)) return true
  const several = field(error, 'errors')
  if (Array.isArray(several) && several.length > 0) {
    return several.every((each) => nothingWasSent(each, depth + 1))
  }
  return nothingWasSent(field(error, 'cause'), depth + 1)
}
