import { createDidit, isDiditError } from '@verdict/didit'
import type { Didit } from '@verdict/didit'
import type { Env } from '../env.ts'
import { upstreamSentence } from './upstream-sentence.ts'
import type { Finding } from './examine.ts'

const SLOW_MS = 1500
/** Webhooks are refused from 300 s on; half of that is time to act. */
const SKEW_MS = 150_000

/** One list call with our key, and the list of webhook destinations. Nothing is changed upstream. */
export async function examineUpstream(env: Env): Promise<Finding[]> {
  if (env.apiKey === null) return []
  const didit = createDidit({ apiKey: env.apiKey, baseUrl: env.baseUrl })
  try {
    const key = await examineKey(didit)
    const skew = await examineClock(env.baseUrl)
    return [key, ...skew, ...(key.ok === 'no' ? [] : [await examineDestinations(didit, env.publicUrl)])]
  } finally {
    await didit.close()
  }
}

async function examineKey(didit: Didit): Promise<Finding> {
  const began = performance.now()
  try {
    await didit.sessions.list({ limit: 1 })
    const ms = Math.round(performance.now() - began)
    const found = `the key is taken; an answer took ${ms} ms`
    return ms > SLOW_MS
      ? { ok: 'maybe', what: 'Didit', found, fix: 'Every cold screen waits that long: look at the network between here and Didit.' }
      : { ok: 'yes', what: 'Didit', found }
  } catch (error) {
    if (!isDiditError(error)) throw error
    const { title, fix } = upstreamSentence(error)
    return { ok: 'no', what: 'Didit', found: title, fix }
  }
}

async function examineClock(baseUrl: string): Promise<Finding[]> {
  const response = await fetch(new URL('/system/healthcheck', baseUrl), { redirect: 'manual', signal: AbortSignal.timeout(5000) }).catch(
    () => null,
  )
  const date = Date.parse(response?.headers.get('date') ?? '')
  await response?.body?.cancel()
  if (Number.isNaN(date)) return []
  const skew = Math.abs(Date.now() - date)
  const seconds = Math.round(skew / 1000)
  if (skew < SKEW_MS) return [{ ok: 'yes', what: 'clock', found: `within ${seconds} s of Didit’s` }]
  return [
    {
      ok: 'no',
      what: 'clock',
      found: `${seconds} s away from Didit’s`,
      fix: 'Set this machine’s clock (NTP): webhooks older than 300 s are refused.',
    },
  ]
}

async function examineDestinations(didit: Didit, publicUrl: string): Promise<Finding> {
  const ours = `${publicUrl}/webhooks/didit`
  try {
    const destinations = await didit.webhookDestinations.list()
    const mine = destinations.find(({ url }) => url === ours)
    if (mine?.enabled === true) return { ok: 'yes', what: 'webhooks', found: `Didit delivers to ${ours}` }
    if (mine)
      return { ok: 'no', what: 'webhooks', found: `the destination ${ours} is switched off`, fix: 'Switch it on in Didit’s console.' }
    return {
      ok: 'maybe',
      what: 'webhooks',
      found: `none of Didit’s ${destinations.length} destinations is ${ours}`,
      fix: 'Add it in Didit’s console and put its secret into DIDIT_WEBHOOK_SECRETS; set PUBLIC_URL if the address is another.',
    }
  } catch (error) {
    if (!isDiditError(error)) throw error
    return {
      ok: 'maybe',
      what: 'webhooks',
      found: 'this key may not read the destinations',
      fix: 'Compare them in Didit’s console by hand.',
    }
  }
}
