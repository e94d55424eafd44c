/** A place where the published specification is silent or at odds with its own examples and text. */
export interface OperationException {
  /** Matches `METHOD path status`. */
  operation: RegExp
  /** Matches the JSON pointer of the value. */
  at: RegExp
  /** The value makes its whole row fail a `oneOf`: errors of that row are excused with it. */
  wholeRow?: boolean
  reason: string
}

/** `/v3/blocklist/*` and `/v3/lists/*` are not in the specification at all, so nothing judges them here. */
export const OPERATION_EXCEPTIONS: readonly OperationException[] = [
  {
    operation: /^GET \/v3\/sessions\/ 200$/,
    at: /^\/results\/\d+\/additional_details\//,
    wholeRow: true,
    reason: 'Attributes that a workflow restricts are null in rows too; the schema forgets to call them nullable.',
  },
  {
    operation: /^GET \/v3\/sessions\/ 200$/,
    at: /^\/results\/\d+\/features\/\d+\/feature$/,
    wholeRow: true,
    reason: 'One scenario has a feature newer than the specification on purpose: new ones can come any day.',
  },
]
