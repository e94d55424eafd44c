import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../../lib/me.ts'
import { signInGate } from '../../lib/gate.ts'
import { SignInFlow } from './sign-in-flow.tsx'

/** Lies over any page whose call met an expired sign-in; what was typed below stays, the call is repeated. */
export function ExpiredDialog({ onLeave }: { onLeave: () => void }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Your sign-in has ended"
      size={420}
      centered
      returnFocus
    >
      <Renewal onLeave={onLeave} />
    </Modal>
  )
}

function Renewal({ onLeave }: { onLeave: () => void }) {
  const me = useMe()
  const queryClient = useQueryClient()
  const [password, setPassword] = useState('')
  return (
    <>
      <SignInFlow
        email={me.email}
        password={password}
        emailFixed
        inDialog
        onChange={(next) => {
          setPassword(next.password)
        }}
        onSignedIn={() => {
          signInGate.settle(true)
          void queryClient.invalidateQueries({ refetchType: 'active' })
        }}
      >
        <Button
          variant="subtle"
          onClick={() => {
            signInGate.settle(false)
            onLeave()
          }}
        >
          Leave this page and sign in as somebody else
        </Button>
      </SignInFlow>
    </>
  )
}
