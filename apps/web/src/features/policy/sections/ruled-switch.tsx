import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import { Switch } from '@mantine/core'
import { Chip } from '../../../ui/chip.tsx'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { valueAt } from '../policy.values.ts'
import type { SwitchTerm } from '../policy.words.ts'

/** A rule that is on or off; for readers in words, because a switch that cannot be pressed hardly shows which. */
export function RuledSwitch({ term: { path, label, description }, isOn }: { term: SwitchTerm; isOn?: boolean }) {
  const form = usePolicyForm()
  if (!useReadOnly()) return <Switch label={label} description={description} {...form.getInputProps(path, { type: 'checkbox' })} />
  return (
    <div>
      <p className={classes.ruled}>
        {label} <Chip>{(isOn ?? valueAt(form.values, path) === true) ? 'On' : 'Off'}</Chip>
      </p>
      <p className={classes.meta}>{description}</p>
    </div>
  )
}
