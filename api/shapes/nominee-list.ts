import { z } from 'zod'
import { NOMINEE_TABS } from '../../db/nominee-lists.ts'
import { POSTS } from '../../matching/index.ts'
import { Code } from '../validate.ts'
import { NomineeOutcome, NomineeState, Target, WaitsFor } from './nominees.ts'
import { Count, WordsShape } from './words.ts'

export const NomineesAsked = z.object({
  round: z.string().max(64).optional(),
  tab: z.enum(NOMINEE_TABS).default('open'),
  stage: z.string().max(64).optional(),
  township: Code.optional(),
  village: Code.optional(),
  post: z.enum(POSTS).optional(),
  q: z.string().trim().max(40).optional(),
  page: z.coerce.number().int().min(1).max(2000).default(1),
})

const Row = z.object({
  id: z.string(),
  revision: z.int(),
  round: z.string(),
  talent: z.object({ id: z.string(), name: z.string() }),
  target: Target,
  state: NomineeState,
  outcome: NomineeOutcome.nullable(),
  stage: z.string(),
  stageWords: WordsShape.nullable().meta({ description: 'Null behind the last stage' }),
  stageSince: z.string(),
  dueOn: z.string().nullable(),
  lateDays: Count,
  waitsFor: WaitsFor,
  signatures: z
    .object({ signed: Count, needed: Count })
    .nullable()
    .meta({ description: 'Where named positions sign at the stage' }),
  asked: Count,
  passed: Count,
  objections: Count,
  validUntil: z.string().nullable().meta({ description: 'The first day on which an answer ends' }),
  createdAt: z.string(),
})

export const NomineeList = z.object({
  nominees: z.array(Row),
  total: Count.meta({ description: 'Of the tab with these filters' }),
  page: z.int(),
  pageSize: z.int(),
  counts: z
    .record(z.enum(NOMINEE_TABS), Count)
    .meta({ description: 'Of each tab with these filters' }),
})
