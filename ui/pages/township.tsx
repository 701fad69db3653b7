import { A, createAsync, useParams, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show, Suspense } from 'solid-js'
import { clockTime, whole } from '../format.ts'
import { createLive } from '../live.ts'
import { placeName } from '../names.ts'
import { type Board, boardOf, overviewOf } from '../overview.ts'
import { Icon } from '../parts/icon.tsx'
import { BoardStrip } from '../parts/overview/board-strip.tsx'
import { GapsCard } from '../parts/overview/gaps-card.tsx'
import { IndicatorTable } from '../parts/overview/indicator-table.tsx'
import { LiveNote } from '../parts/overview/live-note.tsx'
import { ToDoCard } from '../parts/overview/rail.tsx'
import { ScheduleCard } from '../parts/overview/schedule-card.tsx'
import { StructureCard } from '../parts/overview/structure-card.tsx'
import { StructureOfVillages } from '../parts/overview/structure-of-villages.tsx'
import { Blank, Skeleton, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { townshipOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import { toDoOf } from '../to-do.ts'
import { say, t } from '../words/index.ts'

const VIEWS = ['indicators', 'structure'] as const

/** A township: which village lacks what, and what comes next. */
export function Township() {
  const params = useParams<{ code: string }>()
  const has = useRoles()
  const board = createAsync(() => boardOf(params.code))
  const live = createLive([boardOf.key, overviewOf.key, toDoOf.key])
  const [search] = useSearchParams<{ view?: string }>()
  return (
    <View rows={16}>
      <Show when={board.latest ?? board()}>
        {(known) => (
          <>
            <Title text={placeName(known().township.name)} />
            <Head board={known()} />
            <LiveNote live={live} total={known().total} countedAt={known().countedAt} />
            <BoardStrip board={known()} />
            <Show when={search.view === 'structure'} fallback={<Indicators board={known()} />}>
              <Structure code={params.code} />
            </Show>
            <Show when={has('township')}>
              <Rest code={params.code} />
            </Show>
          </>
        )}
      </Show>
    </View>
  )
}

function Head(props: { board: Board }) {
  const w = () => t().township
  const [search, setSearch] = useSearchParams<{ view?: string }>()
  const view = () => (search.view === 'structure' ? 'structure' : 'indicators')
  const keys = () => props.board.villages.filter(({ isKey }) => isKey).length
  return (
    <div class="page-head overview-head">
      <div class="titles row wrap">
        <h1>{placeName(props.board.township.name)}</h1>
        <span class="hint">
          {w().facts(props.board.total.villages, keys(), whole(props.board.total.people))}
          <Show when={props.board.countedAt}>
            {(at) => `${t().separator}${t().overview.live(clockTime(new Date(at())))}`}
          </Show>
        </span>
      </div>
      <fieldset class="segments push" aria-label={w().view}>
        <For each={VIEWS}>
          {(id) => (
            <button
              type="button"
              aria-pressed={view() === id}
              onClick={() => setSearch({ view: id === 'indicators' ? null : id })}
            >
              {w().views[id]}
            </button>
          )}
        </For>
      </fieldset>
      <A class="button" href={`/papers?township=${props.board.township.code}`}>
        <Icon name="download" />
        {w().papers}
      </A>
      <A class="button primary" href={`/townships/${props.board.township.code}/plan`}>
        {w().makePlan}
      </A>
    </div>
  )
}

function Indicators(props: { board: Board }) {
  const w = () => t().township
  const [isOpenOnly, setOpenOnly] = createSignal(false)
  const [search, setSearch] = useSearchParams<{ gap?: string }>()
  const overview = createAsync(async () => (search.gap ? overviewOf() : undefined))
  const gap = () => overview()?.gaps.find(({ words }) => words.zh === search.gap)
  const shown = () =>
    props.board.villages
      .filter(({ colour }) => !isOpenOnly() || colour !== 'green')
      .filter(({ code }) => gap()?.villages.includes(code) ?? true)
  return (
    <section class="card board-card" aria-labelledby="board">
      <div class="card-head">
        <h2 id="board">{w().board}</h2>
        <Show when={gap()}>
          {(known) => (
            <>
              <span class="chip accent">{t().overview.filter.gap(say(known().words))}</span>
              <button type="button" class="button slim" onClick={() => setSearch({ gap: null })}>
                {t().overview.filter.drop}
              </button>
            </>
          )}
        </Show>
        <fieldset class="segments push" aria-label={w().board}>
          <For each={[false, true]}>
            {(only) => (
              <button
                type="button"
                aria-pressed={isOpenOnly() === only}
                onClick={() => setOpenOnly(only)}
              >
                {only ? w().onlyOpen : w().all}
              </button>
            )}
          </For>
        </fieldset>
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <Show
            when={props.board.villages.length > 0}
            fallback={
              <Blank icon="village" title={w().noVillagesTitle} text={w().noVillagesText} />
            }
          >
            <Blank icon="check" title={w().readyTitle} text={w().readyText} />
          </Show>
        }
      >
        <IndicatorTable board={props.board} villages={shown()} />
      </Show>
    </section>
  )
}

function Structure(props: { code: string }) {
  const township = createAsync(() => townshipOf(props.code))
  return (
    <Suspense fallback={<Skeleton rows={16} />}>
      <Show when={township()}>{(known) => <StructureOfVillages township={known()} />}</Show>
    </Suspense>
  )
}

/** What the office of the township asks beside its villages. */
function Rest(props: { code: string }) {
  const answer = createAsync(() => overviewOf())
  const planHref = () => `/townships/${props.code}/plan`
  return (
    <Suspense fallback={<Skeleton rows={6} />}>
      <Show when={answer.latest ?? answer()}>
        {(overview) => (
          <div class="overview-rest">
            <GapsCard
              overview={overview()}
              planHref={planHref()}
              base={`/townships/${props.code}`}
            />
            <StructureCard overview={overview()} planHref={planHref()} />
            <div class="rail">
              <ToDoCard overview={overview()} />
              <ScheduleCard schedule={overview().schedule} />
            </div>
          </div>
        )}
      </Show>
    </Suspense>
  )
}
