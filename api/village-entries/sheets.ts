import { Hono } from 'hono'
import { z } from 'zod'
import { may } from '../access.ts'
import { attachment } from '../attachment.ts'
import { record } from '../auditing.ts'
import { readSheetBody } from '../body-limits.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { emptyFile } from '../imports/refusals.ts'
import type { Places } from '../roster/places.ts'
import {
  EntryKind,
  EntrySheetMended,
  EntrySheetPreview,
  EntrySheetRows,
} from '../shapes/village-entries.ts'
import { noTownship } from '../townships.ts'
import { Code, valid } from '../validate.ts'
import { KIND_WORDS } from './field-words.ts'
import { requireKind } from './reach.ts'
import { judgeRows } from './sheet/judging.ts'
import { placesOf } from './sheet/places.ts'
import { previewOf } from './sheet/reading.ts'
import { entrySheet } from './sheet/template.ts'

const FILE = { schema: z.string(), media: 'application/octet-stream' }
const Asked = z.object({ kind: EntryKind, township: Code.optional() })
const Named = z.object({ kind: EntryKind, name: z.string().trim().min(1).max(200) })

/** Facts about the villages of a township as a spreadsheet: out with the villages, in again after a look. */
export const villageSheets = new Hono<Env>()
  .get(
    '/sheet',
    describe('A sheet of one kind with its villages filled in, as a workbook', FILE, 403, 404),
    may('village-record.write'),
    valid('query', Asked),
    async (c) => {
      const { kind, township } = c.req.valid('query')
      requireKind(c, kind)
      const places = narrowed(await placesOf(c), township)
      const bytes = await entrySheet(kind, places)
      const where = places.townships.length === 1 ? `-${places.townships[0]!.name}` : ''
      return attachment(c, bytes, {
        name: `${KIND_WORDS[kind].zh}登记表${where}.xlsx`,
        format: 'xlsx',
      })
    },
  )
  .post(
    '/sheet',
    describe(
      'Takes the bytes of a spreadsheet and says what it would write; writes nothing',
      { schema: EntrySheetPreview },
      ...([403, 413, 422] as const),
    ),
    may('village-record.write'),
    valid('query', Named),
    async (c) => {
      const { kind, name: fileName } = c.req.valid('query')
      requireKind(c, kind)
      const bytes = await readSheetBody(c)
      if (bytes.length === 0) throw emptyFile()
      const preview = await previewOf(c, { bytes, fileName, kind })
      const detail = { kind, rows: preview.rows.length }
      await record(c, { action: 'village-entry.sheet-read', detail })
      return c.json(preview)
    },
  )
  .post(
    '/sheet/rows',
    describe(
      'Looks at rows once more after some were mended',
      { schema: EntrySheetRows },
      403,
      422,
    ),
    may('village-record.write'),
    valid('json', EntrySheetMended),
    async (c) => {
      const { kind, rows } = c.req.valid('json')
      requireKind(c, kind)
      return c.json(await judgeRows(c, kind, rows))
    },
  )

function narrowed(places: Places, township: string | undefined): Places {
  if (township === undefined) return places
  const townships = places.townships.filter(({ code }) => code === township)
  if (townships.length === 0) throw noTownship(township)
  return { townships, villages: places.villages.filter((it) => it.townshipCode === township) }
}
