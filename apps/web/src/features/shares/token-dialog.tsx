import { Modal } from '@mantine/core'
import type { ShareMade } from '@verdict/contract/shares'
import { ShareToken } from './share-token.tsx'

/** Shows a token that was just made, until it is closed for good. */
export function TokenDialog({ title, made, onClose }: { title: string; made: ShareMade; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} size={640} title={title} closeButtonProps={{ 'aria-label': 'Close' }} closeOnClickOutside={false}>
      <ShareToken made={made} onClose={onClose} />
    </Modal>
  )
}
