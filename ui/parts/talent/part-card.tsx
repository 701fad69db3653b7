import { createUniqueId, type JSX, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** One part of the portrait with the way to change it. */
export function PartCard(props: {
  title: string
  hint?: string
  /** What the button changes, for those who hear it. */
  verb?: string
  edit?: (() => void) | undefined
  children: JSX.Element
}) {
  const id = createUniqueId()
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{props.title}</h2>
        <Show when={props.hint}>
          <span class="hint">{props.hint}</span>
        </Show>
        <Show when={props.edit}>
          {(edit) => (
            <button
              type="button"
              class="button slim push"
              aria-label={props.verb ?? t().portrait.editPart(props.title)}
              onClick={() => edit()()}
            >
              <Icon name="pencil" />
              {t().talent.edit}
            </button>
          )}
        </Show>
      </div>
      <div class="card-body">{props.children}</div>
    </section>
  )
}
