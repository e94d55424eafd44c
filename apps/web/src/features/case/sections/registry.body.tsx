import type { RunOf } from '@verdict/contract/case'
import { compareDays, compareNumbers, compareTexts } from '../model/compare-values.ts'
import { showDay } from '../model/day.ts'
import { type Fields, fieldsOf, firstText, isEmpty, listText } from '../model/json-shape.ts'
import { ownersOf } from '../model/ownership.ts'
import { wordsOf } from '../model/words.ts'
import { useCaseRoom } from '../case-room.tsx'
import { AgreementMark } from '../parts/agreement-mark.tsx'
import { Facts, FlagWord, Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { OwnershipTree } from './ownership-tree.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

const compared = [
  { label: 'Name', registry: ['companyName'], provided: ['companyName', 'legalName', 'name'], compare: compareTexts },
  { label: 'Registration no.', registry: ['registrationNumber'], provided: ['registrationNumber'], compare: compareNumbers },
  { label: 'Country', registry: ['countryCode'], provided: ['registryCountry', 'countryCode', 'country'], compare: compareTexts },
  { label: 'Address', registry: ['registeredAddress'], provided: ['registeredAddress', 'address'], compare: compareTexts },
  { label: 'Incorporated', registry: ['incorporationDate'], provided: ['incorporationDate'], compare: compareDays },
  { label: 'Tax number', registry: ['taxNumber'], provided: ['taxNumber', 'vatNumber'], compare: compareNumbers },
  { label: 'Kind', registry: ['companyType'], provided: ['companyType'], compare: compareTexts },
] as const

const shownCompany = [
  'uuid',
  'companyName',
  'registrationNumber',
  'countryCode',
  'registryStatus',
  'verificationStatus',
  'companyType',
  'incorporationDate',
  'registeredAddress',
  'taxNumber',
  'riskLevel',
  'vatValidationStatus',
  'officers',
  'beneficialOwners',
  'registryData',
  'userProvidedData',
  'isFromRegistry',
]

const read = (fields: Fields, keys: readonly string[]) => {
  for (const key of keys) {
    const text = listText(fields[key]) ?? firstText(fieldsOf(fields[key]), 'formattedAddress', 'fullAddress', 'address', 'value')
    if (text !== null) return text
  }
  return null
}

function RegistryTable({ registry, provided }: { registry: Fields; provided: Fields }) {
  return (
    <table className={classes.sources}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Registry</th>
          <th scope="col">Provided</th>
          <th scope="col">
            <span className="v-hidden">Agreement</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {compared.map(({ label, registry: own, provided: said, compare }) => {
          const [left, right] = [read(registry, own), read(provided, said)]
          const agreement = left !== null && right !== null ? compare(left, right) : null
          const dated = compare === compareDays
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {left === null ? (
                  <Missing />
                ) : (
                  <MarkedText text={dated ? showDay(left) : left} reference={agreement === 'differs' ? right : null} />
                )}
              </td>
              <td data-differs={agreement === 'differs' || undefined}>
                {right === null ? (
                  <Missing>Not asked</Missing>
                ) : (
                  <MarkedText text={dated ? showDay(right) : right} reference={agreement === 'differs' ? left : null} />
                )}
              </td>
              <td>
                <AgreementMark agreement={agreement} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Owners({ title, value, shares = true }: { title: string; value: unknown; shares?: boolean }) {
  if (isEmpty(value)) return null
  const owners = ownersOf(value)
  return (
    <SubPart title={title}>
      {owners.length > 0 ? <OwnershipTree owners={owners} label={title} shares={shares} /> : <GenericFields fields={{ [title]: value }} />}
    </SubPart>
  )
}

/** What the registry has beside what the company said, its people and who owns it. */
export function RegistryBody({ run }: { run: RunOf<'registry'> }) {
  const { session } = useCaseRoom()
  const { company, ownershipStructure } = run.data
  if (!company) {
    return (
      <>
        <p className={classes.quiet}>No company was found or stored.</p>
        <Owners title="Ownership" value={ownershipStructure} />
        <OtherFields data={run.data} shown={['company', 'ownershipStructure', 'nodeId', 'status', 'warnings']} />
      </>
    )
  }
  const provided = { ...session.expected, ...fieldsOf(company.userProvidedData) }
  return (
    <>
      <RegistryTable registry={company} provided={provided} />
      <Facts
        rows={[
          { label: 'In the registry', value: company.registryStatus && wordsOf(company.registryStatus) },
          { label: 'From registry', value: <FlagWord value={company.isFromRegistry} worry={false} /> },
          { label: 'Verification', value: company.verificationStatus && wordsOf(company.verificationStatus) },
          { label: 'Risk', value: company.riskLevel && wordsOf(company.riskLevel), missing: 'Not rated' },
          { label: 'VAT number', value: company.vatValidationStatus && wordsOf(company.vatValidationStatus), missing: 'Not checked' },
        ]}
      />
      <Owners title="Ownership" value={ownershipStructure} />
      <Owners title="Beneficial owners" value={company.beneficialOwners} />
      <Owners title="Officers" value={company.officers} shares={false} />
      <OtherFields data={{ registryData: company.registryData }} shown={[]} title="All of the registry" />
      <OtherFields data={{ userProvidedData: company.userProvidedData }} shown={[]} title="All that was provided" />
      <OtherFields data={company} shown={shownCompany} />
      <OtherFields data={run.data} shown={['company', 'ownershipStructure', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
