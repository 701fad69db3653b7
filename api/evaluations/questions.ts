import type { Words } from '../../matching/index.ts'

/** What colleagues and villagers' representatives are asked, 1 to 5 each; which they are is ours, since no source lists them. */
export const QUESTIONS = [
  { id: 'conduct', words: { zh: '思想作风', en: 'Attitude and conduct' } },
  { id: 'duties', words: { zh: '履行准岗职责', en: 'Doing the duties of the post' } },
  { id: 'ability', words: { zh: '办事能力', en: 'Getting things done' } },
  { id: 'people', words: { zh: '联系服务群众', en: 'Being there for people' } },
  { id: 'fairness', words: { zh: '公道廉洁', en: 'Fairness and honesty' } },
  { id: 'overall', words: { zh: '总体评价', en: 'All in all' } },
] as const satisfies { id: string; words: Words }[]
export type QuestionId = (typeof QUESTIONS)[number]['id']
export const QUESTION_IDS = QUESTIONS.map(({ id }) => id)

/** What a mark is called, 1 first. */
export const MARK_WORDS: Words[] = [
  { zh: '差', en: 'Poor' },
  { zh: '较差', en: 'Weak' },
  { zh: '一般', en: 'Fair' },
  { zh: '较好', en: 'Good' },
  { zh: '好', en: 'Very good' },
]

export const AUDIENCES = ['colleague', 'representative'] as const
