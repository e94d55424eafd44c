import type { Application } from '../store/application.ts'
import { wordAt } from '../json-value.ts'
import type { JsonObject } from '../world/types.ts'
import { publishedRow, versionOf } from './published-version.ts'

export interface FoundWorkflow {
  groupId: string
  version: number
  row: JsonObject
  isBusiness: boolean
}

/** The newest published version of a workflow, by group id or by the id of any version. */
export function findWorkflow(application: Application, id: string): FoundWorkflow | undefined {
  const wanted = id.toLowerCase()
  const { workflows } = application.sessions.world
  const named = workflows.find((row) => row['workflow_id'] === wanted || row['uuid'] === wanted)
  if (named === undefined) return undefined
  const groupId = wordAt(named, 'workflow_id')
  const row = publishedRow(workflows, groupId)
  if (row === undefined) return undefined
  return { groupId, version: versionOf(row), row, isBusiness: row['workflow_type'] === 'kyb' }
}
