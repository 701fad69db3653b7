import { z } from 'zod'
import { EDUCATIONS, GRADES, ITEM_KINDS, RULES } from '../../matching/index.ts'
import { SOURCES } from './people.ts'
import { Count, CriterionId, Day, Fraction, Place, Post, WordsShape } from './words.ts'

export const ItemKind = z.enum(ITEM_KINDS)
export const Grade = z.enum(GRADES)
export const ITEM_STATES = ['open', 'reported', 'done', 'dropped'] as const
export const ItemTab = z.enum(['reported', 'late', 'due', 'open', 'done'])
const Id = z.string().max(64)
const Revision = z.int().min(1)
const GivenDay = z.string().trim().max(10).meta({ description: 'YYYY-MM-DD' })

/** Items that one plan or template holds: more is no plan for one person. */
export const MOST_ITEMS = 30
/** People whom one request makes plans for. */
export const MOST_PEOPLE = 100

const Moves = {
  criteria: z
    .array(CriterionId)
    .max(5)
    .default([])
    .meta({ description: 'Criteria whose evidence it becomes; not `expertise` and `tie`' }),
  rules: z
    .array(z.enum(RULES))
    .max(3)
    .default([])
    .meta({ description: 'Eligibility rules that it helps to meet' }),
}
const Aim = z.string().trim().min(2).max(200)
const Proof = z.string().trim().max(200).default('')

export const ItemFacts = z.object({
  kind: ItemKind,
  aim: Aim,
  dueOn: GivenDay,
  evidence: Proof.meta({ description: 'What is to prove it' }),
  ...Moves,
})
export type GivenItem = z.infer<typeof ItemFacts>

export const NewItemBody = ItemFacts.extend({ talent: Id })
export const ReportBody = z.object({
  result: z.string().trim().min(2).max(500),
  doneOn: GivenDay,
})
export const ConfirmationBody = z.object({
  grade: Grade.nullable().default(null),
  result: z.string().trim().min(2).max(500).optional().meta({
    description: 'Where nobody reported it: what was done, by the office itself',
  }),
  doneOn: GivenDay.optional(),
})
export const ReasonBody = z.object({ reason: z.string().trim().min(4).max(200) })

const PlanFacts = {
  village: z
    .string()
    .max(12)
    .nullable()
    .default(null)
    .meta({ description: 'What it prepares for' }),
  posts: z.array(Post).max(6).default([]),
  startsOn: GivenDay,
  endsOn: GivenDay,
}
export const PlanBody = z.object({
  template: Id.nullable().default(null),
  ...PlanFacts,
  items: z.array(ItemFacts).min(1).max(MOST_ITEMS),
})
export type GivenPlan = z.infer<typeof PlanBody>
export const PlanChange = z.object(PlanFacts)
export const BulkBody = z.object({
  template: Id,
  talents: z.array(Id).min(1).max(MOST_PEOPLE),
  startsOn: GivenDay,
})

const Named = z.object({ id: z.string(), name: z.string() })
export const Item = z
  .object({
    id: z.string(),
    plan: z.string().nullable(),
    session: z.string().nullable().meta({ description: 'The meeting at which it was agreed' }),
    kind: ItemKind,
    aim: z.string(),
    dueOn: Day,
    lateDays: Count.meta({ description: 'Days past the due day of what is open' }),
    evidence: z.string(),
    criteria: z.array(CriterionId),
    rules: z.array(z.enum(RULES)),
    state: z.enum(ITEM_STATES),
    result: z.string(),
    grade: Grade.nullable(),
    doneOn: Day.nullable(),
    reportedAt: z.string().nullable(),
    reportedBy: z.string().nullable().meta({ description: 'Holder of the account' }),
    confirmedAt: z.string().nullable(),
    confirmedBy: z.string().nullable(),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why it was returned, dropped or taken up again last' }),
    createdAt: z.string(),
    createdBy: z.string().nullable(),
    revision: Revision,
  })
  .meta({ id: 'CultivationItem' })
export type ShownItem = z.infer<typeof Item>

export const Plan = z
  .object({
    id: z.string(),
    template: Named.nullable(),
    village: Place.nullable(),
    posts: z.array(Post),
    startsOn: Day,
    endsOn: Day,
    state: z.enum(['active', 'closed']),
    closedReason: z.string().nullable(),
    closedAt: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string().nullable(),
    revision: Revision,
  })
  .meta({ id: 'CultivationPlan' })

export const PersonCultivation = z.object({
  talent: Named.extend({
    village: Place,
    township: Place,
    status: z.string(),
    sources: z.array(z.enum(SOURCES)),
  }),
  plan: Plan.nullable().meta({ description: 'The active one' }),
  items: z.array(Item).meta({ description: 'Of all plans and meetings, by the day they are due' }),
  earlier: z.array(Plan),
  training: z.array(
    z.object({
      course: z.string(),
      name: z.string(),
      level: z.enum(['city', 'county', 'township']),
      on: Day.meta({ description: 'The last day that the person was there' }),
      hours: z.number(),
      result: z.enum(['excellent', 'passed', 'failed']).nullable(),
    }),
  ),
  mayWrite: z.boolean().meta({ description: 'The account keeps the plans of this person' }),
  mayReport: z.boolean(),
})

const Suggestion = z.object({
  id: z.string(),
  from: z.enum(['rule', 'gap', 'criterion', 'need']),
  kind: ItemKind,
  aim: WordsShape,
  evidence: WordsShape,
  dueInDays: Count,
  criteria: z.array(CriterionId),
  rules: z.array(z.enum(RULES)),
  why: WordsShape,
  gain: Fraction.nullable().meta({
    description: 'By how much the fit would rise when it is confirmed and graded good',
  }),
})
export type ShownSuggestion = z.infer<typeof Suggestion>

export const SuggestionsAsked = z.object({
  village: z.string().max(12).optional(),
  posts: z.string().max(100).optional().meta({ description: 'Separated by commas' }),
  education: z.enum(EDUCATIONS).optional().meta({ description: 'What a gap list asks for' }),
  party: z.enum(['1']).optional().meta({ description: 'A gap list asks for a Party member' }),
})
export const Suggestions = z.object({
  village: Place,
  posts: z.array(Post),
  template: z.string().nullable().meta({ description: 'The template that suits best' }),
  suggestions: z.array(Suggestion),
  papers: z.array(WordsShape).meta({ description: 'What is not known: a paper settles it first' }),
  beyond: z.array(WordsShape).meta({ description: 'What no item of a plan can mend' }),
})

export const TemplateItem = z.object({
  kind: ItemKind,
  aim: Aim,
  dueInDays: z.int().min(1).max(1_830).meta({ description: 'Days after the plan begins' }),
  evidence: Proof,
  ...Moves,
})
export const TemplateBody = z.object({
  name: z.string().trim().min(2).max(40),
  sources: z.array(z.enum(SOURCES)).max(SOURCES.length).default([]),
  posts: z.array(Post).max(6).default([]),
  items: z.array(TemplateItem).min(1).max(MOST_ITEMS),
  isRetired: z.boolean().default(false),
})
export const Template = z
  .object({
    id: z.string(),
    ...TemplateBody.shape,
    items: z.array(TemplateItem),
    revision: Revision,
  })
  .meta({ id: 'PlanTemplate' })
export const Templates = z.object({
  templates: z.array(Template),
  presetsMissing: Count.meta({ description: 'Presets that the county does not have' }),
  moves: z.object({
    criteria: z.array(CriterionId).meta({ description: 'Criteria that items can move' }),
    rules: z
      .array(z.object({ rule: z.enum(RULES), title: WordsShape, kinds: z.array(ItemKind) }))
      .meta({ description: 'Rules that items can move, and items of which kinds' }),
    kinds: z.record(ItemKind, z.array(CriterionId)).meta({
      description: 'What an item of a kind moves where nobody says otherwise',
    }),
  }),
})

export const ItemsAsked = z.object({
  tab: ItemTab.default('reported'),
  township: z.string().max(12).optional(),
  village: z.string().max(12).optional(),
  kind: ItemKind.optional(),
  q: z.string().trim().max(40).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export const ItemsPage = z.object({
  items: z.array(
    Item.extend({ talent: Named.extend({ village: Place }) }).omit({ createdBy: true }),
  ),
  total: Count,
  page: z.int(),
  pageSize: z.int(),
  counts: z.record(ItemTab, Count),
})

export const Made = z.object({ id: z.string() })
export const BulkAnswer = z.object({
  results: z.array(
    z.object({
      talent: z.string(),
      name: z.string().nullable(),
      plan: z.string().nullable(),
      problem: WordsShape.nullable(),
    }),
  ),
})
export const ChangedItem = z.object({ item: Item })
