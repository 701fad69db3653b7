import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'

/** A card of facts, with the page where they are mended. */
export function FactCard(props: {
  id: string
  title: string
  link?: { href: string; text: string }
  hint?: string
  children: JSX.Element
}) {
  return (
    <section class="card system-card" id={props.id} aria-labelledby={`${props.id}-title`}>
      <div class="card-head">
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        <Show when={props.link}>
          {(link) => (
            <A class="push small" href={link().href}>
              {link().text}
            </A>
          )}
        </Show>
      </div>
      <dl class="system-facts">{props.children}</dl>
      <Show when={props.hint}>
        <p class="hint system-hint">{props.hint}</p>
      </Show>
    </section>
  )
}

/** One fact; where there is something behind it, it opens. */
export function Fact(props: { name: string; href?: string | undefined; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <Show when={props.href} fallback={props.children}>
          {(href) => (
            <A href={href()}>
              {props.children}
              <span class="hidden-text"> {props.name}</span>
            </A>
          )}
        </Show>
      </dd>
    </div>
  )
}
