import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs'
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs'
import type { Delivery, DeliveryPage, DeliveryState, Destinations } from '@verdict/contract/webhooks'
import { count } from '../../lib/format.ts'
import type { Term } from '../../ui/vocabulary.ts'

export const stateTerms: Readonly<Record<DeliveryState, Term>> = {
  waiting: { word: 'Waiting', icon: IconClock, hue: 'waiting' },
  done: { word: 'Done', icon: IconCheck, hue: 'good' },
  late: { word: 'Late', icon: IconHistory, hue: 'plain' },
  failed: { word: 'Failing', icon: IconAlertTriangle, hue: 'bad' },
}

export const destinationTerms: Readonly<Record<Destinations['state'], Term>> = {
  good: { word: 'Set up', icon: IconCheck, hue: 'good' },
  faulty: { word: 'Needs repair', icon: IconAlertTriangle, hue: 'attention' },
  missing: { word: 'Not registered', icon: IconPlugConnectedX, hue: 'bad' },
}

const ways: Readonly<Record<Delivery['verifiedBy'], string>> = { raw: 'Whole body', v2: 'Whole body (V2)', simple: 'Four values only' }

export const signatureWords = ({ verifiedBy, secret }: Delivery): string =>
  secret === 'previous' ? `${ways[verifiedBy]}, older secret` : ways[verifiedBy]

/** Whole seconds are all that Didit tells, so a short lag has no decimals. */
export function lagWords(ms: number): string {
  if (ms < 2_000) return 'under 2 s'
  if (ms < 120_000) return `${String(Math.round(ms / 1000))} s`
  if (ms < 7_200_000) return `${String(Math.round(ms / 60_000))} min`
  return `${String(Math.round(ms / 3_600_000))} h`
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['no-secret', 'no secret known here'],
  ['bad-body', 'not readable'],
  ['no-signature', 'unsigned'],
  ['bad-signature', 'wrong signature'],
  ['stale', 'too old or clock wrong'],
  ['too-large', 'too large'],
])

export function refusedWords({ total, why }: DeliveryPage['refused']): string {
  if (total === 0) return 'None turned away'
  return `${count(total)} turned away: ${why.map((each) => `${count(each.count)} ${reasons.get(each.why) ?? each.why}`).join(', ')}`
}
