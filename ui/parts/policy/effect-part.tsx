import { type JSX, Show } from 'solid-js'

export function Part(props: { title: string; hint?: string; children: JSX.Element }) {
  return (
    <div class="effect-part">
      <h3>{props.title}</h3>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
      {props.children}
    </div>
  )
}
