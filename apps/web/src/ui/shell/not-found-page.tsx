import { Button } from '@mantine/core'
import IconFileSearch from '@tabler/icons-react/dist/esm/icons/IconFileSearch.mjs'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../empty-state.tsx'

export function NotFoundPage() {
  return (
    <EmptyState
      level={1}
      icon={IconFileSearch}
      title="There is nothing at this address"
      actions={
        <Button variant="default" component={Link} to="/">
          Go to the first page
        </Button>
      }
    >
      The link may be cut short or out of date. Search a session with Ctrl K.
    </EmptyState>
  )
}
