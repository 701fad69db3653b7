import { revalidate, useAction } from '@solidjs/router'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import {
  type CodeShown,
  type Course,
  type CoursePart,
  courseOf,
  endCode,
  showCode,
  signInsOf,
} from '../../courses.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'

const MINUTES = [5, 10, 30] as const
const LOOK_MS = 3_000

/** The code in figures that the whole room reads, how long it works, and how many have signed in. */
export function CodePanel(props: { course: Course; part: CoursePart; close: () => void }) {
  const [minutes, setMinutes] = createSignal<number>(10)
  const [code, setCode] = createSignal<CodeShown | null>(null)
  const make = useAction(showCode)
  const end = useAction(endCode)
  const words = () => t().courses.code
  const making = createSending(async () =>
    setCode(await make(props.course.id, props.part.id, minutes())),
  )
  const ending = createSending(async () => {
    await end(props.course.id, props.part.id)
    props.close()
  })
  function close() {
    void revalidate(courseOf.keyFor(props.course.id))
    props.close()
  }
  return (
    <Panel isOpen onClose={close} title={words().title(props.part.topic)}>
      <div class="form course-code">
        <Refusal problem={making.problem() ?? ending.problem()} />
        <p class="second">{words().text}</p>
        <Show when={code()} keyed>
          {(known) => <Shown course={props.course} part={props.part} code={known} />}
        </Show>
        <fieldset class="row wrap">
          <legend class="hidden-text">{words().minutes}</legend>
          <span class="hint">{words().minutes}</span>
          <div class="segments">
            <For each={MINUTES}>
              {(one) => (
                <button
                  type="button"
                  aria-pressed={minutes() === one}
                  onClick={() => setMinutes(one)}
                >
                  {words().minute(one)}
                </button>
              )}
            </For>
          </div>
        </fieldset>
        <p class="hint">{words().hint}</p>
        <div class="row wrap">
          <Show when={code()}>
            <button
              type="button"
              class="button"
              aria-disabled={ending.isBusy()}
              onClick={() => void ending.start()}
            >
              {words().end}
            </button>
          </Show>
          <button
            type="button"
            class="button primary push"
            aria-disabled={making.isBusy()}
            onClick={() => void making.start()}
          >
            {making.isBusy() ? words().making : code() ? words().again : words().make}
          </button>
        </div>
      </div>
    </Panel>
  )
}

function Shown(props: { course: Course; part: CoursePart; code: CodeShown }) {
  const [now, setNow] = createSignal(Date.now())
  const [count, setCount] = createSignal<{ present: number; participants: number } | null>(null)
  const left = () => Math.max(0, Math.ceil((Date.parse(props.code.until) - now()) / 1000))
  const words = () => t().courses.code
  const look = () => signInsOf(props.course.id, props.part.id).then(setCount, () => undefined)
  const clock = setInterval(() => setNow(Date.now()), 1_000)
  const looking = setInterval(() => left() > 0 && void look(), LOOK_MS)
  void look()
  onCleanup(() => {
    clearInterval(clock)
    clearInterval(looking)
  })
  return (
    <div class="course-code-shown" classList={{ over: left() === 0 }}>
      <output class="course-digits">
        {props.code.code.slice(0, 3)} {props.code.code.slice(3)}
      </output>
      <p>
        {left() > 0
          ? words().left(`${Math.floor(left() / 60)}:${String(left() % 60).padStart(2, '0')}`)
          : words().over}
      </p>
      <Show when={count()}>
        {(known) => (
          <p class="strong" role="status">
            {words().signed(known().present, known().participants)}
          </p>
        )}
      </Show>
    </div>
  )
}
