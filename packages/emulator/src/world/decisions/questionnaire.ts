import type { Cast } from '../cast.ts'
import { mediaKey, moment, nodeId } from '../cast.ts'
import { QUESTIONNAIRES } from '../questionnaires.ts'
import type { Question } from '../questionnaires.ts'
import { Dice } from '../random.ts'
import type { Json, JsonObject } from '../types.ts'

const SENTENCES = [
  'Salary from my employer, paid monthly.',
  'Savings from the last ten years, kept at one bank.',
  'Sale of a flat in spring; the contract is attached.',
  'Not applicable.',
]

/** One `questionnaire_responses` item with every question answered. */
export function questionnaire(cast: Cast): JsonObject {
  const plan = QUESTIONNAIRES[cast.kind === 'business' ? 1 : 0]
  if (plan === undefined) throw new RangeError('no questionnaire')
  return {
    node_id: nodeId('QUESTIONNAIRE'),
    questionnaire_id: new Dice(cast.seed, 0x900).uuid(`${plan.key}/${plan.versions}`),
    title: plan.title,
    description: plan.description,
    languages: [...plan.languages],
    default_language: 'en',
    is_active: true,
    is_simple_questionnaire: true,
    questionnaire_group_id: new Dice(cast.seed, 0x900).uuid(plan.key),
    version: plan.versions,
    published_at: '2026-03-02T09:14:55.000000Z',
    sections: plan.sections.map((section): JsonObject => ({
      title: section.title,
      description: null,
      items: section.questions.map((question): JsonObject => ({
        uuid: new Dice(cast.seed, 0x901).uuid(`${plan.key}/${question.key}`),
        value: question.key,
        element_type: question.type,
        is_required: question.required,
        title: question.title,
        description: question.description ?? null,
        placeholder: null,
        choices: question.choices === undefined ? null : question.choices.map(choice),
        max_files: question.type === 'FILE_UPLOAD' ? 3 : 1,
        answer: answer(cast, question),
        required_if: null,
        repeatable_config: null,
      })),
    })),
    status: 'Approved',
    warnings: [],
  }
}

function choice(label: string): JsonObject {
  const value = label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  return label === 'Other' ? { label, value, requires_text_input: true } : { label, value }
}

function answer(cast: Cast, question: Question): JsonObject {
  const { dice } = cast
  if (question.type === 'FILE_UPLOAD') return { value: null, text: null, files: [mediaKey(cast, 'answer_1'), mediaKey(cast, 'answer_2')] }
  let value: Json
  if (question.choices !== undefined) {
    const label = dice.pick(`answer/${question.key}`, question.choices)
    value = choice(label)['value'] ?? null
    return { value, text: label === 'Other' ? 'Prize of an invented lottery' : null, files: null }
  }
  if (question.type === 'DATE') value = moment(cast, -90 * 86_400).slice(0, 10)
  else if (question.type === 'NUMBER') value = String(dice.int(`answer/${question.key}`, 500, 90_000))
  else value = dice.pick(`answer/${question.key}`, SENTENCES)
  return { value, text: null, files: null }
}
