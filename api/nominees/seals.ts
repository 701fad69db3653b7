import type { StoredAct } from '../../db/review-acts.ts'
import { contentHashOf } from '../policy/canonical.ts'

type Unsealed = Omit<StoredAct, 'contentHash'>

/** What an act is signed by: SHA-256 of its canonical JSON with the hash of the act before. */
export function sealed(act: Unsealed, previous: string | null): StoredAct {
  return { ...act, contentHash: contentHashOf({ ...act, previous }) }
}

/** Whether all acts of a nominee, in order, are as they were signed; one that was altered, put in or taken out shows. */
export function areSealed(acts: readonly StoredAct[]): boolean {
  return acts.every(({ contentHash, ...act }, at) => {
    const previous = acts[at - 1]?.contentHash ?? null
    return act.sequence === at + 1 && sealed(act, previous).contentHash === contentHash
  })
}
