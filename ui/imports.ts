import { action, json, query } from '@solidjs/router'
import type { InferRequestType } from 'hono/client'
import { api, read } from './client.ts'
import { talentsOf } from './people.ts'
import { placesOf, talentOf, villageOf } from './queries.ts'
import type { ImportRowState } from './types.ts'

type Imports = typeof api.imports
export type Choices = InferRequestType<Imports[':id']['choices']['$put']>['json']
/** Which rows; nothing in it is all of them. */
export type RowFilter = { state?: ImportRowState; kind?: string }
/** Rows of a page. */
const ROWS = '100'

export const importsOf = query(() => read(api.imports.$get()), 'imports')

export const importOf = query(
  (id: string) => read(api.imports[':id'].$get({ param: { id } })),
  'import',
)

/** Rows of the file from a line on; pages are put together where they are shown, so nothing else keeps them. */
export const rowsOf = (id: string, filter: RowFilter, after: number | null) =>
  read(
    api.imports[':id'].rows.$get({
      param: { id },
      query: { ...filter, limit: ROWS, ...(after !== null && { after: String(after) }) },
    }),
  )

/** What the user says of columns, places and known people; all rows are checked again. */
export const choose = action(
  async (id: string, revision: number, choices: Choices) =>
    after(
      await read(
        api.imports[':id'].choices.$put(
          { param: { id }, json: choices },
          { headers: { 'if-match': `"${revision}"` } },
        ),
      ),
      id,
    ),
  'choose-import',
)

/** The row stands on the page already, so nothing is read again for it. */
export const mendRow = action(
  async (id: string, line: number, cells: Record<string, string>) =>
    json(
      await read(
        api.imports[':id'].rows[':line'].$put({
          param: { id, line: String(line) },
          json: { cells },
        }),
      ),
      nothingElse,
    ),
  'mend-row',
)

export const leaveRowOut = action(
  async (id: string, line: number, leftOut: boolean) =>
    json(
      await read(
        api.imports[':id'].rows[':line'].$put({
          param: { id, line: String(line) },
          json: { leftOut },
        }),
      ),
      nothingElse,
    ),
  'leave-row-out',
)

/** All faulty rows, or those of one kind of fault. */
export const leaveFaultyOut = action(
  async (id: string, kind: string | undefined) =>
    after(
      await read(
        api.imports[':id']['leaving-out'].$post({ param: { id }, json: { ...(kind && { kind }) } }),
      ),
      id,
    ),
  'leave-faulty-out',
)

/** Refused when somebody changed rows that this page does not show. */
export const writeImport = action(
  async (id: string, revision: number) =>
    after(
      await read(
        api.imports[':id'].writing.$post(
          { param: { id } },
          { headers: { 'if-match': `"${revision}"` } },
        ),
      ),
      id,
    ),
  'write-import',
)

export const cancelImport = action(
  async (id: string) =>
    after(await read(api.imports[':id'].cancellation.$post({ param: { id } })), id),
  'cancel-import',
)

export const undoImport = action(
  async (id: string) => after(await read(api.imports[':id'].undoing.$post({ param: { id } })), id),
  'undo-import',
)

/** What the server has finished changes the import, and once it wrote or took back also people and places. */
export const afterWork = (id: string) => [
  ...[importOf.keyFor(id), importsOf.key],
  ...[talentsOf.key, talentOf.key, placesOf.key, villageOf.key],
]

const after = <T>(answer: T, id: string) =>
  json(answer, { revalidate: [importOf.keyFor(id), importsOf.key] })

const nothingElse = { revalidate: [] }
