import { A, createAsync } from '@solidjs/router'
import { For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { clockTime, whole } from '../format.ts'
import { createLive } from '../live.ts'
import { placeName } from '../names.ts'
import { type Overview as Answer, overviewOf } from '../overview.ts'
import { Icon } from '../parts/icon.tsx'
import { type Address, useOverviewAddress, VIEWS } from '../parts/overview/address.ts'
import { GapsCard } from '../parts/overview/gaps-card.tsx'
import { LiveNote } from '../parts/overview/live-note.tsx'
import { PulseCard } from '../parts/overview/pulse-card.tsx'
import { ToDoCard, WorstCard } from '../parts/overview/rail.tsx'
import { ScheduleCard } from '../parts/overview/schedule-card.tsx'
import { Strip } from '../parts/overview/strip.tsx'
import { StructureCard } from '../parts/overview/structure-card.tsx'
import { TownshipTable } from '../parts/overview/township-table.tsx'
import { Skeleton, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { toDoOf } from '../to-do.ts'
import { t } from '../words/index.ts'

const VillageTable = lazy(async () => ({
  default: (await import('../parts/overview/village-table.tsx')).VillageTable,
}))
const TileGrid = lazy(async () => ({
  default: (await import('../parts/overview/tile-grid.tsx')).TileGrid,
}))
const ColourChart = lazy(async () => ({
  default: (await import('../parts/overview/colour-chart.tsx')).ColourChart,
}))

/** The county's first screen: which townships and villages are not ready, why, and what waits. */
export function Overview() {
  return (
    <View rows={14}>
      <Title text={t().overview.title} />
      <Screen />
    </View>
  )
}

function Screen() {
  const answer = createAsync(() => overviewOf())
  const live = createLive([overviewOf.key, toDoOf.key])
  const address = useOverviewAddress()
  return (
    <Show when={answer.latest ?? answer()}>
      {(overview) => (
        <>
          <Head overview={overview()} address={address} />
          <LiveNote live={live} total={overview().total} countedAt={overview().countedAt} />
          <Show when={overview().total.counted > 0 && overview().total.people === 0}>
            <Beginning />
          </Show>
          <Strip overview={overview()} />
          <div class="overview-work" classList={{ wide: isWide(address) }}>
            <div class="overview-left">
              <Suspense fallback={<Skeleton rows={11} />}>
                <Work overview={overview()} address={address} />
              </Suspense>
              <div class="overview-pair">
                <GapsCard overview={overview()} planHref="/plan" />
                <StructureCard overview={overview()} planHref="/plan" />
              </div>
              <PulseCard pulse={overview().pulse} />
            </div>
            <div class="rail">
              <WorstCard overview={overview()} />
              <ToDoCard overview={overview()} />
              <ScheduleCard schedule={overview().schedule} />
            </div>
          </div>
        </>
      )}
    </Show>
  )
}

/** What has a line or a tile for each village takes the whole width. */
const isWide = ({ view }: Address) => view() === 'villages' || view() === 'map'

function Work(props: { overview: Answer; address: Address }) {
  return (
    <Switch fallback={<TownshipTable overview={props.overview} />}>
      <Match when={props.address.view() === 'villages'}>
        <VillageTable overview={props.overview} address={props.address} />
      </Match>
      <Match when={props.address.view() === 'map'}>
        <TileGrid overview={props.overview} />
      </Match>
      <Match when={props.address.view() === 'chart'}>
        <ColourChart overview={props.overview} />
      </Match>
    </Switch>
  )
}

/** A county of its own begins without people: what to do before a team can be asked for. */
function Beginning() {
  return (
    <p class="note accent">
      <Icon name="table" />
      <span>
        {t().overview.begin} <A href="/imports">{t().imports.title}</A>
      </span>
    </p>
  )
}

function Head(props: { overview: Answer; address: Address }) {
  const w = () => t().overview
  const { address } = props
  return (
    <div class="page-head overview-head">
      <div class="titles row wrap">
        <h1>{w().title}</h1>
        <span class="hint">
          {placeName(props.overview.place.name)}
          {t().separator}
          {w().facts(props.overview.townships.length, whole(props.overview.total.villages))}
          <Show when={props.overview.countedAt}>
            {(at) => `${t().separator}${w().live(clockTime(new Date(at())))}`}
          </Show>
        </span>
      </div>
      <fieldset class="segments push" aria-label={w().view}>
        <For each={VIEWS}>
          {(id) => (
            <button
              type="button"
              aria-pressed={address.view() === id}
              onClick={() => address.change({ view: id === 'townships' ? null : id })}
            >
              {w().views[id]}
            </button>
          )}
        </For>
      </fieldset>
      <A class="button desk-only" href="/big-screen">
        <Icon name="eye" />
        {w().bigScreen}
      </A>
      <A class="button" href="/papers">
        <Icon name="download" />
        {w().papers}
      </A>
      <A class="button primary" href="/plan">
        {w().startPlan}
      </A>
    </div>
  )
}
