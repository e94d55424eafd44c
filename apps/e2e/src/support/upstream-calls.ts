export interface JournalCall {
  seq: number
  method: string
  path: string
  status: number
}

export interface UpstreamCalls {
  /** Reads of the decided cases themselves, by what was read; per case. */
  readsPerCase: Record<string, number>
  /** Reads of the decided cases that the work waits for, per case. */
  reads: number
  /** Reads of Didit's trail of them, which give way to the others, per case. */
  trailReads: number
  /** Writes per case. */
  writes: number
  /** Everything else in that time: lists, workflows, and cases that a list looked into. */
  beside: Record<string, number>
  /** How often Didit refused because of its limits. */
  refused: number
}

const raise = (counts: Record<string, number>, name: string, by: number): void => {
  counts[name] = (counts[name] ?? 0) + by
}

/** `GET /v3/session/{id}/decision/` for a path with an id in it. */
const shapeOf = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, '{id}')

/** What Didit was asked for the cases with these ids, and what else went on beside. */
export function countUpstream(calls: readonly JournalCall[], ids: readonly string[]): UpstreamCalls {
  const counted: UpstreamCalls = { readsPerCase: {}, reads: 0, trailReads: 0, writes: 0, beside: {}, refused: 0 }
  for (const call of calls) {
    if (call.status === 429) counted.refused += 1
    const ofCase = ids.some((id) => call.path.includes(id))
    const name = `${call.method} ${shapeOf(call.path)}`
    if (!ofCase) raise(counted.beside, name, 1)
    else if (call.method === 'GET') {
      raise(counted.readsPerCase, name, 1)
      if (call.path.includes('/reviews/')) counted.trailReads += 1
      else counted.reads += 1
    } else counted.writes += 1
  }
  for (const name of Object.keys(counted.readsPerCase)) counted.readsPerCase[name] = (counted.readsPerCase[name] ?? 0) / ids.length
  counted.reads /= ids.length
  counted.trailReads /= ids.length
  counted.writes /= ids.length
  return counted
}

/** Every call that the emulator got after the one numbered `after`. */
export async function journalSince(emulator: string, after: number): Promise<JournalCall[]> {
  const calls = (await (await fetch(`${emulator}/__emulator/requests`)).json()) as JournalCall[]
  return calls.filter((call) => call.seq > after)
}

/** Lets every call to Didit take this long. */
export async function slowUpstream(emulator: string, ms: number): Promise<void> {
  const response = await fetch(`${emulator}/__emulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: '/v3/', kind: 'latency', ms }),
  })
  if (!response.ok) throw new Error(`The emulator does not take the delay: ${String(response.status)} ${await response.text()}`)
}
