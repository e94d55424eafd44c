import { Button } from '@mantine/core'
import type { SessionDetail } from '@verdict/contract/case'
import type { Ref } from 'react'
import { submitKey } from '../../../lib/submit-key.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { useAddNote } from '../case.mutations.ts'
import { useDraft } from '../model/use-draft.ts'
import { backToWarning } from '../parts/back-to-warning.ts'
import classes from './trail.module.css'

/** Writes a note; what was typed stays until it is kept by the server. */
export function NoteComposer({ session, field }: { session: SessionDetail; field: Ref<HTMLTextAreaElement> }) {
  const [draft, change] = useDraft(session.id)
  const add = useAddNote(session.id)
  const { allowed, reason } = session.actions.note
  const text = draft.note.trim()
  if (!allowed) return <p className={classes.noNotes}>{reason ?? 'You cannot write notes here.'}</p>
  return (
    <form
      className={classes.composer}
      onKeyDown={submitKey}
      onSubmit={(event) => {
        event.preventDefault()
        if (text === '' || add.isPending) return
        add.mutate(text, { onSuccess: () => change((now) => (now.note.trim() === text ? { note: '' } : {})) })
      }}
    >
      {add.error && <ProblemPanel error={add.error} compact />}
      <textarea
        ref={field}
        aria-label="Note"
        aria-keyshortcuts="c"
        placeholder="Write a note"
        rows={2}
        maxLength={4000}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          backToWarning(event.currentTarget)
        }}
        value={draft.note}
        onChange={(event) => change(() => ({ note: event.target.value }))}
      />
      <div>
        <KeyHint keys="c" />
        <Button
          type="submit"
          variant="default"
          size="compact-md"
          disabled={text === ''}
          loading={add.isPending}
          aria-keyshortcuts="Control+Enter"
        >
          Add note
        </Button>
      </div>
    </form>
  )
}
