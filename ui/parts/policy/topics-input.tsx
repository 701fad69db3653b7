import { Index, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useDraft } from './draft.ts'
import { nameOf } from './stages.ts'
import { moved, newTopic, type Topic, topicsOf } from './topics.ts'

/** As many as the server takes. */
const MOST = 40

/** What meetings with mentors are about, in the order of the phone, by name in both languages. */
export function TopicsInput(props: {
  pointer: string
  value: unknown
  set: (topics: Topic[]) => void
}) {
  let list: HTMLOListElement | undefined
  const topics = () => topicsOf(props.value)
  /** The button goes along with its topic, so that one key moves it on and on. */
  function move(at: number, by: -1 | 1) {
    props.set(moved(topics(), at, by))
    const line = list?.children[at + by]
    const button = (name: string) =>
      line?.querySelector<HTMLButtonElement>(`button[data-moves=${name}]:not(:disabled)`)
    ;(button(by === -1 ? 'up' : 'down') ?? button(by === -1 ? 'down' : 'up'))?.focus()
  }
  return (
    <div class="stages">
      <Show when={topics().length > 0} fallback={<p class="second">{t().policy.topics.none}</p>}>
        <ol ref={list} class="signer-list topic-list" aria-label={t().policy.topics.list}>
          <Index each={topics()}>
            {(topic, at) => (
              <Line
                topic={topic()}
                pointer={`${props.pointer}/${at}`}
                isFirst={at === 0}
                isLast={at === topics().length - 1}
                set={(next) => props.set(topics().map((one, index) => (index === at ? next : one)))}
                move={(by) => move(at, by)}
                drop={() => props.set(topics().filter((_, index) => index !== at))}
              />
            )}
          </Index>
        </ol>
      </Show>
      <Show when={topics().length < MOST}>
        <button
          type="button"
          class="button slim"
          onClick={() => props.set([...topics(), newTopic(topics())])}
        >
          <Icon name="plus" />
          {t().policy.topics.add}
        </button>
      </Show>
    </div>
  )
}

function Line(props: {
  topic: Topic
  pointer: string
  isFirst: boolean
  isLast: boolean
  set: (topic: Topic) => void
  move: (by: -1 | 1) => void
  drop: () => void
}) {
  const draft = useDraft()
  const w = () => t().policy.topics
  const isFaulty = () =>
    draft?.errors().some(({ pointer }) => pointer.startsWith(`${props.pointer}/`))
  const fault = () => (isFaulty() ? ({ 'aria-invalid': true } as const) : {})
  const put = (words: Partial<Topic['words']>) =>
    props.set({ ...props.topic, words: { ...props.topic.words, ...words } })
  return (
    <li>
      <input
        class="input"
        aria-label={w().zh}
        maxlength={30}
        {...fault()}
        value={props.topic.words.zh}
        onInput={(event) => put({ zh: event.currentTarget.value })}
      />
      <input
        class="input"
        aria-label={w().en}
        maxlength={60}
        {...fault()}
        value={props.topic.words.en}
        onInput={(event) => put({ en: event.currentTarget.value })}
      />
      <span class="row">
        <button
          type="button"
          class="button slim plain icon-only"
          data-moves="up"
          aria-label={t().policy.departments.up(nameOf(props.topic))}
          disabled={props.isFirst}
          onClick={() => props.move(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button slim plain icon-only"
          data-moves="down"
          aria-label={t().policy.departments.down(nameOf(props.topic))}
          disabled={props.isLast}
          onClick={() => props.move(1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="button slim plain icon-only"
          aria-label={t().policy.departments.drop(nameOf(props.topic))}
          onClick={() => props.drop()}
        >
          <Icon name="close" />
        </button>
      </span>
    </li>
  )
}
