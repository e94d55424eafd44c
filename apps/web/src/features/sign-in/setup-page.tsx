import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { asProblem } from '../../lib/problem.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs'
import { BrandMark } from '../../ui/shell/brand.tsx'
import styles from './sign-in.module.css'

/** Makes the first admin, with the token of the one-time link. */
export function SetupPage({ token, onDone }: { token: string; onDone: () => void }) {
  const [entry, setEntry] = useState({ name: '', email: '', password: '' })
  const make = useMutation({ mutationFn: () => api.firstAdmin({ token, ...entry }), onSuccess: onDone })
  const problem = make.isError ? asProblem(make.error) : null
  const fault = (path: string): string | undefined => problem?.fields?.find((field) => field.path === path)?.message
  if (token === '') {
    return (
      <EmptyState
        level={1}
        icon={IconLinkOff}
        title="This link is not whole"
        actions={
          <LinkButton variant="default" to="/sign-in">
            Sign in
          </LinkButton>
        }
      >
        Open the link exactly as the first start of Verdict printed it. If it is gone, start Verdict again: it prints a new one while there
        is no admin.
      </EmptyState>
    )
  }
  return (
    <main className={styles.left} style={{ minHeight: '100dvh' }}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <BrandMark size={24} />
          Verdict
        </div>
        <h1 className={styles.title}>The first admin</h1>
        <p className={styles.lead}>Admins add people and give roles; they decide no case. This link works once.</p>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            make.mutate()
          }}
        >
          <TextInput
            label="Your name"
            autoComplete="name"
            size="md"
            required
            withAsterisk={false}
            error={fault('name')}
            value={entry.name}
            onChange={(event) => {
              setEntry({ ...entry, name: event.currentTarget.value })
            }}
          />
          <TextInput
            label="Work e-mail"
            type="email"
            autoComplete="username"
            size="md"
            required
            withAsterisk={false}
            error={fault('email')}
            value={entry.email}
            onChange={(event) => {
              setEntry({ ...entry, email: event.currentTarget.value })
            }}
          />
          <PasswordInput
            label="Password"
            description="At least 12 characters"
            autoComplete="new-password"
            size="md"
            required
            minLength={12}
            withAsterisk={false}
            error={fault('password')}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
            value={entry.password}
            onChange={(event) => {
              setEntry({ ...entry, password: event.currentTarget.value })
            }}
          />
          <div role="alert" className={styles.refusal}>
            {problem && !problem.fields && `${problem.title} ${problem.detail}`}
          </div>
          <Button type="submit" size="md" fullWidth loading={make.isPending}>
            Make the first admin
          </Button>
        </form>
      </div>
    </main>
  )
}
