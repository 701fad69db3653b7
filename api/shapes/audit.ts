import { z } from 'zod'
import { Count } from './words.ts'

const Facts = z.record(z.string(), z.unknown())
export const AuditEntryShape = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string().meta({ description: 'Account, or system, terminal, nobody' }),
  role: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(['done', 'denied', 'failed']),
  subjects: z.array(z.string()).meta({ description: 'The first 20 ids' }),
  subjectCount: Count,
  scope: Facts,
  reason: z.string().nullable(),
  policyVersion: z.int().nullable(),
  ruleBook: z.string().nullable(),
  requestId: z.string().nullable(),
  detail: Facts,
})
export const AuditPage = z.object({
  entries: z.array(AuditEntryShape),
  next: z.int().nullable().meta({ description: '`before` of the next page' }),
  actors: z.array(
    z.object({ id: z.string(), username: z.string(), name: z.string(), role: z.string() }),
  ),
})
export const Verification = z.object({
  entries: Count.meta({ description: 'Entries that stand' }),
  last: Count.meta({ description: 'Where the database says that the chain ends' }),
  keptHeads: Count.meta({ description: 'Heads kept outside the database that were compared' }),
  fault: z
    .object({
      sequence: z.int(),
      why: z.enum(['missing', 'altered', 'subjects', 'head', 'kept-head', 'key']),
    })
    .nullable(),
})
