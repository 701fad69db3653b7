import type { Member } from './member.ts'
import { isCombined, isCross, PATTERNS, type Pattern } from './pattern.ts'
import type { Placement } from './structure.ts'
import type { Policy, Problem, TargetId, Tier, Village, Words } from './types.ts'

/**
 * Structure targets (domain §4) as linear forms over the people seated: every person adds
 * `perPattern(pattern) × perMember(member)`, the sum should reach `atLeast`, and what lacks is the miss.
 * Shares stay sums over people (Σ(isWoman − 0.3) ≥ 0), so nothing is rounded before it is compared.
 */
export type TargetForm = {
  id: TargetId
  tier: Tier
  /** Index of the village in the problem; null for a target of the whole township or county. */
  village: number | null
  /** The bound as people read it: a count, a share or years. */
  bound: number
  perPattern: (pattern: Pattern) => number
  perMember: (member: Member) => number
  atLeast: number
  /** Misses are whole people, seats or villages; false for years, which may have decimals. */
  isWhole: boolean
}

type Unit = 'seats' | 'people' | 'years' | 'villages'
type Level = Problem['level']
type Place = {
  village: Village | null
  villages: readonly Village[]
  bound: number
  policy: Policy
}
type Linear = Omit<TargetForm, 'id' | 'tier' | 'village' | 'bound'> & { bound?: number }

/** A kind of target: where it is measured, in what unit it is missed, and its form there (null: not applicable). */
export type Target = {
  id: TargetId
  words: Words
  source: string
  unit: Unit
  levels: readonly Level[]
  form: (place: Place) => Linear | null
  /** What the team reaches in the measure that `bound` is in; null when nobody sits. */
  value: (team: readonly Placement[], villages: number) => number | null
}

const anyPost = () => 1
const inCommittee = (pattern: Pattern) => (pattern.committee === null ? 0 : 1)
const everyone = () => 1
const counts = (holds: (member: Member) => boolean) => (member: Member) => (holds(member) ? 1 : 0)
const aged = (from: number, to: number) => (member: Member) =>
  member.age !== null && member.age >= from && member.age <= to

/** At least `bound` people of a kind, on either committee or on the villagers' committee alone. */
function atLeast(holds: (member: Member) => boolean, perPattern: (pattern: Pattern) => number) {
  return {
    form: ({ bound }: Place): Linear => ({
      perPattern,
      perMember: counts(holds),
      atLeast: bound,
      isWhole: true,
    }),
    value: (team: readonly Placement[]) =>
      team.filter(({ member, pattern }) => perPattern(pattern) > 0 && holds(member)).length,
  }
}

const minority = atLeast((member) => member.isMinority, inCommittee)

/** People of a kind over all people. */
function share(
  holds: (placement: Placement) => boolean,
  of: (placement: Placement) => boolean = () => true,
) {
  return (team: readonly Placement[]) => {
    const whole = team.filter(of)
    return whole.length === 0 ? null : whole.filter(holds).length / whole.length
  }
}

const seatsHeld = (team: readonly Placement[]) =>
  team.reduce((sum, { pattern }) => sum + pattern.posts.length, 0)
const committeeSeatsHeld = (team: readonly Placement[]) =>
  team.reduce((sum, { pattern }) => sum + inCommittee(pattern), 0)
const meanAge = (team: readonly Placement[]) => {
  const ages = team.flatMap(({ member }) => (member.age === null ? [] : [member.age]))
  return ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length
}
const combinedRoles = (team: readonly Placement[]) =>
  team.filter(({ pattern }) => isCombined(pattern)).length

/** The structure of the last term to compare with: of the village, or of all villages whose last term is known. */
function lastTerm({ village, villages }: Place) {
  const known = (village === null ? villages : [village]).flatMap(
    ({ lastTerm: last }) => last ?? [],
  )
  const people = known.reduce((sum, last) => sum + last.people, 0)
  if (people === 0 || known.length < (village === null ? villages.length : 1)) return null
  const years = known.reduce((sum, last) => sum + (last.meanAge ?? Number.NaN) * last.people, 0)
  return {
    meanAge: Number.isNaN(years) ? null : years / people,
    collegeShare: known.reduce((sum, last) => sum + last.collegeOrAbove, 0) / people,
  }
}

/** In reading order: law, policy, wish; `margin` and `depth` count people who are free and stand in availability.ts. */
export const targets: readonly Target[] = [
  {
    id: 'seats.law',
    words: { zh: '村(居)委会法定人数', en: 'committee seats by law' },
    source: 'LAW 6',
    unit: 'seats',
    levels: ['village'],
    form: ({ bound, village }) => ({
      bound: Math.min(bound, village?.seats.committee ?? bound),
      perPattern: inCommittee,
      perMember: everyone,
      atLeast: Math.min(bound, village?.seats.committee ?? bound),
      isWhole: true,
    }),
    value: committeeSeatsHeld,
  },
  {
    id: 'women.min',
    words: { zh: '村(居)委会女性', en: 'women on the committee' },
    source: 'LAW 6',
    unit: 'people',
    levels: ['village'],
    ...atLeast((member) => member.isWoman, inCommittee),
  },
  {
    id: 'minority.min',
    words: { zh: '少数民族委员', en: 'members of smaller nationalities' },
    source: 'LAW 6',
    unit: 'people',
    levels: ['village'],
    value: minority.value,
    form: (place) => (place.village?.hasMinorities ? minority.form(place) : null),
  },
  {
    id: 'seats',
    words: { zh: '岗位配齐', en: 'seats filled' },
    source: 'LAW 6, S3.4',
    unit: 'seats',
    levels: ['village'],
    form: ({ village }) => {
      const seats = village === null ? 0 : village.seats.party + village.seats.committee
      return {
        bound: seats,
        perPattern: (pattern) => pattern.posts.length,
        perMember: everyone,
        atLeast: seats,
        isWhole: true,
      }
    },
    value: seatsHeld,
  },
  {
    id: 'young.min',
    words: { zh: '35 岁及以下', en: 'aged 35 or under' },
    source: 'S3.1',
    unit: 'people',
    levels: ['village'],
    ...atLeast(aged(0, 35), anyPost),
  },
  {
    id: 'age.mean',
    words: { zh: '平均年龄', en: 'mean age' },
    source: 'S3.1',
    unit: 'years',
    levels: ['village', 'county'],
    form: (place) => {
      const last = place.village === null ? lastTerm(place)?.meanAge : 0
      if (last === null || last === undefined) return null
      const bound = last + place.bound
      return {
        bound,
        perPattern: anyPost,
        perMember: (member) => bound - (member.age ?? bound),
        atLeast: 0,
        isWhole: Number.isInteger(bound),
      }
    },
    value: meanAge,
  },
  {
    id: 'college.share',
    words: { zh: '大专及以上', en: 'junior college or above' },
    source: 'S3.1',
    unit: 'people',
    levels: ['village', 'county'],
    form: (place) => {
      const last = lastTerm(place)
      if (last === null) return null
      const bound = Math.min(1, last.collegeShare + place.bound)
      return {
        bound,
        perPattern: anyPost,
        perMember: (member) => (member.isCollege ? 1 : 0) - bound,
        atLeast: 0,
        isWhole: true,
      }
    },
    value: share(({ member }) => member.isCollege),
  },
  {
    id: 'combined.share',
    words: { zh: '一肩挑比例', en: 'villages with a combined role' },
    source: 'S0, S3.2',
    unit: 'villages',
    levels: ['township', 'county'],
    form: ({ bound, villages }) => ({
      perPattern: (pattern) => (isCombined(pattern) ? 1 : 0),
      perMember: everyone,
      atLeast: bound * villages.length,
      isWhole: true,
    }),
    value: (team, villages) => combinedRoles(team) / villages,
  },
  {
    id: 'women.share',
    words: { zh: '女性比例', en: 'share of women' },
    source: 'S3.2',
    unit: 'people',
    levels: ['township', 'county'],
    form: ({ bound }) => ({
      perPattern: anyPost,
      perMember: (member) => (member.isWoman ? 1 : 0) - bound,
      atLeast: 0,
      isWhole: true,
    }),
    value: share(({ member }) => member.isWoman),
  },
  {
    id: 'combined',
    words: { zh: '一肩挑', en: 'combined role' },
    source: 'S0, S3.5',
    unit: 'villages',
    levels: ['village'],
    form: ({ bound }) => ({
      perPattern: (pattern) => (isCombined(pattern) ? 1 : 0),
      perMember: everyone,
      atLeast: bound,
      isWhole: true,
    }),
    value: combinedRoles,
  },
  {
    id: 'age30.min',
    words: { zh: '30 岁左右', en: 'aged about 30' },
    source: 'S2',
    unit: 'people',
    levels: ['village'],
    ...atLeast(aged(28, 32), anyPost),
  },
  {
    id: 'age.core',
    words: { zh: '30 至 45 岁占比', en: 'aged 30 to 45' },
    source: 'S2',
    unit: 'people',
    levels: ['village'],
    // More than the share: half a person is the least that whole people can be over one half.
    form: ({ bound }) => ({
      perPattern: anyPost,
      perMember: (member) => counts(aged(30, 45))(member) - bound,
      atLeast: bound === 0.5 ? 0.5 : 1e-4,
      isWhole: true,
    }),
    value: share(({ member }) => aged(30, 45)(member)),
  },
  {
    id: 'cross.share',
    words: { zh: '交叉任职比例', en: 'share of cross-appointments' },
    source: 'S0',
    unit: 'people',
    levels: ['township', 'county'],
    form: ({ bound }) => ({
      perPattern: (pattern) => (isCross(pattern) ? 1 : 0) - bound,
      perMember: everyone,
      atLeast: 0,
      isWhole: true,
    }),
    value: share(({ pattern }) => isCross(pattern)),
  },
  {
    id: 'sources.share',
    words: { zh: '四类人员任书记比例', en: 'secretaries from four sources' },
    source: 'S3.1',
    unit: 'people',
    levels: ['county'],
    form: ({ bound }) => ({
      perPattern: (pattern) => (pattern.party === 'secretary' ? 1 : 0),
      perMember: (member) => (member.isFromFourSources ? 1 : 0) - bound,
      atLeast: 0,
      isWhole: true,
    }),
    value: share(
      ({ member }) => member.isFromFourSources,
      ({ pattern }) => pattern.party === 'secretary',
    ),
  },
]

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
  const lacking = form.atLeast - reached
  if (lacking <= 1e-9) return 0
  return form.isWhole ? Math.ceil(lacking - 1e-9) : lacking
}

/** Weight of each pattern and value of each member, for the solver's arrays. */
export function patternWeights(form: TargetForm): Float64Array {
  return Float64Array.from(PATTERNS, form.perPattern)
}
