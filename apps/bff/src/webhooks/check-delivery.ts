import type { Gap, GapList, WebhookTest } from '@verdict/contract/webhooks'
import type { Didit } from '@verdict/didit'
import { DiditRefusedError } from '@verdict/didit'
import type { WebhookDelivery } from '@verdict/didit/wire/settings'
import type { OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import { adaptGap, arrived, eventIdOf } from './destination.adapt.ts'
import type { Inbox } from './inbox.repository.ts'
import { destinationMissing } from './webhooks.errors.ts'

const PAGE = 100
const LOOK_BACK_MS = 2 * 86_400_000
/** What was sent a moment ago may still be under way. */
const UNDER_WAY_MS = 10_000

interface Deps {
  didit: Pick<Didit, 'webhookDestinations'>
  inbox: Pick<Inbox, 'known'>
  onRecord: OnRecord
  clock: () => number
  ourUrl: string
}

const withheld = 'Didit does not show this key its log of deliveries. Look at it in Didit’s console.'
const isWithheld = (error: unknown): boolean =>
  error instanceof DiditRefusedError && (error.reason === 'not-found' || error.reason === 'credentials')

/** What Didit's log says about deliveries to us, and the ways to have one sent again. */
export const makeCheckDelivery = ({ didit, inbox, onRecord, clock, ourUrl }: Deps) => {
  const ours = async (): Promise<string> => {
    const found = (await didit.webhookDestinations.list()).find(({ url }) => url === ourUrl)
    if (!found) throw destinationMissing()
    return found.uuid
  }
  const resend = (by: Person, action: string, destinationUuid: string, deliveryUuid: string) =>
    onRecord({ by, action, subject: deliveryUuid }, (_seq, calls) =>
      didit.webhookDestinations.resend({ destinationUuid, deliveryUuid }, calls),
    )

  return {
    /** Has Didit send its latest delivery to us once more: through the whole way that a real one takes. */
    test: async (by: Person): Promise<WebhookTest> => {
      const askedAt = iso(clock())
      const none = (state: WebhookTest['state'], said: string): WebhookTest => ({ state, eventId: null, askedAt, said })
      const destinationUuid = await ours()
      let last: WebhookDelivery | undefined
      try {
        last = (await didit.webhookDestinations.deliveries({ destinationUuid, limit: 1 })).results[0]
      } catch (error) {
        if (isWithheld(error)) return none('unavailable', `${withheld} Press “Try Webhook” there; it appears below.`)
        throw error
      }
      if (!last?.uuid) {
        return none('nothing-to-send', 'Didit has sent nothing to us yet. Press “Try Webhook” in Didit’s console; it appears below.')
      }
      const { value } = await resend(by, 'webhook.test-asked', destinationUuid, last.uuid)
      const eventId = eventIdOf(value) ?? eventIdOf(last)
      if (!arrived(value)) return { state: 'failed', eventId, askedAt, said: `Didit sent it. ${adaptGap(value).answer}` }
      return { state: 'asked', eventId, askedAt, said: 'Didit sent its latest delivery again.' }
    },

    /** What Didit sent during the last two days and what is not here. */
    gaps: async (): Promise<GapList> => {
      const now = clock()
      const since = now - LOOK_BACK_MS
      const told = { since: iso(since), asOf: iso(now) }
      let log: WebhookDelivery[]
      try {
        const destinationUuid = await ours()
        log = (await didit.webhookDestinations.deliveries({ destinationUuid, limit: PAGE, dateFrom: iso(since).slice(0, 10) })).results
      } catch (error) {
        if (isWithheld(error)) return { ...told, gaps: [], compared: 0, unavailable: withheld }
        throw error
      }
      const settled = log.filter((delivery) => !(Date.parse(delivery.created_at ?? '') > now - UNDER_WAY_MS))
      const known = await inbox.known(settled.flatMap((delivery) => eventIdOf(delivery) ?? []))
      const gaps = new Map<string, Gap>()
      for (const delivery of settled) {
        const gap = adaptGap(delivery)
        const key = gap.eventId ?? gap.deliveryId
        if (gap.deliveryId === '' || gaps.has(key)) continue
        if (gap.eventId === null ? !arrived(delivery) : !known.has(gap.eventId)) gaps.set(key, gap)
      }
      return { ...told, gaps: [...gaps.values()], compared: settled.length, unavailable: null }
    },

    /** Has Didit send one delivery again. */
    resend: async (by: Person, deliveryId: string): Promise<void> => {
      await resend(by, 'webhook.resend-asked', await ours(), deliveryId)
    },
  }
}
export type CheckDelivery = ReturnType<typeof makeCheckDelivery>
