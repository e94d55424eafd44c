import { Modal, Stack, Textarea } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { DifferenceList } from './difference-list.tsx'
import { Overtaken } from './overtaken.tsx'
import type { Difference } from './policy.differences.ts'
import classes from './policy.module.css'
import type { useDraftPolicy } from './use-draft-policy.ts'
import type { useChangePolicy } from './policy.mutations.ts'

interface Props {
  work: ReturnType<typeof useDraftPolicy>
  differences: readonly Difference[]
  save: ReturnType<typeof useChangePolicy>
  onSave: (note: string) => void
  onClose: () => void
}

/** What changes, in words, and why. The last look before it applies to everybody. */
export function ReviewDialog({ work, differences, save, onSave, onClose }: Props) {
  const [missing, setMissing] = useState(false)
  const { note, setNote, base, current, isOvertaken } = work
  const goOn = (): void => {
    save.reset()
    work.continueOnTop()
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setMissing(note.trim() === '')
    if (note.trim() !== '' && !isOvertaken && differences.length > 0) onSave(note.trim())
  }
  return (
    <Modal opened onClose={onClose} size={760} title="Review and save the policy" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate>
        <Stack gap="md">
          {isOvertaken ? <Overtaken base={base} current={current} onContinue={goOn} /> : null}
          <section className={classes.changes} aria-label="Your changes">
            <h3 className={classes.sub}>{isOvertaken ? `Your changes to version ${String(base.version)}` : 'What changes'}</h3>
            <DifferenceList differences={differences} />
          </section>
          <Textarea
            label="Why the policy changes"
            description="Stays on record with your name and every version."
            data-autofocus
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={note}
            onChange={({ currentTarget }) => {
              setMissing(false)
              setNote(currentTarget.value)
            }}
            error={missing ? 'Write why the policy changes.' : null}
          />
          {save.error && !isOvertaken ? <ProblemPanel error={save.error} compact /> : null}
          <DialogFoot
            onCancel={onClose}
            verb={`Save as version ${String(base.version + 1)}`}
            pending={save.isPending}
            disabled={isOvertaken || differences.length === 0}
            stay
          >
            {isOvertaken
              ? 'Continue on top of theirs first.'
              : 'It applies to everybody at once. What waits for approval keeps its version.'}
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  )
}
