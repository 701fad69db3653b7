import { CRITERIA, type CriterionId, type ItemKind, type RuleId } from '../../matching/index.ts'

/** Criteria that evidence moves; need and home are matched with the village. */
export const MOVABLE_CRITERIA: readonly CriterionId[] = CRITERIA.filter(
  (criterion) => criterion !== 'expertise' && criterion !== 'tie',
)

/** Rules that time and practice mend, and by what. Age, consent, willingness, residence and fitness no item mends. */
export const MOVED_BY: Partial<Record<RuleId, readonly ItemKind[]>> = {
  'education.min': ['degree', 'training'],
  'experience.min': ['village-affairs', 'shadowing', 'posting', 'trial-post'],
  'party.member': ['training', 'task'],
}

export const isMovable = (criterion: CriterionId) => MOVABLE_CRITERIA.includes(criterion)
