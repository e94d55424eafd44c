import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import { MultiSelect, TagsInput } from '@mantine/core'
import { faultUnder, usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { fourEyesFigures, fourEyesSwitches, lists } from '../policy.words.ts'
import { countryChoices, useNames } from '../use-names.ts'
import { FigureField } from './fields.tsx'
import { RuledSwitch } from './ruled-switch.tsx'
import { RuledList } from './ruled-list.tsx'
import { SectionCard } from './section-card.tsx'

const about = {
  warningCodes: 'Any decision on a session that carries one of them.',
  countries: 'Any decision on a document that one of them issued.',
}

export function FourEyesSection() {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const names = useNames()
  const { warningCodes, countries } = form.values.fourEyes
  return (
    <SectionCard id="fourEyes" title="Four eyes" about="What a second person must agree to before it is done, and how they look at it.">
      <div className={classes.switches}>
        {fourEyesSwitches.map((term) => (
          <RuledSwitch key={term.path} term={term} />
        ))}
      </div>
      {readOnly ? (
        <>
          <RuledList label={lists.warningCodes.label} description={about.warningCodes} items={warningCodes} />
          <RuledList label={lists.countries.label} description={about.countries} items={countries.map(names.country)} />
        </>
      ) : (
        <>
          <TagsInput
            label={lists.warningCodes.label}
            description={`${about.warningCodes} Write a code and press Enter.`}
            placeholder={warningCodes.length === 0 ? 'None' : ''}
            acceptValueOnBlur
            splitChars={[',', ' ']}
            {...form.getInputProps(lists.warningCodes.path)}
            error={faultUnder(form.errors, lists.warningCodes.path)}
          />
          <MultiSelect
            label={lists.countries.label}
            description={about.countries}
            placeholder={countries.length === 0 ? 'None' : ''}
            data={countryChoices}
            searchable
            nothingFoundMessage="No country of that name."
            {...form.getInputProps(lists.countries.path)}
            error={faultUnder(form.errors, lists.countries.path)}
          />
        </>
      )}
      <div className={classes.figures}>
        {fourEyesFigures.map((term) => (
          <FigureField key={term.path} term={term} />
        ))}
      </div>
    </SectionCard>
  )
}
