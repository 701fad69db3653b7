import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertNomination, type Nomination } from '../../db/nominations.ts'
import { findNomineeIn, insertNominee, updateNominee } from '../../db/nominees.ts'
import { findRound, holdOpenRound, type Round } from '../../db/rounds.ts'
import type { Database } from '../../db/schema.ts'
import { type Post, patternOf } from '../../matching/index.ts'
import type { Told } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { countyOf } from '../remembered.ts'
import { invalid } from '../validate.ts'
import { firstStage } from '../workflow/path.ts'
import { summaryOf } from '../workflow/summary.ts'
import { factsHashOf, fileOf, overridesOf } from './loading.ts'

export type Proposed = Pick<
  Nomination,
  'talentId' | 'channel' | 'nominator' | 'relation' | 'jointNames' | 'reason' | 'villageCode'
> & {
  posts: Post[]
  isOnPaper: boolean
  planId?: string | null
  /** Of the sender, so that the same paper is stored once. */
  id?: string
}

type Nominating = {
  round: Round
  proposed: Proposed
  /** Read within the transaction when not given: it then knows whom this transaction entered. */
  county?: County
  /** The day on which it was handed in, where that is before today. */
  on?: string
}

/**
 * One nomination, in the caller's transaction: the first of a person in a round opens the way, a later one joins the
 * group. Who may propose whom for where is the caller's to see to.
 */
export async function nominate(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { round, proposed, county: known, on = c.var.today() }: Nominating,
  tell: (told: Told) => void,
): Promise<{ nomination: string; nominee: string }> {
  const isLate = requireWindow(c, round, on)
  const all = { countyCode: c.var.countyCode }
  if (!(await holdOpenRound(transaction, all, round.id))) throw new Problem('conflict', CLOSED)
  const county = known ?? (await countyOf(transaction, all))
  requireSeat(county, proposed)
  const nomineeId = await groupOf(c, transaction, { round, proposed, county })
  const { talentId, posts, isOnPaper, planId = null, id = newId(), ...said } = proposed
  await insertNomination(transaction, c.var.scope, {
    ...{ ...said, id, nomineeId, talentId, posts, planId },
    ...{ isOnPaper: isOnPaper ? 1 : 0, isLate: isLate ? 1 : 0 },
    ...{ createdAt: c.var.clock().toISOString(), createdBy: c.var.session.account.id },
    ...{ withdrawnAt: null, withdrawnBy: null },
  })
  const detail = { channel: proposed.channel, round: round.id, isLate }
  tell({ action: 'nominee.nominated', subjects: [talentId, nomineeId], detail })
  return { nomination: id, nominee: nomineeId }
}

/** The round, open; or the words why nobody can be nominated in it. */
export async function openRoundOf(c: Context<Env>, id: string): Promise<Round> {
  const round = await findRound(c.var.db, { countyCode: c.var.countyCode }, id)
  if (!round) throw invalid([{ pointer: '#/round', detail: NO_ROUND }])
  if (round.state === 'closed') throw new Problem('conflict', CLOSED)
  return round
}

/** Before the window and after it only the county nominates, and it is written down as late. */
function requireWindow(c: Context<Env>, { opensOn, closesOn }: Round, on: string): boolean {
  const isOutside = on < opensOn || on > closesOn
  if (isOutside && c.var.session.account.role !== 'county')
    throw new Problem('conflict', {
      zh: `提名时间为 ${opensOn} 至 ${closesOn}。窗口之外只能由县级组织部门补录。`,
      en: `Nominations run from ${opensOn} to ${closesOn}. Outside of it only the county enters one.`,
    })
  return isOutside
}

function requireSeat(county: County, { villageCode, posts, talentId }: Proposed): void {
  const village = villageCode === null ? null : county.villages.get(villageCode)
  if (village === undefined) throw invalid([{ pointer: '#/village', detail: NO_VILLAGE }])
  if ((village === null) !== (posts.length === 0))
    throw invalid([{ pointer: '#/posts', detail: NO_SEAT }])
  if (posts.length > 0 && patternOf(posts) === undefined)
    throw invalid([{ pointer: '#/posts', detail: NO_PATTERN }])
  const talent = county.talents.get(talentId)
  if (talent?.consent === 'withdrawn') throw new Problem('conflict', WITHDRAWN)
}

type Group = { round: Round; proposed: Proposed; county: County }

async function groupOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { round, proposed, county }: Group,
): Promise<string> {
  const { talentId } = proposed
  const all = { countyCode: c.var.countyCode }
  const known = await findNomineeIn(transaction, all, { roundId: round.id, talentId })
  if (!known) return insertFirst(c, transaction, { round, proposed, county })
  if (known.state !== 'open') throw new Problem('conflict', ENDED)
  // The group has changed: whoever reads it now has not seen this reason.
  await updateNominee(transaction, all, known, {})
  return known.id
}

async function insertFirst(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { round, proposed, county }: Group,
): Promise<string> {
  const { talentId, villageCode, posts } = proposed
  const at = c.var.clock().toISOString()
  const talent = county.talents.get(talentId)!
  const place = county.villages.get(villageCode ?? talent.homeVillage)!
  const row = {
    ...{ id: newId(), roundId: round.id, talentId, villageCode, posts, stage: '', outcome: null },
    ...{
      townshipCode: place.matching.township,
      state: 'open' as const,
      stageSince: at,
      createdAt: at,
    },
    ...{ termStartsOn: null, termEndsOn: null, revision: 1, dueOn: null, validUntil: null },
    ...{ waitsFor: 'nobody' as const, asked: 0, passed: 0, objections: 0 },
  }
  const file = fileOf({
    ...{ row, round, county, acts: [], departments: [], today: c.var.today() },
    overrides: await overridesOf(transaction, c.var.countyCode),
    factsHash: await factsHashOf(c, county, row, transaction),
    elsewhere: { inRound: [], inOther: [] },
  })
  const stage = firstStage(file)
  const summary = summaryOf({ ...file, nominee: { ...file.nominee, stage } })
  await insertNominee(transaction, c.var.scope, { ...row, stage, ...summary })
  return row.id
}

const NO_ROUND = {
  zh: '没有这个提名轮次，请从列表中选。',
  en: 'No such round: choose one of the list.',
}
const CLOSED = {
  zh: '本轮次已结束，不能再提名。请在进行中的轮次提名。',
  en: 'The round is closed. Nominate in a round that is open.',
}
const NO_VILLAGE = { zh: '请选本县的村（社区）。', en: 'Choose a village of the county.' }
const NO_SEAT = {
  zh: '村和岗位须同时填写；仅入库的，两项都不填。',
  en: 'A village needs posts and posts a village; leave out both for the pool only.',
}
export const NO_PATTERN = {
  zh: '这几个岗位不能由一人同时担任。党组织、村（居）委会各选一个岗位；监委会成员不兼村（居）委会。',
  en: 'One person cannot hold these posts together: one on each committee at most.',
}
const WITHDRAWN = {
  zh: '本人已撤回同意，不能提名。请先与本人联系，由本人重新同意。',
  en: 'The person withdrew consent and cannot be nominated before agreeing again.',
}
const ENDED = {
  zh: '此人在本轮次已办结、退出或终止。确需再办的，由县级组织部门恢复。',
  en: 'The person is settled, withdrawn or stopped in this round; the county can take it up again.',
}
