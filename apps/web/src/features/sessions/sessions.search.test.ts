import { describe, expect, it } from 'vitest'
import { parseSessionsSearch } from './sessions.search.ts'

describe('the address of the sessions page', () => {
  it('keeps what it understands', () => {
    const search = {
      q: 'Öztürk',
      status: 'In Review,Declined',
      kind: 'business',
      country: 'TUR,JPN',
      warning: 'DOCUMENT_EXPIRED',
      from: '2026-01-01',
      to: '2026-01-31',
      sort: 'oldest',
    }
    expect(parseSessionsSearch(search)).toEqual(search)
  })

  it('names what it left out', () => {
    expect(
      parseSessionsSearch({ status: 'In Review,Nonsense', country: 'Turkey', from: '2026-02-31', kind: 'robot', colour: 'red' }),
    ).toEqual({
      status: 'In Review',
      dropped: 'status, country, kind, from, colour',
    })
  })

  it('still names it when the corrected address is read again', () => {
    const once = parseSessionsSearch({ status: 'Nonsense', q: '48190' })
    expect(parseSessionsSearch({ ...once })).toEqual(once)
    expect(once.dropped).toBe('status')
  })

  it('takes a search of digits as text and turns days around that cross', () => {
    expect(parseSessionsSearch({ q: 48190 })).toEqual({ q: '48190' })
    expect(parseSessionsSearch({ from: '2026-03-01', to: '2026-02-01' })).toEqual({ from: '2026-03-01', dropped: 'to' })
  })

  it('takes lower-case codes and drops doubles', () => {
    expect(parseSessionsSearch({ country: 'tur, TUR,jpn' })).toEqual({ country: 'TUR,JPN' })
  })
})
