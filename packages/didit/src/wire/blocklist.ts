import { z } from 'zod'
import { anything, flag, loose, number, page, text } from './fields.ts'

/** A record blocked from a session. Fields of the other types are null or absent. */
export const BlocklistItem = loose({
  type: text,
  session_id: text,
  session_number: number,
  blocklisted_at: text,
  face_image: text,
  document_type: text,
  document_number: text,
  front_image: text,
  phone_number: text,
  country_code: text,
  email: text,
})
export type BlocklistItem = z.infer<typeof BlocklistItem>

export const BlocklistPage = page(BlocklistItem)
export type BlocklistPage = z.infer<typeof BlocklistPage>

export const DiditList = loose({
  uuid: z.string(),
  name: text,
  description: text,
  list_type: text,
  entry_type: text,
  is_system: flag,
  entry_count: number,
  last_entry_added_at: text,
  created_at: text,
  updated_at: text,
})
export type DiditList = z.infer<typeof DiditList>

export const DiditListPage = page(DiditList)
export type DiditListPage = z.infer<typeof DiditListPage>

export const ListEntry = loose({
  uuid: z.string(),
  value: text,
  display_label: text,
  comment: text,
  added_by: text,
  reference_session_id: text,
  reference_session_number: number,
  reference_object_uuid: text,
  metadata: anything,
  created_at: text,
})
export type ListEntry = z.infer<typeof ListEntry>

export const ListEntryPage = page(ListEntry)
export type ListEntryPage = z.infer<typeof ListEntryPage>
