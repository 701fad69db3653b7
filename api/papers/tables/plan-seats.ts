import { z } from 'zod'
import {
  educationWords,
  levelWords,
  POSTS,
  type Post,
  partyStatusWords,
  postWords,
  targetWords,
} from '../../../matching/index.ts'
import { Problem } from '../../problem.ts'
import { Places } from '../../shapes/places.ts'
import { PlanRecord } from '../../shapes/plan.ts'
import { Code } from '../../validate.ts'
import { type Column, defineTable, tableOf } from './table.ts'
import { briefly, FACTS, points, UNKNOWN } from './words.ts'

type Solved = Extract<z.infer<typeof PlanRecord>['result'], { status: 'solved' }>
type Slate = Solved['plan']['slates'][number]
type Village = Solved['villages'][number]
type Line = {
  township: string
  village: Village
  post: Post
  /** Null: nobody takes the seat. */
  seat: Slate['seats'][number] | null
  person: Solved['people'][number] | undefined
  /** All posts of the person here. */
  held: Post[]
  /** What the village misses; said once, beside its first seat. */
  missed: string
}

const known =
  <T>(of: (line: Line) => T | null | undefined) =>
  (line: Line) =>
    line.seat === null ? '' : (of(line) ?? UNKNOWN)
const SEATS: Column<Line>[] = [
  { header: '乡镇（街道）', of: ({ township }) => township, width: 12 },
  { header: '村（社区）', of: ({ village }) => village.name, width: 12 },
  { header: '拟任职务', of: ({ post, village }) => postName(post, village.kind), width: 18 },
  { header: '建议人选', of: ({ seat, person }) => (seat ? (person?.name ?? '') : '空缺') },
  { header: '性别', of: known(({ person }) => person?.sex && FACTS.sex[person.sex]), width: 6 },
  { header: '年龄', of: known(({ person }) => person?.age), width: 6 },
  {
    header: '学历',
    of: known(({ person }) => person?.education && educationWords[person.education].zh),
    width: 14,
  },
  {
    header: '政治面貌',
    of: known(({ person }) => person?.partyStatus && partyStatusWords[person.partyStatus].zh),
    width: 16,
  },
  { header: '兼任', of: ({ held }) => doubleOf(held), width: 12 },
  {
    header: '分工',
    of: ({ seat }) => (seat?.portfolio === 'discipline' ? '纪检委员' : ''),
  },
  { header: '适配', of: ({ seat }) => seat && points(seat.fit), width: 6 },
  {
    header: '适配区间',
    of: ({ seat }) => seat && `${points(seat.low)}–${points(seat.high)}`,
  },
  { header: '须批准放宽', of: ({ seat }) => approvalsOf(seat), width: 26 },
  {
    header: '主要理由',
    of: ({ seat }) => briefly(seat?.reasons ?? []),
    width: 46,
  },
  { header: '本村未达目标', of: ({ missed }) => missed, width: 22 },
]

/** Who is proposed for which seat of a plan, and which seats nobody takes. */
export const planSeats = defineTable({
  name: { zh: '换届方案席位', en: 'Seats of a plan' },
  filters: z.object({
    plan: z.string().min(1).max(64),
    township: Code.optional(),
    village: Code.optional(),
  }),
  async read(ask, { plan: id, township, village }) {
    const plan = await ask(`/plans/${encodeURIComponent(id)}`, PlanRecord)
    if (plan.result?.status !== 'solved') throw noResult()
    const { townships, county } = await ask('/places', Places)
    const names = new Map(
      townships.flatMap(({ name, villages }) => villages.map(({ code }) => [code, name])),
    )
    const isWanted = ({ code }: Village) =>
      (!village || code === village) && (!township || code.startsWith(township))
    const lines = linesOf(plan.result, names).filter((line) => isWanted(line.village))
    return tableOf(SEATS, lines, {
      of: `${plan.township?.name ?? county.name} ${plan.createdAt.slice(0, 10)}`,
      subjects: lines.flatMap(({ person }) => (person ? [person.id] : [])),
      conditions: [
        ['方案生成', plan.createdAt.slice(0, 10)],
        ['方案所用政策', `第 ${plan.policyVersion} 版`],
        ...(township ? ([['乡镇（街道）', nameOf(townships, township)]] as Said) : []),
        ...(village ? ([['村（社区）', lines[0]?.village.name ?? village]] as Said) : []),
      ],
    })
  },
})
type Said = [string, string][]

function nameOf(places: readonly { code: string; name: string }[], code: string): string {
  return places.find((it) => it.code === code)?.name ?? code
}

function linesOf({ plan, people, villages }: Solved, names: ReadonlyMap<string, string>): Line[] {
  const persons = new Map(people.map((person) => [person.id, person]))
  const slates = new Map(plan.slates.map((slate) => [slate.village, slate]))
  return villages.flatMap((village) => {
    const slate = slates.get(village.code)
    if (!slate) return []
    const rows = POSTS.flatMap((post) => [
      ...slate.seats.filter((seat) => seat.post === post).map((seat) => ({ post, seat })),
      ...vacant(village, slate, post).map((seat) => ({ post, seat })),
    ])
    return rows.map(({ post, seat }, at) => ({
      ...{ township: names.get(village.code) ?? '', village, post, seat },
      person: seat ? persons.get(seat.talent) : undefined,
      held: slate.seats.filter((it) => it.talent === seat?.talent).map((it) => it.post),
      missed: at === 0 ? missedBy(slate) : '',
    }))
  })
}

/** A place for each seat of the post that nobody takes. */
function vacant({ seats }: Village, slate: Slate, post: Post): null[] {
  const wanted: Record<Post, number> = {
    ...{ secretary: Math.min(1, seats.party), 'party-member': seats.party - 1 },
    ...{ chair: Math.min(1, seats.committee), 'committee-member': seats.committee - 1 },
    ...{ 'supervision-head': Math.min(1, seats.supervision), supervisor: seats.supervision - 1 },
  }
  const taken = slate.seats.filter((seat) => seat.post === post).length
  return Array.from({ length: Math.max(0, wanted[post] - taken) }, () => null)
}

function missedBy({ targets }: Slate): string {
  return targets
    .filter(({ met }) => met === false)
    .map(({ id }) => targetWords(id).zh)
    .join('、')
}

function postName(post: Post, kind: Village['kind']): string {
  return postWords[post].zh.replace('村（居）', kind === 'community' ? '居' : '村')
}

/** Secretary and chair in one person; otherwise a place on both committees. */
function doubleOf(held: readonly Post[]): string {
  if (held.includes('secretary') && held.includes('chair')) return '“一肩挑”'
  const isParty = held.includes('secretary') || held.includes('party-member')
  const isCommittee = held.includes('chair') || held.includes('committee-member')
  return isParty && isCommittee ? '交叉任职' : ''
}

function approvalsOf(seat: Line['seat']): string {
  return (seat?.findings ?? [])
    .filter(({ outcome }) => outcome === 'relaxable')
    .map(({ words, approvedBy }) =>
      approvedBy ? `${levelWords[approvedBy].zh}批准：${words.zh}` : words.zh,
    )
    .join('；')
}

function noResult(): Problem {
  return new Problem('conflict', {
    zh: '这一稿方案没有测算结果，没有席位可以导出。请等测算完成，或另选一稿。',
    en: 'The plan has no result: wait until it is solved, or choose another.',
  })
}
