import type { Slate, Structure, TargetResult, Words } from '../matching/types.ts'
import type { Person } from './people.ts'
import type { SolvedPlan } from './plan-solving.ts'

type Solved = Extract<SolvedPlan, { status: 'solved' }>
export type PlanDocument = {
  scope: { kind: 'township' | 'county'; code: string; name: string }
  referenceOn: string
  solved: Solved
}

/** One JSON object that an outsider can verify by itself. What is not known is null. */
export function planJson({ scope, referenceOn, solved }: PlanDocument, language: keyof Words) {
  const { plan, villages, people, kin } = solved
  const { tiers, objective, bound, gap } = plan
  const targets = plan.targets.map((target) => targetJson(target, language))
  return `${JSON.stringify(
    {
      scope,
      referenceOn,
      villages,
      people: people.map(personJson),
      kin,
      slates: plan.slates.map((slate) => slateJson(slate, language)),
      plan: { tiers, objective, bound, gap, targets },
      before: plan.before && structureJson(plan.before),
      after: structureJson(plan.after),
    },
    null,
    1,
  )}\n`
}

function personJson(person: Person) {
  const { id, name, sex, bornOn, age, education, partyStatus, nationality, sources } = person
  const homeVillage = person.homeVillage.code
  return {
    id,
    name,
    sex,
    birthOn: bornOn,
    age,
    education,
    partyStatus,
    nationality,
    sources,
    homeVillage,
  }
}

function slateJson({ village, seats, targets }: Slate, language: keyof Words) {
  return {
    village,
    seats: seats.map(({ post, talent, fit, reasons }) => ({
      post,
      talent,
      fit,
      reasons: reasons.map((reason) => reason[language]),
    })),
    targets: targets.map((target) => targetJson(target, language)),
  }
}

function targetJson({ id, tier, bound, value, met, reason }: TargetResult, language: keyof Words) {
  return { id: targetIdOf(id), tier, bound, value, met, reason: reason[language] }
}

/** `seats.law` is ours for the law's tier of the target that domain papers call `seats`. */
function targetIdOf(id: TargetResult['id']): string {
  return id === 'seats.law' ? 'seats' : id
}

function structureJson(structure: Structure): Structure {
  const { meanAge } = structure
  return { ...structure, meanAge: meanAge === null ? null : Math.round(meanAge * 10) / 10 }
}
