import { warn } from '../decisions/draft.ts'
import type { PlayedScenario } from './scenario.ts'

function inScript(script: string, country: string, workflow: string): PlayedScenario {
  return {
    name: `name-${script}`,
    kind: 'user',
    status: 'In Review',
    weight: 1.5,
    workflow: [workflow],
    countries: [country],
    native: true,
    about: `Name in ${script} script; the form gave the latin spelling.`,
    play: (draft) => warn(draft, 'id_verifications', 'FULL_NAME_MISMATCH_WITH_PROVIDED', 'warning', { reason: 'different_script' }),
  }
}

export const CULTURE_SCENARIOS: readonly PlayedScenario[] = [
  inScript('arabic', 'SAU', 'retail-gcc'),
  inScript('japanese', 'JPN', 'retail-apac'),
  inScript('chinese', 'CHN', 'retail-apac'),
  inScript('korean', 'KOR', 'retail-apac'),
  inScript('devanagari', 'IND', 'retail-in'),
  inScript('cyrillic', 'UKR', 'retail-eu'),
  inScript('greek', 'GRC', 'retail-eu'),
  inScript('thai', 'THA', 'retail-apac'),
  inScript('hebrew', 'ISR', 'retail-eu'),
]
