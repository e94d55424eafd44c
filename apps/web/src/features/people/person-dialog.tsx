import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import { Modal, PasswordInput, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Role } from '@verdict/contract/access'
import type { PersonChange, PersonRow } from '@verdict/contract/people'
import { plural } from '../../lib/format.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useAddPerson, useChangePerson } from './people.mutations.ts'
import { PersonSecurity } from './person-security.tsx'
import { RolesField } from './roles-field.tsx'

interface Props {
  /** Null adds somebody new. */
  person: PersonRow | null
  onClose: () => void
  onDone: (said: string) => void
}

const needed = (sentence: string) => (value: string) => (value.trim() === '' ? sentence : null)

/** Only what differs: the record then says what was changed. */
function changeOf(person: PersonRow, { roles, password, active }: { roles: Role[]; password: string; active: boolean }): PersonChange {
  const sameRoles = roles.length === person.roles.length && roles.every((role) => person.roles.includes(role))
  const asked: PersonChange = {
    ...(sameRoles ? {} : { roles }),
    ...(password === '' ? {} : { password }),
    ...(active === person.active ? {} : { active }),
  }
  return Object.keys(asked).length === 0 ? { roles } : asked
}

function changedWords(name: string, takenBack: number): string {
  if (takenBack === 0) return `${name} is changed.`
  return `${name} is changed. ${plural(takenBack, 'decision')} not sent yet ${takenBack === 1 ? 'was' : 'were'} taken back: look for the cases in the queue.`
}

/** Adds a person with a first password, or changes roles, password and way in of one. */
export function PersonDialog({ person, onClose, onDone }: Props) {
  const add = useAddPerson()
  const alter = useChangePerson()
  const form = useForm<{ name: string; email: string; password: string; roles: Role[]; active: boolean }>({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      password: '',
      roles: person?.roles ?? [],
      active: person?.active ?? true,
    },
    validate: {
      name: needed('Write the name.'),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : 'This is not an e-mail address.'),
      password: (password) => ((person && password === '') || password.length >= 12 ? null : 'Use at least 12 characters.'),
      roles: (roles) => (roles.length === 0 ? 'Choose at least one role.' : null),
    },
  })
  const change = person ? alter : add
  const submit = form.onSubmit(({ name, email, password, roles, active }) => {
    const done = {
      onSuccess: ({ takenBack = 0 }: PersonRow) => {
        onDone(person ? changedWords(person.name, takenBack) : `${name.trim()} may sign in now.`)
        onClose()
      },
    }
    if (person) alter.mutate({ id: person.id, change: changeOf(person, { roles, password, active }) }, done)
    else add.mutate({ name: name.trim(), email: email.trim(), password, roles }, done)
  })

  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={person ? `Change ${person.name}` : 'Add a person'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit} onKeyDown={submitKey} noValidate>
        <Stack gap="md">
          {person ? null : (
            <>
              <TextInput
                label="Name"
                description="Stands beside every decision of theirs."
                data-autofocus
                autoComplete="off"
                {...form.getInputProps('name')}
              />
              <TextInput label="Work e-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
              <PasswordInput
                label="First password"
                description="At least 12 characters. Hand it over in person or by phone."
                autoComplete="new-password"
                {...form.getInputProps('password')}
              />
            </>
          )}
          <RolesField value={form.values.roles} onChange={(roles) => form.setFieldValue('roles', roles)} error={form.errors['roles']} />
          {person ? (
            <>
              <PasswordInput
                label="New password"
                description="Leave it empty to keep the old one. A new one ends their sign-ins; hand it over in person or by phone."
                autoComplete="new-password"
                {...form.getInputProps('password')}
              />
              <Switch
                label="May sign in"
                description="Switched off, their sign-ins end at once and decisions not sent yet are taken back. Their name stays in the record."
                {...form.getInputProps('active', { type: 'checkbox' })}
              />
              <PersonSecurity person={person} onDone={onDone} />
            </>
          ) : null}
          {change.error ? <ProblemPanel error={change.error} compact /> : null}
          <DialogFoot onCancel={onClose} pending={change.isPending} verb={person ? 'Change person' : 'Add person'} />
        </Stack>
      </form>
    </Modal>
  )
}
