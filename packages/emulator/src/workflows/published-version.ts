import { wordAt } from '../json-value.ts'
import type { JsonObject } from '../world/types.ts'

export function versionOf(row: JsonObject): number {
  return Number(wordAt(row, 'version', '1'))
}

/** The row of the newest published version of a workflow group. */
export function publishedRow(workflows: readonly JsonObject[], groupId: string): JsonObject | undefined {
  return workflows
    .filter((row) => row['workflow_id'] === groupId && row['status'] === 'published')
    .toSorted((a, b) => versionOf(b) - versionOf(a))[0]
}
