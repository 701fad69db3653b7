import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'hono'
import { findPlan } from '../db/plans.ts'
import type { Plan, Problem as Question } from '../matching/types.ts'
import { recordMiss } from './auditing.ts'
import { type County, problemFor } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { countyUnder } from './plan-county.ts'
import { reachOf } from './plan-records.ts'
import { type PlanRequest, solvedOf } from './plan-requests.ts'
import { policyFor } from './plan-starting.ts'
import { Problem } from './problem.ts'
import { countyOf } from './remembered.ts'
import type { Advance } from './solver/messages.ts'

/** A long answer about a finished plan: how far it is, or what it found. */
export type Study<Found> = ({ status: 'working' } & Advance) | { status: 'done'; found: Found }
type Watch = { signal: AbortSignal; onAdvance: (advance: Advance) => void }
type Running = Advance & {
  controller: AbortController
  /** Settles with what was found, or with what went wrong. */
  ended: Promise<{ found: unknown } | { error: unknown }>
  leave: NodeJS.Timeout
}

/** A short answer comes at once; whoever asks for a long one hears how far it is and asks again. */
const WAIT_MS = 1_200
/** Nobody asked again for so long: the work is given up. */
const LEFT_MS = 15_000
/** Answers kept while the county stays as it is. */
const MOST = 12

const studies = new WeakMap<County, Map<string, Running>>()

/** A finished plan of the scope with the question it answers, among the people of today. */
export async function studiedPlan(c: Context<Env>, id: string) {
  const { db, scope } = c.var
  const row = await findPlan(db, scope, id)
  if (!row) throw await unknownPlan(c, id)
  const plan = solvedOf(row.result)
  if (plan === null) throw new Problem('conflict', NOT_SOLVED)
  const request = row.request as PlanRequest
  const reach = reachOf(scope.countyCode, row)
  const policy = requireSound(
    await policyFor(db, { countyCode: scope.countyCode }, { ...row, request }),
  )
  const county = await countyUnder(db, reach, policy)
  const question = questionOf(county, plan, { ...row, request })
  return { county, known: await countyOf(db, reach), plan, question }
}

/** The answer where it is known, or soon; else how far the work is. It goes on while somebody asks again and again. */
export async function studied<Found>(
  known: County,
  key: string,
  work: (watch: Watch) => Promise<Found>,
): Promise<Study<Found>> {
  const own = studies.get(known) ?? new Map<string, Running>()
  studies.set(known, own)
  const running = own.get(key) ?? begin(own, key, work)
  running.leave.refresh()
  const ended = await Promise.race([running.ended, wait(WAIT_MS, null, { ref: false })])
  if (ended === null) return { status: 'working', done: running.done, total: running.total }
  if ('found' in ended) return { status: 'done', found: ended.found as Found }
  own.delete(key)
  throw ended.error
}

function begin(
  own: Map<string, Running>,
  key: string,
  work: (watch: Watch) => Promise<unknown>,
): Running {
  if (own.size >= MOST) drop(own, own.keys().next().value!)
  const controller = new AbortController()
  const leave = setTimeout(() => drop(own, key), LEFT_MS).unref()
  const onAdvance = ({ done, total }: Advance) => Object.assign(running, { done, total })
  const ended = work({ signal: controller.signal, onAdvance }).then(
    (found) => {
      clearTimeout(leave)
      return { found }
    },
    (error: unknown) => ({ error }),
  )
  const running: Running = { done: 0, total: 0, controller, ended, leave }
  own.set(key, running)
  return running
}

function drop(own: Map<string, Running>, key: string): void {
  own.get(key)?.controller.abort()
  own.delete(key)
}

function questionOf(
  county: County,
  { slates }: Plan,
  { request, townshipCode }: { request: PlanRequest; townshipCode: string | null },
): Question {
  const isThere = ({ talent }: { talent: string }) => county.talents.has(talent)
  const { policy, code } = county
  const extent = townshipCode === null ? { county: code } : { township: townshipCode }
  const pins = request.pins.filter(isThere)
  const question = problemFor(county, extent, {
    policy,
    pins,
    exclusions: request.exclusions.filter(isThere),
  })
  const planned = new Set(slates.map(({ village }) => village))
  return { ...question, villages: question.villages.filter((village) => planned.has(village.code)) }
}

async function unknownPlan(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'plan.missed', id)
  return new Problem('not-found', {
    zh: `没有编号为 ${id} 的换届方案。`,
    en: `There is no plan ${id}.`,
  })
}

const NOT_SOLVED = {
  zh: '这一方案没有（或还没有）求解结果，因此没有可分析的班子。请等它完成，或重新测算。',
  en: 'The plan has no teams (or none yet) to look into. Wait until it is done, or run a new one.',
}
