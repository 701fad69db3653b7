import { judge } from '../rules/index.ts'
import type { Plan, Post, Problem, Talent, TargetId, TargetPolicy, Village } from '../types.ts'
import {
  fourSources,
  inCommittee,
  inParty,
  inSupervision,
  isAged,
  isCollege,
  isCombined,
  isOfTwo,
  isWoman,
  type Person,
  type Team,
} from './team.ts'

type Misses = Partial<Record<TargetId, number>>

/** Recounts the misses of a village's targets. */
export function missesOfVillage(
  problem: Problem,
  plan: Plan,
  { village, people: everybody }: Team,
): Misses {
  const people = everybody.filter(isOfTwo)
  const { targets } = problem.policy
  const count = (holds: (person: Person) => boolean) => people.filter(holds).length
  const lack = (bound: number, reached: number) => Math.max(0, bound - reached)
  const committee = count(inCommittee)
  const core = count(isOfAges(targets['age.core']))
  let short = 0
  while (core + short <= targets['age.core'].bound * people.length && short <= people.length)
    short++
  return {
    'seats.law': lack(Math.min(targets['seats.law'].bound, village.seats.committee), committee),
    seats: lack(village.seats.party + village.seats.committee, committee + count(inParty)),
    'women.min': lack(
      targets['women.min'].bound,
      count((person) => inCommittee(person) && isWoman(person)),
    ),
    'minority.min': village.hasMinorities
      ? lack(
          targets['minority.min'].bound,
          count((person) => inCommittee(person) && person.talent.nationality === 'minority'),
        )
      : 0,
    'young.min': lack(targets['young.min'].bound, count(isOfAges(targets['young.min']))),
    'age30.min': lack(targets['age30.min'].bound, count(isOfAges(targets['age30.min']))),
    'age.core': short,
    'age.mean': yearsOver(people, targets['age.mean'].bound),
    'college.share':
      village.lastTerm === null || village.lastTerm.people === 0
        ? 0
        : shortOf(
            count(isCollege),
            Math.min(
              1,
              village.lastTerm.collegeOrAbove / village.lastTerm.people +
                targets['college.share'].bound,
            ),
            people.length,
          ),
    combined: lack(targets.combined.bound, count(isCombined)),
    'supervision.seats': lack(village.seats.supervision, everybody.filter(inSupervision).length),
    'supervision.head':
      village.seats.supervision === 0 || village.seats.party < 2
        ? 0
        : lack(
            targets['supervision.head'].bound,
            everybody.filter(
              (person) => inParty(person) && person.posts.includes('supervision-head'),
            ).length,
          ),
    ...missesOfFree(problem, plan, village),
  }
}

/** Margin and depth: who is eligible here and sits nowhere else (or nowhere). */
function missesOfFree(problem: Problem, plan: Plan, village: Village): Misses {
  const { policy, talents, exclusions } = problem
  const sitsIn = new Map(
    plan.slates.flatMap((slate) => slate.seats.map((seat) => [seat.talent, slate.village])),
  )
  const may = (talent: Talent, post: Post) =>
    isNear(talent, village) &&
    ['eligible', 'relaxable'].includes(judge(talent, village, post, policy)) &&
    !exclusions.some(
      (one) =>
        one.talent === talent.id && one.village === village.code && (one.post ?? post) === post,
    )
  const isElsewhere = ({ id }: Talent) => (sitsIn.get(id) ?? village.code) !== village.code
  const posts: Post[] = [
    ...(village.seats.party > 0 ? (['secretary'] as const) : []),
    ...(village.seats.party > 1 ? (['party-member'] as const) : []),
    ...(village.seats.committee > 0 ? (['chair'] as const) : []),
    ...(village.seats.committee > 1 ? (['committee-member'] as const) : []),
  ]
  const near = talents.filter((talent) => isNear(talent, village))
  const { margin, depth } = policy.targets
  const wanted =
    village.seats.party === 0 ? 0 : Math.ceil(margin.bound * village.seats.party - 1e-9)
  const forParty = countUpTo(
    wanted,
    near,
    (talent) =>
      !isElsewhere(talent) &&
      posts.some((post) => (post === 'secretary' || post === 'party-member') && may(talent, post)),
  )
  const inReserve = Math.max(0, Math.ceil(depth.bound))
  const reserves = countUpTo(
    inReserve,
    near,
    (talent) =>
      talent.status === 'reserve' &&
      talent.homeVillage === village.code &&
      !isElsewhere(talent) &&
      posts.some((post) => may(talent, post)),
  )
  const withoutRunnerUp = posts.filter(
    (post) => !near.some((talent) => !sitsIn.has(talent.id) && may(talent, post)),
  ).length
  return { margin: wanted - forParty, depth: inReserve - reserves + withoutRunnerUp }
}

/** No more are looked at than are asked for: a village may have thousands in reach. */
function countUpTo(
  wanted: number,
  people: readonly Talent[],
  holds: (talent: Talent) => boolean,
): number {
  let count = 0
  for (const talent of people) {
    if (count === wanted) break
    if (holds(talent)) count++
  }
  return count
}

function isNear(talent: Talent, village: Village): boolean {
  if (talent.status === 'left') return false
  const isTownship = talent.homeTownship === village.township && talent.willingness !== 'village'
  return talent.homeVillage === village.code || talent.willingness === 'county' || isTownship
}

/** Recounts the misses of the targets of a whole township or county. */
export function missesOfWhole(
  { policy, villages, level }: Problem,
  teams: readonly Team[],
): Misses {
  if (level === 'village') return {}
  const { targets } = policy
  const people = teams.flatMap((team) => team.people.filter(isOfTwo))
  const count = (holds: (person: Person) => boolean) => people.filter(holds).length
  const shares = {
    'combined.share': shortOf(count(isCombined), targets['combined.share'].bound, villages.length),
    'cross.share': shortOf(
      count((person) => inCommittee(person) && inParty(person)),
      targets['cross.share'].bound,
      people.length,
    ),
    'women.share': shortOf(count(isWoman), targets['women.share'].bound, people.length),
  }
  if (level === 'township') return shares
  const secretaries = people.filter(({ posts }) => posts.includes('secretary'))
  const fromFour = secretaries.filter(({ talent }) =>
    talent.sources.some((source) => fourSources.includes(source)),
  )
  const sources = shortOf(fromFour.length, targets['sources.share'].bound, secretaries.length)
  const last = villages.map(({ lastTerm }) => lastTerm)
  if (last.some((one) => one === null)) return { ...shares, 'sources.share': sources }
  const sat = last.reduce((sum, one) => sum + one!.people, 0)
  const college = last.reduce((sum, one) => sum + one!.collegeOrAbove, 0) / sat
  const aged = last.reduce((sum, one) => sum + one!.agesKnown, 0)
  const years = last.reduce((sum, one) => sum + one!.agesKnown * (one!.meanAge ?? 0), 0) / aged
  const { 'age.mean': mean, 'college.share': schooled } = targets
  return {
    ...shares,
    'sources.share': sources,
    'college.share': shortOf(
      count(isCollege),
      Math.min(1, college + (schooled.countyBound ?? schooled.bound)),
      people.length,
    ),
    'age.mean': aged === 0 ? 0 : yearsOver(people, years + (mean.countyBound ?? mean.bound)),
  }
}

/** Whole people short of a share of the people there are: the least k with count + k ≥ share × all. */
const shortOf = (count: number, share: number, all: number) =>
  Math.max(0, Math.ceil(share * all - count - 1e-9))
const yearsOver = (people: readonly Person[], bound: number) =>
  Math.max(
    0,
    people.reduce((sum, { age }) => sum + (age ?? bound) - bound, 0),
  )

const isOfAges = ({ ages = { from: 0, to: 200 } }: TargetPolicy) => isAged(ages.from, ages.to)
