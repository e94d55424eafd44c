import { fieldError } from '../http/didit-errors.ts'
import type { EntryType } from '../store/list-store.ts'

const ALPHA3 = new Map(
  'DE DEU FR FRA ES ESP IT ITA GB GBR IE IRL NL NLD PT PRT PL POL US USA BR BRA MX MEX IN IND CN CHN JP JPN KR KOR IR IRN KP PRK MM MMR RU RUS NG NGA KE KEN ZA ZAF AE ARE'
    .match(/[A-Z]{2} [A-Z]{3}/g)
    ?.map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
)

const REFUSALS: Readonly<Partial<Record<EntryType, { form: RegExp; text: string }>>> = {
  phone: { form: /^\+[1-9]\d{6,14}$/, text: 'Enter a valid phone number.' },
  email: { form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, text: 'Enter a valid email address.' },
  ip_address: { form: /^[0-9a-f.:]+(\/\d{1,3})?$/, text: 'Enter a valid IP address or CIDR range.' },
  device_fingerprint: { form: /^[a-z0-9]{8,}$/, text: 'Device fingerprint must have at least 8 alphanumeric characters.' },
  country: { form: /^[A-Z]{3}$/, text: 'Enter a valid ISO 3166-1 country code.' },
}

function normal(type: EntryType, text: string): string {
  if (type === 'phone') return text.replaceAll(/[\s().-]/g, '')
  if (type === 'email' || type === 'ip_address' || type === 'device_fingerprint') return text.toLowerCase()
  if (type === 'country') return ALPHA3.get(text.toUpperCase()) ?? text.toUpperCase()
  return text
}

/** A hand-typed value in the form in which it is compared; throws the 400 of a value that is none. */
export function entryValue(type: EntryType, text: string): string {
  const value = normal(type, text.trim())
  const rule = REFUSALS[type]
  if (value === '' || (rule !== undefined && !rule.form.test(value)))
    throw fieldError('value', rule?.text ?? 'This field may not be blank.')
  return value
}
