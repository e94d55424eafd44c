import type { RunOf } from '@verdict/contract/case'
import { fieldsOf, isEmpty, numberOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { type Fact, Facts, FlagWord } from '../parts/facts.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { MatchList } from './match-list.tsx'
import { SubPart } from './sub-part.tsx'

const shown = [
  'ipAddress',
  'ipCountry',
  'ipCountryCode',
  'ipState',
  'ipCity',
  'isp',
  'organization',
  'isVpnOrTor',
  'isDataCenter',
  'timeZone',
  'timeZoneOffset',
  'deviceBrand',
  'deviceModel',
  'platform',
  'osFamily',
  'browserFamily',
  'deviceFingerprint',
  'locationsInfo',
  'matches',
  'nodeId',
  'status',
  'warnings',
]

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(', ')

/** Distances that upstream gives, whatever it calls them: numbers whose name speaks of a distance. */
function distanceRows(info: RunOf<'ipAnalysis'>['data']['locationsInfo']): Fact[] {
  return Object.entries(fieldsOf(info)).flatMap(([place, value]) =>
    Object.entries(fieldsOf(value)).flatMap(([key, found]) => {
      const entry = fieldsOf(found)
      const distance = numberOf(found) ?? numberOf(entry['distance'])
      if (distance === null || !/distance/iu.test(key)) return []
      return [
        {
          label: `${wordsOf(place)}: ${
            wordsOf(key)
              .replace(/distance\s*/iu, '')
              .trim() || 'distance'
          }`,
          value: `${distance.toLocaleString('en-GB', { maximumFractionDigits: 1 })} km`,
        },
      ]
    }),
  )
}

export function IpAnalysisBody({ run }: { run: RunOf<'ipAnalysis'> }) {
  const { data } = run
  const distances = distanceRows(data.locationsInfo)
  return (
    <>
      <Facts
        rows={[
          { label: 'IP address', value: data.ipAddress },
          { label: 'Place', value: joined(data.ipCity, data.ipState, data.ipCountry ?? data.ipCountryCode) },
          { label: 'Provider', value: joined(data.isp, data.organization === data.isp ? null : data.organization) },
          { label: 'VPN or Tor', value: <FlagWord value={data.isVpnOrTor} worry /> },
          { label: 'Data centre', value: <FlagWord value={data.isDataCenter} worry /> },
          { label: 'Time zone', value: joined(data.timeZone, data.timeZoneOffset) },
        ]}
      />
      <SubPart title="Device">
        <Facts
          rows={[
            { label: 'Device', value: joined(data.deviceBrand, data.deviceModel) },
            { label: 'System', value: joined(data.osFamily, data.platform) },
            { label: 'Browser', value: data.browserFamily },
            { label: 'Fingerprint', value: data.deviceFingerprint },
          ]}
        />
      </SubPart>
      {distances.length > 0 && (
        <SubPart title="Distances">
          <Facts rows={distances} />
        </SubPart>
      )}
      <MatchList title="Same address or device elsewhere" matches={data.matches} />
      {!isEmpty(data.locationsInfo) && <OtherFields data={data.locationsInfo ?? {}} shown={[]} title="Places" />}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
