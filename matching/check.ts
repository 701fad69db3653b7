import { ageOn } from './age.ts'
import { appraise, appraiseFor, fitOf } from './criteria.ts'
import { judge } from './rules/index.ts'
import {
  type Plan,
  type Post,
  type Problem,
  type Seat,
  type Slate,
  type Talent,
  type TargetId,
  TIERS,
  type Tier,
  type Village,
} from './types.ts'
import { weightsOf } from './weights.ts'

/** Something in a plan that is not so. */
export type Violation = { village: string | null; what: string }

/**
 * Verifies a plan from the people and rules alone; it shares types with the solver but no code, and counts every
 * target its own way. Empty when the plan is clean. A plan that fails is never shown.
 */
export function check(problem: Problem, plan: Plan): Violation[] {
  const talentOf = new Map(problem.talents.map((talent) => [talent.id, talent]))
  const stranger = plan.slates.flatMap(({ village, seats }) =>
    seats.flatMap(({ talent }) =>
      talentOf.has(talent) ? [] : [{ village, what: `${talent} is not among the people given` }],
    ),
  )
  if (stranger.length > 0) return stranger
  const teams = teamsOf(problem, plan, talentOf)
  return [
    ...teams.flatMap((team) => [
      ...checkEligibility(team, problem),
      ...checkSeats(team),
      ...checkKinship(team, problem),
    ]),
    ...checkPlaces(plan),
    ...checkPins(problem, plan),
    ...checkTargets(problem, plan, teams),
    ...checkFigures(problem, plan, teams),
  ]
}

type Person = { talent: Talent; age: number | null; posts: Post[] }
type Team = { village: Village; slate: Slate; people: Person[] }

function teamsOf(problem: Problem, plan: Plan, talentOf: Map<string, Talent>): Team[] {
  return problem.villages.map((village) => {
    const slate = plan.slates.find((one) => one.village === village.code)
    if (slate === undefined)
      return { village, slate: { village: village.code, seats: [], targets: [] }, people: [] }
    const ids = [...new Set(slate.seats.map(({ talent }) => talent))]
    const people = ids.map((id) => {
      const talent = talentOf.get(id)!
      return {
        talent,
        age: talent.bornOn === null ? null : ageOn(talent.bornOn, problem.policy.referenceOn),
        posts: slate.seats.filter((seat) => seat.talent === id).map(({ post }) => post),
      }
    })
    return { village, slate, people }
  })
}

function checkEligibility({ village, people }: Team, { policy, exclusions }: Problem): Violation[] {
  return people.flatMap(({ talent, posts }) =>
    posts.flatMap((post) => {
      const eligibility = judge(talent, village, post, policy)
      const isExcluded = exclusions.some(
        (one) =>
          one.talent === talent.id && one.village === village.code && (one.post ?? post) === post,
      )
      const faults = [
        ...(eligibility === 'barred' || eligibility === 'unknown'
          ? [`is ${eligibility} for ${post}`]
          : []),
        ...(isExcluded ? [`is excluded from ${post}`] : []),
      ]
      return faults.map((fault) => ({ village: village.code, what: `${talent.id} ${fault}` }))
    }),
  )
}

function checkSeats({ village, people }: Team): Violation[] {
  const held = (post: Post) => people.filter(({ posts }) => posts.includes(post)).length
  const faults = [
    ...(held('secretary') > 1 ? ['two secretaries'] : []),
    ...(held('chair') > 1 ? ['two chairs'] : []),
    ...(held('party-member') > Math.max(0, village.seats.party - 1)
      ? ['too many party members']
      : []),
    ...(held('committee-member') > Math.max(0, village.seats.committee - 1)
      ? ['too many committee members']
      : []),
    ...people.flatMap(({ talent, posts }) => {
      const party = posts.filter((post) => post === 'secretary' || post === 'party-member').length
      return party > 1 || posts.length - party > 1 || new Set(posts).size < posts.length
        ? [`${talent.id} holds ${posts.join(', ')}`]
        : []
    }),
  ]
  return faults.map((what) => ({ village: village.code, what }))
}

function checkKinship({ village, people }: Team, { kin }: Problem): Violation[] {
  const sits = new Set(people.map(({ talent }) => talent.id))
  return kin
    .filter(({ a, b }) => a !== b && sits.has(a) && sits.has(b))
    .map(({ a, b }) => ({ village: village.code, what: `${a} and ${b} are kin` }))
}

function checkPlaces({ slates }: Plan): Violation[] {
  const places = new Map<string, Set<string>>()
  for (const { village, seats } of slates)
    for (const { talent } of seats)
      places.set(talent, (places.get(talent) ?? new Set()).add(village))
  return [...places]
    .filter(([, villages]) => villages.size > 1)
    .map(([talent, villages]) => ({
      village: null,
      what: `${talent} sits in ${[...villages].join(' and ')}`,
    }))
}

function checkPins({ pins }: Problem, { slates }: Plan): Violation[] {
  return pins
    .filter(
      (pin) =>
        !slates.some(
          ({ village, seats }) =>
            village === pin.village &&
            seats.some(({ talent, post }) => talent === pin.talent && post === pin.post),
        ),
    )
    .map((pin) => ({
      village: pin.village,
      what: `${pin.talent} is pinned as ${pin.post} but not seated`,
    }))
}

const inCommittee = ({ posts }: Person) =>
  posts.includes('chair') || posts.includes('committee-member')
const inParty = ({ posts }: Person) => posts.includes('secretary') || posts.includes('party-member')
const isCollege = ({ talent }: Person) =>
  ['junior-college', 'bachelor', 'postgraduate'].includes(talent.education ?? '')
const isWoman = ({ talent }: Person) => talent.sex === 'female'
const isCombined = ({ posts }: Person) => posts.includes('secretary') && posts.includes('chair')
const isAged = (from: number, to: number) => (person: Person) =>
  person.age !== null && person.age >= from && person.age <= to
const fourSources = ['wealth-creator', 'returnee', 'graduate', 'veteran']

/** Whole people short of a share of the people there are: the least k with count + k ≥ share × all. */
const shortOf = (count: number, share: number, all: number) =>
  Math.max(0, Math.ceil(share * all - count - 1e-9))
const yearsOver = (people: readonly Person[], bound: number) =>
  Math.max(
    0,
    people.reduce((sum, { age }) => sum + (age ?? bound) - bound, 0),
  )

/** Recounts the misses of a village's targets. */
function missesOfVillage(
  problem: Problem,
  plan: Plan,
  { village, people }: Team,
): Partial<Record<TargetId, number>> {
  const { targets } = problem.policy
  const count = (holds: (person: Person) => boolean) => people.filter(holds).length
  const lack = (bound: number, reached: number) => Math.max(0, bound - reached)
  const committee = count(inCommittee)
  const core = count(isAged(30, 45))
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
    'young.min': lack(targets['young.min'].bound, count(isAged(0, 35))),
    'age30.min': lack(targets['age30.min'].bound, count(isAged(28, 32))),
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
    ...missesOfFree(problem, plan, village),
  }
}

/** Margin and depth: who is eligible here and sits nowhere else (or nowhere). */
function missesOfFree(
  problem: Problem,
  plan: Plan,
  village: Village,
): Partial<Record<TargetId, number>> {
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
  const forParty = near.filter(
    (talent) =>
      !isElsewhere(talent) &&
      posts.some((post) => (post === 'secretary' || post === 'party-member') && may(talent, post)),
  ).length
  const reserves = near.filter(
    (talent) =>
      talent.status === 'reserve' &&
      talent.homeVillage === village.code &&
      !isElsewhere(talent) &&
      posts.some((post) => may(talent, post)),
  ).length
  const withoutRunnerUp = posts.filter(
    (post) => !near.some((talent) => !sitsIn.has(talent.id) && may(talent, post)),
  ).length
  const { margin, depth } = policy.targets
  const wanted =
    village.seats.party === 0 ? 0 : Math.ceil(margin.bound * village.seats.party - 1e-9)
  return {
    margin: Math.max(0, wanted - forParty),
    depth: Math.max(0, depth.bound - reserves) + withoutRunnerUp,
  }
}

function isNear(talent: Talent, village: Village): boolean {
  return (
    talent.homeVillage === village.code ||
    talent.willingness === 'county' ||
    (talent.homeTownship === village.township && talent.willingness !== 'village')
  )
}

/** Recounts the misses of the targets of a whole township or county. */
function missesOfWhole(
  { policy, villages, level }: Problem,
  teams: readonly Team[],
): Partial<Record<TargetId, number>> {
  if (level === 'village') return {}
  const { targets } = policy
  const people = teams.flatMap((team) => team.people)
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
  const years = last.reduce((sum, one) => sum + one!.people * (one!.meanAge ?? Number.NaN), 0) / sat
  const { 'age.mean': mean, 'college.share': schooled } = targets
  return {
    ...shares,
    'sources.share': sources,
    'college.share': shortOf(
      count(isCollege),
      Math.min(1, college + (schooled.countyBound ?? schooled.bound)),
      people.length,
    ),
    'age.mean': Number.isNaN(years)
      ? 0
      : yearsOver(people, years + (mean.countyBound ?? mean.bound)),
  }
}

function checkTargets(problem: Problem, plan: Plan, teams: readonly Team[]): Violation[] {
  const totals: Record<Tier, number> = { law: 0, policy: 0, wish: 0 }
  const compare = (
    village: string | null,
    results: Slate['targets'],
    misses: Partial<Record<TargetId, number>>,
  ) =>
    (Object.keys(misses) as TargetId[]).flatMap((id) => {
      const { isOn, tier } = problem.policy.targets[id]
      if (!isOn) return []
      totals[tier] += misses[id]!
      const said = results.find((result) => result.id === id)
      const miss = said?.miss ?? 0
      return Math.abs(miss - misses[id]!) > 1e-6
        ? [{ village, what: `${id} misses ${misses[id]}, the plan says ${miss}` }]
        : []
    })
  const found = [
    ...teams.flatMap((team) =>
      compare(team.village.code, team.slate.targets, missesOfVillage(problem, plan, team)),
    ),
    ...compare(null, plan.targets, missesOfWhole(problem, teams)),
  ]
  const wrong = TIERS.filter((tier) => {
    const said = plan.tiers.find((one) => one.tier === tier)
    return (
      said === undefined ||
      Math.abs(said.misses - totals[tier]) > 1e-6 ||
      said.bound > said.misses + 1e-6
    )
  })
  return [
    ...found,
    ...wrong.map((tier) => ({
      village: null,
      what: `the sum of ${tier} misses is ${totals[tier]}`,
    })),
  ]
}

function checkFigures(problem: Problem, plan: Plan, teams: readonly Team[]): Violation[] {
  const { policy } = problem
  let total = 0
  const wrongFits = teams.flatMap(({ village, slate, people }) =>
    people.flatMap(({ talent, posts }) =>
      posts.flatMap((post) => {
        const appraisal = appraiseFor(appraise(talent, policy), talent, village)
        const { fit } = fitOf(appraisal, weightsOf(policy.weights[post]).weights)
        total += fit
        const seat = slate.seats.find((one) => one.talent === talent.id && one.post === post)
        return isSame(seat, fit)
          ? []
          : [{ village: village.code, what: `fit of ${talent.id} as ${post}` }]
      }),
    ),
  )
  const after = teams.flatMap((team) => team.people)
  const facts = {
    people: after.length,
    women: after.filter(isWoman).length,
    collegeOrAbove: after.filter(isCollege).length,
    partyMembers: after.filter(({ talent }) => talent.partyStatus === 'full').length,
    aged35OrUnder: after.filter(isAged(0, 35)).length,
    combinedRole: after.filter(isCombined).length,
    crossAppointed: after.filter((person) => inCommittee(person) && inParty(person)).length,
  }
  const wrongCounts = (Object.keys(facts) as (keyof typeof facts)[]).filter(
    (key) => facts[key] !== plan.after[key],
  )
  return [
    ...wrongFits,
    ...wrongCounts.map((key) => ({ village: null, what: `after.${key} is ${facts[key]}` })),
    ...(Math.abs(total - plan.objective) > 1e-6
      ? [{ village: null, what: `total fit is ${total}` }]
      : []),
    ...(plan.bound < plan.objective - 1e-6
      ? [{ village: null, what: 'the bound is below the fit' }]
      : []),
  ]
}

const isSame = (seat: Seat | undefined, fit: number) =>
  seat !== undefined && Math.abs(seat.fit - fit) < 1e-9
