import { Chip } from './chip.tsx'
import { featureTerm, sessionTerm } from './vocabulary.ts'

/** State of a session. Words that we do not know are shown as Didit wrote them. */
export function StatusBadge({ status }: { status: string }) {
  const term = sessionTerm(status)
  return (
    <Chip hue={term.hue} icon={term.icon}>
      {term.word}
    </Chip>
  )
}

/** State of one check, as a chip (headings of sections). */
export function FeatureBadge({ status }: { status: string }) {
  const term = featureTerm(status)
  return (
    <Chip hue={term.hue} icon={term.icon}>
      {term.word}
    </Chip>
  )
}
