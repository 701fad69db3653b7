import type { Miss, Slate, Structure, TargetId, TargetResult, Words } from '../matching/types.ts'
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
      slates: plan.slates.map((slate) =>
        slateJson(slate, solved.explanations[slate.village], language),
      ),
      plan: { tiers, objective, bound, gap, targets, certificate: solved.certificate },
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

function slateJson({ village, seats, targets }: Slate, misses: Miss[] = [], language: keyof Words) {
  const causeOf = (id: TargetId) => misses.find(({ target }) => target === id)?.cause[language]

  return {
    village,
    seats: seats.map(({ post, talent, fit, reasons, portfolio }) => ({
      post,
      talent,
      fit,
      ...(portfolio && { portfolio }),
      reasons: reasons.map((reason) => reason[language]),
    })),
    targets: targets.map((target) => targetJson(target, language, causeOf(target.id))),
  }
}

/** The reason of a miss names its cause, where that was found in time. */
function targetJson(target: TargetResult, language: keyof Words, cause?: string) {
  const { id, tier, bound, value, miss, met, reason } = target
  return { id: targetIdOf(id), tier, bound, value, miss, met, reason: cause ?? reason[language] }
}

/** `seats.law` is ours for the law's tier of the target that domain papers call `seats`. */
function targetIdOf(id: TargetResult['id']): string {
  return id === 'seats.law' ? 'seats' : id
}

function structureJson({ agesKnown: _, ...structure }: Structure) {
  const { meanAge } = structure
  return { ...structure, meanAge: meanAge === null ? null : Math.round(meanAge * 10) / 10 }
}
