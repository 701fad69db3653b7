import type { Context } from 'hono'
import type { z } from 'zod'
import { namesOfTalents } from '../../db/talents.ts'
import type { TrialPost } from '../../db/trial-posts.ts'
import { mayRole } from '../access.ts'
import type { Env } from '../context.ts'
import { dayInChina } from '../days.ts'
import { type ShownEvaluation, shownEvaluationsOf } from '../evaluations/shown.ts'
import { placeNames } from '../people-by-id.ts'
import { isHomeIn } from '../portrait/changes.ts'
import type { TrialPostRow, TrialPostView } from '../shapes/trial-posts.ts'
import { talentOf } from '../talents.ts'
import { replaceableUntil } from './ending.ts'
import { monthsOf, yearsWith } from './experience.ts'
import { limitsOf } from './limits.ts'
import { missingOf } from './missing.ts'

type Row = z.infer<typeof TrialPostRow>
type View = z.infer<typeof TrialPostView>

/** Rows of a list, with names and how far the evaluation is. */
export async function rowsShown(c: Context<Env>, all: readonly TrialPost[]): Promise<Row[]> {
  const ids = [...new Set(all.map(({ talentId }) => talentId))]
  const names = await namesOfTalents(c.var.db, c.var.scope, ids)
  const places = await placeNames(c)
  const evaluations = await shownEvaluationsOf(
    c,
    all.map(({ id }) => id),
  )
  return all.map((trial) => {
    const shown = (evaluations.get(trial.id) ?? []).map((one) => forReader(c, one))
    return rowOf(trial, { names, places, evaluations: shown, today: c.var.today() })
  })
}

/** One trial post as a whole. */
export async function viewOf(c: Context<Env>, trial: TrialPost): Promise<View> {
  const talent = await talentOf(c, trial.talentId)
  const [row] = await rowsShown(c, [trial])
  const limits = await limitsOf(c, trial)
  const all = (await shownEvaluationsOf(c, [trial.id])).get(trial.id) ?? []
  const today = c.var.today()
  const on = trial.endedOn ?? (trial.endsOn < today ? trial.endsOn : today)
  const role = c.var.session.account.role
  const mayChange = mayRole(role, 'trials.write') && isHomeIn(c.var.scope, talent)
  const months = monthsOf(trial, today)
  const until = replaceableUntil(trial)
  return {
    ...row!,
    revision: trial.revision,
    limits,
    evaluations: all.map((one) => forReader(c, one)),
    missing: missingOf(trial, { limits, evaluations: all, on }),
    superseded: trial.superseded.map(conclusionOf),
    mayChange,
    replaceableUntil: mayChange && until !== null && today <= until ? until : null,
    experience: {
      recorded: talent.experienceYears,
      offered: yearsWith(talent.experienceYears, months),
      countedOn: trial.countedAt && dayInChina(trial.countedAt),
      mayCount: mayChange && trial.state === 'concluded' && trial.countedAt === null && months > 0,
    },
  }
}

type Known = {
  names: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
  evaluations: ShownEvaluation[]
  today: string
}

function rowOf(trial: TrialPost, { names, places, evaluations, today }: Known): Row {
  const { id, talentId, villageCode, kind, duties, startsOn, endsOn, state, endedOn } = trial
  const latest = evaluations[0]
  return {
    id,
    talent: { id: talentId, name: names.get(talentId) ?? '' },
    village: { code: villageCode, name: places.get(villageCode) ?? villageCode },
    ...{ kind, duties, startsOn, endsOn, state, endedOn },
    months: monthsOf(trial, today),
    daysLeft: state === 'running' ? daysBetween(today, endsOn) : null,
    conclusion: trial.signedAt === null ? null : conclusionOf(trial),
    evaluation: latest
      ? { state: latest.state, answers: latest.answers, ...askedOf(latest) }
      : null,
  }
}

function askedOf({ issued, answersMin, closesOn }: ShownEvaluation) {
  return { asked: issued.colleague + issued.representative, answersMin, closesOn }
}

type Signed = Pick<
  TrialPost,
  'grade' | 'conclusion' | 'signedName' | 'signedPosition' | 'signedAt' | 'endedOn'
>

function conclusionOf(signed: Signed & { reason?: string }): NonNullable<Row['conclusion']> {
  const { grade, conclusion, signedName, signedPosition, signedAt, endedOn, reason } = signed
  return {
    ...{ grade, text: conclusion, endedOn, name: signedName, position: signedPosition },
    signedOn: signedAt && dayInChina(signedAt),
    replacedFor: reason ?? null,
  }
}

/** A village's clerk is among the colleagues who were asked: they read that there was an evaluation, and no marks. */
function forReader(c: Context<Env>, one: ShownEvaluation): ShownEvaluation {
  return c.var.session.account.role === 'village' ? { ...one, results: null } : one
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
