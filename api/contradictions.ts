import { CRITERIA, POSTS, type Policy, TARGETS, type Words } from '../matching/types.ts'
import { Problem, type ProblemError } from './problem.ts'

/** Refuses to match by a policy that nobody could follow, naming each place that must be mended. */
export function requireSound(policy: Policy): Policy {
  const errors = contradictionsOf(policy)
  if (errors.length === 0) return policy
  const first = errors[0]!
  throw new Problem(
    'policy-contradiction',
    {
      zh: `第 ${policy.version} 版政策有 ${errors.length} 处矛盾，须先改正。${first.pointer}:${first.detail.zh}`,
      en: `Version ${policy.version} of the policy contradicts itself in ${errors.length} places; mend it first. ${first.pointer}: ${first.detail.en}`,
    },
    errors,
  )
}

/** Places of a policy that contradict each other or themselves; pointers lead into the policy. */
export function contradictionsOf(policy: Policy): ProblemError[] {
  return [...ages(policy), ...targets(policy), ...weights(policy), ...evidence(policy)]
}

function ages({ age, targets }: Policy): ProblemError[] {
  const asked = TARGETS.flatMap((id) => {
    const { isOn, ages: counted } = targets[id]
    return isOn && counted !== undefined ? [{ id, ...counted }] : []
  })
  return [
    ...asked
      .filter(({ from, to }) => from > to)
      .map(({ id, from, to }) => ({
        pointer: `#/targets/${id}/ages`,
        detail: {
          zh: `年龄段 ${from} 至 ${to} 岁的起点大于终点。`,
          en: `The ages ${from} to ${to} begin after they end.`,
        },
      })),
    ...asked
      .filter(({ from }) => age.max < from)
      .map(({ id, from }) => ({
        pointer: '#/age/max',
        detail: {
          zh: `年龄上限 ${age.max} 岁，而目标 ${id} 要求有 ${from} 岁以上的人。`,
          en: `Nobody over ${age.max} may stand, yet the target ${id} asks for people of ${from} or more.`,
        },
      })),
  ]
}

const SHARES = [
  'age.core',
  'college.share',
  'combined.share',
  'cross.share',
  'women.share',
] as const

function targets({ targets }: Policy): ProblemError[] {
  const wrong = TARGETS.filter((id) => !(targets[id].bound >= 0 && targets[id].bound < Infinity))
  const above = [...SHARES, 'sources.share' as const].filter((id) => targets[id].bound > 1)
  const margin = targets.margin.isOn && targets.margin.bound < 1 ? (['margin'] as const) : []
  return [
    ...wrong.map((id) => boundError(id, '应为零或正数。', 'must be zero or more.')),
    ...above.map((id) => boundError(id, '是比例，不能大于 1。', 'is a share and cannot exceed 1.')),
    ...margin.map((id) =>
      boundError(
        id,
        '差额比不能小于 1，否则人选少于职数。',
        'must be 1 or more, or seats stay empty.',
      ),
    ),
  ]
}

function boundError(id: string, zh: string, en: string): ProblemError {
  return {
    pointer: `#/targets/${id}/bound`,
    detail: { zh: `目标 ${id} 的界限${zh}`, en: `The bound of target ${id} ${en}` },
  }
}

/** Saaty's matrix: positive, 1 on the diagonal, each pair reciprocal. */
function weights(policy: Policy): ProblemError[] {
  return POSTS.flatMap((post) => {
    const weighting = policy.weights[post]
    const isSound =
      weighting.method === 'direct'
        ? isWeighting(Object.values(weighting.weights))
        : isReciprocal(weighting.comparisons)
    return unless(isSound, `#/weights/${post}`, {
      zh: '权重须为非负数；两两比较须为正数且互为倒数。',
      en: 'Weights must not be negative; comparisons must be positive and reciprocal.',
    })
  })
}

function isWeighting(weights: number[]): boolean {
  return weights.every((weight) => weight >= 0 && weight < Infinity)
}

function isReciprocal(matrix: number[][]): boolean {
  const rows = [...CRITERIA.keys()]
  return rows.every((row) =>
    rows.every((column) => {
      const there = matrix[row]?.[column] ?? 0
      const back = matrix[column]?.[row] ?? 0
      return there > 0 && Math.abs(there * back - 1) < 1e-6
    }),
  )
}

function evidence({ evidence, criteria }: Policy): ProblemError[] {
  const ageless = CRITERIA.filter((id) => !(criteria[id].halfLifeYears > 0))
  return [
    ...unless(isShare(evidence.prior), '#/evidence/prior', {
      zh: '未知项的假定值应在 0 到 1 之间。',
      en: 'The value assumed for the unknown lies between 0 and 1.',
    }),
    ...unless(isShare(evidence.claimedShare), '#/evidence/claimedShare', {
      zh: '自报材料的折算应在 0 到 1 之间。',
      en: 'What a claim counts lies between 0 and 1.',
    }),
    ...ageless.map((id) => ({
      pointer: `#/criteria/${id}/halfLifeYears`,
      detail: { zh: '证据半衰期须大于零。', en: 'The half-life of evidence must be above zero.' },
    })),
  ]
}

const isShare = (value: number) => value >= 0 && value <= 1

function unless(holds: boolean, pointer: string, detail: Words): ProblemError[] {
  return holds ? [] : [{ pointer, detail }]
}
