import { defaultPolicy } from '../matching/index.ts'
import type { Policy } from '../matching/types.ts'
import { Problem } from './problem.ts'
import { PolicyBody } from './shapes/policy.ts'
import { errorsIn } from './validate.ts'

/** The policy of a row; what is damaged is refused before anything is computed by it. */
export function policyOf({ version, body: stored }: { version: number; body: unknown }): Policy {
  const body = completed(stored)
  const errors = errorsIn(PolicyBody, body)
  const [first] = errors
  if (first === undefined) return { ...(body as Omit<Policy, 'version'>), version }
  throw new Problem(
    'policy-damaged',
    {
      zh: `第 ${version} 版政策已损坏（${errors.length} 处）。${first.pointer}：${first.detail.zh}。请从备份恢复数据库，或改正 policies 表中该版本 body 的这一处，再重新启动。`,
      en: `Version ${version} of the policy is damaged (places: ${errors.length}). ${first.pointer}: ${first.detail.en}. Restore the database from a backup, or correct this place in the body of that version in the table policies, and start again.`,
    },
    errors,
  )
}

/** What a policy of an earlier release could not say yet, by the part it stands in. */
const LATER = {
  weights: ['supervision-head', 'supervisor'],
  targets: ['supervision.seats', 'supervision.head'],
} as const
const LATER_PARTS = ['review', 'shortlist', 'replan', 'cultivation', 'readiness'] as const
const LATER_OF_REVIEW = ['stages', 'signers', 'validDays'] as const

/** A stored policy with the defaults of what was added after it; nothing else that lacks is filled in. */
export function completed(body: unknown): unknown {
  if (!isObject(body)) return body
  const parts = Object.fromEntries(LATER_PARTS.map((part) => [part, defaultPolicy[part]]))
  const { weights, targets, review } = body
  return {
    ...parts,
    ...body,
    ...(isObject(review) && {
      review: { ...among(defaultPolicy.review, LATER_OF_REVIEW), ...review },
    }),
    ...(isObject(weights) && {
      weights: { ...among(defaultPolicy.weights, LATER.weights), ...weights },
    }),
    ...(isObject(targets) && {
      targets: { ...among(defaultPolicy.targets, LATER.targets), ...targets },
    }),
  }
}

function among<T extends object>(all: T, keys: readonly (keyof T)[]) {
  return Object.fromEntries(keys.map((key) => [key, all[key]]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
