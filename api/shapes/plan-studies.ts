import { z } from 'zod'
import { type Depth, EDUCATIONS, type GapList, RULES } from '../../matching/index.ts'
import { PersonShape, SOURCES } from './people.ts'
import { Level } from './policy.ts'
import { Eligibility, Fit } from './ranking.ts'
import { Count, Post, TargetId, Tier, WordsShape } from './words.ts'

const Working = z
  .object({ status: z.literal('working'), done: Count, total: Count })
  .meta({ description: 'Villages done so far; ask again for the answer' })
const places = {
  villages: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      township: z.string(),
      townshipName: z.string(),
    }),
  ),
  people: z.array(PersonShape),
}

const Profile = z
  .object({
    id: z.string().meta({ description: 'made of the facts alone, the same in every plan' }),
    sex: z.literal('female').nullable(),
    nationality: z.literal('minority').nullable(),
    ages: z.object({ from: z.int(), to: z.int() }).nullable(),
    education: z.enum(EDUCATIONS).nullable(),
    isPartyMember: z.boolean(),
    sources: z.array(z.enum(SOURCES)),
    isResident: z.boolean(),
    isReserve: z.boolean(),
    posts: z.array(Post),
  })
  .meta({ id: 'Profile', description: 'The kind of person who is missing' })
const Step = z.object({
  kind: z.enum([
    'paper',
    'relaxation',
    'willingness',
    'residence',
    'move',
    'reserve',
    'admission',
    'full-member',
    'education',
  ]),
  rule: z.enum(RULES).nullable(),
  approvedBy: Level.nullable(),
  words: WordsShape,
})
const Village = z.string().nullable().meta({ description: 'null: a target of the whole' })
const Opening = z.object({
  village: z.string(),
  turn: Count,
  posts: z.array(Post).meta({ description: 'none: stands by' }),
  instead: z.array(z.object({ talent: z.string(), gives: z.array(Post), holds: z.array(Post) })),
  mends: z.array(
    z.object({
      target: TargetId,
      tier: Tier,
      village: Village,
      before: z.number(),
      after: z.number(),
    }),
  ),
  near: z.array(z.object({ talent: z.string(), fit: z.number(), steps: z.array(Step) })),
})
const GapListShape = z.object({
  gaps: z.array(
    z.object({
      profile: Profile,
      words: WordsShape,
      people: Count,
      targets: Count,
      perPerson: z.number(),
      openings: z.array(Opening),
    }),
  ),
  missed: z.array(
    z.object({
      target: TargetId,
      tier: Tier,
      village: Village,
      miss: z.number(),
      profile: Profile.nullable(),
      words: WordsShape.nullable(),
      left: z.number(),
    }),
  ),
  isWhole: z.boolean(),
}) satisfies z.ZodType<GapList>

export const GapsAnswer = z.union([
  Working,
  z.object({ status: z.literal('done'), list: GapListShape, besides: WordsShape, ...places }),
])

const Margin = z.object({ have: Count, asked: Count.nullable(), isShort: z.boolean() })
const Held = z.object({ talent: z.string(), posts: z.array(Post) })
const Next = Fit.extend({
  talent: z.string(),
  eligibility: Eligibility,
  difference: z.number(),
  whyNot: WordsShape,
  changes: z.array(WordsShape),
})
const DepthShape = z.object({
  absences: z.array(
    Held.extend({
      village: z.string(),
      misses: z.object({ law: z.number(), policy: z.number(), wish: z.number() }),
      fit: z.number(),
      breaks: z.array(
        z.object({ target: TargetId, tier: Tier, village: Village, more: z.number() }),
      ),
      isSinglePoint: z.boolean(),
      comes: z.array(Held),
      isProven: z.boolean(),
    }),
  ),
  seats: z.array(
    z.object({ village: z.string(), post: Post, talent: z.string(), next: Next.nullable() }),
  ),
  villages: z.array(
    z.object({
      village: z.string(),
      candidates: Margin,
      reserves: Margin,
      withoutRunnerUp: z.array(Post),
    }),
  ),
  isWhole: z.boolean(),
}) satisfies z.ZodType<Depth>

export const DepthAnswer = z.union([
  Working,
  z.object({ status: z.literal('done'), depth: DepthShape, ...places }),
])
