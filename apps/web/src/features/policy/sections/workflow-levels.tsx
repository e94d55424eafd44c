import { Button, Select } from '@mantine/core'
import { without } from '../../../lib/without.ts'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { FigureField } from './fields.tsx'

interface Props {
  workflows: readonly { value: string; label: string }[]
}

/** Service levels that single workflows have of their own. */
export function WorkflowLevels({ workflows }: Props) {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const levels = form.values.queue.workflowLevels
  const set = (next: typeof levels) => form.setFieldValue('queue.workflowLevels', next)
  const rest = workflows.filter(({ value }) => levels[value] === undefined)
  return (
    <>
      <h3 className={classes.sub}>Service levels of their own</h3>
      {Object.keys(levels).map((id) => {
        const name = workflows.find(({ value }) => value === id)?.label ?? id
        return (
          <div key={id} className={classes.line}>
            <FigureField term={{ path: `queue.workflowLevels.${id}`, label: name, unit: ['minute', 'minutes'], min: 5, max: 100_000 }} />
            {readOnly ? null : (
              <Button size="xs" variant="default" aria-label={`Take out ${name}`} onClick={() => set(without(levels, id))}>
                Take out
              </Button>
            )}
          </div>
        )
      })}
      {readOnly ? (
        Object.keys(levels).length === 0 && <p className={classes.about}>No workflow has one.</p>
      ) : (
        <Select
          aria-label="Give a workflow its own service level"
          placeholder={rest.length === 0 ? 'Every workflow has one' : 'Choose a workflow'}
          data={rest}
          value={null}
          searchable
          className={classes.choice ?? ''}
          onChange={(id) => id !== null && set({ ...levels, [id]: form.values.queue.serviceLevelMinutes })}
        />
      )}
    </>
  )
}
