import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Done } from '../parts/account/notices.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { ActionTable } from '../parts/readiness/action-table.tsx'
import { AssignMany } from '../parts/readiness/assign-many.tsx'
import { CloseForm } from '../parts/readiness/close-form.tsx'
import { DropMany } from '../parts/readiness/drop-many.tsx'
import { TownshipFilter } from '../parts/readiness/township-filter.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { type ActionList, type ActionState, type ActionsAsked, actionsOf } from '../readiness.ts'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

const STATES = ['open', 'late', 'done', 'dropped'] as const satisfies ActionState[]
const w = () => t().readiness.actions

type Turn = (change: Record<string, string | null>) => void

/** What is to be done about villages, what is late, and what came of it. */
export function Actions() {
  const [search, setSearch] = useSearchParams<Record<string, string>>()
  const [said, setSaid] = createSignal<string | null>(null)
  const [isAssigning, setAssigning] = createSignal(false)
  const has = useRoles()
  const asked = (): ActionsAsked => ({
    state: STATES.find((one) => one === search.state) ?? 'open',
    township: typeof search.township === 'string' ? search.township : undefined,
    mine: search.mine === '1',
    page: Math.max(1, Number(search.page) || 1),
  })
  const turn: Turn = (change) => setSearch({ page: null, ...change }, { scroll: false })
  return (
    <>
      <Title text={w().title} />
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{w().title}</h1>
          <span class="hint">{w().hint}</span>
        </div>
        <span class="push" />
        <ExportTable
          table="actions"
          name={w().title}
          filters={{
            state: asked().state ?? 'open',
            ...(asked().township && { township: asked().township! }),
            ...(asked().mine && { mine: 'true' }),
          }}
        />
        <TownshipFilter
          code={asked().township}
          set={(township) => turn({ township: township ?? null })}
        />
        <Show when={has('county', 'township')}>
          <button
            type="button"
            class="button primary"
            aria-haspopup="dialog"
            onClick={() => setAssigning(true)}
          >
            {t().readiness.many.open}
          </button>
        </Show>
      </div>
      <Done text={said()} />
      <Show when={isAssigning()}>
        <AssignMany villages={[]} close={() => setAssigning(false)} />
      </Show>
      <View rows={8}>
        <Listed asked={asked()} turn={turn} say={setSaid} />
      </View>
    </>
  )
}

function Listed(props: { asked: ActionsAsked; turn: Turn; say: (text: string) => void }) {
  const answer = createAsync(() => actionsOf(props.asked))
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set())
  const [isClosing, setClosing] = createSignal(false)
  const [isDropping, setDropping] = createSignal(false)
  const mayAssign = () => has('county', 'township')
  const saidOfAll = (text: string) => {
    setSelected(new Set<string>())
    props.say(text)
  }
  const has = useRoles()
  const isOpen = () => props.asked.state === 'open' || props.asked.state === 'late'
  const chosen = () => answer()?.actions.filter(({ id }) => selected().has(id)) ?? []
  const toggle = (id: string) => setSelected((before) => before.symmetricDifference(new Set([id])))
  return (
    <Show when={answer()}>
      {(known) => (
        <section class="card">
          <div class="card-head wrap">
            <Tabs asked={props.asked} list={known()} turn={props.turn} />
            <Show when={chosen().length > 1}>
              <Show when={mayAssign()}>
                <button
                  type="button"
                  class="button danger push"
                  aria-haspopup="dialog"
                  onClick={() => setDropping(true)}
                >
                  {t().readiness.many.dropSelected}
                </button>
              </Show>
              <button
                type="button"
                class="button primary"
                classList={{ push: !mayAssign() }}
                aria-haspopup="dialog"
                onClick={() => setClosing(true)}
              >
                {w().logSelected}
                {t().separator}
                {w().selected(chosen().length)}
              </button>
            </Show>
          </div>
          <Show
            when={known().actions.length > 0}
            fallback={
              <Blank icon="check" title={w().empty[props.asked.state]} text={w().emptyText} />
            }
          >
            <ActionTable
              rows={known().actions}
              mayAssign={mayAssign()}
              {...(isOpen() && { selection: { ids: selected(), toggle } })}
              say={props.say}
            />
          </Show>
          <Pages asked={props.asked} list={known()} turn={props.turn} />
          <Show when={isClosing()}>
            <CloseForm actions={chosen()} close={() => setClosing(false)} say={saidOfAll} />
          </Show>
          <Show when={isDropping()}>
            <DropMany actions={chosen()} close={() => setDropping(false)} say={saidOfAll} />
          </Show>
        </section>
      )}
    </Show>
  )
}

function Tabs(props: { asked: ActionsAsked; list: ActionList; turn: Turn }) {
  return (
    <>
      <fieldset class="segments" aria-label={w().tabs}>
        <For each={STATES}>
          {(state) => (
            <button
              type="button"
              aria-pressed={state === props.asked.state}
              onClick={() => props.turn({ state: state === 'open' ? null : state })}
            >
              {w().states[state]} {props.list.counts[state]}
            </button>
          )}
        </For>
      </fieldset>
      <label class="row check">
        <input
          type="checkbox"
          checked={props.asked.mine}
          onChange={() => props.turn({ mine: props.asked.mine ? null : '1' })}
        />
        {w().mine(props.list.mine)}
      </label>
    </>
  )
}

function Pages(props: { asked: ActionsAsked; list: ActionList; turn: Turn }) {
  const last = () =>
    Math.max(1, Math.ceil(props.list.counts[props.asked.state] / props.list.pageSize))
  const to = (page: number) => props.turn({ page: page === 1 ? null : String(page) })
  return (
    <Show when={last() > 1}>
      <p class="row wrap table-foot">
        <button
          type="button"
          class="button slim"
          disabled={props.list.page <= 1}
          onClick={() => to(props.list.page - 1)}
        >
          {w().previous}
        </button>
        <span class="hint">{w().page(props.list.page)}</span>
        <button
          type="button"
          class="button slim"
          disabled={props.list.page >= last()}
          onClick={() => to(props.list.page + 1)}
        >
          {w().next}
        </button>
      </p>
    </Show>
  )
}
