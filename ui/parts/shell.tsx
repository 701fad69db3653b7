import { A, createAsync, useIsRouting, useLocation } from '@solidjs/router'
import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  lazy,
  onCleanup,
  Show,
  untrack,
} from 'solid-js'
import { accountsOf } from '../administration.ts'
import { clockTime } from '../format.ts'
import { placeName } from '../names.ts'
import { lastRead, placesOf, policyOf } from '../queries.ts'
import { useRoles, useSession } from '../session.ts'
import type { Places, PolicyAnswer } from '../types.ts'
import { t } from '../words/index.ts'
import { AccountMenu } from './account/account-menu.tsx'
import { setPolicy } from './ages.ts'
import { Geese, Icon } from './icon.tsx'
import { Panel } from './layers.tsx'
import {
  CHOOSES_PLACES,
  isWithin,
  linksOf,
  NAV_GROUPS,
  type NavGroup,
  type NavItem,
  READS_PLACES,
} from './navigation.ts'
import { PhoneBar } from './phone-bar.tsx'
import { PlaceTree } from './places.tsx'
import { OfflineNote } from './states.tsx'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'
import { Bell, createCounts } from './to-do/bell.tsx'

const MentorFrame = lazy(async () => ({
  default: (await import('./mentoring/frame.tsx')).MentorFrame,
}))

/** What stays on every page: where one is, where one can go, and the facts that explain any number. */
export function Shell(props: { children?: JSX.Element }) {
  const [isPicking, setPicking] = createSignal(false)
  const has = useRoles()
  const places = createPlaces()
  const counts = createCounts()
  const links = createLinks(places, counts)
  /** The places to choose between, for those who have several. */
  const choice = () => (has(...CHOOSES_PLACES) ? places() : undefined)
  onKey('k', () => setPicking(true))
  keepMainInFocus()
  return (
    <div class="app">
      <a class="skip" href="#main">
        {t().shell.skip}
      </a>
      <Side places={places()} choice={choice()} links={links()} />
      <Top
        places={places()}
        pick={choice() && (() => setPicking(true))}
        unread={counts()?.unread}
      />
      <Show when={choice()}>
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
        <Show when={has('mentor')} fallback={<OfflineNote />}>
          <MentorFrame />
        </Show>
        {props.children}
      </main>
      <PhoneBar links={links()} pick={choice() && (() => setPicking(true))} />
    </div>
  )
}

/** The frame stands before the places are known, so it never waits for them. */
function createPlaces(): () => Places | undefined {
  const has = useRoles()
  const places = createAsync<Places | undefined>(
    async () => (has(...READS_PLACES) ? placesOf().catch(() => undefined) : undefined),
    { initialValue: undefined },
  )
  const policy = createAsync<PolicyAnswer | undefined>(
    async () => (has(...CHOOSES_PLACES) ? policyOf().catch(() => undefined) : undefined),
    { initialValue: undefined },
  )
  createEffect(() => setPolicy(policy.latest?.policy))
  return whileStill(() => places.latest)
}

function createLinks(
  places: () => Places | undefined,
  counts: ReturnType<typeof createCounts>,
): () => NavItem[] {
  const { account } = useSession()
  const has = useRoles()
  const township = useTownship(places)
  const accounts = createAsync(
    async () => (has('county') ? accountsOf().catch(() => undefined) : undefined),
    { initialValue: undefined },
  )
  const due = createAsync(
    async () => (has('mentor') ? dueOfMentor().catch(() => undefined) : undefined),
    { initialValue: undefined },
  )
  const waiting = () => accounts.latest?.accounts.filter(({ state }) => state === 'pending').length
  return whileStill(() =>
    linksOf({
      ...{ account: account(), township: township(), waiting: waiting() },
      ...{ toDo: counts()?.total, applications: counts()?.applications, due: due.latest },
    }),
  )
}

/** Loaded by mentors alone. */
async function dueOfMentor() {
  const { home } = await (await import('../mentoring.ts')).mentoringOf()
  const opinions = home.due.filter(({ kind }) => kind === 'check').length
  return { tasks: home.due.length - opinions, opinions }
}

/** Changes between two pages only: links made while one leads to the next would not notice where it led. */
function whileStill<T>(get: () => T): () => T {
  const isRouting = useIsRouting()
  const before = untrack(get)
  return createMemo((last: T) => (isRouting() ? last : get()), before)
}

function Side(props: { places: Places | undefined; choice: Places | undefined; links: NavItem[] }) {
  return (
    <aside class="side">
      <A class="brand" href="/">
        <Geese />
        <span>{t().brand}</span>
        <small>{t().brandHint}</small>
      </A>
      <div class="side-scroll">
        <nav class="nav" aria-label={t().shell.navigation}>
          <For each={props.links.filter(({ group }) => !group)}>
            {(link) => <NavLink link={link} />}
          </For>
          <For each={NAV_GROUPS}>
            {(group) => (
              <LinkGroup group={group} links={props.links.filter((one) => one.group === group)} />
            )}
          </For>
        </nav>
        <Show when={props.choice}>
          {(places) => (
            <section class="side-places" aria-label={t().shell.places}>
              <h2>{t().shell.places}</h2>
              <PlaceTree places={places()} />
            </section>
          )}
        </Show>
      </div>
      <Show when={props.places}>
        {(places) => (
          <div class="side-foot">
            {t().shell.referenceOn} {places().referenceOn}
            <br />
            {t().shell.policy(places().policyVersion)}
            <br />
            {t().shell.dataAt(clockTime(lastRead()))}
          </div>
        )}
      </Show>
    </aside>
  )
}

/** Below so many pixels all links do not fit: what is not the steps of the term change begins folded. */
const LOW = 820

/** Links under a heading that folds them; the page on the screen is never folded away. */
function LinkGroup(props: { group: NavGroup; links: NavItem[] }) {
  const location = useLocation()
  const key = () => `yanzhen.nav.${props.group}`
  const kept = () => localStorage.getItem(key())
  const isHere = () => props.links.some((link) => isWithin(link, location.pathname))
  const [isOpen, setOpen] = createSignal(
    kept() ? kept() === 'open' : props.group === 'steps' || window.innerHeight >= LOW,
  )
  const keep = (isNow: boolean) => {
    if (isNow === (isOpen() || isHere())) return
    setOpen(isNow)
    localStorage.setItem(key(), isNow ? 'open' : 'folded')
  }
  return (
    <Show when={props.links.length > 0}>
      <details
        class="nav-group"
        open={isOpen() || isHere()}
        onToggle={({ currentTarget }) => keep(currentTarget.open)}
      >
        <summary>{t().nav.groups[props.group]}</summary>
        <For each={props.links}>{(link) => <NavLink link={link} />}</For>
      </details>
    </Show>
  )
}

function NavLink(props: { link: NavItem }) {
  const location = useLocation()
  return (
    <A
      href={props.link.href}
      title={props.link.name}
      classList={{ here: isWithin(props.link, location.pathname) }}
    >
      <Icon name={props.link.icon} />
      <span class="label">{props.link.name}</span>
      <Show when={props.link.count}>
        <span class="count">{props.link.count}</span>
      </Show>
    </A>
  )
}

function Top(props: {
  places: Places | undefined
  pick: (() => void) | undefined
  unread: number | undefined
}) {
  const { county } = useSession()
  const township = useTownship(() => props.places)
  const name = () => placeName(township()?.name ?? county().name)
  return (
    <header class="top">
      <Show when={props.pick} fallback={<span class="scope">{name()}</span>}>
        <button type="button" class="button plain scope" onClick={() => props.pick?.()}>
          {name()}
          <Icon name="down" />
        </button>
        <button type="button" class="finder desk-only" onClick={() => props.pick?.()}>
          <Icon name="search" />
          <span>{t().shell.findPlace}</span>
          <kbd>Ctrl K</kbd>
        </button>
      </Show>
      <span class="push" />
      <Bell unread={props.unread} />
      <LanguageSwitch />
      <ThemeSwitch />
      <AccountMenu />
    </header>
  )
}

/** The township on the screen, by itself or through one of its villages; a township's own account has no other. */
function useTownship(places: () => Places | undefined) {
  const { account } = useSession()
  const location = useLocation()
  const code = () =>
    account().township?.code ?? /^\/(?:townships|villages)\/(\d{9})/.exec(location.pathname)?.[1]
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
