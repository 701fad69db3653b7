import type { Context } from 'hono'
import type { z } from 'zod'
import { type Import, updateImport } from '../../db/imports.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile } from '../if-match.ts'
import type { ProblemError } from '../problem.ts'
import { FIELDS } from '../roster/fields.ts'
import type { Mapping } from '../roster/types.ts'
import type { ChoicesRequest } from '../shapes/import.ts'
import { invalid } from '../validate.ts'
import { fileGone, notNow } from './refusals.ts'
import { openReading } from './sealed.ts'
import { questionsOf } from './shown.ts'
import { type Choices, NO_COUNTS, type StoredReading } from './types.ts'

type Asked = z.infer<typeof ChoicesRequest>

/** Takes answers down and checks all rows again, once nothing is to be asked any more. */
export async function choose(c: Context<Env>, row: Import, asked: Asked) {
  if (row.state !== 'asking' && row.state !== 'checked') throw notNow(row.state)
  const { keyring, countyCode, importRuns } = c.var
  const reading = openReading({ keyring, countyCode, importId: row.id }, row.reading)!
  const isOtherSheet = asked.sheet !== undefined && asked.sheet !== reading.sheet
  if (isOtherSheet && !importRuns.hasFile(row.id)) throw fileGone()
  const choices = choicesAfter(row, reading, asked)
  const isOpen = questionsOf(reading, choices).length > 0
  const state = isOtherSheet ? 'reading' : isOpen ? 'asking' : 'checking'
  await changing(c, async (transaction, tell) => {
    const from = { from: ['asking', 'checked'] as const, revision: row.revision }
    const change = { state, choices, counts: { ...NO_COUNTS }, problem: null } as const
    if (!(await updateImport(transaction, c.var.scope, row.id, from, change)))
      throw changedMeanwhile()
    tell({ action: 'import.chosen', subjects: [row.id], detail: { chosen: Object.keys(asked) } })
  })
  if (isOtherSheet) importRuns.readSheet(row.id, asked.sheet!)
  else if (!isOpen) importRuns.check(row.id)
  return { id: row.id, revision: row.revision + 1 }
}

function choicesAfter({ kind, choices }: Import, reading: StoredReading, asked: Asked): Choices {
  const before = choices as Choices
  const errors = [...mappingErrors(kind, reading, asked), ...placeErrors(reading, asked)]
  if (errors.length > 0) throw invalid(errors)
  const mapping: Mapping = { ...before.mapping }
  for (const [at, field] of Object.entries(asked.mapping ?? {})) mapping[Number(at)] = field
  return {
    mapping,
    places: { ...before.places, ...asked.places },
    known: asked.known ?? before.known,
  }
}

function mappingErrors(kind: Import['kind'], reading: StoredReading, { mapping = {} }: Asked) {
  const fields = new Map(FIELDS[kind].map((it) => [it.id, it]))
  const columns = new Set(reading.columns.map(({ at }) => String(at)))
  return Object.entries(mapping).flatMap(([at, field]): ProblemError[] => {
    const isKnown = field === null || field === 'ignored' || fields.has(field)
    if (isKnown && columns.has(at)) return []
    return [{ pointer: `#/mapping/${at}`, detail: NO_SUCH_FIELD }]
  })
}

function placeErrors(reading: StoredReading, { places = {} }: Asked): ProblemError[] {
  return Object.entries(places).flatMap(([text, code]) => {
    const question = reading.places.find((it) => it.text === text)
    // None of them: its rows stay faulty until somebody mends them or leaves them out.
    const isOffered = question && (code === '' || question.guesses.some((it) => it.code === code))
    return isOffered ? [] : [{ pointer: `#/places/${text}`, detail: NO_SUCH_PLACE }]
  })
}

const NO_SUCH_FIELD = {
  zh: '没有这一列，或没有这个字段。请从列出的选项中选择。',
  en: 'There is no such column, or no such field: choose from those that are listed.',
}
const NO_SUCH_PLACE = {
  zh: '请从该地名下列出的村（社区）中选择。',
  en: 'Choose one of the villages that are offered for this name.',
}
