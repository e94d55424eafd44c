import '@mantine/core/styles/NumberInput.layer.css'
import { NumberInput } from '@mantine/core'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import type { FigureTerm } from '../policy.words.ts'

/** A whole number with its unit. Out of range is said, never mended in silence. */
export function FigureField({ term, placeholder }: { term: FigureTerm; placeholder?: string }) {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const { value, ...input } = form.getInputProps(term.path)
  return (
    <NumberInput
      className={classes.figure ?? ''}
      label={term.label}
      description={term.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      readOnly={readOnly}
      allowDecimal={false}
      clampBehavior="none"
      hideControls
      thousandSeparator=","
      inputMode="numeric"
      rightSection={<span className={classes.unit}>{term.unit[1]}</span>}
      rightSectionWidth={72}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...input}
      value={value ?? ''}
    />
  )
}
