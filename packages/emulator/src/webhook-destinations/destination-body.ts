import { FieldErrors, readBoolean, readChoice, readText, REQUIRED } from '../http/fields.ts'
import type { Destination } from '../store/destination.ts'
import type { JsonObject } from '../world/types.ts'
import { WEBHOOK_EVENTS } from '../webhooks/webhook-event.ts'

export interface DestinationBody {
  label?: string
  url?: string
  enabled?: boolean
  version?: Destination['version']
  events?: string[]
}

const VERSIONS = ['v1', 'v2', 'v3'] as const

function readEvents(body: JsonObject, errors: FieldErrors): string[] | undefined {
  const value = body['subscribed_events']
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    errors.add('subscribed_events', 'Expected a list of items but got type "str".')
    return undefined
  }
  if (value.length === 0) errors.add('subscribed_events', 'At least one subscribed event is required.')
  const known: ReadonlySet<unknown> = new Set(WEBHOOK_EVENTS)
  const names = value.filter((item) => typeof item === 'string')
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0) errors.add('subscribed_events', `Unsupported webhook events: ${unknown.join(', ')}`)
  return names
}

/** Validates a destination's fields; `others` are the application's other destinations. */
export function parseDestinationBody(body: JsonObject, others: readonly Destination[], isNew: boolean): DestinationBody {
  const errors = new FieldErrors()
  if (isNew) for (const field of ['label', 'url']) if (body[field] === undefined) errors.add(field, REQUIRED)
  const label = readText(body, 'label', errors, { max: 255 })
  const url = readText(body, 'url', errors)
  if (typeof url === 'string') {
    if (!URL.canParse(url) || !/^https?:/.test(url)) errors.add('url', 'Enter a valid URL.')
    else if (others.some((other) => other.url === url)) errors.add('url', 'This webhook destination already exists for the application.')
  }
  const enabled = readBoolean(body, 'enabled', errors)
  const version = readChoice(body, 'webhook_version', VERSIONS, errors)
  const events = readEvents(body, errors)
  errors.throwIfAny()
  const chosen = VERSIONS.find((candidate) => candidate === version)
  return {
    ...(typeof label === 'string' ? { label } : {}),
    ...(typeof url === 'string' ? { url } : {}),
    ...(enabled === undefined ? {} : { enabled }),
    ...(chosen === undefined ? {} : { version: chosen }),
    ...(events === undefined ? {} : { events }),
  }
}
