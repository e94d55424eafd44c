import { AppError } from '../lib/app-error.ts'

export const approvalNotFound = () =>
  new AppError('not-found', 404, 'There is no such approval', 'It was never asked for here. Go back to Approvals.')

export const approvalOver = (stage: string) =>
  new AppError('approval-over', 409, 'It does not wait for an answer any more', `${ends[stage] ?? 'It is over'}. Yours was not recorded.`)

const ends: Readonly<Record<string, string>> = {
  doing: 'It is being carried out',
  approved: 'Somebody else agreed meanwhile',
  rejected: 'Somebody else said no meanwhile',
  withdrawn: 'It was taken back',
  void: 'The evidence has changed',
  third: 'Somebody else answered meanwhile, differently; a third person decides',
}

export const notForYou = (why: string) => new AppError('not-allowed', 403, 'This is not yours to answer', why)

export const answerRefused = (why: string) =>
  new AppError('invalid-input', 422, 'This answer does not fit', why, { fields: [{ path: 'outcome', message: why }] })

/** The checker did not read what the first person read. */
export const otherEvidence = () =>
  new AppError(
    'evidence-changed',
    409,
    'This is not the evidence that the first person read',
    'Nothing was recorded. Open the approval again and read it.',
    { changes: [] },
  )

export const evidenceGone = (changes: string[]) =>
  new AppError(
    'evidence-changed',
    409,
    'The evidence has changed since the first person read it',
    'What they asked for is void and nothing was sent. The case is open for everybody again.',
    { changes },
  )

export const notYoursToWithdraw = () =>
  new AppError('not-allowed', 403, 'This is not your request', 'Only who asked for it can take it back; you can answer no.')

/** Asked for on paper, agreed to, and then used for something else. */
export const approvalDoesNotCover = () =>
  new AppError(
    'not-allowed',
    403,
    'The approval does not cover this',
    'Ask for exactly what was agreed to, once, or ask a second person again.',
  )
