import type { FeatureRun, FeatureSection } from '@verdict/contract/case'
import { plural, score } from '../../../lib/format.ts'
import { featureWord } from '../../../ui/feature-vocabulary.ts'
import { isReviewed } from '../model/aml-hits.ts'
import { documentWord, livenessWay, scaled } from '../model/words.ts'

const sides = { 2: ', front and back', 1: '' } as const

function ownTitle(run: FeatureRun, fallback: string): string {
  if (run.kind === 'identityDocument' && run.data.documentType !== null) {
    const pictures = [run.data.frontImage, run.data.backImage].filter(Boolean).length
    return `${documentWord(run.data.documentType)}${pictures === 2 ? sides[2] : sides[1]}`
  }
  return run.kind === 'questionnaire' && run.data.title !== null ? run.data.title : fallback
}

/** Heading of one run; runs of one kind are counted. */
export function titleOf(section: FeatureSection, run: FeatureRun, index: number): string {
  const title = ownTitle(run, featureWord(section.kind, section.raw).word)
  return section.runs.length > 1 ? `${title}, ${index + 1} of ${section.runs.length}` : title
}

/** One line at the right of the heading: the most telling figures. */
export function asideOf(run: FeatureRun): string {
  if (run.kind === 'aml') {
    const { hits, isOngoingMonitoringEnabled: again } = run.data
    return `${plural(hits.length, 'hit')} · ${hits.filter(isReviewed).length} reviewed${again ? ' · rescreened daily' : ''}`
  }
  if (run.kind === 'liveness') return run.data.method === null ? 'Way not stored' : livenessWay(run.data.method)
  if (run.kind === 'identityDocument') {
    const quality = scaled(run.data.frontImageQualityScore?.overallScore)
    return quality === null ? '' : `Quality ${score(quality)} of 100`
  }
  if (run.kind === 'companyDocuments' || run.kind === 'documentAi') return plural(run.data.items.length, 'document')
  return ''
}
