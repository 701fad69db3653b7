import { z } from 'zod'
import { MoveShape } from './alternatives.ts'
import { PersonShape } from './people.ts'
import { StructureShape } from './places.ts'
import { Certified, Target } from './plan.ts'
import { Count, Kind, Place, Post, TargetId, Tier, WordsShape } from './words.ts'

const Compared = z.object({
  id: z.string(),
  createdAt: z.string(),
  policyVersion: z.int(),
  isDraft: z.boolean().meta({ description: 'by a draft that began from that version' }),
  reach: z.enum(['county', 'township']),
  pins: Count,
  exclusions: Count,
  tiers: z.array(Certified),
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  before: StructureShape.nullable(),
  after: StructureShape,
  targets: z.array(Target),
  villageTargets: z
    .array(z.object({ id: TargetId, tier: Tier, of: Count, villages: Count, miss: z.number() }))
    .meta({
      description: 'targets of villages: in how many they apply and are missed, by how much',
    }),
  comes: Count,
  goes: Count,
  moves: Count,
})

const Team = z.array(z.object({ talent: z.string(), posts: z.array(Post) }))

export const PlanComparison = z.object({
  township: Place.nullable(),
  count: Count.meta({ description: 'villages in all' }),
  villages: z
    .array(z.object({ code: z.string(), name: z.string(), kind: Kind, teams: z.array(Team) }))
    .meta({ description: 'whose team is not the same in all plans; teams in the order of plans' }),
  plans: z.array(Compared),
  moves: z
    .array(z.array(MoveShape))
    .meta({ description: 'of each plan against the first; the first has none' }),
  policies: z
    .array(z.object({ pointer: z.string(), words: WordsShape, values: z.array(WordsShape) }))
    .meta({ description: 'places at which the policies differ, values in the order of plans' }),
  people: z.array(PersonShape),
})
