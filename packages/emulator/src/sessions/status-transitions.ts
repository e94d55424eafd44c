import { bareError, detail } from '../http/didit-errors.ts'
import type { SessionStatus } from '../world/types.ts'

export type ManualStatus = 'Approved' | 'Declined' | 'Resubmitted'

/** In the order in which the refusal names them. */
const UPDATABLE: readonly SessionStatus[] = ['Approved', 'Declined', 'In Review', 'Kyc Expired', 'Abandoned', 'Resubmitted']

/** Runs before the body is looked at. */
export function requireUpdatable(current: SessionStatus): void {
  if (UPDATABLE.includes(current)) return
  throw detail(400, `Only sessions with status ${UPDATABLE.join(', ')} can be updated. Current status: ${current}`)
}

export function requireChange(current: SessionStatus, next: ManualStatus): void {
  if (current === next) throw bareError('The new status is the same as the current status.')
}
