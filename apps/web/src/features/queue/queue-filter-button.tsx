import { Button, type ButtonProps } from '@mantine/core'
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import type { ComponentProps } from 'react'
import { KeyHint } from '../../ui/key-hint.tsx'
import type { QueueSearch } from './queue.search.ts'

type QueueFilterButtonProps = Omit<ComponentProps<'button'>, keyof ButtonProps> & { search: QueueSearch }

export function QueueFilterButton({ search, ...button }: QueueFilterButtonProps) {
  const used = (search.workflow ? 1 : 0) + (search.country ? 1 : 0)
  return (
    <Button
      {...button}
      variant="subtle"
      color="gray"
      c="var(--v-text-2)"
      size="xs"
      h={28}
      px={8}
      leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
      rightSection={<KeyHint keys="f" />}
      aria-keyshortcuts="F"
    >
      {used > 0 ? `Filter · ${used}` : 'Filter'}
    </Button>
  )
}
