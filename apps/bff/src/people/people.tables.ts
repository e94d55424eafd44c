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
}
