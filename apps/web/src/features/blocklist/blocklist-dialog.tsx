import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { Checkbox, Modal, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { BlocklistItem, SessionDetail } from '@verdict/contract/case'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useBlock, useUnblock } from './blocklist.mutations.ts'
import classes from './blocklist-dialog.module.css'
import { itemList, itemWords } from './blocklist-words.ts'
import { submitKey } from '../../lib/submit-key.ts'

interface Props {
  session: Pick<SessionDetail, 'id' | 'number' | 'name'> & { items: SessionDetail['actions']['blocklist']['items'] }
  /** `add` blocks values of the session, `remove` takes them off. */
  mode: 'add' | 'remove'
  onClose: () => void
  onDone: (said: string) => void
}

interface Form {
  items: BlocklistItem[]
  reason: string
}

const copy = {
  add: {
    title: 'Blocklist from',
    about: 'Later sessions with a blocked value are declined at once. Past sessions stay as they are.',
    verb: 'Blocklist',
    done: 'Blocked',
  },
  remove: {
    title: 'Remove from the blocklist:',
    about: 'Later sessions with these values are no longer declined for it. A value typed into a list by hand stays blocked.',
    verb: 'Remove',
    done: 'No longer blocked',
  },
} as const

/** Blocks face, document, phone or e-mail of one session, or takes them off; always with a reason for the record. */
export function BlocklistDialog({ session, mode, onClose, onDone }: Props) {
  const words = copy[mode]
  const block = useBlock()
  const unblock = useUnblock()
  const change = mode === 'add' ? block : unblock
  const form = useForm<Form>({
    initialValues: { items: mode === 'remove' ? session.items.filter((item) => item.available).map(({ item }) => item) : [], reason: '' },
    validate: {
      items: (items) => (items.length === 0 ? 'Choose at least one.' : null),
      reason: (reason) => (reason.trim() === '' ? 'Say why, for the record.' : null),
    },
  })
  const chosen = form.values.items
  const submit = form.onSubmit(({ items, reason }) => {
    change.mutate(
      { sessionId: session.id, items, reason: reason.trim() },
      {
        onSuccess: (answer) => {
          const what = `${itemList(items)} of ${session.number === null ? 'this session' : String(session.number)}`
          onDone(
            'approvalId' in answer
              ? `Still blocked: ${what}. A manager must agree; you see it under Approvals.`
              : `${words.done}: ${what}.`,
          )
          onClose()
        },
      },
    )
  })
  const who = [session.number === null ? null : String(session.number), session.name].filter(Boolean).join(', ')

  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={`${words.title} ${who === '' ? 'this session' : who}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: classes.title }}
    >
      <form onSubmit={submit} onKeyDown={submitKey} noValidate>
        <Stack gap="md">
          <p className={classes.about}>{words.about}</p>
          <Checkbox.Group label="What" value={chosen} onChange={(items) => form.setFieldValue('items', items)} error={form.errors['items']}>
            <ul className={classes.items}>
              {session.items.map(({ item, label, available, reason }) => (
                <li key={item} className={classes.item}>
                  <Checkbox
                    value={item}
                    disabled={!available}
                    label={
                      <>
                        <span className={classes.word}>{itemWords[item]}</span> {label !== itemWords[item] && <bdi>{label}</bdi>}
                      </>
                    }
                    description={available ? undefined : reason}
                  />
                </li>
              ))}
            </ul>
          </Checkbox.Group>
          <Textarea
            label="Why, for the record"
            data-autofocus
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
          {change.error ? <ProblemPanel error={change.error} compact /> : null}
        </Stack>
        <DialogFoot
          className={classes.foot}
          onCancel={onClose}
          pending={change.isPending}
          {...(mode === 'add' ? { color: 'var(--v-bad-filled)' } : {})}
          verb={chosen.length === 0 ? words.verb : `${words.verb} ${itemList(chosen)}`}
        >
          {chosen.length === 0 ? 'Nothing chosen' : `${String(chosen.length)} chosen`}
        </DialogFoot>
      </form>
    </Modal>
  )
}
