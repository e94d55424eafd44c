import type { Cast } from '../cast.ts'
import { moment, nodeId } from '../cast.ts'
import type { JsonObject } from '../types.ts'
import { spot } from './address.ts'

interface Spot {
  latitude: number
  longitude: number
}

/** One `ip_analyses` item from the cast's device. */
export function ipAnalysis(cast: Cast): JsonObject {
  const { device, person, dice } = cast
  const here: Spot = {
    latitude: Math.round((device.place.latitude + (dice.unit('iplat') - 0.5) * 0.2) * 1e4) / 1e4,
    longitude: Math.round((device.place.longitude + (dice.unit('iplng') - 0.5) * 0.2) * 1e4) / 1e4,
  }
  const document = cast.ran.includes('ID_VERIFICATION') ? spot(person) : null
  const proof = cast.ran.includes('POA') ? spot(person) : null
  const fromDocument = document === null ? null : kilometres(here, document)
  const fromProof = proof === null ? null : kilometres(here, proof)
  const between = document === null || proof === null ? null : 0
  return {
    node_id: nodeId('IP_ANALYSIS'),
    status: 'Approved',
    ...deviceInfo(cast),
    ip_country: device.country.name,
    ip_country_code: device.country.alpha2,
    ip_state: device.place.region,
    ip_city: device.place.city,
    ...here,
    ip_address: device.ip,
    isp: device.isp,
    organization: device.isp,
    is_vpn_or_tor: device.vpn,
    is_data_center: device.dataCentre,
    time_zone: device.country.zone,
    time_zone_offset: device.country.offset,
    ip: { location: { ...here }, distance_from_id_document: fromDocument, distance_from_poa_document: fromProof },
    id_document: { location: document, distance_from_ip: fromDocument, distance_from_poa_document: between },
    poa_document: { location: proof, distance_from_ip: fromProof, distance_from_id_document: between },
    warnings: [],
    matches: [],
  }
}

function deviceInfo({ device }: Cast): JsonObject {
  return {
    device_brand: device.brand,
    device_model: device.model,
    browser_family: device.browser,
    os_family: device.os,
    platform: device.platform,
    device_fingerprint: device.fingerprint,
  }
}

/** One `matches` item: another session from the same device or address. */
export function deviceMatch(other: Cast, type: 'ip_address' | 'device_fingerprint'): JsonObject {
  const { device } = other
  return {
    session_id: other.sessionId,
    session_number: other.number,
    vendor_data: other.vendorData,
    verification_date: moment(other, 15),
    match_type: type,
    match_source: type === 'ip_address' ? 'ip_address' : 'persistent_id',
    matched_value: type === 'ip_address' ? device.ip : device.fingerprint,
    status: other.status,
    is_blocklisted: false,
    api_service: null,
    source: 'session',
    device_info: deviceInfo(other),
    location_info: {
      ip_address: device.ip,
      ip_country: device.country.name,
      ip_country_code: device.country.alpha2,
      ip_state: device.place.region,
      ip_city: device.place.city,
      is_vpn_or_tor: device.vpn,
      is_data_center: device.dataCentre,
    },
    confidence: type === 'ip_address' ? 0 : 1,
    match_mode: type === 'ip_address' ? 'co_occurrence' : 'deterministic',
  }
}

function kilometres(a: Spot, b: Spot): number {
  const rad = Math.PI / 180
  const half = (from: number, to: number): number => Math.sin(((to - from) * rad) / 2) ** 2
  const h = half(a.latitude, b.latitude) + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * half(a.longitude, b.longitude)
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(h)) * 10) / 10
}
