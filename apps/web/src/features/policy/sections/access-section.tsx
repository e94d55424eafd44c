import '@mantine/core/styles/Checkbox.layer.css'
import { Checkbox } from '@mantine/core'
import { roles } from '@verdict/contract/access'
import { roleNames } from '../../../ui/role-names.ts'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { accessFigures, lists } from '../policy.words.ts'
import { FigureField } from './fields.tsx'
import { RuledList } from './ruled-list.tsx'
import { SectionCard } from './section-card.tsx'

const about = 'Whoever holds one and has none sets it up at the next sign-in.'

export function AccessSection() {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const named = form.values.access.secondFactorRoles.map((role) => roleNames[role])
  return (
    <SectionCard id="access" title="Access" about="How people prove who they are.">
      {readOnly ? (
        <RuledList label={lists.secondFactorRoles.label} description={about} items={named} />
      ) : (
        <Checkbox.Group label={lists.secondFactorRoles.label} description={about} {...form.getInputProps(lists.secondFactorRoles.path)}>
          <div className={classes.checks}>
            {roles.map((role) => (
              <Checkbox key={role} value={role} label={roleNames[role]} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <div className={classes.figures}>
        {accessFigures.map((term) => (
          <FigureField key={term.path} term={term} />
        ))}
      </div>
    </SectionCard>
  )
}
