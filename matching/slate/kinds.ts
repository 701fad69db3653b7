import { PATTERNS } from '../pattern.ts'
import { POSTS, type Post, type TargetId } from '../types.ts'
import { type Crowd, SUMMED } from './crowd.ts'
import {
  asksFor,
  holding,
  isPinned,
  isReserve,
  openTo,
  patternsOfPosts,
  type Question,
} from './question.ts'
import type { Seated } from './state.ts'
import { worthTaking } from './worth-taking.ts'

/** A target asked for: what each person adds is `weights[pattern] × values[person][form]`. */
export type Asked = { id: TargetId; form: number; weights: readonly number[]; atLeast: number }

/** People alike in all that is asked: any of them would do, the first ones first; relatives are kept apart. */
export type Kind = {
  patterns: number
  /** Scarce posts that seating one of them takes a possible runner-up from, as bits. */
  scarce: number
  values: readonly number[]
  free: number[]
  tied: number[]
}
/** What is left of the people for one question. */
export type Field = {
  crowd: Crowd
  isKinshipKept: boolean
  asked: readonly Asked[]
  /** Who is pinned, with the patterns that hold the pins. */
  must: readonly Kind[]
  kinds: readonly Kind[]
  /** Posts of which only so many eligible people may be seated, lest nobody is left as a runner-up. */
  spare: readonly { post: number; most: number }[]
}

const PARTY = bitsOf(['secretary', 'party-member'])
const TWO = bitsOf(['secretary', 'party-member', 'chair', 'committee-member'])

function bitsOf(posts: readonly Post[]): number {
  return posts.reduce((bits, post) => bits | (1 << POSTS.indexOf(post)), 0)
}

type Open = {
  open: number
  people: readonly number[]
  free: readonly number[]
  tied: readonly number[]
}

/** The people as one question sees them; null when those who are free are too few, whoever is seated. */
export function fieldOf(crowd: Crowd, question: Question): Field | null {
  const groups = openGroups(crowd, question)
  const counts = countsByPost(groups)
  if (lacksFree(crowd, question, groups, counts)) return null
  const most = crowd.seats.reduce((sum, count) => sum + count, 0)
  const spare = asksFor(question, 'depth')
    ? counts.flatMap((count, post) =>
        has(TWO, post) && crowd.seats[post]! > 0 && count <= most
          ? [{ post, most: count - 1 }]
          : [],
      )
    : []
  const asked = askedOf(crowd, question)
  const kinds = kindsOf(crowd, question, groups, asked, bitsOfPosts(spare))
  const isMust = ({ free }: Kind) => free.length > 0 && isPinned(crowd, question, free[0]!)
  return {
    crowd,
    isKinshipKept: question.kinship,
    asked,
    spare,
    must: kinds.filter(isMust),
    kinds: worthTaking(
      kinds.filter((kind) => !isMust(kind)),
      asked,
      crowd,
      most,
    ),
  }
}

/** Whether margin, reserves and runners-up are there beside this team. */
export function isEnoughFree(crowd: Crowd, question: Question, team: readonly Seated[]): boolean {
  if (!asksFor(question, 'margin') && !asksFor(question, 'depth')) return true
  const groups = openGroups(crowd, question)
  const counts = countsByPost(groups)
  if (lacksFree(crowd, question, groups, counts)) return false
  if (!asksFor(question, 'depth')) return true
  const open = team.map(({ person }) => openTo(crowd, question, person))
  return counts.every((count, post) => {
    if (!has(TWO, post) || crowd.seats[post] === 0) return true
    return count > open.filter((posts) => has(posts, post)).length
  })
}

function countsByPost(groups: readonly Open[]): number[] {
  return POSTS.map((_, post) =>
    groups.reduce((sum, { open, people }) => sum + (has(open, post) ? people.length : 0), 0),
  )
}

const has = (bits: number, at: number) => ((bits >> at) & 1) === 1
const bitsOfPosts = (spare: Field['spare']) =>
  spare.reduce((bits, { post }) => bits | (1 << post), 0)

/** Classes with the posts open to them; who is supposed to differ from their class stands alone. */
function openGroups(crowd: Crowd, question: Question): Open[] {
  const apart = new Set([...(question.supposed?.keys() ?? []), ...(question.takenBack ?? [])])
  const without = (people: readonly number[]) =>
    apart.size === 0 ? people : people.filter((person) => !apart.has(person))
  const groups: Open[] = []
  for (const one of crowd.classes) {
    const people = without(one.people)
    if (people.length === 0) continue
    const open = openTo(crowd, question, people[0]!)
    if (open === 0) continue
    const [free, tied] = question.kinship ? [without(one.free), without(one.tied)] : [people, []]
    groups.push({ open, people, free, tied })
  }
  for (const person of apart) {
    const open = openTo(crowd, question, person)
    if (open === 0) continue
    const isTied = question.kinship && crowd.kin[person]!.length > 0
    groups.push({
      open,
      people: [person],
      free: isTied ? [] : [person],
      tied: isTied ? [person] : [],
    })
  }
  return groups
}

/** The targets about people who are free: margin and reserves depend on nobody's seat, a runner-up does. */
function lacksFree(
  crowd: Crowd,
  question: Question,
  groups: readonly Open[],
  counts: readonly number[],
): boolean {
  const { targets } = crowd.policy
  const sum = (count: (group: Open) => number) =>
    groups.reduce((total, group) => total + count(group), 0)
  if (asksFor(question, 'margin')) {
    const { party } = crowd.village.seats
    const needed = Math.ceil(targets.margin.bound * party - 1e-9) - loweredBy(question, 'margin')
    if (sum(({ open, people }) => ((open & PARTY) !== 0 ? people.length : 0)) < needed) return true
  }
  if (!asksFor(question, 'depth')) return false
  const reserves = sum(({ people }) => (isReserve(crowd, question, people[0]!) ? people.length : 0))
  if (reserves < Math.ceil(targets.depth.bound)) return true
  return crowd.seats.some((seats, post) => has(TWO, post) && seats > 0 && counts[post] === 0)
}

const loweredBy = ({ lowered }: Question, id: TargetId) => lowered?.get(id) ?? 0

function askedOf({ forms }: Crowd, question: Question): Asked[] {
  return forms.flatMap(({ id, atLeast }, form) =>
    asksFor(question, id)
      ? [{ id, form, weights: weightsOf(forms[form]!), atLeast: atLeast - loweredBy(question, id) }]
      : [],
  )
}

const weights = new WeakMap<Crowd['forms'][number], readonly number[]>()
function weightsOf(form: Crowd['forms'][number]): readonly number[] {
  const known = weights.get(form) ?? PATTERNS.map(form.perPattern)
  weights.set(form, known)
  return known
}

function kindsOf(
  crowd: Crowd,
  question: Question,
  groups: readonly Open[],
  asked: readonly Asked[],
  scarce: number,
): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const { open, people, free, tied } of groups) {
    const [first] = people as [number]
    const pinned = isPinned(crowd, question, first)
    const within = patternsOfPosts[open]!
    const patterns = pinned ? holding(within, crowd.pinned[first]!) : within
    const values = asked.map(({ id, form }) => (id === SUMMED ? 0 : crowd.values[first]![form]!))
    const key = `${patterns} ${open & scarce} ${values.join(' ')}${pinned ? ` ${first}` : ''}`
    const kind = kinds.get(key) ?? { patterns, scarce: open & scarce, values, free: [], tied: [] }
    kinds.set(key, kind)
    if (pinned) kind.free.push(first)
    else {
      kind.free.push(...free)
      kind.tied.push(...tied)
    }
  }
  return [...kinds.values()]
}
