import { createAsync } from '@solidjs/router'
import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { TalentFilter } from '../../people.ts'
import { placesOf } from '../../queries.ts'
import { useRoles, useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Field, SelectField } from '../account/fields.tsx'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 300
/** What the server takes. */
const LONGEST = 50

type Change = (next: {
  q?: string | null
  township?: string | null
  village?: string | null
}) => void

/** Name, township and village: each only where the role has more than one. */
export function ListFilter(props: { filter: TalentFilter; change: Change }) {
  const has = useRoles()
  return (
    <search class="list-filter">
      <NameField value={props.filter.q ?? ''} set={(q) => props.change({ q: q || null })} />
      <Show when={has('county', 'township')}>
        <PlaceFields filter={props.filter} change={props.change} />
      </Show>
      <Show when={has('village')}>
        <OwnVillages filter={props.filter} change={props.change} />
      </Show>
    </search>
  )
}

function NameField(props: { value: string; set: (text: string) => void }) {
  const [text, setText] = createSignal(props.value)
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  // A condition that was dropped elsewhere leaves the field as well.
  createEffect(() => setText(props.value))
  function later(next: string) {
    setText(next)
    clearTimeout(timer)
    timer = window.setTimeout(() => props.set(next.trim()), PAUSE_MS)
  }
  return (
    <Field label={t().talents.search}>
      {(given) => (
        <input
          {...given()}
          class="input"
          type="search"
          name="q"
          autocomplete="off"
          maxlength={LONGEST}
          placeholder={t().talents.searchHint}
          value={text()}
          onInput={(event) => !event.isComposing && later(event.currentTarget.value)}
          onCompositionEnd={(event) => later(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function PlaceFields(props: { filter: TalentFilter; change: Change }) {
  const has = useRoles()
  const { account } = useSession()
  const places = createAsync(() => placesOf())
  const townships = () => places.latest?.townships ?? []
  const township = () => (has('township') ? account().township?.code : props.filter.township)
  const villages = () => townships().find(({ code }) => code === township())?.villages ?? []
  return (
    <>
      <Show when={has('county')}>
        <SelectField
          label={t().talents.township}
          value={props.filter.township ?? ''}
          none={t().talents.allTownships}
          choices={townships().map(named)}
          set={(code) => props.change({ township: code || null, village: null })}
        />
      </Show>
      <SelectField
        label={t().talents.village}
        value={props.filter.village ?? ''}
        none={township() ? t().talents.allVillages : t().talents.townshipFirst}
        choices={villages().map(named)}
        isDisabled={!township()}
        set={(code) => props.change({ village: code || null })}
      />
    </>
  )
}

function OwnVillages(props: { filter: TalentFilter; change: Change }) {
  const { account } = useSession()
  return (
    <Show when={account().villages.length > 1}>
      <SelectField
        label={t().talents.village}
        value={props.filter.village ?? ''}
        none={t().talents.allVillages}
        choices={account().villages.map(named)}
        set={(code) => props.change({ village: code || null })}
      />
    </Show>
  )
}

const named = ({ code, name }: { code: string; name: string }) => ({
  value: code,
  name: placeName(name),
})
