import { createAsync } from '@solidjs/router'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { createLive } from '../../live.ts'
import {
  type IndicatorView,
  READINESS_KEYS,
  type VillageReadiness,
  villageReadinessOf,
} from '../../readiness.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Mark, StateWord } from '../mark.tsx'
import { View } from '../states.tsx'
import { dayOf } from '../talent/when.ts'
import { ActionForm } from './action-form.tsx'
import { Records } from './records.tsx'
import { STATES } from './states.ts'

const w = () => t().readiness

/** How ready the village is: seven indicators with what to do next, and what is done about them. */
export function ReadinessPanel(props: { code: string }) {
  return (
    <View rows={7}>
      <Panel code={props.code} />
    </View>
  )
}

export type Acting = { kind: 'assign' | 'log'; indicator: IndicatorView }

function Panel(props: { code: string }) {
  const answer = createAsync(() => villageReadinessOf(props.code))
  createLive(READINESS_KEYS)
  createEffect(() => {
    if (answer() && location.hash === '#readiness')
      requestAnimationFrame(() => document.getElementById('readiness')?.scrollIntoView())
  })
  const [acting, setActing] = createSignal<Acting | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  return (
    <Show when={answer()}>
      {(known) => (
        <section class="card readiness" id="readiness" aria-labelledby="readiness-title">
          <div class="card-head wrap">
            <h2 id="readiness-title">{w().title}</h2>
            <Standing known={known()} />
          </div>
          <Done text={said()} />
          <Show when={known().standing}>
            <Indicators
              known={known()}
              act={(one) => {
                setSaid(null)
                setActing(one)
              }}
            />
          </Show>
          <Records known={known()} say={setSaid} />
          <Show when={acting()} keyed>
            {(one) => (
              <ActionForm
                village={known().village}
                acting={one}
                close={() => setActing(null)}
                say={setSaid}
              />
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}

function Standing(props: { known: VillageReadiness }) {
  return (
    <Show when={props.known.standing} fallback={<span class="hint">{w().uncounted}</span>}>
      {(standing) => (
        <>
          <StateWord state={STATES[standing().colour]}>{w().colour[standing().colour]}</StateWord>
          <span>{say(standing().words)}</span>
          <span class="hint push">
            <a href={`/village-lists?village=${props.known.village.code}`}>
              {w().lists.names[standing().list.list]}
            </a>
            {t().separator}
            {w().countedAt(dayOf(standing().countedAt))}
          </span>
        </>
      )}
    </Show>
  )
}

type Act = (acting: Acting) => void

function Indicators(props: { known: VillageReadiness; act: Act }) {
  const has = useRoles()
  const mayAssign = () => has('county') || has('township')
  return (
    <div class="scroll">
      <table class="table place-rows" aria-label={w().indicators}>
        <thead>
          <tr>
            <th scope="col">{w().indicator}</th>
            <th scope="col">{w().standing}</th>
            <th scope="col">{w().source}</th>
            <th scope="col">{w().day}</th>
            <th scope="col">{w().next}</th>
            <th scope="col">{w().act}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.known.indicators}>
            {(one) => <Row one={one} act={props.act} mayAssign={mayAssign()} />}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Row(props: { one: IndicatorView; act: Act; mayAssign: boolean }) {
  const one = () => props.one
  return (
    <tr>
      <th scope="row" class="medium">
        <span class="nowrap">
          <Mark state={STATES[one().state]} /> {say(one().name)}
        </span>
        <span class="second">
          {w().state[one().state]}
          <Show when={one().state !== 'not-applicable'}>
            {t().separator}
            {say(one().short)}
          </Show>
        </span>
      </th>
      <td>
        {say(one().words)}
        <Warned one={one()} />
      </td>
      <td class="second">{say(one().source)}</td>
      <td class="second nowrap">{one().on ?? t().dash}</td>
      <td>
        <Show when={one().next} fallback={<span class="second">{w().noNext}</span>}>
          {(next) => say(next())}
        </Show>
      </td>
      <td>
        <div class="row wrap">
          <Show when={props.mayAssign && one().next}>
            <button
              type="button"
              class="button slim"
              aria-haspopup="dialog"
              aria-label={`${w().assign}${t().colon}${say(one().name)}`}
              onClick={() => props.act({ kind: 'assign', indicator: one() })}
            >
              {w().assign}
            </button>
          </Show>
          <Show when={one().warning || one().next}>
            <button
              type="button"
              class="button slim"
              aria-haspopup="dialog"
              aria-label={`${w().log}${t().colon}${say(one().name)}`}
              onClick={() => props.act({ kind: 'log', indicator: one() })}
            >
              {w().log}
            </button>
          </Show>
        </div>
      </td>
    </tr>
  )
}

function Warned(props: { one: IndicatorView }) {
  const says = () => {
    const { warning } = props.one
    if (!warning) return []
    const state = warning.isCleared
      ? [w().warningCleared]
      : warning.hasAction
        ? [w().warningActed]
        : []
    return [w().warningOpen(dayOf(warning.raisedAt)), ...state]
  }
  const parts = () => [...says(), ...(props.one.open > 0 ? [w().openActions(props.one.open)] : [])]
  return (
    <Show when={parts().length > 0}>
      <span class="second">{parts().join(t().clause)}</span>
    </Show>
  )
}
