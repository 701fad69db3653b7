import { type CriterionId, type Cultivation, criterionWords } from '../../matching/index.ts'
import { WAYS } from '../shapes/mentoring.ts'
import { wayWords } from './words.ts'

/**
 * Criteria of which somebody sees something at a meeting, in the order of the phone. The others come of papers, of other
 * people or of the place.
 */
export const SEEN: readonly CriterionId[] = [
  'coordination',
  'development',
  'service',
  'conduct',
  'political',
  'potential',
]

/** What the phone offers. */
export function choicesOf({ topics }: Cultivation) {
  return {
    ways: WAYS.map((id) => ({ id, words: wayWords[id] })),
    topics,
    criteria: SEEN.map((id) => ({ id, words: criterionWords[id] })),
  }
}
