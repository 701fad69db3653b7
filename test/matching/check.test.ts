import { describe, expect, test } from 'vitest'
import {
  check,
  defaultPolicy,
  type Plan,
  type Policy,
  type Post,
  type Problem,
  RULES,
  type RuleId,
  type Seat,
  type Structure,
  solvePlan,
  TARGETS,
  type Talent,
  type TargetId,
  type Violation,
} from '../../matching/index.ts'
import { evidence, HONGMEN, MAOZHAI, talent, village } from '../cast.ts'
import { solver } from '../solver.ts'

const LAST: Structure = {
  people: 6,
  meanAge: 47,
  agesKnown: 6,
  aged35OrUnder: 0,
  collegeOrAbove: 2,
  women: 1,
  partyMembers: 4,
  combinedRole: 0,
  crossAppointed: 1,
}
const seats = { party: 3, committee: 3, supervision: 3 }
/** A community, of which every rule asks something, and a village. */
const places = [
  village({ code: HONGMEN, kind: 'community', seats, hasMinorities: true, lastTerm: LAST }),
  village({ code: MAOZHAI, name: '毛宅村', seats, hasMinorities: true, lastTerm: LAST }),
]

/** Fourteen people of each place, all eligible for every post at home. */
const people = places.flatMap(({ code }, place) =>
  Array.from({ length: 14 }, (_, index) =>
    talent({
      id: `p${place}-${index}`,
      sex: index % 2 === 0 ? 'female' : 'male',
      bornOn: `${1986 + index}-06`,
      nationality: index % 4 === 0 ? 'minority' : 'han',
      status: index % 3 === 0 ? 'reserve' : 'in-pool',
      sources: ['returnee'],
      homeVillage: code,
      willingness: 'village',
      evidence: [evidence('political', { value: 0.5 + 0.03 * index + 0.01 * place })],
    }),
  ),
)
const problem: Problem = {
  level: 'county',
  villages: places,
  talents: people,
  kin: [],
  policy: defaultPolicy,
  pins: [],
  exclusions: [],
}
const plan = solved(problem)
const [here, there] = plan.slates as [Slate, Slate]
const results = [...here.targets, ...plan.targets]
const holder = (post: Post, slate = here) => slate.seats.find((seat) => seat.post === post)!.talent
const head = holder('secretary')
const seated = new Set(plan.slates.flatMap((slate) => slate.seats.map((seat) => seat.talent)))
/** At home here and in no seat. */
const free = people.filter(({ id, homeVillage }) => homeVillage === HONGMEN && !seated.has(id))

test('the plan that is broken below is clean, and meets every target there is', () => {
  expect(check(problem, plan)).toEqual([])
  expect(results.filter(({ met }) => met !== true)).toEqual([])
  expect(new Set(results.map(({ id }) => id))).toEqual(new Set(TARGETS))
})

describe('a plan that seats somebody whom a rule bars', () => {
  type Row = {
    why: string
    fact: Partial<Talent>
    policy?: Partial<Policy>
    says: string | null
    post?: Post
  }
  const rows: Record<RuleId, Row[]> = {
    consent: [
      { why: 'who withdrew', fact: { consent: 'withdrawn' }, says: 'barred' },
      { why: 'who was never asked', fact: { consent: null }, says: 'unknown' },
    ],
    willing: [
      {
        why: 'who would serve at home only',
        fact: { homeVillage: MAOZHAI, consentedVillages: [HONGMEN] },
        says: 'barred',
      },
    ],
    fitness: [{ why: 'who says not to be able', fact: { isFit: false }, says: 'barred' }],
    'age.max': [
      { why: 'of 56', fact: { sex: 'male', bornOn: '1970-12-31' }, says: 'barred' },
      { why: 'of 55 is no fault', fact: { sex: 'male', bornOn: '1971-01-01' }, says: null },
      {
        why: 'of 56 with an honour of the city may be relaxed',
        fact: {
          sex: 'male',
          bornOn: '1970-12-31',
          honours: [{ level: 'city', name: '劳动模范', on: '2024-05-01' }],
        },
        says: null,
      },
    ],
    'age.retired': [
      {
        why: 'who reached retirement',
        fact: { sex: 'female', bornOn: '1966-01' },
        policy: { age: { ...defaultPolicy.age, max: 80 } },
        says: 'barred',
      },
    ],
    'age.term': [
      {
        why: 'who retires within the term is a caution alone',
        fact: { sex: 'female', bornOn: '1972-01' },
        says: null,
      },
    ],
    'education.min': [
      { why: 'without the schooling', fact: { education: 'primary' }, says: 'barred' },
      { why: 'of unknown schooling', fact: { education: null }, says: 'unknown' },
    ],
    'experience.min': [
      {
        why: 'without experience',
        fact: { experienceYears: 0, isFullTimeEducation: false },
        says: 'barred',
      },
    ],
    'party.member': [
      { why: 'who is no Party member', fact: { partyStatus: 'none' }, says: 'barred' },
      { why: 'not known to be one', fact: { partyStatus: null }, says: 'unknown' },
      {
        why: 'on the committee, where none is asked for',
        fact: { partyStatus: 'none' },
        post: 'committee-member',
        says: null,
      },
    ],
    residence: [
      {
        why: 'from elsewhere without the consent of the village',
        fact: { homeVillage: MAOZHAI, willingness: 'county' },
        post: 'chair',
        says: 'unknown',
      },
    ],
  }

  describe.each(RULES)('%s', (rule) => {
    test.each(rows[rule])('$why', ({ fact, policy, says, post = 'secretary' }) => {
      const id = holder(post)
      const talents = people.map((one) => (one.id === id ? { ...one, ...fact } : one))
      const changed = { ...problem, talents, policy: { ...defaultPolicy, ...policy } }
      const found = check(changed, plan).filter(({ what }) => what.startsWith(`${id} is `))
      if (says === null) expect(found).toEqual([])
      else expect(found).toContainEqual({ village: HONGMEN, what: `${id} is ${says} for ${post}` })
    })
  })
})

describe('a plan with people who may not sit together', () => {
  test.each<{ why: string; posts: [Post, Post] }>([
    { why: 'on the same committee', posts: ['secretary', 'party-member'] },
    { why: 'on the two committees', posts: ['secretary', 'committee-member'] },
    { why: 'on the committee and on supervision', posts: ['committee-member', 'supervisor'] },
  ])('kinship: $why', ({ posts }) => {
    const [a, b] = posts.map((post) => holder(post)) as [string, string]
    const related = { ...problem, kin: [{ a, b, relation: '兄弟姐妹' }] }
    expect(check(related, plan)).toEqual([{ village: HONGMEN, what: `${a} and ${b} are kin` }])
  })

  test('kin in two villages are no fault', () => {
    const kin = [{ a: head, b: holder('secretary', there), relation: '兄弟姐妹' }]
    expect(check({ ...problem, kin }, plan)).toEqual([])
  })

  test('oneplace: the same person in two villages', () => {
    const broken = withSeats(there, [...there.seats.slice(1), { ...there.seats[0]!, talent: head }])
    expect(check(problem, broken)).toContainEqual({
      village: null,
      what: `${head} sits in ${HONGMEN} and ${MAOZHAI}`,
    })
  })
})

describe('a plan with seats that are not so', () => {
  const member = here.seats.find(
    ({ post, talent }) => post === 'party-member' && talent !== holder('supervision-head'),
  )!.talent
  const supervisor = holder('supervisor')
  const added = (id: string, ...posts: Post[]) => [
    ...here.seats,
    ...posts.map((post) => ({ ...here.seats[0]!, talent: id, post })),
  ]
  test.each<{ why: string; seats: Seat[]; says: string }>([
    { why: 'two secretaries', seats: added(free[0]!.id, 'secretary'), says: 'two secretaries' },
    { why: 'two chairs', seats: added(free[0]!.id, 'chair'), says: 'two chairs' },
    {
      why: 'a Party member too many',
      seats: added(free[0]!.id, 'party-member'),
      says: 'too many party members',
    },
    {
      why: 'a committee member too many',
      seats: added(free[0]!.id, 'committee-member'),
      says: 'too many committee members',
    },
    {
      why: 'two heads of supervision',
      seats: added(free[0]!.id, 'supervision-head'),
      says: 'two heads of supervision',
    },
    {
      why: 'a supervisor too many',
      seats: added(free[0]!.id, 'supervisor'),
      says: 'too many supervisors',
    },
    {
      why: 'two posts of one committee',
      seats: added(head, 'party-member'),
      says: `${head} holds secretary, chair, party-member`,
    },
    {
      why: 'the same post twice',
      seats: added(supervisor, 'supervisor'),
      says: `${supervisor} holds supervisor, supervisor`,
    },
    {
      why: 'somebody of the committee on supervision',
      seats: added(holder('committee-member'), 'supervisor'),
      says: `${holder('committee-member')} holds `,
    },
    {
      why: 'a Party member who watches without heading',
      seats: added(member, 'supervisor'),
      says: `${member} holds `,
    },
    {
      why: 'the secretary as head of supervision',
      seats: added(head, 'supervision-head'),
      says: `${head} holds secretary, chair, supervision-head`,
    },
    {
      why: 'a stranger',
      seats: added('nobody', 'supervisor'),
      says: 'nobody is not among the people given',
    },
  ])('$why', ({ seats, says }) => {
    expect(named(check(problem, withSeats(here, seats)), HONGMEN)).toContainEqual(
      expect.stringContaining(says),
    )
  })

  test('a village without its slate', () => {
    expect(named(check(problem, { ...plan, slates: [here] }), MAOZHAI)).toContain(
      'seats misses 6, the plan says 0',
    )
  })
})

describe('a plan that does not keep what was asked', () => {
  const [other] = free as [Talent]
  test('a pin: nobody of that name in that post', () => {
    const pins = [{ talent: other.id, village: HONGMEN, post: 'chair' as const }]
    const what = `${other.id} is pinned as chair but not seated`
    expect(check({ ...problem, pins }, plan)).toEqual([{ village: HONGMEN, what }])
  })

  test('a pin: another post of the same village', () => {
    const id = holder('committee-member')
    const pins = [{ talent: id, village: HONGMEN, post: 'chair' as const }]
    const what = `${id} is pinned as chair but not seated`
    expect(check({ ...problem, pins }, plan)).toEqual([{ village: HONGMEN, what }])
  })

  test.each([
    { why: 'from every post', post: null, posts: ['secretary', 'chair'] },
    { why: 'from one post', post: 'chair' as const, posts: ['chair'] },
  ])('an exclusion $why', ({ post, posts }) => {
    const exclusions = [{ talent: head, village: HONGMEN, post }]
    const found = check({ ...problem, exclusions }, plan)
    expect(found).toEqual(
      posts.map((one) => ({ village: HONGMEN, what: `${head} is excluded from ${one}` })),
    )
  })

  test('an exclusion from another village is no fault', () => {
    const exclusions = [{ talent: head, village: MAOZHAI, post: null }]
    expect(check({ ...problem, exclusions }, plan)).toEqual([])
  })
})

describe('a plan that misses a target and does not say so', () => {
  type Broken = { problem?: Problem; plan?: Plan }
  const everybody = (fact: Partial<Talent>): Broken => ({
    problem: { ...problem, talents: people.map((one) => ({ ...one, ...fact })) },
  })
  const withoutPost = (post: Post): Broken => {
    const dropped = here.seats.findIndex((seat) => seat.post === post)
    return {
      plan: withSeats(
        here,
        here.seats.filter((_, index) => index !== dropped),
      ),
    }
  }
  /** All who hold the post give it to people who hold none. */
  const handedOver = (post: Post): Broken => {
    const heirs = [...free]
    const slates = plan.slates.map((slate) => {
      const own =
        slate === here
          ? heirs
          : people.filter(({ id, homeVillage }) => homeVillage === MAOZHAI && !seated.has(id))
      return {
        ...slate,
        seats: slate.seats.map((seat) =>
          seat.post === post ? { ...seat, talent: own.shift()!.id } : seat,
        ),
      }
    })
    return { plan: { ...plan, slates } }
  }
  type Row = { why: string; broken: Broken; ofWhole?: boolean }
  const rows: Record<TargetId, Row[]> = {
    'seats.law': [{ why: 'two on the committee', broken: withoutPost('committee-member') }],
    seats: [{ why: 'a seat left empty', broken: withoutPost('party-member') }],
    'women.min': [{ why: 'men alone', broken: everybody({ sex: 'male' }) }],
    'minority.min': [
      { why: 'nobody of a smaller nationality', broken: everybody({ nationality: 'han' }) },
    ],
    'young.min': [{ why: 'nobody of 35 or under', broken: everybody({ bornOn: '1985-01' }) }],
    'age30.min': [{ why: 'nobody of about 30', broken: everybody({ bornOn: '1985-01' }) }],
    'age.core': [{ why: 'all over 45', broken: everybody({ bornOn: '1980-01' }) }],
    'age.mean': [
      { why: 'a mean of 46', broken: everybody({ bornOn: '1980-01' }) },
      { why: 'a mean above last term', broken: everybody({ bornOn: '1975-01' }), ofWhole: true },
    ],
    'college.share': [
      { why: 'nobody with college', broken: everybody({ education: 'senior-secondary' }) },
      {
        why: 'nobody in the county',
        broken: everybody({ education: 'senior-secondary' }),
        ofWhole: true,
      },
    ],
    combined: [{ why: 'a chair of their own', broken: handedOver('chair') }],
    'combined.share': [{ why: 'chairs of their own', broken: handedOver('chair'), ofWhole: true }],
    'cross.share': [
      { why: 'nobody on both committees', broken: handedOver('chair'), ofWhole: true },
    ],
    'women.share': [{ why: 'men alone', broken: everybody({ sex: 'male' }), ofWhole: true }],
    'sources.share': [
      {
        why: 'secretaries from elsewhere',
        broken: everybody({ sources: ['merchant'] }),
        ofWhole: true,
      },
    ],
    margin: [
      {
        why: 'no Party member to spare',
        broken: {
          problem: {
            ...problem,
            talents: people.map((one) =>
              seated.has(one.id) ? one : { ...one, partyStatus: 'none' },
            ),
            villages: places.map((place) => ({ ...place, seats: { ...seats, party: 9 } })),
          },
        },
      },
    ],
    depth: [{ why: 'no reserve', broken: everybody({ status: 'in-pool' }) }],
    'supervision.seats': [{ why: 'a supervisor too few', broken: withoutPost('supervisor') }],
    'supervision.head': [
      { why: 'a head who is on no committee', broken: handedOver('supervision-head') },
    ],
  }

  describe.each(TARGETS)('%s', (target) => {
    test.each(rows[target])('$why', ({ broken, ofWhole = false }) => {
      const found = check(broken.problem ?? problem, broken.plan ?? plan)
      expect(named(found, ofWhole ? null : HONGMEN)).toContainEqual(
        expect.stringMatching(new RegExp(`^${target} misses [\\d.]+, the plan says 0$`)),
      )
    })
  })

  test.each(results.map(({ id }, index) => ({ id, index })))(
    'a miss of $id that is made up ($index)',
    ({ id, index }) => {
      const raise = (targets: Slate['targets'], from: number) =>
        targets.map((one, own) => (own + from === index ? { ...one, miss: one.miss + 1 } : one))
      const broken = {
        ...plan,
        slates: [{ ...here, targets: raise(here.targets, 0) }, there],
        targets: raise(plan.targets, here.targets.length),
      }
      expect(check(problem, broken).map(({ what }) => what)).toEqual([
        `${id} misses 0, the plan says 1`,
      ])
    },
  )
})

describe('a plan whose figures are not those of its people', () => {
  test('the fit of a seat', () => {
    const seats = here.seats.map((seat) =>
      seat.post === 'chair' ? { ...seat, fit: seat.fit + 0.01 } : seat,
    )
    expect(check(problem, withSeats(here, seats))).toEqual([
      { village: HONGMEN, what: `fit of ${head} as chair` },
    ])
  })

  test.each(
    (
      [
        'people',
        'meanAge',
        'agesKnown',
        'aged35OrUnder',
        'collegeOrAbove',
        'women',
        'partyMembers',
        'combinedRole',
        'crossAppointed',
      ] as const
    ).map((figure) => ({ figure })),
  )('$figure of the structure after', ({ figure }) => {
    const broken = { ...plan, after: { ...plan.after, [figure]: plan.after[figure]! + 1 } }
    expect(check(problem, broken)).toEqual([
      { village: null, what: `after.${figure} is ${plan.after[figure]}` },
    ])
  })

  test.each<{ why: string; broken: Partial<Plan>; says: RegExp }>([
    {
      why: 'a total that is not the sum of the seats',
      broken: { objective: plan.objective - 0.5 },
      says: /^total fit is/,
    },
    {
      why: 'a bound below the total',
      broken: { bound: plan.objective - 0.5, gap: -0.5 / (plan.objective - 0.5) },
      says: /^the bound is below the fit$/,
    },
    {
      why: 'a gap that does not follow from both',
      broken: { gap: plan.gap + 0.01 },
      says: /^the gap is/,
    },
    {
      why: 'seats said to have changed',
      broken: { changes: 1 },
      says: /^seats that changed are 0$/,
    },
  ])('$why', ({ broken, says }) => {
    expect(named(check(problem, { ...plan, ...broken }), null)).toContainEqual(
      expect.stringMatching(says),
    )
  })

  test.each(plan.tiers.map(({ tier }, index) => ({ tier, index })))(
    'the certificate of $tier',
    ({ tier, index }) => {
      const withTier = (change: Partial<Plan['tiers'][number]>) => ({
        ...plan,
        tiers: plan.tiers.map((one, at) => (at === index ? { ...one, ...change } : one)),
      })
      const wrong = [{ village: null, what: `the sum of ${tier} misses is 0` }]
      expect(check(problem, withTier({ misses: 1 }))).toEqual(wrong)
      expect(check(problem, withTier({ bound: 1 }))).toEqual(wrong)
      // What is proven follows from the two figures.
      expect(check(problem, withTier({ proven: false }))).toEqual(wrong)
      expect(
        check(problem, { ...plan, tiers: plan.tiers.filter((_, at) => at !== index) }),
      ).toEqual(wrong)
    },
  )
})

describe('what a plan says of itself', () => {
  const first = plan.slates[0]!
  const withFirst = (change: Partial<Slate>): Plan => ({
    ...plan,
    slates: [{ ...first, ...change }, ...plan.slates.slice(1)],
  })

  test('a village with two slates', () => {
    expect(check(problem, { ...plan, slates: [...plan.slates, first] })).toEqual([
      { village: first.village, what: 'has two slates' },
    ])
  })

  test.each(first.targets.map(({ id }) => ({ id })))('$id left out', ({ id }) => {
    const targets = first.targets.filter((one) => one.id !== id)
    expect(named(check(problem, withFirst({ targets })), first.village)).toEqual([
      `${id} is left out`,
    ])
  })

  test.each(first.targets.filter(({ met }) => met !== null).map(({ id }) => ({ id })))(
    '$id said to be missed though nothing lacks',
    ({ id }) => {
      const targets = first.targets.map((one) => (one.id === id ? { ...one, met: false } : one))
      expect(named(check(problem, withFirst({ targets })), first.village)).toEqual([
        `${id} misses 0 and says missed`,
      ])
    },
  )

  test('a discipline member who does not head supervision, and a head who is not named so', () => {
    const without = first.seats.map(({ portfolio: _, ...seat }) => seat)
    const head = first.seats.find(({ post }) => post === 'supervision-head')!.talent
    expect(named(check(problem, withFirst({ seats: without })), first.village)).toEqual([
      `${head} is the discipline member`,
    ])
    const seats = first.seats.map((seat) =>
      seat.post === 'secretary' ? { ...seat, portfolio: 'discipline' as const } : seat,
    )
    const secretary = first.seats.find(({ post }) => post === 'secretary')!.talent
    expect(named(check(problem, withFirst({ seats })), first.village)).toEqual([
      `${secretary} is not the discipline member`,
    ])
  })
})

type Slate = Plan['slates'][number]

const named = (found: readonly Violation[], village: string | null) =>
  found.filter((one) => one.village === village).map(({ what }) => what)

function withSeats(slate: Slate, seats: Seat[]): Plan {
  return { ...plan, slates: plan.slates.map((one) => (one === slate ? { ...slate, seats } : one)) }
}

function solved(asked: Problem): Plan {
  const result = solvePlan(asked, solver())
  if (result.status !== 'solved') throw new Error(result.conflicts[0]!.words.en)
  return result.plan
}
