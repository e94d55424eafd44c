import { UnstyledButton } from '@mantine/core'
import type { LedgerRow } from '@verdict/contract/record'
import { utc } from '../../lib/format.ts'
import { Initials } from '../../ui/initials.tsx'
import { cell } from '../../ui/record-table.tsx'
import { actionWords } from './ledger-words.ts'
import classes from './ledger-page.module.css'

interface Props {
  entry: LedgerRow
  chosen: boolean
  onChoose: (entry: LedgerRow) => void
}

export function LedgerLine({ entry, chosen, onChoose }: Props) {
  return (
    <tr className={chosen ? classes.chosen : undefined}>
      <td>
        <UnstyledButton
          className={classes.entry}
          aria-pressed={chosen}
          onClick={() => onChoose(entry)}
          aria-label={`Entry ${String(entry.seq)}`}
        >
          {entry.seq}
        </UnstyledButton>
      </td>
      <td className={classes.time}>{utc(entry.at).replace(' UTC', '')}</td>
      <td>
        <span className={classes.who}>
          <Initials name={entry.who} />
          <span>
            <bdi>{entry.who}</bdi> <small>{entry.roles.join(', ')}</small>
          </span>
        </span>
      </td>
      <td>{actionWords(entry.action)}</td>
      <td className={entry.sessionId === null ? classes.none : cell.mono}>{entry.sessionId?.slice(0, 8) ?? 'No session'}</td>
      <td className={entry.outcome === null ? classes.none : undefined}>
        {entry.outcome ?? (entry.ref === null ? 'Recorded' : `Completes ${String(entry.ref)}`)}
      </td>
      <td className={cell.mono}>{entry.hash.slice(0, 8)}</td>
    </tr>
  )
}
