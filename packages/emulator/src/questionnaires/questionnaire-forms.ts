import type { JsonObject } from '../world/types.ts'

function only(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.flatMap((key) => (key in source ? [[key, source[key] ?? null]] : [])))
}

const SHARED = ['title', 'description', 'languages', 'default_language', 'is_active', 'is_simple_questionnaire']
const VERSIONED = ['questionnaire_group_id', 'version', 'status', 'published_at', 'is_editable']

/** One row of the list. */
export function questionnaireRow(source: JsonObject): JsonObject {
  return only(source, ['uuid', ...SHARED, 'created_at', 'updated_at', 'question_types', 'workflow_names', ...VERSIONED])
}

/** The whole form, its id under another name. */
export function questionnaireDetail(source: JsonObject): JsonObject {
  return only(source, ['questionnaire_id', ...SHARED, 'graph', 'sections', ...VERSIONED])
}
