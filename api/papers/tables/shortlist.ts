import type { z } from 'zod'
import {
  educationWords,
  levelWords,
  partyStatusWords,
  postWords,
  SHORTLIST_GROUPS,
} from '../../../matching/index.ts'
import { ShortlistAnswer } from '../../shapes/shortlist.ts'
import { ShortlistQuery } from '../../shortlisting.ts'
import { type Column, defineTable, queryOf, tableOf } from './table.ts'
import { briefly, FACTS, points, UNKNOWN } from './words.ts'

type Answer = z.infer<typeof ShortlistAnswer>
type Line = {
  /** Null: gave way to somebody who came in for a share. */
  listed: Answer['listed'][number] | null
  person: Answer['people'][number] | undefined
  remark: string
}

const PERSON: Column<Line>[] = [
  { header: '位次', of: ({ listed }) => listed?.place ?? '让位', width: 6 },
  { header: '人选', of: ({ person }) => person?.name ?? '' },
  { header: '性别', of: ({ person }) => (person?.sex ? FACTS.sex[person.sex] : UNKNOWN), width: 6 },
  { header: '年龄', of: ({ person }) => person?.age ?? UNKNOWN, width: 6 },
  {
    header: '学历',
    of: ({ person }) => (person?.education ? educationWords[person.education].zh : UNKNOWN),
    width: 14,
  },
  {
    header: '政治面貌',
    of: ({ person }) => (person?.partyStatus ? partyStatusWords[person.partyStatus].zh : UNKNOWN),
    width: 16,
  },
  { header: '乡镇（街道）', of: ({ person }) => person?.homeTownship.name ?? '', width: 12 },
  { header: '家所在村', of: ({ person }) => person?.homeVillage.name ?? '', width: 12 },
  { header: '适配', of: ({ listed }) => listed && points(listed.fit), width: 6 },
  {
    header: '适配区间',
    of: ({ listed }) => listed && `${points(listed.low)}–${points(listed.high)}`,
  },
]
const ABOUT: Column<Line>[] = [
  { header: '说明', of: ({ remark }) => remark, width: 30 },
  { header: '须批准放宽', of: ({ listed }) => approvalsOf(listed), width: 26 },
  {
    header: '主要理由',
    of: ({ listed }) => briefly(listed?.reasons ?? []),
    width: 46,
  },
]

/** The list as the page shows it, then who gave way for a share. */
export const shortlist = defineTable({
  name: { zh: '备选名单', en: 'Shortlist' },
  filters: ShortlistQuery,
  async read(ask, filters) {
    const answer = await ask(`/shortlists${queryOf(filters)}`, ShortlistAnswer)
    const groups = SHORTLIST_GROUPS.map((group): Column<Line> => {
      const belongs = { true: '是', false: '否', null: UNKNOWN }
      return {
        header: answer.groupNames[group].zh,
        of: ({ listed }) =>
          listed && belongs[String(listed.groups[group] ?? null) as keyof typeof belongs],
      }
    })
    const lines = linesOf(answer)
    return tableOf([...PERSON, ...groups, ...ABOUT], lines, {
      of: `${answer.place.name} ${postWords[answer.post].zh}`,
      subjects: lines.flatMap(({ person }) => (person ? [person.id] : [])),
      conditions: conditionsOf(answer),
    })
  },
})

/** Where, for what, how many and with which shares: the same words for both pages. */
export function conditionsOf({
  place,
  post,
  size,
  shares,
  referenceOn,
}: Pick<Answer, 'place' | 'post' | 'size' | 'shares' | 'referenceOn'>): [string, string][] {
  const asked = shares.filter(({ min }) => min > 0)
  const said = asked.map(({ name, min }) => `${name.zh}不少于${Math.round(min * 100)}%`)
  return [
    ['范围', place.name],
    ['岗位', postWords[post].zh],
    ['名单人数', String(size)],
    ['最低比例', said.join('、') || '不设'],
    ['年龄基准日', referenceOn],
  ]
}

function linesOf({ listed, exchanges, people }: Answer): Line[] {
  const persons = new Map(people.map((person) => [person.id, person]))
  const nameOf = (id: string) => persons.get(id)?.name ?? ''
  const cameIn = new Map(exchanges.map((one) => [one.cameIn, one]))
  const on = listed.map((one): Line => {
    const exchange = cameIn.get(one.talent)
    const moved = one.placeByFit === one.place ? '' : `按适配为第 ${one.placeByFit} 位`
    const remark = exchange ? `因比例列入，${nameOf(exchange.wentOut)}让位` : moved
    return { listed: one, person: persons.get(one.talent), remark }
  })
  const went = exchanges.map(({ wentOut, cameIn: by }): Line => {
    const remark = `按适配本可列入，因比例未列，由${nameOf(by)}列入`
    return { listed: null, person: persons.get(wentOut), remark }
  })
  return [...on, ...went]
}

function approvalsOf(listed: Line['listed']): string {
  return (listed?.findings ?? [])
    .flatMap(({ outcome, words, approvedBy }) =>
      outcome === 'relaxable' && approvedBy
        ? [`${levelWords[approvedBy].zh}批准：${words.zh}`]
        : [],
    )
    .join('；')
}
