import type { Need, Policy, Talent, Village } from './types.ts'

/** A value between 0 and 1, the interval that is open, and the part of it that stands proven. */
export type Value = { value: number; low: number; high: number; proven: number }

/**
 * How far the person's skills answer the village's needs: Σ weight of the need × level of the skill.
 * A claimed skill is believed by `claimedShare`; the rest stays open around the prior. A skill that a
 * person with a record does not have is 0; without a record, or without needs, everything is open.
 */
export function expertiseOf(
  { skills }: Talent,
  { needs }: Village,
  evidence: Policy['evidence'],
): Value {
  const total = needs.reduce((sum, need) => sum + need.weight, 0)
  if (skills.length === 0 || total === 0) return openValue(evidence.prior)
  let [low, open, proven] = [0, 0, 0]
  for (const need of needs) {
    const weight = need.weight / total
    const skill = skillFor(skills, need)
    const known = skill?.standing === 'claimed' ? evidence.claimedShare : 1
    low += weight * known * (skill?.level ?? 0)
    open += weight * (1 - known)
    if (skill?.standing !== 'claimed') proven += weight
  }
  return { value: low + open * evidence.prior, low, high: low + open, proven }
}

/** The skill that answers a need: the proven one where there are two records. */
export function skillFor(skills: Talent['skills'], need: Need) {
  const matching = skills.filter(({ skill }) => skill === need.skill)
  return matching.find(({ standing }) => standing === 'proven') ?? matching[0]
}

/** Nothing is known: the prior, and anything may be true. */
export function openValue(prior: number): Value {
  return { value: prior, low: 0, high: 1, proven: 0 }
}
