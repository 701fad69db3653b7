import { listAccounts } from '../../db/accounts.ts'
import type { Db } from '../../db/connect.ts'
import type { Import } from '../../db/imports.ts'
import type { Keyring } from '../../db/keyring.ts'
import type { Scope } from '../../db/scope.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { namesOfPlaces } from '../../db/villages.ts'
import { FIELDS } from '../roster/fields.ts'
import { openReading } from './sealed.ts'
import { type Choices, type Counts, NO_COUNTS, type StoredReading } from './types.ts'

type Reader = { db: Db; keyring: Keyring; countyCode: string; scope: Scope }
type Listed = Pick<Import, 'id' | 'kind' | 'state' | 'fileName' | 'townshipCode' | 'counts'> &
  Pick<Import, 'revision' | 'createdAt' | 'createdBy' | 'finishedAt'>

/** Imports without what was read of them. */
export async function listedOf(reader: Reader, rows: readonly Listed[]) {
  const { db, countyCode, scope } = reader
  const places = await namesOfPlaces(db, { countyCode })
  const accounts = await listAccounts(db, { countyCode })
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const left = rows.flatMap(({ counts }) => (counts as Counts | null)?.undone?.left ?? [])
  const people = await namesOfTalents(
    db,
    scope,
    left.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, state: row.state, fileName: row.fileName },
    township: placeOf(places, row.townshipCode),
    counts: countsShown(row.counts as Counts | null, people),
    revision: row.revision,
    createdAt: row.createdAt,
    createdBy: names.get(row.createdBy) ?? null,
    finishedAt: row.finishedAt,
  }))
}

/** An import as its page shows it. */
export async function recordOf(reader: Reader, row: Import) {
  const [listed] = await listedOf(reader, [row])
  const { keyring, countyCode } = reader
  const reading = openReading({ keyring, countyCode, importId: row.id }, row.reading)
  const choices = row.choices as Choices | null
  return {
    ...listed!,
    reading: reading && readingShown(reading),
    mapping: choices?.mapping ?? {},
    fields: FIELDS[row.kind].map(({ id, words, isRequired = false }) => ({
      ...{ id, words, isRequired },
    })),
    choices: {
      sheet: reading?.sheet ?? null,
      places: choices?.places ?? {},
      known: choices?.known ?? ('merge' as const),
    },
    questions: row.state === 'asking' && reading ? questionsOf(reading, choices) : [],
    progress: (row.counts as Counts | null)?.progress ?? null,
    problem: row.problem as { zh: string; en: string } | null,
  }
}

/** Columns and places that nobody has answered yet. */
export function questionsOf(reading: StoredReading, choices: Choices | null) {
  const columns = reading.questions
    .filter(({ at }) => (choices?.mapping[at] ?? null) === null)
    .map((it) => ({ about: 'column' as const, ...it }))
  const places = reading.places
    .filter(({ text }) => choices?.places[text] === undefined)
    .map(({ text, guesses }) => ({
      about: 'place' as const,
      text,
      guesses: guesses.map(({ code, name, township }) => ({ code, name, township })),
    }))
  return [...columns, ...places]
}

export function countsShown(counts: Counts | null, people: ReadonlyMap<string, string>) {
  if (counts === null) return null
  const { progress: _, poolRevision: __, undone, ...rest } = { ...NO_COUNTS, ...counts }
  const left = undone?.left.map((it) => ({ ...it, name: people.get(it.id) ?? '' })) ?? []
  return { ...rest, undone: undone && { ...undone, left } }
}

function readingShown(reading: StoredReading) {
  const {
    format,
    encoding = null,
    sheet,
    sheets,
    headerLine,
    columns,
    leftOut,
    rows,
    notes,
  } = reading
  return {
    ...{ format, encoding, sheet, sheets, headerLine, leftOut, rows, notes },
    columns: columns.map(({ at, header, samples }) => ({ at, header, samples })),
  }
}

function placeOf(names: ReadonlyMap<string, string>, code: string | null) {
  return code === null ? null : { code, name: names.get(code) ?? code }
}
