import type { QueueView } from '@verdict/contract/queue'

export interface QueueSearch {
  view?: QueueView
  /** Workflow id. */
  workflow?: string
  /** Country codes, comma between. */
  country?: string
}

const views: Record<QueueView, true> = { all: true, watchList: true, returned: true, companies: true, mine: true, snoozed: true }

function isView(value: unknown): value is QueueView {
  return typeof value === 'string' && Object.hasOwn(views, value)
}

function text(value: unknown): string | undefined {
  const found = typeof value === 'string' ? value.trim() : ''
  return found === '' ? undefined : found
}

/** Reads the URL; what cannot be understood is left out. */
export function parseQueueSearch(search: Record<string, unknown>): QueueSearch {
  const workflow = text(search['workflow'])
  const country = text(search['country'])
    ?.toUpperCase()
    .split(',')
    .filter((code) => /^[A-Z]{3}$/.test(code))
    .join(',')
  return {
    ...(isView(search['view']) && search['view'] !== 'all' && { view: search['view'] }),
    ...(workflow && { workflow }),
    ...(country && { country }),
  }
}
