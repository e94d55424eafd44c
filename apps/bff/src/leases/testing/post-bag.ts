/** How the post brings what lies in its bag: all of it, the newest first, the oldest two times, or the oldest never. */
export type Round = 'all' | 'newest' | 'twice' | 'lose'
export const rounds = ['all', 'newest', 'twice', 'lose'] as const satisfies Round[]

/**
 * The way of webhooks from Didit to the house: each is taken at once and lies here until a round brings it, so that a
 * test says which come late, twice, in another order or not at all.
 */
export const makePostBag = (deliver: (request: Request) => Response | Promise<Response>) => {
  const bag: (() => Request)[] = []
  const counts = { brought: 0, repeated: 0, overtaken: 0, lost: 0, refused: 0 }

  const bring = async (letter: () => Request): Promise<void> => {
    const answer = await deliver(letter())
    counts.brought += 1
    if (answer.status !== 200) counts.refused += 1
  }

  return {
    counts,

    /** Stands in for `fetch` at the sender. */
    take: async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
      bag.push(() => new Request(input, init))
      return new Response(null, { status: 200 })
    },

    go: async (round: Round): Promise<void> => {
      if (round === 'all') {
        for (const letter of bag.splice(0)) await bring(letter)
        return
      }
      const letter = round === 'newest' ? bag.pop() : bag.shift()
      if (!letter) return
      if (round === 'newest' && bag.length > 0) counts.overtaken += 1
      if (round === 'lose') {
        counts.lost += 1
        return
      }
      await bring(letter)
      if (round === 'twice') {
        counts.repeated += 1
        await bring(letter)
      }
    },
  }
}
