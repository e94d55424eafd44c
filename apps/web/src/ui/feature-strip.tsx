import type { FeatureGlance, FeatureKind, SessionKind } from '@verdict/contract/session'
import { featureWord, featureWords } from './feature-vocabulary.ts'
import styles from './feature-strip.module.css'
import { FeatureStatusMark } from './marks.tsx'
import { featureTerm } from './vocabulary.ts'

const columns = ['identityDocument', 'nfc', 'liveness', 'faceMatch', 'aml', 'proofOfAddress', 'phone', 'email', 'ipAnalysis'] as const
const companyColumns = ['registry', 'companyDocuments', 'keyPeople'] as const satisfies FeatureKind[]
const inColumns = new Set<FeatureKind>(columns)

/** The worst state comes first; unknown words stand before a pass, so that they are not overlooked. */
const order = ['Declined', 'In Review', 'Resub Requested', 'Expired', 'Not Finished']
function rank(status: string): number {
  const at = order.indexOf(status)
  if (at >= 0) return at
  return status === 'Approved' ? order.length + 1 : order.length
}
function worst(features: readonly FeatureGlance[]): FeatureGlance | undefined {
  return features.toSorted((a, b) => rank(a.status) - rank(b.status))[0]
}

/** "9 checks, 4 in review: chip, face match, AML, device". */
export function stripLabel(features: readonly FeatureGlance[]): string {
  const groups = new Map<string, string[]>()
  for (const { kind, raw, status } of features.toSorted((a, b) => rank(a.status) - rank(b.status))) {
    if (status === 'Approved') continue
    groups.set(status, [...(groups.get(status) ?? []), featureWord(kind, raw).inLine])
  }
  const parts = [...groups].map(
    ([status, names]) => `${names.length} ${featureTerm(status).word.toLocaleLowerCase('en-GB')}: ${names.join(', ')}`,
  )
  const all = `${features.length} ${features.length === 1 ? 'check' : 'checks'}`
  return parts.length === 0 ? `${all}, all approved` : `${all}, ${parts.join('; ')}`
}

function Slot({ features }: { features: readonly FeatureGlance[] }) {
  const shown = worst(features)
  return (
    <span className={styles.slot}>{shown ? <FeatureStatusMark status={shown.status} size={13} /> : <span className={styles.none} />}</span>
  )
}

/** All checks of a session in one line, in fixed columns; read as one label. */
export function FeatureStrip({ features, kind }: { features: readonly FeatureGlance[] | null; kind: SessionKind }) {
  if (features === null) return <span className={styles.unknown}>Not read yet</span>
  if (kind === 'business') {
    return (
      <span className={`${styles.strip} ${styles.company}`} role="img" aria-label={stripLabel(features)}>
        {companyColumns.map((column) => {
          const Icon = featureWords[column].icon
          return (
            <span key={column} className={styles.pair}>
              <Icon size={14} stroke={1.5} aria-hidden />
              <Slot features={features.filter((feature) => feature.kind === column)} />
            </span>
          )
        })}
      </span>
    )
  }
  return (
    <span className={styles.strip} role="img" aria-label={stripLabel(features)}>
      {columns.map((column) => (
        <Slot key={column} features={features.filter((feature) => feature.kind === column)} />
      ))}
      <Slot features={features.filter((feature) => !inColumns.has(feature.kind))} />
    </span>
  )
}

/** Icons above a column of strips. */
export function FeatureStripHead() {
  return (
    <span className={`${styles.strip} ${styles.head}`}>
      <span className="v-hidden">Checks</span>
      {[...columns, 'other' as const].map((column) => {
        const { icon: Icon, word } = featureWords[column]
        return (
          <span key={column} className={styles.slot} title={column === 'other' ? 'Other checks' : word} aria-hidden>
            <Icon size={11} stroke={1.75} />
          </span>
        )
      })}
    </span>
  )
}
