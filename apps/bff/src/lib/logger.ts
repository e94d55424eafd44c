import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'

export type { Logger } from 'pino'

/** Keys that must never be written, should someone pass a whole object by mistake. */
const secret = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'apiKey',
  'password',
  'token',
  'secret',
  'session_url',
  'session_token',
  'share_token',
  'secret_shared_key',
  'email',
  'name',
  'headers',
  'body',
]

/** JSON lines. Log codes, ids and numbers; names, e-mails, document numbers and bodies stay out. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((key) => [`["${key}"]`, `*["${key}"]`]), censor: '[removed]' },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

const MAX_MESSAGE = 300

/** Own fields of an error can hold what Didit said about a person, and a JSON parser quotes the body: both stay out. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const code: unknown = Reflect.get(error, 'code')
  return {
    type: error.name,
    message: error instanceof SyntaxError ? undefined : error.message.slice(0, MAX_MESSAGE),
    code: typeof code === 'string' ? code : undefined,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12)
      .join('\n'),
    cause: error.cause instanceof Error ? describeError(error.cause) : undefined,
  }
}
