import type { Presence } from '@verdict/contract/lease'
import { api } from './api.ts'
import { hasCode } from './problem.ts'
import { tabId } from './tab-id.ts'

/** Words to the bff about one case leave in the order in which they were said, also over a quick coming and going. */
const lines = new Map<string, Promise<unknown>>()

function inTurn<T>(sessionId: string, say: () => Promise<T>): Promise<T> {
  const said = (lines.get(sessionId) ?? Promise.resolve()).then(say)
  const last = said
    .catch(() => undefined)
    .finally(() => {
      if (lines.get(sessionId) === last) lines.delete(sessionId)
    })
  lines.set(sessionId, last)
  return said
}

/** Cases that the bff takes this tab to be at: from the moment they are its own, before their page stands. */
const at = new Set<string>()

/** While the page goes away there is no turn to wait for. */
window.addEventListener('pagehide', () => {
  for (const sessionId of at) void api.leaveCase(sessionId, tabId).catch(() => undefined)
  at.clear()
})

const asPresence = ({ here, ...lease }: Awaited<ReturnType<typeof api.takeLease>>): Presence => ({ lease, here })

export const caseLine = {
  /** Asks for the next free case. It is this tab's at once: given back also if the tab goes before its page stands. */
  next: async (wanted: Omit<Parameters<typeof api.next>[0], 'tab'>) => {
    const answer = await api.next({ ...wanted, tab: tabId })
    if (answer.session) at.add(answer.session.id)
    return answer
  },
  /** Says that this tab has the case open, as its worker when it wants to be and nobody else is. */
  come: (sessionId: string, works: boolean): Promise<Presence> =>
    inTurn(sessionId, async () => {
      at.add(sessionId)
      if (!works) return api.beHere(sessionId, tabId)
      try {
        return asPresence(await api.takeLease(sessionId, { tab: tabId }))
      } catch (error) {
        if (!hasCode(error, 'leased')) throw error
        return api.beHere(sessionId, tabId)
      }
    }),
  takeOver: (sessionId: string, note: string): Promise<Presence> =>
    inTurn(sessionId, async () => asPresence(await api.takeLease(sessionId, { tab: tabId, takeover: true, note }))),
  /** Gives the case back. Nobody waits for the answer. */
  leave: (sessionId: string): void => {
    const say = () => {
      at.delete(sessionId)
      return api.leaveCase(sessionId, tabId)
    }
    void inTurn(sessionId, say).catch(() => undefined)
  },
}
