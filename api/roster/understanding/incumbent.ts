import type { Row } from '../row.ts'
import type { IncumbentValues } from '../types.ts'
import { DAY_FAULTS, readDay } from '../values/dates.ts'
import { readPosts } from '../values/posts.ts'
import { readHome } from './home.ts'
import { kept, readPerson } from './person.ts'

/** A person in office: the village of the list is where the posts are; the home is another where a column says so. */
export function readIncumbent(row: Row): IncumbentValues {
  const person = readPerson(row)
  const villageCode = person.homeVillageCode
  const home = row.one('homeVillage') === null ? {} : readHome(row, 'homeVillage')
  return {
    ...person,
    ...kept('homeVillageCode', home.villageCode),
    ...kept('homeTownshipCode', home.townshipCode),
    ...kept('villageCode', villageCode),
    ...kept('posts', postsOf(row)),
    ...kept('tookOfficeOn', dayOf(row, 'tookOfficeOn')),
    ...kept('termStartedOn', dayOf(row, 'termStartedOn')),
    ...kept('termEndsOn', dayOf(row, 'termEndsOn', true)),
  }
}

function postsOf(row: Row): IncumbentValues['posts'] | null {
  const cells = row.all('posts')
  if (cells.length === 0) {
    row.missing('posts', 'posts.missing', {
      zh: '没有填写村内职务。请填写，如“书记”“主任”“委员”。',
      en: 'The posts held are missing. Fill them in, such as 书记, 主任, 委员.',
    })
    return null
  }
  const reads = cells.map((cell) => ({ cell, ...readPosts(cell.text) }))
  const posts = [...new Set(reads.flatMap((it) => it.posts))]
  for (const { cell, unknown } of reads)
    if (unknown.length > 0) other(row, cell, unknown, posts.length > 0)
  return posts.length === 0 ? null : posts
}

function other(row: Row, cell: ReturnType<Row['all']>[number], unknown: string[], isSome: boolean) {
  const said = unknown.join('、')
  row.wrong(
    cell,
    'posts.unknown',
    isSome
      ? `“${said}”不是两委或监委会职务，没有登记。`
      : `“${said}”不是两委或监委会职务。可填：书记、副书记、支部委员、主任、副主任、委员、监委会主任、监委会委员。`,
    isSome
      ? `“${said}” is no post of the committees and was left out.`
      : `“${said}” is no post of the committees. It may be 书记, 副书记, 支部委员, 主任, 副主任, 委员, 监委会主任 or 监委会委员.`,
    isSome ? 'notice' : 'error',
  )
}

/** A day in the past, or the end of a term, which lies ahead. */
export function dayOf(row: Row, field: string, mayBeAhead = false): string | null {
  const cell = row.one(field)
  if (cell === null) return null
  const read = readDay(cell.raw, cell.text)
  if ('fault' in read) {
    row.wrong(cell, `day.${read.fault}`, DAY_FAULTS[read.fault].zh, DAY_FAULTS[read.fault].en)
    return null
  }
  if (mayBeAhead || read.day <= row.context.today.slice(0, read.day.length)) return read.day
  row.wrong(
    cell,
    'day.future',
    '在今天之后。请核对年份。',
    'it lies in the future. Check the year.',
  )
  return null
}
