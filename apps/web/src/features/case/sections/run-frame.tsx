import { Menu, UnstyledButton } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import type { FeatureRun, FeatureSection } from '@verdict/contract/case'
import { plural } from '../../../lib/format.ts'
import { featureWord } from '../../../ui/feature-vocabulary.ts'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { useCaseRoom } from '../case-room.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { asideOf, titleOf } from './run-words.ts'
import { CopyLink } from './copy-link.tsx'
import { RunBody } from './run-body.tsx'
import { SectionBoundary } from './section-boundary.tsx'
import classes from './sections.module.css'
import { memo } from 'react'

function RunMenu({ run, title }: { run: FeatureRun; title: string }) {
  const { session, open } = useCaseRoom()
  const { override, correct } = session.actions
  const mine = ({ runId }: { runId: string }) => runId === run.id
  const overriding = override.allowed ? override.runs.find(mine) : undefined
  const correcting = correct.allowed ? correct.runs.find(mine) : undefined
  if (!overriding && !correcting?.allowed) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.menuButton} aria-label={`Actions for ${title}`}>
          <IconDots size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {overriding && (
          <Menu.Item disabled={!overriding.allowed} onClick={() => open({ kind: 'override', run, title })}>
            {overriding.reason ?? 'Override this check'}
          </Menu.Item>
        )}
        {correcting?.allowed === true && <Menu.Item onClick={() => open({ kind: 'correct', runId: run.id })}>Correct the data</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

/** One run of a check: its name, state, warnings and what it found. */
export const RunFrame = memo(function RunFrame({ section, run, index }: { section: FeatureSection; run: FeatureRun; index: number }) {
  const { goTo } = useCaseRoom()
  const { icon: Icon } = featureWord(section.kind, section.raw)
  const title = titleOf(section, run, index)
  const warnings = run.warningIds.length
  return (
    <section id={run.id} className={classes.run} aria-labelledby={`${run.id}-title`} tabIndex={-1}>
      <header>
        <Icon size={16} stroke={1.75} aria-hidden />
        <h3 id={`${run.id}-title`}>{title}</h3>
        {run.status !== null && <FeatureBadge status={run.status} />}
        {warnings > 0 && (
          <button type="button" className={classes.warningsLink} onClick={() => goTo('warnings')}>
            {plural(warnings, 'warning')}
          </button>
        )}
        <span className={classes.runAside}>{asideOf(run)}</span>
        <CopyLink anchor={run.id} title={title} />
        <RunMenu run={run} title={title} />
      </header>
      <div className={classes.runBody}>
        <SectionBoundary instead={<GenericFields fields={run.data} />}>
          <RunBody run={run} />
        </SectionBoundary>
      </div>
    </section>
  )
})
