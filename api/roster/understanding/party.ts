import type { PartyStatus } from '../../../matching/types.ts'
import type { Cell, Row } from '../row.ts'
import { isNothing } from '../text.ts'
import type { PersonValues } from '../types.ts'
import { DAY_FAULTS, readDay, yearsBetween } from '../values/dates.ts'
import { readPartyStatus, readYes } from '../values/fixed-words.ts'

type Party = Pick<PersonValues, 'partyStatus' | 'partyJoinedOn'>

export function readParty(
  row: Row,
  bornOn: string | undefined,
  remark: (text: string) => void,
): Party {
  const status = statusOf(row, remark)
  const joined = joinedOf(row, status, bornOn)
  return {
    ...(status === null ? {} : { partyStatus: status }),
    ...(joined === null ? {} : { partyJoinedOn: joined }),
  }
}

function statusOf(row: Row, remark: (text: string) => void): PartyStatus | null {
  const cell = row.one('partyStatus')
  if (cell === null || isNothing(cell.text)) return memberOf(row)
  const read = readPartyStatus(cell.text)
  if (read === null) {
    row.wrong(
      cell,
      'party.unknown',
      '不是可以识别的政治面貌。可填：中共党员、预备党员、入党积极分子、共青团员、群众。',
      'no political status that is known. Write 中共党员, 预备党员, 入党积极分子, 共青团员 or 群众.',
    )
    return null
  }
  if (read.party) remark(`${cell.header}：${read.party}`)
  return read.status
}

/** 是否党员: 是 is a member; 否 leaves open whether somebody is an activist or in the Youth League. */
function memberOf(row: Row): PartyStatus | null {
  const cell = row.one('isParty')
  if (cell === null) return null
  const yes = readYes(cell.text)
  if (yes === null)
    row.wrong(cell, 'party.unknown', '应填“是”或“否”。', 'write 是 (yes) or 否 (no).')
  if (yes === false)
    row.wrong(
      cell,
      'party.not-said',
      '只知不是党员，政治面貌登记为未知。',
      'no member of the Party, but no more is said: the political status is kept as not known.',
      'notice',
    )
  return yes ? 'full' : null
}

/** A day of joining that cannot be is a fault; one that no status goes with is said and left out. */
function joinedOf(row: Row, status: PartyStatus | null, bornOn: string | undefined): string | null {
  const cell = row.one('partyJoinedOn')
  if (cell === null || isNothing(cell.text)) return null
  const dated =
    cell.text.match(/\d{4}(?:[.\-/年]\d{1,2}(?:[.\-/月]\d{1,2})?|\d{2,4})/)?.[0] ?? cell.text
  const read = readDay(dated === cell.text ? cell.raw : dated, dated)
  if ('fault' in read) {
    row.wrong(
      cell,
      `party-joined.${read.fault}`,
      DAY_FAULTS[read.fault].zh,
      DAY_FAULTS[read.fault].en,
    )
    return null
  }
  if (status !== null && status !== 'full' && status !== 'probationary') {
    unlike(row, cell)
    return null
  }
  return isPossible(row, cell, read.day, bornOn) ? read.day : null
}

function isPossible(row: Row, cell: Cell, day: string, bornOn: string | undefined): boolean {
  if (day > row.context.today.slice(0, day.length)) {
    row.wrong(
      cell,
      'party-joined.future',
      '在今天之后。请核对年份。',
      'it lies in the future. Check the year.',
    )
    return false
  }
  const age = bornOn === undefined ? null : yearsBetween(bornOn.slice(0, 7), day.slice(0, 7))
  if (age === null || age >= 18) return true
  if (age < 15) {
    row.wrong(
      cell,
      'party-joined.too-early',
      `当时只有 ${age} 岁。请核对出生年月和入党时间。`,
      `the person was ${age} then. Check the birth and this date.`,
    )
    return false
  }
  row.wrong(
    cell,
    'party-joined.under-18',
    `当时 ${age} 岁，未满 18 岁。按填写登记，请核对。`,
    `the person was ${age} then, below 18. It was kept as written; please check.`,
    'notice',
  )
  return true
}

function unlike(row: Row, cell: Cell) {
  row.wrong(
    cell,
    'party-joined.no-member',
    '政治面貌不是党员，入党时间没有登记。请核对。',
    'the political status is not that of a member, so the date was left out. Please check.',
    'notice',
  )
}
