import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Fields, isEmpty, isFields, listText, mediaRefOf, textOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { ClampedText } from './clamped-text.tsx'
import { MediaButton } from './media-button.tsx'
import classes from './parts.module.css'
import { SessionLink, isSessionKey } from './session-link.tsx'
import { numbered } from '../../../lib/numbered.ts'

const pageSize = 10
const deepest = 6

/** Any fields, plainly: nothing in them is interpreted, nothing is left out, nothing breaks. */
export function GenericFields({ fields, depth = 0 }: { fields: Fields; depth?: number }) {
  const entries = Object.entries(fields)
  const filled = entries.filter(([, value]) => !isEmpty(value))
  const blank = entries.filter(([, value]) => isEmpty(value)).map(([key]) => wordsOf(key))
  return (
    <>
      <Paged items={filled} size={60}>
        {(shown) => (
          <dl className={classes.facts}>
            {shown.map(([key, value]) => (
              <div key={key} className={isWide(value) ? classes.wideFact : classes.fact} data-field={key}>
                <dt>{wordsOf(key)}</dt>
                <dd>
                  <GenericValue name={key} value={value} depth={depth} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Paged>
      {blank.length > 0 && (
        <p className={classes.blank}>
          Not stored: {blank.slice(0, 40).join(', ')}
          {blank.length > 40 && ` and ${blank.length - 40} more`}
        </p>
      )}
    </>
  )
}

function isWide(value: unknown): boolean {
  return (
    (isFields(value) && mediaRefOf(value) === null) ||
    (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null))
  )
}

function GenericValue({ name, value, depth }: { name: string; value: unknown; depth: number }): ReactNode {
  const ref = mediaRefOf(value)
  if (ref !== null) return <MediaButton mediaRef={ref} />
  if (isEmpty(value)) return <span className={classes.missing}>Not stored</span>
  const text = textOf(value)
  if (text !== null) return isSessionKey(name, text) ? <SessionLink id={text} /> : <ClampedText text={text} />
  if (depth >= deepest) return <ClampedText text={safeJson(value)} mono />
  if (Array.isArray(value)) return <GenericList name={name} items={value} depth={depth} />
  return isFields(value) ? <GenericFields fields={value} depth={depth + 1} /> : <ClampedText text={safeJson(value)} mono />
}

function GenericList({ name, items, depth }: { name: string; items: readonly unknown[]; depth: number }) {
  const scalars = items.every((item) => textOf(item) !== null && !isSessionKey(name, textOf(item) ?? ''))
  if (scalars) return <ClampedText text={listText(items) ?? ''} />
  return (
    <Paged items={items} size={pageSize}>
      {(shown) => (
        <ol className={classes.items}>
          {numbered(shown).map(({ key, item }) => (
            <li key={key}>
              <GenericValue name={name} value={item} depth={depth + 1} />
            </li>
          ))}
        </ol>
      )}
    </Paged>
  )
}

function safeJson(value: unknown): string {
  return JSON.stringify(value) ?? 'Cannot be shown'
}

/** A long list by pages; the way to more says how many there are. */
export function Paged<T>({ items, size, children }: { items: readonly T[]; size: number; children: (shown: readonly T[]) => ReactNode }) {
  const [count, setCount] = useState(size)
  const left = items.length - count
  return (
    <>
      {children(items.slice(0, count))}
      {left > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setCount(count + size * 5)}>
          Show {Math.min(left, size * 5)} more of {items.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  )
}
