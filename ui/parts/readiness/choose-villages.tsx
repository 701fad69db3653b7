import { createAsync } from '@solidjs/router'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { overviewOf, type VillageMark } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { ColourWord } from '../overview/colours.tsx'
import { Skeleton } from '../states.tsx'
import { MOST_AT_ONCE, type Picking } from './picking.ts'

const w = () => t().readiness.many

/** Villages of the reach by township; a colour, a township or one by one. */
export function ChooseVillages(props: { picking: Picking; next: () => void; cancel: () => void }) {
  const answer = createAsync(() => overviewOf())
  const [isAsked, setAsked] = createSignal(false)
  const count = () => props.picking.codes().size
  const error = () => {
    if (count() > MOST_AT_ONCE) return w().tooMany(count())
    return isAsked() && count() === 0 ? w().none : null
  }
  const villages = () => answer()?.villages ?? []
  function next() {
    setAsked(true)
    if (count() > 0 && error() === null) props.next()
  }
  return (
    <div class="form">
      <h3>{w().choose}</h3>
      <div class="row wrap">
        <For each={['red', 'yellow'] as const}>
          {(colour) => <AllOf colour={colour} villages={villages()} picking={props.picking} />}
        </For>
        <Show when={count() > 0}>
          <button type="button" class="button slim" onClick={props.picking.clear}>
            {w().clear}
          </button>
        </Show>
        <b class="push" role="status">
          {w().chosen(count())}
        </b>
      </div>
      <Show when={answer()} fallback={<Skeleton rows={8} />}>
        {(overview) => (
          <div class="pick-townships">
            <For each={overview().townships}>
              {({ township }) => (
                <Township
                  name={placeName(township.name)}
                  villages={villages().filter((one) => one.township === township.code)}
                  picking={props.picking}
                  isOnly={overview().townships.length === 1}
                />
              )}
            </For>
          </div>
        )}
      </Show>
      <Show when={error()}>
        <p class="field-error" role="alert">
          {error()}
        </p>
      </Show>
      <div class="row wrap pick-foot">
        <button type="button" class="button" onClick={() => props.cancel()}>
          {t().accounts.cancel}
        </button>
        <button type="button" class="button primary push" onClick={next}>
          {w().on}
        </button>
      </div>
    </div>
  )
}

function AllOf(props: { colour: 'red' | 'yellow'; villages: VillageMark[]; picking: Picking }) {
  const codes = () =>
    props.villages.filter(({ colour }) => colour === props.colour).map(({ code }) => code)
  return (
    <Show when={codes().length > 0}>
      <button type="button" class="button slim" onClick={() => props.picking.add(codes())}>
        {w().allOf(t().readiness.colour[props.colour], codes().length)}
      </button>
    </Show>
  )
}

function Township(props: {
  name: string
  villages: VillageMark[]
  picking: Picking
  isOnly: boolean
}) {
  const codes = () => props.villages.map(({ code }) => code)
  const chosen = () => codes().filter(props.picking.has).length
  const isWhole = () => chosen() === codes().length && codes().length > 0
  return (
    <div class="pick-township">
      <input
        type="checkbox"
        aria-label={w().wholeTownship(props.name)}
        checked={isWhole()}
        ref={(box) =>
          createEffect(() => {
            box.indeterminate = chosen() > 0 && !isWhole()
          })
        }
        onChange={() => (isWhole() ? props.picking.drop(codes()) : props.picking.add(codes()))}
      />
      <details open={props.isOnly}>
        <summary>{w().township(props.name, chosen(), codes().length)}</summary>
        <ul class="pick-villages">
          <For each={props.villages}>
            {(one) => (
              <li>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={props.picking.has(one.code)}
                    onChange={() => props.picking.toggle(one.code)}
                  />
                  {placeName(one.name)}
                  <span class="push">
                    <ColourWord colour={one.colour} />
                  </span>
                </label>
              </li>
            )}
          </For>
        </ul>
      </details>
    </div>
  )
}
