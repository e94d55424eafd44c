import type { Transaction } from 'kysely'
import type { Database } from '../store/schema.ts'

/** One mailbox, however it is written: case and what stands behind a plus do not make another person. */
export const mailboxOf = (email: string): string => {
  const [name = '', domain = ''] = email.trim().toLowerCase().split('@')
  return `${name.split('+')[0] ?? name}@${domain}`
}

/** Whether an account belongs to one of these people: the account itself, or another one with the same mailbox. */
export async function isOneOf(
  trx: Transaction<Database>,
  person: { id: string; email: string },
  others: readonly string[],
): Promise<boolean> {
  if (others.includes(person.id)) return true
  if (others.length === 0) return false
  const rows = await trx.selectFrom('auth_user').select('email').where('id', 'in', others).execute()
  return rows.some(({ email }) => mailboxOf(email) === mailboxOf(person.email))
}
