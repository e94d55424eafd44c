import type { Json, JsonObject } from '../world/types.ts'

/** An answer other than success, thrown by handlers and written once by the app's error handler. */
export class DiditError extends Error {
  readonly status: number
  readonly body: Json | undefined
  readonly headers: Record<string, string>

  constructor(status: number, body: Json | undefined, headers: Record<string, string> = {}) {
    super(`answers ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** The router's own page: sent where no JSON view was reached. */
export class HtmlNotFound extends Error {}

/** The connection ends without an answer (see the `drop` fault). */
export class ConnectionDropped extends TypeError {
  readonly code = 'ECONNRESET'
  constructor() {
    super('fetch failed', { cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) })
  }
}

/** `{"detail": "text"}` */
export const detail = (status: number, text: string): DiditError => new DiditError(status, { detail: text })

/** `{"detail": ["text"]}` */
export const detailList = (text: string): DiditError => new DiditError(400, { detail: [text] })

/** `{"field": ["text", …]}` */
export const fieldErrors = (fields: Record<string, string[]>): DiditError => new DiditError(400, { ...fields })

export const fieldError = (field: string, text: string): DiditError => fieldErrors({ [field]: [text] })

/** `{"field": "text"}`: a business rule, not a validator. */
export const ruleError = (field: string, text: string): DiditError => new DiditError(400, { [field]: text })

/** `{"field": [{"sub": ["text"]}]}` */
export const nestedListError = (field: string, items: JsonObject[]): DiditError => new DiditError(400, { [field]: items })

/** `{"field": {"sub": "text"}}` */
export const nestedError = (field: string, sub: Record<string, string>): DiditError => new DiditError(400, { [field]: { ...sub } })

/** `["text"]` */
export const bareError = (text: string): DiditError => new DiditError(400, [text])

/** `{"error": "text"}` with 403: credits, on the standalone calls. */
export const creditsError = (): DiditError =>
  new DiditError(403, { error: "You don't have enough credits to perform this request. Please top up." })

export const notFound = (): DiditError => detail(404, 'Not found.')
export const sessionNotFound = (): DiditError => detail(404, 'Session not found.')
export const noPermission = (): DiditError => detail(403, 'You do not have permission to perform this action.')
export const badCredentials = (status: 401 | 403 = 403): DiditError =>
  detail(status, 'Authentication credentials were not provided or are invalid.')
