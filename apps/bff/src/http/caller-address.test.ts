import { describe, expect, it } from 'vitest'
import { addressOf } from './caller-address.ts'

describe('who called', () => {
  it.each([
    ['192.0.2.7', undefined, '192.0.2.7'],
    ['192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '2001:db8::1', '2001:db8::1'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    [undefined, '198.51.100.1', 'in-process'],
  ])('peer %s that forwards for %s is %s', (peer, forwarded, expected) => {
    expect(addressOf(peer, forwarded)).toBe(expected)
  })
})
