import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { PersonRow } from '@verdict/contract/people'
import { useState } from 'react'
import { moment, plural } from '../../lib/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { cell, RecordTable } from '../../ui/record-table.tsx'
import { peopleQuery } from './people.queries.ts'
import { PersonDialog } from './person-dialog.tsx'
import { roleWord } from './role-words.ts'

/** Who has a seat and what they may do. */
export function PeoplePage() {
  const { people } = useSuspenseQuery(peopleQuery).data
  const [dialog, setDialog] = useState<{ person: PersonRow | null } | null>(null)
  const [said, setSaid] = useState('')

  return (
    <>
      <PageHead title="Team" about={plural(people.length, 'person', 'people')}>
        <span role="status" className={cell.meta}>
          {said}
        </span>
        <Button size="xs" variant="default" onClick={() => setDialog({ person: null })}>
          Add a person
        </Button>
      </PageHead>
      <RecordTable label="People" columns={['Name', 'E-mail', 'Roles', 'Second factor', 'Added', '']}>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <bdi>{person.name}</bdi>
              {person.active ? null : <span className={cell.meta}>switched off</span>}
            </td>
            <td>{person.email}</td>
            <td>{person.roles.map(roleWord).join(', ')}</td>
            <td>{person.secondFactor ? 'On' : <span className={cell.meta}>Off</span>}</td>
            <td>{moment(person.addedAt)}</td>
            <td className={cell.end}>
              <Button size="compact-sm" variant="default" onClick={() => setDialog({ person })} aria-label={`Change ${person.name}`}>
                Change
              </Button>
            </td>
          </tr>
        ))}
      </RecordTable>
      {dialog ? <PersonDialog person={dialog.person} onClose={() => setDialog(null)} onDone={setSaid} /> : null}
    </>
  )
}
