import { Client, type Pool } from 'pg'

/** A line that is cut without a word is found out by this. */
const PROBE_MS = 15_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000

/** One connection beside the pool that only listens, made anew whenever it breaks. */
export const makePostgresLine = (deps: { pool: Pool; tell: (channel: string, payload: string) => void; missed: () => void }) => {
  const { pool, tell, missed } = deps
  const channels = new Set<string>()
  let client: Client | undefined
  let connecting: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE_MS
  let heardBefore = false
  let closed = false

  const later = (ms: number, work: () => Promise<void>) => {
    clearTimeout(timer)
    timer = setTimeout(() => void work(), ms).unref()
  }

  /** A line that is cut cannot be ended politely. */
  const hangUp = async (line: Client): Promise<void> => line.end().catch(() => undefined)

  const broken = (fallen: Client) => {
    if (client !== fallen) return
    client = undefined
    fallen.removeAllListeners('notification')
    void hangUp(fallen)
    if (!closed) later(0, async () => connect())
  }

  const probe = async (): Promise<void> => {
    const probed = client
    if (!probed || closed) return
    const answered = await Promise.race([
      probed.query('select 1').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => void setTimeout(() => resolve(false), PROBE_MS).unref()),
    ])
    if (!answered) return broken(probed)
    if (client === probed) later(PROBE_MS, probe)
  }

  const dial = async (): Promise<void> => {
    const line = new Client(pool.options)
    try {
      // Before it is connected as well: an error that nobody hears ends the process.
      line.on('error', () => broken(line))
      await line.connect()
      line.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
      line.once('end', () => broken(line))
      for (const channel of channels) await line.query(`listen "${channel}"`)
      client = line
      pause = FIRST_PAUSE_MS
      later(PROBE_MS, probe)
      if (heardBefore) missed()
      heardBefore = true
    } catch {
      void hangUp(line)
      if (!closed) later(pause, async () => connect())
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
    }
  }

  const connect = async (): Promise<void> => {
    if (client || closed) return
    connecting ??= dial().finally(() => (connecting = undefined))
    await connecting
  }

  return {
    /** Resolves when it is listened to, or when the first try failed: the next ones go on by themselves. */
    add: async (channel: string): Promise<void> => {
      channels.add(channel)
      await connecting
      if (!client) return connect()
      const line = client
      await line.query(`listen "${channel}"`).catch(() => broken(line))
    },
    close: async (): Promise<void> => {
      closed = true
      clearTimeout(timer)
      await connecting
      const line = client
      client = undefined
      line?.removeAllListeners('notification')
      if (line) await hangUp(line)
    },
  }
}
