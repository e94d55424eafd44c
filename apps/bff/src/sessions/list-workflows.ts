import type { WorkflowList } from '@verdict/contract/session'
import type { Didit } from '@verdict/didit'
import { nextOffset } from '@verdict/didit'
import type { Workflow } from '@verdict/didit/wire/settings'

const FRESH_MS = 300_000
const PAGE = 100
const MAX_PAGES = 10

type Known = WorkflowList['workflows']

/** One entry per workflow out of one per version: the highest published version speaks, else the highest. */
function group(versions: readonly Workflow[]): Known {
  const best = new Map<string, Workflow>()
  const rank = (workflow: Workflow) => (workflow.status === 'published' ? 1e9 : 0) + (workflow.version ?? 0)
  for (const version of versions) {
    const id = version.workflow_id ?? version.uuid
    const other = best.get(id)
    if (!other || rank(version) > rank(other)) best.set(id, version)
  }
  return [...best].map(([id, { workflow_label, workflow_type, is_archived }]) => ({
    id,
    label: workflow_label ?? id,
    type: workflow_type ?? null,
    archived: is_archived ?? false,
  }))
}

export interface Workflows {
  list(): Promise<WorkflowList>
  /** From memory; waits only for the first reading ever, and does without when that fails. */
  labels(): Promise<(id: string) => string | null>
  /** From memory alone. */
  knownLabel(id: string): string | null
}

/** The workflows of the application, kept for five minutes. */
export function makeWorkflows({ didit, clock }: { didit: Pick<Didit, 'workflows'>; clock: () => number }): Workflows {
  let kept: { at: number; workflows: Known } | undefined
  let underWay: Promise<Known> | undefined

  const read = async (): Promise<Known> => {
    const versions: Workflow[] = []
    let offset: number | null = 0
    for (let page = 0; page < MAX_PAGES && offset !== null; page += 1) {
      const answer = await didit.workflows.list({ limit: PAGE, offset })
      versions.push(...answer.results)
      const next = nextOffset(answer)
      offset = next !== null && next > offset && answer.results.length > 0 ? next : null
    }
    const workflows = group(versions)
    kept = { at: clock(), workflows }
    return workflows
  }

  const refresh = (): Promise<Known> => {
    underWay ??= read().finally(() => {
      underWay = undefined
    })
    return underWay
  }

  const current = async (): Promise<Known> => {
    if (!kept) return refresh()
    if (clock() - kept.at >= FRESH_MS) refresh().catch(() => undefined)
    return kept.workflows
  }

  const labelIn = (workflows: Known, id: string) => workflows.find((workflow) => workflow.id === id)?.label ?? null

  return {
    list: async () => ({ workflows: await current() }),
    labels: async () => {
      const workflows = await current().catch((): Known => [])
      return (id) => labelIn(workflows, id)
    },
    knownLabel: (id) => labelIn(kept?.workflows ?? [], id),
  }
}
