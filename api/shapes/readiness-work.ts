import { z } from 'zod'
import {
  COLOURS,
  LIST_REMEDIES,
  READINESS_INDICATORS,
  VILLAGE_LISTS,
} from '../../matching/readiness/index.ts'
import { Reason } from '../reasons.ts'
import { Code } from '../validate.ts'
import { PersonShape } from './people.ts'
import { Count, Day, Fraction, Place, WordsShape } from './words.ts'

const Id = z.string().max(64)
const Page = z.coerce.number().int().min(1).max(100_000).default(1)
const Indicator = z.enum(READINESS_INDICATORS)
const Colour = z.enum(COLOURS)
const List = z.enum(VILLAGE_LISTS)
const Remedy = z.enum(LIST_REMEDIES)
const Warned = z.enum(['red', 'yellow'])
const Moment = z.string().meta({ description: 'ISO 8601' })

// ── asked and given ───────────────────────────────────────────────────────────

const What = z.string().trim().min(2).max(200)
const Result = z.string().trim().min(4).max(500)
const Assignee = z.union([
  z.object({ account: Id }).meta({ description: 'An account that reaches the villages' }),
  z
    .object({ office: z.string().trim().min(2).max(60) })
    .meta({ description: 'An office in words' }),
])
const Villages = z.array(Code).min(1).max(300)

export const ActionAssigned = z.object({
  villages: Villages,
  indicator: Indicator,
  what: What,
  assignee: Assignee,
  dueOn: Day.nullable(),
})
export type ActionAssigned = z.infer<typeof ActionAssigned>
export const ActionLogged = z.object({
  villages: Villages,
  indicator: Indicator,
  what: What,
  doneOn: Day,
  result: Result,
})
export type ActionLogged = z.infer<typeof ActionLogged>
export const ActionChanged = z.object({ what: What, assignee: Assignee, dueOn: Day.nullable() })
export type ActionChanged = z.infer<typeof ActionChanged>
export const Closing = z.object({ doneOn: Day, result: Result })
export type Closing = z.infer<typeof Closing>
export const Closings = Closing.extend({
  actions: z
    .array(z.object({ id: Id, revision: z.int().min(1) }))
    .min(1)
    .max(300),
})
export type Closings = z.infer<typeof Closings>
export const Dropping = z.object({ reason: Reason })
export const Droppings = Dropping.extend({
  actions: z
    .array(z.object({ id: Id, revision: z.int().min(1) }))
    .min(1)
    .max(300),
})
export type Droppings = z.infer<typeof Droppings>
export const Checked = ActionAssigned.pick({ villages: true, indicator: true }).extend({
  what: z.string().trim().max(200).default(''),
  assignee: Assignee.nullable().default(null),
})
export type Checked = z.infer<typeof Checked>
export const ActionsAsked = z.object({
  state: z.enum(['open', 'late', 'done', 'dropped']).default('open'),
  township: Code.optional(),
  village: Code.optional(),
  mine: z.enum(['true', 'false']).default('false'),
  page: Page,
})
export const AssigneesAsked = z.object({
  villages: z
    .string()
    .max(4_000)
    .regex(/^\d{12}(,\d{12})*$/)
    .meta({ description: 'Codes, commas between them' }),
})
export const ListsAsked = z.object({ list: List.optional(), township: Code.optional() })
export const Decision = z.object({
  village: Code,
  list: List,
  talent: Id.nullable().default(null),
  remedy: Remedy.nullable().default(null),
  reason: Reason,
})
export type Decision = z.infer<typeof Decision>

// ── answered ──────────────────────────────────────────────────────────────────

export const Made = z.object({ ids: z.array(z.string()) })
export const Assigned = Made.extend({
  made: z.array(z.object({ id: z.string(), revision: z.int(), village: z.string() })),
  passedOver: z
    .array(z.string())
    .meta({ description: 'Villages for which the same to the same is open already' }),
})
export const Dropped = z.object({ done: Count })
/** What assigning would do, village by village, before anything is done. */
export const Checking = z.object({
  villages: z.array(
    z.object({
      ...{ village: Place, township: Place },
      state: z
        .enum([...COLOURS, 'unknown', 'not-applicable'])
        .nullable()
        .meta({ description: 'Of the indicator; null: not worked out yet' }),
      short: WordsShape.nullable(),
      open: Count.meta({ description: 'Actions about the indicator that are not done' }),
      isSame: z.boolean().meta({ description: 'One of them says the same' }),
    }),
  ),
  next: WordsShape.nullable().meta({
    description: 'What comes next for the indicator where it lacks, said most often',
  }),
})
export const Closed = z.object({
  done: Count,
  /** Not logged: somebody changed or closed them meanwhile. */
  changed: z.array(z.string()),
})
export const AssigneeList = z.object({
  accounts: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), position: z.string().nullable() },
      role: z.enum(['county', 'township', 'village']),
      isSelf: z.boolean(),
    }),
  ),
})

export const ActionShape = z
  .object({
    ...{ id: z.string(), revision: z.int(), village: Place, township: Place },
    ...{ indicator: Indicator, what: z.string() },
    assignee: z.object({
      ...{ id: z.string().nullable(), name: z.string(), isSelf: z.boolean() },
    }),
    ...{ dueOn: Day.nullable(), lateDays: Count },
    assigned: z.object({ at: Moment, by: z.string().nullable() }),
    closed: z
      .object({
        ...{ at: Moment, by: z.string().nullable(), isDropped: z.boolean() },
        ...{ doneOn: Day.nullable(), result: z.string().nullable() },
      })
      .nullable(),
    warning: Warned.nullable().meta({ description: 'What the indicator of the village warns now' }),
  })
  .meta({ id: 'ReadinessAction' })
export type ActionView = z.infer<typeof ActionShape>

export const ActionList = z.object({
  actions: z.array(ActionShape),
  counts: z.object({ open: Count, late: Count, done: Count, dropped: Count }),
  ...{ mine: Count, page: Count, pageSize: Count },
})

const IndicatorShape = z.object({
  ...{ id: Indicator, name: WordsShape },
  state: z.enum([...COLOURS, 'unknown', 'not-applicable']),
  ...{ value: z.number().nullable(), short: WordsShape, words: WordsShape, source: WordsShape },
  ...{ on: Day.nullable(), next: WordsShape.nullable() },
  decides: z.boolean().meta({ description: 'Its red makes the village red' }),
  warning: z
    .object({
      ...{ id: z.string(), colour: Warned, raisedAt: Moment },
      ...{ isCleared: z.boolean(), hasAction: z.boolean() },
    })
    .nullable(),
  open: Count.meta({ description: 'Actions that are assigned and not done' }),
})
const WarningShape = z.object({
  ...{ id: z.string(), indicator: Indicator, colour: Warned, words: WordsShape },
  ...{ raisedAt: Moment, clearedAt: Moment.nullable(), closedAt: Moment.nullable() },
  closedBy: z.string().nullable().meta({ description: 'The action that closed it' }),
  isReopened: z.boolean(),
})
const ListStandingShape = z.object({
  ...{ list: List, by: z.enum(['facts', 'decision']), on: Day, words: WordsShape },
})
const DecisionShape = z.object({
  ...{ id: z.string(), list: List, remedy: Remedy.nullable(), reason: z.string() },
  talent: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  ...{ at: Moment, by: z.string(), position: z.string().nullable() },
  takenBack: z.object({ at: Moment, by: z.string().nullable(), reason: z.string() }).nullable(),
})

export const VillageReadiness = z.object({
  ...{ village: Place, township: Place },
  standing: z
    .object({
      ...{ colour: Colour, score: Fraction.nullable(), words: WordsShape, countedAt: Moment },
      list: ListStandingShape.extend({
        people: z.array(z.object({ id: z.string(), name: z.string() })),
        others: Count.meta({ description: 'People of whom the account may not know more' }),
      }),
    })
    .nullable()
    .meta({ description: 'Null: not worked out yet' }),
  indicators: z.array(IndicatorShape),
  warnings: z.array(WarningShape),
  actions: z.array(ActionShape),
  history: z.array(
    z.object({
      ...{ at: Moment, words: WordsShape },
      ...{ colourBefore: Colour.nullable(), colour: Colour },
      ...{ listBefore: List.nullable(), list: List },
    }),
  ),
  decisions: z.array(DecisionShape),
})

const ListedPerson = z.object({ ...{ id: z.string(), name: z.string() }, age: Count.nullable() })
export const VillageLists = z.object({
  counts: z.object({ settled: Count, willing: Count, none: Count, uncounted: Count }),
  townships: z.array(
    z.object({ ...{ township: Place, settled: Count, willing: Count, none: Count } }),
  ),
  villages: z.array(
    ListStandingShape.extend({
      ...{ village: Place, township: Place, colour: Colour },
      ...{ people: z.array(ListedPerson), others: Count, remedy: Remedy.nullable() },
    }),
  ),
})

const CandidateShape = z.object({
  person: PersonShape,
  eligibility: z.enum(['eligible', 'relaxable', 'unknown', 'barred']),
  ...{ isIncumbent: z.boolean(), isReserve: z.boolean(), isNominated: z.boolean() },
  review: z.object({ ...{ asked: Count, passed: Count, objections: Count } }).nullable(),
  /** What rules bar or leave open. */
  findings: z.array(WordsShape),
  /** What speaks against each list; null: nothing. */
  against: z.object({ settled: WordsShape.nullable(), willing: WordsShape.nullable() }),
})
export const VillageListShape = z.object({
  ...{ village: Place, township: Place, standing: ListStandingShape },
  inForce: z.string().nullable().meta({ description: 'The decision that was signed last' }),
  candidates: z.array(CandidateShape),
  decisions: z.array(DecisionShape),
  gap: z.object({
    ...{ profile: WordsShape, besides: WordsShape, people: Count, ready: Count },
    rules: z.array(
      z.object({ ...{ rule: z.string(), words: WordsShape, barred: Count, unknown: Count } }),
    ),
    missed: z
      .array(WordsShape)
      .nullable()
      .meta({ description: 'Targets out of reach for the team; null: not worked out yet' }),
  }),
  nearest: z.array(
    z.object({
      ...{ person: PersonShape, from: z.enum(['village', 'township', 'county']) },
      ...{ fit: Fraction, low: Fraction, high: Fraction, steps: z.array(WordsShape) },
      approvals: z.array(z.enum(['township', 'county', 'city'])),
    }),
  ),
  remedies: z.array(
    z.object({
      ...{ remedy: Remedy, words: WordsShape, says: WordsShape, source: z.string() },
      people: Count.nullable().meta({
        description: 'Who could come now, as far as the pool knows',
      }),
    }),
  ),
})
export type VillageListView = z.infer<typeof VillageListShape>
