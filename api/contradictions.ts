import { type Policy, TARGETS } from '../matching/types.ts'
import { figureFaults } from './policy/figure-faults.ts'
import { weightingFaults } from './policy/weighting-faults.ts'
import { Problem, type ProblemError } from './problem.ts'

/** Refuses to match by a policy that nobody could follow, naming each place that must be mended. */
export function requireSound(policy: Policy): Policy {
  const errors = contradictionsOf(policy)
  if (errors.length === 0) return policy
  throw contradiction(policy.version, errors)
}

export function contradiction(version: number, errors: ProblemError[]): Problem {
  const first = errors[0]!
  return new Problem(
    'policy-contradiction',
    {
      zh: `第 ${version} 版政策有 ${errors.length} 处矛盾，须先改正。${first.pointer}:${first.detail.zh}`,
      en: `Version ${version} of the policy contradicts itself in ${errors.length} places; mend it first. ${first.pointer}: ${first.detail.en}`,
    },
    errors,
  )
}

/** Places of a policy that contradict each other or themselves; pointers lead into the policy. */
export function contradictionsOf(policy: Policy): ProblemError[] {
  return [...ages(policy), ...targets(policy), ...weightingFaults(policy), ...figureFaults(policy)]
}

function ages({ age, targets }: Policy): ProblemError[] {
  const asked = TARGETS.flatMap((id) => {
    const { isOn, ages: counted } = targets[id]
    return isOn && counted !== undefined ? [{ id, ...counted }] : []
  })
  return [
    ...asked
      .filter(({ from, to }) => !(from <= to))
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
  'sources.share',
] as const

function targets({ targets }: Policy): ProblemError[] {
  const wrong = TARGETS.filter((id) => !(targets[id].bound >= 0 && targets[id].bound < Infinity))
  const above = SHARES.filter((id) => targets[id].bound > 1)
  const margin = targets.margin.isOn && targets.margin.bound < 1 ? (['margin'] as const) : []
  const ofCounty = TARGETS.filter((id) => !isCountyBound(id, targets[id].countyBound))
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
    ...ofCounty.map((id) => ({
      pointer: `#/targets/${id}/countyBound`,
      detail: {
        zh: '县级界限是与上届相比的差：比例在 −1 到 1 之间，年龄须为数字。',
        en: 'The county’s bound is a difference to last term: for a share between −1 and 1, for years a number.',
      },
    })),
  ]
}

/** Relative to last term, so it may be below zero. */
function isCountyBound(id: string, bound = 0): boolean {
  if ((SHARES as readonly string[]).includes(id)) return bound >= -1 && bound <= 1
  return Number.isFinite(bound)
}

function boundError(id: string, zh: string, en: string): ProblemError {
  return {
    pointer: `#/targets/${id}/bound`,
    detail: { zh: `目标 ${id} 的界限${zh}`, en: `The bound of target ${id} ${en}` },
  }
}
