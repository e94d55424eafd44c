import type { Presence } from '@verdict/contract/lease'
import { api } from '../../../lib/api.ts'
import { hasCode } from '../../../lib/problem.ts'
import { tabId } from '../../../lib/tab-id.ts'

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

const asPresence = ({ here, ...lease }: Awaited<ReturnType<typeof api.takeLease>>): Presence => ({ lease, here })

export const caseLine = {
  /** Says that this tab has the case open, as its worker when it wants to be and nobody else is. */
  come: (sessionId: string, works: boolean): Promise<Presence> =>
    inTurn(sessionId, async () => {
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
    void inTurn(sessionId, () => api.leaveCase(sessionId, tabId)).catch(() => undefined)
  },
  /** The same while the page goes away: there is no turn to wait for. */
  leaveNow: (sessionId: string): void => {
    void api.leaveCase(sessionId, tabId).catch(() => undefined)
  },
}
