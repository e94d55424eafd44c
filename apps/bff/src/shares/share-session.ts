import { createHash } from 'node:crypto'
import type { Share, ShareAsked, ShareInput, ShareMade } from '@verdict/contract/shares'
import { isDiditError, type Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import type { Database } from '../store/schema.ts'
import type { ShareConsent } from './share-consent.ts'
import { shareForbidden, shareProblem } from './shares.errors.ts'

/** Mints a share token. It is in this answer and nowhere else; what stays is who shared what with whom, and until when. */
export const makeShareSession = (deps: {
  didit: Pick<Didit, 'sessions'>
  evidence: Pick<EvidenceReader, 'read'>
  onRecord: OnRecord
  clock: () => number
  newId: () => string
  consent: ShareConsent
}) => {
  const { didit, evidence, onRecord, clock, newId, consent } = deps
  return async (by: Person, sessionId: string, input: ShareInput): Promise<ShareMade | ShareAsked> => {
    const { wire, hash } = await evidence.read(sessionId, input.approvalId === undefined ? 'cached' : 'fresh', 'person')
    const session = adaptSession(wire, () => null)
    const { share } = sessionActions(session, by.permissions)
    if (!share.allowed) throw shareForbidden(share)
    const { applicationId, ttlSeconds, purpose } = input
    const consented = await consent(by, { id: sessionId, name: session.name, number: session.number, evidenceHash: hash }, input)
    if ('approvalId' in consented) return consented
    const id = newId()
    // Counted from before the call: rather a second too early than too late.
    const madeAt = clock()
    const expiresAt = madeAt + ttlSeconds * 1000
    const { value } = await onRecord(
      {
        by,
        action: 'share.made',
        sessionId,
        subject: id,
        reason: purpose,
        data: { applicationId, ttlSeconds, ...(input.approvalId === undefined ? {} : { approvalId: input.approvalId }) },
      },
      (_seq, calls) => didit.sessions.share({ sessionId, forApplicationId: applicationId, ttlInSeconds: ttlSeconds }, calls),
      {
        keep: async (trx, made, ledgerSeq) => {
          await trx
            .insertInto('shares')
            .values({
              id,
              session_id: sessionId,
              session_name: session.name,
              session_number: session.number,
              application_id: applicationId.toLowerCase(),
              purpose,
              token_digest: createHash('sha256').update(made.share_token).digest('hex').slice(0, 16),
              by_id: by.id,
              by_name: by.name,
              made_at: madeAt,
              expires_at: expiresAt,
              ledger_seq: ledgerSeq,
            })
            .execute()
        },
      },
    ).catch(async (error: unknown) => {
      if (isDiditError(error) && error.effect !== 'unknown') await consented.giveBack()
      throw shareProblem(error)
    })
    return { id, token: value.share_token, expiresAt: iso(expiresAt) }
  }
}
export type ShareSession = ReturnType<typeof makeShareSession>

/** What was shared, newest first. */
export const makeListShares =
  ({ store }: { store: Kysely<Database> }) =>
  async (): Promise<Share[]> => {
    const rows = await store.selectFrom('shares').selectAll().orderBy('ledger_seq', 'desc').limit(500).execute()
    return rows.map((row) => ({
      id: row.id,
      sessionId: row.session_id,
      session: { name: row.session_name, number: row.session_number },
      applicationId: row.application_id,
      purpose: row.purpose,
      by: row.by_name,
      madeAt: iso(row.made_at),
      expiresAt: iso(row.expires_at),
      ledgerSeq: row.ledger_seq,
    }))
  }
export type ListShares = ReturnType<typeof makeListShares>
