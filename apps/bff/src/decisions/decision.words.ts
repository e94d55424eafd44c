import { DiditOverBudgetError, DiditRefusedError, isDiditError } from '@verdict/didit'

export const unknownWords =
  'Didit did not answer, so it is not known whether the decision arrived. Its trail is being read before anything is sent again.'

/** Why nothing could be sent, and that it will be tried again. Never quotes Didit: its words may name people. */
export const blockedWords = (error: unknown): string => {
  if (error instanceof DiditOverBudgetError) return 'The calls allowed this minute are used up. It is sent as soon as there is room.'
  if (error instanceof DiditRefusedError && error.reason === 'credentials') {
    return 'Didit refuses our key. Ask an admin to check the connection; it is sent once that is repaired.'
  }
  if (isDiditError(error)) return 'Didit does not answer. It is tried again until it does.'
  return 'Something failed here. It is tried again.'
}

/** Didit's reasons for a refusal, for the person who decided. */
export const refusedWords = (error: DiditRefusedError): string => {
  if (error.reason === 'credentials') return 'Didit refuses our key. Nothing was changed. Ask an admin to check the connection.'
  const said = [...new Set(error.reasons.map(({ text }) => text))].slice(0, 5).join(' ')
  return said === '' ? 'Didit refused the decision without saying why. Nothing was changed.' : `Didit refused the decision: ${said}`
}
