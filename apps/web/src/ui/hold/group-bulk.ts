import type { Decision } from '@verdict/contract/decision'
import { isOver, type HeldDecision } from './hold-state.ts'

/** What a group is called when its decisions stand differently: what still moves first, then what went wrong. */
const loudest: readonly Decision['state'][] = ['held', 'sending', 'uncertain', 'awaiting_second', 'refused', 'void', 'settled', 'undone']

const words: Readonly<Record<Decision['state'], string>> = {
  held: 'held',
  sending: 'sending',
  uncertain: 'not certain',
  awaiting_second: 'waiting for a second person',
  refused: 'refused by Didit',
  void: 'not sent',
  settled: 'settled',
  undone: 'undone',
}

function asOne(bulkId: string, members: readonly HeldDecision[], first: HeldDecision): HeldDecision {
  const state = loudest.find((each) => members.some((member) => member.state === each)) ?? first.state
  const times = members.flatMap((member) => (member.state === 'held' && member.sendsAt !== null ? [member.sendsAt] : []))
  const counts = loudest
    .map((each) => [members.filter((member) => member.state === each).length, words[each]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${String(count)} ${word}`)
  return {
    ...first,
    id: bulkId,
    bulkId,
    state,
    sendsAt: times.toSorted()[0] ?? null,
    changes: [],
    problem: counts.length > 1 || members.every(isOver) ? `${counts.join(', ')}.` : null,
    session: members.length === 1 ? first.session : { name: `${String(members.length)} sessions together`, number: null },
  }
}

/** Decisions that were made together stand in one toast, under the id of their bulk. */
export function groupBulk(decisions: readonly HeldDecision[]): HeldDecision[] {
  const done = new Set<string>()
  return decisions.flatMap((decision) => {
    const { bulkId } = decision
    if (!bulkId) return [decision]
    if (done.has(bulkId)) return []
    done.add(bulkId)
    return [
      asOne(
        bulkId,
        decisions.filter((each) => each.bulkId === bulkId),
        decision,
      ),
    ]
  })
}
