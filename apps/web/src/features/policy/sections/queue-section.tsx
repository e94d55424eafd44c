import { MultiSelect } from '@mantine/core'
import { faultUnder, usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { forwardFigures, lists, queueFigures } from '../policy.words.ts'
import { useNames, useWorkflowChoices } from '../use-names.ts'
import { FigureField } from './fields.tsx'
import { RuledList } from './ruled-list.tsx'
import { SectionCard } from './section-card.tsx'
import { WorkflowLevels } from './workflow-levels.tsx'

const about = 'Their applicants wait at a counter or on a payment.'

export function QueueSection() {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const workflows = useWorkflowChoices()
  const names = useNames()
  const { urgentWorkflows } = form.values.queue
  const unknown = urgentWorkflows.filter((id) => !workflows.some(({ value }) => value === id))
  return (
    <SectionCard
      id="queue"
      title="Queue"
      about="A case is due when it has waited as long as the service level says. What is due first comes first."
    >
      <div className={classes.figures}>
        {queueFigures.map((term) => (
          <FigureField key={term.path} term={term} />
        ))}
      </div>
      <WorkflowLevels workflows={workflows} />
      <h3 className={classes.sub}>Brought forward by</h3>
      <div className={classes.figures}>
        {forwardFigures.map((term) => (
          <FigureField key={term.path} term={term} />
        ))}
      </div>
      {readOnly ? (
        <RuledList label={lists.urgentWorkflows.label} description={about} items={urgentWorkflows.map(names.workflow)} />
      ) : (
        <MultiSelect
          label={lists.urgentWorkflows.label}
          description={about}
          placeholder={urgentWorkflows.length === 0 ? 'None' : ''}
          data={[...workflows, ...unknown.map((id) => ({ value: id, label: id }))]}
          searchable
          nothingFoundMessage="No workflow of that name."
          {...form.getInputProps(lists.urgentWorkflows.path)}
          error={faultUnder(form.errors, lists.urgentWorkflows.path)}
        />
      )}
    </SectionCard>
  )
}
