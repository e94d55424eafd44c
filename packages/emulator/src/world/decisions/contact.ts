import type { Cast } from '../cast.ts'
import { moment, nodeId } from '../cast.ts'
import type { JsonObject } from '../types.ts'

/** One `phone_verifications` item, confirmed by a code. */
export function phone(cast: Cast): JsonObject {
  const { person, dice } = cast
  const channel = dice.pick('channel', ['sms', 'sms', 'whatsapp'])
  return {
    node_id: nodeId('PHONE'),
    status: 'Approved',
    phone_number_prefix: person.country.dial,
    phone_number: person.phone.slice(person.country.dial.length),
    full_number: person.phone,
    country_code: person.country.alpha2,
    country_name: person.country.name,
    carrier: { name: dice.pick('carrier', ['Specimen Mobile', 'Example Telecom', 'Sample Cellular']), type: 'mobile' },
    is_disposable: false,
    is_virtual: false,
    verification_method: channel,
    verification_attempts: 1,
    verified_at: moment(cast, 48),
    lifecycle: [
      event(cast, 'PHONE_VERIFICATION_MESSAGE_SENT', 21, 0.08, { status: 'Success', reason: null, channel, actual_channel: channel }),
      event(cast, 'VALID_CODE_ENTERED', 47, 0, { code_tried: dice.digits('smscode', 6), status: 'Approved' }),
      event(cast, 'PHONE_VERIFICATION_APPROVED', 48, 0, null),
    ],
    warnings: [],
    matches: [],
  }
}

/** One `email_verifications` item, confirmed by a code. */
export function email(cast: Cast): JsonObject {
  const { person, dice } = cast
  return {
    node_id: nodeId('EMAIL_VERIFICATION'),
    status: 'Approved',
    email: person.email,
    is_breached: false,
    breaches: [],
    is_disposable: false,
    is_undeliverable: false,
    verification_attempts: 1,
    verified_at: moment(cast, 92),
    warnings: [],
    lifecycle: [
      event(cast, 'EMAIL_VERIFICATION_MESSAGE_SENT', 60, 0.03, { status: 'Success', reason: null }),
      event(cast, 'VALID_CODE_ENTERED', 91, 0, { code_tried: dice.digits('mailcode', 6), status: 'Approved' }),
      event(cast, 'EMAIL_VERIFICATION_APPROVED', 92, 0, null),
    ],
    matches: [],
  }
}

function event(cast: Cast, type: string, seconds: number, fee: number, details: JsonObject | null): JsonObject {
  return { type, timestamp: moment(cast, seconds), details, fee }
}

/** What a phone or e-mail match says of another session. */
export function contactMatch(other: Cast, field: 'phone_number' | 'email', value: string): JsonObject {
  return {
    session_id: other.sessionId,
    session_number: other.number,
    vendor_data: other.vendorData,
    verification_date: moment(other, 48),
    [field]: value,
    status: other.status,
    is_blocklisted: false,
    api_service: null,
    source: 'session',
  }
}

/** A data leak of an invented site, as `breaches` lists it. */
export function breach(cast: Cast, which: number): JsonObject {
  const site = ['Example Travel Club', 'Sample Forum', 'Specimen Shop'][which] ?? 'Example Site'
  const host = `${site.toLowerCase().replaceAll(' ', '-')}.example`
  return {
    name: site.replaceAll(' ', ''),
    domain: host,
    logo_path: `https://${host}/logo.png`,
    breach_date: `${2019 + which}-0${which + 3}-1${which}`,
    description: `Accounts of ${site}, an invented site, were copied and later shared.`,
    is_verified: true,
    data_classes: ['email_addresses', 'names', 'passwords'].slice(0, 1 + (which % 3)),
    breach_emails_count: cast.dice.int(`breach${which}`, 20_000, 6_000_000),
  }
}
