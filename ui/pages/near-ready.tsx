import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../format.ts'
import { type NearReady, nearReadyOf } from '../growth.ts'
import { placeName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { BecameCard } from '../parts/growth/became-card.tsx'
import { NearCard } from '../parts/growth/near-card.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

/** Who became ready since the last quarter, and who is one thing short of a post; the township lives in the address. */
export function NearReadyPage() {
  const [search] = useSearchParams<{ township?: string }>()
  const answer = createAsync(() => nearReadyOf(search.township))
  return (
    <>
      <Title text={t().growth.near.title} />
      <div class="page-head">
        <div class="titles">
          <h1>{t().growth.near.title}</h1>
          <p class="hint">{t().growth.near.hint}</p>
        </div>
        <span class="push" />
        <ExportTable
          table="near-ready"
          name={t().growth.near.title}
          filters={search.township ? { township: search.township } : {}}
        />
        <Townships />
      </div>
      <View rows={10}>
        <Show when={answer.latest ?? answer()}>{(known) => <Known answer={known()} />}</Show>
      </View>
    </>
  )
}

function Known(props: { answer: NearReady }) {
  return (
    <>
      <Counts answer={props.answer} />
      <div class="near-ready">
        <BecameCard answer={props.answer} />
        <NearCard answer={props.answer} />
      </div>
      <p class="hint">{t().growth.near.note}</p>
    </>
  )
}

function Townships() {
  const has = useRoles()
  const [search, setSearch] = useSearchParams<{ township?: string }>()
  const places = createAsync(async () => (has('county') ? placesOf() : undefined), {
    initialValue: undefined,
  })
  return (
    <Show when={places.latest}>
      {(known) => (
        <div class="near-place">
          <SelectField
            label={t().growth.near.township}
            none={t().growth.near.all}
            value={search.township ?? ''}
            choices={known().townships.map(({ code, name }) => ({
              value: code,
              name: placeName(name),
            }))}
            set={(township) => setSearch({ township: township || null }, { replace: true })}
          />
        </div>
      )}
    </Show>
  )
}

const COUNTED = ['ready', 'near', 'others'] as const

function Counts(props: { answer: NearReady }) {
  return (
    <dl class="near-counts card">
      <div>
        <dt>{t().growth.near.facts}</dt>
        <dd>{t().growth.near.people(whole(props.answer.counts.people))}</dd>
      </div>
      <For each={COUNTED}>
        {(kind) => (
          <div>
            <dt>{t().growth.near.counts[kind]}</dt>
            <dd>{t().growth.near.people(whole(props.answer.counts[kind]))}</dd>
            <dd class="hint">{t().growth.near.countsHint[kind]}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
