import type { QuestionId } from '../../trial-posts.ts'

/** In the order of the paper. */
export const QUESTIONS = [
  'conduct',
  'duties',
  'ability',
  'people',
  'fairness',
  'overall',
] as const satisfies QuestionId[]
export const MARKS = [5, 4, 3, 2, 1] as const
