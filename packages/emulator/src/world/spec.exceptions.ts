/** A place where the published specification refuses what its own examples and text show, with the reason. */
export interface SpecException {
  /** Scenarios concerned; every one when absent. */
  scenarios?: readonly string[]
  /** Matches the JSON pointer of the value. */
  at: RegExp
  reason: string
}

export const SPEC_EXCEPTIONS: readonly SpecException[] = [
  {
    at: /^\/id_verifications\/\d+\/(front|back|full_back|back_image)_?(image|video)?(_camera_front)?$/,
    reason: 'A passport has no back and a server call no video; the schema forgets to call these pictures nullable.',
  },
  {
    at: /^\/liveness_checks\/\d+\/video_url$/,
    reason: 'A passive check takes one picture and no video; the schema forgets to call the video nullable.',
  },
  {
    at: /^\/nfc_verifications\/\d+\/certificate_summary\/not_valid_(after|before)$/,
    reason: 'The published example itself writes these moments with a space in place of the T.',
  },
  {
    scenarios: ['contact-unverified'],
    at: /\/verified_at$/,
    reason: 'A number or address that was never confirmed has no moment of confirmation.',
  },
  {
    scenarios: ['aml-not-performed'],
    at: /^\/id_verifications\/\d+\/(date_of_birth|age)$/,
    reason: 'The point of the scenario: the birth date could not be read.',
  },
  {
    scenarios: ['restricted'],
    at: /^\/[a-z_]+\/\d+\//,
    reason: 'Attributes that a workflow restricts are null whatever the schema says of them.',
  },
]
