import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type InboxState, inboxOf } from '../applying.ts'
import { Done } from '../parts/account/notices.tsx'
import { Detail } from '../parts/applications/detail.tsx'
import { List } from '../parts/applications/list.tsx'
import { Icon } from '../parts/icon.tsx'
import { isPhone } from '../parts/phone.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

const STATES = ['waiting', 'taken', 'refused', 'withdrawn'] as const satisfies InboxState[]

/** What people handed in on the public page: the list, and beside it one of them; on a phone one after the other. */
export function Applications() {
  return (
    <View rows={10}>
      <Title text={t().apply.inbox.title} />
      <Inbox />
    </View>
  )
}

/** State, page and the chosen one live in the address: back, reload and a second tab keep them. */
function Inbox() {
  const [search, setSearch] = useSearchParams<{ state?: string; page?: string; id?: string }>()
  const [said, setSaid] = createSignal<string | null>(null)
  const state = () => STATES.find((one) => one === search.state) ?? 'waiting'
  const page = () => Math.max(1, Number(search.page) || 1)
  const inbox = createAsync(() => inboxOf(state(), page()))
  const chosen = () => search.id ?? null
  const showsList = () => !isPhone() || chosen() === null
  const turn = (change: { state?: string | null; page?: string | null; id?: string | null }) => {
    setSaid(null)
    setSearch(change, { scroll: false })
  }
  function decided(text: string) {
    setSearch({ id: null }, { replace: true, scroll: false })
    setSaid(text)
  }
  return (
    <Show when={inbox()}>
      {(known) => (
        <>
          <Show when={showsList()} fallback={<Back go={() => turn({ id: null })} />}>
            <div class="page-head review-head">
              <h1>{t().apply.inbox.title}</h1>
              <span class="hint">{t().apply.inbox.facts(known().waiting)}</span>
            </div>
            <Tabs
              state={state()}
              choose={(one) =>
                turn({ state: one === 'waiting' ? null : one, page: null, id: null })
              }
            />
          </Show>
          <Done text={said()} />
          <div class="review-grid">
            <Show when={showsList()}>
              <List
                inbox={known()}
                state={state()}
                chosen={chosen()}
                choose={(id) => turn({ id })}
                turnTo={(to) => turn({ page: to === 1 ? null : String(to), id: null })}
              />
            </Show>
            <Show when={chosen()} fallback={<Choose />} keyed>
              {(id) => (
                <View rows={8}>
                  <Detail id={id} decided={decided} />
                </View>
              )}
            </Show>
          </div>
        </>
      )}
    </Show>
  )
}

function Tabs(props: { state: InboxState; choose: (state: InboxState) => void }) {
  return (
    <fieldset class="segments inbox-tabs" aria-label={t().apply.inbox.tabs}>
      <For each={STATES}>
        {(state) => (
          <button
            type="button"
            aria-pressed={state === props.state}
            onClick={() => props.choose(state)}
          >
            {t().apply.inbox.states[state]}
          </button>
        )}
      </For>
    </fieldset>
  )
}

function Back(props: { go: () => void }) {
  return (
    <button type="button" class="button plain self-start" onClick={() => props.go()}>
      <Icon name="left" />
      {t().apply.inbox.backToList}
    </button>
  )
}

function Choose() {
  return (
    <Show when={!isPhone()}>
      <section class="card">
        <Blank icon="paper" title={t().apply.inbox.choose} text={t().apply.inbox.chooseText} />
      </section>
    </Show>
  )
}
