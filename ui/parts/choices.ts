import type { CriterionId, Post, Weights } from '../types.ts'
import { CRITERIA, POSTS } from '../types.ts'

export type Pin = { talent: string; post: Post }
export type Exclusion = { talent: string; post: Post | null }
/** What a person decided about a slate; kept in the address so that reload and back keep it. */
export type Choices = {
  pins: Pin[]
  exclusions: Exclusion[]
  weights: Partial<Record<Post, Weights>>
}
export type ChoiceSearch = { pin?: string[]; out?: string[]; w?: string[] }

type Search = { [key: string]: string | string[] | undefined }

/** `pin=id.post`, `out=id`, `w=post.9.8…` in the order of the criteria. */
export function choicesOf(search: Search): Choices {
  return {
    pins: list(search.pin).flatMap(pinOf),
    exclusions: list(search.out).map((talent) => ({ talent, post: null })),
    weights: Object.fromEntries(list(search.w).flatMap(weightsOf)),
  }
}

export function searchOf({ pins, exclusions, weights }: Choices): Required<ChoiceSearch> {
  return {
    pin: pins.map(({ talent, post }) => `${talent}.${post}`),
    out: exclusions.map(({ talent }) => talent),
    w: POSTS.flatMap((post) => {
      const given = weights[post]
      return given ? [[post, ...CRITERIA.map((id) => short(given[id]))].join('.')] : []
    }),
  }
}

/** The same choices give the same text. */
export const keyOf = (choices: Choices) => JSON.stringify(searchOf(choices))

export const withPins = (choices: Choices, talent: string, posts: Post[]): Choices => ({
  ...choices,
  pins: [
    ...choices.pins.filter((pin) => pin.talent !== talent),
    ...posts.map((post) => ({ talent, post })),
  ],
  exclusions: choices.exclusions.filter((one) => one.talent !== talent),
})

export const withoutPins = (choices: Choices, talent: string): Choices => ({
  ...choices,
  pins: choices.pins.filter((pin) => pin.talent !== talent),
})

export const withExclusion = (choices: Choices, talent: string): Choices => ({
  ...withoutPins(choices, talent),
  exclusions: [
    ...choices.exclusions.filter((one) => one.talent !== talent),
    { talent, post: null },
  ],
})

export const withoutExclusion = (choices: Choices, talent: string): Choices => ({
  ...choices,
  exclusions: choices.exclusions.filter((one) => one.talent !== talent),
})

const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Ids hold no dot and posts hold none either, so the last dot parts them. */
function pinOf(text: string): Pin[] {
  const at = text.lastIndexOf('.')
  const post = POSTS.find((one) => one === text.slice(at + 1))
  return post && at > 0 ? [{ talent: text.slice(0, at), post }] : []
}

/** Weights travel as whole thousandths, without a dot; the server scales them to a sum of 1. */
const short = (weight: number) => Math.round(weight * 1000)

function weightsOf(text: string): [Post, Weights][] {
  const [name, ...figures] = text.split('.')
  const post = POSTS.find((one) => one === name)
  const isWhole = figures.length === CRITERIA.length && figures.every((one) => Number(one) >= 0)
  if (!post || !isWhole) return []
  const pairs = CRITERIA.map((id, at): [CriterionId, number] => [id, Number(figures[at]) / 1000])
  return [[post, Object.fromEntries(pairs) as Weights]]
}
