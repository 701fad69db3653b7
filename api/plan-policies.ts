import type { Db } from '../db/connect.ts'
import { findPolicyVersion } from '../db/policies.ts'
import type { Scope } from '../db/scope.ts'
import type { Words } from '../matching/types.ts'
import type { PlanRequest } from './plan-requests.ts'
import { changesOf } from './policy/changes.ts'
import { departmentsOf } from './policy/sound-policy.ts'
import { policyOf } from './stored-policy.ts'

export type PolicyDifference = {
  /** JSON pointer into the policy. */
  pointer: string
  words: Words
  /** What each policy says there, in the order of the plans. */
  values: Words[]
}

type Made = { policyVersion: number; request: unknown }

/** The fields in which the policies of plans differ; a plan by a draft counts with the draft as it was. */
export async function policyDifferences(
  { db, scope }: { db: Db; scope: Scope },
  plans: readonly Made[],
): Promise<PolicyDifference[]> {
  const policies: object[] = []
  for (const { request, policyVersion: version } of plans) {
    const { draftPolicy } = request as PlanRequest
    const stored = await findPolicyVersion(db, scope, version)
    policies.push(policyOf({ version, body: draftPolicy ?? stored?.body }))
  }
  const departments = await departmentsOf(db, scope)
  const [first, ...others] = policies
  const changes = others.map((other) => changesOf(first!, other, departments))
  const fields = new Map(changes.flat().map((change) => [change.pointer, change]))
  return [...fields].map(([pointer, { words, said }]) => ({
    pointer,
    words,
    values: [
      said.before,
      ...changes.map(
        (own) => own.find((one) => one.pointer === pointer)?.said.after ?? said.before,
      ),
    ],
  }))
}
