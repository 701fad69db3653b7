import type { VillageEntryKind } from '../../matching/readiness/entries.ts'
import type { Words } from '../../matching/types.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

/** What a field of an entry is called, in sentences and at the head of a column. */
export const FIELD_WORDS: Record<VillageEntryKind, Record<string, Words>> = {
  statistics: {
    on: words('统计日期', 'Day of the count'),
    households: words('户数', 'Households'),
    population: words('户籍人口', 'Registered people'),
    residents: words('常住人口', 'People living there'),
    away: words('外出人口', 'People away for work'),
    aged60: words('60岁以上人口', 'Aged 60 or above'),
    voters: words('登记选民', 'Registered voters'),
    minorities: words('少数民族人口', 'People of minorities'),
    partyMembers: words('党员数', 'Party members'),
    partyWomen: words('女党员', 'Women in the Party'),
    partyAged35OrUnder: words('35岁以下党员', 'Party members aged 35 or under'),
    partyAged60OrAbove: words('60岁以上党员', 'Party members aged 60 or above'),
    collectiveIncome: words('村集体收入', 'Collective income'),
  },
  election: {
    on: words('选举日期', 'Day of the election'),
    committee: words('选举机构', 'Committee'),
    method: words('选举方式', 'Method'),
    voters: words('登记选民', 'Entitled to vote'),
    cast: words('参加投票', 'Votes cast'),
    valid: words('有效票', 'Valid votes'),
    rounds: words('选举轮次', 'Rounds'),
    isValid: words('是否有效', 'Valid'),
  },
  audit: {
    on: words('审计开始日期', 'Begun on'),
    office: words('审计对象', 'Whose departure'),
    auditor: words('审计单位', 'Auditor'),
    finishedOn: words('报告日期', 'Day of the report'),
    conclusion: words('审计结论', 'Conclusion'),
    mendedOn: words('整改验收日期', 'Mending accepted on'),
    notices: words('结果公示', 'Public notices'),
  },
  overhaul: {
    on: words('列入日期', 'Listed on'),
    cause: words('列入原因', 'Cause'),
    measures: words('整顿措施', 'Measures'),
    acceptedOn: words('验收日期', 'Accepted on'),
    acceptedBy: words('验收单位', 'Accepted by'),
  },
  survey: {
    on: words('测评日期', 'Day of the survey'),
    about: words('测评对象', 'About'),
    households: words('当日户数', 'Households that day'),
    issued: words('发出票数', 'Issued'),
    returned: words('收回票数', 'Returned'),
    approving: words('满意（赞成）票数', 'Satisfied or agreeing'),
  },
  leader: {
    on: words('包村日期', 'Since'),
    name: words('包村领导', 'Leader'),
    position: words('职务', 'Position'),
    isEnded: words('是否已结束', 'Ended'),
  },
  note: {
    on: words('日期', 'Day'),
    title: words('标题', 'Title'),
    text: words('内容', 'Text'),
  },
}
export const SOURCE_WORDS = words('依据或来源', 'Source')

export const KIND_WORDS: Record<VillageEntryKind, Words> = {
  statistics: words('人口与党员', 'People and Party members'),
  election: words('历次选举', 'Elections'),
  audit: words('离任审计', 'Departure audits'),
  overhaul: words('软弱涣散整顿', 'Overhauls'),
  survey: words('满意度测评', 'Satisfaction surveys'),
  leader: words('包村领导', 'Leader responsible'),
  note: words('一村一策', 'Plan for the village'),
}

/** `notices.0.to` → 第一次公示止. */
export function fieldWords(kind: VillageEntryKind, field: string): Words {
  if (field === 'source') return SOURCE_WORDS
  const notice = /^notices\.(\d)(?:\.(from|to))?$/.exec(field)
  if (notice) return noticeWords(Number(notice[1]), notice[2])
  return FIELD_WORDS[kind][field] ?? words(field, field)
}

const NUMERALS = ['一', '二', '三', '四', '五', '六']

function noticeWords(at: number, end: string | undefined): Words {
  const zh = end === 'from' ? '起' : end === 'to' ? '止' : ''
  const en = end === 'from' ? ' from' : end === 'to' ? ' to' : ''
  return words(`第${NUMERALS[at] ?? at + 1}次公示${zh}`, `Notice ${at + 1}${en}`)
}
