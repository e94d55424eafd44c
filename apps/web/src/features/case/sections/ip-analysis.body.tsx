import type { RunOf } from '@verdict/contract/case'
import { fieldsOf, isEmpty, numberOf } from '../model/json-shape.ts'
import { distanceWords } from '../model/places.ts'
import { wordsOf } from '../model/words.ts'
import { type Fact, Facts, FlagWord } from '../parts/facts.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { MatchList } from './match-list.tsx'
import { SubPart } from './sub-part.tsx'
import { wordTable } from '../../../lib/word-table.ts'

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
  'latitude',
  'longitude',
  'matches',
  'nodeId',
  'status',
  'warnings',
]

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(', ')

const placeWords = wordTable<string>({ ip: 'Connection', idDocument: 'Document', poaDocument: 'Proof of address' })
const otherEnd = wordTable<string>({
  distanceFromIp: 'ip',
  distanceFromIdDocument: 'idDocument',
  distanceFromPoaDocument: 'poaDocument',
})

/** Each distance once, whichever end told it; names that we do not know are shown in words. */
function distanceRows(info: RunOf<'ipAnalysis'>['data']['locationsInfo']): Fact[] {
  const told = new Set<string>()
  return Object.entries(fieldsOf(info)).flatMap(([place, value]) =>
    Object.entries(fieldsOf(value)).flatMap(([key, found]) => {
      const distance = numberOf(found) ?? numberOf(fieldsOf(found)['distance'])
      if (distance === null || !/distance/iu.test(key)) return []
      const other = otherEnd[key] ?? key
      const pair = [place, other].toSorted().join(' ')
      if (told.has(pair)) return []
      told.add(pair)
      const ends = [placeWords[place] ?? wordsOf(place), (placeWords[other] ?? wordsOf(other)).toLowerCase()]
      return [{ label: ends.join(' to '), field: key, value: distanceWords(distance) }]
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
          { label: 'IP address', field: 'ipAddress', value: data.ipAddress },
          { label: 'Place', field: 'ipCountry', value: joined(data.ipCity, data.ipState, data.ipCountry ?? data.ipCountryCode) },
          { label: 'Provider', field: 'isp', value: joined(data.isp, data.organization === data.isp ? null : data.organization) },
          { label: 'VPN or Tor', field: 'isVpnOrTor', value: <FlagWord value={data.isVpnOrTor} worry /> },
          { label: 'Data centre', field: 'isDataCenter', value: <FlagWord value={data.isDataCenter} worry /> },
          { label: 'Time zone', field: 'timeZone', value: joined(data.timeZone, data.timeZoneOffset) },
        ]}
      />
      <SubPart title="Device">
        <Facts
          rows={[
            { label: 'Device', field: 'deviceModel', value: joined(data.deviceBrand, data.deviceModel) },
            { label: 'System', field: 'osFamily', value: joined(data.osFamily, data.platform) },
            { label: 'Browser', field: 'browserFamily', value: data.browserFamily },
            { label: 'Fingerprint', field: 'deviceFingerprint', value: data.deviceFingerprint },
          ]}
        />
      </SubPart>
      {distances.length > 0 && (
        <SubPart title="Distances" aside="As the crow flies">
          <Facts rows={distances} />
        </SubPart>
      )}
      <MatchList title="Same address or device elsewhere" matches={data.matches} />
      {(!isEmpty(data.locationsInfo) || !isEmpty(data['latitude'])) && (
        <OtherFields data={{ ...data.locationsInfo, latitude: data['latitude'], longitude: data['longitude'] }} shown={[]} title="Places" />
      )}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
