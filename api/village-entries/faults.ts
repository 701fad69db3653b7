import type { VillageEntryBodies, VillageEntryKind } from '../../matching/readiness/entries.ts'
import type { Words } from '../../matching/types.ts'
import { isDay } from '../days.ts'
import { isPersonal } from '../reasons.ts'
import type { EntryGiven } from '../shapes/village-entries.ts'
import { fieldWords } from './field-words.ts'

/** `field` is a path into the body (`notices.0.to`), or `on` and `source`. */
export type EntryFault = { field: string; words: Words }

/** What cannot be true of an entry, each with how to mend it. */
export function faultsOf(entry: EntryGiven, today: string): EntryFault[] {
  const ofDay = dayFaults(entry.kind, 'on', entry.on, today)
  const own = OWN[entry.kind](entry.body as never, { on: entry.on, today })
  return [...ofDay, ...own, ...personal(entry)]
}

type Around = { on: string; today: string }

const OWN: { [K in VillageEntryKind]: (body: VillageEntryBodies[K], at: Around) => EntryFault[] } =
  {
    statistics: statisticsFaults,
    election: (body) => [
      ...partFaults('election', body, 'cast', 'voters'),
      ...partFaults('election', body, 'valid', 'cast'),
    ],
    audit: auditFaults,
    overhaul: ({ acceptedOn, acceptedBy }, at) => [
      ...laterFaults('overhaul', 'acceptedOn', acceptedOn, at, at.on),
      ...(acceptedOn !== null && acceptedBy === ''
        ? [{ field: 'acceptedBy', words: BY_WHOM }]
        : []),
    ],
    survey: (body) => [
      ...partFaults('survey', body, 'returned', 'issued'),
      ...partFaults('survey', body, 'approving', 'returned'),
    ],
    leader: () => [],
    note: () => [],
  }

/** Parts of a whole that are counted apart. */
const PARTS = [
  ['away', 'population'],
  ['aged60', 'population'],
  ['minorities', 'population'],
  ['partyWomen', 'partyMembers'],
  ['partyAged35OrUnder', 'partyMembers'],
  ['partyAged60OrAbove', 'partyMembers'],
] as const

function statisticsFaults(body: VillageEntryBodies['statistics']): EntryFault[] {
  if (Object.values(body).every((value) => value === null))
    return [{ field: 'households', words: NOTHING }]
  const parts = PARTS.flatMap(([part, whole]) => partFaults('statistics', body, part, whole))
  const { partyMembers, partyAged35OrUnder: young, partyAged60OrAbove: old } = body
  const isOver =
    partyMembers !== null && young !== null && old !== null && young + old > partyMembers
  return isOver && parts.length === 0
    ? [{ field: 'partyAged35OrUnder', words: ages(young + old, partyMembers) }]
    : parts
}

function auditFaults(body: VillageEntryBodies['audit'], at: Around): EntryFault[] {
  const { finishedOn, conclusion, mendedOn, notices } = body
  const faults = laterFaults('audit', 'finishedOn', finishedOn, at, at.on)
  if (finishedOn === null && conclusion !== null)
    faults.push({ field: 'finishedOn', words: NO_REPORT })
  if (finishedOn !== null && conclusion === null)
    faults.push({ field: 'conclusion', words: NO_CONCLUSION })
  faults.push(...laterFaults('audit', 'mendedOn', mendedOn, at, finishedOn ?? at.on))
  return [
    ...faults,
    ...notices.flatMap(({ from, to }, n) => [
      ...dayFaults('audit', `notices.${n}.from`, from, at.today),
      ...endFaults(`notices.${n}.to`, from, to),
    ]),
  ]
}

/** A notice may end in the future. */
function endFaults(field: string, from: string, to: string): EntryFault[] {
  const name = fieldWords('audit', field)
  if (!isDay(to)) return [{ field, words: noDay(name) }]
  return to < from ? [{ field, words: before(name, to, from) }] : []
}

function partFaults<K extends VillageEntryKind>(
  kind: K,
  body: VillageEntryBodies[K],
  part: keyof VillageEntryBodies[K] & string,
  whole: keyof VillageEntryBodies[K] & string,
): EntryFault[] {
  const [less, more] = [body[part], body[whole]]
  if (typeof less !== 'number' || typeof more !== 'number' || less <= more) return []
  const [a, b] = [fieldWords(kind, part), fieldWords(kind, whole)]
  return [
    {
      field: part,
      words: {
        zh: `${a.zh}（${less}）不能多于${b.zh}（${more}）。请核对这两个数。`,
        en: `${a.en} (${less}) cannot be more than ${b.en} (${more}): check the two.`,
      },
    },
  ]
}

function laterFaults(
  kind: VillageEntryKind,
  field: string,
  day: string | null,
  { today }: Around,
  first: string,
): EntryFault[] {
  if (day === null) return []
  const faults = dayFaults(kind, field, day, today)
  if (faults.length > 0 || day >= first) return faults
  return [{ field, words: before(fieldWords(kind, field), day, first) }]
}

function dayFaults(
  kind: VillageEntryKind,
  field: string,
  day: string,
  today: string,
): EntryFault[] {
  const name = fieldWords(kind, field)
  if (!isDay(day)) return [{ field, words: noDay(name) }]
  return day > today ? [{ field, words: future(name, day, today) }] : []
}

/** Facts about places: no identity or telephone numbers in what people write. */
function personal({ source, body }: EntryGiven): EntryFault[] {
  const texts = Object.entries({ source, ...body })
  return texts.flatMap(([field, text]) =>
    typeof text === 'string' && isPersonal(text, '') ? [{ field, words: NUMBERS }] : [],
  )
}

const noDay = ({ zh, en }: Words): Words => ({
  zh: `${zh}应为真实日期，写作 2026-11-26。`,
  en: `${en} is a real day, written 2026-11-26.`,
})
const future = ({ zh, en }: Words, day: string, today: string): Words => ({
  zh: `${zh}（${day}）晚于今天（${today}）。这里只记已经发生的事，请核对年份。`,
  en: `${en} (${day}) is after today (${today}): only what has happened is entered. Check the year.`,
})
const before = ({ zh, en }: Words, day: string, first: string): Words => ({
  zh: `${zh}（${day}）早于 ${first}。请核对先后。`,
  en: `${en} (${day}) is before ${first}: check their order.`,
})
const ages = (sum: number, whole: number): Words => ({
  zh: `35岁以下和60岁以上党员合计 ${sum} 人，多于党员数（${whole}）。请核对。`,
  en: `Party members of 35 or under and of 60 or above are ${sum} together, more than all (${whole}): check them.`,
})
const NOTHING: Words = {
  zh: '请至少填写一个数；不知道的留空，不要填 0。',
  en: 'Give one figure at least; leave empty what is not known, and do not write 0.',
}
const BY_WHOM: Words = {
  zh: '已填验收日期，请填写由谁验收。',
  en: 'It was accepted: say by whom.',
}
const NO_REPORT: Words = {
  zh: '已有审计结论，请填写报告日期；审计还在进行的，结论留空。',
  en: 'There is a conclusion: give the day of the report, or leave the conclusion empty while the audit goes on.',
}
const NO_CONCLUSION: Words = {
  zh: '已有审计报告，请选择审计结论。',
  en: 'There is a report: choose its conclusion.',
}
const NUMBERS: Words = {
  zh: '这里只记村的情况，请不要填写身份证号或电话号码。',
  en: 'Only facts about the village are kept here: leave out identity and telephone numbers.',
}
