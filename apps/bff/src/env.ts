import { z } from 'zod'

const unset = (value: unknown) => (value === '' ? undefined : value)
const text = (schema: z.ZodType<string>) => z.preprocess(unset, schema.optional())
const whole = (name: string, least: number, most: number, standard: number) =>
  z.preprocess(
    unset,
    z.coerce
      .number(`${name} must be a whole number`)
      .int(`${name} must be a whole number`)
      .min(least, `${name} must be ${least} or more`)
      .max(most, `${name} must be ${most} or less`)
      .default(standard),
  )
const webAddress = (name: string) =>
  z
    .string()
    .refine((value) => /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : ''), `${name} must be an http or https address`)

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

const Variables = z.object({
  PORT: whole('PORT', 0, 65_535, 8787),
  HOST: text(z.string()).transform((host) => host ?? '127.0.0.1'),
  DATA_DIR: text(z.string()).transform((dir) => dir ?? './data'),
  DATABASE_URL: text(
    z
      .string()
      .regex(
        /^postgres(ql)?:\/\//,
        'DATABASE_URL must begin with postgres://; leave it unset to keep everything in a SQLite file in DATA_DIR',
      ),
  ),
  DIDIT_API_KEY: text(
    z.string().regex(/^[\x21-\x7e]+$/, 'DIDIT_API_KEY must be one line of visible characters: copy it again from the console'),
  ),
  DIDIT_BASE_URL: text(webAddress('DIDIT_BASE_URL')),
  DIDIT_WEBHOOK_SECRETS: text(z.string()).transform((secrets) =>
    (secrets ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
  AUTH_SECRET: text(z.string().min(32, 'AUTH_SECRET must have at least 32 characters')),
  KEEP_KEY: text(z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'KEEP_KEY must be 32 random bytes in base64url, 43 characters')),
  PUBLIC_URL: text(webAddress('PUBLIC_URL')),
  EMULATOR_PORT: whole('EMULATOR_PORT', 0, 65_535, 8788),
  DEMO_SESSIONS: whole('DEMO_SESSIONS', 0, 2_000_000, 600),
  UNDO_SECONDS: whole('UNDO_SECONDS', 0, 3600, 5),
  RECONCILE_SECONDS: whole('RECONCILE_SECONDS', 0, 86_400, 60),
  DEMO_STAFF: z.preprocess(unset, z.enum(['0', '1'], 'DEMO_STAFF must be 0 or 1').default('0')),
  METRICS_TOKEN: text(z.string().min(16, 'METRICS_TOKEN must have at least 16 characters')),
  LOG_LEVEL: z.preprocess(
    unset,
    z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
  ),
  WEB_DIR: text(z.string()),
})

export interface Env {
  port: number
  host: string
  dataDir: string
  /** `postgres://…`; null: a SQLite file in `dataDir`. */
  databaseUrl: string | null
  /** Null in the demo: the emulator is the upstream. */
  apiKey: string | null
  baseUrl: string
  webhookSecrets: readonly string[]
  /** Null: made and kept in `dataDir`. */
  authSecret: string | null
  /** Null: made and kept in `dataDir`. Several bffs on one database need the same. */
  keepKey: string | null
  publicUrl: string
  emulatorPort: number
  demoSessions: number
  undoSeconds: number
  /** How often the trail of Didit is compared with ours; 0 is only when somebody asks. */
  reconcileSeconds: number
  demo: boolean
  demoStaff: boolean
  metricsToken: string | null
  logLevel: string
  webDir: string | null
}

/** Reads the environment once; throws one error that names every fault. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Variables.safeParse(variables)
  const faults = [...(parsed.error?.issues ?? []).map((issue) => issue.message), ...exposedDemo(variables)]
  if (!parsed.success || faults.length > 0) throw new EnvError(faults)
  const vars = parsed.data
  const demo = vars.DIDIT_API_KEY === undefined
  const host = vars.HOST.includes(':') ? `[${vars.HOST}]` : vars.HOST
  return {
    port: vars.PORT,
    host: vars.HOST,
    dataDir: vars.DATA_DIR,
    databaseUrl: vars.DATABASE_URL ?? null,
    apiKey: vars.DIDIT_API_KEY ?? null,
    baseUrl: vars.DIDIT_BASE_URL ?? 'https://verification.didit.me',
    webhookSecrets: vars.DIDIT_WEBHOOK_SECRETS,
    authSecret: vars.AUTH_SECRET ?? null,
    keepKey: vars.KEEP_KEY ?? null,
    publicUrl: (vars.PUBLIC_URL ?? `http://${host}:${vars.PORT}`).replace(/\/+$/, ''),
    emulatorPort: vars.EMULATOR_PORT,
    demoSessions: vars.DEMO_SESSIONS,
    undoSeconds: vars.UNDO_SECONDS,
    reconcileSeconds: vars.RECONCILE_SECONDS,
    demo,
    demoStaff: demo || vars.DEMO_STAFF === '1',
    metricsToken: vars.METRICS_TOKEN ?? null,
    logLevel: vars.LOG_LEVEL,
    webDir: vars.WEB_DIR ?? null,
  }
}

/** What would put a publicly known password on a network. */
function exposedDemo({ HOST, DIDIT_API_KEY, DEMO_STAFF }: Readonly<Record<string, string | undefined>>): string[] {
  if (HOST === undefined || HOST === '' || loopback.has(HOST)) return []
  const faults = []
  if (DIDIT_API_KEY === undefined || DIDIT_API_KEY === '') {
    faults.push(`HOST is ${HOST}, but without DIDIT_API_KEY this is the demo, which has a known password: set the key, or leave HOST unset`)
  }
  if (DEMO_STAFF === '1') faults.push(`DEMO_STAFF=1 has a known password and HOST is ${HOST}: unset one of the two`)
  return faults
}

export class EnvError extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(
      `The environment has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
    this.name = 'EnvError'
    this.faults = faults
  }
}
