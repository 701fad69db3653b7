import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type ItemsPage, itemsOf } from '../cultivation-plan.ts'
import { whole } from '../format.ts'
import { placeName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { Done } from '../parts/account/notices.tsx'
import { createActing } from '../parts/cultivation-plan/acting.ts'
import {
  FILTERS,
  type ItemsAddress,
  TABS,
  useItemsAddress,
} from '../parts/cultivation-plan/address.ts'
import { Dialogs } from '../parts/cultivation-plan/dialogs.tsx'
import { kindChoices } from '../parts/cultivation-plan/kinds.ts'
import { ListedItems } from '../parts/cultivation-plan/listed-items.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import type { Places } from '../types.ts'
import { t } from '../words/index.ts'

/** Items of the account's people: to confirm, late, due. */
export function CultivationItems() {
  const has = useRoles()
  const acting = createActing()
  // Who only reports looks at what is due first.
  const address = useItemsAddress(has('county', 'township') ? 'reported' : 'due')
  const words = () => t().cultivationPlan.list
  return (
    <>
      <Title text={words().title} />
      <div class="page-head">
        <div class="titles">
          <h1>{words().title}</h1>
          <p class="hint">{has('county', 'township') ? words().hint : words().hintReport}</p>
        </div>
        <Show when={has('county', 'township')}>
          <A class="button push" href="/plan-templates">
            {words().templates}
          </A>
        </Show>
      </div>
      <Done text={acting.said()} />
      <View rows={8}>
        <Listed address={address} acting={acting} />
      </View>
      <Dialogs acting={acting} />
    </>
  )
}

type Given = { address: ItemsAddress; acting: ReturnType<typeof createActing> }

function Listed(props: Given) {
  const page = createAsync(() => itemsOf(props.address.asked()))
  return (
    <Show when={page.latest ?? page()}>
      {(known) => (
        <>
          <nav class="page-tabs item-tabs" aria-label={t().cultivationPlan.list.tabsLabel}>
            <For each={TABS}>
              {(tab) => (
                <a
                  noScroll
                  href={props.address.hrefOf(tab)}
                  aria-current={props.address.tab() === tab ? 'page' : undefined}
                >
                  {t().cultivationPlan.list.tabs[tab]}
                  <span class="chip" classList={{ accent: props.address.tab() === tab }}>
                    {whole(known().counts[tab])}
                  </span>
                </a>
              )}
            </For>
          </nav>
          <section class="card" aria-label={t().cultivationPlan.list.tabs[props.address.tab()]}>
            <Narrow address={props.address} />
            <Show when={known().items.length > 0} fallback={<Nothing address={props.address} />}>
              <ListedItems items={known().items} acting={props.acting} />
            </Show>
            <Pages page={known()} address={props.address} />
          </section>
        </>
      )}
    </Show>
  )
}

/** Milliseconds after the last letter. */
const TYPING = 300

function Narrow(props: { address: ItemsAddress }) {
  const has = useRoles()
  const places = createAsync<Places | undefined>(
    async () => (has('mentor') ? undefined : placesOf()),
    { initialValue: undefined },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const words = () => t().cultivationPlan.list
  return (
    <div class="item-filters">
      <input
        class="input"
        type="search"
        name="q"
        value={props.address.text('q')}
        placeholder={words().search}
        aria-label={words().search}
        maxlength={40}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget: { value } }) => {
          clearTimeout(timer)
          timer = setTimeout(() => props.address.narrow({ q: value.trim() || null }), TYPING)
        }}
      />
      <Show when={has('county')}>
        <SelectField
          label={words().township}
          none={words().all}
          value={props.address.text('township')}
          choices={(places.latest?.townships ?? []).map(({ code, name }) => ({
            value: code,
            name: placeName(name),
          }))}
          set={(township) => props.address.narrow({ township: township || null })}
        />
      </Show>
      <SelectField
        label={words().kind}
        none={words().all}
        value={props.address.text('kind')}
        choices={kindChoices()}
        set={(kind) => props.address.narrow({ kind: kind || null })}
      />
    </div>
  )
}

function Nothing(props: { address: ItemsAddress }) {
  const words = () => t().cultivationPlan.list
  const named = () => [
    ...(props.address.text('q') ? [`“${props.address.text('q')}”`] : []),
    ...FILTERS.filter((key) => props.address.text(key)).map((key) => words()[key]),
  ]
  return (
    <Show
      when={named().length > 0}
      fallback={
        <Blank icon="check" title={words().empty[props.address.tab()]} text={words().emptyText} />
      }
    >
      <Blank
        icon="search"
        title={words().nothing}
        text={words().nothingText(named().join(t().comma))}
      >
        <button
          type="button"
          class="button"
          onClick={() => props.address.narrow({ q: null, township: null, kind: null })}
        >
          {words().clear}
        </button>
      </Blank>
    </Show>
  )
}

function Pages(props: { page: ItemsPage; address: ItemsAddress }) {
  const count = () => Math.max(1, Math.ceil(props.page.total / props.page.pageSize))
  const words = () => t().cultivationPlan.list
  return (
    <div class="queue-foot">
      <span class="hint">{words().total(whole(props.page.total))}</span>
      <Show when={count() > 1}>
        <span class="hint push">{words().page(props.page.page, count())}</span>
        <button
          type="button"
          class="button slim icon-only"
          aria-label={words().previous}
          disabled={props.page.page <= 1}
          onClick={() => props.address.turn(props.page.page - 1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          class="button slim icon-only"
          aria-label={words().next}
          disabled={props.page.page >= count()}
          onClick={() => props.address.turn(props.page.page + 1)}
        >
          <Icon name="right" />
        </button>
      </Show>
    </div>
  )
}
