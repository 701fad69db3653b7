import type { Miss, PlanResult, SeatExplanation } from '../matching/types.ts'

/** Ids of the people an answer speaks of, so that their names can go with it. */
export function idsIn(result: PlanResult, seats: SeatExplanation[], misses: Miss[]): string[] {
  if (result.status === 'impossible') {
    return result.conflicts.flatMap(({ pins }) => pins.map(({ talent }) => talent))
  }
  const { plan } = result
  return [
    ...plan.slates.flatMap((slate) => slate.seats.map(({ talent }) => talent)),
    ...plan.slates.flatMap(({ targets }) => targets.flatMap(({ carriers }) => carriers)),
    ...plan.targets.flatMap(({ carriers }) => carriers),
    ...seats.flatMap(({ next }) => next.map(({ talent }) => talent)),
    ...idsOfMisses(misses),
  ]
}

/** People named in remedies: who would have to do something, who would come in and who would leave. */
export function idsOfMisses(misses: Miss[]): string[] {
  return misses.flatMap(({ remedies }) =>
    remedies.flatMap(({ talent, change }) => [
      ...(talent === null ? [] : [talent]),
      ...(change?.people ?? []),
      ...(change?.comes ?? []).map((one) => one.talent),
      ...(change?.leaves ?? []),
    ]),
  )
}
