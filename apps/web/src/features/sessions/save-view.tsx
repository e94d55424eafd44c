import '@mantine/core/styles/InlineInput.layer.css'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { asProblem } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { without } from '../../lib/without.ts'
import styles from './sessions.module.css'
import type { SessionsSearch } from './sessions.search.ts'
import { filtersInWords } from './sessions.words.ts'

/** Gives the filters that are on a name. */
export function SaveView({ search, mayShare }: { search: SessionsSearch; mayShare: boolean }) {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [fault, setFault] = useState('')
  const save = useMutation({
    mutationFn: () => api.saveView({ name: name.trim(), search: { ...without(search, 'dropped') }, shared }),
    onSuccess: () => {
      setName('')
      setShared(false)
      return queries.invalidateQueries({ queryKey: queryKeys.views })
    },
  })
  const problem = save.isError ? asProblem(save.error) : null
  const filters = [...filtersInWords(search), ...(search.sort ? ['oldest first'] : [])].join(' · ')
  return (
    <form
      className={styles.save}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setFault(name.trim() === '' ? 'Give the view a name.' : '')
        if (name.trim() !== '') save.mutate()
      }}
    >
      <TextInput
        size="xs"
        label="Save these filters as"
        description={filters}
        styles={{ description: { fontSize: 12, lineHeight: '16px' } }}
        placeholder="Name of the view"
        maxLength={60}
        value={name}
        data-autofocus
        error={fault || (problem && [problem.title, problem.detail].filter(Boolean).join(' '))}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setFault('')
        }}
      />
      <label className={styles.share}>
        <input
          type="checkbox"
          checked={shared}
          disabled={!mayShare}
          aria-describedby={mayShare ? undefined : 'views-why'}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        Share with the team
      </label>
      {!mayShare && (
        <p id="views-why" className={styles.aside}>
          Your role keeps views for itself. Somebody who works on cases can share one.
        </p>
      )}
      <Button type="submit" size="xs" variant="default" loading={save.isPending} style={{ justifySelf: 'start' }}>
        Save view
      </Button>
    </form>
  )
}
