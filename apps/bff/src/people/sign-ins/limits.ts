const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A sign-in that nobody uses ends after this time (NIST SP 800-63B-4 for AAL2). */
export const IDLE_MS = HOUR_MS
/** And after this time, used or not. */
export const LONGEST_MS = 12 * HOUR_MS
/** How exactly the last use is known. */
export const USE_NOTED_MS = 5 * MINUTE_MS
/** How long a right password waits for its code, or for a second factor to be set up. */
export const CHALLENGE_MS = 10 * MINUTE_MS
