import { For, Show } from 'solid-js'
import type { Template } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Moves } from './moves.tsx'

/** A template as offices read it: for whom, for which posts, what and within how long. */
export function TemplateCard(props: { template: Template; edit?: () => void; copy?: () => void }) {
  const words = () => t().cultivationPlan.templates
  const sources = () => (props.template.sources ?? []).map((one) => t().source[one])
  const posts = () => (props.template.posts ?? []).map((post) => t().shortlist.postName[post])
  return (
    <article class="card" classList={{ retired: props.template.isRetired ?? false }}>
      <div class="card-head">
        <h2>{props.template.name}</h2>
        <Show when={props.template.isRetired}>
          <span class="chip open">{words().retired}</span>
        </Show>
        <span class="row push">
          <Show when={props.copy}>
            {(copy) => (
              <button
                type="button"
                class="button plain slim icon-only"
                aria-label={words().copy(props.template.name)}
                title={words().copy(props.template.name)}
                onClick={() => copy()()}
              >
                <Icon name="copy" />
              </button>
            )}
          </Show>
          <Show when={props.edit}>
            {(edit) => (
              <button
                type="button"
                class="button plain slim icon-only"
                aria-label={words().edit(props.template.name)}
                title={words().edit(props.template.name)}
                onClick={() => edit()()}
              >
                <Icon name="pencil" />
              </button>
            )}
          </Show>
        </span>
      </div>
      <p class="plan-facts">
        <span>{sources().join(t().comma) || words().everybody}</span>
        <span class="hint">{posts().join(t().comma) || words().anyPost}</span>
      </p>
      <ol class="template-items">
        <For each={props.template.items}>
          {(item) => (
            <li class="template-line">
              <span class="hint">{words().within(item.dueInDays)}</span>
              <span>
                {item.aim} <span class="hint">{t().cultivationPlan.kind[item.kind]}</span>{' '}
                <Moves criteria={item.criteria ?? []} rules={item.rules ?? []} />
              </span>
            </li>
          )}
        </For>
      </ol>
    </article>
  )
}
