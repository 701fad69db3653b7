import { targets, targetWords } from '../../matching/index.ts'
import {
  type Policy,
  TARGETS,
  type TargetId,
  type TargetPolicy,
  type Village,
  type Words,
} from '../../matching/types.ts'
import type { County } from '../candidacies.ts'
import { canonical } from './canonical.ts'

type Applied = { isOn: boolean; tier: TargetPolicy['tier']; villages: number }
export type TargetEffect = {
  target: TargetId
  words: Words
  before: Applied
  after: Applied
  /** Villages that are measured by it otherwise than before. */
  changed: number
}

/** Targets whose use changes, with the villages that each applies to. */
export function targetsBetween(county: County, before: Policy, after: Policy): TargetEffect[] {
  const villages = [...county.villages.values()].map(({ matching }) => matching)
  return TARGETS.filter((id) => canonical(before.targets[id]) !== canonical(after.targets[id])).map(
    (id) => {
      const applies = villages.map((village) => ({
        was: appliesTo(id, village, villages, before),
        is: appliesTo(id, village, villages, after),
      }))
      return {
        target: id,
        words: targetWords(id),
        before: applied(before.targets[id], applies.filter(({ was }) => was).length),
        after: applied(after.targets[id], applies.filter(({ is }) => is).length),
        changed: applies.filter(({ was, is }) => was || is).length,
      }
    },
  )
}

function applied({ isOn, tier }: TargetPolicy, villages: number): Applied {
  return { isOn, tier, villages }
}

function appliesTo(id: TargetId, village: Village, villages: Village[], policy: Policy): boolean {
  const { isOn, bound } = policy.targets[id]
  const target = targets.find((one) => one.id === id)
  if (!isOn) return false
  // Those without a form count people who are free, in every village.
  if (!target) return true
  if (!target.levels.includes('village')) return false
  return target.form({ village, villages, policy, bound }) !== null
}
