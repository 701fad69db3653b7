import type { Words } from '../../../matching/types.ts'
import { plain } from '../../roster/text.ts'
import type { SheetRow } from '../../shapes/courses.ts'
import type { ReadRow } from './rows.ts'

/** Somebody whom a row may mean. */
export type Person = { id: string; name: string; village: string; township: string }
export type Participant = Person & {
  attendance: Record<string, string>
  result: string | null
  certificate: string | null
}
type Given = {
  participants: readonly Participant[]
  /** People of the office's scope by these names; null for a trainer, to whom nobody else is shown. */
  pool: readonly Person[] | null
}

/** Whom each row means: participants first, then people whom the office can add; never a guess among several. */
export function matchRows(rows: readonly ReadRow[], given: Given): SheetRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const matched = matchRow(row, given)
    const id = matched.person?.id
    const before = id === undefined ? undefined : seen.get(id)
    if (before !== undefined) matched.faults.push(twice(before))
    else if (id !== undefined) seen.set(id, row.line)
    return matched.faults.length > 0 ? { ...matched, state: 'faulty' as const } : matched
  })
}

function matchRow(read: ReadRow, { participants, pool }: Given): SheetRow {
  const { id: _, township: __, ...row } = { ...read, faults: [...read.faults] }
  const blank = { person: null, choices: [], changes: 0 }
  if (read.name === '' && read.id === '') return { ...row, ...blank, state: 'faulty' }
  const here = narrowed(participants, read)
  if (here.length === 1) {
    const person = here[0]!
    if (read.name !== '' && person.name !== read.name) row.faults.push(otherName(person.name))
    return {
      ...row,
      ...blank,
      state: 'matched',
      person: called(person),
      changes: changesOf(read, person),
    }
  }
  if (here.length > 1) return { ...row, ...blank, state: 'ambiguous', choices: here.map(onList) }
  const onListIds = new Set(participants.map(({ id }) => id))
  const others =
    pool &&
    narrowed(
      pool.filter(({ id }) => !onListIds.has(id)),
      read,
    )
  if (others === null) return { ...row, ...blank, state: 'not-on-list' }
  if (others.length === 1) {
    const changes = valuesIn(read)
    return { ...row, ...blank, state: 'to-add', person: called(others[0]!), changes }
  }
  const choices = others.map((person) => ({ ...called(person), isOnList: false }))
  return { ...row, ...blank, choices, state: choices.length > 0 ? 'ambiguous' : 'unknown' }
}

/** By the id where one is given; else by the name, then by the places that the row names. */
function narrowed<P extends Person>(people: readonly P[], row: ReadRow): P[] {
  if (row.id !== '') {
    const found = people.filter(({ id }) => id === row.id)
    if (found.length > 0 || row.name === '') return found
  }
  const named = people.filter(({ name }) => name === row.name)
  if (named.length <= 1 && row.village === '') return named
  const at = named.filter((person) => isAt(person, row))
  // One of that name alone, whose village the list writes otherwise, is still that person: shown beside the row.
  return at.length > 0 ? at : named
}

function isAt({ village, township }: Person, row: ReadRow): boolean {
  const isVillage = row.village === '' || isSamePlace(village, row.village)
  return isVillage && (row.township === '' || isSamePlace(township, row.township))
}

function isSamePlace(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => plain(text).replace(ENDINGS, ''))
  return a === b || a!.endsWith(b!) || b!.endsWith(a!)
}
const ENDINGS =
  /(村民委员会|村委会|居民委员会|居委会|社区居委会|行政村|社区|村|街道办事处|街道|镇|乡)$/

function changesOf(row: ReadRow, person: Participant): number {
  const parts = Object.entries(row.attendance).filter(([id, it]) => person.attendance[id] !== it)
  const isResult = row.result !== null && row.result !== person.result
  const isCertificate = row.certificate !== null && row.certificate !== person.certificate
  return parts.length + Number(isResult) + Number(isCertificate)
}

/** Being added is a change of its own. */
const valuesIn = (row: ReadRow) =>
  1 +
  Object.keys(row.attendance).length +
  Number(row.result !== null) +
  Number(row.certificate !== null)

const called = ({ id, name, village }: Person) => ({ id, name, village })
const onList = (person: Person) => ({ ...called(person), isOnList: true })

const twice = (line: number): Words => ({
  zh: `与第 ${line} 行是同一个人。请只保留一行。`,
  en: `The same person as in row ${line}: keep one of them.`,
})
const otherName = (name: string): Words => ({
  zh: `系统编号对应的学员是 ${name}，与所填姓名不同。请核对姓名，或清空系统编号。`,
  en: `The record id is that of ${name}, not of the name in the row: check the name, or empty the id.`,
})
