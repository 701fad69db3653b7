import { defaultCultivation } from './cultivation/scheme.ts'
import { defaultProcedure } from './procedure.ts'
import { defaultReadiness } from './readiness/scheme.ts'
import type { Policy, Weighting } from './types.ts'

/** How much each criterion matters for a post on Saaty's scale 1 to 9, in the order of `CRITERIA`. */
const IMPORTANCE = {
  secretary: [9, 8, 6, 5, 7, 5, 3, 6, 5, 3],
  'party-member': [8, 5, 5, 5, 6, 5, 3, 5, 4, 4],
  chair: [6, 8, 7, 6, 6, 7, 4, 6, 6, 3],
  'committee-member': [4, 5, 5, 7, 5, 7, 5, 5, 5, 4],
  'supervision-head': [8, 3, 4, 6, 9, 4, 4, 5, 7, 2],
  supervisor: [6, 3, 4, 7, 9, 4, 5, 4, 8, 2],
} as const

/**
 * The policy a county starts from. Where domain papers name no figure the default is ours;
 * every one of them is edited by the county, none is a constant in code.
 */
export const defaultPolicy: Policy = {
  version: 1,
  referenceOn: '2026-12-31',
  termYears: 5,
  age: { max: 55, retirement: { female: 55, male: 60 }, mayAskBack: false },
  education: { village: 'senior-secondary', community: 'bachelor' },
  experience: { communityYears: 2 },
  relaxations: {
    'age.max': 'county',
    'age.retired': 'county',
    'education.min': 'county',
    'experience.min': 'township',
  },
  targets: {
    'seats.law': { isOn: true, tier: 'law', bound: 3 },
    seats: { isOn: true, tier: 'policy', bound: 1 },
    'women.min': { isOn: true, tier: 'law', bound: 1 },
    'minority.min': { isOn: true, tier: 'law', bound: 1 },
    'young.min': { isOn: true, tier: 'policy', bound: 1, ages: { from: 18, to: 35 } },
    'age30.min': { isOn: true, tier: 'wish', bound: 1, ages: { from: 28, to: 32 } },
    'age.core': { isOn: true, tier: 'wish', bound: 0.5, ages: { from: 30, to: 45 } },
    'age.mean': { isOn: true, tier: 'policy', bound: 45, countyBound: -0.1 },
    'college.share': { isOn: true, tier: 'policy', bound: 0, countyBound: 0.04 },
    combined: { isOn: true, tier: 'wish', bound: 1 },
    'combined.share': { isOn: true, tier: 'policy', bound: 0.7 },
    'cross.share': { isOn: true, tier: 'wish', bound: 0.3 },
    'women.share': { isOn: true, tier: 'policy', bound: 0.3 },
    'sources.share': { isOn: true, tier: 'wish', bound: 0.533 },
    margin: { isOn: true, tier: 'policy', bound: 1.2 },
    depth: { isOn: true, tier: 'wish', bound: 2 },
    'supervision.seats': { isOn: true, tier: 'policy', bound: 1 },
    'supervision.head': { isOn: true, tier: 'policy', bound: 1 },
  },
  criteria: {
    political: { halfLifeYears: 5 },
    development: { halfLifeYears: 4 },
    coordination: { halfLifeYears: 4 },
    service: { halfLifeYears: 3 },
    conduct: { halfLifeYears: 3 },
    expertise: { halfLifeYears: 5 },
    tie: { halfLifeYears: 10 },
    record: { halfLifeYears: 4 },
    reputation: { halfLifeYears: 2 },
    potential: { halfLifeYears: 3 },
  },
  weights: {
    secretary: comparisonsOf(IMPORTANCE.secretary),
    'party-member': comparisonsOf(IMPORTANCE['party-member']),
    chair: comparisonsOf(IMPORTANCE.chair),
    'committee-member': comparisonsOf(IMPORTANCE['committee-member']),
    'supervision-head': comparisonsOf(IMPORTANCE['supervision-head']),
    supervisor: comparisonsOf(IMPORTANCE.supervisor),
  },
  evidence: { prior: 0.5, halfKnownAt: 0.3, claimedShare: 0.5 },
  review: { departments: [], ...defaultProcedure },
  shortlist: {
    size: 10,
    shares: [
      { group: 'women', min: 0.3 },
      { group: 'young', min: 0.2 },
    ],
  },
  replan: { pricePerChange: 0.05 },
  cultivation: defaultCultivation,
  readiness: defaultReadiness,
}

/** Pairwise comparisons from a scale: the ratio of two importances, rounded to a whole number of Saaty's scale. */
function comparisonsOf(importance: readonly number[]): Weighting {
  const judge = (a: number, b: number) => (a >= b ? Math.round(a / b) : 1 / Math.round(b / a))
  return { method: 'ahp', comparisons: importance.map((a) => importance.map((b) => judge(a, b))) }
}
