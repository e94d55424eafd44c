/**
 * The seam between the two halves of the emulator: `world/` derives sessions from a seed and draws their
 * pictures; everything else speaks Didit's HTTP. Wire objects are plain JSON in Didit's own snake_case.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export type SessionKind = 'user' | 'business'

export const STATUSES = [
  'Not Started',
  'In Progress',
  'Awaiting User',
  'In Review',
  'Approved',
  'Declined',
  'Resubmitted',
  'Abandoned',
  'Expired',
  'Kyc Expired',
] as const
export type SessionStatus = (typeof STATUSES)[number]

/** What can be said of a session without building it: cheap enough to run over a million of them. */
export interface SessionFacts {
  /** 0 is the oldest session of the application, `size - 1` the newest. */
  index: number
  sessionId: string
  kind: SessionKind
  /** Counts per kind and application, from 1. */
  number: number
  status: SessionStatus
  /** Workflow group id. */
  workflowId: string
  /** Epoch milliseconds. */
  createdAt: number
  vendorData: string | null
  /** Person's full name as read from the document, or the company's name. */
  name: string | null
  /** alpha-3 for people, registry country for companies. */
  country: string | null
  /** Name of the scenario (see `scenarios`) that this session plays. */
  scenario: string
}

export interface MediaFile {
  bytes: Uint8Array
  contentType: string
}

export interface Scenario {
  name: string
  kind: SessionKind
  /** One line: what a reviewer meets here. */
  about: string
}

/** One application's sessions, all derived from `seed`; nothing is kept but small caches. */
export interface World {
  readonly size: number
  /** Every scenario this world can play; session `i` for `i < scenarios.length` counted from the newest plays each once. */
  readonly scenarios: readonly Scenario[]
  readonly workflows: readonly JsonObject[]
  readonly questionnaires: readonly JsonObject[]
  facts(index: number): SessionFacts
  /** Index of a session id of this world; undefined for any other id. O(1), no table of ids. */
  find(sessionId: string): number | undefined
  /**
   * The whole V3 decision of a session as `GET …/decision/` answers it, a fresh object each time.
   * Media fields hold a media key (`media:<sessionId>/<slot>`, see `media`), never a URL; `session_url` is a path-less token.
   */
  decision(index: number): JsonObject
  /** Seeded entries of the session's activity feed (`GET /v3/sessions/{id}/reviews/` items), oldest first. */
  reviews(index: number): JsonObject[]
  /** Bytes behind a media key, or undefined when the key names nothing or the scenario lost the file. */
  media(key: string): Promise<MediaFile | undefined>
  /** Indexes whose facts pass, newest first. Scans in blocks so that a million stay affordable. */
  scan(test: (facts: SessionFacts) => boolean): Iterable<number>
}

export interface WorldOptions {
  seed: number
  sessions: number
  /** Epoch milliseconds that "now" is when the world is seeded; the newest session is a little older. */
  epoch: number
  applicationId: string
}

/** Marks a string as a media key inside a decision. */
export const MEDIA_PREFIX = 'media:'
