import { CloseButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { LedgerRow } from '@verdict/contract/record'
import { utc } from '../../lib/format.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { actionWords } from './ledger-words.ts'
import classes from './ledger-page.module.css'

/** One entry in full, with the bytes' hash that proves it unchanged. */
export function LedgerEntryPane({ entry, onClose }: { entry: LedgerRow; onClose: () => void }) {
  return (
    <aside className={classes.pane} aria-label={`Entry ${String(entry.seq)}`}>
      <header className={classes.head}>
        <h2>Entry {entry.seq}</h2>
        <CloseButton aria-label="Close the entry" onClick={onClose} />
      </header>
      <dl className={classes.facts}>
        <dt>Who</dt>
        <dd>
          <bdi>{entry.who}</bdi>
          {entry.roles.length > 0 ? `, ${entry.roles.join(', ')}` : ''}
        </dd>
        <dt>What</dt>
        <dd>{actionWords(entry.action)}</dd>
        <dt>When</dt>
        <dd>{utc(entry.at)}</dd>
        <dt>About</dt>
        <dd>
          {entry.sessionId === null ? (
            'No session'
          ) : (
            <Link to="/sessions/$sessionId" params={{ sessionId: entry.sessionId }} className={classes.id}>
              {entry.sessionId}
            </Link>
          )}
        </dd>
        <dt>Why</dt>
        <dd>
          <bdi>{entry.reason ?? 'Not asked'}</bdi>
        </dd>
        <dt>Outcome</dt>
        <dd>{entry.outcome ?? 'Recorded'}</dd>
        <dt>Completes</dt>
        <dd>{entry.ref === null ? 'No earlier entry' : `Entry ${String(entry.ref)}`}</dd>
        <dt>Hash</dt>
        <dd className={classes.id}>
          <CopyText text={entry.hash} label="hash" />
        </dd>
      </dl>
      <h3>Data</h3>
      <pre className={classes.data} tabIndex={0}>
        {JSON.stringify(entry.data, null, 2)}
      </pre>
    </aside>
  )
}
