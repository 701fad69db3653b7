import { describe, expect, test } from 'vitest'
import {
  defaultPolicy,
  type Gap,
  type GapList,
  gapsOf,
  type Plan,
  type Policy,
  type Post,
  type Problem,
  solvePlan,
  type Talent,
  type TargetId,
  type Village,
} from '../../matching/index.ts'
import { PATTERNS, patternOf } from '../../matching/pattern.ts'
import { evaluate, lackOf, placementsOf, seats } from '../../matching/plan/incumbent.ts'
import { type Instance, prepare } from '../../matching/plan/instance.ts'
import { missOf } from '../../matching/targets/index.ts'
import { HONGMEN, MAOZHAI, TOWNSHIP, talent, village } from '../cast.ts'
import { randomProblem } from '../problems.ts'
import { solver } from '../solver.ts'

const WATCH = { onAdvance: () => {}, shouldStop: () => false }

/** A township of one village with three seats on each of the two committees, and only these targets. */
function problemOf(
  talents: Talent[],
  targets: TargetId[],
  {
    places = [village({ seats: SEATS })],
    ...about
  }: Partial<Problem> & { places?: Village[] } = {},
): Problem {
  return {
    level: 'township',
    villages: places,
    talents,
    kin: [],
    policy: only(targets),
    pins: [],
    exclusions: [],
    ...about,
  }
}
const SEATS = { party: 3, committee: 3, supervision: 0 }

function only(ids: TargetId[], policy: Policy = defaultPolicy): Policy {
  const targets = Object.fromEntries(
    Object.entries(policy.targets).map(([id, target]) => [
      id,
      { ...target, isOn: ids.includes(id as TargetId) },
    ]),
  ) as Policy['targets']
  return { ...policy, targets }
}

function planOf(problem: Problem): Plan {
  const result = solvePlan(problem, solver())
  if (result.status !== 'solved') throw new Error('impossible')
  return result.plan
}
const listOf = (problem: Problem, plan = planOf(problem)): GapList => gapsOf(problem, plan, WATCH)

/** Six men of 50 with a Party card and senior secondary, all at home in 洪门村. */
const MEN = Array.from({ length: 6 }, (_, index) =>
  talent({
    id: `man-${index}`,
    name: `男${index}`,
    bornOn: '1976-06-15',
    education: 'senior-secondary',
    willingness: 'village',
  }),
)
const COLLEGE_BEFORE = {
  people: 6,
  meanAge: 50,
  agesKnown: 6,
  aged35OrUnder: 0,
  collegeOrAbove: 1,
  women: 1,
  partyMembers: 6,
  combinedRole: 0,
  crossAppointed: 0,
}

describe('a profile asks for what the missed targets count, and no more', () => {
  type Row = { why: string; targets: TargetId[]; asks: Partial<Gap['profile']>; mends: TargetId[] }
  const rows: Row[] = [
    {
      why: 'the law asks for a woman, so the profile does: of any age, education and trade',
      targets: ['women.min'],
      asks: { sex: 'female', ages: null, education: null, isPartyMember: false },
      mends: ['women.min'],
    },
    {
      why: 'somebody young is a man or a woman',
      targets: ['young.min'],
      asks: { sex: null, ages: { from: 18, to: 35 }, education: null },
      mends: ['young.min'],
    },
    {
      why: 'a share of junior college asks for no age',
      targets: ['college.share'],
      asks: { sex: null, ages: null, education: 'junior-college' },
      mends: ['college.share'],
    },
    {
      why: 'a woman of 35 or under with junior college mends three: one person, not three',
      targets: ['women.min', 'young.min', 'college.share'],
      asks: { sex: 'female', ages: { from: 18, to: 35 }, education: 'junior-college' },
      mends: ['women.min', 'young.min', 'college.share'],
    },
  ]
  test.each(rows)('$why', ({ targets, asks, mends }) => {
    const place = village({ seats: SEATS, lastTerm: COLLEGE_BEFORE })
    const { gaps, missed } = listOf(problemOf(MEN, ['seats', ...targets], { places: [place] }))
    expect(gaps).toHaveLength(1)
    expect(gaps[0]!.profile).toMatchObject(asks)
    expect(gaps[0]!.perPerson).toBe(mends.length)
    expect(gaps[0]!.openings[0]!.mends.map(({ target }) => target).sort()).toEqual(mends.sort())
    expect(missed.map(({ left }) => left)).toEqual(missed.map(() => 0))
  })

  test('two kinds of people are two gaps, and who mends more comes first', () => {
    const { gaps } = listOf(problemOf(MEN.slice(0, 4), ['seats', 'women.min', 'young.min']))
    const each = gaps.map(({ perPerson }) => perPerson)
    expect(each).toEqual([...each].sort((a, b) => b - a))
    expect(each[0]).toBeGreaterThan(1)
  })

  test('equal needs of two villages are one gap, with both', () => {
    const places = [
      village({ seats: SEATS }),
      village({ code: MAOZHAI, name: '毛宅村', seats: SEATS }),
    ]
    const others = MEN.map((one) => ({ ...one, id: `${one.id}-b`, homeVillage: MAOZHAI }))
    const { gaps } = listOf(problemOf([...MEN, ...others], ['seats', 'young.min'], { places }))
    expect(gaps).toHaveLength(1)
    expect(gaps[0]!.openings.map(({ village }) => village).sort()).toEqual(
      [MAOZHAI, HONGMEN].sort(),
    )
  })

  test('the id of a profile is made of its facts alone', () => {
    const [gap] = listOf(problemOf(MEN, ['seats', 'women.min', 'young.min'])).gaps
    expect(gap!.profile.id).toBe('female.18-35.resident')
  })
})

describe('sex and nationality stand only where the law counts them', () => {
  const asPolicy = (id: TargetId): Policy => {
    const policy = only(['seats', id])
    return {
      ...policy,
      targets: { ...policy.targets, [id]: { ...policy.targets[id], tier: 'policy' } },
    }
  }
  test.each([
    { why: 'a policy of the county is no reason', id: 'women.min' as const },
    { why: 'a share of women over the township is a policy', id: 'women.share' as const },
  ])('$why', ({ id }) => {
    const problem = { ...problemOf(MEN, []), policy: asPolicy(id) }
    const { gaps, missed } = listOf(problem)
    expect(gaps.filter(({ profile }) => profile.sex !== null)).toEqual([])
    expect(missed.find(({ target }) => target === id)).toMatchObject({ profile: null })
  })

  test('a village of several nationalities lacks a member of a smaller one', () => {
    const place = village({ seats: SEATS, hasMinorities: true })
    const { gaps } = listOf(problemOf(MEN, ['seats', 'minority.min'], { places: [place] }))
    expect(gaps.map(({ profile }) => profile.nationality)).toEqual(['minority'])
  })
})

describe('people who are nearly of the profile', () => {
  /** Nobody of the village is 35 or under; somebody near might come. */
  const young = (about: Partial<Talent>) =>
    talent({ id: 'young', name: '青年', bornOn: '1996-06-15', partyStatus: 'none', ...about })
  const nearIn = (someone: Talent, about: Partial<Problem> = {}) => {
    const problem = problemOf([...MEN, someone], ['seats', 'young.min'], about)
    return listOf(problem).gaps.flatMap(({ openings }) => openings.flatMap(({ near }) => near))
  }
  type Row = { why: string; someone: Talent; steps: (string | null)[][] }
  const rows: Row[] = [
    {
      why: 'a missing consent is a paper to obtain',
      someone: young({ consent: null }),
      steps: [['paper', 'consent', null]],
    },
    {
      why: 'an outsider needs the election committee’s consent',
      someone: young({ homeVillage: MAOZHAI }),
      steps: [['residence', 'residence', null]],
    },
    {
      why: 'who would serve at home only has to be asked again as well',
      someone: young({ homeVillage: MAOZHAI, willingness: 'village' }),
      steps: [
        ['willingness', 'willing', null],
        ['residence', 'residence', null],
      ],
    },
    {
      why: 'one level of education below can be earned',
      someone: young({ education: 'junior-secondary' }),
      steps: [['education', 'education.min', null]],
    },
    {
      why: 'an honour lets the county relax the education',
      someone: young({
        education: 'primary',
        homeVillage: MAOZHAI,
        honours: [{ level: 'city', name: '劳动模范', on: '2024-05-01' }],
      }),
      steps: [
        ['relaxation', 'education.min', 'county'],
        ['residence', 'residence', null],
      ],
    },
    {
      why: 'the unknown birth is one paper, not two',
      someone: young({ bornOn: null }),
      steps: [['paper', 'age.max', null]],
    },
  ]
  test.each(rows)('$why', ({ someone, steps }) => {
    const near = nearIn(someone)
    expect(near.map(({ talent }) => talent)).toEqual(['young'])
    expect(near[0]!.steps.map(({ kind, rule, approvedBy }) => [kind, rule, approvedBy])).toEqual(
      steps,
    )
  })

  test.each([
    { why: 'a withdrawn consent is an answer', someone: young({ consent: 'withdrawn' }) },
    { why: 'nobody grows younger', someone: young({ consent: null, bornOn: '1980-01-01' }) },
    { why: 'two levels of education are another person', someone: young({ education: 'primary' }) },
  ])('are not named: $why', ({ someone }) => {
    expect(nearIn(someone)).toEqual([])
  })

  test('who is kin of somebody who stays is not named', () => {
    const kin = MEN.map(({ id }) => ({ a: id, b: 'young', relation: 'sibling' }))
    expect(nearIn(young({ consent: null }), { kin })).toEqual([])
  })

  test('who is excluded from the village is not named', () => {
    const exclusions = [{ talent: 'young', village: HONGMEN, post: null }]
    expect(nearIn(young({}), { exclusions })).toEqual([])
  })

  test('a probationary member becomes a full one, somebody who applied is admitted first', () => {
    const places = [village({ seats: { party: 2, committee: 0, supervision: 0 } })]
    const waiting = [
      talent({ id: 'probation', partyStatus: 'probationary' }),
      talent({ id: 'applied', partyStatus: 'activist' }),
    ]
    const { gaps } = listOf(problemOf(waiting, ['seats'], { places }))
    const steps = gaps.flatMap(({ openings }) =>
      openings.flatMap(({ near }) =>
        near.map(({ talent, steps }) => [talent, steps.map((it) => it.kind)]),
      ),
    )
    expect(steps).toEqual(
      expect.arrayContaining([
        ['probation', ['full-member']],
        ['applied', ['admission', 'full-member']],
      ]),
    )
  })

  test.each([1, 2, 3])(
    'nobody is named twice, however many villages miss them (seed %i)',
    (seed) => {
      const problem = randomProblem({ villages: 6, people: 90, seed })
      const named = listOf(problem).gaps.flatMap(({ openings }) =>
        openings.flatMap(({ near }) => near.map(({ talent }) => talent)),
      )
      expect(named.length).toBeGreaterThan(0)
      expect(new Set(named).size).toBe(named.length)
    },
  )
})

describe('every newcomer of the list mends what it says and harms nothing', () => {
  /**
   * The oracle puts real people of the profiles into the problem one after the other, at one end of their ages or the
   * other, and counts the whole plan anew each time: nothing of the list's own arithmetic is used.
   */
  test.each([
    { seed: 1, end: 'from' },
    { seed: 2, end: 'to' },
    { seed: 3, end: 'from' },
    { seed: 4, end: 'to' },
  ] as const)('seed $seed, at the age that their band goes $end', ({ seed, end }) => {
    const problem = randomProblem({ villages: 5, people: 70, seed })
    const plan = planOf(problem)
    const order = inOrder(listOf(problem, plan))
    expect(order.length).toBeGreaterThan(3)
    let grown = problem
    let held = holdingsOf(plan)
    for (const { profile, opening } of order) {
      const before = missesOf(grown, held)
      const id = `newcomer-${opening.turn}`
      const someone = { ...personOf(profile, opening.village, problem, end), id }
      // Willing for this village alone: nobody else's target counts them.
      const elsewhere = problem.villages
        .filter(({ code }) => code !== opening.village)
        .map(({ code }) => ({ talent: id, village: code, post: null }))
      grown = {
        ...grown,
        talents: [...grown.talents, someone],
        exclusions: [...grown.exclusions, ...elsewhere],
      }
      held = joined(held, opening, id)
      const after = missesOf(grown, held)
      for (const [target, miss] of after)
        expect(miss, target).toBeLessThanOrEqual(before.get(target)! + 1e-9)
      for (const { target, village } of opening.mends) {
        const key = `${target} ${village}`
        expect(after.get(key), key).toBeLessThan(before.get(key)!)
      }
    }
  })
})

const inOrder = ({ gaps }: GapList) =>
  gaps
    .flatMap(({ profile, openings }) => openings.map((opening) => ({ profile, opening })))
    .sort((a, b) => a.opening.turn - b.opening.turn)

type Held = { talent: string; village: string; posts: Post[] }
function holdingsOf({ slates }: Plan): Held[] {
  return slates.flatMap(({ village, seats }) =>
    [...Map.groupBy(seats, ({ talent }) => talent)].map(([talent, own]) => ({
      talent,
      village,
      posts: own.map(({ post }) => post),
    })),
  )
}

function joined(
  held: Held[],
  { village, posts, instead }: Gap['openings'][number],
  talent: string,
): Held[] {
  const changed = held.map((one) => {
    const change = instead.find((other) => other.talent === one.talent)
    return change ? { ...one, posts: change.holds } : one
  })
  return [...changed, { talent, village, posts }].filter((one) => one.posts.length > 0)
}

function personOf(
  { sex, nationality, ages, education, sources, ...role }: Gap['profile'],
  code: string,
  { villages, policy }: Problem,
  end: 'from' | 'to',
): Talent {
  const place = villages.find((one) => one.code === code)!
  const age = ages === null ? (end === 'from' ? 18 : policy.age.max) : ages[end]
  return talent({
    id: 'newcomer',
    sex: sex ?? 'male',
    nationality: nationality ?? 'han',
    bornOn: `${Number(policy.referenceOn.slice(0, 4)) - age}-12-31`,
    education: education ?? policy.education[place.kind],
    partyStatus: role.isPartyMember ? 'full' : 'none',
    status: role.isReserve ? 'reserve' : 'in-pool',
    sources,
    homeVillage: role.isResident ? code : 'elsewhere',
    homeTownship: TOWNSHIP,
    willingness: 'county',
  })
}

/** Misses by target and village ('null' of the whole), counted from the people. */
function missesOf(problem: Problem, held: readonly Held[]): Map<string, number> {
  const instance = prepare(problem)
  const columns = held.map(({ talent, village, posts }) => ({
    pair: pairOf(instance, talent, village),
    pattern: PATTERNS.indexOf(patternOf(posts)!),
  }))
  const teams = placementsOf(instance, columns)
  const seatedIn = seats(instance, columns)
  const misses = new Map<string, number>()
  const add = (id: TargetId, village: number | null, miss: number) => {
    const key = `${id} ${village === null ? null : problem.villages[village]!.code}`
    misses.set(key, (misses.get(key) ?? 0) + miss)
  }
  for (const form of instance.forms)
    add(
      form.id,
      form.village,
      missOf(form, form.village === null ? teams.flat() : teams[form.village]!),
    )
  for (const form of instance.availability) add(form.id, form.village, lackOf(form, seatedIn))
  const { misses: byTier } = evaluate(instance, columns)
  const all = [...misses.values()].reduce((sum, miss) => sum + miss, 0)
  expect(all).toBeCloseTo(byTier.law + byTier.policy + byTier.wish, 9)
  return misses
}

function pairOf({ problem, person, village }: Instance, talent: string, code: string): number {
  return person.findIndex(
    (someone, pair) =>
      problem.talents[someone]!.id === talent && problem.villages[village[pair]!]!.code === code,
  )
}

describe('whatever is asked', () => {
  test('a plan that misses nothing has no gaps', () => {
    expect(listOf(problemOf(MEN, ['seats']))).toEqual({ gaps: [], missed: [], isWhole: true })
  })

  test('the list survives JSON', () => {
    const list = listOf(randomProblem({ villages: 3, people: 40, seed: 5 }))
    expect(JSON.parse(JSON.stringify(list))).toEqual(list)
  })

  test('the same plan gives the same list', () => {
    const problem = randomProblem({ villages: 3, people: 40, seed: 6 })
    const plan = planOf(problem)
    expect(listOf(problem, plan)).toEqual(listOf(problem, plan))
  })

  test('somebody who left the pool since leaves an empty seat, which is a gap', () => {
    const problem = problemOf(MEN, ['seats'])
    const plan = planOf(problem)
    const gone = plan.slates[0]!.seats[0]!.talent
    const talents = MEN.filter(({ id }) => id !== gone)
    const { missed } = listOf({ ...problem, talents }, plan)
    expect(missed.map(({ target }) => target)).toContain('seats')
  })

  test('a reader who stops gets what there is, and is told', () => {
    const problem = problemOf(MEN, ['seats', 'young.min'])
    const list = gapsOf(problem, planOf(problem), { onAdvance: () => {}, shouldStop: () => true })
    expect(list.isWhole).toBe(false)
  })
})
