import { Textarea } from '@mantine/core'
import { faultUnder, usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { lists, retentionFigures } from '../policy.words.ts'
import { FigureField } from './fields.tsx'
import { SectionCard } from './section-card.tsx'

export function RetentionSection() {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const { legalHold } = form.values.retention
  return (
    <SectionCard
      id="retention"
      title="Retention"
      about="How long what is not the record is kept. The ledger is never purged. A shorter time deletes older data for good."
    >
      <div className={classes.figures}>
        {retentionFigures.map((term) => (
          <FigureField key={term.path} term={term} />
        ))}
      </div>
      <Textarea
        label={lists.legalHold.label}
        description="Sessions exempt from every purge: one id in a line."
        placeholder="None"
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        readOnly={readOnly}
        classNames={{ input: classes.mono ?? '' }}
        value={legalHold.join('\n')}
        onChange={({ currentTarget }) =>
          form.setFieldValue('retention.legalHold', currentTarget.value === '' ? [] : currentTarget.value.split('\n'))
        }
        error={faultUnder(form.errors, lists.legalHold.path)}
      />
    </SectionCard>
  )
}
