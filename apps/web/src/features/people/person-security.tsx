import { Button, Group, Stack, Text } from '@mantine/core'
import type { PersonRow } from '@verdict/contract/people'
import { plural } from '../../lib/format.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useResetFactor, useSignOutEverywhere } from './people.mutations.ts'

interface Props {
  person: PersonRow
  onDone: (said: string) => void
}

/** For a lost phone or a lost laptop: each acts at once, besides what the form changes. */
export function PersonSecurity({ person, onDone }: Props) {
  const reset = useResetFactor()
  const signOut = useSignOutEverywhere()
  const error = reset.error ?? signOut.error
  return (
    <Stack gap={8} role="group" aria-label="At once">
      <Text size="sm" fw={500}>
        At once
      </Text>
      <Group gap={8}>
        <Button
          variant="default"
          size="xs"
          loading={signOut.isPending}
          onClick={() =>
            signOut.mutate(person.id, {
              onSuccess: ({ ended }) => onDone(`${person.name} is signed out everywhere: ${plural(ended, 'sign-in')} ended.`),
            })
          }
        >
          {signOut.isSuccess ? 'Signed out everywhere' : 'Sign out everywhere'}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={!person.secondFactor || reset.isSuccess}
          loading={reset.isPending}
          onClick={() =>
            reset.mutate(person.id, { onSuccess: () => onDone(`${person.name} sets up a new second factor at the next sign-in.`) })
          }
        >
          {reset.isSuccess ? 'Second factor taken away' : 'Take second factor away'}
        </Button>
      </Group>
      <Text size="xs" c="var(--v-text-3)">
        {person.secondFactor
          ? 'Taking the second factor away signs them out; the next sign-in asks them to set up a new one. Make sure that it is them who asks.'
          : 'They have no second factor.'}
      </Text>
      {error ? <ProblemPanel error={error} compact /> : null}
    </Stack>
  )
}
