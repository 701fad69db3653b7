import { createAsync, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Done } from '../parts/account/notices.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { StartForm } from '../parts/trial-posts/start-form.tsx'
import { TrialTable } from '../parts/trial-posts/table.tsx'
import { useRoles } from '../session.ts'
import { type TrialPostList, type TrialPostState, trialPostsOf } from '../trial-posts.ts'
import { t } from '../words/index.ts'

const STATES = ['running', 'concluded', 'broken-off'] as const satisfies TrialPostState[]

/** Who is on trial where, what ends soon, and what has ended. */
export function TrialPosts() {
  const [search, setSearch] = useSearchParams<{ state?: string; page?: string; start?: string }>()
  const [said, setSaid] = createSignal<string | null>(null)
  const has = useRoles()
  const navigate = useNavigate()
  const state = () => STATES.find((one) => one === search.state) ?? 'running'
  const page = () => Math.max(1, Number(search.page) || 1)
  const mayStart = () => has('county') || has('township')
  const words = () => t().trialPosts
  const begin = () => {
    setSaid(null)
    setSearch({ start: '1' }, { scroll: false })
  }
  return (
    <>
      <Title text={words().title} />
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{words().title}</h1>
          <span class="hint">{words().hint}</span>
        </div>
        <span class="push" />
        <ExportTable table="trial-posts" name={words().title} filters={{ state: state() }} />
        <Show when={mayStart()}>
          <button type="button" class="button primary" aria-haspopup="dialog" onClick={begin}>
            <Icon name="plus" />
            {words().start}
          </button>
        </Show>
      </div>
      <Done text={said()} />
      <View rows={8}>
        <Listed
          state={state()}
          page={page()}
          mayStart={mayStart()}
          turn={(change) => setSearch(change, { scroll: false })}
        />
      </View>
      <Show when={mayStart() && search.start} keyed>
        {(start) => (
          <StartForm
            talent={start === '1' ? null : start}
            close={() => setSearch({ start: null }, { scroll: false })}
            done={(id) => navigate(`/trial-posts/${id}`)}
          />
        )}
      </Show>
    </>
  )
}

type Turn = (change: { state?: string | null; page?: string | null }) => void

function Listed(props: { state: TrialPostState; page: number; mayStart: boolean; turn: Turn }) {
  const answer = createAsync(() => trialPostsOf(props.state, props.page))
  return (
    <Show when={answer()}>
      {(known) => (
        <section class="card">
          <div class="card-head">
            <Tabs state={props.state} counts={known().counts} turn={props.turn} />
          </div>
          <Show
            when={known().trialPosts.length > 0}
            fallback={<Nothing state={props.state} mayStart={props.mayStart} />}
          >
            <TrialTable rows={known().trialPosts} />
          </Show>
          <Pages list={known()} state={props.state} turn={props.turn} />
        </section>
      )}
    </Show>
  )
}

function Tabs(props: { state: TrialPostState; counts: TrialPostList['counts']; turn: Turn }) {
  return (
    <fieldset class="segments" aria-label={t().trialPosts.tabs}>
      <For each={STATES}>
        {(state) => (
          <button
            type="button"
            aria-pressed={state === props.state}
            onClick={() => props.turn({ state: state === 'running' ? null : state, page: null })}
          >
            {t().trialPosts.states[state]} {props.counts[state]}
          </button>
        )}
      </For>
    </fieldset>
  )
}

function Nothing(props: { state: TrialPostState; mayStart: boolean }) {
  const text = () =>
    props.mayStart ? t().trialPosts.emptyText[props.state] : t().trialPosts.emptyReader
  return <Blank icon="flag" title={t().trialPosts.empty[props.state]} text={text()} />
}

function Pages(props: { list: TrialPostList; state: TrialPostState; turn: Turn }) {
  const last = () => Math.max(1, Math.ceil(props.list.counts[props.state] / props.list.pageSize))
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
          {t().trialPosts.previous}
        </button>
        <span class="hint">{t().trialPosts.page(props.list.page)}</span>
        <button
          type="button"
          class="button slim"
          disabled={props.list.page >= last()}
          onClick={() => to(props.list.page + 1)}
        >
          {t().trialPosts.next}
        </button>
      </p>
    </Show>
  )
}
