import type { DataCorrection } from '@verdict/contract/corrections'
import type { Didit } from '@verdict/didit'
import type { z } from 'zod'
import type { OnlyWhileHere, OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions } from '../sessions/session-actions.ts'
import { runsOfTarget } from '../sessions/run-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import { CompanyValues, IdentityValues, ProofOfAddressValues } from '@verdict/contract/correction-values'
import { oldAndNew, placesOf } from './corrections.adapt.ts'
import { correctionForbidden, invalidCorrection, noSuchCheck } from './corrections.errors.ts'

const parse = <Schema extends z.ZodType>(schema: Schema, values: unknown): z.infer<Schema> => {
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  throw invalidCorrection(
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: ['values', ...issue.path, key].join('.'), message: 'This field cannot be corrected.' }))
        : [{ path: ['values', ...issue.path].join('.'), message: issue.message }],
    ),
  )
}

/** Corrects what Didit read, with old and new values on the record. Didit does not judge the session anew. */
export const makeCorrectData = (deps: {
  didit: Pick<Didit, 'corrections'>
  evidence: Pick<EvidenceReader, 'read' | 'forget'>
  onRecord: OnRecord
}) => {
  const { didit, evidence, onRecord } = deps

  const sender = (input: DataCorrection) => {
    switch (input.target) {
      case 'identityDocument': {
        const changes = parse(IdentityValues, input.values)
        return {
          changes,
          send: (calls: OnlyWhileHere, sessionId: string, nodeId?: string) =>
            didit.corrections.updateData({ sessionId, nodeId, changes }, calls),
        }
      }
      case 'proofOfAddress': {
        const changes = parse(ProofOfAddressValues, input.values)
        return {
          changes,
          send: (calls: OnlyWhileHere, sessionId: string, nodeId?: string) =>
            didit.corrections.updatePoaData({ sessionId, nodeId, changes }, calls),
        }
      }
      default: {
        const changes = parse(CompanyValues, input.values)
        return {
          changes,
          send: (calls: OnlyWhileHere, sessionId: string, _nodeId?: string, companyUuid = '') =>
            didit.corrections.updateCompanyData({ sessionId, companyUuid, changes }, calls),
        }
      }
    }
  }

  return async (by: Person, sessionId: string, input: DataCorrection): Promise<number> => {
    const { changes, send } = sender(input)
    const { wire } = await evidence.read(sessionId, 'fresh', 'person')
    const session = adaptSession(wire, () => null)
    const { correct } = sessionActions(session, by.permissions)
    if (!correct.allowed) throw correctionForbidden(correct)
    const runs = runsOfTarget(session, input.target)
    // Runs and records are made of the same list, in the same order. Without a name Didit takes the newest.
    const at = placesOf(wire, input.target).findLastIndex(
      ({ nodeId, companyId }) =>
        (input.nodeId === undefined || nodeId === input.nodeId) && (input.companyId === undefined || companyId === input.companyId),
    )
    const place = placesOf(wire, input.target)[at]
    const action = correct.runs.find(({ runId }) => runId === runs[at]?.id)
    if (!place || !action) throw noSuchCheck()
    if (!action.allowed) throw correctionForbidden(action)
    const data = {
      target: input.target,
      nodeId: place.nodeId ?? null,
      companyId: place.companyId ?? null,
      fields: oldAndNew(input.target, place.before, changes),
    }
    try {
      const { seq } = await onRecord({ by, action: 'data.corrected', sessionId, reason: input.reason, data }, (_seq, calls) =>
        send(calls, sessionId, place.nodeId, place.companyId),
      )
      return seq
    } finally {
      evidence.forget(sessionId)
    }
  }
}
export type CorrectData = ReturnType<typeof makeCorrectData>
