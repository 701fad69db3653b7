import type {
  Exclusion,
  Miss,
  Pin,
  PinConflict,
  Plan,
  Progress,
  Village,
} from '../matching/types.ts'
import { type County, type Extent, peopleOf, problemFor } from './candidacies.ts'
import { requireSound } from './contradictions.ts'
import { idsIn } from './mentioned.ts'
import type { Person } from './people.ts'
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
    }
  | { status: 'impossible'; conflicts: PinConflict[]; people: Person[] }

/** As it is kept: people by id alone, so that what is erased or withdrawn is nowhere else. */
export type StoredPlan =
  | Omit<Extract<SolvedPlan, { status: 'solved' }>, 'people'>
  | Omit<Extract<SolvedPlan, { status: 'impossible' }>, 'people'>

type Asked = {
  county: County
  solver: SolverThreads
  extent: Extent
  pins?: Pin[] | undefined
  exclusions?: Exclusion[] | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** A township is proven in seconds; the county may take the time of a coffee and says its gap. */
const LIMITS = {
  village: { timeLimitSeconds: 10, gap: 0, explainSeconds: 10 },
  township: { timeLimitSeconds: 60, gap: 0, explainSeconds: 60 },
  county: { timeLimitSeconds: 300, gap: 0.001, explainSeconds: 60 },
} as const

/** Solves an extent in the worker and puts the names beside the answer. */
export async function solveExtent({
  county,
  solver,
  extent,
  ...asked
}: Asked): Promise<SolvedPlan> {
  const { pins = [], exclusions = [], signal, onProgress } = asked
  const policy = requireSound(county.policy)
  const problem = problemFor(county, extent, { policy, pins, exclusions })
  const startedAt = performance.now()
  const question = { kind: 'plan', problem, ...LIMITS[problem.level] } as const
  const { result, explanations } = await solver.plan(question, { signal, onProgress })
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
  const stored = { ...result, explanations, villages, kin, seconds }
  return { ...stored, people: peopleIn(county, stored) }
}

/** Everybody whom a plan names, and their kin. */
export function peopleIn(county: County, stored: StoredPlan): Person[] {
  if (stored.status === 'impossible') return peopleOf(county, idsIn(stored, [], []))
  const misses = Object.values(stored.explanations).flat()
  return peopleOf(county, [...idsIn(stored, [], misses), ...stored.kin.flat()])
}
