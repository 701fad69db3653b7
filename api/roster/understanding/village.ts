import { findVillages } from '../places.ts'
import type { Cell, Row } from '../row.ts'
import { isNothing, plain } from '../text.ts'
import type { SeatPost, VillageValues } from '../types.ts'
import { readYes } from '../values/fixed-words.ts'
import { numberOf } from '../values/numbers.ts'
import { split } from '../values/skills.ts'
import { readHome } from './home.ts'
import { dayOf } from './incumbent.ts'
import { kept, plainText } from './person.ts'

/** What a row says of a village. */
export function readVillage(row: Row): VillageValues {
  const which = whichVillage(row)
  return {
    ...which,
    ...kept('kind', kindOf(row)),
    ...kept('area', plainText(row, 'area')),
    ...kept('isKey', yesOf(row, 'isKey')),
    ...kept('households', countOf(row, 'households', 20_000)),
    ...kept('population', countOf(row, 'population', 100_000)),
    ...kept('partyMembers', countOf(row, 'partyMembers', 5_000)),
    ...kept('collectiveIncome', incomeOf(row)),
    ...kept('trades', tradesOf(row)),
    ...kept('terrain', terrainOf(row)),
    ...kept('hasMinorities', yesOf(row, 'hasMinorities')),
    ...kept('seats', seatsOf(row)),
    ...kept('termStartedOn', dayOf(row, 'termStartedOn')),
    ...kept('termEndsOn', dayOf(row, 'termEndsOn', true)),
    ...kept('turnout', turnoutOf(row)),
    ...kept('rounds', countOf(row, 'rounds', 9)),
  }
}

/** A village of the county by code, else by name; a code of a township of ours that nobody knows yet is a new village. */
function whichVillage(row: Row): Pick<VillageValues, 'code' | 'name'> {
  const [code, name] = [row.one('code'), row.one('name')]
  if (code === null && name === null) {
    row.missing('name', 'village.missing', {
      zh: '没有填写村（社区）名称。请填写名称或 12 位村代码。',
      en: 'The village is missing. Give its name or its 12-digit code.',
    })
    return {}
  }
  const old = formerOf(row, code ?? name!)
  if (old) return mergedAway(row, code ?? name!, old)
  if (code === null) return kept('code', readHome(row, 'name').villageCode)
  const typed = plain(code.text)
  const known = row.context.villages.find((it) => it.code === typed)
  if (known && isInScope(row, known.townshipCode)) {
    if (name && !findVillages(name.text, row.context).some((it) => it.code === typed))
      renamed(row, name, known.name)
    return { code: typed }
  }
  return newVillage(row, code, typed, name)
}

/** A village that became part of another: its facts are none of the other's. */
function formerOf({ context: { former = [], villages } }: Row, { text }: Cell) {
  const typed = plain(text)
  if (villages.some(({ code, name }) => code === typed || plain(name) === typed)) return undefined
  const old = former.find(({ code, name }) => code === typed || plain(name) === typed)
  return old && { ...old, name: villages.find(({ code }) => code === old.into)?.name ?? old.into }
}

function mergedAway(row: Row, cell: Cell, { name, into }: { name: string; into: string }) {
  row.wrong(
    cell,
    'village.merged',
    `该村（社区）已并入“${name}”（${into}）。合并后的数请填在“${name}”一行，此行请不导入。`,
    `it became part of “${name}” (${into}). Give the figures of both in its row, and leave this one out.`,
  )
  return {}
}

function newVillage(row: Row, code: Cell, typed: string, name: Cell | null) {
  const township = row.context.townships.find((it) => typed.startsWith(it.code.slice(0, 9)))
  const isNew = /^\d{12}$/.test(typed) && township && isInScope(row, township.code) && name
  if (isNew) return { code: typed, name: name.text }
  row.wrong(
    code,
    /^\d{12}$/.test(typed) ? 'village.unknown' : 'village.code',
    /^\d{12}$/.test(typed)
      ? '不属于可以导入的乡镇（街道），或缺少村名。请核对代码。'
      : '村代码应为 12 位数字（统计用区划代码）。请核对，单元格请设为文本。',
    /^\d{12}$/.test(typed)
      ? 'it belongs to no township that may be brought in, or the name is missing. Check the code.'
      : 'a village code has 12 digits (statistics bureau). Check it, and set the cell to text.',
  )
  return {}
}

const isInScope = ({ context }: Row, township: string) =>
  township === (context.townshipCode ?? township)

function renamed(row: Row, cell: Cell, known: string) {
  row.wrong(
    cell,
    'village.other-name',
    `代码对应的是“${known}”。名称以系统中的为准，请核对。`,
    `the code is that of “${known}”. The name in the program stays; please check.`,
    'notice',
  )
}

function kindOf(row: Row): VillageValues['kind'] | null {
  const cell = row.one('kind')
  if (cell === null || isNothing(cell.text)) return null
  const typed = plain(cell.text)
  if (/社区|居/.test(typed)) return 'community'
  if (/村/.test(typed)) return 'village'
  row.wrong(cell, 'kind.unknown', '应填“行政村”或“社区”。', 'write 行政村 or 社区.')
  return null
}

function yesOf(row: Row, field: string): boolean | null {
  const cell = row.one(field)
  if (cell === null || /^(不详|未知|[-/—]+)$/.test(plain(cell.text))) return null
  const yes = readYes(cell.text)
  if (yes === null) row.wrong(cell, 'yes.unknown', '应填“是”或“否”。', 'write 是 (yes) or 否 (no).')
  return yes
}

function countOf(row: Row, field: string, most: number): number | null {
  const cell = row.one(field)
  if (cell === null || isNothing(cell.text)) return null
  const count = numberOf(cell.text)
  if (count !== null && Number.isInteger(count) && count >= 0 && count <= most) return count
  row.wrong(
    cell,
    'count.unreadable',
    `应为 0 至 ${most} 的整数。请核对。`,
    `a whole number from 0 to ${most} is expected. Check it.`,
  )
  return null
}

/** In yuan; lists give it in 万元 as well, by header or in the cell. */
function incomeOf(row: Row): number | null {
  const [wan, yuan] = [row.one('collectiveIncomeWan'), row.one('collectiveIncome')]
  const cell = wan ?? yuan
  if (cell === null || isNothing(cell.text)) return null
  const amount = numberOf(cell.text.replace(/万?元$|万$/, ''))
  const isWan = /万/.test(cell.text) || (wan !== null && !/元$/.test(cell.text))
  if (amount === null || Math.abs(amount) > 1e9) {
    row.wrong(cell, 'income.unreadable', '不是金额。请填写数字。', 'no amount. Write a figure.')
    return null
  }
  return Math.round(amount * (isWan ? 10_000 : 1))
}

function tradesOf(row: Row): string[] | null {
  const trades = [...new Set(row.all('trades').flatMap(({ text }) => split(text)))]
  return trades.length === 0 ? null : trades
}

function terrainOf(row: Row): VillageValues['terrain'] | null {
  const cell = row.one('terrain')
  if (cell === null || isNothing(cell.text)) return null
  const typed = plain(cell.text)
  if (/平原|平地|plain/.test(typed)) return 'plain'
  if (/丘陵|hill/.test(typed)) return 'hill'
  if (/山|mountain/.test(typed)) return 'mountain'
  row.wrong(
    cell,
    'terrain.unknown',
    '应填“平原”“丘陵”或“山区”。',
    'write 平原 (plain), 丘陵 (hill) or 山区 (mountain).',
  )
  return null
}

function turnoutOf(row: Row): number | null {
  const cell = row.one('turnout')
  if (cell === null || isNothing(cell.text)) return null
  const number = numberOf(cell.text.replace(/[%％]$/, ''))
  const isShare = number !== null && number <= 1 && !/[%％]/.test(cell.text)
  const share = number === null ? null : isShare ? number : number / 100
  if (share !== null && share >= 0 && share <= 1) return Math.round(share * 1e6) / 1e6
  row.wrong(
    cell,
    'turnout.unreadable',
    '应为 0 至 100 的百分数，如“92.5%”。',
    'a share from 0 to 100 % is expected, such as 92.5%.',
  )
  return null
}

/** Seats of each post; of a committee as a whole the first is its head's. */
function seatsOf(row: Row): VillageValues['seats'] | null {
  const seats: Partial<Record<SeatPost, number>> = {}
  for (const [whole, head, member] of COMMITTEES) {
    const [all, first, others] = [whole, head, member].map((it) => countOf(row, `seats.${it}`, 15))
    const heads = first ?? (all === null ? null : Math.min(1, all!))
    if (heads !== null && heads !== undefined) seats[head] = heads
    const rest = others ?? (all == null || heads == null ? null : Math.max(0, all - heads))
    if (rest !== null && rest !== undefined) seats[member] = rest
    const cell = row.one(`seats.${whole}`)
    if (cell && all != null && others != null && heads != null && heads + others !== all)
      row.wrong(
        cell,
        'seats.sum',
        `与分职务职数之和（${heads + others}）不一致。请核对。`,
        `the posts add up to ${heads + others}. Check them.`,
      )
  }
  return Object.keys(seats).length === 0 ? null : seats
}

const COMMITTEES = [
  ['party', 'secretary', 'party-member'],
  ['committee', 'chair', 'committee-member'],
  ['supervision', 'supervision-head', 'supervision-member'],
] as const
