import { Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { submitKey } from '../../../lib/submit-key.ts'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import classes from '../actions/dialogs.module.css'

interface Props {
  holder: string
  onTake: (note: string) => Promise<void>
  onClose: () => void
}

/** Takes a case from a colleague, with a note that they see and the record keeps. */
export function TakeoverDialog({ holder, onTake, onClose }: Props) {
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const take = useMutation({ mutationFn: onTake, onSuccess: onClose })
  return (
    <Modal opened onClose={onClose} size={640} title="Take this case over" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        className={classes.form}
        onKeyDown={submitKey}
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim() === '') setMissing(true)
          else take.mutate(note.trim())
        }}
      >
        <p className={classes.lead}>
          <bdi>{holder}</bdi> works on it now. They see at once that you took it, and can no longer decide it; what they wrote stays on
          their page.
        </p>
        <Textarea
          label="Why"
          description={`${holder} reads it, and it goes on record.`}
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={note}
          error={missing && note.trim() === '' ? 'Say why you take the case over.' : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {take.error && <ProblemPanel error={take.error} compact />}
        <DialogFoot onCancel={onClose} verb="Take case over" pending={take.isPending} />
      </form>
    </Modal>
  )
}
