import { createSignal } from 'solid-js'
import type { Policy, TargetId } from '../types.ts'
import { t } from '../words/index.ts'

/** The policy in force, once the frame has read it; names of targets about ages say its figures. */
const [policy, setPolicy] = createSignal<Policy>()

export { setPolicy }

/** A target's name; where it counts ages, with the ages that the county chose. */
export function targetName(id: TargetId): string {
  const ages = policy()?.targets[id].ages
  return ages ? t().ages(ages.from, ages.to) : t().target[id]
}

/** The same, short enough for a chip. */
export function targetChip(id: TargetId): string {
  const ages = policy()?.targets[id].ages
  return ages ? t().agesChip(ages.from, ages.to) : t().chip[id]
}
