import type {
  Exclusion,
  Miss,
  Pin,
  PinConflict,
  Plan,
  Progress,
  Village,
  Words,
} from '../matching/types.ts'
import { type County, type Extent, peopleOf, problemFor } from './candidacies.ts'
import { requireSound } from './contradictions.ts'
import { idsIn } from './mentioned.ts'
import type { Person } from './people.ts'
import { type PlanCertificate, PROGRAM_VERSION, RULE_BOOK_HASH } from './plan-certificates.ts'
import type { PlanChanges } from './plan-changes.ts'
import { LIMITS, SEED } from './plan-limits.ts'
import type { SolverThreads } from './solver/index.ts'

export type SolvedPlan =
  | {
      status: 'solved'
      plan: Plan
      /** By village code, only villages that miss a target and whose turn came in time. */
      explanations: Record<string, Miss[]>
      people: Person[]
      villages: Pick<Village, 'code' | 'name' | 'kind' | 'seats'>[]
      /** Everybody who may not sit with one of the people named. */
      kin: [string, string][]
      seconds: number
      certificate: PlanCertificate
      /** Why the solver was started anew on a smaller question; null when it was not. */
      restarted: Words | null
    }
  | { status: 'impossible'; conflicts: PinConflict[]; people: Person[] }

/** Best so far, its bound and its misses by tier, after so many seconds. */
export type ProgressPoint = Pick<Progress, 'objective' | 'bound' | 'misses'> & {
  elapsedSeconds: number
}
/** Whether a question asked again was the same question, and had the same teams. */
export type Repeat = { of: string; isSameQuestion: boolean; isSameAnswer: boolean }

/** As it is kept: people by id alone, so that what is erased or withdrawn is nowhere else. Plans of earlier versions have less. */
export type StoredPlan =
  | (Omit<Extract<SolvedPlan, { status: 'solved' }>, 'people' | 'certificate' | 'restarted'> & {
      certificate?: PlanCertificate
      restarted?: Words | null
      changes?: PlanChanges | null
      repeat?: Repeat | null
      progress?: ProgressPoint[]
    })
  | Omit<Extract<SolvedPlan, { status: 'impossible' }>, 'people'>

type Asked = {
  county: County
  solver: SolverThreads
  extent: Extent
  pins?: Pin[] | undefined
  exclusions?: Exclusion[] | undefined
  /** Seats of the plan that this one replaces; every change costs what the policy says. */
  incumbents?: Pin[] | undefined
  gap?: number | undefined
  timeLimitSeconds?: number | undefined
  /** By a draft of a policy, and of which revision the pool is: for the certificate. */
  isDraft?: boolean | undefined
  poolRevision?: number | undefined
  stop?: AbortSignal | undefined
  onRestart?: ((reason: Words) => void) | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Solves an extent in the worker and puts the names beside the answer. */
export async function solveExtent({
  county,
  solver,
  extent,
  ...asked
}: Asked): Promise<SolvedPlan> {
  const { pins = [], exclusions = [], incumbents, signal, stop, onProgress } = asked
  const policy = requireSound(county.policy)
  const problem = {
    ...problemFor(county, extent, { policy, pins, exclusions }),
    ...(incumbents && { incumbents }),
  }
  const startedAt = performance.now()
  const limits = LIMITS[problem.level]
  const { gap = limits.gap, timeLimitSeconds = limits.timeLimitSeconds } = asked
  const { explainSeconds } = limits
  let restarted: Words | null = null
  const onRestart = (reason: Words) => {
    restarted = reason
    asked.onRestart?.(reason)
  }
  const { result, explanations, problemHash } = await solver.plan(
    { kind: 'plan', problem, gap, timeLimitSeconds, explainSeconds, seed: SEED },
    { signal, stop, onProgress, onRestart },
  )
  const seconds = (performance.now() - startedAt) / 1000
  if (result.status === 'impossible') return { ...result, people: peopleIn(county, result) }
  const named = new Set(idsIn(result, [], Object.values(explanations).flat()))
  const kin = problem.kin
    .filter(({ a, b }) => named.has(a) || named.has(b))
    .map(({ a, b }): [string, string] => [a, b])
  const villages = problem.villages.map(({ code, name, kind, seats }) => ({
    code,
    name,
    kind,
    seats,
  }))
  const certificate: PlanCertificate = {
    policyVersion: policy.version,
    isDraft: asked.isDraft ?? false,
    ruleBook: RULE_BOOK_HASH,
    data: { revision: asked.poolRevision ?? 0, hash: problemHash },
    program: PROGRAM_VERSION,
    seed: SEED,
    ...{ gap, timeLimitSeconds, stopped: result.plan.stopped, seconds },
  }
  const stored = { ...result, explanations, villages, kin, seconds, certificate, restarted }
  return { ...stored, people: peopleIn(county, stored) }
}

/** Everybody whom a plan names, and their kin. */
export function peopleIn(county: County, stored: StoredPlan, asked: string[] = []): Person[] {
  if (stored.status === 'impossible') return peopleOf(county, [...idsIn(stored, [], []), ...asked])
  const misses = Object.values(stored.explanations).flat()
  const changed = (stored.changes?.villages ?? [])
    .flatMap(({ left, came, moved }) => [...left, ...came, ...moved])
    .map(({ talent }) => talent)
  const letGo = (stored.changes?.letGo ?? []).map(({ pin }) => pin.talent)
  const named = [...idsIn(stored, [], misses), ...changed, ...letGo, ...asked]
  return peopleOf(county, [...named, ...stored.kin.flat()])
}
