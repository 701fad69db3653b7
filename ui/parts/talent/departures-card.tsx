import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import { departuresOf } from '../../portrait.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Panel } from '../layers.tsx'
import { DepartureForm } from './departure-form.tsx'

/** When and why the person left the pool or an office, or came back; and the next entry. */
export function DeparturesCard(props: { talent: TalentRecord }) {
  const answer = createAsync(() => departuresOf(props.talent.id))
  const [isOpen, setOpen] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const hasLeft = () => props.talent.status === 'left'
  const words = () => t().departures
  const title = () =>
    (hasLeft() ? words().bringTitle : words().recordTitle)(personName(props.talent.name))
  return (
    <section class="card" aria-labelledby="departures">
      <div class="card-head">
        <h2 id="departures">{words().title}</h2>
        <Show when={props.talent.mayEdit}>
          <button
            type="button"
            class="button slim push"
            aria-haspopup="dialog"
            onClick={() => {
              setSaid(null)
              setOpen(true)
            }}
          >
            {hasLeft() ? words().bring : words().record}
          </button>
        </Show>
      </div>
      <div class="card-body">
        <Done text={said()} />
        <ol class="lines">
          <For each={answer.latest?.departures} fallback={<li class="hint">{words().empty}</li>}>
            {({ kind, on, reason, by }) => (
              <li>
                <span class="row wrap">
                  <span class="medium">{words().kinds[kind]}</span>
                  <span class="hint push">{on}</span>
                </span>
                <p class="second">{reason}</p>
                <Show when={by}>{(who) => <p class="hint">{words().by(who())}</p>}</Show>
              </li>
            )}
          </For>
        </ol>
      </div>
      <Panel isOpen={isOpen()} onClose={() => setOpen(false)} title={title()}>
        <DepartureForm
          talent={props.talent}
          cancel={() => setOpen(false)}
          done={(text) => {
            setSaid(text)
            setOpen(false)
          }}
        />
      </Panel>
    </section>
  )
}
