import { createAsync, useNavigate } from '@solidjs/router'
import { createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { clockTime } from '../format.ts'
import { createLive } from '../live.ts'
import { placeName } from '../names.ts'
import { type Overview, overviewOf } from '../overview.ts'
import { createTurning, pagesOf } from '../parts/big-screen/pages.ts'
import { ReadinessPage, TownshipsPage, WorstPage } from '../parts/big-screen/readiness.tsx'
import { GapsPage, ListsPage, SchedulePage, StructurePage } from '../parts/big-screen/rest.tsx'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** For a meeting room: read from five metres, turns its pages by itself, names places and never people. */
export function BigScreen() {
  const answer = createAsync(() => overviewOf())
  const live = createLive([overviewOf.key])
  return (
    <div class="big-screen" data-theme="dark">
      <Title text={t().bigScreen.title} />
      <View rows={8}>
        <Show when={answer.latest ?? answer()}>
          {(overview) => <Pages overview={overview()} isLost={live.isLost()} />}
        </Show>
      </View>
    </div>
  )
}

function Pages(props: { overview: Overview; isLost: boolean }) {
  const navigate = useNavigate()
  const pages = () => pagesOf(props.overview)
  const turning = createTurning(() => pages().length)
  const [isShown, setShown] = createSignal(true)
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    navigate('/')
  }
  onMount(() => {
    const keys = keysOf(turning, leave)
    let hide = setTimeout(() => setShown(false), 4_000)
    const wake = () => {
      setShown(true)
      clearTimeout(hide)
      hide = setTimeout(() => setShown(false), 4_000)
    }
    document.addEventListener('keydown', keys)
    document.addEventListener('pointermove', wake)
    document.addEventListener('keydown', wake)
    onCleanup(() => {
      clearTimeout(hide)
      document.removeEventListener('keydown', keys)
      document.removeEventListener('pointermove', wake)
      document.removeEventListener('keydown', wake)
    })
  })
  const page = () => pages()[turning.at()] ?? pages()[0]!
  return (
    <>
      <header class="big-head">
        <h1>{t().bigScreen.pages[page().id]}</h1>
        <span class="push">{placeName(props.overview.place.name)}</span>
      </header>
      <div class="big-body">
        <Switch>
          <Match when={page().id === 'readiness'}>
            <ReadinessPage overview={props.overview} />
          </Match>
          <Match when={page().id === 'townships'}>
            <TownshipsPage overview={props.overview} from={page().from} />
          </Match>
          <Match when={page().id === 'worst'}>
            <WorstPage overview={props.overview} />
          </Match>
          <Match when={page().id === 'lists'}>
            <ListsPage overview={props.overview} />
          </Match>
          <Match when={page().id === 'gaps'}>
            <GapsPage overview={props.overview} />
          </Match>
          <Match when={page().id === 'structure'}>
            <StructurePage overview={props.overview} />
          </Match>
          <Match when={page().id === 'schedule'}>
            <SchedulePage overview={props.overview} />
          </Match>
        </Switch>
      </div>
      <footer class="big-foot" classList={{ quiet: !isShown() }}>
        <span>{t().bigScreen.page(turning.at() + 1, pages().length)}</span>
        <span>{stateText(props.overview, props.isLost)}</span>
        <span class="desk-only">{t().bigScreen.noNames}</span>
        <Controls turning={turning} leave={leave} />
      </footer>
    </>
  )
}

function stateText({ countedAt }: Overview, isLost: boolean): string {
  const at = countedAt === null ? t().dash : clockTime(new Date(countedAt))
  const said = t().bigScreen.at(at)
  return isLost ? `${t().overview.lost} ${said}` : said
}

type Turning = ReturnType<typeof createTurning>

function Controls(props: { turning: Turning; leave: () => void }) {
  const w = () => t().bigScreen
  return (
    <span class="big-controls push" title={w().help}>
      <button type="button" class="button" aria-label={w().before} onClick={props.turning.back}>
        <Icon name="left" />
      </button>
      <button type="button" class="button" onClick={props.turning.pause}>
        {props.turning.isPaused() ? w().play : w().pause}
      </button>
      <button type="button" class="button" aria-label={w().next} onClick={props.turning.next}>
        <Icon name="right" />
      </button>
      <button type="button" class="button" onClick={fill}>
        {w().enter}
      </button>
      <button type="button" class="button" onClick={props.leave}>
        {w().leave}
      </button>
    </span>
  )
}

function fill() {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen().catch(() => undefined)
}

/** Esc ends full screen by itself first; the next one leaves. A button in focus keeps its own keys. */
function keysOf(turning: Turning, leave: () => void) {
  const acts: Record<string, () => void> = {
    ...{ ArrowRight: turning.next, ArrowLeft: turning.back, Escape: leave, f: fill, F: fill },
    ' ': turning.pause,
  }
  return (event: KeyboardEvent) => {
    const act = acts[event.key]
    const isButton = event.target instanceof HTMLButtonElement && event.key === ' '
    if (!act || isButton || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
}
