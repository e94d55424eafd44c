import { casting } from './casting.ts'
import { activityOf, shortReviews } from './reviews.ts'
import { writeDecision } from './decisions/write-decision.ts'
import { FactsCursor } from './facts.ts'
import { mediaLibrary } from './media.ts'
import { withColumns } from './plan.columns.ts'
import { listQuestionnaires } from './questionnaires.ts'
import { SCENARIOS } from './scenarios/catalog.ts'
import { sessionIds } from './session-id.ts'
import { planSessions } from './session.plan.ts'
import type { JsonObject, SessionFacts, World, WorldOptions } from './types.ts'
import { listWorkflows } from './workflows.ts'

/** Derives one application's sessions from a seed. Nothing is kept but small caches. */
export function createWorld(options: WorldOptions): World {
  const { seed, sessions: size, epoch, applicationId } = options
  const ids = sessionIds(seed, applicationId)
  const plan = withColumns(planSessions(seed, size, epoch, SCENARIOS), size, SCENARIOS)
  const stage = casting({ seed, epoch, ids, plan })
  const source = { ids, plan, casting: stage }

  const known = (index: number): number => {
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no session ${index}`)
    return index
  }
  const facts = (index: number): SessionFacts => {
    const cursor = new FactsCursor(source)
    cursor.index = known(index)
    return cursor.still()
  }
  const find = (sessionId: string): number | undefined => {
    const index = ids.indexOf(sessionId)
    return index !== undefined && index < size ? index : undefined
  }
  const decision = (index: number): JsonObject => {
    const cast = stage.cast(known(index))
    const written = writeDecision(cast)
    const told = written['reviews']
    if (Array.isArray(told) && told.length === 0) written['reviews'] = shortReviews(activityOf(cast, written))
    return written
  }
  return {
    size,
    scenarios: SCENARIOS.map(({ name, kind, about }) => ({ name, kind, about })),
    workflows: listWorkflows(seed, epoch),
    questionnaires: listQuestionnaires(seed, epoch),
    facts,
    find,
    decision,
    reviews: (index) => {
      const cast = stage.cast(known(index))
      return activityOf(cast, writeDecision(cast))
    },
    media: mediaLibrary({ find, cast: (index) => stage.cast(index), decision }),
    *scan(test) {
      const cursor = new FactsCursor(source)
      for (let index = size - 1; index >= 0; index--) {
        cursor.index = index
        if (test(cursor)) yield index
      }
    },
  }
}
