import { A, useLocation } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { t } from '../words/index.ts'
import { Icon } from './icon.tsx'
import { Panel } from './layers.tsx'
import { isWithin, type NavItem } from './navigation.ts'

/** Items at the foot of a phone, `more` among them: a fifth would be too narrow for its name. */
const MOST = 4

/** The pages of the role's work away from the desk, and all others one tap further. */
export function PhoneBar(props: { links: NavItem[]; pick: (() => void) | undefined }) {
  const rest = () => props.links.filter((link) => !link.isAtDesk)
  const marked = () => rest().filter(({ isOnPhone }) => isOnPhone)
  const room = () => (props.pick ? MOST - 1 : MOST)
  const isWhole = () => rest().length <= room() && marked().length === rest().length
  const shown = () => marked().slice(0, isWhole() ? room() : room() - 1)
  const others = () => rest().filter((link) => !shown().includes(link))
  return (
    <nav class="phone-bar" aria-label={t().shell.navigation}>
      <For each={shown().slice(0, 1)}>{(link) => <PhoneLink link={link} />}</For>
      <Show when={props.pick}>
        <button type="button" onClick={() => props.pick?.()}>
          <Icon name="search" />
          {t().shell.places}
        </button>
      </Show>
      <For each={shown().slice(1)}>{(link) => <PhoneLink link={link} />}</For>
      <Show when={others().length > 0}>
        <More links={others()} />
      </Show>
    </nav>
  )
}

function PhoneLink(props: { link: NavItem }) {
  const location = useLocation()
  return (
    <A href={props.link.href} classList={{ here: isWithin(props.link, location.pathname) }}>
      <Icon name={props.link.icon} />
      <span>
        {props.link.phoneName ?? props.link.name}
        <Show when={props.link.isWork && props.link.count}>
          <span class="phone-count">{props.link.count}</span>
        </Show>
      </span>
    </A>
  )
}

function More(props: { links: NavItem[] }) {
  const location = useLocation()
  const [isOpen, setOpen] = createSignal(false)
  const isHere = () => props.links.some((link) => isWithin(link, location.pathname))
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-current={isHere() ? 'true' : undefined}
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
        {t().nav.more}
      </button>
      <Panel isOpen={isOpen()} onClose={() => setOpen(false)} title={t().nav.morePages}>
        <ul class="phone-more">
          <For each={props.links}>
            {(link) => (
              <li>
                <A href={link.href} end onClick={() => setOpen(false)}>
                  <Icon name={link.icon} />
                  {link.name}
                  <Show when={link.count}>
                    <span class="count push">{link.count}</span>
                  </Show>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Panel>
    </>
  )
}
