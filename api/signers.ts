import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import { findPolicy } from '../db/policies.ts'
import type { Scope } from '../db/scope.ts'
import type { Signer } from '../matching/index.ts'
import { SignerShape } from './shapes/policy.ts'
import { completed } from './stored-policy.ts'

/** The positions of the policy in force that sign; of a damaged policy none, so that accounts can be kept with it. */
export async function signersOf(db: Db, scope: Scope): Promise<Signer[]> {
  const row = await findPolicy(db, scope)
  const { data } = WITH_SIGNERS.safeParse(completed(row?.body))
  return data?.review.signers ?? []
}

const WITH_SIGNERS = z.object({ review: z.object({ signers: z.array(SignerShape) }) })
