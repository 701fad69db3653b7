import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import { listSettledTerms } from '../db/term-teams.ts'
import { listTerms } from '../db/terms.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { TakingBackBody, Terms, TermsAsked, TermsBody, TermsEntered } from './shapes/terms.ts'
import { enterTerms } from './terms/entering.ts'
import { renewalsOf } from './terms/reading.ts'
import type { Renewal } from './terms/renewal.ts'
import { takeBackTerm } from './terms/taking-back.ts'
import { valid } from './validate.ts'

/** What a round came to becomes the next term of office: looked at first, then entered, taken back while nothing followed. */
export const terms = new Hono<Env>()
  .get(
    '/',
    describe(
      'Who would come, stay and leave in each village when results become a term',
      { schema: Terms },
      404,
    ),
    may('terms.write'),
    valid('query', TermsAsked),
    async (c) => {
      const { round, county, renewals } = await renewalsOf(c, c.req.valid('query'))
      const subjects = [...new Set(renewals.flatMap(idsIn))]
      await record(c, { action: 'terms.read', subjects, detail: { round: round.id } })
      return c.json({
        round: { id: round.id, name: round.name },
        villages: renewals.map((renewal) => shown(county, renewal)),
        entered: await enteredIn(c, county, round.id),
      })
    },
  )
  .post(
    '/',
    describe(
      'The results of these villages become their term of office',
      { status: 201, schema: TermsEntered },
      ...([404, 409, 422] as const),
    ),
    may('terms.write'),
    valid('json', TermsBody),
    async (c) => {
      const entered = await enterTerms(c, await renewalsOf(c, c.req.valid('json')))
      const villages = entered.map(({ village: { code, name } }) => ({ code, name }))
      return c.json({ villages }, 201)
    },
  )
  .post(
    '/:id/taking-back',
    describe(
      'A term goes again while nothing followed',
      { schema: z.object({}) },
      ...([404, 409, 422] as const),
    ),
    may('terms.write'),
    valid('param', z.object({ id: z.string().max(64) })),
    valid('json', TakingBackBody),
    async (c) => {
      await takeBackTerm(c, { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.json({})
    },
  )

const idsIn = ({ comes, stays, leaves }: Renewal) =>
  [...comes, ...stays, ...leaves].map(({ talent }) => talent)

function shown(county: County, { village, ...renewal }: Renewal) {
  const { comes, stays, leaves, kept, ...rest } = renewal
  const member = ({ talent, posts }: { talent: string; posts: string[] }) => ({
    ...{ id: talent, name: county.people.get(talent)?.name ?? '', posts },
  })
  const { code, name, matching } = village
  return {
    ...{ code, name, township: { code: matching.township, name: matching.townshipName } },
    ...rest,
    comes: comes.map(member),
    stays: stays.map((it) => ({ ...member(it), before: it.before })),
    leaves: leaves.map(member),
    kept: kept.map(member),
  }
}

async function enteredIn(c: Context<Env>, county: County, roundId: string) {
  const { db, scope, countyCode } = c.var
  const rows = await listSettledTerms(db, scope, roundId)
  const standing = rows.filter(({ takenBackAt }) => takenBackAt === null)
  const accounts = new Map((await listAccounts(db, { countyCode })).map((it) => [it.id, it.name]))
  const latest = new Map(
    (await listTerms(db, scope)).toReversed().map((term) => [term.villageCode, term.id]),
  )
  return standing.map(({ id, villageCode, termId, enteredAt, enteredBy }) => ({
    id,
    village: { code: villageCode, name: county.villages.get(villageCode)?.name ?? villageCode },
    ...{ at: enteredAt, by: accounts.get(enteredBy) ?? null },
    mayTakeBack: latest.get(villageCode) === termId,
  }))
}
