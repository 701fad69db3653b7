import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database, TalentTable } from '../../db/schema.ts'
import { updateTalent } from '../../db/talents.ts'
import { insertTrialPost, updateTrialPost } from '../../db/trial-posts.ts'
import { findVillage } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { isDay, isPast } from '../days.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { keepOld, requireHome } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import type { TrialPostChanged, TrialPostGiven } from '../shapes/trial-posts.ts'
import { talentOf } from '../talents.ts'
import { invalid } from '../validate.ts'
import { limitsOf, requireLength } from './limits.ts'
import { trialPostOf } from './reach.ts'
import { requireNoneRunning } from './running.ts'

type Talent = Awaited<ReturnType<typeof talentOf>>

/** A trial post begins; the person is on trial until it ends, unless the kind leaves the status as it is. */
export async function startTrialPost(c: Context<Env>, given: TrialPostGiven): Promise<string> {
  const { scope, clock, session } = c.var
  const talent = await talentOf(c, given.talent)
  requireHome(c, talent)
  if (talent.status === 'left') throw new Problem('conflict', LEFT)
  await requirePlaceAndDays(c, given)
  const id = newId()
  await changeEntries(c, [talent.id], async (transaction, tell) => {
    await requireNoneRunning(c, transaction, talent.id)
    const { kind, duties, startsOn, endsOn, village: villageCode } = given
    const isOnTrial = kind !== 'shadowing'
    await insertTrialPost(transaction, scope, {
      ...{ id, talentId: talent.id, villageCode, kind, duties, startsOn, endsOn },
      statusBefore: isOnTrial ? talent.status : null,
      ...{ createdAt: clock().toISOString(), createdBy: session.account.id },
    })
    await putStatus(c, transaction, talent, isOnTrial ? 'trial-post' : talent.status)
    const detail = { trialPost: id, kind, village: villageCode }
    tell({ action: 'trial-post.started', subjects: [talent.id], detail })
  })
  forgetCounty(c.var.db)
  return id
}

/** Duties and the last day of one that runs. */
export async function changeTrialPost(c: Context<Env>, id: string, given: TrialPostChanged) {
  const revision = revisionOf(c)
  const trial = await trialPostOf(c, id)
  requireHome(c, await talentOf(c, trial.talentId))
  if (trial.state !== 'running') throw new Problem('conflict', ENDED)
  requireLength(given.endsOn, await limitsOf(c, trial))
  await changeEntries(c, [trial.talentId], async (transaction, tell) => {
    const change = { duties: given.duties, endsOn: given.endsOn }
    if (!(await updateTrialPost(transaction, c.var.scope, { id, revision }, change)))
      throw changedMeanwhile()
    const fields = (['duties', 'endsOn'] as const).filter((field) => trial[field] !== given[field])
    const detail = { trialPost: id, fields }
    tell({ action: 'trial-post.changed', subjects: [trial.talentId], detail })
  })
}

/**
 * The status and its old value. By the revision that was read, also where the status stays: of two that begin something
 * for the same person at the same moment one comes too late.
 */
async function putStatus(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id, status: before, revision }: Talent,
  status: TalentTable['status'],
): Promise<void> {
  if (before !== status)
    await keepOld(c, transaction, id, [{ field: 'status', before, after: status }])
  const change = { status, updatedAt: c.var.clock().toISOString() }
  if (!(await updateTalent(transaction, c.var.scope, id, change, revision)))
    throw changedMeanwhile()
}

async function requirePlaceAndDays(c: Context<Env>, given: TrialPostGiven): Promise<void> {
  const { startsOn, village, kind } = given
  if (!(await findVillage(c.var.db, c.var.scope, village)))
    throw invalid([{ pointer: '#/village', detail: NO_VILLAGE }])
  if (!isDay(startsOn) || !isPast(startsOn, c.var.today()))
    throw invalid([{ pointer: '#/startsOn', detail: NO_START }])
  requireLength(given.endsOn, await limitsOf(c, { kind, villageCode: village, startsOn }))
}

const LEFT = {
  zh: '此人已经出库，不能开始准岗。如确需准岗，请先登记重新入库。',
  en: 'The person has left the pool: record the return before a trial post begins.',
}
const NO_VILLAGE = {
  zh: '请选择本账号管理范围内的村（社区）。',
  en: 'Choose a village or community in the reach of your account.',
}
const NO_START = {
  zh: '开始日期应为真实日期，且不晚于今天：准岗从到岗之日起登记。',
  en: 'The first day is real and not in the future: a trial post is recorded once it has begun.',
}
export const ENDED = {
  zh: '这段准岗已经结束。请刷新页面看现在的情况。',
  en: 'The trial post has ended. Load the page again.',
}
