import { type Plan, type Problem, type Slate, type TargetId, TIERS, type Tier } from '../types.ts'
import { missesOfVillage, missesOfWhole } from './misses.ts'
import type { Team, Violation } from './team.ts'

/** A village without a Party committee has no margin to keep. */
const hasNoSeatsFor = ({ villages }: Problem, village: string | null, id: TargetId) =>
  id === 'margin' && villages.find(({ code }) => code === village)?.seats.party === 0

export function checkTargets(problem: Problem, plan: Plan, teams: readonly Team[]): Violation[] {
  const totals: Record<Tier, number> = { law: 0, policy: 0, wish: 0 }
  const compare = (
    village: string | null,
    results: Slate['targets'],
    misses: Partial<Record<TargetId, number>>,
  ) =>
    (Object.keys(misses) as TargetId[]).flatMap((id) => {
      const { isOn, tier } = problem.policy.targets[id]
      if (!isOn) return []
      totals[tier] += misses[id]!
      const said = results.find((result) => result.id === id)
      const miss = said?.miss ?? 0
      if (Math.abs(miss - misses[id]!) > 1e-6)
        return [{ village, what: `${id} misses ${misses[id]}, the plan says ${miss}` }]
      if (said === undefined)
        return hasNoSeatsFor(problem, village, id) ? [] : [{ village, what: `${id} is left out` }]
      if (said.met === null || said.met === (miss === 0)) return []
      return [{ village, what: `${id} misses ${miss} and says ${said.met ? 'met' : 'missed'}` }]
    })
  const found = [
    ...teams.flatMap((team) =>
      compare(team.village.code, team.slate.targets, missesOfVillage(problem, plan, team)),
    ),
    ...compare(null, plan.targets, missesOfWhole(problem, teams)),
  ]
  const wrong = TIERS.filter((tier) => {
    const said = plan.tiers.find((one) => one.tier === tier)
    return (
      said === undefined ||
      Math.abs(said.misses - totals[tier]) > 1e-6 ||
      said.bound > said.misses + 1e-6 ||
      said.proven !== said.bound >= said.misses - 1e-6
    )
  })
  return [
    ...found,
    ...wrong.map((tier) => ({
      village: null,
      what: `the sum of ${tier} misses is ${totals[tier]}`,
    })),
  ]
}
