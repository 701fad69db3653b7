import { ageOn } from '../age.ts'
import type { Plan, Post, Problem, Slate, Talent, Village } from '../types.ts'

/** Something in a plan that is not so. */
export type Violation = { village: string | null; what: string }

export type Person = { talent: Talent; age: number | null; posts: Post[] }
export type Team = { village: Village; slate: Slate; people: Person[] }

export function teamsOf(problem: Problem, plan: Plan, talentOf: Map<string, Talent>): Team[] {
  return problem.villages.map((village) => {
    const slate = plan.slates.find((one) => one.village === village.code)
    if (slate === undefined)
      return { village, slate: { village: village.code, seats: [], targets: [] }, people: [] }
    const ids = [...new Set(slate.seats.map(({ talent }) => talent))]
    const people = ids.map((id) => {
      const talent = talentOf.get(id)!
      return {
        talent,
        age: talent.bornOn === null ? null : ageOn(talent.bornOn, problem.policy.referenceOn),
        posts: slate.seats.filter((seat) => seat.talent === id).map(({ post }) => post),
      }
    })
    return { village, slate, people }
  })
}

export const inCommittee = ({ posts }: Person) =>
  posts.includes('chair') || posts.includes('committee-member')
export const inParty = ({ posts }: Person) =>
  posts.includes('secretary') || posts.includes('party-member')
export const inSupervision = ({ posts }: Person) =>
  posts.includes('supervision-head') || posts.includes('supervisor')
/** On one of the two committees, which all figures count. */
export const isOfTwo = (person: Person) => inCommittee(person) || inParty(person)
export const isCollege = ({ talent }: Person) =>
  ['junior-college', 'bachelor', 'postgraduate'].includes(talent.education ?? '')
export const isWoman = ({ talent }: Person) => talent.sex === 'female'
export const isCombined = ({ posts }: Person) =>
  posts.includes('secretary') && posts.includes('chair')
export const isAged = (from: number, to: number) => (person: Person) =>
  person.age !== null && person.age >= from && person.age <= to
export const fourSources = ['wealth-creator', 'returnee', 'graduate', 'veteran']
