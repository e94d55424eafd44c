import type { Transaction } from 'kysely'
import type { Store } from '../../store/open-store.ts'
import type { Database } from '../../store/schema.ts'
import { newRecoveryCodes, plainCode, recoveryHash } from './recovery-codes.ts'
import type { SecretBox } from './secret-box.ts'
import { newSecret, stepOf } from './totp.ts'

type Db = Store | Transaction<Database>
/** An offer is good for as long as it takes to find the telephone. */
const OFFER_MS = 15 * 60_000

export type CodeKind = 'code' | 'recovery-code'

/** Second factors as they are kept: secrets sealed, recovery codes hashed, each code taken once. */
export function makeFactorBook({ box, clock }: { box: SecretBox; clock: () => number }) {
  const find = async (db: Db, personId: string) =>
    db.selectFrom('second_factors').selectAll().where('person_id', '=', personId).executeTakeFirst()

  const takeAppCode = async (trx: Transaction<Database>, personId: string, code: string): Promise<boolean> => {
    const factor = await find(trx, personId)
    const secret = factor && (await box.open(factor.secret))
    const step = secret === undefined ? undefined : stepOf(secret, code, clock())
    if (step === undefined) return false
    const taken = await trx
      .updateTable('second_factors')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n
  }

  const takeRecoveryCode = async (trx: Transaction<Database>, personId: string, code: string): Promise<boolean> => {
    const taken = await trx
      .updateTable('recovery_codes')
      .set({ used_at: clock() })
      .where('code_hash', '=', recoveryHash(code))
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n
  }

  return {
    find,

    codesLeft: async (db: Db, personId: string): Promise<number> => {
      const rows = await db
        .selectFrom('recovery_codes')
        .select('code_hash')
        .where('person_id', '=', personId)
        .where('used_at', 'is', null)
        .execute()
      return rows.length
    },

    /** Which kind of code it was, used up with that; undefined for a wrong one and for one that was used before. */
    takeCode: async (trx: Transaction<Database>, personId: string, typed: string): Promise<CodeKind | undefined> => {
      const code = plainCode(typed)
      if (/^\d{6}$/.test(code)) return (await takeAppCode(trx, personId, code)) ? 'code' : undefined
      return (await takeRecoveryCode(trx, personId, code)) ? 'recovery-code' : undefined
    },

    /** Keeps a new secret for its first code; an older offer of this holder ends. */
    offer: async (db: Db, holder: string, personId: string): Promise<string> => {
      const secret = newSecret()
      const row = { person_id: personId, secret: await box.seal(secret), made_at: clock() }
      await db
        .insertInto('second_factor_offers')
        .values({ holder, ...row })
        .onConflict((conflict) => conflict.column('holder').doUpdateSet(row))
        .execute()
      return secret
    },

    /** Makes an offer the person's second factor when the code comes from it. False when it does not, or is too late. */
    confirm: async (trx: Transaction<Database>, holder: string, personId: string, typed: string): Promise<boolean> => {
      const offer = await trx
        .selectFrom('second_factor_offers')
        .selectAll()
        .where('holder', '=', holder)
        .where('person_id', '=', personId)
        .where('made_at', '>', clock() - OFFER_MS)
        .executeTakeFirst()
      const secret = offer && (await box.open(offer.secret))
      const step = secret === undefined ? undefined : stepOf(secret, plainCode(typed), clock())
      if (!offer || step === undefined) return false
      const row = { secret: offer.secret, since: clock(), last_step: step }
      await trx
        .insertInto('second_factors')
        .values({ person_id: personId, ...row })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
        .execute()
      await trx.deleteFrom('second_factor_offers').where('person_id', '=', personId).execute()
      await trx.deleteFrom('second_factors_due').where('person_id', '=', personId).execute()
      return true
    },

    /** New recovery codes; the old ones end. They are readable here and never again. */
    renewCodes: async (trx: Transaction<Database>, personId: string): Promise<string[]> => {
      const codes = newRecoveryCodes()
      await trx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
      const rows = codes.map((code) => ({ code_hash: recoveryHash(code), person_id: personId, made_at: clock(), used_at: null }))
      await trx.insertInto('recovery_codes').values(rows).execute()
      return codes
    },

    /** Takes it away with its recovery codes and offers. False when there was none. */
    remove: async (trx: Transaction<Database>, personId: string): Promise<boolean> => {
      await trx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
      await trx.deleteFrom('second_factor_offers').where('person_id', '=', personId).execute()
      const gone = await trx.deleteFrom('second_factors').where('person_id', '=', personId).executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
  }
}
export type FactorBook = ReturnType<typeof makeFactorBook>
