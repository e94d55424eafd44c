import { ruleError } from '../http/didit-errors.ts'
import { objectsAt, wordAt } from '../json-value.ts'
import type { Session } from '../store/session.ts'
import type { JsonObject } from '../world/types.ts'
import type { ResubmitNode } from './decide-body.ts'
import type { Step } from './steps.ts'
import { outcomeOf, stepItems, stepOfResubmit, STEPS } from './steps.ts'
import type { ResubmitInfo } from '../webhooks/webhook-event.ts'

const PARENTS_ONLY = new Set(['KYB_REGISTRY', 'KYB_KEY_PEOPLE', 'KYB'])
const UNSETTLED = new Set(['Declined', 'In Review', 'Not Finished', 'Expired'])

interface Chosen {
  step: Step
  nodeId: string
}

/** The steps to redo, in workflow order; throws the two refusals of a resubmission. */
export function chooseSteps(decision: JsonObject, nodes: ResubmitNode[] | null): Chosen[] {
  if (nodes !== null && nodes.length > 0) {
    const refused = nodes.map((node) => node.feature).filter((feature) => PARENTS_ONLY.has(feature))
    if (refused.length > 0) {
      const names = [...new Set(refused)].join(', ')
      throw ruleError(
        'nodes_to_resubmit',
        `The following features cannot be resubmitted directly: ${names}. Resubmit the relevant child KYC sessions instead; the parent will recompute automatically.`,
      )
    }
    const chosen = nodes.flatMap(({ nodeId, feature }) => {
      const step = stepOfResubmit(feature)
      return step === undefined ? [] : [{ step, nodeId }]
    })
    return chosen.toSorted((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step))
  }
  const chosen = stepItems(decision)
    .filter(({ step, item }) => step.auto && UNSETTLED.has(wordAt(item, 'status')))
    .map(({ step, item }) => ({ step, nodeId: wordAt(item, 'node_id', 'default') }))
  if (chosen.length > 0) return chosen
  throw ruleError('nodes_to_resubmit', 'No features found that need resubmission. All features are already approved.')
}

function isNode(item: JsonObject, nodeId: string): boolean {
  const own = item['node_id']
  return own === nodeId || ((own === undefined || own === null) && nodeId === 'default')
}

/** A backend step run again finds the same; what a reviewer said of its hits is kept. */
function rerun(decision: JsonObject, { step, nodeId }: Chosen): void {
  for (const item of objectsAt(decision, step.array)) {
    if (!isNode(item, nodeId) || step.array !== 'aml_screenings') continue
    const open = objectsAt(item, 'hits').some((hit) => hit['review_status'] !== 'False Positive')
    if (!open) item['status'] = 'Approved'
  }
}

/** Deletes what was captured by a step; an emptied array is as if the step had never run. */
function forget(decision: JsonObject, { step, nodeId }: Chosen): void {
  const left = objectsAt(decision, step.array).filter((item) => !isNode(item, nodeId))
  decision[step.array] = left.length === 0 ? null : left
}

function reasonsOf(decision: JsonObject, chosen: Chosen[]): JsonObject {
  const reasons: JsonObject = {}
  for (const { step, nodeId } of chosen) {
    const item = objectsAt(decision, step.array).find((candidate) => isNode(candidate, nodeId))
    const texts =
      item === undefined ? [] : objectsAt(item, 'warnings').map((warning) => warning['short_description'] ?? warning['risk'] ?? '')
    reasons[nodeId] = texts.map(String)
  }
  return reasons
}

/**
 * Clears the chosen steps. `settled` is the status that the session takes at once when every step runs without
 * the person; otherwise the person must come back.
 */
export function resubmit(
  session: Session,
  chosen: Chosen[],
): { info: ResubmitInfo; settled: 'Approved' | 'Declined' | 'In Review' | null } {
  const { decision } = session
  const info = {
    nodes_to_resubmit: chosen.map(({ step, nodeId }) => ({ node_id: nodeId, feature: step.resubmit })),
    reasons: reasonsOf(decision, chosen),
  }
  const firstByHand = chosen.findIndex(({ step }) => !step.backend)
  const head = firstByHand < 0 ? chosen : chosen.slice(0, firstByHand)
  for (const each of head) rerun(decision, each)
  for (const each of chosen.slice(head.length)) forget(decision, each)
  return { info, settled: firstByHand < 0 ? outcomeOf(decision) : null }
}
