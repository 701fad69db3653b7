import { For, Show } from 'solid-js'
import { plainNumber } from '../../format.ts'
import type { Slate, Structure, TargetId, TargetResult } from '../../types.ts'
import { t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { type State, stateOf } from '../mark.tsx'
import { boundText, inOrder, lastTermText, stateText, valueText } from '../target.ts'

/** A shape and a word: paper has no colour. */
const MARKS: Record<State, string> = { met: '●', missed: '■', weak: '▲', unknown: '○' }

/** What is required, what the last term had, what this slate has, and whether that is enough. */
export function SlateTargets(props: { slate: Slate; lastTerm: Structure | null }) {
  const words = () => t().prints.slate
  const asked = () => inOrder(props.slate.targets).filter(isAsked)
  const others = () => props.slate.targets.filter((target) => !isAsked(target))
  return (
    <>
      <table class="slate-targets">
        <thead>
          <tr>
            <For each={words().targetColumns}>{(column) => <th scope="col">{column}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={asked()}>
            {(target) => (
              <tr>
                <td>{targetName(target.id)}</td>
                <td>{requiredOf(target)}</td>
                <td>{lastOf(target, props.lastTerm)}</td>
                <td>{valueText(target.id, target.value)}</td>
                <td classList={{ 'print-missed': target.met === false }}>
                  {MARKS[stateOf(target)]} {stateText(target)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={others().length > 0}>
        <p class="paper-note">
          {words().notAsked(
            others()
              .map(({ id }) => targetName(id))
              .join(t().comma),
          )}
        </p>
      </Show>
    </>
  )
}

/** A target without a bound, or without a figure, does not apply to this village. */
const isAsked = ({ bound, met }: TargetResult) => bound !== null && met !== null

/** Asked of what is filled now: a past term has none. */
const OF_NOW: readonly TargetId[] = ['seats.law', 'seats', 'supervision.seats', 'margin', 'depth']

function requiredOf(target: TargetResult): string {
  const said = boundText(target)
  if (said === t().strip.required) return t().yes
  return said || plainNumber(target.bound ?? 0)
}

function lastOf({ id }: TargetResult, last: Structure | null): string {
  if (last && id === 'combined') return last.combinedRole > 0 ? t().yes : t().no
  return lastTermText(id, last) ?? (OF_NOW.includes(id) ? t().dash : t().unknown)
}
