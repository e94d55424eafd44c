import { Button } from '@mantine/core'
import IconShare3 from '@tabler/icons-react/dist/esm/icons/IconShare3.mjs'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Approval } from '@verdict/contract/approval'
import type { Share } from '@verdict/contract/shares'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ageSince, moment, plural } from '../../lib/format.ts'
import { useMay } from '../../lib/me.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { cell, RecordTable } from '../../ui/record-table.tsx'
import { AgreedShares } from './agreed-shares.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { sharesQuery } from './shares.queries.ts'

interface Props {
  /** Opens the session that an import made. */
  onImported: (sessionId: string) => void
  /** Sharings that this person asked for and somebody agreed to. */
  agreed: readonly Approval[]
}

function ending(share: Share): string {
  const left = Date.parse(share.expiresAt) - Date.now()
  return left > 0 ? `in ${ageSince(new Date(Date.now() - left).toISOString())}` : `ended ${moment(share.expiresAt)}`
}

function ShareRow({ share }: { share: Share }) {
  return (
    <tr>
      <td>
        <Link to="/sessions/$sessionId" params={{ sessionId: share.sessionId }}>
          <bdi>{share.session.name ?? 'No name'}</bdi>
        </Link>
        <span className={cell.meta}>{share.session.number === null ? '' : String(share.session.number)}</span>
      </td>
      <td className={cell.mono}>{share.applicationId}</td>
      <td className={cell.prose}>
        <bdi>{share.purpose}</bdi>
      </td>
      <td>{share.by}</td>
      <td>{moment(share.madeAt)}</td>
      <td>{ending(share)}</td>
      <td className={cell.mono}>{share.ledgerSeq}</td>
    </tr>
  )
}

/** What left the house by share token, and the way in for partners' sessions. */
export function SharesPage({ onImported, agreed }: Props) {
  const { shares } = useSuspenseQuery(sharesQuery).data
  const may = useMay()
  const [importing, setImporting] = useState(false)

  return (
    <>
      <PageHead title="Shares" about={plural(shares.length, 'session shared', 'sessions shared')}>
        {may('imports.make') ? (
          <Button variant="default" size="xs" onClick={() => setImporting(true)}>
            Import a session
          </Button>
        ) : null}
      </PageHead>
      <AgreedShares agreed={agreed} />
      {shares.length === 0 ? (
        <EmptyState icon={IconShare3} title="Nothing was shared">
          Share a decided session from its case page. Tokens are shown once and kept nowhere; this list says what was shared, with whom and
          why.
        </EmptyState>
      ) : (
        <RecordTable
          label="Shared sessions"
          columns={['Session', 'Partner’s application', 'Purpose', 'By', 'Shared', 'Token ends', 'Ledger']}
        >
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} />
          ))}
        </RecordTable>
      )}
      {importing ? <ImportDialog onClose={() => setImporting(false)} onDone={onImported} /> : null}
    </>
  )
}
