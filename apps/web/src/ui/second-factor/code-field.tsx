import { TextInput, type TextInputProps } from '@mantine/core'
import type { Ref } from 'react'

type FieldProps = Omit<TextInputProps, 'label' | 'type'> & { ref?: Ref<HTMLInputElement> }

/** Takes the six digits of the app; telephones offer them by themselves. */
export function CodeField(props: FieldProps) {
  return (
    <TextInput
      label="Code of your app"
      description="Six digits. Each is good once."
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={9}
      required
      withAsterisk={false}
      {...props}
    />
  )
}

/** Takes one of the codes that were kept when the second factor was set up. */
export function RecoveryField(props: FieldProps) {
  return (
    <TextInput
      label="Recovery code"
      description="One of the ten that you kept. Each is good once."
      name="recovery-code"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      required
      withAsterisk={false}
      {...props}
    />
  )
}
