import { atLeastOne, uuid } from '../arguments.ts'
import type { Paging } from '../pages.ts'
import { asPage } from '../pages.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import { Message } from '../wire/answers.ts'
import { BlocklistPage, DiditListPage, ListEntryPage } from '../wire/blocklist.ts'
import type { BlocklistItemType } from '../wire/statuses.ts'

export interface BlocklistChange {
  sessionId: string
  items: readonly BlocklistItemType[]
}

const flags = (prefix: string, items: readonly BlocklistItemType[]) =>
  Object.fromEntries(atLeastOne('items', items).map((item) => [`${prefix}_${item}`, true]))

const AnyBlocklistPage = asPage(BlocklistPage)
const AnyListPage = asPage(DiditListPage)
const AnyEntryPage = asPage(ListEntryPage)

/** Blocks and unblocks what one session brought: its face, document, phone or e-mail. Didit keeps no reason. */
export const makeBlocklist = (call: Caller) => ({
  add: async ({ sessionId, items }: BlocklistChange, options?: CallOptions): Promise<Message> =>
    call.json(
      {
        operation: 'blocklist.add',
        method: 'POST',
        kind: 'write',
        path: '/v3/blocklist/add/',
        body: { session_id: uuid('sessionId', sessionId), ...flags('blocklist', items) },
      },
      Message,
      options,
    ),

  /** Takes away only what was blocked from this session; a value typed into a list by hand stays blocked. */
  remove: async ({ sessionId, items }: BlocklistChange, options?: CallOptions): Promise<Message> =>
    call.json(
      {
        operation: 'blocklist.remove',
        method: 'POST',
        kind: 'write',
        path: '/v3/blocklist/remove/',
        body: { session_id: uuid('sessionId', sessionId), ...flags('unblock', items) },
      },
      Message,
      options,
    ),

  list: async (input: Paging & { itemType?: BlocklistItemType | undefined } = {}, options?: CallOptions): Promise<BlocklistPage> =>
    call.json(
      {
        operation: 'blocklist.list',
        method: 'GET',
        kind: 'read',
        path: '/v3/blocklist/',
        query: { item_type: input.itemType, limit: input.limit ?? 50, offset: input.offset },
      },
      AnyBlocklistPage,
      options,
    ),
})

export const makeLists = (call: Caller) => ({
  list: async (
    input: Paging & { listType?: string | undefined; entryType?: string | undefined } = {},
    options?: CallOptions,
  ): Promise<DiditListPage> =>
    call.json(
      {
        operation: 'lists.list',
        method: 'GET',
        kind: 'read',
        path: '/v3/lists/',
        query: {
          list_type: input.listType,
          entry_type: input.entryType,
          limit: input.limit ?? 50,
          offset: input.offset,
        },
      },
      AnyListPage,
      options,
    ),

  entries: async (input: Paging & { listId: string; search?: string | undefined }, options?: CallOptions): Promise<ListEntryPage> =>
    call.json(
      {
        operation: 'lists.entries',
        method: 'GET',
        kind: 'read',
        path: `/v3/lists/${uuid('listId', input.listId)}/entries/`,
        query: { search: input.search, limit: input.limit ?? 50, offset: input.offset },
      },
      AnyEntryPage,
      options,
    ),
})
