import { createSignal, For, onMount, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { personName } from '../../names.ts'
import { type Asked, type Marks, type QuestionId, sendAnswer } from '../../trial-posts.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { MARKS } from './marks.ts'
import { postText } from './say.ts'

/** 1 to 5, null where the person does not know; nothing where nothing is chosen yet. */
type Given = Partial<Record<QuestionId, number | null>>

/** The questions of one code, one under the other, with large targets. */
export function Sheet(props: { code: string; asked: Asked; done: () => void; leave: () => void }) {
  const [given, setGiven] = createStore<Given>({})
  const [isTold, setTold] = createSignal(false)
  const words = () => t().trialPosts.evaluate
  const open = () => props.asked.questions.filter(({ id }) => given[id] === undefined)
  const sending = createSending(async (marks: Marks) => {
    await sendAnswer(props.code, marks)
    window.scrollTo(0, 0)
    props.done()
  })
  function submit() {
    setTold(true)
    const [first] = open()
    if (first) return document.querySelector<HTMLElement>(`#${first.id} input`)?.focus()
    void sending.start({ ...given } as Marks)
  }
  let title: HTMLHeadingElement | undefined
  onMount(() => {
    window.scrollTo(0, 0)
    title?.focus({ preventScroll: true })
  })
  return (
    <form
      class="form evaluate-form"
      novalidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1 ref={title} tabindex="-1">
        {words().title}
      </h1>
      <About asked={props.asked} />
      <Anonymous />
      <For each={props.asked.questions}>
        {({ id, words: question }, at) => (
          <Question
            id={id}
            number={at() + 1}
            text={say(question)}
            names={props.asked.marks}
            value={given[id]}
            isMissing={isTold() && given[id] === undefined}
            choose={(mark) => setGiven(id, mark)}
          />
        )}
      </For>
      <Refusal problem={sending.problem()} />
      <div class="evaluate-send">
        <p class="hint" role="status">
          <Show
            when={isTold() && open().length > 0}
            fallback={words().answered(
              props.asked.questions.length - open().length,
              props.asked.questions.length,
            )}
          >
            <span class="evaluate-missing">{words().missing(open().length)}</span>
          </Show>
        </p>
        <div class="row">
          <button type="button" class="button" onClick={() => props.leave()}>
            {words().leave}
          </button>
          <button
            type="submit"
            class="button primary tall push"
            aria-disabled={sending.isBusy()}
            title={words().sendHint}
          >
            {sending.isBusy() ? words().sending : words().send}
          </button>
        </div>
      </div>
    </form>
  )
}

export function Anonymous() {
  return (
    <p class="note evaluate-note">
      <Icon name="lock" />
      <span>
        <b>{t().trialPosts.evaluate.anonymous}</b> {t().trialPosts.evaluate.anonymousText}
      </span>
    </p>
  )
}

function About(props: { asked: Asked }) {
  const words = () => t().trialPosts.evaluate
  return (
    <div class="evaluate-about">
      <p>
        <span class="hint">{words().about}</span>
        <b>{personName(props.asked.name)}</b>
      </p>
      <p class="second">
        {postText(props.asked)}
        {t().separator}
        {words().since(props.asked.startsOn)}
      </p>
      <p class="second trial-text">{props.asked.duties}</p>
      <p class="hint">{words().as(t().trialPosts.audienceLong[props.asked.audience])}</p>
    </div>
  )
}

function Question(props: {
  id: QuestionId
  number: number
  text: string
  names: Asked['marks']
  value: number | null | undefined
  isMissing: boolean
  choose: (mark: number | null) => void
}) {
  return (
    <fieldset id={props.id} class="evaluate-question" classList={{ 'left-out': props.isMissing }}>
      <legend>
        {props.number}. {props.text}
        <Show when={props.isMissing}>
          <span class="field-error">{t().trialPosts.evaluate.needOne}</span>
        </Show>
      </legend>
      <div class="evaluate-marks">
        <For each={MARKS}>
          {(mark) => (
            <label classList={{ picked: props.value === mark }}>
              <input
                type="radio"
                name={props.id}
                checked={props.value === mark}
                onChange={() => props.choose(mark)}
              />
              <b>{mark}</b>
              <span>{say(props.names[mark - 1]!)}</span>
            </label>
          )}
        </For>
        <label class="not-known" classList={{ picked: props.value === null }}>
          <input
            type="radio"
            name={props.id}
            checked={props.value === null}
            onChange={() => props.choose(null)}
          />
          <span>{t().trialPosts.evaluate.unknown}</span>
        </label>
      </div>
    </fieldset>
  )
}
