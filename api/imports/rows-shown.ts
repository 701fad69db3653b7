import { listKnownPeople } from '../../db/import-people.ts'
import { pageOfImportRows } from '../../db/import-rows.ts'
import type { Import } from '../../db/imports.ts'
import type { ImportRowState } from '../../db/schema/pool.ts'
import { namesOfTalents } from '../../db/talents.ts'
import type { Env } from '../context.ts'
import { mask } from '../private-values.ts'
import type { Fault, IncumbentValues } from '../roster/types.ts'
import { RowState } from '../shapes/import.ts'
import { differenceOf, type PersonChange } from './difference.ts'
import type { Job } from './job.ts'
import { ownOf } from './mending.ts'
import { type OpenRow, openRow } from './sealed.ts'
import { type Setup, setupOf } from './setup.ts'
import { textsOf, understoodOf } from './understanding.ts'

type Query = {
  state?: string | undefined
  kind?: string | undefined
  after?: number | undefined
  limit: number
}
type Own = Pick<Job, 'db' | 'scope' | 'countyCode' | 'keyring'>

/** A page of rows in the order of the file. */
export async function rowsShown(vars: Env['Variables'], row: Import, query: Query) {
  if (row.reading === null || row.state === 'done') return { rows: [], next: null }
  const own = ownOf(vars, row)
  const states = query.state?.split(',').flatMap((text) => RowState.safeParse(text).data ?? [])
  const { kind, after, limit } = query
  const filter = { states: states as ImportRowState[] | undefined, kind, after, limit: limit + 1 }
  const stored = await pageOfImportRows(own.db, own.scope, row.id, filter)
  const page = stored.slice(0, limit).map((it) => openRow(own.sealing, it))
  const setup = await setupOf(own)
  const rows = await Promise.all(page.map((it) => rowShown(own, setup, it)))
  return { rows, next: stored.length > limit ? (page.at(-1)?.line ?? null) : null }
}

export async function rowShown(own: Own, setup: Setup, row: OpenRow) {
  const { line, state, talentId, faults, mended } = row
  const names = await namesOfTalents(own.db, own.scope, talentId === null ? [] : [talentId])
  const name = names.get(talentId ?? '')
  return {
    ...{ line, state, faults },
    talent: talentId !== null && name !== undefined ? { id: talentId, name } : null,
    cells: masked(textsOf(setup, row), faults),
    mended: Object.keys(mended),
    changes: state === 'update' || state === 'merge' ? await changesOf(own, setup, row) : [],
  }
}

/** Numbers are masked but where they have to be mended. */
function masked(cells: Record<string, string>, faults: readonly Fault[]): Record<string, string> {
  const open = new Set(faults.flatMap(({ level, field }) => (level === 'error' ? field : [])))
  const shown = Object.entries(cells).map(([field, text]) => {
    const isHidden = isPrivate(field) && !open.has(field)
    return [field, isHidden ? (mask(text) ?? '') : text]
  })
  return Object.fromEntries(shown)
}

export const isPrivate = (field: string) => field === 'idNumber' || field === 'phone'

async function changesOf({ db, scope }: Own, setup: Setup, row: OpenRow) {
  if (setup.kind === 'villages' || row.talentId === null) return []
  const [person] = await listKnownPeople(db, scope, [row.talentId])
  const values = understoodOf(setup, row).values as IncumbentValues
  return person ? textChanges(differenceOf(values, person, setup.ways), setup) : []
}

/** Old and new values as people read them; of numbers only that they change. */
export function textChanges(change: PersonChange | null, { context }: Pick<Setup, 'context'>) {
  if (!change) return []
  const words = new Map(context.skills.map(({ id, zh }) => [id, zh]))
  const skill = (id: string) => words.get(id) ?? id.replace(/^word:/, '')
  const text = (value: string | number | null) => (value === null ? null : String(value))
  const list = (values: readonly string[]) => (values.length === 0 ? null : values.join('、'))
  const { facts, sources, tags, skills } = change
  return [
    ...Object.entries(facts).map(([field, { before, after }]) => ({
      ...{ field, before: text(before), after: text(after) },
    })),
    ...(sources
      ? [{ field: 'sources', before: list(sources.before), after: list(sources.after) }]
      : []),
    ...(tags ? [{ field: 'tags', before: list(tags.before), after: list(tags.after) }] : []),
    ...(skills
      ? [
          {
            field: 'skills',
            before: list(skills.before.map(({ skillId }) => skill(skillId))),
            after: list(skills.after.map(({ skillId }) => skill(skillId))),
          },
        ]
      : []),
    ...change.private.map(({ field, after }) => ({
      ...{ field: field === 'phone' ? 'phone' : 'idNumber', before: null, after: mask(after) },
    })),
  ]
}
