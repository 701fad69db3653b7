import { For, Show } from 'solid-js'
import type { Section } from '../../policy.ts'
import { say, t } from '../../words/index.ts'
import { useDraft } from './draft.ts'

/** The sections, with how much of each is changed or at fault. */
export function Contents(props: { sections: readonly Section[] }) {
  return (
    <nav class="card policy-contents" aria-label={t().policy.contents}>
      <ul>
        <For each={props.sections}>{(section) => <Entry section={section} />}</For>
      </ul>
    </nav>
  )
}

function Entry(props: { section: Section }) {
  const draft = useDraft()
  const pointers = () =>
    props.section.rows.flatMap(({ fields }) => fields.map(({ pointer }) => pointer))
  const changed = () => pointers().filter((pointer) => draft?.isChanged(pointer)).length
  const faults = () => new Set(pointers().flatMap((pointer) => draft?.faultsAt(pointer) ?? [])).size
  return (
    <li>
      <a href={`#section-${props.section.id}`}>{say(props.section.words)}</a>
      <Show when={faults() > 0}>
        <span class="state missed">{t().policy.faultsIn(faults())}</span>
      </Show>
      <Show when={changed() > 0}>
        <span class="chip">{t().policy.changedIn(changed())}</span>
      </Show>
    </li>
  )
}
