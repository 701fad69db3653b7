import { type Member, memberOf } from '../member.ts'
import { postsOfPattern } from '../pattern.ts'
import { type TargetForm, targetForms } from '../targets/index.ts'
import { type Pin, POSTS, type Problem } from '../types.ts'
import { type AvailabilityForm, availabilityForms } from './availability.ts'
import { cliquesOf } from './kinship.ts'
import { type OpenTo, postsOpenTo } from './looks.ts'
import { narrowToPins, pairsOf } from './pairs.ts'

/**
 * A problem as arrays. A pair is a (person, village) in which the person may take at least one post;
 * pairs of one village stand together: `start[v] ≤ pair < start[v + 1]`.
 */
export type Instance = {
  problem: Problem
  members: readonly Member[]
  start: Int32Array
  person: Int32Array
  village: Int32Array
  /** Bit `POSTS.indexOf(post)`: eligible or relaxable for it and not excluded. */
  posts: Uint8Array
  /** Bit of `PATTERNS`: the person may take exactly these posts, pins included. */
  patterns: Uint16Array
  /**
   * Fit by pair and post: `fit[POSTS.length × pair + post]`, 0 to 1; for a seat that the plan before gave to the same
   * person, with the price of a change on top, so that keeping it is worth as much more.
   */
  fit: Float64Array
  /** Pairs that must be seated, because of a pin. */
  pinned: readonly number[]
  forms: readonly TargetForm[]
  availability: readonly AvailabilityForm[]
  /** Maximal sets of people no two of whom may sit together, by person. */
  cliques: { readonly members: readonly number[] }[]
  cliquesOfPerson: readonly (readonly number[])[]
}

/**
 * Persons by index of `problem.talents`; O(people × villages in reach × posts). `openTo` is who may sit where;
 * explanations ask 'what if a rule did not hold' by giving another.
 */
export function prepare(problem: Problem, openTo: OpenTo = postsOpenTo): Instance {
  if (openTo !== postsOpenTo) return made(problem, openTo)
  const known = prepared.get(problem) ?? made(problem, openTo)
  prepared.set(problem, known)
  return known
}

/** Who solves a problem and who explains the answer ask for the same one; nobody writes into it. */
const prepared = new WeakMap<Problem, Instance>()

function made(problem: Problem, openTo: OpenTo): Instance {
  const pairs = pairsOf(problem, openTo)
  const pinned = narrowToPins(problem, pairs)
  const { cliques, cliquesOfPerson } = cliquesOf(problem)
  const members = problem.talents.map((talent) => memberOf(talent, problem.policy.referenceOn))
  const instance = { problem, members, ...pairs, pinned, cliques, cliquesOfPerson }
  const forms = targetForms(problem)
  return { ...instance, forms, availability: availabilityForms(instance) }
}

/** Total fit of the posts of a pattern. */
export function patternFit(fit: Float64Array, pair: number, pattern: number): number {
  let total = 0
  for (const post of postsOfPattern[pattern]!) total += fit[POSTS.length * pair + post]!
  return total
}

/** What changing every seat of the plan before would cost; a total of `fit` is by so much too high. */
export function priceOfAll({ incumbents = [], policy }: Problem): number {
  return policy.replan.pricePerChange * new Set(incumbents.map(seatKey)).size
}

export const seatKey = ({ talent, village, post }: Pin) => `${talent} ${village} ${post}`
