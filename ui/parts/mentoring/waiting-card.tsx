import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { isOfType } from '../../client.ts'
import {
  type Entry,
  entries,
  isLasting,
  type Photo,
  photos,
  putPhoto,
  refused,
  removePhoto,
  unsent,
  waiting,
} from '../../offline/entries.ts'
import { discard, halt, isSending, send, sendAgain } from '../../offline/sending.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { shortDay } from './days.ts'
import { sayText } from './said.ts'
import { sameDayOf } from './same-day.ts'

/** What is on this machine and not yet at the server, with what keeps it here. */
export function WaitingCard() {
  const words = () => t().mentoring.waiting
  const isStopped = () => !isSending() && (waiting().length > 0 || photos().length > 0)
  return (
    <Show when={unsent() > 0}>
      <section class="card waiting-card" aria-labelledby="waiting-title">
        <div class="card-head">
          <h2 id="waiting-title">{words().title}</h2>
          <span class="chip accent">{unsent()}</span>
          <span class="hint" role="status">
            {isSending() ? words().sending : words().state[halt() ?? 'none']}
          </span>
          <Show when={isStopped()}>
            <button type="button" class="button slim push nowrap" onClick={() => void send()}>
              {words().retry}
            </button>
          </Show>
        </div>
        <ul class="waiting-list">
          <For each={refused()}>{(entry) => <RefusedEntry entry={entry} />}</For>
          <For each={waiting()}>{(entry) => <WaitingEntry entry={entry} />}</For>
          <For each={loosePhotos()}>{(photo) => <PhotoLine photo={photo} />}</For>
        </ul>
        <p class="hint card-foot">{isLasting() ? words().kept : words().onPage}</p>
      </section>
    </Show>
  )
}

/** Without the stop at its end, since the sentence around it has one. */
const quoted = (text: string) => text.trim().replace(/[。.]$/, '')

/** Photographs of sessions that have arrived; the others go with theirs. */
const loosePhotos = () =>
  photos().filter(({ session }) => !entries().some(({ body }) => body.id === session))

const lineOf = ({ name, body }: Entry) =>
  [
    t().mentoring.waiting.entry(name, shortDay(body.heldOn)),
    t().mentoring.way[body.way],
    t().mentoring.minutes(body.minutes),
  ].join(t().separator)

function WaitingEntry(props: { entry: Entry }) {
  return (
    <li>
      <span class="waiting-line">
        <Icon name="upload" />
        {lineOf(props.entry)}
        <span class="chip push">{t().mentoring.waiting.title}</span>
      </span>
      <p class="second waiting-text">{props.entry.body.agreed}</p>
    </li>
  )
}

/** Stays until the mentor mends it, says that it was another meeting, or drops it. */
function RefusedEntry(props: { entry: Entry }) {
  const [isAsking, setAsking] = createSignal(false)
  const words = () => t().mentoring.waiting
  const other = () => sameDayOf(props.entry.why)
  const isSame = () => props.entry.why !== null && isOfType(props.entry.why, 'same-day')
  const again = createSending(() =>
    sendAgain({ ...props.entry, body: { ...props.entry.body, isAnother: true } }),
  )
  return (
    <li class="refused">
      <span class="waiting-line">
        <Icon name="warning" />
        <b class="medium">{lineOf(props.entry)}</b>
        <span class="pill missed push">{isSame() ? words().same : words().why}</span>
      </span>
      <p class="second waiting-text">{props.entry.body.agreed}</p>
      <p class="waiting-why">
        <Show when={other()} fallback={whyOf(props.entry)}>
          {(known) =>
            words().sameText(t().mentoring.minutes(known().minutes), quoted(known().agreed))
          }
        </Show>
      </p>
      <div class="row wrap">
        <Show when={isSame()}>
          <button
            type="button"
            class="button"
            aria-disabled={again.isBusy()}
            onClick={() => void again.start()}
          >
            {words().another}
          </button>
        </Show>
        <A class="button" href={`/mentoring/log?entry=${props.entry.body.id}`}>
          {words().mend}
        </A>
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {words().discard}
        </button>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={words().discardTitle}
        verb={words().discardDo}
        leave={words().keep}
        isDangerous
        act={async () => {
          await discard(props.entry.body.id)
          sayText(t().mentoring.said.discarded)
        }}
      >
        <p>{lineOf(props.entry)}</p>
        <p class="second">{words().discardText}</p>
      </Ask>
    </li>
  )
}

function whyOf({ why }: Entry): string {
  const details = why?.errors?.map(({ detail }) => detail)
  return details?.length ? details.join(t().clause) : [why?.title, why?.detail].join(' ').trim()
}

function PhotoLine(props: { photo: Photo }) {
  const words = () => t().mentoring.waiting
  const again = async () => {
    await putPhoto({ ...props.photo, why: null })
    await send()
  }
  return (
    <li classList={{ refused: props.photo.why !== null }}>
      <span class="waiting-line">
        <Icon name="picture" />
        {props.photo.why ? words().photoRefused : words().photo}
      </span>
      <Show when={props.photo.why}>
        {(why) => (
          <>
            <p class="waiting-why">{why().detail || why().title}</p>
            <div class="row wrap">
              <button type="button" class="button" onClick={() => void again()}>
                {words().again}
              </button>
              <button
                type="button"
                class="button danger"
                onClick={() => void removePhoto(props.photo.id)}
              >
                {words().dropPhoto}
              </button>
            </div>
          </>
        )}
      </Show>
    </li>
  )
}
