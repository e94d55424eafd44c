import type { Problem, ProblemCode } from '@verdict/contract/problem'

export interface AppErrorExtra {
  fields?: NonNullable<Problem['fields']>
  /** Seconds. */
  retryAfter?: number
  changes?: string[]
  holder?: NonNullable<Problem['holder']>
  cause?: unknown
}

/** An expected failure with a sentence for the person. Made by the named factories of `<noun>.errors.ts`. */
export class AppError extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly fields: AppErrorExtra['fields']
  readonly retryAfter: number | undefined
  readonly changes: string[] | undefined
  readonly holder: AppErrorExtra['holder']

  constructor(code: ProblemCode, status: number, title: string, detail: string, extra: AppErrorExtra = {}) {
    super(title, extra.cause === undefined ? undefined : { cause: extra.cause })
    this.name = 'AppError'
    this.code = code
    this.status = status
    this.title = title
    this.detail = detail
    this.fields = extra.fields
    this.retryAfter = extra.retryAfter
    this.changes = extra.changes
    this.holder = extra.holder
  }
}
