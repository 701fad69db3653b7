import { createSignal, For, Show } from 'solid-js'
import type { Miss, TargetId } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetChip } from '../ages.ts'

type Clash = Miss['conflicts'][number]
const FEW = 3

/** The smallest sets of demands that cannot all hold: their members as chips, and a sentence. */
export function Clashes(props: { clashes: Clash[] }) {
  const [isWhole, setWhole] = createSignal(false)
  const shown = () => (isWhole() ? props.clashes : props.clashes.slice(0, FEW))
  const more = () => props.clashes.length - FEW
  return (
    <section class="clash-box">
      <h3 class="hint">
        {t().why.clashes}
        <span class="funnel-hint">{t().why.clashesHint}</span>
      </h3>
      <ul class="clashes">
        <For each={shown()}>
          {(clash) => (
            <li>
              <span class="chip-line">
                <For each={clash.members}>
                  {(member) => (
                    <span class="chip" classList={{ accent: !isGroup(member) }}>
                      {memberName(member)}
                    </span>
                  )}
                </For>
              </span>
              <span>{say(clash.words)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={more() > 0}>
        <button
          type="button"
          class="button slim"
          aria-expanded={isWhole()}
          onClick={() => setWhole((now) => !now)}
        >
          {isWhole() ? t().why.fewerClashes : t().why.moreClashes(more())}
        </button>
      </Show>
    </section>
  )
}

type Group = keyof ReturnType<typeof t>['why']['members']

const isGroup = (member: string): member is Group => member in t().why.members

function memberName(member: string): string {
  return isGroup(member) ? t().why.members[member] : targetChip(member as TargetId)
}
