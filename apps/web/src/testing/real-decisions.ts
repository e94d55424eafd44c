import type { JsonObject } from '@verdict/contract/json'
import type { House } from '@verdict/bff/testing'

export { caseOf } from '@verdict/bff/testing'

/** The emulator answers its controls and a decision with these; a scenario beyond the world's size has no session. */
interface Staged {
  scenarios: readonly { sessionId: string | null }[]
}

/** Didit's own answer for a session of every scenario that the emulator plays. */
export async function realDecisions({ emulator }: House): Promise<JsonObject[]> {
  const staged = (await (await emulator.app.request('/__emulator/scenarios')).json()) as Staged
  const ids = staged.scenarios.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]))
  return Promise.all(
    ids.map(async (id) => {
      const answer = await emulator.app.request(`/v3/session/${id}/decision/`, { headers: { 'x-api-key': 'emulator-key' } })
      return (await answer.json()) as JsonObject
    }),
  )
}
