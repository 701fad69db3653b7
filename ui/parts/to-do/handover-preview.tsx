import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { type Handover, handOver, handoverOf } from '../../to-do.ts'
import { say, t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Icon } from '../icon.tsx'

/** What would go over, and the step that does it. */
export function HandoverPreview(props: { from: string; to: string; done: (text: string) => void }) {
  const answer = createAsync(() => handoverOf(props.from, props.to))
  return <Show when={answer()}>{(known) => <Preview handover={known()} done={props.done} />}</Show>
}

function Preview(props: { handover: Handover; done: (text: string) => void }) {
  const [isAsked, setAsked] = createSignal(false)
  const send = useAction(handOver)
  const words = () => t().toDo.handover
  const one = () => props.handover
  const isNothing = () => one().drafts + one().messages + one().inspections.length === 0
  const act = async () => {
    const moved = await send(one().from.id, one().to.id)
    const { drafts, messages, inspections } = moved
    props.done(words().done(personName(moved.to.name), drafts, messages, inspections.length))
  }
  return (
    <section class="card" aria-labelledby="handover">
      <div class="card-head">
        <h2 id="handover">{words().preview}</h2>
      </div>
      <div class="card-body form">
        <dl class="facts">
          <dt>{words().drafts}</dt>
          <dd>{counted(one().drafts, '份')}</dd>
          <dt>{words().messages}</dt>
          <dd>{counted(one().messages, '条')}</dd>
          <dt>{words().inspections}</dt>
          <dd>
            <Show when={one().inspections.length > 0} fallback={words().none}>
              <ul>
                <For each={one().inspections}>
                  {({ name, place }) => (
                    <li>{t().toDo.messages.who(personName(name), placeName(place.name))}</li>
                  )}
                </For>
              </ul>
            </Show>
          </dd>
        </dl>
        <p class="hint">{words().stays}</p>
        <Show when={one().signer}>
          {(signer) => (
            <p class="note weak">
              <Icon name="warning" />
              <span>{words().signer(say(signer()))}</span>
            </p>
          )}
        </Show>
        <Show when={!isNothing()} fallback={<p class="note">{words().nothing}</p>}>
          <div class="row">
            <button
              type="button"
              class="button primary"
              aria-haspopup="dialog"
              onClick={() => setAsked(true)}
            >
              <Icon name="swap" />
              {words().do(personName(one().to.name))}
            </button>
          </div>
        </Show>
      </div>
      <Ask
        isOpen={isAsked()}
        close={() => setAsked(false)}
        title={words().title}
        verb={words().do(personName(one().to.name))}
        act={act}
      >
        <p>{words().ask(personName(one().from.name), personName(one().to.name))}</p>
        <p class="hint">{words().stays}</p>
      </Ask>
    </section>
  )
}

function counted(n: number, unit: '份' | '条'): string {
  return n === 0 ? t().toDo.handover.none : t().toDo.handover.countOf(n, unit)
}
