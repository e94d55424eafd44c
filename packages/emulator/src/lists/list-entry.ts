import { isoMicros } from '../store/ids.ts'
import type { List, ListEntry } from '../store/list-store.ts'
import type { JsonObject } from '../world/types.ts'

export function listRow(list: List): JsonObject {
  const newest = list.entries.at(-1)
  return {
    uuid: list.uuid,
    name: list.name,
    description: list.description,
    list_type: list.listType,
    entry_type: list.entryType,
    is_system: list.isSystem,
    entry_count: list.entries.length,
    last_entry_added_at: newest === undefined ? null : isoMicros(newest.createdAt),
    created_at: isoMicros(list.createdAt),
    updated_at: isoMicros(list.updatedAt),
  }
}

export function entryRow(entry: ListEntry): JsonObject {
  return {
    uuid: entry.uuid,
    value: entry.value,
    display_label: entry.displayLabel,
    comment: entry.comment,
    added_by: entry.addedBy,
    reference_session_id: entry.sessionId,
    reference_session_number: entry.sessionNumber,
    reference_object_uuid: entry.objectUuid,
    metadata: entry.metadata,
    created_at: isoMicros(entry.createdAt),
  }
}
