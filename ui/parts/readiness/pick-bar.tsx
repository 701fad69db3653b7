import { createSignal, For, type JSX, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'
import { AssignMany } from './assign-many.tsx'
import type { Picking } from './picking.ts'

type Shown = { code: string; colour: 'red' | 'yellow' | 'green' | null }

const w = () => t().readiness.many

/** Above a list of villages: all of a colour at once, and what to do with those that are chosen. */
export function PickBar(props: { picking: Picking; shown: Shown[] }) {
  const [given, setGiven] = createSignal<readonly string[] | null>(null)
  const count = () => props.picking.codes().size
  const of = (colour: 'red' | 'yellow') =>
    props.shown.filter((one) => one.colour === colour).map(({ code }) => code)
  return (
    <Office>
      <div class="row wrap pick-bar">
        <For each={['red', 'yellow'] as const}>
          {(colour) => (
            <Show when={of(colour).length > 0}>
              <button
                type="button"
                class="button slim"
                onClick={() => props.picking.add(of(colour))}
              >
                {w().allOf(t().readiness.colour[colour], of(colour).length)}
              </button>
            </Show>
          )}
        </For>
        <b role="status">
          <Show when={count() > 0}>{w().chosen(count())}</Show>
        </b>
        <Show when={count() > 0}>
          <button type="button" class="button slim" onClick={props.picking.clear}>
            {w().clear}
          </button>
          <button
            type="button"
            class="button slim primary"
            aria-haspopup="dialog"
            onClick={() => setGiven([...props.picking.codes()])}
          >
            {w().assign}
          </button>
        </Show>
      </div>
      <Show when={given()} keyed>
        {(villages) => (
          <AssignMany villages={villages} close={() => setGiven(null)} done={props.picking.clear} />
        )}
      </Show>
    </Office>
  )
}

/** The box of one village in its row. */
export function PickCell(props: { picking: Picking; village: { code: string; name: string } }) {
  return (
    <Office>
      <td class="check-cell">
        <input
          type="checkbox"
          aria-label={w().pick(placeName(props.village.name))}
          checked={props.picking.has(props.village.code)}
          onChange={() => props.picking.toggle(props.village.code)}
          onClick={(event) => event.stopPropagation()}
        />
      </td>
    </Office>
  )
}

/** All that is listed, or none of it. */
export function PickHead(props: { picking: Picking; shown: { code: string }[] }) {
  const codes = () => props.shown.map(({ code }) => code)
  const isWhole = () => codes().length > 0 && codes().every(props.picking.has)
  return (
    <Office>
      <td class="check-cell">
        <input
          type="checkbox"
          aria-label={w().pickShown}
          checked={isWhole()}
          onChange={() => (isWhole() ? props.picking.drop(codes()) : props.picking.add(codes()))}
        />
      </td>
    </Office>
  )
}

/** A village assigns nothing. */
function Office(props: { children: JSX.Element }) {
  const has = useRoles()
  return <Show when={has('county', 'township')}>{props.children}</Show>
}
