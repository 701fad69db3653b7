import { z } from 'zod'
import { sourceWords } from '../../../matching/composition/words.ts'
import { educationWords } from '../../../matching/index.ts'
import { RepresentationAnswer } from '../../shapes/shortlist.ts'
import { ShortlistQuery } from '../../shortlisting.ts'
import { conditionsOf } from './shortlist.ts'
import { type Column, defineTable, queryOf, tableOf } from './table.ts'
import { FACTS, percentOf, UNKNOWN } from './words.ts'

type Answer = z.infer<typeof RepresentationAnswer>
type Part = Answer['parts'][number]
type Line = { part: Part | null; name: string; group: Part['groups'][number] | null }

const STAGE_WORDS = {
  ...{ pool: '人才库', reachable: '可考虑', eligible: '符合资格' },
  ...{ shortlisted: '备选名单', planned: '方案' },
}
const PART_WORDS = {
  ...{ sex: '性别', age: '年龄', education: '学历', source: '来源', township: '乡镇（街道）' },
}
const AGE_WORDS: Record<string, string> = {
  ...{ 'to-35': '35 岁及以下', '36-45': '36 至 45 岁' },
  ...{ '46-55': '46 至 55 岁', 'from-56': '56 岁及以上' },
}

/** Every part of the report under one another: who is there at each stage, and who goes on. */
export const representation = defineTable({
  name: { zh: '结构分析', en: 'Representation' },
  filters: ShortlistQuery.extend({ plan: z.string().max(64).optional() }),
  async read(ask, filters) {
    const answer = await ask(`/representation${queryOf(filters)}`, RepresentationAnswer)
    const columns = [...FIRST, ...answer.stages.flatMap((stage) => columnsOf(stage, answer))]
    return tableOf(columns, linesOf(answer), {
      of: answer.place.name,
      conditions: [
        ...conditionsOf(answer),
        ['换届方案', answer.plan ? answer.plan.createdAt.slice(0, 10) : '不选方案'],
        ['括号内', '95% 区间（Wilson）；只说明结构，不给任何人打分'],
        ['来源', '一人可有几项来源，各项之和大于总数'],
      ],
    })
  },
})

const FIRST: Column<Line>[] = [
  { header: '按什么分', of: ({ part }) => (part ? PART_WORDS[part.part] : '全部'), width: 16 },
  { header: '类别', of: ({ name }) => name, width: 20 },
]

/** How many are there, and of those of the stage before how many in a hundred. */
function columnsOf({ stage, people, base }: Answer['stages'][number], answer: Answer) {
  const name = STAGE_WORDS[stage]
  const count = { header: `${name}人数`, of: countOf, width: 12 }
  if (base === null) return [count]
  const before = answer.stages.find((one) => one.stage === base)?.people ?? 0
  const rate: Column<Line> = {
    header: `进入${name}的比率（占${STAGE_WORDS[base]}）`,
    of: ({ group }) => (group ? rateSaid(group.rates[stage] ?? null) : percentOf(people, before)),
    width: 30,
  }
  return [count, rate]

  function countOf({ group }: Line) {
    return group ? (group.counts[stage] ?? 0) : people
  }
}

type Rate = NonNullable<Part['groups'][number]['rates']['pool']> | null

function rateSaid(rate: Rate): string {
  if (!rate) return '此环节没有人'
  const range = `${percentOf(rate.low, 1)}–${percentOf(rate.high, 1)}`
  const remark = remarkOf(rate)
  return `${percentOf(rate.selected, rate.of)}（${range}）${remark === '' ? '' : `；${remark}`}`
}

function remarkOf(rate: NonNullable<Rate>): string {
  const ratio = rate.ratio === null ? '' : `与最高组之比 ${rate.ratio.toFixed(2)}`
  const said = [
    rate.isHighest ? '最高组' : ratio,
    rate.isLow ? '▲ 低于五分之四' : '',
    rate.isSmall ? '人数过少，仅供参考' : '',
  ]
  return said.filter((it) => it !== '').join('；')
}

function linesOf({ parts }: Answer): Line[] {
  const all: Line = { part: null, name: '全部', group: null }
  const groups = parts.flatMap((part) =>
    part.groups.map((group): Line => ({ part, name: groupName(part.part, group), group })),
  )
  return [all, ...groups]
}

function groupName(part: Part['part'], { group, name }: Part['groups'][number]): string {
  if (group === null) return UNKNOWN
  if (name) return name.zh
  const words: { [id: string]: { zh: string } } = { ...educationWords, ...sourceWords }
  if (part === 'sex') return FACTS.sex[group as keyof typeof FACTS.sex] ?? group
  return (part === 'age' ? AGE_WORDS[group] : words[group]?.zh) ?? group
}
