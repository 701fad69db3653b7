import { For, Show } from 'solid-js'
import { dayAndTime, whole } from '../../format.ts'
import type { SystemState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Fact, FactCard } from './fact.tsx'

const w = () => t().system.places

export function PlacesCard(props: { state: SystemState }) {
  const places = () => props.state.places
  const dictionaries = () => props.state.dictionaries
  const free = () => dictionaries().freeSkills
  return (
    <FactCard
      id="places"
      title={w().title}
      link={{ href: '/dictionaries', text: t().dictionaries.title }}
    >
      <Fact name={w().places}>
        {w().placesOf(whole(places().townships), whole(places().villages))}
      </Fact>
      <Fact name={w().entered}>
        <Show when={places().enteredAt} fallback={t().unknown}>
          {(at) => dayAndTime(at())}
        </Show>
        <Show when={places().isDemonstration}>
          {' '}
          <span class="chip">{w().demonstration}</span>
        </Show>
      </Fact>
      <Fact name={w().imported}>
        <Show when={places().importedAt} fallback={w().neverImported}>
          {(at) => dayAndTime(at())}
        </Show>
      </Fact>
      <For each={dictionaries().lists}>
        {({ id, entries, retired }) => (
          <Fact name={t().dictionaries.names[id]} href={`/dictionaries?of=${id}`}>
            {w().entries(whole(entries))}
            <Show when={retired > 0}>
              {t().clause}
              {w().retired(whole(retired))}
            </Show>
          </Fact>
        )}
      </For>
      <Fact name={w().free} href={free() > 0 ? '/dictionaries?of=skills' : undefined}>
        {whole(free())}
      </Fact>
      <Fact name={w().changed}>
        <Show when={dictionaries().changedAt} fallback={w().neverChanged}>
          {(at) => dayAndTime(at())}
        </Show>
      </Fact>
    </FactCard>
  )
}
