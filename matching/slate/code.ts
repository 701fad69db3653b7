import { PATTERNS, postsOfPattern } from '../pattern.ts'
import { SUMMED } from './crowd.ts'
import type { Asked } from './kinds.ts'
import type { Line } from './lines.ts'
import { ALONE, DUST, ORDER, seatsOfTwo } from './places.ts'
import type { State } from './state.ts'

/** Which counts tell states apart, as digits of one number. */
export type Code = {
  counted: readonly { form: number; top: number }[]
  summed: number
  hits: readonly { form: number; high: number }[]
}

/** null where targets are of a form that one number cannot tell apart. */
export function codeOf(
  asked: readonly Asked[],
  lines: readonly Line[],
  isSum: readonly boolean[],
): Code | null {
  const summed = asked.findIndex(({ id }, form) => id === SUMMED && isSum[form])
  const hits: { form: number; high: number }[] = []
  const counted: { form: number; top: number }[] = []
  for (const [form, { weights, atLeast }] of asked.entries()) {
    if (form === summed) continue
    const kinds = new Set(lines.map(({ values }) => values[form]!))
    if (isSum[form]) {
      if (kinds.size > 2) return null
      hits.push({ form, high: Math.max(...kinds) })
    } else {
      // Parts of people below the bound would be taken for one another.
      if ([...kinds].some((value) => value < atLeast && !Number.isInteger(value))) return null
      const isByPost = kinds.size <= 1 && isAdditive(weights)
      if (!isByPost) counted.push({ form, top: Math.max(0, Math.ceil(atLeast)) })
    }
  }
  return { counted, summed, hits }
}

/** Then the seats taken say how much has been reached. */
const isAdditive = (weights: readonly number[]) =>
  PATTERNS.every(
    (_, pattern) =>
      postsOfPattern[pattern]!.reduce((sum, post) => sum + weights[ALONE[post]!]!, 0) ===
      weights[pattern]!,
  )
/** Seats, counts so far and place as one number; null where it would not be exact. */
export function keyOf(state: State, at: number, from: number): number | null {
  const { tables, seats, sums, field, taken, people } = state
  let key = at * ORDER.length + from
  let size = state.lines.length * ORDER.length
  const put = (digit: number, base: number) => {
    key = key * base + digit
    size *= base
  }
  for (let post = 0; post < seats.length; post++) put(seats[post]!, field.crowd.seats[post]! + 1)
  for (const { form, top } of tables.code.counted)
    put(Math.min(top, Math.ceil(sums[form]! - DUST)), top + 1)
  const most = seatsOfTwo(field.crowd.seats) + 1
  if (tables.code.hits.length > 0) put(people, most)
  for (const { form, high } of tables.code.hits) put(hitsOf(state, form, high), most)
  taken.forEach((count, index) => {
    put(count, field.spare[index]!.most + 1)
  })
  return size < Number.MAX_SAFE_INTEGER ? key : null
}

/** Of a sum of two values, high and high − 1: how many of the people are high. */
function hitsOf({ sums, people }: State, form: number, high: number): number {
  return Math.round(sums[form]! - people * (high - 1))
}
