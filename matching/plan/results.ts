import type { Placement } from '../structure.ts'
import { type Measured, missOf, type Target, type TargetForm, targets } from '../targets/index.ts'
import {
  type Policy,
  type TargetId,
  type TargetResult,
  TIERS,
  type Village,
  type Words,
} from '../types.ts'
import { postWords } from '../words.ts'
import { lackOf, seats } from './incumbent.ts'
import type { Instance } from './instance.ts'
import type { Column } from './master.ts'

/** What every target of a village (or, for null, of the whole) comes to with these people seated. */
export function resultsAt(
  instance: Instance,
  columns: readonly Column[],
  teams: readonly (readonly Placement[])[],
  village: number | null,
): TargetResult[] {
  const team = village === null ? teams.flat() : teams[village]!
  const linear = targets.flatMap((target) => {
    const form = instance.forms.find((one) => one.id === target.id && one.village === village)
    return form === undefined
      ? notApplicable(instance, target, village)
      : [
          linearResult(target, form, team, {
            villages: teams.length,
            policy: instance.problem.policy,
          }),
        ]
  })
  return [...linear, ...freeResults(instance, columns, village)].sort(
    (a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier),
  )
}

function linearResult(
  target: Target,
  form: TargetForm,
  team: readonly Placement[],
  measured: Measured,
): TargetResult {
  const miss = missOf(form, team)
  const value = target.value(team, measured)
  const carriers = form.isWhole ? carriersOf(form, team) : []
  return {
    id: target.id,
    tier: form.tier,
    bound: form.bound,
    value,
    miss,
    // With nobody there is neither a mean nor a share to keep.
    met: value === null ? null : miss === 0,
    reason: reasonFor(target, form.bound, value, miss),
    carriers,
  }
}

/** Targets that sum over everybody are carried by nobody in particular. */
const SUMS: readonly TargetId[] = [
  'seats',
  'seats.law',
  'supervision.seats',
  'age.mean',
  'age.core',
]

function carriersOf(form: TargetForm, team: readonly Placement[]): string[] {
  if (SUMS.includes(form.id)) return []
  return team
    .filter(({ pattern, member }) => form.perPattern(pattern) * form.perMember(member) > 0)
    .map(({ member }) => member.talent)
}

function reasonFor(target: Target, bound: number, value: number | null, miss: number): Words {
  const show = FORMATS[formatOf(target.id)]
  const is = value === null ? { zh: '无人在席', en: 'nobody sits' } : show(value)
  const limit = show(bound)
  const [zh, en] = limitWords(target)
  if (miss === 0) return { zh: `${is.zh}，应${zh} ${limit.zh}`, en: `${is.en}; ${en} ${limit.en}` }
  const lack = lackWords(target.unit, miss)
  return {
    zh: `${lack.zh}：现 ${is.zh}，应${zh} ${limit.zh}`,
    en: `${lack.en}: ${is.en}, should be ${en} ${limit.en}`,
  }
}

function limitWords({ id, unit }: Target): [string, string] {
  if (id === 'age.core') return ['超过', 'over']
  return unit === 'years' ? ['不超过', 'at most'] : ['不少于', 'at least']
}

/** What is missing, in the unit of the target. */
export function lackWords(unit: Target['unit'], miss: number): Words {
  const number = Number.isInteger(miss) ? String(miss) : miss.toFixed(1)
  switch (unit) {
    case 'seats':
      return { zh: `缺 ${number} 席`, en: `${number} seat${plural(miss)} short` }
    case 'people':
      return { zh: `缺 ${number} 人`, en: `${number} ${miss === 1 ? 'person' : 'people'} short` }
    case 'villages':
      return { zh: `差 ${number} 个村`, en: `${number} village${plural(miss)} short` }
    case 'years':
      return { zh: `合计超出 ${number} 岁`, en: `${number} year${plural(miss)} over in all` }
  }
}

const plural = (count: number) => (count === 1 ? '' : 's')

const FORMATS = {
  people: (value: number) => ({
    zh: `${value} 人`,
    en: value === 1 ? '1 person' : `${value} people`,
  }),
  seats: (value: number) => ({ zh: `${value} 席`, en: `${value} seat${plural(value)}` }),
  villages: (value: number) => ({ zh: `${value} 个村`, en: `${value} village${plural(value)}` }),
  years: (value: number) => ({ zh: `${value.toFixed(1)} 岁`, en: value.toFixed(1) }),
  share: (value: number) => ({
    zh: `${(100 * value).toFixed(1)}%`,
    en: `${(100 * value).toFixed(1)}%`,
  }),
}

function formatOf(id: TargetId): keyof typeof FORMATS {
  if (id.endsWith('.share') || id === 'age.core') return 'share'
  if (id === 'age.mean') return 'years'
  if (id === 'seats' || id === 'seats.law' || id === 'supervision.seats') return 'seats'
  return id === 'combined' || id === 'supervision.head' ? 'villages' : 'people'
}

function notApplicable(
  { problem }: Instance,
  target: Target,
  village: number | null,
): TargetResult[] {
  const { isOn, tier } = problem.policy.targets[target.id]
  const level = village === null ? problem.level : 'village'
  if (!isOn || !target.levels.includes(level) || (village === null && level === 'village'))
    return []
  return [
    {
      id: target.id,
      tier,
      bound: null,
      value: null,
      miss: 0,
      met: null,
      carriers: [],
      reason: whyNotApplicable(target.id, village === null ? null : problem.villages[village]!),
    },
  ]
}

function whyNotApplicable(id: TargetId, village: Village | null): Words {
  if (id === 'supervision.head')
    return {
      zh: '不设监督委员会，或党组织无委员',
      en: 'no supervision, or no party members’ seats',
    }
  if (id !== 'minority.min')
    return { zh: '上届结构未知，不比较', en: 'last term is not known, so nothing to compare with' }
  return village?.hasMinorities === false
    ? { zh: '本村少数民族居民少，不涉及', en: 'few people of smaller nationalities live here' }
    : { zh: '本村民族构成未知，不比较', en: 'the village’s nationalities are not known' }
}

/** Margin and depth of a village: people who are free to stand in. */
function freeResults(
  instance: Instance,
  columns: readonly Column[],
  village: number | null,
): TargetResult[] {
  const seatedIn = seats(instance, columns)
  const parts = instance.availability.filter((form) => form.village === village)
  return (['margin', 'depth'] as const).flatMap((id) => {
    const own = parts.filter((form) => form.id === id)
    const main = own.find(({ post }) => post === null)
    if (main === undefined) return []
    const lacks = own.map((form) => ({ form, lack: lackOf(form, seatedIn) }))
    const miss = lacks.reduce((sum, { lack }) => sum + lack, 0)
    const value = main.people.length - awayFrom(main, seatedIn)
    const runnersUp = lacks.filter(({ form, lack }) => form.post !== null && lack > 0)
    return [
      {
        id,
        tier: main.tier,
        bound: main.atLeast,
        value,
        miss,
        met: miss === 0,
        carriers: [],
        reason: freeWords(
          id,
          value,
          main.atLeast,
          runnersUp.map(({ form }) => form.post!),
        ),
      },
    ]
  })
}

function awayFrom(
  { people, village }: Instance['availability'][number],
  seatedIn: ReadonlyMap<number, number>,
): number {
  return people.filter((person) => (seatedIn.get(person) ?? village) !== village).length
}

function freeWords(
  id: 'margin' | 'depth',
  value: number,
  bound: number,
  withoutRunnerUp: (keyof Policy['weights'])[],
): Words {
  const [zh, en] =
    id === 'margin'
      ? ['符合资格的党组织人选', 'eligible for the party committee']
      : ['本村后备', 'reserves of the village']
  const posts = withoutRunnerUp.map((post) => postWords[post])
  const lack = value < bound ? lackWords('people', bound - value) : null
  const missing = {
    zh: posts.length === 0 ? '' : `；${posts.map((post) => post.zh).join('、')}没有备选`,
    en: posts.length === 0 ? '' : `; no runner-up for ${posts.map((post) => post.en).join(', ')}`,
  }
  return {
    zh: `${lack ? `${lack.zh}：` : ''}${zh} ${value} 人，应不少于 ${bound} 人${missing.zh}`,
    en: `${lack ? `${lack.en}: ` : ''}${value} ${en}, should be at least ${bound}${missing.en}`,
  }
}
