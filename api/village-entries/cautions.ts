import type {
  Audit,
  Election,
  Notice,
  Statistics,
  Survey,
  VillageEntry,
  VillageEntryBodies,
  VillageEntryKind,
} from '../../matching/readiness/entries.ts'
import { latestOf } from '../../matching/readiness/entries.ts'
import type { Words } from '../../matching/types.ts'
import type { EntryGiven } from '../shapes/village-entries.ts'
import { fieldWords } from './field-words.ts'

type Around = {
  /** Entries of the village that count already. */
  entries: readonly VillageEntry[]
  households: number | null
  /** Days that a notice of the audit takes at the least, by the policy. */
  noticeDays: number
}

/** What is possible and yet looks wrong: said, and nobody is kept from it. */
export function cautionsOf(entry: EntryGiven, around: Around): Words[] {
  const own = OWN[entry.kind](entry.body as never, { ...around, on: entry.on })
  const isTwice = around.entries.some(
    ({ kind, on, body }) =>
      kind === entry.kind && on === entry.on && !isSameBody(body, entry.body) && kind !== 'note',
  )
  return [...own, ...(isTwice ? [SAME_DAY] : [])]
}

/** Keys stand in the order of their shape. */
export function isSameBody(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

type Own = Around & { on: string }

const OWN: { [K in VillageEntryKind]: (body: VillageEntryBodies[K], around: Own) => Words[] } = {
  statistics: statisticsCautions,
  election: electionCautions,
  audit: auditCautions,
  overhaul: () => [],
  survey: surveyCautions,
  leader: () => [],
  note: () => [],
}

/** A figure that moved by more than this share since the last count is looked at again; ours. */
const LARGE_CHANGE = 0.3
/** Among fewer, a few people are a large share. */
const FEW = 20

function statisticsCautions(body: Statistics, { entries, on }: Own): Words[] {
  const cautions: Words[] = []
  const wholes = [body.population, body.residents].filter((it) => it !== null)
  const people = wholes.length > 0 ? Math.max(...wholes) : null
  for (const part of ['households', 'voters', 'partyMembers'] as const)
    if (people !== null && (body[part] ?? 0) > people)
      cautions.push(more(fieldWords('statistics', part), body[part]!, people))
  const [last] = latestOf(entries, 'statistics').filter((it) => it.on < on)
  for (const field of ['households', 'population', 'partyMembers'] as const) {
    const [now, then] = [body[field], last?.body[field] ?? null]
    if (now === null || then === null || then < FEW) continue
    if (Math.abs(now - then) > then * LARGE_CHANGE)
      cautions.push(moved(fieldWords('statistics', field), then, now, last!.on))
  }
  return cautions
}

function electionCautions(body: Election): Words[] {
  const { committee, method, voters, cast, isValid } = body
  const cautions: Words[] = []
  // More than half of the registered voters must vote (Organic Law of Villagers' Committees, article 15).
  if (
    committee === 'committee' &&
    isValid &&
    voters !== null &&
    cast !== null &&
    cast * 2 <= voters
  )
    cautions.push(HALF)
  if ((method === 'party-congress') !== (committee === 'party') && PARTY_ONLY.has(method))
    cautions.push(METHOD)
  return cautions
}

const PARTY_ONLY = new Set<Election['method']>(['party-congress'])

function auditCautions(audit: Audit, { noticeDays }: Own): Words[] {
  const { notices, finishedOn, conclusion, mendedOn, office } = audit
  const cautions: Words[] = []
  const sorted = notices.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (sorted.some(({ from }, at) => at > 0 && from <= sorted[at - 1]!.to)) cautions.push(OVERLAP)
  for (const notice of notices)
    if (daysOf(notice) < noticeDays) cautions.push(short(notice, noticeDays))
  if (finishedOn !== null && notices.some(({ from }) => from < finishedOn)) cautions.push(EARLY)
  if (finishedOn === null && notices.length > 0) cautions.push(UNFINISHED)
  if (mendedOn !== null && conclusion === 'clear') cautions.push(NOTHING_TO_MEND)
  if (!OFFICES.test(office)) cautions.push(NAMED)
  return cautions
}

const OFFICES = /书记|主任|委员|班子|两委|村委|支委|会计|文书|负责人|干部|长$/

function surveyCautions(body: Survey, { households }: Own): Words[] {
  const { issued, returned, households: own } = body
  const cautions: Words[] = []
  const known = own ?? households
  if (known !== null && issued > known) cautions.push(manyIssued(issued, known))
  if (returned * 2 < issued) cautions.push(FEW_RETURNED)
  if (own !== null && households !== null && Math.abs(own - households) > households * LARGE_CHANGE)
    cautions.push(moved(fieldWords('survey', 'households'), households, own, null))
  return cautions
}

/** The first and the last day count. */
export function daysOf({ from, to }: Notice): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

const more = ({ zh, en }: Words, count: number, people: number): Words => ({
  zh: `${zh}（${count}）多于人口（${people}），请再核对。`,
  en: `${en} (${count}) are more than the people (${people}): check once more.`,
})
const moved = ({ zh, en }: Words, then: number, now: number, on: string | null): Words => ({
  zh: `${zh}由 ${then}${on === null ? '' : `（${on}）`}变为 ${now}，变化较大，请再核对。`,
  en: `${en} went from ${then}${on === null ? '' : ` (${on})`} to ${now}, which is much: check once more.`,
})
const short = ({ from, to }: Notice, days: number): Words => ({
  zh: `${from} 至 ${to} 的公示只有 ${daysOf({ from, to })} 天，不足 ${days} 天，不计为一次公示。`,
  en: `The notice from ${from} to ${to} is of ${daysOf({ from, to })} days, fewer than ${days}: it does not count.`,
})
const manyIssued = (issued: number, households: number): Words => ({
  zh: `发出 ${issued} 张，多于户数（${households}）。一户一票的请核对。`,
  en: `${issued} were issued to ${households} households: check it where each has one.`,
})
const HALF: Words = {
  zh: '参加投票的没有超过登记选民的一半，却记为有效。请核对票数，或改为无效。',
  en: 'No more than half of the voters cast a vote, yet it is called valid: check the figures.',
}
const METHOD: Words = {
  zh: '选举方式是党员大会选举，选举机构不是党组织。请再核对。',
  en: 'A meeting of Party members elects the Party organisation: check committee and method.',
}
const OVERLAP: Words = {
  zh: '两次公示的日期有重叠，请核对是否同一次公示。',
  en: 'Two notices overlap: check whether they are one.',
}
const EARLY: Words = {
  zh: '公示早于审计报告日期，请再核对。',
  en: 'A notice begins before the day of the report: check once more.',
}
const UNFINISHED: Words = {
  zh: '还没有审计报告，却已有公示。请补填报告日期和结论，或核对公示。',
  en: 'There are notices and no report yet: add its day and conclusion, or check the notices.',
}
const NOTHING_TO_MEND: Words = {
  zh: '审计结论是没有问题，却填了整改验收日期。请再核对。',
  en: 'Nothing was to be mended, and yet it was accepted as mended: check once more.',
}
const NAMED: Words = {
  zh: '审计对象请只写职务（如书记兼主任、村“两委”班子），不写姓名。',
  en: 'Whose departure: name the office (such as 书记兼主任), never a person.',
}
const FEW_RETURNED: Words = {
  zh: '收回的不到发出的一半，请核对票数。',
  en: 'Fewer than half came back: check the figures.',
}
const SAME_DAY: Words = {
  zh: '同一天已有一条同类记录，内容不同。两条都会保留，以后写的为准；写错的请撤回。',
  en: 'There is another entry of this kind and day. Both stay and the later counts; take back what is wrong.',
}
