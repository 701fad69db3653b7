import { A } from '@solidjs/router'
import { createSignal, For, onMount, Show } from 'solid-js'
import { type ApplicationStanding, lookUpApplication, withdrawApplication } from '../applying.ts'
import { placeName } from '../names.ts'
import { Ask } from '../parts/account/ask.tsx'
import { TextField } from '../parts/account/fields.tsx'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Threshold } from '../parts/account/threshold.tsx'
import { Mark, type State } from '../parts/mark.tsx'
import { dayOf } from '../parts/talent/when.ts'
import { Title } from '../parts/title.tsx'
import type { SessionAnswer } from '../types.ts'
import { say, t } from '../words/index.ts'

type Known = { receipt: string; standing: ApplicationStanding }

/** By receipt: where an application stands, and the way to take it back. The receipt stays on the page alone. */
export function ApplyStatus(props: { session: SessionAnswer }) {
  const [known, setKnown] = createSignal<Known | null>(null)
  return (
    <Threshold session={props.session} shape="middle">
      <Title text={t().apply.status.title} />
      <section class="card sign-in-card apply">
        <h1>{t().apply.status.title}</h1>
        <Show when={known()} fallback={<LookUp found={setKnown} />}>
          {(found) => <Found known={found()} set={setKnown} />}
        </Show>
        <p class="row wrap sign-in-foot">
          <A href="/apply">{t().apply.toApply}</A>
          <A class="push" href="/">
            {t().apply.back}
          </A>
        </p>
      </section>
    </Threshold>
  )
}

function LookUp(props: { found: (known: Known) => void }) {
  const [receipt, setReceipt] = createSignal('')
  const [isEmpty, setEmpty] = createSignal(false)
  const sending = createSending(async (given: string) =>
    props.found({ receipt: given, standing: await lookUpApplication(given) }),
  )
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.focus())
  function submit() {
    setEmpty(receipt().trim() === '')
    if (!isEmpty()) void sending.start(receipt().trim())
  }
  return (
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
      <p class="second">{t().apply.status.intro}</p>
      <Refusal problem={sending.problem()} fields={['receipt']} />
      <TextField
        label={t().apply.status.receipt}
        hint={t().apply.status.receiptHint}
        error={isEmpty() ? t().apply.status.need : sending.errorAt('receipt')}
        name="receipt"
        class="code-text"
        maxlength={40}
        value={receipt()}
        set={setReceipt}
      />
      <button type="submit" class="button primary tall" aria-disabled={sending.isBusy()}>
        {sending.isBusy() ? t().apply.status.looking : t().apply.status.look}
      </button>
    </form>
  )
}

function Found(props: { known: Known; set: (known: Known | null) => void }) {
  const [isAsking, setAsking] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const standing = () => props.known.standing
  const effects = () =>
    standing().state === 'waiting'
      ? t().apply.status.withdrawWaiting
      : t().apply.status.withdrawOpen
  let title: HTMLHeadingElement | undefined
  onMount(() => title?.focus())
  return (
    <div class="form">
      <Done text={said()} />
      <div class="apply-standing">
        <h2 ref={title} tabindex="-1" class="row wrap">
          <span class={`pill ${MARKS[standing().state]}`}>
            <Mark state={MARKS[standing().state]} />
            {t().apply.status.states[standing().state]}
          </span>
        </h2>
        <p class="apply-words">{say(standing().words)}</p>
        <p class="hint">
          {standing().round.name}
          {t().separator}
          {placeName(standing().village.name)}
          {t().separator}
          {t().apply.status.handedIn(dayOf(standing().handedInOn))}
        </p>
      </div>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => props.set(null)}>
          {t().apply.status.other}
        </button>
        <Show when={standing().mayWithdraw}>
          <button type="button" class="button danger push" onClick={() => setAsking(true)}>
            {t().apply.status.withdraw}
          </button>
        </Show>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={t().apply.status.withdrawTitle}
        verb={t().apply.status.withdrawDo}
        leave={t().apply.status.leave}
        isDangerous
        act={async () => {
          const { receipt } = props.known
          props.set({ receipt, standing: await withdrawApplication(receipt) })
          setSaid(t().apply.status.withdrawn)
        }}
      >
        <ul class="bullets">
          <For each={effects()}>{(text) => <li>{text}</li>}</For>
        </ul>
      </Ask>
    </div>
  )
}

const MARKS: Record<ApplicationStanding['state'], State> = {
  ...{ waiting: 'unknown', open: 'unknown', settled: 'met' },
  ...{ stopped: 'weak', refused: 'weak', withdrawn: 'unknown' },
}
