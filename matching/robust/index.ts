import type { Strengths } from '../certainty.ts'
import {
  CRITERIA,
  type CriterionId,
  type Policy,
  type RankedTalent,
  type Ranking,
  type Talent,
  type Village,
} from '../types.ts'
import { type Beliefs, BLOCK, type Question } from './draws.ts'
import { papersOf } from './papers.ts'
import { type SecondOpinion, secondOpinionOf } from './second-opinion.ts'
import { settling } from './settling.ts'
import { type Tally, tallying } from './smaa.ts'
import { type Unsettled, unsettledOf } from './unsettled.ts'
import { alphasAround } from './weights.ts'

/** A share of the samples, 0 to 1, and its standard error. */
export type Share = { share: number; error: number }
export type Robustness = {
  samples: number
  seed: number
  k: number
  /** In the order of the ranking; those far behind are left out. */
  people: { talent: string; first: Share; top: Share; expectedRank: number }[]
  unsettled: Unsettled[]
  /** How many of the first k places are open: 0 settled, up to k. */
  uncertainty: number
  /** Papers that would lower it, the most first; `skill` is whose proof it would be, null for evidence. */
  settles: { talent: string; criterion: CriterionId; skill: string | null; gain: number }[]
  methods: SecondOpinion[]
}

export type RobustQuestion = {
  ranking: Ranking
  talents: readonly Talent[]
  village: Village
  policy: Policy
  strengths: Strengths
  k: number
  /** At least one block of 256. */
  samples: number
  seed: number
}

/** People who are looked at: whoever stands behind so many others does not come among the first. */
const MOST_PEOPLE = 200
const MOST_PAPERS = 5
/** Of the uncertainty: less is not worth asking anybody for. */
const LEAST_PART = 0.01

/**
 * How firmly a ranking stands: what would come of it with other weights and with evidence as it may turn out, which
 * neighbours are not settled, which paper would settle most, and what another method says. Yields now and then so that
 * others can work.
 */
export function* robustly(asked: RobustQuestion): Generator<undefined, Robustness> {
  const { seed } = asked
  const samples = Math.max(BLOCK, asked.samples)
  const ranked = asked.ranking.ranked.slice(0, MOST_PEOPLE)
  const weights = CRITERIA.map((criterion) => asked.ranking.weights[criterion])
  const question = { beliefs: beliefsOf(ranked), alphas: alphasAround(weights), seed }
  const k = Math.max(1, Math.min(asked.k, ranked.length))
  const tally = yield* resting(tallying(question, samples, k))
  const talents = ranked.map(({ talent }) => talent)
  return {
    ...{ samples, seed, k },
    people: talents.map((talent, at) => ({ talent, ...standing(tally, at) })),
    unsettled: unsettledOf(talents, tally),
    ...(yield* settlesOf(asked, question, tally, ranked)),
    methods: [secondOpinionOf(ranked, asked.ranking.weights)],
  }
}

/** All at once. */
export function robustnessOf(asked: RobustQuestion): Robustness {
  const steps = robustly(asked)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function* resting<T>(steps: Generator<unknown, T>): Generator<undefined, T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield
  }
}

function beliefsOf(ranked: readonly RankedTalent[]): Beliefs {
  const all = ranked.flatMap(({ shares }) => shares)
  return {
    people: ranked.length,
    criteria: CRITERIA.length,
    value: Float64Array.from(all, ({ value }) => value),
    low: Float64Array.from(all, ({ low }) => low),
    high: Float64Array.from(all, ({ high }) => high),
  }
}

function standing({ first, top, places, samples }: Tally, at: number) {
  return {
    first: shareOf(first[at]!, samples),
    top: shareOf(top[at]!, samples),
    expectedRank: places[at]! / samples,
  }
}

function shareOf(times: number, samples: number): Share {
  const share = times / samples
  return { share, error: Math.sqrt((share * (1 - share)) / samples) }
}

/** The papers that lower the uncertainty most, and what it is now. */
function* settlesOf(
  asked: RobustQuestion,
  question: Question,
  tally: Tally,
  ranked: readonly RankedTalent[],
): Generator<undefined, Pick<Robustness, 'uncertainty' | 'settles'>> {
  const papers = papersOf({ ...asked, weights: asked.ranking.weights }, tally, ranked)
  const pieces = papers.map(({ piece }) => piece)
  const { now, gains } = yield* resting(settling(question, tally, pieces))
  const settles = papers
    .map(({ talent, criterion, skill }, at) => ({ talent, criterion, skill, gain: gains[at]! }))
    .filter(({ gain }) => gain > 0 && gain >= LEAST_PART * now)
    .sort((a, b) => b.gain - a.gain)
  return { uncertainty: now, settles: settles.slice(0, MOST_PAPERS) }
}
