import type { RunOf } from '@verdict/contract/case'
import { moment } from '../../../lib/format.ts'
import { compareDays, compareNumbers, compareTexts } from '../model/compare-values.ts'
import { showDay } from '../model/day.ts'
import { type Fields, fieldsOf, firstText, isEmpty, listText } from '../model/json-shape.ts'
import { ownersOf } from '../model/ownership.ts'
import { isGraph, ownersOfGraph } from '../model/ownership-graph.ts'
import { wordsOf } from '../model/words.ts'
import { useCaseRoom } from '../case-room.tsx'
import { AgreementMark } from '../parts/agreement-mark.tsx'
import { Facts, FlagWord, Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { OwnershipChart } from './ownership-chart.tsx'
import { OwnershipTree } from './ownership-tree.tsx'
import { RegistryPeople } from './registry-people.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

const compared = [
  {
    label: 'Name',
    registry: ['companyName'],
    provided: ['companyName', 'company_name', 'legalName', 'legal_name', 'name'],
    compare: compareTexts,
  },
  {
    label: 'Registration no.',
    registry: ['registrationNumber'],
    provided: ['registrationNumber', 'registration_number'],
    compare: compareNumbers,
  },
  {
    label: 'Country',
    registry: ['countryCode'],
    provided: ['registryCountry', 'registry_country', 'countryCode', 'country_code', 'country'],
    compare: compareTexts,
  },
  {
    label: 'Address',
    registry: ['registeredAddress'],
    provided: ['registeredAddress', 'registered_address', 'address'],
    compare: compareTexts,
  },
  { label: 'Incorporated', registry: ['incorporationDate'], provided: ['incorporationDate', 'incorporation_date'], compare: compareDays },
  {
    label: 'Tax number',
    registry: ['taxNumber'],
    provided: ['taxNumber', 'tax_number', 'vatNumber', 'vat_number'],
    compare: compareNumbers,
  },
  { label: 'Kind', registry: ['companyType'], provided: ['companyType', 'company_type'], compare: compareTexts },
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
  'lastConsoleEditAt',
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
          <th scope="col" className={classes.agreement}>
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
            <tr key={label} data-field={own[0]}>
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

function Ownership({ value }: { value: unknown }) {
  if (isEmpty(value)) return null
  const owners = isGraph(value) ? ownersOfGraph(value) : ownersOf(value)
  const top = owners.length === 1 && (owners[0]?.children.length ?? 0) > 0
  return (
    <SubPart title="Ownership" field="ownershipStructure" aside="Owners stand below what they own">
      {owners.length > 0 ? (
        <>
          <OwnershipChart owners={owners} label="Ownership" />
          <details className={classes.fold}>
            <summary>The same as a list</summary>
            <OwnershipTree owners={owners} label="Ownership" top={top} />
          </details>
        </>
      ) : (
        <GenericFields fields={{ ownership: value }} />
      )}
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
        <Ownership value={ownershipStructure} />
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
          {
            label: 'In the registry',
            field: 'registryStatus',
            value: company.registryStatus && (
              <span className={/^active$/iu.test(company.registryStatus) ? undefined : classes.oddCell}>
                {wordsOf(company.registryStatus)}
              </span>
            ),
            missing: 'State not known',
          },
          { label: 'From registry', field: 'isFromRegistry', value: <FlagWord value={company.isFromRegistry} worry={false} /> },
          { label: 'Verification', field: 'verificationStatus', value: company.verificationStatus && wordsOf(company.verificationStatus) },
          {
            label: 'Risk',
            field: 'riskLevel',
            value: company.riskLevel && (
              <span className={company.riskLevel === 'LOW' ? undefined : classes.oddCell}>{wordsOf(company.riskLevel)}</span>
            ),
            missing: 'Not rated',
          },
          {
            label: 'VAT number',
            field: 'vatValidationStatus',
            value: company.vatValidationStatus && wordsOf(company.vatValidationStatus),
            missing: 'Not checked',
          },
          ...(firstText(company, 'lastConsoleEditAt') === null
            ? []
            : [{ label: 'Edited by hand', field: 'lastConsoleEditAt', value: moment(firstText(company, 'lastConsoleEditAt') ?? '') }]),
        ]}
      />
      <Ownership value={ownershipStructure} />
      <RegistryPeople title="Beneficial owners" value={company.beneficialOwners} shares />
      <RegistryPeople title="Officers" value={company.officers} shares={false} />
      <OtherFields data={{ registryData: company.registryData }} shown={[]} title="All of the registry" />
      <OtherFields data={{ userProvidedData: company.userProvidedData }} shown={[]} title="All that was provided" />
      <OtherFields data={company} shown={shownCompany} title="Other fields of the company" />
      <OtherFields
        data={run.data}
        shown={['company', 'ownershipStructure', 'nodeId', 'status', 'warnings']}
        title="Other fields of the check"
      />
    </>
  )
}
