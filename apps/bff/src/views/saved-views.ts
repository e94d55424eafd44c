import { ViewSearch, type SavedView, type SavedViewInput, type SavedViewList } from '@verdict/contract/views'
import type { Ledger } from '../ledger/ledger.ts'
import { AppError } from '../lib/app-error.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import type { SavedViewsTable } from './views.tables.ts'

const MOST_OF_ONE = 100

const viewUnknown = () =>
  new AppError('not-found', 404, 'There is no such view', 'It may have been removed. Views of other people can only be removed by them.')
const tooManyViews = () =>
  new AppError(
    'invalid-input',
    422,
    'There are too many views',
    `One person keeps at most ${MOST_OF_ONE}. Remove one that is not used any more.`,
  )

const sharingRefused = () =>
  new AppError(
    'not-allowed',
    403,
    'Your role does not share views',
    'Save it for yourself; somebody who works on cases can share it with the team.',
  )

const adapt = (row: SavedViewsTable, person: Person): SavedView => ({
  id: row.id,
  name: row.name,
  search: ViewSearch.parse(JSON.parse(row.search)),
  shared: row.shared === 1,
  by: { id: row.by_id, name: row.by_name },
  mine: row.by_id === person.id,
})

/** Filters that were given a name: one's own, and those that somebody shared with the team. */
export function makeSavedViews(deps: { store: Store; ledger: Ledger; clock: () => number; newId: () => string }) {
  const { store, ledger, clock, newId } = deps
  return {
    list: async (person: Person): Promise<SavedViewList> => {
      const rows = await store
        .selectFrom('saved_views')
        .selectAll()
        .where((view) => view.or([view('by_id', '=', person.id), view('shared', '=', 1)]))
        .orderBy('name')
        .orderBy('id')
        .execute()
      return { views: rows.map((row) => adapt(row, person)) }
    },

    save: async (person: Person, { name, search, shared = false }: SavedViewInput): Promise<SavedView> => {
      if (shared && !person.permissions.includes('notes.write')) throw sharingRefused()
      const row: SavedViewsTable = {
        id: newId(),
        name,
        search: JSON.stringify(search),
        shared: shared ? 1 : 0,
        by_id: person.id,
        by_name: person.name,
        made_at: clock(),
      }
      await store.transaction().execute(async (trx) => {
        const own = await trx.selectFrom('saved_views').select('id').where('by_id', '=', person.id).execute()
        if (own.length >= MOST_OF_ONE) throw tooManyViews()
        // What a view looks for may name a person, so the record has only that it was made.
        await ledger.append(trx, { actor: person, action: 'view.saved', subject: row.id, data: { shared } })
        await trx.insertInto('saved_views').values(row).execute()
      })
      return adapt(row, person)
    },

    remove: async (person: Person, id: string): Promise<void> => {
      await store.transaction().execute(async (trx) => {
        const row = await trx.selectFrom('saved_views').select('id').where('id', '=', id).where('by_id', '=', person.id).executeTakeFirst()
        if (!row) throw viewUnknown()
        await ledger.append(trx, { actor: person, action: 'view.removed', subject: id })
        await trx.deleteFrom('saved_views').where('id', '=', id).execute()
      })
    },
  }
}
export type SavedViews = ReturnType<typeof makeSavedViews>
