import { UnstyledButton } from '@mantine/core'
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import { type KeyboardEvent, useRef, useState } from 'react'
import { plural } from '../../../lib/format.ts'
import { numbered } from '../../../lib/numbered.ts'
import { bandOf, type Owner } from '../model/ownership.ts'
import { wordsOf } from '../model/words.ts'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './ownership.module.css'

const beside = 6

/** "80%", "25 to 50%" or that it is not known. */
export function shareWords(owner: Owner): string {
  if (owner.percent !== null) return `${owner.percent.toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`
  return bandOf(owner.fields) ?? 'Share not stored'
}

function Box({ owner, root }: { owner: Owner; root: boolean }) {
  const Icon = owner.kind !== null && /person|individual|natural/iu.test(owner.kind) ? IconUser : IconBuilding
  return (
    <span className={classes.box} data-root={root || undefined} data-odd={owner.remark !== null || undefined}>
      <span className={classes.name}>
        <Icon size={14} aria-hidden />
        {owner.sessionId === null ? <bdi>{owner.name}</bdi> : <SessionLink id={owner.sessionId}>{owner.name}</SessionLink>}
      </span>
      {!root && <b>{shareWords(owner)}</b>}
      {owner.kind !== null && <small>{wordsOf(owner.kind)}</small>}
      {owner.remark !== null && <small className={classes.remark}>{owner.remark}</small>}
    </span>
  )
}

function Level({ owners, root = false }: { owners: readonly Owner[]; root?: boolean }) {
  const [count, setCount] = useState(beside)
  const left = owners.length - count
  return (
    <div className={classes.level} data-root={root || undefined}>
      {numbered(owners.slice(0, count)).map(({ key, item }) => (
        <div key={key} className={classes.branch}>
          <Box owner={item} root={root} />
          {item.children.length > 0 && <Level owners={item.children} />}
        </div>
      ))}
      {left > 0 && (
        <div className={classes.branch}>
          <UnstyledButton className={classes.more} onClick={() => setCount(count + 30)}>
            {plural(left, 'more owner')}
          </UnstyledButton>
        </div>
      )}
    </div>
  )
}

const step = 80

/** Who owns whom drawn from the company down to those behind it. Wide ones scroll, also with the arrow keys. */
export function OwnershipChart({ owners, label }: { owners: readonly Owner[]; label: string }) {
  const frame = useRef<HTMLElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key]
    if (by === undefined || event.target !== frame.current) return
    event.preventDefault()
    event.stopPropagation()
    frame.current.scrollLeft += by
  }
  return (
    // A scrolling frame has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <section ref={frame} className={classes.chart} aria-label={`${label}, drawn`} tabIndex={0} onKeyDown={onKeyDown}>
      <Level owners={owners} root={owners.length === 1 && (owners[0]?.children.length ?? 0) > 0} />
    </section>
  )
}
