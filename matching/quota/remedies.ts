import type { Solver } from '../plan/state.ts'
import type { Words } from '../types.ts'
import { kindsOf } from './kinds.ts'
import { CLOSED, openPool, type Pool, type Range } from './pool.ts'
import { best } from './search.ts'
import type { QuotaChange, QuotaProblem, QuotaRemedy } from './types.ts'

/**
 * The smallest changes after which a choice is possible, each found and proven by a search in which bounds may give way
 * at a price of 1 a seat: over all quotas, within each feature alone, or of the number of people to choose.
 */
export function remediesOf(problem: QuotaProblem, { highs, secondsLeft }: Solver): QuotaRemedy[] {
  const { quotas, features } = problem
  const size = quotas.length
  const pool = openPool(highs, kindsOf(problem, false), size + 1)
  const asked = (kind: QuotaRemedy['kind'], mayGive: (row: number) => boolean) =>
    remedy({ pool, problem, secondsLeft }, kind, mayGive)
  try {
    const hasEnough = problem.people.length >= problem.select
    const all = [
      ...asked('fewest', (row) => row < size || !hasEnough),
      ...features.flatMap((feature) => asked('feature', (row) => quotas[row]?.feature === feature)),
      ...asked('size', (row) => row === size),
    ]
    return distinct(all).sort((a, b) => a.seats - b.seats)
  } finally {
    pool.model.dispose()
  }
}

type Asked = { pool: Pool; problem: QuotaProblem; secondsLeft: () => number }

function remedy(
  { pool, problem, secondsLeft }: Asked,
  kind: QuotaRemedy['kind'],
  mayGive: (row: number) => boolean,
): QuotaRemedy[] {
  const { quotas, select } = problem
  const rows: Range[] = [...quotas, { min: select, max: select }]
  const price = rows.flatMap((_, row) => (mayGive(row) ? [1, 1] : [CLOSED, CLOSED]))
  const found = best(pool, { rows, worth: () => 0, price, isWhole: true }, secondsLeft)
  if (found.status !== 'solved') return []
  const changes = rows.flatMap((_, row) =>
    changesOf(problem, row, found.ways[2 * row]!, found.ways[2 * row + 1]!),
  )
  // To choose nobody is no choice.
  if (changes.some(({ bound, to }) => bound === 'select' && to === 0)) return []
  const seats = changes.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0)
  const isLeast = found.bound - found.worth <= 1e-6
  return [{ kind, seats, isLeast, changes, words: wordsOf(changes) }]
}

/** What a row lacks lowers its minimum; what it has too many raises its maximum. */
function changesOf(
  { quotas, select }: QuotaProblem,
  row: number,
  lacks: number,
  over: number,
): QuotaChange[] {
  const quota = quotas[row]
  if (!quota) {
    const to = select - lacks + over
    return to === select ? [] : [{ feature: null, value: null, bound: 'select', from: select, to }]
  }
  const { feature, value, min, max } = quota
  return [
    ...(lacks > 0 ? [{ feature, value, bound: 'min' as const, from: min, to: min - lacks }] : []),
    ...(over > 0 ? [{ feature, value, bound: 'max' as const, from: max, to: max + over }] : []),
  ]
}

/** Where the fewest changes are those of one feature, that feature has told its own. */
function distinct([fewest, ...others]: readonly QuotaRemedy[]): QuotaRemedy[] {
  if (fewest === undefined) return []
  const features = new Set(fewest.changes.map(({ feature }) => feature))
  const isTold = ({ changes }: QuotaRemedy) =>
    features.size === 1 && changes.every(({ feature }) => features.has(feature))
  return [fewest, ...others.filter((one) => !isTold(one))]
}

function wordsOf(changes: readonly QuotaChange[]): Words {
  const each = changes.map(changeWords)
  return { zh: each.map(({ zh }) => zh).join('；'), en: each.map(({ en }) => en).join('; ') }
}

function changeWords({ feature, value, bound, from, to }: QuotaChange): Words {
  if (bound === 'select')
    return { zh: `选取人数由 ${from} 改为 ${to}`, en: `select ${to} instead of ${from}` }
  const name = `${feature}=${value}`
  return bound === 'min'
    ? {
        zh: `${name} 的下限由 ${from} 降为 ${to}`,
        en: `lower the min of ${name} from ${from} to ${to}`,
      }
    : {
        zh: `${name} 的上限由 ${from} 升为 ${to}`,
        en: `raise the max of ${name} from ${from} to ${to}`,
      }
}
