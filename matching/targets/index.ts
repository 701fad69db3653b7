import { PATTERNS } from '../pattern.ts'
import type { Placement } from '../structure.ts'
import type { Problem, TargetId, Words } from '../types.ts'
import { ageCore, ageMean } from './age.ts'
import { age30Min, minorityMin, womenMin, youngMin } from './people.ts'
import { combined, combinedShare, crossShare } from './roles.ts'
import { seatsByLaw, seatsFilled } from './seats.ts'
import { collegeShare, sourcesShare, womenShare } from './share.ts'
import { supervisionHead, supervisionSeats } from './supervision.ts'
import type { Level, Measured, Place, Target, TargetForm } from './target.ts'

export type { Measured, Target, TargetForm }

/** In reading order: law, policy, wish; `margin` and `depth` count people who are free and stand in plan/availability.ts. */
export const targets: readonly Target[] = [
  seatsByLaw,
  womenMin,
  minorityMin,
  seatsFilled,
  youngMin,
  ageMean,
  collegeShare,
  combinedShare,
  womenShare,
  combined,
  age30Min,
  ageCore,
  crossShare,
  sourcesShare,
  supervisionSeats,
  supervisionHead,
]

/** The name of any target. */
export function targetWords(id: TargetId): Words {
  return targets.find((target) => target.id === id)?.words ?? FREE_WORDS[id as 'margin' | 'depth']
}

const FREE_WORDS = {
  margin: { zh: '党组织差额', en: 'candidate margin' },
  depth: { zh: '后备深度', en: 'depth of reserves' },
} satisfies Record<'margin' | 'depth', Words>

/** Every linear target of a problem that is switched on and applies, village by village and then for the whole. */
export function targetForms(problem: Pick<Problem, 'level' | 'villages' | 'policy'>): TargetForm[] {
  const { villages, policy, level } = problem
  const ofVillages = villages.flatMap((village, index) =>
    formsAt('village', { village, villages, policy }, index),
  )
  return level === 'village'
    ? ofVillages
    : [...ofVillages, ...formsAt(level, { village: null, villages, policy }, null)]
}

function formsAt(level: Level, place: Omit<Place, 'bound'>, index: number | null): TargetForm[] {
  return targets.flatMap((target) => {
    const { isOn, tier, bound: villageBound, countyBound } = place.policy.targets[target.id]
    if (!isOn || !target.levels.includes(level)) return []
    const bound = level === 'county' ? (countyBound ?? villageBound) : villageBound
    const form = target.form({ ...place, bound })
    return form === null ? [] : [{ bound, ...form, id: target.id, tier, village: index }]
  })
}

/** What lacks to the target, in its unit; whole people where it counts people. Tolerates float dust of 1e-9. */
export function missOf(form: TargetForm, team: readonly Placement[]): number {
  const reached = team.reduce(
    (sum, { pattern, member }) => sum + form.perPattern(pattern) * form.perMember(member),
    0,
  )
  return lackFor(form, reached)
}

/** What lacks when the sum over people comes to so much. */
export function lackFor(
  { atLeast, isWhole }: Pick<TargetForm, 'atLeast' | 'isWhole'>,
  reached: number,
) {
  const lacking = atLeast - reached
  if (lacking <= 1e-9) return 0
  return isWhole ? Math.ceil(lacking - 1e-9) : lacking
}

/** Weight of each pattern and value of each member, for the solver's arrays. */
export function patternWeights(form: TargetForm): Float64Array {
  return Float64Array.from(PATTERNS, form.perPattern)
}
