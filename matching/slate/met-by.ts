import { PATTERNS } from '../pattern.ts'
import type { Crowd } from './crowd.ts'
import { isEnoughFree } from './kinds.ts'
import { asksFor, bitsOfPattern, isPinned, openTo, type Question } from './question.ts'
import type { Seated } from './state.ts'

/** Whether a team that was found for another question answers this one as well; far cheaper than a search. */
export function isMetBy(crowd: Crowd, question: Question, team: readonly Seated[]): boolean {
  const isOpen = ({ person, pattern }: Seated) =>
    (bitsOfPattern[pattern]! & ~openTo(crowd, question, person)) === 0
  return (
    team.every(isOpen) &&
    arePinsKept(crowd, question, team) &&
    (!question.kinship || areNoKin(crowd, team)) &&
    crowd.forms.every(
      ({ id, atLeast }, form) =>
        !asksFor(question, id) ||
        reachedBy(crowd, form, team) >= atLeast - (question.lowered?.get(id) ?? 0) - 1e-9,
    ) &&
    isEnoughFree(crowd, question, team)
  )
}

function arePinsKept(crowd: Crowd, question: Question, team: readonly Seated[]): boolean {
  return crowd.pinned.every((posts, person) => {
    if (posts === 0 || !isPinned(crowd, question, person)) return true
    const seat = team.find((one) => one.person === person)
    return seat !== undefined && (posts & ~bitsOfPattern[seat.pattern]!) === 0
  })
}

function areNoKin({ kin }: Crowd, team: readonly Seated[]): boolean {
  const seated = new Set(team.map(({ person }) => person))
  return team.every(({ person }) => !kin[person]!.some((other) => seated.has(other)))
}

export function reachedBy({ forms, values }: Crowd, form: number, team: readonly Seated[]): number {
  const { perPattern } = forms[form]!
  return team.reduce(
    (sum, { person, pattern }) => sum + perPattern(PATTERNS[pattern]!) * values[person]![form]!,
    0,
  )
}
