import '@mantine/core/styles/InlineInput.layer.css'
import { Modal, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { useMay, useMe } from '../../lib/me.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { ProblemPanel } from '../problem-panel.tsx'
import styles from './queue-marks.module.css'

interface Props {
  sessionId: string
  name: string | null
  onClose: () => void
}

/** Gives a case to a person, or back to everybody. */
export function AssignDialog({ sessionId, name, onClose }: Props) {
  const client = useQueryClient()
  const me = useMe()
  const may = useMay()
  const people = useQuery({ queryKey: queryKeys.reviewers, queryFn: api.reviewers, staleTime: 60_000 })
  const marks = useQuery({ queryKey: queryKeys.marks(sessionId), queryFn: () => api.marks(sessionId), staleTime: 0 })
  const [chosen, setChosen] = useState<string | null>(null)
  const assign = useMutation({
    mutationFn: (personId: string | null) => api.assign(sessionId, personId),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.queue })
      onClose()
    },
  })
  const others = may('queue.assign') ? (people.data?.people ?? []).filter(({ id }) => id !== me.id) : []
  const now = marks.data?.assignee ?? null
  const value = chosen ?? (now === null || now.id === me.id || others.some(({ id }) => id === now.id) ? (now?.id ?? me.id) : me.id)
  return (
    <Modal opened onClose={onClose} size={640} title="Assign this case" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        className={styles.form}
        onKeyDown={submitKey}
        onSubmit={(event) => {
          event.preventDefault()
          assign.mutate(value === '' ? null : value)
        }}
      >
        <p className={styles.lead}>
          <bdi>{name ?? 'This case'}</bdi>{' '}
          {now ? (
            <>
              is assigned to <bdi>{now.id === me.id ? 'you' : now.name}</bdi>.
            </>
          ) : (
            'is for everybody.'
          )}{' '}
          Assigned, it comes first for that person and “Take next” does not give it to others.
          {!may('queue.assign') && ' A senior or a manager can give it to somebody else.'}
        </p>
        <NativeSelect
          label="To whom"
          data-autofocus
          value={value}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: me.id, label: `${me.name} (you)` },
            ...others.map(({ id, name: label }) => ({ value: id, label })),
            { value: '', label: 'Nobody: back to everybody' },
          ]}
          error={people.isError ? 'The list of people could not be read. You can still take it yourself.' : undefined}
        />
        {assign.error && <ProblemPanel error={assign.error} compact />}
        <DialogFoot onCancel={onClose} verb="Assign case" pending={assign.isPending} />
      </form>
    </Modal>
  )
}
