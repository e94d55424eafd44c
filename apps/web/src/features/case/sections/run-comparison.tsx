import type { FeatureSection } from '@verdict/contract/case'
import { plural } from '../../../lib/format.ts'
import { featureWord } from '../../../ui/feature-vocabulary.ts'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { useCaseRoom } from '../case-room.tsx'
import { compareRuns, type RunRow } from '../model/compare-runs.ts'
import { anchorOf } from '../model/section-words.ts'
import { numbered } from '../../../lib/numbered.ts'
import { ClampedText } from '../parts/clamped-text.tsx'
import { Missing } from '../parts/facts.tsx'
import classes from './sections.module.css'

function Row({ row, differs }: { row: RunRow; differs: boolean }) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {numbered(row.cells).map(({ key, item }) => (
        <td key={key} className={differs ? classes.oddCell : undefined}>
          {item === null ? <Missing>Not there</Missing> : <ClampedText text={item} />}
        </td>
      ))}
    </tr>
  )
}

/** The runs of one check beside each other: state, figures, and what is not the same in all of them. */
export function RunComparison({ section }: { section: FeatureSection }) {
  const { goTo } = useCaseRoom()
  const found = compareRuns(section)
  if (!found) return null
  const { word } = featureWord(section.kind, section.raw)
  const { columns, figures, differences, same } = found
  return (
    <section id={anchorOf(section)} className={classes.comparison} tabIndex={-1} aria-label={`${word}, ${columns.length} runs compared`}>
      <div className={classes.wide}>
        <table className={classes.sources}>
          <caption>
            {word} ran {columns.length} times.{' '}
            {differences.length === 0
              ? 'Nothing that was read differs.'
              : `${plural(differences.length, 'field')} below differ${differences.length === 1 ? 's' : ''}, ${same} the same.`}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="v-hidden">Field</span>
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  <button type="button" className={classes.warningsLink} onClick={() => goTo(column.id)}>
                    {column.word}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">State</th>
              {columns.map((column) => (
                <td key={column.id}>{column.status === null ? <Missing>No status</Missing> : <FeatureBadge status={column.status} />}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">Warnings</th>
              {columns.map((column) => (
                <td key={column.id}>{column.warnings === 0 ? 'None' : plural(column.warnings, 'warning')}</td>
              ))}
            </tr>
            {figures.map((row) => (
              <Row key={row.label} row={row} differs={false} />
            ))}
            {numbered(differences).map(({ key, item }) => (
              <Row key={key} row={item} differs />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
