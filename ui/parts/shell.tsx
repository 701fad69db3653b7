import { A, createAsync, useLocation } from '@solidjs/router'
import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { clockTime } from '../format.ts'
import { placeName } from '../names.ts'
import { lastRead, placesOf, policyOf } from '../queries.ts'
import type { Places, PolicyAnswer } from '../types.ts'
import { t } from '../words/index.ts'
import { setPolicy } from './ages.ts'
import { Geese, Icon } from './icon.tsx'
import { Panel } from './layers.tsx'
import { PlaceTree } from './places.tsx'
import { OfflineNote } from './states.tsx'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'

/** What stays on every page: where one is, where one can go, and the facts that explain any number. */
export function Shell(props: { children?: JSX.Element }) {
  const [isPicking, setPicking] = createSignal(false)
  // The frame stands before the places are known, so it never waits for them.
  const answer = createAsync<Places | undefined>(() => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const places = () => answer.latest
  const policy = createAsync<PolicyAnswer | undefined>(() => policyOf().catch(() => undefined), {
    initialValue: undefined,
  })
  createEffect(() => setPolicy(policy.latest?.policy))
  onKey('k', () => setPicking(true))
  keepMainInFocus()
  return (
    <div class="app">
      <a class="skip" href="#main">
        {t().shell.skip}
      </a>
      <Side places={places()} />
      <Top places={places()} pick={() => setPicking(true)} />
      <Show when={places()}>
        {(known) => (
          <Panel
            isOpen={isPicking()}
            onClose={() => setPicking(false)}
            title={t().shell.choosePlace}
          >
            <PlaceTree places={known()} onPick={() => setPicking(false)} focus />
          </Panel>
        )}
      </Show>
      <main class="main" id="main" tabindex="-1">
        <OfflineNote />
        {props.children}
      </main>
      <PhoneBar places={places()} pick={() => setPicking(true)} />
    </div>
  )
}

function Side(props: { places: Places | undefined }) {
  return (
    <aside class="side">
      <A class="brand" href="/">
        <Geese />
        <span>{t().brand}</span>
        <small>{t().brandHint}</small>
      </A>
      <Navigation places={props.places} />
      <Show when={props.places}>
        {(places) => (
          <>
            <section class="side-places" aria-label={t().shell.places}>
              <h2>{t().shell.places}</h2>
              <PlaceTree places={places()} />
            </section>
            <div class="side-foot">
              {t().shell.referenceOn} {places().referenceOn}
              <br />
              {t().shell.policy(places().policyVersion)}
              <br />
              {t().shell.dataAt(clockTime(lastRead()))}
            </div>
          </>
        )}
      </Show>
    </aside>
  )
}

function Navigation(props: { places: Places | undefined }) {
  const township = useTownship(() => props.places)
  return (
    <nav class="nav" aria-label={t().shell.navigation}>
      <NavLink href="/" icon="home" name={t().shell.overview} />
      <Show when={township()}>
        {(here) => (
          <>
            <NavLink
              href={`/townships/${here().code}`}
              icon="village"
              name={t().shell.township(placeName(here().name))}
              count={here().villages.length}
            />
            <NavLink href={`/townships/${here().code}/plan`} icon="plan" name={t().shell.plan} />
          </>
        )}
      </Show>
      <Show when={!township()}>
        <NavLink href="/plan" icon="plan" name={t().shell.countyPlan} />
      </Show>
    </nav>
  )
}

function NavLink(props: {
  href: string
  icon: 'home' | 'village' | 'plan'
  name: string
  count?: number
}) {
  return (
    <A href={props.href} end title={props.name}>
      <Icon name={props.icon} />
      <span class="label">{props.name}</span>
      <Show when={props.count}>
        <span class="count">{props.count}</span>
      </Show>
    </A>
  )
}

function Top(props: { places: Places | undefined; pick: () => void }) {
  const township = useTownship(() => props.places)
  return (
    <header class="top">
      <button type="button" class="button plain scope" onClick={() => props.pick()}>
        {placeName(township()?.name ?? props.places?.county.name ?? '')}
        <Icon name="down" />
      </button>
      <button type="button" class="finder desk-only" onClick={() => props.pick()}>
        <Icon name="search" />
        <span>{t().shell.findPlace}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span class="push" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  )
}

function PhoneBar(props: { places: Places | undefined; pick: () => void }) {
  const township = useTownship(() => props.places)
  const plan = () => {
    const code = township()?.code
    return code ? `/townships/${code}/plan` : '/plan'
  }
  return (
    <nav class="phone-bar" aria-label={t().shell.navigation}>
      <A href="/" end>
        <Icon name="home" />
        {t().shell.overview}
      </A>
      <button type="button" onClick={() => props.pick()}>
        <Icon name="search" />
        {t().shell.places}
      </button>
      <A href={plan()} end>
        <Icon name="plan" />
        {township() ? t().shell.plan : t().shell.countyPlan}
      </A>
    </nav>
  )
}

/** The township on the screen, by itself or through one of its villages. */
function useTownship(places: () => Places | undefined) {
  const location = useLocation()
  const code = () => /^\/(?:townships|villages)\/(\d{9})/.exec(location.pathname)?.[1]
  return () => places()?.townships.find((township) => township.code === code())
}

function onKey(key: string, act: () => void) {
  const listen = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    act()
  }
  document.addEventListener('keydown', listen)
  onCleanup(() => document.removeEventListener('keydown', listen))
}

/** A new page begins at its heading for those who read by ear. */
function keepMainInFocus() {
  const location = useLocation()
  createEffect((before: string | undefined) => {
    if (before !== undefined && before !== location.pathname) {
      document.getElementById('main')?.focus({ preventScroll: true })
    }
    return location.pathname
  })
}
