import { z } from 'zod'
import type { Structure } from '../../matching/index.ts'
import { PersonShape } from './people.ts'
import { Count, Day, Fraction, Kind, Place, WordsShape } from './words.ts'

export const StructureShape = z
  .object({
    people: Count,
    meanAge: z.number().nullable(),
    agesKnown: Count,
    aged35OrUnder: Count,
    collegeOrAbove: Count,
    women: Count,
    partyMembers: Count,
    combinedRole: Count,
    crossAppointed: Count,
  })
  .meta({ id: 'Structure' }) satisfies z.ZodType<Structure>

const LastTerm = StructureShape.nullable().meta({
  description: 'The teams on the day they took office; null is not known',
})
const Current = StructureShape.nullable().meta({
  description: 'The teams in office, with ages on the reference day; null is not known',
})
export const Seats = z.object({ party: Count, committee: Count, supervision: Count })
const VillageName = z.object({ code: z.string(), name: z.string(), kind: Kind, isKey: z.boolean() })

export const Places = z.object({
  county: Place,
  townships: z.array(Place.extend({ villages: z.array(VillageName) })),
  referenceOn: Day,
  policyVersion: z.int(),
})

export const Township = Place.extend({
  villages: z.array(
    VillageName.extend({
      area: z.string().nullable(),
      seats: Seats,
      trades: z.array(z.string()),
      lastTerm: LastTerm,
      current: Current,
      pool: Count,
    }),
  ),
  before: LastTerm,
  current: Current,
})

export const Village = VillageName.extend({
  township: Place,
  area: z.string().nullable(),
  households: Count.nullable(),
  population: Count.nullable(),
  partyMembers: Count.nullable(),
  collectiveIncome: z.number().nullable().meta({ description: 'Yuan of the last year' }),
  trades: z.array(z.string()),
  terrain: z.enum(['plain', 'hill', 'mountain']).nullable(),
  hasMinorities: z.boolean().nullable(),
  seats: Seats,
  posts: z.array(z.object({ post: z.string(), seats: Count })),
  needs: z.array(z.object({ skill: z.string(), weight: Fraction, words: WordsShape })),
  lastTerm: LastTerm,
  current: Current,
  pool: Count,
  term: z
    .object({
      startedOn: Day,
      endsOn: Day,
      turnout: Fraction.nullable(),
      rounds: Count.nullable(),
    })
    .nullable(),
  incumbents: z.array(
    z.object({ person: PersonShape, posts: z.array(z.string()), tookOfficeOn: Day }),
  ),
})
