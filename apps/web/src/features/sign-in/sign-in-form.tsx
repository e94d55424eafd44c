import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SignInStep } from '@verdict/contract/second-factor'
import { useRef, type ReactNode, type RefObject } from 'react'
import { api } from '../../lib/api.ts'
import { useRefusal } from './refusal.tsx'
import { SendFoot } from './send-foot.tsx'
import { signInProblem } from './sign-in-problem.ts'
import styles from './sign-in.module.css'

interface SignInFormProps {
  email: string
  password: string
  onChange: (next: { email: string; password: string }) => void
  /** The password was right: null when that is all, else what is still missing. */
  onRight: (step: SignInStep | null) => void
  /** The e-mail stands fast when an expired sign-in is renewed. */
  emailFixed?: boolean
  passwordRef?: RefObject<HTMLInputElement | null>
  children?: ReactNode
}

/** E-mail and password; keeps the e-mail after a refusal and says in words what went wrong. */
export function SignInForm({ email, password, onChange, onRight, emailFixed = false, passwordRef, children }: SignInFormProps) {
  const own = useRef<HTMLInputElement>(null)
  const field = passwordRef ?? own
  const signIn = useMutation({
    mutationFn: () => api.signIn({ email: email.trim(), password }),
    onSuccess: onRight,
    onError: () => {
      field.current?.select()
    },
  })
  const { refusal, wait } = useRefusal(signIn, signInProblem)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (wait === 0 && email && password && !signIn.isPending) signIn.mutate()
      }}
    >
      <TextInput
        label="Work e-mail"
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        size="sm"
        readOnly={emailFixed}
        value={email}
        onChange={(event) => {
          onChange({ email: event.currentTarget.value, password })
        }}
      />
      <PasswordInput
        ref={field}
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="sm"
        data-autofocus={emailFixed || undefined}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
        onChange={(event) => {
          onChange({ email, password: event.currentTarget.value })
        }}
      />
      <SendFoot refusal={refusal} wait={wait} verb="Continue" pending={signIn.isPending} />
      {children}
    </form>
  )
}
