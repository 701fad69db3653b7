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

const Done = z.object({ count: Count, accounts: Count })
export const AuditSummary = z.object({
  verified: z
    .object({ at: z.string(), isWhole: z.boolean(), entries: Count.nullable() })
    .nullable()
    .meta({ description: 'The last verification by an account' }),
  entries: Count,
  from: z.string().meta({ description: 'Seven days ago; the counts begin there' }),
  exports: Done,
  reveals: Done.meta({ description: 'Identity and telephone numbers that were shown in full' }),
  denied: Done,
  refused: Done.meta({ description: 'Sign-ins; accounts: those that were signed in already' }),
  looks: z.object({
    count: Count.meta({ description: 'Portraits that were opened' }),
    unusual: Count,
    accounts: z.array(
      z.object({
        ...{ actor: z.string(), count: Count },
        usual: z.number().meta({ description: 'A week of the four weeks before' }),
        isUnusual: z.boolean(),
      }),
    ),
    rule: z.object({ least: Count, times: Count, weeks: Count }),
  }),
})
