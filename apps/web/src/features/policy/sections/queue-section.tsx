import { MultiSelect } from '@mantine/core'
import { faultUnder, usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { forwardFigures, lists, queueFigures } from '../policy.words.ts'
import { useWorkflowChoices } from '../use-names.ts'
import { FigureField } from './fields.tsx'
import { SectionCard } from './section-card.tsx'
import { WorkflowLevels } from './workflow-levels.tsx'

export function QueueSection() {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const workflows = useWorkflowChoices()
  const unknown = form.values.queue.urgentWorkflows.filter((id) => !workflows.some(({ value }) => value === id))
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
      <MultiSelect
        label={lists.urgentWorkflows.label}
        description="Their applicants wait at a counter or on a payment."
        placeholder={form.values.queue.urgentWorkflows.length === 0 ? 'None' : ''}
        data={[...workflows, ...unknown.map((id) => ({ value: id, label: id }))]}
        searchable
        readOnly={readOnly}
        nothingFoundMessage="No workflow of that name."
        {...form.getInputProps(lists.urgentWorkflows.path)}
        error={faultUnder(form.errors, lists.urgentWorkflows.path)}
      />
    </SectionCard>
  )
}
