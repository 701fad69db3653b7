import { z } from 'zod'
import { ITEM_KINDS, RULES, THINGS } from '../../matching/index.ts'
import { STATUSES } from './people.ts'
import { Level } from './policy.ts'
import { Count, Day, Place, Post, WordsShape } from './words.ts'

const Item = z.object({
  ...{ id: z.string(), kind: z.enum(ITEM_KINDS), aim: z.string(), dueOn: Day },
  state: z.enum(['open', 'reported']).meta({ description: '`reported` waits for an office' }),
})
const Thing = z.object({
  kind: z.enum(THINGS),
  rule: z.enum(RULES).nullable(),
  words: WordsShape,
  items: z.array(Item).meta({ description: 'What the plan does about it' }),
  by: Day.nullable().meta({ description: 'Null: nobody has said a day' }),
})
const Seat = z.object({
  village: Place,
  posts: z.array(Post),
  approvals: z.array(Level).meta({ description: 'Relaxations that somebody must approve besides' }),
})
const Who = z.object({
  talent: z.object({ id: z.string(), name: z.string() }),
  ...{ township: Place, village: Place, status: z.enum(STATUSES) },
  target: z
    .object({ village: Place.nullable(), posts: z.array(Post) })
    .nullable()
    .meta({ description: 'What the plan prepares for; null: no plan' }),
})

export const NearReadyAnswer = z
  .object({
    today: Day,
    since: Day.meta({ description: 'Last day of the last full quarter' }),
    counts: z.object({
      people: Count.meta({ description: 'Under cultivation' }),
      ready: Count.meta({ description: 'Lack nothing for a post at home or of their plan' }),
      near: Count.meta({ description: 'Not ready, and one thing short of a post' }),
      others: Count,
    }),
    near: z
      .array(Who.extend({ thing: Thing, seats: z.array(Seat), elsewhere: z.array(Seat) }))
      .meta({ description: 'The nearest first; `elsewhere`: other villages of the township' }),
    became: z.array(Who.extend({ seats: z.array(Seat), things: z.array(Thing) })).meta({
      description:
        'Lack nothing today for posts for which something was missing at the end of the last quarter, by the record of that day; `things`: what it was',
    }),
  })
  .meta({ id: 'NearReady' })
