import { liveNeeds, type LiveEvent } from '@verdict/contract/live'
import type { Timer } from '../decisions/decision-worker.ts'
import type { Person } from '../lib/person.ts'
import type { LiveFeed, LiveRow } from './live-feed.ts'
import { tooManyStreams } from './live.errors.ts'
import { makeLiveStream, type LiveStream } from './live-stream.ts'

export const BEAT_MS = 20_000
const FORGET_MS = 60_000
export const MOST_PER_PERSON = 8

interface Reader {
  person: Person
  stream: LiveStream
  /** Id of the last event that was meant for this reader or passed over. */
  sent: number
  /** Who it is now; undefined when the sign-in has ended. */
  identify: () => Promise<Person | undefined>
}

const mayHear = (person: Person, row: LiveRow): boolean =>
  (row.only_for === null || row.only_for === person.id) && person.permissions.includes(liveNeeds[row.kind])

const adaptEvent = (row: LiveRow): LiveEvent => ({
  id: row.id,
  kind: row.kind,
  ...(row.session_id === null ? {} : { sessionId: row.session_id }),
})

/** Carries what is written into the feed, by whichever bff, to everybody who listens here and may hear it. */
export function makeLiveHub(deps: { feed: LiveFeed; clock: () => number; timer: Timer; onFailure: (error: unknown) => void }) {
  const { feed, clock, timer, onFailure } = deps
  const readers = new Set<Reader>()
  let forgotAt = 0
  let pulling: Promise<void> | undefined
  let again = false
  let cancelBeat: (() => void) | undefined
  let closed = false

  /** Several changes of one thing in one go are one event. */
  const deliver = (reader: Reader, rows: readonly LiveRow[]): void => {
    const fresh = rows.filter(({ id }) => id > reader.sent)
    const heard = new Map(fresh.filter((row) => mayHear(reader.person, row)).map((row) => [`${row.kind} ${row.session_id ?? ''}`, row]))
    for (const row of [...heard.values()].toSorted((a, b) => a.id - b.id))
      reader.stream.send({ id: row.id, name: 'change', data: adaptEvent(row) })
    reader.sent = fresh.at(-1)?.id ?? reader.sent
  }

  const pull = async (): Promise<void> => {
    while (again && readers.size > 0) {
      again = false
      const rows = await feed.since(Math.min(...[...readers].map(({ sent }) => sent)))
      for (const reader of readers) deliver(reader, rows)
      if (rows.length > 0) again = true
    }
  }

  const wake = (): void => {
    again = true
    if (closed) return
    pulling ??= pull()
      .catch(onFailure)
      .finally(() => {
        pulling = undefined
      })
  }

  const recheck = async (): Promise<void> => {
    for (const reader of readers) {
      const person = await reader.identify()
      if (person) reader.person = person
      else reader.stream.end()
    }
  }

  const beat = (): void => {
    for (const { stream } of readers) stream.beat()
    keepBeating()
    // A notice that got lost between bffs is made good here.
    wake()
    void recheck().catch(onFailure)
    if (clock() - forgotAt > FORGET_MS) {
      forgotAt = clock()
      void feed.forgetOld().catch(onFailure)
    }
  }

  const keepBeating = (): void => {
    cancelBeat?.()
    cancelBeat = readers.size > 0 && !closed ? timer(BEAT_MS, beat) : undefined
  }

  const leave = (reader: Reader): void => {
    readers.delete(reader)
    if (readers.size === 0) keepBeating()
  }

  return {
    wake,
    /** Somebody may have been switched off or have other roles now. */
    recheck: (): void => void recheck().catch(onFailure),
    /** News from after `lastId` on, or from now on when it is null. */
    open: async (person: Person, lastId: number | null, identify: Reader['identify']): Promise<ReadableStream<Uint8Array>> => {
      if ([...readers].filter((reader) => reader.person.id === person.id).length >= MOST_PER_PERSON) throw tooManyStreams(MOST_PER_PERSON)
      const resumes = lastId !== null && (await feed.reachesBack(lastId))
      const sent = resumes ? lastId : await feed.newest()
      const reader: Reader = { person, sent, identify, stream: makeLiveStream(() => leave(reader)) }
      reader.stream.send({ id: sent, name: lastId === null || resumes ? 'hello' : 'resync', data: {} })
      readers.add(reader)
      if (readers.size === 1) keepBeating()
      wake()
      return reader.stream.body
    },
    /** Ends every stream: open ones would keep the house from closing. */
    close: async (): Promise<void> => {
      closed = true
      for (const { stream } of readers) stream.end()
      keepBeating()
      await pulling
    },
  }
}
export type LiveHub = ReturnType<typeof makeLiveHub>
