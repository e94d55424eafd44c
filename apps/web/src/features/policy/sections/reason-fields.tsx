import { Button, TextInput } from '@mantine/core'
import type { Outcome } from '@verdict/contract/decision'
import classes from '../policy.module.css'
import type { ReasonDraft } from '../policy.draft.ts'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'
import { ApplicantTexts } from './applicant-texts.tsx'
import { RuledSwitch } from './ruled-switch.tsx'

interface Props {
  outcome: Outcome
  at: number
  entry: ReasonDraft
}

export function ReasonFields({ outcome, at, entry }: Props) {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const path = `reasons.${outcome}.${String(at)}`
  return (
    <div className={classes.reasonBody}>
      <div className={classes.pair}>
        <TextInput
          label="Label"
          description="Reviewers and the record read it; applicants do not."
          maxLength={200}
          readOnly={readOnly}
          {...form.getInputProps(`${path}.label`)}
        />
        <TextInput
          label="Code"
          description={entry.isNew ? 'Stands in every decision; fixed once it is saved.' : 'Fixed: decisions carry it.'}
          maxLength={64}
          spellCheck={false}
          readOnly={readOnly || !entry.isNew}
          classNames={{ input: classes.mono ?? '' }}
          {...form.getInputProps(`${path}.code`)}
        />
      </div>
      <div className={classes.switches}>
        <RuledSwitch
          term={{ path: `${path}.commentRequired`, label: 'Needs a rationale', description: 'It cannot be given without one.' }}
          isOn={entry.commentRequired}
        />
        <RuledSwitch
          term={{ path: `${path}.retired`, label: 'Retired', description: 'No longer offered; still explains old decisions.' }}
          isOn={entry.retired}
        />
      </div>
      <ApplicantTexts path={path} texts={entry.applicantText} />
      {entry.isNew && !readOnly ? (
        <div>
          <Button size="xs" variant="default" onClick={() => form.removeListItem(`reasons.${outcome}`, at)}>
            Take this reason out
          </Button>
        </div>
      ) : null}
    </div>
  )
}
