import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, Modal, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { api } from '../../lib/api.ts'
import { stepUpGate } from '../../lib/gate.ts'
import { useMe } from '../../lib/me.ts'
import { asProblem } from '../../lib/problem.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { CodeField, RecoveryField } from '../../ui/second-factor/code-field.tsx'
import { Refusal, useRefusal } from './refusal.tsx'
import { stepUpProblem } from './sign-in-problem.ts'
import styles from './sign-in.module.css'

/** Escape must not also close the dialog below, which holds what was typed. */
const keepEscape = { 'data-mantine-stop-propagation': 'true' }

/** Lies over any page whose call wants the password or a code given lately; then the call is repeated. */
export function StepUpDialog() {
  const turnAway = (): void => {
    stepUpGate.settle(false)
  }
  return (
    <Modal
      opened
      onClose={turnAway}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Show that it is you"
      size={420}
      centered
      returnFocus
    >
      <Proof onCancel={turnAway} />
    </Modal>
  )
}

type Way = 'password' | 'app' | 'recovery'

function Proof({ onCancel }: { onCancel: () => void }) {
  const { secondFactor } = useMe()
  const [way, setWay] = useState<Way>(secondFactor ? 'app' : 'password')
  const [typed, setTyped] = useState('')
  const prove = useMutation({
    mutationFn: () => api.stepUp(way === 'password' ? { password: typed } : { code: typed }),
    onSuccess: () => {
      stepUpGate.settle(true)
    },
    onError: (error) => {
      // The second factor came or went in another browser since this page was opened.
      const path = asProblem(error).fields?.[0]?.path
      if (path !== (way === 'password' ? 'code' : 'password')) return
      setTyped('')
      setWay(path === 'code' ? 'app' : 'password')
    },
  })
  const { refusal, wait } = useRefusal(prove, stepUpProblem)
  const field = {
    value: typed,
    'data-autofocus': true,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value)
    },
    ...keepEscape,
  }
  return (
    <form
      className={styles.proof}
      noValidate
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key === 'Escape') onCancel()
        submitKey(event)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (wait === 0 && typed.trim() !== '' && !prove.isPending) prove.mutate()
      }}
    >
      <p>This changes who may do what, or what protects others. Nothing was changed yet, and nothing that you typed is lost.</p>
      {way === 'password' && <PasswordInput label="Password" name="password" autoComplete="current-password" {...field} />}
      {way === 'app' && <CodeField {...field} />}
      {way === 'recovery' && <RecoveryField {...field} />}
      {way !== 'password' && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setTyped('')
              prove.reset()
              setWay(way === 'app' ? 'recovery' : 'app')
            }}
          >
            {way === 'app' ? 'Use a recovery code' : 'Use the code of my app'}
          </Button>
        </div>
      )}
      <Refusal refusal={refusal} wait={wait} />
      <DialogFoot onCancel={onCancel} verb="Go on" pending={prove.isPending} disabled={wait > 0} />
    </form>
  )
}
