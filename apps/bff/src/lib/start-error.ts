/** Why Verdict cannot start, as a sentence with the way out. Printed without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
