import { type AvailabilityForm, availabilityForms } from '../plan/availability.ts'
import type { Instance } from '../plan/instance.ts'
import type { Seating } from './seating.ts'
import { isFreeFor } from './seating.ts'
import type { Margin, VillageDepth } from './types.ts'

/** Candidate margin, reserves and runners-up of every village, also where the policy does not ask for them. */
export function marginsOf({ instance, seatedAt }: Seating): VillageDepth[] {
  const { problem } = instance
  const byVillage = Map.groupBy(formsWhateverPolicy(instance), ({ village }) => village)
  return problem.villages.map(({ code }, village) => {
    const forms = byVillage.get(village) ?? []
    const count = (form: AvailabilityForm) =>
      form.people.filter((person) => isFreeFor(form, seatedAt[person]!)).length
    const margin = forms.find(({ id }) => id === 'margin')
    const reserves = forms.find(({ id, post }) => id === 'depth' && post === null)
    return {
      village: code,
      candidates: marginOf(margin, count, problem.policy.targets.margin.isOn),
      reserves: marginOf(reserves, count, problem.policy.targets.depth.isOn),
      withoutRunnerUp: forms.flatMap((form) =>
        form.post !== null && count(form) === 0 ? [form.post] : [],
      ),
    }
  })
}

function formsWhateverPolicy(instance: Instance): AvailabilityForm[] {
  const { policy } = instance.problem
  const { margin, depth } = policy.targets
  const targets = {
    ...policy.targets,
    margin: { ...margin, isOn: true },
    depth: { ...depth, isOn: true },
  }
  return availabilityForms({
    ...instance,
    problem: { ...instance.problem, policy: { ...policy, targets } },
  })
}

function marginOf(
  form: AvailabilityForm | undefined,
  count: (form: AvailabilityForm) => number,
  isAsked: boolean,
): Margin {
  if (form === undefined) return { have: 0, asked: null, isShort: false }
  const have = count(form)
  const asked = isAsked ? form.atLeast : null
  return { have, asked, isShort: asked !== null && have < asked }
}
