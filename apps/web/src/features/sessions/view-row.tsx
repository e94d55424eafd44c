import { ActionIcon, Button } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SavedView } from '@verdict/contract/views'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { asProblem } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { viewAddress } from '../../lib/view-address.ts'
import styles from './sessions.module.css'
import { parseSessionsSearch } from './sessions.search.ts'
import { filtersInWords } from './sessions.words.ts'

/** One view: a link to it, its address to hand on, and for its maker its end. */
export function ViewRow({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const remove = useMutation({
    mutationFn: () => api.removeView(view.id),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.views }),
  })
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${location.origin}${viewAddress(view.search)}`)
      setSaid('Link copied')
    } catch {
      setSaid('The browser does not allow copying here. Open the view and copy its address.')
    }
  }
  const search = parseSessionsSearch(view.search)
  const filters = filtersInWords(search).join(' · ')
  if (asking) {
    return (
      <li className={styles.view}>
        <span style={{ flex: 1 }}>
          Delete “{view.name}”?{view.shared && ' The team loses it too.'}
          <span role="status" className={styles.maker}>
            {remove.isError && asProblem(remove.error).title}
          </span>
        </span>
        <Button size="compact-xs" variant="default" data-autofocus onClick={() => setAsking(false)}>
          Keep
        </Button>
        <Button size="compact-xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          Delete view
        </Button>
      </li>
    )
  }
  return (
    <li className={styles.view}>
      <Link to="/sessions" search={search} activeOptions={{ exact: true, includeSearch: true }} title={filters} onClick={onClose}>
        <bdi>{view.name}</bdi>
        <span className={styles.maker}>
          {view.mine ? (
            view.shared ? (
              'By you, for the team'
            ) : (
              'Only you see it'
            )
          ) : (
            <>
              By <bdi>{view.by.name}</bdi>
            </>
          )}
        </span>
        <span role="status" className={styles.maker}>
          {said}
        </span>
      </Link>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={`Copy link of ${view.name}`}
        title="Copy link"
        onClick={() => void copy()}
      >
        {said === 'Link copied' ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
      </ActionIcon>
      {view.mine && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Delete ${view.name}`}
          title="Delete"
          onClick={() => setAsking(true)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
