import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { type Account, listAccounts } from '../../db/accounts.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { listEntries } from '../../db/dictionaries.ts'
import type { Keyring } from '../../db/keyring.ts'
import { removeCasesWithoutRound } from '../../db/review-cases.ts'
import { findRound, insertRound, type Round } from '../../db/rounds.ts'
import type { Database } from '../../db/schema.ts'
import { entryBy, type Told } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { actorOf } from '../nominees/actor.ts'
import { loadNominee } from '../nominees/loading.ts'
import { nominate } from '../nominees/opening.ts'
import { storeAct } from '../nominees/performing.ts'
import { countyOf } from '../remembered.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import { dayBefore, type Proposal, proposalsOf } from './proposals.ts'
import { type Step, stepsOf } from './steps.ts'

type Tx = Transaction<Database>
/** Who does what in the demonstration's past. */
type Stage = {
  transaction: Tx
  keyring: Keyring
  countyCode: string
  accounts: Map<string, Account>
  round: Round
  county: County
  told: { told: Told; at: string; account: string; role: string }[]
}

/**
 * A round of the demonstration in full swing: invented people on every stage, each act through the same door as a
 * real one, in order of time up to `now`; all of it in one transaction.
 */
export async function demonstrateReview(
  db: Db,
  keyring: Keyring,
  countyCode: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const scope = { countyCode }
    // Those of before there were rounds: everybody here is asked about in the round.
    await removeCasesWithoutRound(transaction, scope)
    const accounts = await listAccounts(transaction, scope)
    const county = await countyOf(transaction, scope)
    const stage: Stage = {
      ...{ transaction, keyring, countyCode, county, told: [] },
      accounts: new Map(accounts.map((account) => [account.username, account])),
      round: await openedRound(transaction, county, now),
    }
    await play(stage, proposalsOf(county), now)
    const entries = stage.told.map(({ told, at, account, role }) => ({
      ...{ ...entryBy('system', told), at, actor: account, role },
    }))
    await appendAudit(transaction, keyring, scope, entries)
  })
}

async function openedRound(transaction: Tx, county: County, now: Date): Promise<Round> {
  const scope = { countyCode: county.code }
  const { departments, ...procedure } = county.policy.review
  const inUse = await listEntries(transaction, scope, 'departments')
  const asked = departments.length > 0 ? departments : inUse.map(({ id }) => id)
  const id = newId()
  const year = now.getUTCFullYear()
  await insertRound(transaction, scope, {
    ...{ id, kind: 'term-change', name: `${year} 年村（社区）“两委”换届` },
    ...{ procedure: { ...procedure, departments: asked }, policyVersion: county.policy.version },
    ...{ opensOn: dayBefore(now, 70), closesOn: dayBefore(now, -30) },
    ...{ termStartsOn: dayBefore(now, -60), termEndsOn: `${year + 5}-12-31` },
    ...{ state: 'open', createdAt: `${dayBefore(now, 72)}T01:00:00.000Z` },
    ...{ createdBy: 'system', closedAt: null, closedBy: null },
  })
  return (await findRound(transaction, scope, id))!
}

/** Step after step of all of them together, as a calendar would have it. */
async function play(stage: Stage, proposals: Proposal[], now: Date): Promise<void> {
  const nominees = new Map<Proposal, string>()
  const all = proposals
    .flatMap((proposal) => stepsOf(proposal, stage.round, now).map((step) => ({ proposal, step })))
    .filter(({ step }) => step.at < now.toISOString())
    .sort((a, b) => (a.step.at < b.step.at ? -1 : 1))
  for (const { proposal, step } of all) {
    const desk = deskOf(stage, step)
    if (step.nominates) nominees.set(proposal, await nominated(stage, desk, proposal, step))
    else await acted(stage, desk, nominees.get(proposal)!, step.act)
  }
}

async function nominated(
  stage: Stage,
  desk: Context<Env>,
  { talentId, village, posts, reason }: Proposal,
  { nominates }: Step,
): Promise<string> {
  const proposed = {
    ...{ ...nominates!, talentId, reason, villageCode: village, posts },
    isOnPaper: nominates!.channel === 'recommended',
  }
  const { round, county } = stage
  const { nominee } = await nominate(
    desk,
    stage.transaction,
    { round, proposed, county },
    tellOf(stage, desk),
  )
  return nominee
}

async function acted(stage: Stage, desk: Context<Env>, nominee: string, act: ReviewAct) {
  const scope = { countyCode: stage.countyCode }
  const loaded = await loadNominee(desk, nominee, scope)
  const signing = { loaded, act, actor: actorOf(desk) }
  await storeAct(desk, stage.transaction, signing, tellOf(stage, desk))
}

function tellOf({ told }: Stage, desk: Context<Env>) {
  const { id: account, role } = desk.var.session.account
  const at = desk.var.clock().toISOString()
  return (one: Told) => void told.push({ told: one, at, account, role })
}

/** What a request would have had, had somebody sat there on that day. */
function deskOf({ transaction, keyring, countyCode, accounts }: Stage, { by, at }: Step) {
  const account = accounts.get(by)!
  const desk = {
    ...{ db: transaction, keyring, countyCode, scope: { countyCode }, session: { account } },
    ...{ clock: () => new Date(at), today: () => at.slice(0, 10) },
  }
  return { var: desk } as unknown as Context<Env>
}
