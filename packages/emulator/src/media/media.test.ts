import { expect, test } from 'vitest'
import { wordAt } from '../json-value.ts'
import { House } from '../testing/house.ts'

async function linkOf(house: House): Promise<string> {
  const found = await house.decisionWhere((decision) => JSON.stringify(decision).includes('/front'))
  return /http:[^"]+\/front\?[^"]+/.exec(JSON.stringify(found))?.[0] ?? ''
}

test('a link serves its picture for an hour, to anybody who has it', async () => {
  const house = new House()
  const link = await linkOf(house)
  const answer = await house.get(link, null)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^image\/(png|jpeg)$/)
  house.time += 54 * 60_000
  expect((await house.get(link)).status).toBe(200)
  house.time += 10 * 60_000
  const late = await house.get(link)
  expect([late.status, late.headers.get('content-type')]).toEqual([403, 'application/xml'])
  expect(late.text).toContain('Request has expired')
  expect((await house.get(await linkOf(house))).status).toBe(200)
})

test('a link that was tampered with, or is none, is refused', async () => {
  const house = new House()
  const link = await linkOf(house)
  for (const wrong of [
    link.replace('/front?', '/back?'),
    `${link}0`,
    link.split('?')[0] ?? '',
    link.replace('Expires=3600', 'Expires=999999'),
  ]) {
    expect((await house.get(wrong)).status).toBe(403)
  }
})

test('a range is answered in part', async () => {
  const house = new House()
  const link = await linkOf(house)
  const whole = await (await house.emulator.app.request(link)).arrayBuffer()
  const part = await house.emulator.app.request(link, { headers: { range: 'bytes=4-9' } })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 4-9/${whole.byteLength}`)
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(new Uint8Array(whole.slice(4, 10)))
  const tail = await house.emulator.app.request(link, { headers: { range: 'bytes=-5' } })
  expect((await tail.arrayBuffer()).byteLength).toBe(5)
  expect((await house.emulator.app.request(link, { headers: { range: `bytes=${whole.byteLength}-` } })).status).toBe(416)
})

test('links stand below the origin asked for, and die with their session', async () => {
  const house = new House({ mediaOrigin: 'http://media.example' })
  const found = await house.decisionWhere((decision) => JSON.stringify(decision).includes('/front'))
  const link = /http:[^"]+\/front\?[^"]+/.exec(JSON.stringify(found))?.[0] ?? ''
  expect(link.startsWith('http://media.example/media/')).toBe(true)
  await house.call('DELETE', `/v3/session/${wordAt(found, 'session_id')}/delete/`)
  expect((await house.get(link)).status).toBe(404)
})
