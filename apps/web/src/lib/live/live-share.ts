import { keepLine, type Told } from './live-line.ts'
import { liveState } from './live-state.ts'

const name = 'verdict-live'

type Word = { say: 'told'; news: Told; id: number | null } | { say: 'up'; isUp: boolean } | { say: 'who' }

/** What the other tabs of this browser say is what this very module says in them. */
const wordOf = (event: MessageEvent): Word => event.data as Word

/**
 * One line to the bff for all tabs of a browser: the tab that has the lock keeps it and tells the others; when it
 * closes the next one goes on from the last event. Where locks are missing each tab has a line of its own.
 */
export function shareLine(told: (news: Told) => void, stop: AbortSignal): void {
  let lastId: number | null = null
  let leads = false
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument; it stays in its origin
  const say = (word: Word): void => channel?.postMessage(word)
  const up = (isUp: boolean): void => {
    liveState.set(isUp ? 'up' : 'down')
    say({ say: 'up', isUp })
  }
  const lead = async (): Promise<void> => {
    leads = true
    await keepLine(
      {
        told: (news) => {
          told(news)
          say({ say: 'told', news, id: lastId })
        },
        up,
        lastId: () => lastId,
        heard: (id) => {
          lastId = id
        },
      },
      stop,
    )
  }
  if (channel) {
    channel.addEventListener('message', (event) => {
      const word = wordOf(event)
      if (word.say === 'who') {
        if (leads) say({ say: 'up', isUp: liveState.get() === 'up' })
      } else if (word.say === 'up') liveState.set(word.isUp ? 'up' : 'down')
      else {
        lastId = word.id ?? lastId
        told(word.news)
      }
    })
    stop.addEventListener('abort', () => {
      channel.close()
    })
  }
  if ('locks' in navigator && channel) {
    say({ say: 'who' })
    navigator.locks.request(name, { signal: stop }, lead).catch(() => undefined)
  } else void lead()
}
