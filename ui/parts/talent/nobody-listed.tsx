import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { TalentFilter } from '../../people.ts'
import { placesOf } from '../../queries.ts'
import { useRoles, useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Blank } from '../states.tsx'

const CONDITIONS = ['q', 'village', 'township'] as const
type Condition = (typeof CONDITIONS)[number]

/** Why nobody is listed, and which condition to drop. */
export function NobodyListed(props: {
  filter: TalentFilter
  change: (next: { [Key in Condition]?: null }) => void
}) {
  const has = useRoles()
  const given = () => CONDITIONS.filter((one) => props.filter[one] !== undefined)
  const nameOf = useNames()
  const words = () =>
    given()
      .map((one) => {
        const value = props.filter[one] ?? ''
        return one === 'q' ? t().talents.named(value) : t().talents.homeIn(nameOf(value))
      })
      .join(t().comma)
  return (
    <Show
      when={given().length > 0}
      fallback={
        <Blank
          icon="people"
          title={has('mentor') ? t().talents.noMenteesTitle : t().talents.noneTitle}
          text={has('mentor') ? t().talents.noMenteesText : t().talents.noneText}
        />
      }
    >
      <Blank icon="search" title={t().talents.emptyTitle} text={t().talents.emptyText(words())}>
        <div class="row wrap">
          <For each={given()}>
            {(one) => (
              <button
                type="button"
                class="button"
                onClick={() => props.change(one === 'township' ? WHOLE : { [one]: null })}
              >
                {t().talents.drop[one]}
              </button>
            )}
          </For>
        </div>
      </Blank>
    </Show>
  )
}

/** A village goes with its township. */
const WHOLE = { township: null, village: null }

function useNames(): (code: string) => string {
  const has = useRoles()
  const { account } = useSession()
  const places = createAsync(async () => (has('county', 'township') ? placesOf() : undefined))
  return (code) => {
    const townships = places.latest?.townships ?? []
    const all = [...townships, ...townships.flatMap(({ villages }) => villages)]
    const known = [...all, ...account().villages].find((place) => place.code === code)
    return placeName(known?.name ?? code)
  }
}
