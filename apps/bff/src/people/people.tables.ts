export interface PeopleTables {
  auth_user: {
    id: string
    name: string
    email: string
    emailVerified: number
    image: string | null
    createdAt: string
    updatedAt: string
  }
  auth_session: {
    id: string
    expiresAt: string
    token: string
    createdAt: string
    updatedAt: string
    ipAddress: string | null
    userAgent: string | null
    userId: string
  }
  auth_account: {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: string
    updatedAt: string
  }
  /** Who may no longer sign in. Epoch ms. */
  people_left: { person_id: string; left_at: number }
  people_roles: { person_id: string; role: string }
  /** `subject` is a hash of an address or an e-mail, so that neither stands here. */
  sign_in_failures: { subject: string; failures: number; last_at: number }
  setup_tokens: { token_hash: string; made_at: number; used_at: number | null }
  /** `secret` is sealed. `last_step` is the newest 30 seconds whose code was taken: none up to it is taken again. */
  second_factors: { person_id: string; secret: string; since: number; last_step: number }
  /** Secrets that wait for their first code. `holder` is the sign-in, or the challenge of one half done. */
  second_factor_offers: { holder: string; person_id: string; secret: string; made_at: number }
  /** Whose second factor an admin took away: they set up a new one at the next sign-in. */
  second_factors_due: { person_id: string; since: number }
  recovery_codes: { code_hash: string; person_id: string; made_at: number; used_at: number | null }
  /** A password was right, nobody is signed in yet. */
  sign_in_challenges: { token_hash: string; person_id: string; next: 'code' | 'enrol'; epoch: number; ends_at: number }
  /** Counts what ends a person's sign-ins. One that was begun under an older number does not open. */
  sign_in_epochs: { person_id: string; epoch: number }
  sign_in_proofs: { session_id: string; proved_at: number }
}
