import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { api } from '../../lib/api.ts'
import { plural } from '../../lib/format.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { signInProblem } from './sign-in-problem.ts'
import styles from './sign-in.module.css'

interface SignInFormProps {
  email: string
  password: string
  onChange: (next: { email: string; password: string }) => void
  onSignedIn: () => void
  /** The e-mail stands fast when an expired sign-in is renewed. */
  emailFixed?: boolean
  passwordRef?: RefObject<HTMLInputElement | null>
  children?: ReactNode
}

/** E-mail and password; keeps the e-mail after a refusal and says in words what went wrong. */
export function SignInForm({ email, password, onChange, onSignedIn, emailFixed = false, passwordRef, children }: SignInFormProps) {
  const own = useRef<HTMLInputElement>(null)
  const field = passwordRef ?? own
  const signIn = useMutation({
    mutationFn: () => api.signIn({ email: email.trim(), password }),
    onSuccess: onSignedIn,
    onError: () => {
      field.current?.select()
    },
  })
  const refusal = signIn.isError ? signInProblem(signIn.error) : null
  const wait = useCountdown(refusal?.wait ?? 0, signIn.failureCount + signIn.submittedAt)
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
        size="md"
        readOnly={emailFixed}
        autoFocus={!emailFixed && email === ''}
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
        size="md"
        autoFocus={emailFixed}
        data-autofocus={emailFixed || undefined}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        onChange={(event) => {
          onChange({ email, password: event.currentTarget.value })
        }}
      />
      <div role="alert" className={styles.refusal}>
        {refusal && (wait > 0 || refusal.wait === 0) && (
          <p>
            {refusal.text}
            {wait > 0 && ` Wait ${plural(wait, 'second')}, then try again.`}
          </p>
        )}
      </div>
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={signIn.isPending}
        disabled={wait > 0}
        rightSection={<KeyHint keys="Enter" onFilled />}
      >
        Continue
      </Button>
      {children}
    </form>
  )
}

/** Counts `from` down to zero by seconds, anew whenever `run` changes. */
function useCountdown(from: number, run: number): number {
  const [left, setLeft] = useState(from)
  useEffect(() => {
    setLeft(from)
    if (from === 0) return
    const timer = setInterval(() => {
      setLeft((before) => Math.max(0, before - 1))
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [from, run])
  return left
}
