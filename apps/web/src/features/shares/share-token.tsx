import { Button, Group, Stack } from '@mantine/core'
import type { ShareMade } from '@verdict/contract/shares'
import { moment } from '../../lib/format.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import classes from './share-dialog.module.css'

/** The only sight of a token. */
export function ShareToken({ made, onClose }: { made: ShareMade; onClose: () => void }) {
  return (
    <Stack gap="md">
      <p className={classes.about} role="status">
        Give this token to your partner. It is shown here once and kept nowhere; it ends {moment(made.expiresAt)}.
      </p>
      <output className={classes.token} aria-label="Share token">
        {made.token}
      </output>
      <Group justify="flex-end">
        <CopyText text={made.token} shown="Copy token" label="share token" mono={false} />
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}
