import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { CodeField, RecoveryField } from '../../ui/second-factor/code-field.tsx'
import { useRefusal } from './refusal.tsx'
import { SendFoot } from './send-foot.tsx'
import { codeProblem } from './sign-in-problem.ts'
import styles from './sign-in.module.css'

interface Props {
  onSignedIn: () => void
  /** Back to the password: by choice, or because it took too long. */
  onRestart: (why: string) => void
}

/** The second half of a sign-in: the code of the app, or a recovery code. */
export function CodeForm({ onSignedIn, onRestart }: Props) {
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<'app' | 'recovery'>('app')
  const field = useRef<HTMLInputElement>(null)
  const focusFirst = useCallback((input: HTMLInputElement | null) => {
    field.current = input
    input?.focus()
  }, [])
  const send = useMutation({
    mutationFn: () => api.signInByCode({ code }),
    onSuccess: onSignedIn,
    onError: (error) => {
      const { over, text } = codeProblem(error)
      if (over) onRestart(text)
      else field.current?.select()
    },
  })
  const { refusal, wait } = useRefusal(send, codeProblem)
  const Field = kind === 'app' ? CodeField : RecoveryField
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (wait === 0 && code.trim() !== '' && !send.isPending) send.mutate()
      }}
    >
      <Field
        key={kind}
        ref={focusFirst}
        data-autofocus
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value)
        }}
      />
      <SendFoot refusal={refusal} wait={wait} verb="Sign in" pending={send.isPending} />
      <div className={styles.ways}>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setCode('')
            send.reset()
            setKind(kind === 'app' ? 'recovery' : 'app')
          }}
        >
          {kind === 'app' ? 'Use a recovery code' : 'Use the code of my app'}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            onRestart('')
          }}
        >
          Start again
        </Button>
      </div>
    </form>
  )
}
