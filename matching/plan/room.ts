import { hasPattern, PATTERNS, postsOfPattern } from '../pattern.ts'
import { POSTS, TIERS } from '../types.ts'
import type { Instance } from './instance.ts'
import { villagesInReach } from './layout.ts'
import type { Column, Master, Stage } from './master.ts'

/** Prices of rows at which teams are looked for, and the reduced costs that follow from them; none is positive. */
export type Prices = { dual: Float64Array; reduced: Float64Array }
export type Asked = {
  /** Nobody else may be chosen. */
  isFree: (person: number) => boolean
  /** Teams that lose more are not looked for. */
  ceiling: number
  /** Steps of the search, at most. */
  steps: number
  /** Nodes of a small model when the steps did not suffice; without it a search that was cut off stays so. */
  byModel?: number
}
/** A team of one village with what it loses at the prices: what its choices, its misses and its slacks cost. */
export type Team = { columns: Column[]; loss: number }
/** What searches of the same instance share: where people could sit, and what they are as they were first laid out. */
export type ChoiceMemory = {
  places: Int32Array
  /** What the person of a pair is to each form of the village, by pair. */
  values: (Float64Array | undefined)[]
  /** By PATTERNS.length × pair + pattern. */
  choices: (Laid | undefined)[]
}
export function choiceMemory(instance: Instance): ChoiceMemory {
  const pairs = instance.person.length
  return {
    places: villagesInReach(instance),
    values: new Array(pairs),
    choices: new Array(PATTERNS.length * pairs),
  }
}

/** Posts in the order in which they are filled: heads first. Each choice is made under its first post. */
export const ORDER = [0, 2, 4, 1, 3, 5]
export const firstPostOf = postsOfPattern.map(
  (posts) => ORDER.find((post) => posts.includes(post))!,
)

/** What the search of a village needs: its choices of small loss, cheapest first under each post, and its forms. */
export type Room = {
  seats: number[]
  emptySeat: number[]
  byPost: Choice[][]
  forms: Forms
  pinned: Set<number>
  /** What the prices of the rows of people and kin of this village alone come to, and what a person takes of it. */
  slack: number
  slackOf: Map<number, number>
}
/** The targets of a village, side by side. */
type Forms = {
  count: number
  atLeast: Float64Array
  isWhole: Uint8Array
  /** Of one unit missing, and of one unit over. */
  price: Float64Array
  surplus: Float64Array
  /** What one choice adds at most and, where it takes away, at least, by forms × the post that it is made under + form. */
  most: Float64Array
  fewest: Float64Array
}
type Laid = Column & {
  person: number
  posts: readonly number[]
  cliques: readonly number[]
  /** What it adds to each form of the village. */
  adds: Float64Array
}
export type Choice = Laid & {
  loss: number
  /** Choices of the same posts, free of kin, that could always stand in for this one; found when first needed. */
  better: number[] | null
}
export type Known = {
  master: Master
  stage: Stage
  prices: Prices
  memory: ChoiceMemory
}

export function roomOf(known: Known, village: number, { isFree, ceiling }: Asked): Room {
  const { instance, layout } = known.master
  const byPost = choicesOf(known, village, isFree, ceiling)
  const { dual } = known.prices
  const seatRow = POSTS.length * village
  return {
    seats: POSTS.map((_, post) => layout.seats[seatRow + post]!),
    emptySeat: POSTS.map((_, post) => Math.max(0, dual[seatRow + post]!)),
    byPost,
    forms: formsOf(known, layout.formsOfVillage[village]!, byPost),
    pinned: new Set(
      instance.pinned
        .filter((pair) => instance.village[pair] === village)
        .map((pair) => instance.person[pair]!),
    ),
    ...slackOf(known, village),
  }
}

function formsOf(
  { master: { instance, layout }, stage, prices: { dual } }: Known,
  own: readonly number[],
  byPost: readonly Choice[][],
): Forms {
  const count = own.length
  const surplus = Float64Array.from(own, (form) => Math.max(0, -dual[layout.formRow + form]!))
  return {
    count,
    atLeast: Float64Array.from(own, (form) => instance.forms[form]!.atLeast),
    isWhole: Uint8Array.from(own, (form) => Number(instance.forms[form]!.isWhole)),
    price: Float64Array.from(own, (form, index) => {
      const { tier } = instance.forms[form]!
      const ofTier = dual[layout.tierRow + TIERS.indexOf(tier)]!
      return Math.max(0, stage.price[tier] + ofTier - surplus[index]!)
    }),
    surplus,
    ...spreadOf(byPost, count),
  }
}

/** What choices under each post add to each form at most and at least. */
export function spreadOf(byPost: readonly (readonly Laid[])[], count: number) {
  const most = new Float64Array(POSTS.length * count)
  const fewest = new Float64Array(POSTS.length * count)
  byPost.forEach((choices, post) => {
    for (const { adds } of choices)
      for (let form = 0; form < count; form++) {
        const at = count * post + form
        if (adds[form]! > most[at]!) most[at] = adds[form]!
        if (adds[form]! < fewest[at]!) fewest[at] = adds[form]!
      }
  })
  return { most, fewest }
}

function choicesOf(
  known: Known,
  village: number,
  isFree: Asked['isFree'],
  ceiling: number,
): Choice[][] {
  const { master, prices, memory } = known
  const { start, person, patterns } = master.instance
  const { reduced } = prices
  const byPost: Choice[][] = POSTS.map(() => [])
  for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
    if (!isFree(person[pair]!)) continue
    for (let pattern = 0; pattern < PATTERNS.length; pattern++) {
      const index = PATTERNS.length * pair + pattern
      const cost = reduced[index]!
      if (cost < -ceiling || !hasPattern(patterns[pair]!, pattern)) continue
      memory.choices[index] ??= laidOut(known, { pair, pattern }, village)
      const laid = memory.choices[index]
      byPost[firstPostOf[pattern]!]!.push(choiceOf(laid, Math.max(0, -cost)))
    }
  }
  for (const choices of byPost) choices.sort((a, b) => a.loss - b.loss || a.pair - b.pair)
  return byPost
}

/** Written out, since there are many: copying an object of unknown shape takes longer. */
export function choiceOf(laid: Laid, loss: number): Choice {
  const { pair, pattern, person, posts, cliques, adds } = laid
  return { pair, pattern, person, posts, cliques, adds, loss, better: null }
}

function laidOut({ master, memory }: Known, { pair, pattern }: Column, village: number): Laid {
  const { instance, layout } = master
  const own = layout.formsOfVillage[village]!
  memory.values[pair] ??= valuesOf(master, pair, own)
  const values = memory.values[pair]
  const adds = new Float64Array(own.length)
  for (let at = 0; at < own.length; at++) {
    const value = values[at]!
    if (value !== 0) adds[at] = layout.weights[own[at]!]![pattern]! * value
  }
  const person = instance.person[pair]!
  const cliques = instance.cliquesOfPerson[person]!
  return { pair, pattern, person, posts: postsOfPattern[pattern]!, cliques, adds }
}

function valuesOf({ instance }: Master, pair: number, own: readonly number[]): Float64Array {
  const member = instance.members[instance.person[pair]!]!
  const values = new Float64Array(own.length)
  for (let at = 0; at < own.length; at++) values[at] = instance.forms[own[at]!]!.perMember(member)
  return values
}

/**
 * People who can sit here only and kin pay for rows of this village alone; whoever is tracked pays into free rows. Rows
 * that came after the prices cost nothing.
 */
function slackOf({ master, prices: { dual }, memory }: Known, village: number) {
  const { instance, layout, rowOfPerson, rowOfClique } = master
  const { start, person, cliquesOfPerson, problem } = instance
  const untracked = layout.personRow + layout.tracked.length
  const slackOf = new Map<number, number>()
  const cliques = new Set<number>()
  let slack = 0
  for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
    const someone = person[pair]!
    const row = rowOfPerson[someone]!
    let price = memory.places[someone] === 1 && row >= untracked ? Math.max(0, dual[row] ?? 0) : 0
    slack += price
    for (const clique of cliquesOfPerson[someone]!) {
      const ofClique = rowOfClique.get(clique * problem.villages.length + village)
      if (ofClique === undefined) continue
      const ofKin = Math.max(0, dual[ofClique] ?? 0)
      price += ofKin
      if (!cliques.has(clique)) slack += ofKin
      cliques.add(clique)
    }
    if (price > 0) slackOf.set(someone, price)
  }
  return { slack, slackOf }
}
