import type { Store } from '../../store/open-store.ts'
import { hashPassword, verifyPassword } from '../auth.ts'
import type { SignInDoor } from './sign-in-door.ts'

/** Whose password it is, with the epoch under which it was right. Takes as long for nobody as for somebody. */
export type WeighPassword = (email: string, password: string) => Promise<{ known: string | undefined; right: boolean; epoch: number }>

export function makeWeighPassword({ store, door }: { store: Store; door: Pick<SignInDoor, 'epochOf'> }): WeighPassword {
  let nobody: Promise<string> | undefined
  return async (email, password) => {
    const user = await store.selectFrom('auth_user').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst()
    const id = user?.id ?? ''
    // The epoch comes first: a password that is changed after it makes the sign-in void.
    const epoch = await door.epochOf(id)
    const account = await store.selectFrom('auth_account').select('password').where('userId', '=', id).executeTakeFirst()
    const left = await store.selectFrom('people_left').select('person_id').where('person_id', '=', id).executeTakeFirst()
    nobody ??= hashPassword(crypto.randomUUID())
    const hash = account?.password ?? (await nobody)
    const matches = await verifyPassword({ hash, password }).catch(() => false)
    return { known: user?.id, right: matches && typeof account?.password === 'string' && !left, epoch }
  }
}
