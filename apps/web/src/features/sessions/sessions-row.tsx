import type { SessionRow } from '@verdict/contract/session'
import { moment } from '../../lib/format.ts'
import { ElsewhereMark } from '../../ui/elsewhere-mark.tsx'
import { FeatureStrip } from '../../ui/feature-strip.tsx'
import { Cell } from '../../ui/row-grid/row-grid.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Flow } from '../../ui/flow.tsx'
import { Who } from '../../ui/who.tsx'
import styles from './sessions.module.css'

export function SessionsRowCells({ row }: { row: SessionRow }) {
  const first = row.warnings?.[0]
  const more = (row.warningCount ?? 0) - 1
  return (
    <>
      <Cell>
        <Who row={row} withReference />
      </Cell>
      <Cell>
        <span className={styles.status} title={`As Didit said ${moment(row.asOf)}`}>
          <StatusBadge status={row.status} />
          {row.elsewhere && <ElsewhereMark elsewhere={row.elsewhere} />}
        </span>
      </Cell>
      <Cell folds className={styles.meta}>
        <Flow row={row} />
      </Cell>
      <Cell className={styles.two}>
        {first ? (
          <>
            {first.title}
            {more > 0 && <span className={styles.more}> +{more}</span>}
          </>
        ) : (
          <span className={styles.more}>{row.warnings === null ? 'Not read yet' : 'No warning'}</span>
        )}
      </Cell>
      <Cell folds>
        <FeatureStrip features={row.features} kind={row.kind} />
      </Cell>
      <Cell className={styles.meta}>{moment(row.createdAt)}</Cell>
    </>
  )
}
