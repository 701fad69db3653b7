import type { ConflictMember, TargetId } from '../types.ts'
import { type Base, isRule, isTarget, questionWithout } from './base.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { teamFor } from './holds.ts'
import type { Question, Supposed } from './question.ts'
import type { Situation } from './situation.ts'
import type { Seated } from './state.ts'

/** A correction as it can be done: who comes to be had, which choices are taken back, how far targets give way. */
export type Relief = {
  given: readonly ConflictMember[]
  people: readonly Candidate[]
  /** People whose pins and exclusions are taken back. */
  takenBack: readonly number[]
  lowered: ReadonlyMap<TargetId, number>
  /** A team that this makes possible; seldom the fittest. */
  team: readonly Seated[]
}

/** People tried one by one for a correction, and those told, at most. */
const TRIED = 24
const TOLD = 2
/** Years that a mean age is given way by at most, over all people. */
const MOST_YEARS = 400

/** The ways in which a correction can be done; none when nobody could be had. */
export function reliefsOf(
  situation: Situation,
  base: Base,
  given: readonly ConflictMember[],
): Relief[] {
  const ask = asking(situation, base, given)
  const holds = (done: Done) => ask(done) !== null
  const rules = given.filter((member) => isRule(member) || member === 'oneplace')
  const takenBack = given.includes('pins') ? leastTakenBack(situation, holds) : []
  if (takenBack === null) return []
  const isAboutPeople = rules.length > 0 || (base.missed === 'depth' && given.length === 0)
  const groups = isAboutPeople
    ? leastPeople(situation, base, given, (people) => holds({ people, takenBack }))
    : [[]]
  return groups.flatMap((people) => {
    const lowered = leastLowered(given.filter(isTarget), (least) =>
      holds({ people, takenBack, lowered: least }),
    )
    const team = ask({ people, takenBack, lowered })
    return team === null ? [] : { given, people, takenBack, lowered, team }
  })
}

type Done = {
  people?: readonly Candidate[]
  takenBack?: readonly number[]
  /** Targets that give way no further than this; those left out give way altogether. */
  lowered?: ReadonlyMap<TargetId, number>
}
type Ask = (done: Done) => readonly Seated[] | null

/** A team that keeps everything else when this much is done and no more. */
function asking(situation: Situation, base: Base, given: readonly ConflictMember[]): Ask {
  return ({ people = [], takenBack = [], lowered = new Map() }) => {
    const isDropped = (id: ConflictMember) => isTarget(id) && !lowered.has(id)
    const question: Question = {
      ...questionWithout(base, given.filter(isDropped)),
      lowered: new Map([...base.lowered, ...lowered]),
      supposed: supposedOf(people),
      takenBack: new Set(takenBack),
    }
    return teamFor(situation, question)
  }
}

export function supposedOf(people: readonly Candidate[]): Map<number, Supposed> {
  return new Map(people.map(({ person, supposed }) => [person, supposed]))
}

/** One person where one will do, the fewest steps first; else a smallest group among those with the fewest steps. */
function leastPeople(
  situation: Situation,
  base: Base,
  given: readonly ConflictMember[],
  holds: (people: readonly Candidate[]) => boolean,
): Candidate[][] {
  const candidates = candidatesFor(situation, base, given)
  const alone: Candidate[][] = []
  const failed = new Set<string>()
  for (const candidate of candidates.slice(0, 10 * TRIED)) {
    const kind = kindOf(situation, candidate)
    if (failed.has(kind)) continue
    if (failed.size >= TRIED || alone.length >= TOLD) break
    if (holds([candidate])) alone.push([candidate])
    else failed.add(kind)
  }
  if (alone.length > 0) return alone
  const enough = leastPrefix(candidates, holds)
  return enough === null ? [] : [withoutIdle(enough, holds)]
}

/** Alike in all that is counted, the age included, so that where one fails the other would, too. */
function kindOf({ crowd }: Situation, { person, supposed }: Candidate): string {
  const { blocks } = crowd.neighbours[person]!
  const kin = crowd.kin[person]!.length > 0 ? person : ''
  return [
    crowd.values[person],
    blocks,
    supposed.rules,
    supposed.isFreed,
    supposed.isReserve,
    kin,
  ].join(' ')
}

function leastPrefix(
  candidates: readonly Candidate[],
  holds: (people: readonly Candidate[]) => boolean,
): Candidate[] | null {
  if (candidates.length < 2 || !holds(candidates)) return null
  let [low, high] = [1, candidates.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(candidates.slice(0, middle))) high = middle
    else low = middle
  }
  return candidates.slice(0, high)
}

/** Leaves out, the last first, whom it goes without. */
function withoutIdle(
  people: readonly Candidate[],
  holds: (people: readonly Candidate[]) => boolean,
): Candidate[] {
  return [...people].reverse().reduce<Candidate[]>(
    (kept, person) => {
      const rest = kept.filter((one) => one !== person)
      return rest.length > 0 && holds(rest) ? rest : kept
    },
    [...people],
  )
}

/** A smallest set of people whose pins and exclusions have to be taken back; null when that alone mends nothing. */
function leastTakenBack({ crowd }: Situation, holds: (done: Done) => boolean): number[] | null {
  const chosen = crowd.neighbours.flatMap((_, person) =>
    crowd.pinned[person]! !== 0 || crowd.excluded[person]! !== 0 ? [person] : [],
  )
  if (!holds({ takenBack: chosen })) return null
  return chosen.reduce<number[]>((kept, person) => {
    const rest = kept.filter((one) => one !== person)
    return holds({ takenBack: rest }) ? rest : kept
  }, chosen)
}

/** The least that each of these targets has to give way, one after the other. */
function leastLowered(
  ids: readonly TargetId[],
  holds: (lowered: ReadonlyMap<TargetId, number>) => boolean,
): Map<TargetId, number> {
  const lowered = new Map<TargetId, number>()
  for (const id of ids) {
    const amount = leastAmount((least) => holds(new Map([...lowered, [id, least]])))
    if (amount !== null) lowered.set(id, amount)
  }
  return lowered
}

/** Doubles, then halves: targets are counted in whole people, seats and years. */
function leastAmount(holds: (amount: number) => boolean): number | null {
  let high = 1
  while (!holds(high)) {
    high *= 2
    if (high > MOST_YEARS) return null
  }
  let low = high >> 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
