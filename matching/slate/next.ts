import { appraiseFor, fitOf } from '../criteria.ts'
import { hasPattern, PATTERNS, patternOf } from '../pattern.ts'
import { appraisalOf, weightsFor } from '../plan/appraisal.ts'
import { type Instance, patternFit, prepare } from '../plan/instance.ts'
import { lackWords } from '../plan/results.ts'
import { judge } from '../rules/index.ts'
import type { Placement } from '../structure.ts'
import { missOf, targets } from '../targets/index.ts'
import type {
  Fit,
  NextBest,
  Policy,
  Post,
  Problem,
  Seat,
  SeatExplanation,
  Talent,
  Village,
  Words,
} from '../types.ts'

const NEXT = 2
/** Of a slate, who sits where. */
type Team = { village: string; seats: readonly Pick<Seat, 'talent' | 'post'>[] }

/**
 * For every person of a slate, the two people who would suit the same posts best without being kin of the others,
 * and what the swap would change. People seated elsewhere in the plan are named, since they may be freed.
 */
export function nextBest(
  problem: Problem,
  plan: { slates: readonly Team[] },
  code: string,
): SeatExplanation[] {
  const slate = plan.slates.find((one) => one.village === code)!
  const village = problem.villages.find((one) => one.code === code)!
  const instance = prepare(
    isAsIs(problem) ? problem : { ...problem, level: 'village', villages: [village], pins: [] },
  )
  const sitsIn = new Map(
    plan.slates.flatMap((one) => one.seats.map((seat) => [seat.talent, one.village])),
  )
  const nameOf = new Map(problem.villages.map(({ code, name }) => [code, name]))
  const team = teamOf(instance, slate)
  return team.map((seated) => {
    const others = team.filter((one) => one !== seated)
    const next = candidatesFor(instance, seated, others).map((pair) =>
      explainSwap(
        instance,
        pair,
        seated,
        others,
        nameOf.get(elsewhere(instance, pair, sitsIn, village) ?? ''),
      ),
    )
    return { talent: seated.member.talent, posts: seated.pattern.posts, next }
  })
}

/** A village by itself without pins is the question that its team answered. */
function isAsIs({ level, villages, pins }: Problem): boolean {
  return level === 'village' && villages.length === 1 && pins.length === 0
}

function elsewhere(
  { problem, person }: Instance,
  pair: number,
  sitsIn: Map<string, string>,
  village: Village,
) {
  const at = sitsIn.get(problem.talents[person[pair]!]!.id)
  return at === village.code ? undefined : at
}

function teamOf({ problem, members }: Instance, { seats, village }: Team): Placement[] {
  const byTalent = Map.groupBy(seats, ({ talent }) => talent)
  return [...byTalent].map(([talent, own]) => ({
    village,
    member: members[problem.talents.findIndex(({ id }) => id === talent)]!,
    pattern: patternOf(own.map(({ post }) => post))!,
  }))
}

/** The first two pairs that may take the same posts beside the others, best fit first; O(pairs). */
function candidatesFor(
  instance: Instance,
  seated: Placement,
  others: readonly Placement[],
): number[] {
  const { problem, person, patterns, fit } = instance
  const pattern = PATTERNS.indexOf(seated.pattern)
  const sitting = new Set([seated, ...others].map(({ member }) => member.talent))
  const kinOfOthers = kinOf(problem, others)
  const best: number[] = []
  const isBefore = (a: number, b: number) =>
    patternFit(fit, a, pattern) > patternFit(fit, b, pattern)
  for (let pair = 0; pair < person.length; pair++) {
    if (!hasPattern(patterns[pair]!, pattern)) continue
    if (best.length === NEXT && !isBefore(pair, best.at(-1)!)) continue
    const { id } = problem.talents[person[pair]!]!
    if (sitting.has(id) || kinOfOthers.has(id)) continue
    const at = best.findIndex((other) => isBefore(pair, other))
    best.splice(at === -1 ? best.length : at, 0, pair)
    best.length = Math.min(best.length, NEXT)
  }
  return best
}

function kinOf({ kin }: Problem, team: readonly Placement[]): Set<string> {
  const sitting = new Set(team.map(({ member }) => member.talent))
  return new Set(
    kin.flatMap(({ a, b }) => [...(sitting.has(a) ? [b] : []), ...(sitting.has(b) ? [a] : [])]),
  )
}

function explainSwap(
  instance: Instance,
  pair: number,
  seated: Placement,
  others: readonly Placement[],
  at: string | undefined,
): NextBest {
  const { problem, person, members } = instance
  const village = problem.villages[0]!
  const talent = problem.talents[person[pair]!]!
  const posts = seated.pattern.posts
  const own = fitOver(talent, village, posts, problem.policy)
  const current = problem.talents.find(({ id }) => id === seated.member.talent)!
  const difference = own.fit - fitOver(current, village, posts, problem.policy).fit
  const swapped = { ...seated, member: members[person[pair]!]! }
  const changes = changesOf(instance, [...others, seated], [...others, swapped])
  return {
    talent: talent.id,
    ...own,
    eligibility: posts.some((post) => judge(talent, village, post, problem.policy) === 'relaxable')
      ? 'relaxable'
      : 'eligible',
    difference,
    changes: changes.map(({ words }) => words),
    whyNot: whyNot(difference, at, changes),
  }
}

/** Mean fit over the posts held together. */
function fitOver(talent: Talent, village: Village, posts: readonly Post[], policy: Policy): Fit {
  const appraisal = appraiseFor(appraisalOf(talent, policy), talent, village)
  const fits = posts.map((post) => fitOf(appraisal, weightsFor(post, policy)))
  const mean = (value: (fit: Fit) => number) =>
    fits.reduce((sum, fit) => sum + value(fit), 0) / fits.length
  return {
    fit: mean(({ fit }) => fit),
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
  }
}

type Change = { isWorse: boolean; words: Words }

/** Targets of the people seated in the village whose miss differs between two teams. */
function changesOf(
  { forms }: Instance,
  before: readonly Placement[],
  after: readonly Placement[],
): Change[] {
  return forms.flatMap((form): Change[] => {
    const difference = missOf(form, after) - missOf(form, before)
    if (Math.abs(difference) < 1e-9) return []
    const target = targets.find(({ id }) => id === form.id)!
    const lack = lackWords(target.unit, Math.abs(difference))
    const { zh, en } = target.words
    return difference > 0
      ? [{ isWorse: true, words: { zh: `“${zh}”会${lack.zh}`, en: `${en} would be ${lack.en}` } }]
      : [{ isWorse: false, words: { zh: `“${zh}”少${lack.zh}`, en: `${en}: ${lack.en} less` } }]
  })
}

function whyNot(difference: number, at: string | undefined, changes: readonly Change[]): Words {
  const points = Math.round(100 * difference)
  const worse = changes.find(({ isWorse }) => isWorse)
  if (at !== undefined) return { zh: `已列${at}方案`, en: `on the slate of ${at}` }
  if (worse !== undefined) return worse.words
  if (points < 0) return { zh: `适配低 ${-points}`, en: `fit ${-points} lower` }
  return { zh: '适配相当，可互换', en: 'about the same fit; either would do' }
}
