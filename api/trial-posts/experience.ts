import type { Context } from 'hono'
import { updateTalent } from '../../db/talents.ts'
import { type TrialPost, updateTrialPost } from '../../db/trial-posts.ts'
import { monthsServed } from '../../matching/index.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { keepOld, requireHome, textOf } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import { talentOf } from '../talents.ts'
import { trialPostOf } from './reach.ts'

type Served = Pick<TrialPost, 'startsOn' | 'endsOn' | 'endedOn'>

/** Whole months of village work: until it ended, or until today, and not beyond the day agreed on. */
export function monthsOf({ startsOn, endsOn, endedOn }: Served, today: string): number {
  return monthsServed(startsOn, endedOn ?? (endsOn < today ? endsOn : today))
}

/** Years of experience with those of a trial post, to a tenth, since the record counts in years. */
export function yearsWith(recorded: number | null, months: number): number {
  return Math.round(((recorded ?? 0) + months / 12) * 10) / 10
}

/** An office counts the months of a concluded trial post as experience, once: nothing does so by itself. */
export async function countExperience(c: Context<Env>, id: string): Promise<void> {
  const revision = revisionOf(c)
  const trial = await trialPostOf(c, id)
  const talent = await talentOf(c, trial.talentId)
  requireHome(c, talent)
  const months = monthsOf(trial, c.var.today())
  if (trial.state !== 'concluded' || trial.countedAt !== null || months === 0)
    throw new Problem('conflict', NOTHING)
  const experienceYears = yearsWith(talent.experienceYears, months)
  const at = c.var.clock().toISOString()
  await changing(c, async (transaction, tell) => {
    const { scope } = c.var
    if (!(await updateTrialPost(transaction, scope, { id, revision }, { countedAt: at })))
      throw changedMeanwhile()
    const before = textOf(talent.experienceYears)
    const kept = { field: 'experienceYears', before, after: textOf(experienceYears) }
    await keepOld(c, transaction, talent.id, [kept])
    const change = { experienceYears, updatedAt: at }
    if (!(await updateTalent(transaction, scope, talent.id, change, talent.revision)))
      throw changedMeanwhile()
    const detail = { trialPost: id, fields: ['experienceYears'] }
    tell({ action: 'trial-post.counted', subjects: [talent.id], detail })
  })
  forgetCounty(c.var.db)
}

const NOTHING = {
  zh: '没有可计入的月数：准岗尚未作出结论，或已经计入过。',
  en: 'There are no months to count: it is not concluded, or they are counted already.',
}
