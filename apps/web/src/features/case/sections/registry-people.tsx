import { StatusBadge } from '../../../ui/status-badge.tsx'
import { firstText, isEmpty, rowsOf } from '../model/json-shape.ts'
import { numbered } from '../../../lib/numbered.ts'
import { readOwner } from '../model/ownership.ts'
import { rolesOf } from '../model/party-words.ts'
import { GenericFields, Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'
import { shareWords } from './ownership-chart.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

const personFields = ['name', 'fullName', 'firstName', 'lastName', 'companyName', 'designation', 'role', 'roles', 'entityType', 'kycStatus']
const shareFields = ['ownershipMinShares', 'ownershipMaxShares', 'effectiveOwnershipPercent', 'kycSessionId', 'kybSubSessionId', 'isActive']

/** Officers or owners as the registry names them. */
export function RegistryPeople({ title, value, shares }: { title: string; value: unknown; shares: boolean }) {
  if (isEmpty(value)) return null
  const people = rowsOf(value)
  if (people.length === 0) return <GenericFields fields={{ [title]: value }} />
  return (
    <SubPart title={title} aside={people.length} field={shares ? 'beneficialOwners' : 'officers'}>
      <Paged items={people} size={10}>
        {(rows) => (
          <ul className={classes.rows}>
            {numbered(rows).map(({ key, item }) => {
              const owner = readOwner(item)
              const status = firstText(item, 'kycStatus')
              const about = [
                firstText(item, 'designation') ?? rolesOf(item['roles'] ?? item['role']).join(', '),
                shares ? shareWords(owner) : '',
                item['isActive'] === false ? 'no longer active' : '',
              ]
              return (
                <li key={key} className={classes.row}>
                  <div className={classes.rowMain}>
                    <strong>
                      {owner.sessionId === null ? <bdi>{owner.name}</bdi> : <SessionLink id={owner.sessionId}>{owner.name}</SessionLink>}
                    </strong>
                    <span>{about.filter(Boolean).join(' · ') || 'Role not stored'}</span>
                    <OtherFields data={item} shown={['uuid', ...personFields, ...shareFields]} />
                  </div>
                  {status !== null && (
                    <div className={classes.rowEnd}>
                      <StatusBadge status={status} />
                    </div>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Paged>
    </SubPart>
  )
}
