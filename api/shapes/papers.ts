import { z } from 'zod'
import { TABLE_IDS } from '../papers/tables/index.ts'
import { Count, WordsShape } from './words.ts'

export const PaperBegun = z.object({
  id: z.string(),
  total: Count.meta({ description: 'Steps until it is made' }),
})
export const PaperShape = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string().meta({ description: 'Of the file' }),
  state: z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']),
  done: Count,
  total: Count,
  askedAt: z.string(),
  purpose: z.string(),
  bytes: Count.meta({ description: 'Made so far' }),
  canTake: z.boolean().meta({ description: 'Its file can be taken, also while it is made' }),
  problem: WordsShape.nullable(),
})
export const PaperList = z.object({ papers: z.array(PaperShape) })
export const PaperTables = z.object({
  tables: z.array(
    z.object({
      ...{ id: z.enum(TABLE_IDS), name: WordsShape, filters: z.array(z.string()) },
      required: z
        .array(z.string())
        .meta({ description: 'Of the filters, those without which there is no such table' }),
    }),
  ),
})
