export interface SseMessage {
  id: number
  name: string
  data: Record<string, unknown>
}

const parse = (block: string): SseMessage | undefined => {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
  const name = field('event')
  return name === undefined
    ? undefined
    : { id: Number(field('id')), name, data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> }
}

const turns = async (): Promise<'late'> => {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  return 'late'
}

/** Reads server-sent events of an answer one by one. */
export function readEvents(answer: Response) {
  const reader = answer.body?.getReader()
  if (!reader) throw new Error('the answer has no body')
  const decoder = new TextDecoder()
  const waiting: SseMessage[] = []
  let text = ''
  let ended = false
  let beats = 0
  let asked: ReturnType<typeof reader.read> | undefined
  const readOn = async (): Promise<boolean> => {
    asked ??= reader.read()
    const chunk = await Promise.race([asked, turns()])
    if (chunk === 'late') return false
    asked = undefined
    if (chunk.done) ended = true
    text += decoder.decode(chunk.value ?? new Uint8Array(), { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    beats += blocks.filter((block) => block.startsWith(':')).length
    waiting.push(...blocks.flatMap((block) => parse(block) ?? []))
    return !ended
  }
  return {
    /** Everything that comes without time passing, but waits for so many: a store over a wire takes its time. */
    all: async (atLeast = 0): Promise<SseMessage[]> => {
      const patience = Date.now() + 5000
      let more = true
      while (more && waiting.length < atLeast && Date.now() < patience) {
        await readOn()
        more = !ended
      }
      while (more) more = await readOn()
      return waiting.splice(0)
    },
    beats: () => beats,
    ended: () => ended,
    leave: () => reader.cancel(),
  }
}
