import IconFileSearch from '@tabler/icons-react/dist/esm/icons/IconFileSearch.mjs'
import { LinkButton } from '../link-button.tsx'
import { EmptyState } from '../empty-state.tsx'

export function NotFoundPage() {
  return (
    <EmptyState
      level={1}
      icon={IconFileSearch}
      title="There is nothing at this address"
      actions={
        <LinkButton variant="default" to="/">
          Go to the first page
        </LinkButton>
      }
    >
      The link may be cut short or out of date. Search a session with Ctrl K.
    </EmptyState>
  )
}
