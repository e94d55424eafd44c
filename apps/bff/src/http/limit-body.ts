import { bodyLimit } from 'hono/body-limit'
import { payloadTooLarge } from './http.errors.ts'

/** Ends a request whose body is larger, before anybody parses it. */
export function limitBody(maxBytes: number) {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw payloadTooLarge(maxBytes)
    },
  })
}
