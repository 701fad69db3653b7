import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import type { Round } from '../../review.ts'
import { useRoles } from '../../session.ts'
import type { Places } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { type Choice, SelectField } from '../account/fields.tsx'
import { FILTERS, type Filter, type QueueAddress } from './address.ts'

/** Narrow the queue; each choice acts at once. */
export function Filters(props: { address: QueueAddress; round: Round | undefined }) {
  const has = useRoles()
  const places = createAsync<Places | undefined>(() => placesOf(), { initialValue: undefined })
  const choices = (filter: Filter): Choice[] =>
    choicesOf(filter, { places: places.latest, round: props.round, address: props.address })
  const change = (filter: Filter, value: string) =>
    props.address.narrow({
      [filter]: value || null,
      ...(filter === 'township' && { village: null }),
    })
  const shown = () => FILTERS.filter((filter) => filter !== 'township' || has('county'))
  return (
    <div class="queue-filters" id="queue-filters">
      <For each={shown()}>
        {(filter) => (
          <SelectField
            label={t().review.filter[filter]}
            none={t().review.all}
            value={props.address.text(filter)}
            choices={choices(filter)}
            set={(value) => change(filter, value)}
          />
        )}
      </For>
      <Show when={FILTERS.some((filter) => props.address.text(filter))}>
        <button
          type="button"
          class="button slim"
          onClick={() =>
            props.address.narrow(Object.fromEntries(FILTERS.map((filter) => [filter, null])))
          }
        >
          {t().review.clear}
        </button>
      </Show>
    </div>
  )
}

type Known = { places: Places | undefined; round: Round | undefined; address: QueueAddress }

export function choicesOf(filter: Filter, { places, round, address }: Known): Choice[] {
  if (filter === 'post') return POSTS.map((post) => ({ value: post, name: t().post[post] }))
  if (filter === 'stage')
    return (round?.stages ?? []).map(({ id, words }) => ({ value: id, name: say(words) }))
  const townships = places?.townships ?? []
  if (filter === 'township') return townships.map(placeChoice)
  const township = address.text('township')
  return townships
    .filter(({ code }) => !township || code === township)
    .flatMap(({ villages }) => villages.map(placeChoice))
}

const placeChoice = ({ code, name }: { code: string; name: string }) => ({
  value: code,
  name: placeName(name),
})
