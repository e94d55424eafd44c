import { Button, Loader } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { plural } from '../../lib/format.ts'
import { useSecondsUntil } from '../../lib/use-seconds-until.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { FactorSetup } from '../../ui/second-factor/factor-setup.tsx'
import { codeProblem } from './sign-in-problem.ts'

interface Props {
  /** Signed in; the codes are shown once. */
  onCodes: (codes: string[]) => void
  onRestart: (why: string) => void
}

/** Sets a second factor up for somebody whose role demands one: nothing else is open to them before. */
export function EnrolForm({ onCodes, onRestart }: Props) {
  // Each asking makes another secret: once is enough, and it is forgotten with the form.
  const offer = useQuery({
    queryKey: ['factor-at-sign-in'],
    queryFn: api.factorAtSignIn,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const confirm = useMutation({
    mutationFn: (code: string) => api.confirmFactorAtSignIn({ code }),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes)
    },
    onError: (error) => {
      const { over, text } = codeProblem(error)
      if (over) onRestart(text)
    },
  })
  const refusal = confirm.isError ? codeProblem(confirm.error) : null
  const wait = useSecondsUntil(refusal && refusal.wait > 0 ? confirm.submittedAt + refusal.wait * 1000 : 0)
  const startAgain = (
    <Button
      variant="default"
      onClick={() => {
        onRestart('')
      }}
    >
      Start again
    </Button>
  )
  if (offer.error) return <ProblemPanel error={offer.error} compact actions={startAgain} />
  if (!offer.data) return <Loader size="sm" aria-label="Making a key" />
  return (
    <FactorSetup
      offer={offer.data}
      pending={confirm.isPending}
      wait={wait}
      refusal={refusal && `${refusal.text}${wait > 0 ? ` Wait ${plural(wait, 'second')}, then try again.` : ''}`}
      onCode={(code) => {
        confirm.mutate(code)
      }}
    >
      {startAgain}
    </FactorSetup>
  )
}
