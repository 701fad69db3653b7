import { For, Show } from 'solid-js'
import type { Facet } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { FACETS } from './address.ts'
import type { Pool } from './context.ts'

/** A condition in words, and how to be rid of it. */
export type Condition = { key: string; words: string; drop: () => void }

/** Values of one filter that are named before they are counted. */
const NAMED = 2

/** Everything that is asked, in the order in which it was added; of the text only the words that are finished. */
export function conditionsOf(pool: Pool, words: readonly string[]): Condition[] {
  return pool.address.keys().flatMap((key): Condition[] => {
    if (key === 'q') return words.map((word) => wordCondition(pool, word))
    const drop = () => pool.address.change({ [key]: null, sort: null })
    if (key === 'like') return [{ key, words: likeWords(pool), drop }]
    if (key === 'seat') return [{ key, words: seatWords(pool), drop }]
    const facet = FACETS.find((one) => one === key)
    if (!facet || pool.address.values(facet).length === 0) return []
    return [{ key, words: facetWords(pool, facet), drop: () => pool.address.set(facet, []) }]
  })
}

export function Chips(props: { conditions: Condition[] }) {
  return (
    <Show when={props.conditions.length > 0}>
      <ul class="conditions" aria-label={t().pool.search.conditions}>
        <For each={props.conditions}>
          {({ words, drop }) => (
            <li class="condition">
              <span class="condition-words" title={words}>
                {words}
              </span>
              <button type="button" aria-label={t().pool.search.drop(words)} onClick={() => drop()}>
                <Icon name="close" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function wordCondition({ address }: Pool, word: string): Condition {
  const rest = () => address.words().filter((one) => one !== word)
  return {
    key: `q:${word}`,
    words: word,
    drop: () => address.change({ q: rest().join(' ') || null }),
  }
}

function likeWords(pool: Pool): string {
  const name = pool.liked()
  return name === null ? t().pool.search.likeSomeone : t().pool.search.like(name)
}

export function seatWords({ address, words }: Pool): string {
  const seat = address.seat()
  if (!seat) return ''
  return t().pool.search.seat(words.nameOf('village', seat.village), t().post[seat.post])
}

function facetWords({ address, words }: Pool, facet: Facet): string {
  const names = address.values(facet).map((value) => words.nameOf(facet, value))
  const { moreValues, named } = t().pool.search
  const values =
    names.length > NAMED ? moreValues(names[0] ?? '', names.length) : names.join(t().comma)
  return PLAIN.includes(facet) ? values : named(t().pool.facets.name[facet], values)
}

/** Names of places say by themselves what they are. */
const PLAIN: readonly Facet[] = ['township', 'village']
