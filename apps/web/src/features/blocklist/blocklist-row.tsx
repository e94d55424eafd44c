import { Button } from '@mantine/core'
import type { BlocklistEntry } from '@verdict/contract/blocklist'
import { Link } from '@tanstack/react-router'
import { moment } from '../../lib/format.ts'
import { Portrait } from '../../ui/portrait.tsx'
import { cell } from '../../ui/record-table.tsx'
import { itemWords } from './blocklist-words.ts'
import classes from './blocklist-page.module.css'

interface Props {
  entry: BlocklistEntry
  mayRemove: boolean
  onRemove: (entry: BlocklistEntry) => void
}

export function BlocklistRow({ entry, mayRemove, onRemove }: Props) {
  const number = entry.sessionNumber === null ? 'Session' : String(entry.sessionNumber)
  return (
    <tr>
      <td className={classes.what}>
        <Portrait
          sessionId={entry.sessionId}
          kind="user"
          hasPortrait={entry.mediaRef !== null}
          {...(entry.mediaRef === null ? {} : { mediaRef: entry.mediaRef })}
        />
        <span>
          <strong>{itemWords[entry.item]}</strong>
          <bdi className={classes.value}>{entry.value ?? (entry.item === 'face' ? `Selfie of ${number}` : 'Value not stored')}</bdi>
        </span>
      </td>
      <td>
        <Link to="/sessions/$sessionId" params={{ sessionId: entry.sessionId }}>
          {number}
        </Link>
      </td>
      <td>{entry.blockedAt === null ? 'Not stored' : moment(entry.blockedAt)}</td>
      <td>{entry.by ?? 'Not from Verdict'}</td>
      <td className={cell.prose}>
        <bdi>{entry.reason ?? 'Not stored: Didit keeps no reasons'}</bdi>
      </td>
      <td className={cell.end}>
        {mayRemove ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onRemove(entry)}
            aria-label={`Remove ${itemWords[entry.item].toLowerCase()} of ${number} from the blocklist`}
          >
            Remove
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
