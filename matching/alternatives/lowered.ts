import { lackOf, placementsOf, seats } from '../plan/incumbent.ts'
import type { Instance } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import { missOf } from '../targets/index.ts'
import type { TargetId } from '../types.ts'

/** A target of a village, by index, or of the whole, for null. */
export type Meant = { id: TargetId; village: number | null }

export const isOf = (form: Meant, { id, village }: Meant) =>
  form.id === id && form.village === village

/**
 * The instance in which every target asks for what the team reaches of it, so that the team misses nothing, and the one
 * that is meant for `by` units less, or not at all where that is endless.
 */
export function lowered(
  instance: Instance,
  columns: readonly Column[],
  meant: Meant | null,
  by: number,
): Instance {
  const teams = placementsOf(instance, columns)
  const seated = seats(instance, columns)
  const less = (form: Meant) => (meant !== null && isOf(form, meant) ? by : 0)
  return {
    ...instance,
    forms: instance.forms
      .map((form) => {
        const team = form.village === null ? teams.flat() : teams[form.village]!
        return { ...form, atLeast: form.atLeast - missOf(form, team) - less(form) }
      })
      .filter(({ atLeast }) => atLeast > -Infinity),
    availability: instance.availability
      .map((form) => ({ ...form, atLeast: form.atLeast - lackOf(form, seated) - less(form) }))
      .filter(({ atLeast }) => atLeast > 0),
  }
}

/** What a team misses of a target, in its unit. */
export function missedBy(instance: Instance, columns: readonly Column[], meant: Meant): number {
  const teams = placementsOf(instance, columns)
  const seated = seats(instance, columns)
  const team = meant.village === null ? teams.flat() : teams[meant.village]!
  const linear = instance.forms.filter((form) => isOf(form, meant))
  const free = instance.availability.filter((form) => isOf(form, meant))
  return (
    linear.reduce((sum, form) => sum + missOf(form, team), 0) +
    free.reduce((sum, form) => sum + lackOf(form, seated), 0)
  )
}
