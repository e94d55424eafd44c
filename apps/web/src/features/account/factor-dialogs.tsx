import '@mantine/core/styles/InlineInput.layer.css'
import { Button, Modal } from '@mantine/core'
import type { Problem } from '@verdict/contract/problem'
import type { FactorOffer } from '@verdict/contract/second-factor'
import { plural } from '../../lib/format.ts'
import { asProblem } from '../../lib/problem.ts'
import { useSecondsUntil } from '../../lib/use-seconds-until.ts'
import { FactorSetup } from '../../ui/second-factor/factor-setup.tsx'
import { RecoveryList } from '../../ui/second-factor/recovery-list.tsx'
import { useConfirmFactor } from './account.mutations.ts'

interface SetupProps {
  offer: FactorOffer
  onClose: () => void
  onCodes: (codes: string[]) => void
}

/** Scan and confirm. Until the first code came back the old way of signing in goes on. */
export function SetupDialog({ offer, onClose, onCodes }: SetupProps) {
  const confirm = useConfirmFactor()
  const problem = confirm.error ? asProblem(confirm.error) : null
  const wait = useSecondsUntil(problem?.retryAfter ? confirm.submittedAt + problem.retryAfter * 1000 : 0)
  const words = problem && wordsOf(problem)
  return (
    <Modal opened onClose={onClose} size={640} title="Set up a second factor" closeButtonProps={{ 'aria-label': 'Close' }}>
      <FactorSetup
        offer={offer}
        pending={confirm.isPending}
        wait={wait}
        refusal={words && `${words}${wait > 0 ? ` Wait ${plural(wait, 'second')}, then try again.` : ''}`}
        onCode={(code) => confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })}
      >
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </FactorSetup>
    </Modal>
  )
}

function wordsOf({ status, code, title, detail }: Problem): string {
  if (status === 429) return 'Too many tries.'
  if (code === 'code-wrong') return 'This code is not right. Take the one that the app shows now; if it stays, scan the picture again.'
  return `${title}. ${detail}`
}

/** The codes, this once: nothing but the button closes them. */
export function CodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title="Your recovery codes"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <RecoveryList codes={codes} onKept={onClose} />
    </Modal>
  )
}
