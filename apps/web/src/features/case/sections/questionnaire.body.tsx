import type { RunOf } from '@verdict/contract/case'
import { fieldsOf, firstText, isEmpty, isFields, listText, mediaRefOf, rowsOf, textOf } from '../model/json-shape.ts'
import { ClampedText } from '../parts/clamped-text.tsx'
import { Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'

type Item = RunOf<'questionnaire'>['data']['sections'][number]['items'][number]

/** Choices come as texts or as objects; an answer may name one by its value. */
function choiceText(item: Item, value: unknown): string | null {
  const wanted: readonly unknown[] = Array.isArray(value) ? value : [value]
  const labels = wanted.map((one) => {
    const choice = rowsOf(item.choices).find((row) => textOf(row['value'] ?? row['uuid'] ?? row['id']) === textOf(one))
    return (choice && firstText(choice, 'label', 'title', 'text')) ?? textOf(one)
  })
  return labels.filter((label) => label !== null).join(', ') || null
}

function filesOf(files: unknown): string[] {
  const list = Array.isArray(files) ? files : [files]
  return list.flatMap((file) => {
    const ref =
      mediaRefOf(file) ??
      Object.values(fieldsOf(file))
        .map(mediaRefOf)
        .find((found) => found !== null)
    return ref ? [ref] : []
  })
}

function AnswerOf({ item }: { item: Item }) {
  const { answer } = item
  const [chosen, typed] = [choiceText(item, answer?.value), answer?.text ?? null]
  const text = chosen !== null && typed !== null && chosen !== typed ? `${chosen}: ${typed}` : (chosen ?? typed)
  const refs = filesOf(answer?.files)
  const odd = answer && text === null && isFields(answer.value) ? answer.value : null
  if (text === null && refs.length === 0 && !odd)
    return <Missing>{item.isRequired === true ? 'Not answered, though required' : 'Not answered'}</Missing>
  return (
    <>
      {text !== null && <ClampedText text={text} />}
      {odd && <GenericFields fields={odd} />}
      {numbered(refs).map(({ key, item: ref }) => (
        <MediaButton key={key} mediaRef={ref} label={`file ${Number(key) + 1}`} />
      ))}
    </>
  )
}

const shownItem = [
  'uuid',
  'elementType',
  'title',
  'isRequired',
  'choices',
  'answer',
  'value',
  'placeholder',
  'maxFiles',
  'requiredIf',
  'repeatableConfig',
]

/** What else could have been chosen. */
function Choices({ item }: { item: Item }) {
  const labels = rowsOf(item.choices).flatMap((choice) => firstText(choice, 'label', 'title', 'text', 'value') ?? [])
  if (labels.length < 2) return null
  return (
    <details className={classes.fold}>
      <summary>{labels.length} choices</summary>
      <p className={classes.quiet}>
        <bdi>{labels.slice(0, 60).join(' · ')}</bdi>
      </p>
    </details>
  )
}

export function QuestionnaireBody({ run }: { run: RunOf<'questionnaire'> }) {
  const { data } = run
  return (
    <>
      {data.sections.length === 0 && <p className={classes.quiet}>No questions were stored.</p>}
      {numbered(data.sections).map(({ key, item: section }) => (
        <SubPart key={key} title={section.title ?? `Part ${Number(key) + 1}`}>
          <dl className={classes.answers}>
            {section.items.map((item, at) => (
              <div key={item.uuid ?? at}>
                <dt>
                  {item.title ?? 'Question without text'}
                  {item.isRequired === false && <small> · may be left out</small>}
                </dt>
                <dd>
                  <AnswerOf item={item} />
                  <Choices item={item} />
                  <OtherFields data={item} shown={shownItem} />
                </dd>
              </div>
            ))}
          </dl>
          {!isEmpty(listText(section['description'])) && <p className={classes.quiet}>{listText(section['description'])}</p>}
          <OtherFields data={section} shown={['title', 'items', 'description']} />
        </SubPart>
      ))}
      <OtherFields data={data} shown={['title', 'sections', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
