import type { RunOf } from '@verdict/contract/case'
import { moment } from '../../../lib/format.ts'
import { listText } from '../model/json-shape.ts'
import { fieldsOf, isFields } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Paged } from '../parts/generic-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'

type Steps = RunOf<'phone'>['data']['lifecycle']

function said(details: unknown): string | null {
  if (!isFields(details)) return listText(details)
  const parts = Object.entries(fieldsOf(details)).map(([key, value]) => {
    const text = listText(value)
    return text === null ? null : `${wordsOf(key).toLowerCase()}: ${text}`
  })
  return parts.filter((part) => part !== null).join(', ') || null
}

/** What happened to a number or address while it was checked, oldest first. */
export function Lifecycle({ steps }: { steps: Steps }) {
  if (steps.length === 0) return null
  return (
    <SubPart title="Course" field="lifecycle">
      <Paged items={steps} size={8}>
        {(rows) => (
          <ol className={classes.steps}>
            {numbered(rows).map(({ key, item: step }) => (
              <li key={key}>
                <time>{step.timestamp === null ? 'Time not stored' : moment(step.timestamp)}</time>
                <span>
                  {step.type === null ? 'Step without a name' : wordsOf(step.type)}
                  {said(step.details) !== null && <bdi> · {said(step.details)}</bdi>}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </SubPart>
  )
}
