import { z } from 'zod'
import { postWords } from '../../../matching/words.ts'
import { RecordShape } from '../../shapes/village-entries.ts'
import { Code } from '../../validate.ts'
import { FIELD_WORDS, KIND_WORDS } from '../../village-entries/field-words.ts'
import type { Column } from './table.ts'
import { day, defineTable, tableOf } from './table.ts'
import { figureOf, saidOf, titleOf } from './village-entry.ts'
import { percentOf } from './words.ts'

type Record = z.infer<typeof RecordShape>
type Line = {
  group: string
  item: string
  text: string | number
  on: string | null
  source: string
  by: string
  at: string | null
  state: string
}

const COLUMNS: Column<Line>[] = [
  { header: '类别', of: ({ group }) => group, width: 16 },
  { header: '项目', of: ({ item }) => item, width: 26 },
  { header: '内容', of: ({ text }) => text, width: 56 },
  { header: '日期', of: ({ on }) => day(on), width: 12 },
  { header: '依据或来源', of: ({ source }) => source, width: 30 },
  { header: '登记人', of: ({ by }) => by, width: 12 },
  { header: '登记日期', of: ({ at }) => day(at), width: 12 },
  { header: '状态', of: ({ state }) => state, width: 24 },
]

/** The page of a village's record: as it is now, then what was written down, the newest first. */
export const villageRecord = defineTable({
  name: { zh: '村情档案', en: 'Record of a village' },
  filters: z.object({ village: Code }),
  async read(ask, { village }) {
    const record = await ask(`/villages/${encodeURIComponent(village)}/entries`, RecordShape)
    const held = [record, ...record.former].flatMap(({ committees }) => committees)
    return tableOf(COLUMNS, [...nowOf(record), ...formerOf(record), ...entriesOf(record)], {
      of: `${record.township.name}${record.name}（${record.code}）`,
      subjects: held.flatMap(({ talent }) => (talent ? [talent.id] : [])),
      conditions: [['村（社区）', record.name]],
    })
  },
})

const BLANK = { on: null, source: '', by: '', at: null, state: '' }
const NOW = '现在的情况'
const TERRAIN = { plain: '平原', hill: '丘陵', mountain: '山区' }

function nowOf(record: Record): Line[] {
  const { term, terrain, trades } = record
  const fact = (item: string, text: string) => ({ ...BLANK, group: NOW, item, text })
  const figures = record.figures.map(({ id, value, on, source }) => ({
    ...{ ...BLANK, group: NOW, item: FIELD_WORDS.statistics[id]?.zh ?? id },
    ...{ text: value === null ? '未知' : figureOf(id, value), on, source: source?.zh ?? '' },
  }))
  return [
    ...figures,
    fact('产业', trades.join('、') || '未知'),
    fact('地形', terrain === null ? '未知' : TERRAIN[terrain]),
    fact('本届', term === null ? '未知' : termOf(term)),
    fact('包村领导', leaderOf(record) || '未知'),
    ...teamOf('现任班子', record.committees),
  ]
}

function termOf({ startedOn, endsOn, turnout }: NonNullable<Record['term']>): string {
  const share = turnout === null ? '' : `，参选率${percentOf(turnout, 1)}`
  return `${startedOn} 至 ${endsOn}${share}`
}

/** The newest that is not taken back and has not ended. */
function leaderOf({ entries }: Record): string {
  const latest = entries.find((it) => it.kind === 'leader' && it.takenBack === null)
  return latest?.kind === 'leader' && !latest.body.isEnded ? titleOf(latest) : ''
}

function teamOf(group: string, committees: Record['committees']): Line[] {
  return committees.map(({ talent, posts, tookOfficeOn }) => ({
    ...{ ...BLANK, group, item: posts.map(postName).join('、') },
    text: `${talent?.name ?? '不在本账号范围'}，${tookOfficeOn} 任职`,
  }))
}

function postName(post: string): string {
  const known: { [id: string]: { zh: string } } = postWords
  // Rows say `supervision-member` for what matching calls a supervisor.
  return known[post === 'supervision-member' ? 'supervisor' : post]?.zh ?? post
}

function formerOf({ former }: Record): Line[] {
  return former.flatMap(({ code, name, mergedOn, reason, committees }) => [
    {
      ...{ ...BLANK, group: '并入本村的村', item: `${name}（${code}）`, on: mergedOn },
      ...{ text: '并入本村', source: reason ?? '' },
    },
    ...teamOf(`${name}合并时的班子`, committees),
  ])
}

function entriesOf({ entries, former, noticeDays }: Record): Line[] {
  const names = new Map(former.map(({ code, name }) => [code, name]))
  return entries.map((entry) => {
    const { kind, on, source, createdAt, createdBy, takenBack, village } = entry
    const old = names.get(village)
    return {
      group: KIND_WORDS[kind].zh,
      item: `${titleOf(entry)}${old ? `（原${old}）` : ''}`,
      text: saidOf(entry, noticeDays),
      ...{ on, source, by: createdBy ?? '已注销的账号', at: createdAt },
      state: takenBack === null ? '' : `${takenBack.at.slice(0, 10)} 已撤回：${takenBack.reason}`,
    }
  })
}
