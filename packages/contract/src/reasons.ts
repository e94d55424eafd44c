import type { Outcome } from './decision.ts'

export interface Reason {
  code: string
  label: string
}

/** Reasons offered to a reviewer, most used first: D 1 Enter takes the first of the declines. */
export const reasons: Readonly<Record<Outcome, readonly Reason[]>> = {
  Approved: [
    { code: 'checks-passed', label: 'Evidence read, checks passed' },
    { code: 'warnings-explained', label: 'Warnings explained by the evidence' },
    { code: 'manual-match', label: 'Same person by manual comparison' },
    { code: 'hits-cleared', label: 'Watch-list hits are other people' },
    { code: 'additional-evidence', label: 'Additional evidence received' },
  ],
  Declined: [
    { code: 'document-forged', label: 'Document forged or altered' },
    { code: 'not-the-holder', label: 'Person is not the holder of the document' },
    { code: 'document-invalid', label: 'Document expired or not accepted' },
    { code: 'data-mismatch', label: 'Data does not agree with what was declared' },
    { code: 'liveness-failed', label: 'Not a live person' },
    { code: 'watch-list-match', label: 'Confirmed watch-list match' },
    { code: 'duplicate-account', label: 'Same person already has an account' },
    { code: 'fraud-suspected', label: 'Fraud suspected' },
    { code: 'policy', label: 'Outside our acceptance policy' },
  ],
  Resubmitted: [
    { code: 'image-unreadable', label: 'Picture unreadable: glare, blur or crop' },
    { code: 'wrong-document', label: 'Wrong or incomplete document' },
    { code: 'selfie-unclear', label: 'Selfie unclear' },
    { code: 'address-outdated', label: 'Proof of address too old or not accepted' },
    { code: 'data-missing', label: 'Data missing or could not be read' },
    { code: 'contact-unverified', label: 'Phone or e-mail not verified' },
  ],
}
