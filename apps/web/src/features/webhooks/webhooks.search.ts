import type { DeliveryState } from '@verdict/contract/webhooks'

export interface WebhooksSearch {
  view?: 'gaps' | undefined
  state?: DeliveryState | undefined
  session?: string | undefined
}

export const stateNames = ['waiting', 'done', 'late', 'failed'] as const satisfies readonly DeliveryState[]

/** Filter of the page in the URL; what does not parse is left out. */
export function parseWebhooksSearch(raw: Record<string, unknown>): WebhooksSearch {
  const session = raw['session']
  return {
    view: raw['view'] === 'gaps' ? 'gaps' : undefined,
    state: stateNames.find((state) => state === raw['state']),
    session: typeof session === 'string' && session !== '' ? session.slice(0, 100) : undefined,
  }
}
