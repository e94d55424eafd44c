import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { makeHouse, type Agent, type House, type HouseOptions, type Seat } from '@verdict/bff/testing'
import { onTestFinished } from 'vitest'
import { App } from '../app.tsx'
import { createQueryClient } from '../lib/query-client.ts'
import { said } from './console-watch.ts'

export type { Agent }

interface RenderOptions {
  /** Who sits at the desk; nobody when left out. */
  as?: Seat
  /** A house that the test opened before; otherwise a small one of its own. */
  house?: House
  sessions?: HouseOptions['sessions']
  /** True: news of the house reach the page by themselves. */
  live?: boolean
}

/** A house that closes with the test. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const house = await makeHouse({ sessions: 60, ...options })
  onTestFinished(() => house.close())
  return house
}

/** The browser's telephone line: relative addresses go to the house, with the cookies of one person. */
function connect(house: House, agent: Agent, live: boolean): { cut: (isCut: boolean) => void } {
  const before = globalThis.fetch
  let isCut = false
  globalThis.fetch = async (input, init) => {
    if (isCut) throw new TypeError('Failed to fetch')
    const path = input instanceof Request ? input.url : String(input)
    if (path === '/api/events') return live ? liveLine(agent, init) : silentLine(init)
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const answer = await agent.request(init?.method ?? 'GET', path, body, Object.fromEntries(new Headers(init?.headers)))
    init?.signal?.throwIfAborted()
    const headers = new Headers(answer.headers)
    headers.set('date', new Date(house.clock()).toUTCString())
    const empty = answer.status === 204 || answer.status === 304
    return new Response(empty ? null : await answer.arrayBuffer(), { status: answer.status, headers })
  }
  onTestFinished(() => {
    globalThis.fetch = before
  })
  return {
    cut: (now) => {
      isCut = now
    },
  }
}

/** News that never comes: pages of most tests change when the test says so. */
const silentLine = (init: RequestInit | undefined): Promise<Response> =>
  new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))))

async function liveLine(agent: Agent, init: RequestInit | undefined): Promise<Response> {
  const answer = await agent.get('/api/events', Object.fromEntries(new Headers(init?.headers)))
  return new Response(answer.body, { status: answer.status, headers: answer.headers })
}

/** Opens an address in the real app, before the real bff and the emulator, all in this process. */
export async function renderAt(url: string, options: RenderOptions = {}) {
  const house = options.house ?? (await openHouse(options.sessions === undefined ? {} : { sessions: options.sessions }))
  const agent = options.as ? await house.signIn(options.as) : house.visitor()
  const line = connect(house, agent, options.live ?? false)
  const history = createMemoryHistory({ initialEntries: [url] })
  const queryClient = createQueryClient()
  const user = userEvent.setup()
  const view = render(<App queryClient={queryClient} history={history} env="test" />, {
    // Refusals that a page shows are no faults of the page.
    onCaughtError: (error) => {
      if (!(error instanceof Error && error.name === 'ProblemError')) said.push(`caught: ${String(error)}`)
    },
  })
  onTestFinished(() => {
    view.unmount()
    queryClient.clear()
  })
  return { ...view, house, agent, user, line, queryClient, address: () => history.location.href }
}
