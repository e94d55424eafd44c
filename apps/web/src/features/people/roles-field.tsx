import '@mantine/core/styles/Checkbox.layer.css'
import { Checkbox, Stack } from '@mantine/core'
import type { Role } from '@verdict/contract/access'
import type { ReactNode } from 'react'
import { roleWords } from './role-words.ts'

interface Props {
  value: Role[]
  onChange: (roles: Role[]) => void
  error: ReactNode
}

export function RolesField({ value, onChange, error }: Props) {
  return (
    <Checkbox.Group
      label="Roles"
      description="A person with several roles may do the sum of them."
      value={value}
      onChange={onChange}
      error={error}
    >
      <Stack gap="sm" mt={8}>
        {roleWords.map(({ role, word, may }) => (
          <Checkbox key={role} value={role} label={word} description={may} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
