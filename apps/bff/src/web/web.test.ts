import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHouse } from '../testing/index.ts'
import type { House } from '../testing/index.ts'
import { openWebFiles } from './web-files.ts'

const page = '<!doctype html><head><meta name="csp-nonce" content="" /></head><title>Verdict</title>'
let dist: string
let house: House
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'verdict-web-'))
  await mkdir(join(dist, 'assets'))
  await writeFile(join(dist, 'index.html'), page)
  await writeFile(join(dist, 'icon.svg'), '<svg/>')
  await writeFile(join(dist, 'assets', 'app-1a2b.js'), 'plain')
  await writeFile(join(dist, 'assets', 'app-1a2b.js.br'), 'small')
  await writeFile(join(dist, 'assets', 'app-1a2b.js.gz'), 'older')
  house = await makeHouse({ sessions: 5, web: openWebFiles(dist) })
})
afterAll(async () => {
  await house.close()
  await rm(dist, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => house.visitor().get(path, headers)

describe('a page', () => {
  it.each(['/', '/queue', '/sessions/11111111-2222-4333-8444-555555555555?tab=trail'])('is served at %s', async (path) => {
    const response = await get(path, { accept: 'text/html' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain('<title>Verdict</title>')
  })

  it('has a nonce that its policy names, another one each time', async () => {
    const nonces = new Set<string>()
    for (let n = 0; n < 3; n += 1) {
      const response = await get('/')
      const [, nonce = ''] = /name="csp-nonce" content="([^"]+)"/.exec(await response.text()) ?? []
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`)
      expect(nonce.length).toBeGreaterThan(20)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it('is not served for what is no page', async () => {
    for (const path of ['/api/nothing', '/webhooks/x', '/assets/gone-9z.js', '/gone.png', '/metrics/x']) {
      expect((await get(path, { accept: 'text/html' })).status).toBe(404)
    }
    expect((await get('/queue', { accept: 'application/json' })).status).toBe(404)
  })
})

describe('a file', () => {
  it.each([
    ['br, gzip', 'br', 'small'],
    ['gzip', 'gzip', 'older'],
    ['identity', null, 'plain'],
  ])('comes as the browser takes it: %s', async (accepted, coding, body) => {
    const response = await get('/assets/app-1a2b.js', { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(coding)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await response.text()).toBe(body)
  })

  it('without a hash in its name is asked for again', async () => {
    const response = await get('/icon.svg')
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it.each(['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '/assets/%2e%2e%2findex.html'])(
    'outside the build is not there: %s',
    async (path) => {
      const response = await get(path, { accept: 'application/json' })
      expect(response.status).toBe(404)
    },
  )
})

describe('a newer build', () => {
  it('is served without a restart', async () => {
    const files = openWebFiles(dist)
    expect(await files.file('/new.txt')).toBeUndefined()
    await writeFile(join(dist, 'new.txt'), 'new')
    await utimes(join(dist, 'index.html'), new Date(), new Date(Date.now() + 5000))
    expect((await files.file('/new.txt'))?.contentType).toBe('text/plain; charset=utf-8')
  })
})

describe('without a build', () => {
  it('a plain page says what to do', async () => {
    const bare = await makeHouse({ sessions: 5, web: openWebFiles(join(dist, 'nowhere')) })
    const response = await bare.visitor().get('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npx -y pnpm@12 start')
    await bare.close()
  })
})
