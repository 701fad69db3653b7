import { For, Show } from 'solid-js'
import type { OwnRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'

/** The photograph and what the appointment form says beside the record: as it was read, and since when it is kept. */
export function OwnForm(props: { own: OwnRecord; ask: () => void }) {
  const words = () => t().appointmentForms.own
  const hasAny = () => props.own.photograph !== null || props.own.appointmentForm !== null
  return (
    <section class="card" aria-labelledby="form">
      <div class="card-head">
        <h2 id="form">{words().title}</h2>
        <span class="hint">{words().hint}</span>
      </div>
      <Show when={hasAny()} fallback={<p class="card-body hint">{words().none}</p>}>
        <div class="card-body own-photograph">
          <Picture own={props.own} />
          <div class="stack">
            <p>
              {props.own.appointmentForm
                ? words().readAt(props.own.appointmentForm.readAt.slice(0, 10))
                : words().noForm}
            </p>
            <button
              type="button"
              class="button self-start paper-hidden"
              onClick={() => props.ask()}
            >
              {t().record.ask}
            </button>
          </div>
        </div>
        <Show when={props.own.appointmentForm}>{(form) => <Kept kept={form().kept} />}</Show>
      </Show>
    </section>
  )
}

function Picture(props: { own: OwnRecord }) {
  const words = () => t().appointmentForms.own
  return (
    <Show when={props.own.photograph} fallback={<p class="hint">{words().noPhotograph}</p>}>
      {(kept) => (
        <figure>
          <img
            class="photograph"
            // Another photograph has another address, so that none is shown from memory.
            src={`/api/v1/record/photograph?of=${encodeURIComponent(kept().id)}`}
            alt={words().photograph}
          />
          <figcaption class="hint">{words().came(kept().addedAt.slice(0, 10))}</figcaption>
        </figure>
      )}
    </Show>
  )
}

type Form = NonNullable<OwnRecord['appointmentForm']>

function Kept(props: { kept: Form['kept'] }) {
  return (
    <Show
      when={props.kept.length > 0}
      fallback={<p class="card-body hint">{t().appointmentForms.own.nothingElse}</p>}
    >
      <dl class="own-facts">
        <For each={props.kept}>
          {({ words, text }) => (
            <div>
              <dt>{say(words)}</dt>
              <dd>
                <span class="kept-text">{text}</span>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}
