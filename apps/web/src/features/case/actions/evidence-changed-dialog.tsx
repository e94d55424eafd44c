import { Button, Modal } from '@mantine/core'
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import { plural, time } from '../../../lib/format.ts'
import { asProblem } from '../../../lib/problem.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import classes from './dialogs.module.css'
import { numbered } from '../../../lib/numbered.ts'

interface Props {
  error: unknown
  pressedAt: string | null
  outcome: string
  /** How many answers the reviewer has given; they are kept. */
  answered: number
  hash: string
  onRead: () => void
  onClose: () => void
}

/** Mantine gives every modal the role of a plain dialog; this one interrupts, and is read out whole. */
function interrupts(content: HTMLElement | null): void {
  content?.setAttribute('role', 'alertdialog')
  content?.setAttribute('aria-describedby', 'changed-why')
}

/** The refusal that protects a reviewer: what was decided on is not what is there now. */
export function EvidenceChangedDialog({ error, pressedAt, outcome, answered, hash, onRead, onClose }: Props) {
  const { detail, changes = [] } = asProblem(error)
  return (
    <Modal.Root opened onClose={onClose} size={640} radius={12} centered>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content ref={interrupts} radius={12}>
        <div className={classes.changedHead}>
          <span className={classes.changedIcon}>
            <IconArrowsDiff size={20} stroke={1.75} aria-hidden />
          </span>
          <div>
            <Modal.Title className={classes.changedTitle}>Not sent: the evidence has changed</Modal.Title>
            <p id="changed-why" className={classes.lead}>
              {pressedAt !== null && `You pressed ${outcome} at ${time(pressedAt, { seconds: true })}. `}
              {detail}
            </p>
          </div>
        </div>
        <ul className={classes.changes} aria-label="What changed">
          {changes.length === 0 && <li>Didit’s answer differs from the one that you read.</li>}
          {numbered(changes.slice(0, 30)).map(({ key, item }) => (
            <li key={key}>
              <bdi>{item}</bdi>
            </li>
          ))}
          {changes.length > 30 && <li>and {changes.length - 30} more</li>}
        </ul>
        <p className={classes.kept}>
          {answered === 0
            ? 'What you typed is kept.'
            : `Your ${plural(answered, 'answer')} and what you typed are kept where the warning is still the same.`}
        </p>
        <div className={classes.changedFoot}>
          <code>
            as read {hash.slice(0, 4)} {hash.slice(4, 8)}
          </code>
          <Button variant="default" onClick={onClose}>
            Stay with what I read
          </Button>
          <Button data-autofocus onClick={onRead} rightSection={<KeyHint keys="Enter" onFilled />}>
            Read the new evidence
          </Button>
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}
