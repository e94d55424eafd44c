import type { Application } from '../store/application.ts'
import type { Session } from '../store/session.ts'

/** What middleware leaves for handlers. */
export interface EmulatorEnv {
  Variables: { application: Application; session: Session; body: unknown }
}
