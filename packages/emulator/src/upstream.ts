import type { Context } from 'hono'
import type { RateLimits } from './http/rate-limit.ts'
import { DIDIT_LIMITS, RateLimiter } from './http/rate-limit.ts'
import { Faults } from './control/faults.ts'
import { Journal } from './control/journal.ts'
import { MediaSigner } from './media/media-signer.ts'
import type { Application } from './store/application.ts'
import { createApplication } from './store/application.ts'
import { derivedToken, derivedUuid, IdSource } from './store/ids.ts'
import { MediaOverrides } from './media/media-overrides.ts'
import { Dispatcher, RETRY_DELAYS_MS } from './webhooks/dispatch.ts'
import type { WebhookEvent, WebhookType } from './webhooks/webhook-event.ts'
import type { JsonObject, MediaFile, SessionFacts } from './world/types.ts'
import { MEDIA_PREFIX } from './world/types.ts'

/** 2026-01-15T09:00:00Z: the instant at which a world stands unless another is asked for. */
export const DEFAULT_EPOCH = Date.UTC(2026, 0, 15, 9)
export const DEFAULT_SEED = 1
export const DEFAULT_SESSIONS = 600
const PARTNER_SESSIONS = 60

export interface WorldPlan {
  seed: number
  sessions: number
  /** Epoch ms. */
  epoch: number
}

export interface UpstreamOptions extends WorldPlan {
  now: () => number
  webhookFetch: typeof fetch
  webhookRetryDelays?: readonly number[]
  mediaOrigin?: string
  /** False: no call is ever refused for its rate. */
  rateLimits: boolean
}

const UNLIMITED: RateLimits = {
  get: Infinity,
  write: Infinity,
  create: Infinity,
  pdf: Infinity,
  updateData: Infinity,
  updatePoaData: Infinity,
}

/** Everything behind the HTTP surface; `reset` starts it over. */
export class Upstream {
  readonly now: () => number
  readonly limiter: RateLimiter
  readonly journal: Journal
  readonly faults: Faults
  readonly dispatcher: Dispatcher
  readonly balance = { cents: 123_456 }
  /** E-mails that Didit would have sent, newest last. */
  emails: JsonObject[] = []
  applications: readonly Application[] = []
  media: MediaSigner
  mediaOverrides = new MediaOverrides()
  plan: WorldPlan
  #events = new IdSource('events')
  readonly #mediaOrigin: string | undefined

  constructor(options: UpstreamOptions) {
    this.now = options.now
    this.#mediaOrigin = options.mediaOrigin
    this.limiter = new RateLimiter(options.now, options.rateLimits ? DIDIT_LIMITS : UNLIMITED)
    this.journal = new Journal()
    this.faults = new Faults(options.seed)
    this.plan = options
    this.dispatcher = new Dispatcher({
      now: options.now,
      newId: () => this.#events.uuid(),
      fetch: options.webhookFetch,
      retryDelays: options.webhookRetryDelays ?? RETRY_DELAYS_MS,
    })
    this.media = this.#signer(options)
    this.reset(options)
  }

  /** Forgets every change and derives new worlds; settings of faults and journal are cleared too. */
  reset(plan: WorldPlan): void {
    const { seed, sessions, epoch } = plan
    this.plan = { seed, sessions, epoch }
    this.applications = [
      createApplication({ id: derivedUuid('application', 'ours'), key: 'emulator-key', name: 'Emulated Bank', seed, sessions, epoch }),
      createApplication({
        id: derivedUuid('application', 'partner'),
        key: 'emulator-key-2',
        name: 'Emulated Partner',
        seed: seed + 1,
        sessions: Math.min(PARTNER_SESSIONS, sessions),
        epoch,
      }),
    ]
    this.balance.cents = 123_456
    this.emails = []
    this.media = this.#signer(plan)
    this.mediaOverrides = new MediaOverrides()
    this.#events = new IdSource(`events ${seed}`)
    this.limiter.clear()
    this.journal.clear()
    this.faults.clear()
    this.dispatcher.mischief = { duplicate: 0, reorder: false, drop: 0 }
  }

  byKey(key: string): Application | undefined {
    return this.applications.find((application) => application.key === key)
  }

  byId(id: string): Application | undefined {
    return this.applications.find((application) => application.id === id.toLowerCase())
  }

  /** Application that has this live session. */
  ownerOf(sessionId: string): Application | undefined {
    return this.applications.find((application) => application.sessions.facts(sessionId) !== undefined)
  }

  /** Origin that media links are made below. */
  originOf(c: Context): string {
    return this.#mediaOrigin ?? new URL(c.req.url).origin
  }

  /** Signs tokens of shares; an application cannot read them, only hand them back. */
  get shareSecret(): string {
    return derivedToken(43, 'share', this.plan.seed)
  }

  emit(application: Application, type: WebhookType, body: JsonObject): WebhookEvent {
    const event: WebhookEvent = { id: this.#events.uuid(), type, application, createdAt: this.now(), body }
    this.dispatcher.emit(event)
    return event
  }

  /** Tells that the profile behind a session counts differently now. */
  touchEntity(application: Application, facts: SessionFacts): void {
    if (facts.vendorData === null) return
    const entities = facts.kind === 'user' ? application.users : application.businesses
    this.emit(application, facts.kind === 'user' ? 'user.data.updated' : 'business.data.updated', {
      didit_internal_id: entities.internalId(facts.vendorData),
      vendor_data: facts.vendorData,
      changed_fields: ['approved_count', 'declined_count', 'in_review_count'],
    })
  }

  /** The file behind a media key, unless its session is gone or the file was lost. */
  async mediaFile(key: string): Promise<MediaFile | undefined> {
    const sessionId = key.slice(MEDIA_PREFIX.length).split('/')[0] ?? ''
    const override = this.mediaOverrides.get(key)
    if (override !== undefined) return override === 'lost' ? undefined : override
    for (const { sessions } of this.applications) {
      const isCopied = sessions.added().some((session) => session.extra.sharedFrom === sessionId)
      if (sessions.facts(sessionId) === undefined && !isCopied) continue
      const world = this.applications.find((application) => application.sessions.world.find(sessionId) !== undefined)?.sessions.world
      return world?.media(key)
    }
    return undefined
  }

  #signer({ seed, epoch }: WorldPlan): MediaSigner {
    return new MediaSigner({ secret: derivedToken(40, 'media', seed), now: this.now, epoch })
  }
}
