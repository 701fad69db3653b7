import { z } from 'zod'
import { KNOWN } from '../imports/types.ts'
import { Count, Place, WordsShape } from './words.ts'

export const ImportKind = z.enum(['people', 'villages', 'incumbents'])
export const ImportState = z
  .enum([
    'reading',
    'asking',
    'checking',
    'checked',
    'writing',
    'done',
    'undoing',
    'undone',
    'cancelled',
    'failed',
  ])
  .meta({ id: 'ImportState' })
export const RowState = z.enum(['new', 'update', 'merge', 'same', 'skip', 'faulty', 'left-out'])
export const FileFormat = z.enum(['xlsx', 'csv'])
const Level = z.enum(['error', 'notice'])
const Progress = z.object({ done: Count, of: Count })
const Mapping = z
  .record(z.string(), z.string().nullable())
  .meta({ description: 'Column, from 0, → field; `ignored`; null is to be asked' })

export const ImportCounts = z
  .object({
    new: Count,
    update: Count,
    merge: Count,
    same: Count,
    skip: Count,
    faulty: Count,
    leftOut: Count,
    notices: Count,
    kinds: z.array(z.object({ kind: z.string(), level: Level, rows: Count })),
    undone: z
      .object({
        removed: Count,
        restored: Count,
        left: z.array(
          z.object({ id: z.string(), name: z.string(), why: z.enum(['changed', 'used']) }),
        ),
      })
      .nullable()
      .meta({ description: 'After an undo; who was changed or used since is left' }),
  })
  .meta({ id: 'ImportCounts' })

const ColumnShape = z.object({ at: Count, header: z.string(), samples: z.array(z.string()) })
const ReadingShape = z.object({
  format: FileFormat,
  encoding: z.enum(['utf-8', 'gb18030']).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerLine: Count,
  columns: z.array(ColumnShape),
  leftOut: z.array(
    z.object({
      line: Count,
      why: z.enum(['footer', 'blank', 'title', 'watermark']),
      text: z.string(),
    }),
  ),
  rows: Count,
  notes: z.array(WordsShape),
})

export const QuestionShape = z.union([
  ColumnShape.extend({
    about: z.literal('column'),
    guesses: z.array(z.string()).meta({ description: 'Fields it may be, likeliest first' }),
  }),
  z.object({
    about: z.literal('place'),
    text: z.string(),
    guesses: z.array(Place.extend({ township: z.string() })),
  }),
])

const Listed = z.object({
  id: z.string(),
  kind: ImportKind,
  state: ImportState,
  fileName: z.string(),
  township: Place.nullable().meta({ description: 'Whose import it is; null is the county’s' }),
  counts: ImportCounts.nullable(),
  revision: z.int(),
  createdAt: z.string(),
  createdBy: z.string().nullable().meta({ description: 'Name of the account' }),
  finishedAt: z.string().nullable(),
})
export const ImportList = z.object({ imports: z.array(Listed) })

export const ImportRecord = Listed.extend({
  reading: ReadingShape.nullable(),
  mapping: Mapping,
  fields: z.array(z.object({ id: z.string(), words: WordsShape, isRequired: z.boolean() })),
  choices: z.object({
    sheet: z.string().nullable(),
    places: z.record(z.string(), z.string()),
    known: z.enum(KNOWN),
  }),
  questions: z.array(QuestionShape),
  progress: Progress.nullable(),
  problem: WordsShape.nullable(),
})

export const ChoicesRequest = z.object({
  sheet: z.string().max(200).optional(),
  mapping: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(60).nullable()).optional(),
  places: z
    .record(z.string().max(200), z.string().max(20))
    .optional()
    .meta({ description: 'Text of a place → code of the village; empty is none of those offered' }),
  known: z.enum(KNOWN).optional(),
})

export const FaultShape = z.object({
  at: Count.nullable(),
  field: z.string().nullable(),
  kind: z.string(),
  level: Level,
  words: WordsShape,
})
export const ImportRowShape = z.object({
  line: Count,
  state: RowState,
  talent: z.object({ id: z.string(), name: z.string() }).nullable(),
  cells: z
    .record(z.string(), z.string())
    .meta({ description: 'By field, as they came or were mended' }),
  mended: z.array(z.string()).meta({ description: 'Fields that somebody mended' }),
  changes: z
    .array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    )
    .meta({ description: 'What would change of somebody who is known; empty for others' }),
  faults: z.array(FaultShape),
})
export const ImportRows = z.object({ rows: z.array(ImportRowShape), next: Count.nullable() })
export const RowChange = z.union([
  z.object({ cells: z.record(z.string().max(60), z.string().max(5000)) }),
  z.object({ leftOut: z.boolean() }),
])
export const RowAnswer = z.object({ row: ImportRowShape, counts: ImportCounts, revision: z.int() })
export const LeftOutAnswer = z.object({ rows: Count, counts: ImportCounts, revision: z.int() })

export const Begun = z.object({ id: z.string(), revision: z.int() })
export const ImportEvents = z
  .string()
  .meta({ description: 'event: progress {state, done, of} … event: end {state}' })
