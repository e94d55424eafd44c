import { Button, Group, Modal, Stack } from '@mantine/core'
import { DifferenceList } from './difference-list.tsx'
import type { Difference } from './policy.differences.ts'
import classes from './policy.module.css'

interface Props {
  /** Null while something typed does not fit. */
  differences: readonly Difference[] | null
  verb: string
  onStay: () => void
  onDrop: () => void
}

/** Mantine's dialog has no role of its own choice. */
function asAlert(content: HTMLElement | null): void {
  content?.closest('[role=dialog]')?.setAttribute('role', 'alertdialog')
}

/** Before typed changes are lost. */
export function LeaveDialog({ differences, verb, onStay, onDrop }: Props) {
  return (
    <Modal opened onClose={onStay} size={640} title="Your changes are not saved" closeButtonProps={{ 'aria-label': 'Keep editing' }}>
      <Stack gap="md" ref={asAlert}>
        {differences ? <DifferenceList differences={differences} /> : <p className={classes.about}>Some of it does not fit yet.</p>}
        <Group gap={8} justify="flex-end">
          <Button variant="default" onClick={onDrop}>
            {verb}
          </Button>
          <Button data-autofocus onClick={onStay}>
            Keep editing
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
