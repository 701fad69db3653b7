import { A } from '@solidjs/router'
import { createSignal, Match, onMount, Switch } from 'solid-js'
import { TextField } from '../parts/account/fields.tsx'
import { Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Threshold } from '../parts/account/threshold.tsx'
import { Icon } from '../parts/icon.tsx'
import { Title } from '../parts/title.tsx'
import { Anonymous, Sheet } from '../parts/trial-posts/sheet.tsx'
import { type Asked, lookUpCode } from '../trial-posts.ts'
import type { SessionAnswer } from '../types.ts'
import { t } from '../words/index.ts'

type Held = { code: string; asked: Asked }

/**
 * For whoever holds a code: scan or type it, answer, done. Neither code nor answer is kept on the device, so that the next
 * one may use it.
 */
export function Evaluate(props: { session: SessionAnswer }) {
  const [held, setHeld] = createSignal<Held | null>(null)
  const [isDone, setDone] = createSignal(false)
  const again = () => {
    setHeld(null)
    setDone(false)
  }
  return (
    <Threshold session={props.session} shape="middle">
      <Title text={t().trialPosts.evaluate.title} />
      <section class="card sign-in-card apply evaluate">
        <Switch fallback={<Code found={setHeld} />}>
          <Match when={isDone()}>
            <Sent again={again} />
          </Match>
          <Match when={held()} keyed>
            {(known) => (
              <Sheet
                code={known.code}
                asked={known.asked}
                done={() => setDone(true)}
                leave={again}
              />
            )}
          </Match>
        </Switch>
      </section>
    </Threshold>
  )
}

/** From the picture on the slip, or typed. */
function Code(props: { found: (held: Held) => void }) {
  const words = () => t().trialPosts.evaluate
  const [code, setCode] = createSignal('')
  const [isEmpty, setEmpty] = createSignal(false)
  const looking = createSending(async (given: string) =>
    props.found({ code: given, asked: await lookUpCode(given) }),
  )
  let form: HTMLFormElement | undefined
  onMount(() => {
    const scanned = takeScanned()
    if (scanned === '') return form?.querySelector('input')?.focus()
    setCode(scanned)
    void looking.start(scanned)
  })
  function submit() {
    setEmpty(code().trim() === '')
    if (!isEmpty()) void looking.start(code().trim())
  }
  return (
    <>
      <h1>{words().title}</h1>
      <form
        ref={form}
        class="form"
        novalidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p class="second">{words().intro}</p>
        <Refusal problem={looking.problem()} fields={['code']} />
        <TextField
          label={words().code}
          hint={words().codeHint}
          error={isEmpty() ? words().need : looking.errorAt('code')}
          name="code"
          class="code-text evaluate-code"
          maxlength={30}
          value={code()}
          set={(typed) => {
            setCode(typed)
            looking.clear()
          }}
        />
        <button type="submit" class="button primary tall" aria-disabled={looking.isBusy()}>
          {looking.isBusy() ? words().checking : words().next}
        </button>
      </form>
      <Anonymous />
      <p class="sign-in-foot">
        <A href="/">{words().back}</A>
      </p>
    </>
  )
}

/** Behind the # of the address, which no server is sent; it goes from the address and from the way back at once. */
function takeScanned(): string {
  const code = decodeURIComponent(location.hash.slice(1))
  if (code !== '') history.replaceState(history.state, '', location.pathname)
  return code
}

function Sent(props: { again: () => void }) {
  const words = () => t().trialPosts.evaluate
  let title: HTMLHeadingElement | undefined
  onMount(() => title?.focus())
  return (
    <>
      <h1 ref={title} tabindex="-1" class="row apply-done">
        <Icon name="check" />
        {words().done}
      </h1>
      <p class="second">{words().doneText}</p>
      <button type="button" class="button tall" onClick={() => props.again()}>
        {words().another}
      </button>
      <p class="hint">{words().anotherHint}</p>
      <p class="sign-in-foot">
        <A href="/">{words().back}</A>
      </p>
    </>
  )
}
