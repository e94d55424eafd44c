import type { RunOf } from '@verdict/contract/case'
import { count } from '../../../lib/format.ts'
import { fieldsOf, isEmpty } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'

function lineOf(run: RunOf<'aml'>): string {
  const used = Object.entries(fieldsOf(run.data.screenedData))
    .filter(([, value]) => !isEmpty(value))
    .map(([key]) => wordsOf(key).toLocaleLowerCase('en-GB'))
  const again = run.data.isOngoingMonitoringEnabled
  const withWhat = used.length === 0 ? 'What it was screened with is not stored.' : `Screened with ${used.join(', ')}.`
  return `${withWhat} ${again === null ? '' : again ? 'Rescreened daily.' : 'Not rescreened.'}`
}

/** What each screening went by, and what it no longer finds. */
export function ScreenedWith({ screenings, gone }: { screenings: readonly RunOf<'aml'>[]; gone: number }) {
  return (
    <>
      {screenings.map((run, index) => (
        <p key={run.id}>
          {screenings.length > 1 && `Check ${index + 1}: `}
          {lineOf(run)}
          {run.data.totalHits !== null &&
            run.data.totalHits > run.data.hits.length &&
            ` Didit counted ${count(run.data.totalHits)} hits and sent ${count(run.data.hits.length)}.`}
        </p>
      ))}
      {gone > 0 && <p>{gone === 1 ? '1 hit of the last look is gone.' : `${count(gone)} hits of the last look are gone.`}</p>}
    </>
  )
}
