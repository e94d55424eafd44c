import type { Dice } from '../random.ts'
import { hex32 } from '../random.ts'
import type { Country, Place } from './country.ts'

export interface Device {
  brand: string
  model: string
  browser: string
  os: string
  platform: 'mobile' | 'desktop'
  fingerprint: string
  ip: string
  country: Country
  place: Place
  isp: string
  vpn: boolean
  dataCentre: boolean
}

type Model = readonly [brand: string, model: string, browser: string, os: string, platform: 'mobile' | 'desktop']

const MODELS: readonly Model[] = [
  ['Apple', 'iPhone', 'Mobile Safari', 'iOS', 'mobile'],
  ['Apple', 'iPhone', 'Chrome Mobile iOS', 'iOS', 'mobile'],
  ['Apple', 'Mac', 'Safari', 'Mac OS X', 'desktop'],
  ['Samsung', 'SM-S921B', 'Chrome Mobile', 'Android', 'mobile'],
  ['Samsung', 'SM-A546E', 'Samsung Internet', 'Android', 'mobile'],
  ['Google', 'Pixel 9', 'Chrome Mobile', 'Android', 'mobile'],
  ['Xiaomi', '2311DRK48G', 'Chrome Mobile', 'Android', 'mobile'],
  ['OPPO', 'CPH2581', 'Chrome Mobile', 'Android', 'mobile'],
  ['Tecno', 'KJ7', 'Chrome Mobile', 'Android', 'mobile'],
  ['Generic', 'PC', 'Firefox', 'Windows', 'desktop'],
  ['Generic', 'PC', 'Edge', 'Windows', 'desktop'],
]

const NETWORKS = ['192.0.2', '198.51.100', '203.0.113']

/** A device with an address in the ranges kept for documentation. */
export function deviceOf(dice: Dice, country: Country): Device {
  const [brand, model, browser, os, platform] = dice.pick('device', MODELS)
  return {
    brand,
    model,
    browser,
    os,
    platform,
    fingerprint: `didit-fp-${hex32(dice.bits('fp1'))}${hex32(dice.bits('fp2'))}`,
    ip: `${dice.pick('net', NETWORKS)}.${dice.int('host', 1, 254)}`,
    country,
    place: dice.pick('ipplace', country.places),
    isp: dice.pick('isp', ['Example Broadband', 'Specimen Mobile', 'Sample Fibre', 'Model Telecom']),
    vpn: false,
    dataCentre: false,
  }
}
