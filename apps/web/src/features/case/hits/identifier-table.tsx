import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconEqualNot from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs'
import type { AmlHitNews } from '@verdict/contract/aml'
import { Missing } from '../parts/facts.tsx'
import { beforeWords } from './hit-news.ts'
import classes from './comparison.module.css'
import type { Identifier, Standing } from './identifiers.ts'

const words: Readonly<Record<Exclude<Standing, 'none'>, { word: string; Icon: typeof IconCheck }>> = {
  agrees: { word: 'Agrees', Icon: IconCheck },
  inPart: { word: 'In part', Icon: IconEqualNot },
  differs: { word: 'Differs', Icon: IconArrowsDiff },
}

function Mark({ row }: { row: Identifier }) {
  if (row.standing === 'none') return <span className={classes.none}>Cannot compare</span>
  const { word, Icon } = words[row.standing]
  return (
    <span className={classes.mark} data-standing={row.standing}>
      <Icon size={14} aria-hidden />
      {word}
      {row.note !== null && <small>{row.note}</small>}
    </span>
  )
}

function Tally({ rows }: { rows: readonly Identifier[] }) {
  const count = (standing: Standing) => rows.filter((row) => row.standing === standing).length
  const parts = count('inPart')
  return (
    <p className={classes.tally}>
      <span>
        <IconCheck size={14} aria-hidden /> {count('agrees')} agree
      </span>
      {parts > 0 && <span>{parts} in part</span>}
      <span data-standing={count('differs') > 0 ? 'differs' : undefined}>
        <IconArrowsDiff size={14} aria-hidden /> {count('differs')} differ
      </span>
      <span className={classes.none}>{count('none')} cannot be compared</span>
    </p>
  )
}

interface Props {
  rows: readonly Identifier[]
  news: AmlHitNews | null
  /** "Applicant" or "Company". */
  who: string
}

/** The person beside the list entry, one identifier a row. */
export function IdentifierTable({ rows, news, who }: Props) {
  return (
    <section className={classes.part} aria-labelledby="hit-identifiers">
      <div className={classes.partHead}>
        <h3 id="hit-identifiers">{who === 'Company' ? 'Is it the same company?' : 'Is it the same person?'}</h3>
        <Tally rows={rows} />
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Identifier</th>
            <th scope="col">{who}</th>
            <th scope="col">List entry</th>
            <th scope="col">
              <span className="v-hidden">How they stand</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const changed = news?.fields.find(({ path }) => row.paths.some((own) => path === own || own.startsWith(`${path}.`)))
            return (
              <tr key={row.key} data-standing={row.standing}>
                <th scope="row">{row.label}</th>
                <td>
                  {row.person === null ? <Missing>Not known</Missing> : <bdi>{row.person}</bdi>}
                  {row.screened !== null && (
                    <small>
                      Screened with <bdi>{row.screened}</bdi>
                    </small>
                  )}
                </td>
                <td className={classes.listed}>
                  {row.list.length === 0 ? <Missing>Not on the list</Missing> : <bdi>{row.list.slice(0, 12).join(', ')}</bdi>}
                  {row.list.length > 12 && <small>and {row.list.length - 12} more</small>}
                  {changed && <small className={classes.changed}>Changed, {beforeWords(changed)}</small>}
                </td>
                <td>
                  <Mark row={row} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
