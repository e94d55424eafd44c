import { Link } from '@tanstack/react-router'
import classes from './parts.module.css'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** True when a field named like this holds the id of another session. */
export function isSessionKey(name: string, value: string): boolean {
  return /session_?id$/iu.test(name) && uuid.test(value)
}

export function SessionLink({ id, children }: { id: string; children?: string }) {
  if (!uuid.test(id)) return <bdi>{children ?? id}</bdi>
  return (
    <Link to="/sessions/$sessionId" params={{ sessionId: id }} className={classes.link}>
      <bdi>{children ?? `Session ${id.slice(0, 8)}`}</bdi>
    </Link>
  )
}
