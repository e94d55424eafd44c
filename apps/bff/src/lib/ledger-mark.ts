/** The entry of ours that a text in Didit's trail names at its end. */
export function ledgerSeqIn(comment: string | null | undefined): number | null {
  const digits = /Verdict ledger (\d{1,15})\]?\s*$/.exec(comment ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}
