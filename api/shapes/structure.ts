import { z } from 'zod'
import { EDUCATIONS, POSTS, TEAM_GROUPS } from '../../matching/index.ts'
import { KEY_LINES } from '../structure/report.ts'
import { Count, Day, Kind, Place, WordsShape } from './words.ts'

const Figure = z
  .object({
    count: z.number(),
    of: Count,
    unknown: Count,
    value: z.number().nullable(),
    text: z.string().nullable(),
    arithmetic: WordsShape,
  })
  .nullable()
  .meta({ description: '`count` over `of`; `unknown` are in neither. Null: no team is known' })

const Line = z.object({
  group: z.enum(TEAM_GROUPS),
  id: z.string(),
  unit: z.enum(['years', 'share', 'count']),
  measured: z.enum(['people', 'villages', 'seats']),
  words: WordsShape,
  before: Figure,
  now: Figure,
  after: Figure,
  change: z
    .object({
      amount: z.number().meta({ description: 'Years, points of a hundred, people or villages' }),
      text: z.string(),
      sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
      isExact: z.boolean().meta({ description: 'The printed figures differ by just that' }),
      words: WordsShape,
    })
    .nullable(),
  wanted: z.enum(['up', 'down']).nullable(),
  bound: z.number().nullable(),
  isTowards: z.boolean().nullable(),
  sentence: WordsShape,
})

const KeyFigure = z.object({
  text: z.string().nullable(),
  unknown: Count,
})
const KeyLine = z.object({
  id: z.enum(KEY_LINES),
  before: KeyFigure.nullable(),
  after: KeyFigure.nullable(),
  change: z
    .object({ text: z.string(), sign: z.int(), isTowards: z.boolean().nullable() })
    .nullable(),
})

const Part = Place.extend({
  villages: Count,
  compared: Count,
  lines: z.array(KeyLine),
})

const Lack = z.object({
  township: Place,
  of: Count,
  villages: z.array(
    Place.extend({ lack: z.enum(['not-planned', 'none', 'open', 'partial', 'before']) }),
  ),
})

export const StructureReport = z.object({
  of: z.object({
    kind: z.enum(['current', 'plan', 'settled', 'slate']),
    id: z.string().nullable(),
    words: WordsShape,
  }),
  place: z.object({
    level: z.enum(['county', 'township', 'village']),
    code: z.string(),
    name: z.string(),
  }),
  referenceOn: Day,
  policyVersion: z.int(),
  labels: z.object({ before: WordsShape, now: WordsShape.nullable(), after: WordsShape }),
  villages: Count,
  compared: Count,
  missing: z.object({ before: Count, now: Count, after: Count }),
  lacks: z.array(Lack),
  groups: z.array(z.object({ id: z.enum(TEAM_GROUPS), words: WordsShape, lines: z.array(Line) })),
  kinds: z.array(z.object({ kind: Kind, villages: Count, lines: z.array(KeyLine) })),
  by: z.enum(['township', 'village']),
  parts: z.array(Part),
  choices: z.array(z.object({ of: z.string(), words: WordsShape, at: z.string().nullable() })),
})

export const StructurePeople = z.object({
  total: Count,
  next: Count.nullable(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      village: Place,
      posts: z.array(z.enum(POSTS)),
      age: Count.nullable(),
      education: z.enum(EDUCATIONS).nullable(),
      isOpen: z.boolean().meta({ description: 'Whether the portrait lies in the scope' }),
    }),
  ),
})
