import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { listNominationsOf } from '../db/nominations.ts'
import { findNomineeIn, listNomineesOf, type Nominee } from '../db/nominees.ts'
import { listRounds, type Round } from '../db/rounds.ts'
import type { Database } from '../db/schema.ts'
import type { Post } from '../matching/index.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { actorOf } from './nominees/actor.ts'
import { toldToPerson } from './nominees/for-person.ts'
import { nominate, openRoundOf } from './nominees/opening.ts'
import { withdrawNominee } from './nominees/withdrawing.ts'
import { placeNames } from './people-by-id.ts'
import { Problem } from './problem.ts'
import { countyOf } from './remembered.ts'
import {
  Done,
  OwnNominations,
  OwnProposal,
  OwnProposed,
  OwnWithdrawal,
} from './shapes/applications.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

/** Where the person stands in each round, in plain words; no answer of a department, no vote, no note, nobody else. */
export const ownNominations = new Hono<Env>()
  .get(
    '/nominations',
    describe('Own nominations, the latest first', { schema: OwnNominations }, 404),
    may('record.nominate'),
    async (c) => {
      const { id } = await talentOf(c, c.var.scope.talentId ?? '')
      await record(c, { action: 'record.nominations-read', subjects: [id] })
      return c.json(await nominationsOf(c, id))
    },
  )
  .post(
    '/nominations',
    describe('Proposes oneself', { status: 201, schema: OwnProposed }, 404, 409, 422),
    may('record.nominate'),
    valid('json', OwnProposal),
    async (c) => c.json(await propose(c, c.req.valid('json')), 201),
  )
  .post(
    '/nominations/:nominee/withdrawal',
    describe('Withdraws from a round', { schema: Done }, 404, 409, 422),
    may('record.nominate'),
    valid('param', z.object({ nominee: z.string().max(64) })),
    valid('json', OwnWithdrawal),
    async (c) => {
      const { reason } = c.req.valid('json')
      const actor = () => actorOf(c)
      await withdrawNominee(c, c.req.valid('param').nominee, { reason, actor })
      return c.json({ done: true as const })
    },
  )

async function nominationsOf(c: Context<Env>, talentId: string) {
  const { db, scope, countyCode } = c.var
  const rounds = new Map((await listRounds(db, { countyCode })).map((one) => [one.id, one]))
  const names = await placeNames(c)
  const nominations: z.infer<typeof OwnNominations>['nominations'] = []
  for (const row of await listNomineesOf(db, scope, talentId))
    nominations.push(await shownOf(c, row, rounds.get(row.roundId)!, names))
  return { nominations }
}

async function shownOf(c: Context<Env>, row: Nominee, round: Round, names: Map<string, string>) {
  const { db, scope, countyCode } = c.var
  const code = row.villageCode
  const village = code === null ? null : { code, name: names.get(code) ?? code }
  const told = await toldToPerson(db, countyCode, { row, round, village: village?.name ?? null })
  const papers = await listNominationsOf(db, scope, row.id)
  const { id, name, kind, opensOn, closesOn } = round
  return {
    ...{ nominee: row.id, round: { id, name, kind, opensOn, closesOn }, village },
    ...{ posts: row.posts as Post[], state: row.state, ...told },
    ...{ nominatedOn: row.createdAt, stageSince: row.stageSince },
    isOwn: papers.some(({ channel, withdrawnAt }) => channel === 'self' && withdrawnAt === null),
  }
}

async function propose(c: Context<Env>, asked: z.infer<typeof OwnProposal>) {
  const { id: talentId, name } = await talentOf(c, c.var.scope.talentId ?? '')
  const round = await openRoundOf(c, asked.round)
  const { village, posts, reason } = asked
  const county = await countyOf(c.var.db, { countyCode: c.var.countyCode })
  const proposed = {
    ...{ talentId, channel: 'self' as const, nominator: name, relation: '', jointNames: 1 },
    ...{ reason, posts, villageCode: village, isOnPaper: false },
  }
  return changing(c, async (transaction, tell) => {
    await requireFirst(c, transaction, round.id, talentId)
    return nominate(c, transaction, { round, proposed, county }, tell)
  })
}

/** Once in a round: who wishes another seat tells the township, which changes it. */
async function requireFirst(
  c: Context<Env>,
  transaction: Transaction<Database>,
  roundId: string,
  talentId: string,
): Promise<void> {
  const { scope } = c.var
  const nominee = await findNomineeIn(transaction, scope, { roundId, talentId })
  const papers = nominee ? await listNominationsOf(transaction, scope, nominee.id) : []
  const isThere = papers.some(
    ({ channel, withdrawnAt }) => channel === 'self' && withdrawnAt === null,
  )
  if (isThere && nominee?.state === 'open')
    throw new Problem('conflict', {
      zh: '您在本轮次已经自荐，不用再次提交。想改报别的村或岗位，请与乡镇（街道）组织办公室联系。',
      en: 'You have put yourself forward in this round. For another village or post speak with the office of your township.',
    })
}
