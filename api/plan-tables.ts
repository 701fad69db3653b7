import Table, { type Cell } from 'cli-table3'
import { postWords, targetWords } from '../matching/index.ts'
import type {
  Miss,
  Post,
  Slate,
  Structure,
  TargetId,
  TargetResult,
  Tier,
  Words,
} from '../matching/types.ts'
import type { Person } from './people.ts'
import type { PlanDocument } from './plan-json.ts'
import { wrapped } from './wrapped.ts'

type Language = keyof Words

const HEADS = {
  village: { zh: '村（社区）', en: 'Village' },
  post: { zh: '岗位', en: 'Post' },
  person: { zh: '建议人选', en: 'Proposed' },
  age: { zh: '年龄', en: 'Age' },
  fit: { zh: '适配度', en: 'Fit' },
  reason: { zh: '首要理由', en: 'First reason' },
  target: { zh: '目标', en: 'Target' },
  tier: { zh: '层级', en: 'Tier' },
  value: { zh: '结果', en: 'Value' },
  bound: { zh: '要求', en: 'Bound' },
  met: { zh: '达标', en: 'Met' },
  why: { zh: '说明', en: 'Reason' },
  measure: { zh: '结构', en: 'Structure' },
  before: { zh: '换届前', en: 'Before' },
  after: { zh: '方案后', en: 'After' },
  unknown: { zh: '未知', en: 'unknown' },
} satisfies Record<string, Words>

const STRUCTURE = {
  people: { zh: '人数', en: 'People' },
  meanAge: { zh: '平均年龄', en: 'Mean age' },
  aged35OrUnder: { zh: '35 岁及以下', en: '35 or under' },
  collegeOrAbove: { zh: '大专及以上', en: 'Junior college or above' },
  women: { zh: '女性', en: 'Women' },
  partyMembers: { zh: '中共党员', en: 'Party members' },
  combinedRole: { zh: '一肩挑（村）', en: 'Combined role (villages)' },
  crossAppointed: { zh: '交叉任职', en: 'Cross-appointed' },
} satisfies Record<Exclude<keyof Structure, 'agesKnown'>, Words>

const TIERS = {
  law: { zh: '法定', en: 'law' },
  policy: { zh: '政策', en: 'policy' },
  wish: { zh: '期望', en: 'wish' },
} satisfies Record<Tier, Words>

/** The plan as tables for a terminal: teams, targets, before and after, certificate. */
export function planTables(document: PlanDocument, language: Language): string {
  const { scope, referenceOn, solved } = document
  const title = {
    zh: `${scope.name} 换届建议方案（基准日 ${referenceOn}，供研究参考）`,
    en: `${scope.name}: proposed teams (ages on ${referenceOn}, for deliberation)`,
  }
  const parts = [
    title[language],
    teams(document, language),
    targets(solved.plan.targets, language),
    structures(solved.plan.before, solved.plan.after, language),
    certificate(document, language),
  ]
  return `${parts.join('\n\n')}\n`
}

function teams({ solved }: PlanDocument, language: Language): string {
  const head = heads(language, 'village', 'post', 'person', 'age', 'fit', 'reason')
  const table = new Table({ head, style: PLAIN })
  const names = new Map(solved.villages.map(({ code, name }) => [code, name]))
  const people = new Map(solved.people.map((person) => [person.id, person]))
  for (const slate of solved.plan.slates) {
    const misses = solved.explanations[slate.village] ?? []
    const rows = rowsOf(slate, misses, people, language)
    const village = { content: names.get(slate.village) ?? slate.village, rowSpan: rows.length }
    for (const [at, row] of rows.entries()) table.push(at === 0 ? [village, ...row] : row)
  }
  return table.toString()
}

function rowsOf(
  slate: Slate,
  explained: Miss[],
  people: Map<string, Person>,
  language: Language,
): Cell[][] {
  const causeOf = (id: TargetId) => explained.find(({ target }) => target === id)?.cause[language]

  const rows: Cell[][] = seatsByPerson(slate).map(({ talent, posts, fit, reason }) => [
    posts.map((post) => postWords[post][language]).join(' + '),
    people.get(talent)?.name ?? talent,
    people.get(talent)?.age ?? HEADS.unknown[language],
    (fit * 100).toFixed(1),
    wrapped(reason?.[language] ?? '', REASON),
  ])
  const missed = slate.targets.filter(({ met }) => met === false)
  const misses = missed
    .map(({ id, reason }) =>
      wrapped(`✗ ${targetWords(id)[language]}  ${causeOf(id) ?? reason[language]}`, ROW),
    )
    .join('\n')
  return misses === '' ? rows : [...rows, [{ content: misses, colSpan: 5 }]]
}

/** One line a person: a combined role is two posts of one. */
function seatsByPerson({ seats }: Slate) {
  const byPerson = Map.groupBy(seats, ({ talent }) => talent)
  return [...byPerson].map(([talent, held]) => ({
    talent,
    posts: held.map(({ post }): Post => post),
    fit: held.reduce((sum, { fit }) => sum + fit, 0) / held.length,
    reason: held[0]?.reasons[0],
  }))
}

function targets(results: TargetResult[], language: Language): string {
  const head = heads(language, 'target', 'tier', 'value', 'bound', 'met', 'why')
  const table = new Table({ head, style: PLAIN })
  for (const { id, tier, value, bound, met, reason } of results) {
    const mark = met === null ? '—' : met ? '✓' : '✗'
    const why = wrapped(reason[language], REASON)
    const name = targetWords(id)[language]
    table.push([name, TIERS[tier][language], figure(value), figure(bound), mark, why])
  }
  return table.toString()
}

function structures(before: Structure | null, after: Structure, language: Language): string {
  const table = new Table({ head: heads(language, 'measure', 'before', 'after'), style: PLAIN })
  for (const [key, words] of Object.entries(STRUCTURE)) {
    const measure = key as keyof Structure
    const was = before === null ? HEADS.unknown[language] : oneDecimal(before[measure])
    table.push([words[language], was, oneDecimal(after[measure])])
  }
  return table.toString()
}

function certificate({ solved }: PlanDocument, language: Language): string {
  const { tiers, objective, bound, gap } = solved.plan
  const proof = (isProven: boolean) => {
    if (language === 'zh') return isProven ? '已证明最少' : '未证明最少'
    return isProven ? 'proven least' : 'not proven least'
  }
  const lines = tiers.map(({ tier, misses, bound, proven }) =>
    language === 'zh'
      ? `${TIERS[tier].zh}目标缺口 ${figure(misses)}（下界 ${figure(bound)}，${proof(proven)}）`
      : `Misses of ${tier} targets ${figure(misses)} (bound ${figure(bound)}, ${proof(proven)})`,
  )
  const seconds = solved.seconds.toFixed(1)
  const last =
    language === 'zh'
      ? `适配度合计 ${objective.toFixed(3)}，上界 ${bound.toFixed(3)}，差距 ${(gap * 100).toFixed(3)}%，用时 ${seconds} 秒，已独立核验`
      : `Total fit ${objective.toFixed(3)}, at most ${bound.toFixed(3)}, gap ${(gap * 100).toFixed(3)} %, ${seconds} s, verified independently`
  return [...lines, last].join('\n')
}

const PLAIN = { head: [], border: [] }
/** Columns of the terminal for a sentence, and for one across the table. */
const REASON = 42
const ROW = 96

function heads(language: Language, ...names: (keyof typeof HEADS)[]): string[] {
  return names.map((name) => HEADS[name][language])
}

function figure(value: number | null): string {
  return value === null ? '—' : String(Math.round(value * 1000) / 1000)
}

const oneDecimal = (value: number | null) => figure(value && Math.round(value * 10) / 10)
