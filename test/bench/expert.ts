import { hasPattern, PATTERNS, seatsOf } from '../../matching/pattern.ts'
import { type Instance, patternFit } from '../../matching/plan/instance.ts'
import type { Column } from '../../matching/plan/master.ts'
import { POSTS, type Tier } from '../../matching/types.ts'
import { ORDER } from './naive.ts'

/** What an expert would give to mend a miss, in fit: law before policy before wish. */
const WORTH: Record<Tier, number> = { law: 10_000, policy: 300, wish: 10 }
/** Swaps in one village, at most; more than an expert has patience for. */
const SWAPS = 40

/** Sums of every target: of each village its own, and of the whole what the villages done so far add up to. */
type Sums = Float64Array
type Work = {
  instance: Instance
  formsAt: readonly (readonly number[])[]
  sums: Sums
  taken: Set<number>
  /** Part of the villages that is done when this one is: a share of the whole is kept to at every step. */
  done: number
}

/**
 * Teams as an experienced officer makes them: villages with the fewest people first; for each free seat whoever fits
 * best, but only as long as the seats left can still hold those whom unmet targets ask for; then the swap that mends
 * the most for the least fit, again and again. The targets of the whole are kept in view as shares of what is done.
 */
export function expertPlan(instance: Instance): Column[] {
  const { problem, start, forms } = instance
  const size = (village: number) => start[village + 1]! - start[village]!
  const order = [...problem.villages.keys()].sort((a, b) => size(a) - size(b) || a - b)
  const whole = [...forms.keys()].filter((form) => forms[form]!.village === null)
  const formsAt = problem.villages.map((_, village) => [
    ...[...forms.keys()].filter((form) => forms[form]!.village === village),
    ...whole,
  ])
  const work: Work = {
    instance,
    formsAt,
    sums: new Float64Array(forms.length),
    taken: new Set(),
    done: 0,
  }
  return order.flatMap((village, index) => {
    work.done = (index + 1) / order.length
    return expertTeam(work, village)
  })
}

function expertTeam(work: Work, village: number): Column[] {
  const team: Column[] = []
  for (const posts of ORDER) {
    const pattern = PATTERNS.findIndex((one) => String(one.posts) === String(posts))
    for (let best = reserving(work, village, team, pattern); best !== null; ) {
      put(work, team, { pair: best, pattern })
      best = reserving(work, village, team, pattern)
    }
  }
  for (let swap = 0; swap < SWAPS && mend(work, village, team); swap++);
  return team
}

function put(work: Work, team: Column[], column: Column, at = team.length) {
  team.splice(at, 0, column)
  work.taken.add(work.instance.person[column.pair]!)
  count(work, column, 1)
}

function take(work: Work, team: Column[], at: number): Column {
  const [column] = team.splice(at, 1) as [Column]
  work.taken.delete(work.instance.person[column.pair]!)
  count(work, column, -1)
  return column
}

function count({ instance, sums, formsAt }: Work, column: Column, times: 1 | -1) {
  for (const form of formsAt[instance.village[column.pair]!]!)
    sums[form]! += times * addedBy(instance, form, column)
}

function addedBy({ forms, members, person }: Instance, form: number, { pair, pattern }: Column) {
  const { perPattern, perMember } = forms[form]!
  return perPattern(PATTERNS[pattern]!) * perMember(members[person[pair]!]!)
}

/** The best fit for the pattern who leaves room for those whom targets of the village still ask for. */
function reserving(work: Work, village: number, team: Column[], pattern: number): number | null {
  const { instance, sums, formsAt } = work
  if (!hasRoom(instance, village, team, pattern)) return null
  const free = seatsFree(instance, village, team) - PATTERNS[pattern]!.posts.length
  const asking = formsAt[village]!.filter((form) => asksForPeople(instance, form))
  let best: number | null = null
  let [bestLack, bestFit] = [Infinity, -Infinity]
  for (const pair of candidates(work, village, team, pattern)) {
    const lack = asking.reduce((sum, form) => {
      const { atLeast } = instance.forms[form]!
      const lacking = atLeast - sums[form]! - addedBy(instance, form, { pair, pattern })
      return sum + Math.max(0, lacking - free)
    }, 0)
    const fit = patternFit(instance.fit, pair, pattern)
    if (lack < bestLack || (lack === bestLack && fit > bestFit))
      [best, bestLack, bestFit] = [pair, lack, fit]
  }
  return best
}

/** Targets of the village of the kind 'so many people who …'. */
function asksForPeople({ forms }: Instance, form: number): boolean {
  const { village, id } = forms[form]!
  return village !== null && id.endsWith('.min')
}

function seatsFree({ problem }: Instance, village: number, team: readonly Column[]): number {
  const place = problem.villages[village]!
  const seats = POSTS.reduce((sum, post) => sum + seatsOf(place, post), 0)
  return team.reduce((left, { pattern }) => left - PATTERNS[pattern]!.posts.length, seats)
}

function hasRoom({ problem }: Instance, village: number, team: readonly Column[], pattern: number) {
  const place = problem.villages[village]!
  return PATTERNS[pattern]!.posts.every((post) => {
    const held = team.filter((one) => PATTERNS[one.pattern]!.posts.includes(post)).length
    return held < seatsOf(place, post)
  })
}

/** Who is free for the pattern here and no kin of the team. */
function* candidates({ instance, taken }: Work, village: number, team: Column[], pattern: number) {
  const { start, person, patterns, cliquesOfPerson } = instance
  const families = new Set(team.flatMap(({ pair }) => cliquesOfPerson[person[pair]!]!))
  for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
    const someone = person[pair]!
    if (taken.has(someone) || !hasPattern(patterns[pair]!, pattern)) continue
    if (!cliquesOfPerson[someone]!.some((clique) => families.has(clique))) yield pair
  }
}

/** The one swap that gains the most, if any gains: misses mended at their worth, less the fit given up. */
function mend(work: Work, village: number, team: Column[]): boolean {
  const { instance } = work
  const before = worthOf(work, village)
  let best: { at: number; column: Column; gain: number } | null = null
  for (let at = 0; at < team.length; at++) {
    const old = take(work, team, at)
    const own = patternFit(instance.fit, old.pair, old.pattern)
    for (const pair of candidates(work, village, team, old.pattern)) {
      const column = { pair, pattern: old.pattern }
      const fit = patternFit(instance.fit, pair, old.pattern)
      const gain = worthOf(work, village, column) - before + fit - own
      if (gain > 1e-9 && (best === null || gain > best.gain)) best = { at, column, gain }
    }
    put(work, team, old, at)
  }
  if (best === null) return false
  take(work, team, best.at)
  put(work, team, best.column)
  return true
}

/** What the misses of the village and of the whole so far cost, below 0, with one more person on the team if given. */
function worthOf({ instance, formsAt, sums, done }: Work, village: number, more?: Column): number {
  return formsAt[village]!.reduce((worth, form) => {
    const { atLeast, tier, village: own } = instance.forms[form]!
    const added = more ? addedBy(instance, form, more) : 0
    const lacking = atLeast * (own === null ? done : 1) - sums[form]! - added
    return lacking > 1e-9 ? worth - WORTH[tier] * lacking : worth
  }, 0)
}
