import type { Policy } from '../matching/types.ts'
import { Problem } from './problem.ts'
import { PolicyBody } from './shapes/policy.ts'
import { errorsIn } from './validate.ts'

/** The policy of a row; what is damaged is refused before anything is computed by it. */
export function policyOf({ version, body }: { version: number; body: unknown }): Policy {
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
