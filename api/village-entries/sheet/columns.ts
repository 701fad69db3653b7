import type { VillageEntryKind } from '../../../matching/readiness/entries.ts'
import { headerKey } from '../../roster/text.ts'
import type { Column } from '../../roster/types.ts'
import { fieldWords } from '../field-words.ts'
import { CHOICES, type ChoiceField, YES_NO } from './choices.ts'

/** How the text of a cell is read. */
export type CellType = 'day' | 'notice' | 'notice-end' | 'count' | 'wan' | 'text' | 'yes' | 'choice'
export type SheetField = {
  /** A path into the entry: `on`, `cast`, `notices.0.to`. */
  field: string
  header: string
  type: CellType
  isRequired?: true
  width: number
  hint: string
  choices?: readonly string[]
  /** Other ways in which lists call it. */
  synonyms: string
}
/** What a column of somebody's sheet means. */
export type SheetColumn = Column & { field: string | null }

const DAY = '如 2026-11-05、2026.11.5 或 2026年11月5日。'
type More = Partial<Pick<SheetField, 'isRequired' | 'choices' | 'width' | 'synonyms'>>

/** The columns of a kind, behind those that name the village. */
export function fieldsOf(kind: VillageEntryKind): SheetField[] {
  return [
    ...FIELDS[kind].map((make) => make(kind)),
    text('source', '文件名称或来源，如“镇经管站审计报告〔2026〕3号”。', {
      width: 28,
      synonyms: '来源 依据 数据来源 文号 文件依据',
    })(kind),
  ]
}

type Make = (kind: VillageEntryKind) => SheetField

const make =
  (
    type: CellType,
    field: string,
    hint: string,
    { width = 13, synonyms = '', ...more }: More = {},
  ): Make =>
  (kind) => {
    const { zh } = fieldWords(kind, field)
    const unit = type === 'wan' ? '（万元）' : ''
    return {
      field,
      type,
      hint,
      width,
      synonyms,
      ...more,
      header: `${zh}${unit}${more.isRequired ? '*' : ''}`,
    }
  }
const text = (field: string, hint: string, more?: More) =>
  make('text', field, hint, { width: 20, ...more })
const count = (field: string, synonyms = '', more?: More) =>
  make('count', field, '填整数；不知道的留空，不要填 0。', { synonyms, ...more })
const day = (field: string, synonyms = '', more?: More) =>
  make('day', field, DAY, { synonyms, width: 15, ...more })
const choice = (field: ChoiceField, synonyms = '', more?: More): Make => {
  const choices = Object.values(CHOICES[field]).map(([first]) => first!)
  const hint = `从下拉列表中选择：${choices.join('、')}。`
  return make('choice', field, hint, { choices, synonyms, width: 16, ...more })
}
const yes = (field: string, synonyms = '') =>
  make('yes', field, '填“是”或“否”。', { choices: YES_NO, synonyms, isRequired: true, width: 12 })
const notice = (at: number): Make[] => {
  const nth = ['第一次', '第二次'][at]!
  return [
    make('notice', `notices.${at}.from`, `${DAY}起止也可以写在这一格里，如“2026年11月1日至5日”。`, {
      ...{
        width: 16,
        synonyms: `${nth}公示 ${nth}公示时间 ${nth}公示日期 ${nth}公示开始 ${nth}公示起止`,
      },
    }),
    make('notice-end', `notices.${at}.to`, '公示的最后一天；和起始日期同月的可以只写“5日”。', {
      ...{ width: 16, synonyms: `${nth}公示结束 ${nth}公示截止 ${nth}公示至` },
    }),
  ]
}
const must = { isRequired: true } as const

const FIELDS: Record<VillageEntryKind, Make[]> = {
  statistics: [
    day('on', '统计时间 截止日期 时间', must),
    count('households', '总户数 户数（户）'),
    count('population', '人口 总人口 人口数'),
    count('residents', '常住人口数'),
    count('away', '外出务工人口 外出务工 外出人数'),
    count('aged60', '60周岁以上人口 老年人口'),
    count('voters', '登记选民数 选民 选民数'),
    count('minorities', '少数民族人数'),
    count('partyMembers', '党员 党员人数 党员总数'),
    count('partyWomen', '女党员数'),
    count('partyAged35OrUnder', '35周岁以下党员 35岁及以下党员', { width: 15 }),
    count('partyAged60OrAbove', '60周岁以上党员 60岁及以上党员', { width: 15 }),
    make('wan', 'collectiveIncome', '上年度，万元；亏损填负数。', {
      ...{
        width: 18,
        synonyms: '集体收入（万元） 村集体经济收入（万元） 集体经济收入（万元）',
      },
    }),
  ],
  election: [
    day('on', '选举时间 投票日期', must),
    choice('committee', '机构 选举的机构', must),
    choice('method', '方式', must),
    count('voters', '登记选民数 选民数 应到党员 应参加人数'),
    count('cast', '参加投票人数 投票人数 实到人数 发出选票'),
    count('valid', '有效票数 有效选票'),
    count('rounds', '轮次 选举次数'),
    yes('isValid', '选举是否有效 有效'),
  ],
  audit: [
    day('on', '开始日期 审计日期 进点日期 审计时间', must),
    text('office', '只写职务，如“书记兼主任”“村两委班子”，不写姓名。', {
      ...must,
      ...{ width: 18, synonyms: '被审计职务 审计职务 对象' },
    }),
    text('auditor', '如“镇经管站”。', { width: 18, synonyms: '审计机构 审计部门' }),
    day('finishedOn', '审计报告日期 报告时间 出具报告日期 完成日期'),
    choice('conclusion', '结论 审计结果'),
    day('mendedOn', '整改完成日期 验收日期 整改日期'),
    ...notice(0),
    ...notice(1),
  ],
  overhaul: [
    day('on', '列入时间 认定日期', must),
    text('cause', '按县里的分类填写，如“班子不团结”，不涉及个人。', {
      ...must,
      synonyms: '原因 软弱涣散原因',
    }),
    text('measures', '主要措施。', { width: 30, synonyms: '措施 整改措施' }),
    day('acceptedOn', '验收时间 销号日期'),
    text('acceptedBy', '如“县委组织部”。', { width: 16, synonyms: '验收部门' }),
  ],
  survey: [
    day('on', '测评时间', must),
    choice('about', '对象', must),
    count('households', '户数 总户数'),
    count('issued', '发放票数 发出 发放份数', must),
    count('returned', '收回 回收票数 回收份数', must),
    count('approving', '满意票数 赞成票数 满意 赞成 满意票 赞成票', { ...must, width: 17 }),
  ],
  leader: [
    day('on', '起始日期 包村时间', must),
    text('name', '乡镇（街道）包村领导的姓名。', {
      ...must,
      width: 14,
      synonyms: '姓名 包村干部 领导姓名',
    }),
    text('position', '如“镇党委副书记”。', { width: 18, synonyms: '领导职务' }),
    yes('isEnded', '是否结束 已结束'),
  ],
  note: [
    day('on', '制定日期', must),
    text('title', '如“一村一策：引进致富带头人”。', { ...must, width: 26, synonyms: '名称 题目' }),
    text('text', '主要做法和时间安排。', { ...must, width: 50, synonyms: '措施 正文' }),
  ],
}

/** What each column of a sheet means; the first of two that mean the same counts. */
export function columnsFor(kind: VillageEntryKind, columns: readonly Column[]): SheetColumn[] {
  const known = new Map<string, string>()
  for (const { field, header, synonyms } of [...PLACE_FIELDS, ...fieldsOf(kind)])
    for (const word of [header, ...synonyms.split(' ')])
      if (word !== '' && !known.has(headerKey(word))) known.set(headerKey(word), field)
  const taken = new Set<string>()
  return columns.map((column) => {
    const field = known.get(headerKey(column.header)) ?? null
    const isFirst = field !== null && !taken.has(field)
    if (isFirst) taken.add(field)
    return { ...column, field: isFirst ? field : null }
  })
}

export const PLACE_FIELDS = [
  { field: 'code', header: '村代码', synonyms: '代码 区划代码 统计用区划代码 村编码' },
  { field: 'township', header: '乡镇（街道）', synonyms: '乡镇 镇街 所在乡镇 街道 镇' },
  {
    ...{ field: 'village', header: '村（社区）' },
    synonyms: '村 村名 村名称 村居 村（居） 社区 行政村 村社区 单位 单位名称 所在村 村（社区）名称',
  },
]
