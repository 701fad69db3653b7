import { z } from 'zod'
import {
  type Audit,
  ELECTION_METHODS,
  type Election,
  type Leader,
  type Note,
  type Overhaul,
  type Statistics,
  type Survey,
  VILLAGE_ENTRY_KINDS,
  type VillageEntryBodies,
} from '../../matching/readiness/entries.ts'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { WordsShape } from './words.ts'

export const EntryKind = z.enum(VILLAGE_ENTRY_KINDS)
export const COMMITTEES = ['party', 'committee', 'supervision'] as const
export const CONCLUSIONS = ['clear', 'to-mend', 'handed-over'] as const
export const SURVEYED = ['team', 'candidates'] as const

/** The largest village of China has some hundred thousand people. */
const People = z.int().min(0).max(500_000)
const Known = People.nullable().default(null)
/** In yuan; a village may have lost money. */
const Money = z.number().min(-1e9).max(1e11).nullable().default(null)
const Day = z.string().max(10).meta({ description: 'YYYY-MM-DD' })
const LaterDay = Day.nullable().default(null)
const Line = z.string().trim().max(100).default('')
const Said = z.string().trim().min(1).max(100)
const Text = z.string().trim().max(2_000).default('')

const StatisticsShape = z.object({
  ...{ households: Known, population: Known, residents: Known, away: Known, aged60: Known },
  ...{ voters: Known, minorities: Known, partyMembers: Known, partyWomen: Known },
  ...{ partyAged35OrUnder: Known, partyAged60OrAbove: Known, collectiveIncome: Money },
}) satisfies z.ZodType<Statistics>

const ElectionShape = z.object({
  committee: z.enum(COMMITTEES),
  method: z.enum(ELECTION_METHODS),
  ...{ voters: Known, cast: Known, valid: Known },
  rounds: z.int().min(1).max(9).nullable().default(null),
  isValid: z.boolean(),
}) satisfies z.ZodType<Election>

const AuditShape = z.object({
  office: Said.meta({ description: 'Whose departure, by office; never a name' }),
  auditor: Line,
  finishedOn: LaterDay,
  conclusion: z.enum(CONCLUSIONS).nullable().default(null),
  mendedOn: LaterDay,
  notices: z
    .array(z.object({ from: Day, to: Day }))
    .max(6)
    .default([]),
}) satisfies z.ZodType<Audit>

const OverhaulShape = z.object({
  ...{ cause: Said, measures: Text, acceptedOn: LaterDay, acceptedBy: Line },
}) satisfies z.ZodType<Overhaul>

const SurveyShape = z.object({
  ...{ about: z.enum(SURVEYED), households: Known },
  ...{ issued: People.min(1), returned: People, approving: People },
}) satisfies z.ZodType<Survey>

const LeaderShape = z.object({
  ...{ name: z.string().trim().min(1).max(40), position: Line, isEnded: z.boolean() },
}) satisfies z.ZodType<Leader>

const NoteShape = z.object({
  ...{ title: Said, text: z.string().trim().min(1).max(5_000) },
}) satisfies z.ZodType<Note>

export const BODIES = {
  ...{ statistics: StatisticsShape, election: ElectionShape, audit: AuditShape },
  ...{ overhaul: OverhaulShape, survey: SurveyShape, leader: LeaderShape, note: NoteShape },
} satisfies { [K in keyof VillageEntryBodies]: z.ZodType<VillageEntryBodies[K]> }

const signed = { on: Day, source: z.string().trim().min(1).max(200) }
/** One fact about a village as somebody writes it. */
export const EntryGiven = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('statistics'), ...signed, body: StatisticsShape }),
  z.object({ kind: z.literal('election'), ...signed, body: ElectionShape }),
  z.object({ kind: z.literal('audit'), ...signed, body: AuditShape }),
  z.object({ kind: z.literal('overhaul'), ...signed, body: OverhaulShape }),
  z.object({ kind: z.literal('survey'), ...signed, body: SurveyShape }),
  z.object({ kind: z.literal('leader'), ...signed, body: LeaderShape }),
  z.object({ kind: z.literal('note'), ...signed, body: NoteShape }),
])
export type EntryGiven = z.infer<typeof EntryGiven>

export const TakingBack = z.object({ reason: Reason })
export const EntriesGiven = z.object({
  entries: z
    .array(z.object({ village: Code, entry: EntryGiven }))
    .min(1)
    .max(2_000),
})

export const VillageFileShape = z
  .object({
    ...{ id: z.string(), entry: z.string(), name: z.string(), media: z.string(), size: z.int() },
    ...{ addedAt: z.string(), addedBy: z.string().nullable() },
  })
  .meta({ id: 'VillageFile' })
export type VillageFileView = z.infer<typeof VillageFileShape>

/** An entry with who wrote it, and who took it back. */
const kept = {
  ...{ id: z.string(), village: z.string(), on: Day, source: z.string() },
  ...{ createdAt: z.string(), createdBy: z.string().nullable() },
  takenBack: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
  files: z.array(VillageFileShape),
}
export const EntryShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('statistics'), ...kept, body: StatisticsShape }),
  z.object({ kind: z.literal('election'), ...kept, body: ElectionShape }),
  z.object({ kind: z.literal('audit'), ...kept, body: AuditShape }),
  z.object({ kind: z.literal('overhaul'), ...kept, body: OverhaulShape }),
  z.object({ kind: z.literal('survey'), ...kept, body: SurveyShape }),
  z.object({ kind: z.literal('leader'), ...kept, body: LeaderShape }),
  z.object({ kind: z.literal('note'), ...kept, body: NoteShape }),
])
export type EntryView = z.infer<typeof EntryShape>

const Post = z.object({
  talent: z.object({ id: z.string(), name: z.string() }).nullable(),
  ...{ posts: z.array(z.string()), tookOfficeOn: Day },
})
export const RecordShape = z
  .object({
    ...{ code: z.string(), name: z.string(), kind: z.enum(['village', 'community']) },
    township: z.object({ code: z.string(), name: z.string() }),
    trades: z.array(z.string()),
    terrain: z.enum(['plain', 'hill', 'mountain']).nullable(),
    figures: z
      .array(
        z.object({
          ...{ id: z.string(), value: z.number().nullable(), on: Day.nullable() },
          source: WordsShape.nullable().meta({ description: 'Null: nothing is known' }),
        }),
      )
      .meta({ description: 'The newest known figure of each kind' }),
    term: z
      .object({
        ...{ startedOn: Day, endsOn: Day },
        ...{ turnout: z.number().nullable(), rounds: z.int().nullable() },
      })
      .nullable(),
    committees: z.array(Post),
    former: z
      .array(
        z.object({
          ...{ code: z.string(), name: z.string(), mergedOn: Day },
          ...{ reason: z.string().nullable(), committees: z.array(Post) },
        }),
      )
      .meta({ description: 'Villages that became part of this one' }),
    entries: z.array(EntryShape),
    mayWrite: z.array(EntryKind),
    noticeDays: z.int().meta({ description: 'Days of an audit notice at the least' }),
  })
  .meta({ id: 'VillageRecord' })
export type VillageRecord = z.infer<typeof RecordShape>

export const EntryWritten = z.object({
  ...{ id: z.string(), isNew: z.boolean() },
  cautions: z.array(WordsShape),
})
export const EntriesWritten = z.object({
  written: z.int(),
  same: z.int().meta({ description: 'There already' }),
})
export const VillageFilesShape = z.object({ files: z.array(VillageFileShape) })

const PlaceFault = z.object({
  field: z.string().nullable().meta({ description: 'Null: of the row as a whole' }),
  words: WordsShape,
})
export const EntrySheetRow = z.object({
  line: z.int(),
  village: z.object({ code: z.string(), name: z.string() }).nullable(),
  cells: z.record(z.string(), z.string()),
  state: z.enum(['new', 'same', 'faulty']),
  entry: EntryGiven.nullable().meta({ description: 'What will be written; null: faulty' }),
  faults: z.array(PlaceFault),
  cautions: z.array(WordsShape),
})
export type EntrySheetRow = z.infer<typeof EntrySheetRow>
export const EntrySheetRows = z.object({
  rows: z.array(EntrySheetRow),
  counts: z.object({ new: z.int(), same: z.int(), faulty: z.int() }),
})
export const EntrySheetPreview = EntrySheetRows.extend({
  ...{ kind: EntryKind, fileName: z.string(), sheet: z.string().nullable() },
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  fields: z
    .array(z.object({ field: z.string(), header: z.string(), choices: z.array(z.string()) }))
    .meta({ description: 'All columns of the kind, for whoever mends a row' }),
  notes: z.array(WordsShape),
  blank: z.int().meta({ description: 'Rows of villages with nothing filled in' }),
})
export type EntrySheetPreview = z.infer<typeof EntrySheetPreview>
/** Lines of a sheet once more, with what was mended. */
export const EntrySheetMended = z.object({
  kind: EntryKind,
  rows: z
    .array(
      z.object({
        line: z.int().min(1),
        cells: z.record(z.string().max(40), z.string().max(5_000)),
      }),
    )
    .max(1_000),
})
