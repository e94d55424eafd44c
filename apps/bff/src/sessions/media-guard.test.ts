import { describe, expect, it } from 'vitest'
import { isPublicAddress, makeMediaGuard, trustedMediaOrigin } from './media-guard.ts'

const names: Readonly<Record<string, readonly string[]>> = {
  'media.example.com': ['93.184.215.14'],
  'inside.example.com': ['10.0.0.7'],
  'mixed.example.com': ['93.184.215.14', '127.0.0.1'],
  'six.example.com': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'mapped.example.com': ['::ffff:10.0.0.7'],
}
const resolve = async (host: string) => names[host] ?? Promise.reject(new Error('unknown host'))
const guard = makeMediaGuard({ trustedOrigin: null, resolve })
const allowed = (url: string) => guard(new URL(url))

describe('links of captures', () => {
  it('may lead to public addresses by https', async () => {
    expect(await allowed('https://media.example.com/a.jpg?sig=1')).toBe(true)
    expect(await allowed('https://six.example.com/a.jpg')).toBe(true)
    expect(await allowed('https://93.184.215.14/a.jpg')).toBe(true)
  })

  it.each([
    'http://media.example.com/a.jpg',
    'https://media.example.com:8443/a.jpg',
    'https://inside.example.com/a.jpg',
    'https://mixed.example.com/a.jpg',
    'https://mapped.example.com/a.jpg',
    'https://unknown.example.com/a.jpg',
    'https://127.0.0.1/a.jpg',
    'https://127.1/a.jpg',
    'https://2130706433/a.jpg',
    'https://0x7f.0.0.1/a.jpg',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/a.jpg',
    'https://[::ffff:169.254.169.254]/a.jpg',
    'https://[64:ff9b::a9fe:a9fe]/a.jpg',
    'https://[fd00::1]/a.jpg',
    'https://100.64.0.1/a.jpg',
    'https://localhost/a.jpg',
    'https://metadata.google.internal/a.jpg',
    'https://printer/a.jpg',
    'ftp://media.example.com/a.jpg',
  ])('may not lead to %s', async (url) => {
    expect(await allowed(url)).toBe(false)
  })

  it('may lead to the stand-in of the demo and to nothing else inside', async () => {
    const demo = makeMediaGuard({ trustedOrigin: trustedMediaOrigin('http://127.0.0.1:8788', true), resolve })
    expect(await demo(new URL('http://127.0.0.1:8788/media/a.jpg'))).toBe(true)
    expect(await demo(new URL('http://127.0.0.1:8787/api/me'))).toBe(false)
    expect(trustedMediaOrigin('https://verification.didit.me', false)).toBeNull()
  })

  it('knows public addresses from others', () => {
    expect(['8.8.8.8', '2001:4860:4860::8888'].map(isPublicAddress)).toEqual([true, true])
    expect(['', 'x', '0.0.0.0', '255.255.255.255', '224.0.0.1', 'fe80::1%eth0', '2002:7f00:1::'].filter(isPublicAddress)).toEqual([])
  })
})
