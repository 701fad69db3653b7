import type { Tier } from '../types.ts'
import { undominated } from './dominance.ts'
import { type Instance, patternFit } from './instance.ts'
import type { Column, Stage } from './master.ts'
import type { Search } from './state.ts'

/** In a village by itself, the choices without those that need not be in its best team by what the stage asks for. */
export function worthSearching(
  { instance, layout }: Search,
  stage: Stage,
  columns: readonly Column[],
): Column[] {
  const { problem, forms, availability, pinned, person, members, fit } = instance
  if (problem.villages.length > 1) return [...columns]
  const isAsked = ({ tier }: { tier: Tier }) => stage.price[tier] > 0 || stage.cap[tier] < Infinity
  const asked = [...forms.keys()].filter((form) => isAsked(forms[form]!))
  const free = layout.liveFree.flatMap((index) =>
    isAsked(availability[index]!) ? [new Set(availability[index]!.people)] : [],
  )
  const fitted = columns.map(({ pair, pattern }) => {
    const someone = person[pair]!
    const own = patternFit(fit, pair, pattern)
    const figures = [
      ...asked.map(
        (form) => layout.weights[form]![pattern]! * forms[form]!.perMember(members[someone]!),
      ),
      // Whoever sits is not free.
      ...free.map((people) => (people.has(someone) ? 0 : 1)),
      ...(stage.fit > 0 ? [own] : []),
    ]
    const sum = figures.reduce((total, figure) => total + figure, 0)
    return { pair, pattern, person: someone, fit: own, figures, sum }
  })
  // Whoever has no less of anything has no smaller sum; the fitter stays of those alike.
  fitted.sort((a, b) => b.sum - a.sum || b.fit - a.fit || a.pair - b.pair)
  const pins = new Set(pinned)
  const hasKin = kinAmong(instance, new Set(fitted.map((one) => one.person)))
  const { party, committee, supervision } = problem.villages[0]!.seats
  return undominated(fitted, party + committee + supervision - pins.size, (one) => {
    const isPinned = pins.has(one.pair)
    return { ...one, isPinned, canStandIn: !isPinned && !hasKin(one.person) }
  }).map(({ pair, pattern }) => ({ pair, pattern }))
}

/** Whether somebody has kin among these people. */
function kinAmong({ cliques, cliquesOfPerson }: Instance, people: ReadonlySet<number>) {
  return (person: number) =>
    cliquesOfPerson[person]!.some((clique) =>
      cliques[clique]!.members.some((other) => other !== person && people.has(other)),
    )
}
