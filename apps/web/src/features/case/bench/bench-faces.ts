import type { SessionDetail } from '@verdict/contract/case'
import type { Match } from '@verdict/contract/feature-data'
import type { MediaItem } from '@verdict/contract/media'
import type { z } from 'zod'
import { facesOf } from '../evidence/faces.ts'
import { scaled } from '../model/words.ts'

export const fewest = 2
export const most = 4

export interface BenchFace {
  ref: string
  /** Short: "Selfie", "Session 48102". */
  label: string
  /** Where it comes from, in words. */
  about: string
}

export interface ScoredPair {
  refs: readonly [string, string]
  /** 0–100, Didit's. */
  score: number
  label: string
}

const words: Readonly<Partial<Record<MediaItem['role'], string>>> = {
  selfie: 'Selfie',
  portrait: 'Document',
  chipPortrait: 'Chip',
  captureSelfie: 'Capture',
  faceSource: 'Face match, first',
  faceTarget: 'Face match, second',
  match: 'Earlier face',
}
const order = Object.keys(words)

function matchesOf(session: SessionDetail): z.infer<typeof Match>[] {
  return session.sections.flatMap((section) =>
    section.runs.flatMap((run) => (run.kind === 'liveness' || run.kind === 'identityDocument' ? run.data.matches : [])),
  )
}

function earlier(ref: string, session: SessionDetail): Pick<BenchFace, 'label' | 'about'> | null {
  const match = matchesOf(session).find((found) => found.matchImageUrl?.mediaRef === ref || found.frontImageUrl?.mediaRef === ref)
  if (!match) return null
  const kind = match.frontImageUrl?.mediaRef === ref ? 'Document' : 'Face'
  const listed = match.isBlocklisted === true ? ', blocklisted' : ''
  if (match.sessionNumber === null) return { label: `${kind}, list entry`, about: `${kind} of an entry of a list${listed}` }
  return { label: `Session ${match.sessionNumber}`, about: `${kind} of session ${match.sessionNumber}${listed}` }
}

/** Every face picture of the case that can be laid on the bench, what is compared most often first. */
export function benchFaces(session: SessionDetail): BenchFace[] {
  const items = session.media.filter((item) => item.kind === 'image' && words[item.role] !== undefined)
  const seen = new Map<string, number>()
  return items
    .toSorted((one, two) => order.indexOf(one.role) - order.indexOf(two.role))
    .map((item) => {
      const found = earlier(item.ref, session) ?? { label: words[item.role] ?? item.label, about: item.label }
      const count = (seen.get(found.label) ?? 0) + 1
      seen.set(found.label, count)
      return { ref: item.ref, label: count === 1 ? found.label : `${found.label} (${count})`, about: found.about }
    })
}

/** Pairs that Didit scored, each once: the face matches, and faces of earlier sessions found alike the selfie. */
export function scoredPairs(session: SessionDetail, faces: readonly BenchFace[]): ScoredPair[] {
  const named = new Map(faces.map((face) => [face.ref, face.label]))
  const pairs = new Map<string, ScoredPair>()
  const add = (one: string | null | undefined, two: string | null | undefined, value: number | null) => {
    const score = scaled(value)
    const [first, second] = [named.get(one ?? ''), named.get(two ?? '')]
    if (!one || !two || one === two || score === null || first === undefined || second === undefined) return
    const key = [one, two].toSorted().join(' ')
    if (!pairs.has(key)) pairs.set(key, { refs: [one, two], score, label: `${first} to ${second.toLowerCase()}` })
  }
  for (const run of session.sections.flatMap((section) => section.runs)) {
    if (run.kind === 'faceMatch') add(run.data.sourceImage?.mediaRef, run.data.targetImage?.mediaRef, run.data.score)
    if (run.kind === 'liveness')
      for (const match of run.data.matches)
        add(run.data.referenceImage?.mediaRef, match.matchImageUrl?.mediaRef, match.similarityPercentage)
  }
  const [selfie, ...others] = facesOf(session)
  for (const other of others) add(selfie?.ref, other.ref, other.score)
  return [...pairs.values()]
}

/** Faces that an address names, as far as the case has them; else selfie, document and chip. */
export function chosenOf(asked: string | number | null, faces: readonly BenchFace[], session: SessionDetail): string[] {
  const has = (ref: string | null): ref is string => faces.some((face) => face.ref === ref)
  const named = [...new Set(String(asked ?? '').split(','))].filter(has).slice(0, most)
  if (named.length >= fewest) return named
  const usual = facesOf(session)
    .map((face) => face.ref)
    .filter(has)
  return usual.length >= fewest ? usual : faces.slice(0, fewest).map((face) => face.ref)
}
