import { Hono } from 'hono'
import { z } from 'zod'
import { listNomineesOf } from '../db/nominees.ts'
import { listRounds } from '../db/rounds.ts'
import { POSTS, type Post } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import type { RoundProcedure } from './nominees/loading.ts'
import { placeNames } from './people-by-id.ts'
import { NomineeOutcome, NomineeState } from './shapes/nominees.ts'
import { Place, WordsShape } from './shapes/words.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const NomineesOfTalent = z.object({
  nominees: z.array(
    z.object({
      id: z.string(),
      round: z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(['term-change', 'reserve']),
      }),
      village: Place.nullable().meta({ description: 'Null: for the pool only' }),
      posts: z.array(z.enum(POSTS)),
      state: NomineeState,
      outcome: NomineeOutcome.nullable(),
      stage: WordsShape.nullable().meta({ description: 'Null behind the last' }),
      since: z.string(),
      term: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
    }),
  ),
})

/** In which rounds somebody was nominated, and where each of them stands. */
export const talentNominees = new Hono<Env>().get(
  '/:id/nominees',
  describe('Nominations of a person, the latest round first', { schema: NomineesOfTalent }, 404),
  may('nominees.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  async (c) => {
    const { db, scope, countyCode } = c.var
    const { id } = await talentOf(c, c.req.valid('param').id)
    const rows = await listNomineesOf(db, scope, id)
    const rounds = new Map((await listRounds(db, { countyCode })).map((one) => [one.id, one]))
    const names = await placeNames(c)
    await record(c, { action: 'nominees.of-person', subjects: [id] })
    const nominees = rows.map((row): z.infer<typeof NomineesOfTalent>['nominees'][number] => {
      const { procedure, name, kind } = rounds.get(row.roundId)!
      const { stages } = procedure as RoundProcedure
      const { villageCode: code, termStartsOn: startsOn, termEndsOn: endsOn } = row
      return {
        ...{ id: row.id, state: row.state, outcome: row.outcome, since: row.stageSince },
        ...{ round: { id: row.roundId, name, kind }, posts: row.posts as Post[] },
        village: code === null ? null : { code, name: names.get(code) ?? code },
        stage: stages.find(({ id: stage }) => stage === row.stage)?.words ?? null,
        term: startsOn && endsOn ? { startsOn, endsOn } : null,
      }
    })
    return c.json({ nominees })
  },
)
