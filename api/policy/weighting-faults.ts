import { CRITERIA, POSTS, type Policy, type Weighting } from '../../matching/types.ts'
import type { ProblemError } from '../problem.ts'
import { unless } from './unless.ts'

/** Weights that nobody could follow, post by post. */
export function weightingFaults({ weights }: Policy): ProblemError[] {
  return POSTS.flatMap((post) => faultsOf(weights[post], `#/weights/${post}`))
}

/** Those of one weighting; `pointer` is where it stands. */
export function faultsOf(weighting: Weighting, pointer: string): ProblemError[] {
  if (weighting.method === 'direct') return unless(isWeighting(weighting.weights), pointer, DIRECT)
  if (weighting.method === 'swing') return unless(isSwing(weighting.points), pointer, SWING)
  if (weighting.method === 'ahp')
    return unless(isReciprocal(weighting.comparisons), pointer, RECIPROCAL)
  return judgeFaults(weighting.judges, pointer)
}

type Judges = Extract<Weighting, { method: 'judges' }>['judges']

function judgeFaults(judges: Judges, pointer: string): ProblemError[] {
  const names = judges.map(({ name }) => name.trim())
  return [
    ...unless(judges.length > 0, `${pointer}/judges`, NOBODY),
    ...judges.flatMap(({ comparisons }, at) =>
      unless(isReciprocal(comparisons), `${pointer}/judges/${at}/comparisons`, RECIPROCAL),
    ),
    ...names.flatMap((name, at) => [
      ...unless(name !== '', `${pointer}/judges/${at}/name`, NAMELESS),
      ...unless(name === '' || names.indexOf(name) === at, `${pointer}/judges/${at}/name`, TWICE),
    ]),
  ]
}

const DIRECT = { zh: '权重须为非负数。', en: 'Weights must not be negative.' }
const SWING = {
  zh: '分值须在 0 到 100 之间，且至少一项大于 0。',
  en: 'Points lie between 0 and 100, and one at least is above 0.',
}
/** Saaty's matrix. */
const RECIPROCAL = {
  zh: '两两比较应在 1/9 到 9 之间，对角线为 1，且互为倒数。',
  en: 'Comparisons lie between 1/9 and 9 and are reciprocal, with 1 on the diagonal.',
}
const NOBODY = { zh: '至少要有一位评判人。', en: 'There must be a judge at least.' }
const NAMELESS = { zh: '请填写评判人姓名。', en: 'Name the judge.' }
const TWICE = { zh: '评判人姓名重复。', en: 'Two judges have this name.' }

function isWeighting(weights: Record<string, number>): boolean {
  return Object.values(weights).every((weight) => weight >= 0 && weight < Infinity)
}

function isSwing(points: Record<string, number>): boolean {
  const all = Object.values(points)
  return all.every((point) => point >= 0 && point <= 100) && all.some((point) => point > 0)
}

/** Of Saaty's scale; with numbers of any size the search for the eigenvalue never ends. */
const MOST_TIMES = 9
const isOnScale = (times: number) => times > 0 && Math.max(times, 1 / times) < MOST_TIMES + 1e-6

function isReciprocal(matrix: number[][]): boolean {
  const rows = [...CRITERIA.keys()]
  return rows.every((row) =>
    rows.every((column) => {
      const there = matrix[row]?.[column] ?? 0
      const back = matrix[column]?.[row] ?? 0
      return isOnScale(there) && Math.abs(there * back - 1) < 1e-6
    }),
  )
}
