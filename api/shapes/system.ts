import { z } from 'zod'
import { DICTIONARIES } from '../../db/dictionaries.ts'
import { RoleShape } from './account.ts'
import { Count, Place, WordsShape } from './words.ts'

const Moment = z.string().meta({ description: 'ISO 8601' })
const AtWork = z.object({ waiting: Count, running: Count })

/** What an administrator is asked to look at. */
export const SYSTEM_NEEDS = [
  ...(['backup-none', 'backup-late', 'backup-unfinished', 'backup-unscheduled'] as const),
  ...(['backup-unreadable', 'disk-unreadable', 'disk-full', 'disk-low'] as const),
  ...(['audit-broken', 'audit-unverified', 'heads-behind'] as const),
  ...(['factor-missing', 'locked', 'pending', 'free-skills'] as const),
] as const
const Need = z.object({
  kind: z.enum(SYSTEM_NEEDS),
  isUrgent: z.boolean(),
  words: WordsShape,
})
export type SystemNeed = z.infer<typeof Need>

const Accounts = z.object({
  ...{ active: Count, closed: Count },
  pending: Count.meta({ description: 'Wait for a county officer' }),
  locked: Count.meta({ description: 'After failed sign-ins' }),
  mustChange: Count.meta({ description: 'Did not change the one-time password yet' }),
  noFactor: Count.meta({ description: 'Of a role that must use a second factor, without one' }),
  never: Count.meta({ description: 'In use, and never signed in' }),
})
export type SystemAccounts = z.infer<typeof Accounts>

const Backups = z.object({
  folder: z.string(),
  isReadable: z.boolean().meta({ description: 'False: the folder is there and cannot be read' }),
  copies: Count.meta({ description: 'Whole ones of this county in the folder' }),
  keep: Count.meta({ description: 'Scheduled copies that are kept' }),
  last: z
    .object({
      ...{ at: Moment, bytes: Count, program: z.string(), isEncrypted: z.boolean() },
      attachments: Count.nullable().meta({ description: 'Papers with it; null: of before papers' }),
    })
    .nullable(),
  unfinishedAt: Moment.nullable().meta({
    description: 'A later one was begun then and left no whole copy in the folder',
  }),
  next: Moment.nullable().meta({ description: 'Null: none is scheduled' }),
})
export type SystemBackups = z.infer<typeof Backups>

const Room = z.object({ folder: z.string(), free: Count, total: Count })
const Disk = z.object({
  data: Room.nullable().meta({ description: 'Null: the disk cannot be read' }),
  backups: Room.nullable().meta({
    description: 'Null: the folder of the backups is not there yet',
  }),
})
export type SystemDisk = z.infer<typeof Disk>

const AuditFacts = z.object({
  ...{ entries: Count, lastAt: Moment.nullable() },
  headsKeptAt: Moment.nullable().meta({ description: 'Outside the database; null: not kept' }),
  isHeadBehind: z.boolean().meta({ description: 'Entries of more than ten minutes ago are not' }),
  verified: z.object({ at: Moment, isWhole: z.boolean(), entries: Count.nullable() }).nullable(),
})
export type SystemAudit = z.infer<typeof AuditFacts>

export const SystemShape = z.object({
  needs: z.array(Need),
  program: z.object({
    ...{ version: z.string(), node: z.string(), startedAt: Moment, isSecure: z.boolean() },
  }),
  schema: z.object({ applied: Count, known: Count, last: z.string().nullable() }),
  database: z.object({
    ...{ engine: z.enum(['sqlite', 'postgresql']), version: z.string(), bytes: Count },
    isEncrypted: z.boolean().nullable(),
    keyVersion: Count,
  }),
  disk: Disk.nullable().meta({ description: 'Null: what the operator set is not known' }),
  backups: Backups.nullable(),
  accounts: Accounts,
  audit: AuditFacts,
  places: z.object({
    ...{ county: Place, isDemonstration: z.boolean(), townships: Count, villages: Count },
    ...{ enteredAt: Moment.nullable(), importedAt: Moment.nullable() },
  }),
  dictionaries: z.object({
    lists: z.array(z.object({ id: z.enum(DICTIONARIES), entries: Count, retired: Count })),
    freeSkills: Count.meta({ description: 'Typed into records, not looked at yet' }),
    changedAt: Moment.nullable(),
  }),
  settings: z.object({
    ...{ version: Count, changedAt: Moment.nullable() },
    ...{ secondFactorFor: z.array(RoleShape), hasCalendarFile: z.boolean() },
  }),
  work: z.object({
    plans: AtWork,
    papers: AtWork,
    imports: z.object({
      running: Count,
      waiting: Count.meta({ description: 'Wait for whoever began them' }),
    }),
    standings: z.object({ done: Count, total: Count }),
  }),
})
export type SystemState = z.infer<typeof SystemShape>
