import { Dice } from './random.ts'
import type { JsonObject } from './types.ts'

export interface Question {
  key: string
  type: 'SHORT_TEXT' | 'LONG_TEXT' | 'DROPDOWN' | 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'FILE_UPLOAD' | 'DATE' | 'NUMBER'
  title: string
  required: boolean
  description?: string
  choices?: readonly string[]
}

export interface QuestionnairePlan {
  key: string
  title: string
  description: string
  languages: readonly string[]
  versions: number
  workflow: string
  sections: readonly { title: string; questions: readonly Question[] }[]
}

export const QUESTIONNAIRES: readonly QuestionnairePlan[] = [
  {
    key: 'source-of-wealth',
    title: 'Source of wealth',
    description: 'Where the money comes from.',
    languages: ['en', 'zh'],
    versions: 2,
    workflow: 'Wealth Singapore',
    sections: [
      {
        title: 'Income',
        questions: [
          { key: 'occupation', type: 'SHORT_TEXT', title: 'What is your occupation?', required: true },
          {
            key: 'income_source',
            type: 'DROPDOWN',
            title: 'What is your main source of income?',
            required: true,
            choices: ['Salary', 'Business', 'Savings', 'Investments', 'Inheritance', 'Crypto assets', 'Other'],
          },
          {
            key: 'income_range',
            type: 'SINGLE_CHOICE',
            title: 'How much do you earn in a year, before tax?',
            required: true,
            choices: ['Below 50,000', '50,000 to 200,000', 'Above 200,000'],
          },
        ],
      },
      {
        title: 'Funding',
        questions: [
          { key: 'first_deposit', type: 'NUMBER', title: 'How much will you pay in first?', required: true },
          { key: 'origin', type: 'LONG_TEXT', title: 'Say in your own words where that sum comes from.', required: true },
          {
            key: 'proof',
            type: 'FILE_UPLOAD',
            title: 'Add a proof of funds',
            required: true,
            description: 'A statement, a payslip or a contract.',
          },
          { key: 'received_on', type: 'DATE', title: 'When did you receive it?', required: false },
          {
            key: 'public_office',
            type: 'SINGLE_CHOICE',
            title: 'Do you or your family hold public office?',
            required: true,
            choices: ['No', 'Yes', 'Rather not say'],
          },
        ],
      },
    ],
  },
  {
    key: 'business-activity',
    title: 'Business activity',
    description: 'What the company does and with whom.',
    languages: ['en'],
    versions: 1,
    workflow: 'Business EU',
    sections: [
      {
        title: 'Activity',
        questions: [
          { key: 'purpose', type: 'LONG_TEXT', title: 'What will the account be used for?', required: true },
          {
            key: 'turnover',
            type: 'SINGLE_CHOICE',
            title: 'Expected turnover in a year',
            required: true,
            choices: ['Below 1 million', '1 to 10 million', 'Above 10 million'],
          },
          { key: 'countries', type: 'SHORT_TEXT', title: 'With which countries do you trade?', required: false },
          { key: 'licence', type: 'FILE_UPLOAD', title: 'Licence, where the activity needs one', required: false },
        ],
      },
    ],
  },
]

/** Every version of every questionnaire, with the keys of both the list item and the detail. */
export function listQuestionnaires(seed: number, epoch: number): JsonObject[] {
  const dice = new Dice(seed, 0x900)
  return QUESTIONNAIRES.flatMap((plan) =>
    Array.from({ length: plan.versions }, (_, i) => plan.versions - i).map((version): JsonObject => {
      const questions = plan.sections.flatMap((section) => section.questions)
      const made = new Date(epoch - (300 - version * 60) * 86_400_000).toISOString()
      return {
        uuid: dice.uuid(`${plan.key}/${version}`),
        questionnaire_id: dice.uuid(`${plan.key}/${version}`),
        title: plan.title,
        description: plan.description,
        languages: [...plan.languages],
        default_language: 'en',
        is_active: true,
        is_simple_questionnaire: true,
        created_at: made,
        updated_at: made,
        question_types: [...new Set(questions.map((question) => question.type))],
        workflow_names: [plan.workflow],
        questionnaire_group_id: dice.uuid(plan.key),
        version,
        status: 'published',
        published_at: made,
        is_editable: false,
        graph: {
          start_node: questions[0]?.key ?? null,
          nodes: Object.fromEntries(questions.map((question, at) => [question.key, node(question, questions[at + 1]?.key ?? null)])),
        },
        sections: plan.sections.map((section): JsonObject => ({
          title: { en: section.title },
          description: {},
          items: section.questions.map((question) => ({
            uuid: new Dice(seed, 0x901).uuid(`${plan.key}/${question.key}`),
            value: question.key,
            element_type: question.type,
            is_required: question.required,
            title: { en: question.title },
          })),
        })),
      }
    }),
  )
}

function node(question: Question, next: string | null): JsonObject {
  const base: JsonObject = { element_type: question.type, is_required: question.required, title: { en: question.title }, next }
  if (question.choices === undefined) return base
  return {
    ...base,
    choices: question.choices.map((label) => ({ value: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'), label: { en: label } })),
  }
}
