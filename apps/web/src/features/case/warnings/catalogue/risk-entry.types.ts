import type { MediaItem } from '@verdict/contract/media'
import type { FeatureKind } from '@verdict/contract/session'

/** Where the evidence for a warning stands. */
export interface RiskTarget {
  /** Pictures or files, best first. */
  media?: readonly MediaItem['role'][]
  /** Fields of the run's data, by the contract's names. */
  fields?: readonly string[]
  /** The check to look at, when it is not the one that warned. */
  section?: FeatureKind
}

/** What one risk code means, in our words. */
export interface RiskEntry {
  /** A noun phrase: it heads the card and begins a sentence of the rationale. */
  title: string
  meaning: string
  /** One to three things to do with the evidence. */
  checks: readonly string[]
  target: RiskTarget
}

/** Entries of one family of checks, by Didit's code. */
export type RiskFamily = Readonly<Record<string, RiskEntry>>
