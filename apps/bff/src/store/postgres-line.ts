import type { Pool, PoolClient } from 'pg'

/** A line that is cut without a word is found out by this. */
const PROBE_MS = 15_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000

/** One connection that only listens, made anew whenever it breaks. */
export const makePostgresLine = (deps: { pool: Pool; tell: (channel: string, payload: string) => void; missed: () => void }) => {
  const { pool, tell, missed } = deps
  const channels = new Set<string>()
  let client: PoolClient | undefined
  let connecting: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE_MS
  let heardBefore = false
  let closed = false

  const later = (ms: number, work: () => Promise<void>) => {
    clearTimeout(timer)
    timer = setTimeout(() => void work(), ms).unref()
  }

  const broken = (fallen: PoolClient) => {
    if (client !== fallen) return
    client = undefined
    fallen.removeAllListeners('notification')
    fallen.release(true)
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
    let fresh: PoolClient | undefined
    try {
      fresh = await pool.connect()
      const line = fresh
      line.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
      line.once('error', () => broken(line))
      line.once('end', () => broken(line))
      for (const channel of channels) await line.query(`listen "${channel}"`)
      client = line
      pause = FIRST_PAUSE_MS
      later(PROBE_MS, probe)
      if (heardBefore) missed()
      heardBefore = true
    } catch {
      fresh?.release(true)
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
      line?.release(true)
    },
  }
}
