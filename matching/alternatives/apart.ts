import { seatsOf } from '../pattern.ts'
import type { Instance } from '../plan/instance.ts'
import { patternWeights, type TargetForm } from '../targets/index.ts'
import { POSTS } from '../types.ts'

/**
 * The demand that a team is apart from another one: `differ` people of the other do not sit, and as many sit who are
 * not of the other. Counted as people, whatever they hold. It takes the shape of targets of the law that outweigh all
 * others of the law together, so every search that knows targets keeps it, and says by the misses when it cannot.
 */
export function apartForms(
  other: ReadonlySet<string>,
  differ: number,
  weight: number,
): TargetForm[] {
  const demand = { id: 'seats.law', tier: 'law', village: 0, isWhole: true } as const
  const perPattern = () => weight
  return [
    {
      ...demand,
      perPattern,
      perMember: ({ talent }) => (other.has(talent) ? -1 : 0),
      bound: differ - other.size,
      atLeast: weight * (differ - other.size),
    },
    {
      ...demand,
      perPattern,
      perMember: ({ talent }) => (other.has(talent) ? 0 : 1),
      bound: differ,
      atLeast: weight * differ,
    },
  ]
}

/** More than a village can miss of the law in all. */
export function weightOver(instance: Instance): number {
  const { problem, forms, availability } = instance
  const seats = POSTS.reduce((sum, post) => sum + seatsOf(problem.villages[0]!, post), 0)
  const linear = forms
    .filter(({ tier }) => tier === 'law')
    .reduce((sum, form) => sum + form.atLeast + seats * heaviestLoss(instance, form), 0)
  const free = availability
    .filter(({ tier }) => tier === 'law')
    .reduce((sum, { atLeast }) => sum + atLeast, 0)
  return 1 + Math.ceil(linear + free)
}

/** What one person can take away from a target at most. */
function heaviestLoss({ members }: Instance, form: TargetForm): number {
  const weights = patternWeights(form)
  const least = Math.min(0, ...weights)
  const most = Math.max(0, ...weights)
  return members.reduce((loss, member) => {
    const value = form.perMember(member)
    return Math.max(loss, -value * (value < 0 ? most : least))
  }, 0)
}
