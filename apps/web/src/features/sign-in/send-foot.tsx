import { Button } from '@mantine/core'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Refusal } from './refusal.tsx'
import type { SignInProblem } from './sign-in-problem.ts'

interface Props {
  refusal: SignInProblem | null
  /** Seconds until it may be tried again. */
  wait: number
  verb: string
  pending: boolean
}

/** Foot of a form of the door: why it was refused and for how long, and the button that sends it. */
export function SendFoot({ refusal, wait, verb, pending }: Props) {
  return (
    <>
      <Refusal refusal={refusal} wait={wait} />
      <Button type="submit" size="sm" fullWidth loading={pending} disabled={wait > 0} rightSection={<KeyHint keys="Enter" onFilled />}>
        {verb}
      </Button>
    </>
  )
}
