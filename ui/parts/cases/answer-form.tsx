import { createAsync, revalidate, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { dictionaryOf } from '../../administration.ts'
import { type AnswerKind, answerCase, caseOf, casesOf, type OpenCase } from '../../cases.ts'
import { isOfType } from '../../client.ts'
import { personName } from '../../names.ts'
import { useSession } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { bodyOf, createDraft, faultOf } from './draft.ts'

const ANSWERS: AnswerKind[] = ['pass', 'objection', 'more']

/** The answer of the own department: three rows, nothing chosen beforehand; the button repeats what will be signed. */
export function AnswerForm(props: {
  one: OpenCase
  /** What stands under the button. */
  after: string
  cancel?: () => void
  onDone: (answer: AnswerKind) => void
}) {
  const draft = createDraft(props.one.nominee)
  const [isAsked, setAsked] = createSignal(false)
  const answering = useAction(answerCase)
  const sending = createSending(answering)
  const fault = () => (isAsked() ? faultOf(draft.value()) : null)
  async function submit() {
    setAsked(true)
    const body = bodyOf(draft.value())
    if (!body) return
    const { nominee, revision } = props.one
    if (!(await sending.start(nominee, revision, body))) return
    draft.forget()
    props.onDone(body.answer)
  }
  const isStale = () => {
    const problem = sending.problem()
    return problem !== null && isOfType(problem, 'changed')
  }
  return (
    <form
      class="case-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <section class="card">
        <fieldset class="card-body answer-rows" aria-describedby="answer-fault">
          <legend class="strong">{t().cases.opinion}</legend>
          <For each={ANSWERS}>
            {(answer) => (
              <label classList={{ chosen: draft.value().answer === answer }}>
                <input
                  type="radio"
                  name="answer"
                  value={answer}
                  checked={draft.value().answer === answer}
                  onChange={() => draft.set({ answer })}
                />
                <span>
                  <b class="medium">{t().cases.answer[answer]}</b>
                  <small>{t().cases.about[answer]}</small>
                </span>
              </label>
            )}
          </For>
          <p id="answer-fault" role="alert" class="field-error">
            <Show when={fault() === 'answer'}>
              <Icon name="warning" />
              {t().cases.needAnswer}
            </Show>
          </p>
        </fieldset>
        <Show when={draft.value().answer === 'objection'}>
          <div class="card-body">
            <Reasons
              value={draft.value().code}
              set={(code) => draft.set({ code })}
              error={sending.errorAt('code')}
            />
          </div>
        </Show>
        <Show when={draft.value().answer === 'more'}>
          <div class="card-body">
            <TextArea
              label={t().cases.noteLabel}
              hint={t().cases.noteHint}
              error={fault() === 'note' ? t().cases.needNote : sending.errorAt('note')}
              name="note"
              rows={3}
              maxlength={500}
              value={draft.value().note}
              set={(note) => draft.set({ note })}
            />
          </div>
        </Show>
      </section>
      <Signature days={props.one.validDays} />
      <Show
        when={isStale()}
        fallback={<Refusal problem={sending.problem()} fields={['code', 'note']} />}
      >
        <Changed nominee={props.one.nominee} clear={sending.clear} />
      </Show>
      <div class="case-send">
        <button
          type="submit"
          class="button primary"
          aria-disabled={sending.isBusy() ? 'true' : undefined}
        >
          <Show when={sending.isBusy()} fallback={verbOf(draft.value().answer)}>
            {t().cases.sending}
          </Show>
        </button>
        <Show when={props.cancel} fallback={<p class="hint">{props.after}</p>}>
          <button type="button" class="button" onClick={() => props.cancel?.()}>
            {t().cases.keep}
          </button>
        </Show>
      </div>
    </form>
  )
}

const verbOf = (answer: AnswerKind | null) =>
  answer ? t().cases.send(t().cases.answer[answer]) : t().cases.sendNone

function Reasons(props: { value: string; set: (code: string) => void; error: string | undefined }) {
  const reasons = createAsync(() => dictionaryOf('reasons'))
  const inUse = () => (reasons()?.entries ?? []).filter(({ isRetired }) => !isRetired)
  return (
    <Field label={t().cases.codeLabel} hint={t().cases.codeHint} error={props.error}>
      {(given) => (
        <select
          {...given()}
          class="input"
          name="code"
          value={props.value}
          onChange={(event) => props.set(event.currentTarget.value)}
        >
          <option value="">{t().cases.noCode}</option>
          <For each={inUse()}>{(entry) => <option value={entry.id}>{say(entry)}</option>}</For>
        </select>
      )}
    </Field>
  )
}

function Signature(props: { days: number | null }) {
  const { account } = useSession()
  return (
    <section class="card" aria-labelledby="case-signature">
      <div class="card-head">
        <h2 id="case-signature">{t().cases.signature}</h2>
        <Show when={props.days}>
          {(days) => <span class="hint">{t().cases.signatureHint(days())}</span>}
        </Show>
      </div>
      <div class="card-body">
        <p class="case-signature">{personName(account().name)}</p>
        <p class="hint">
          {[...(account().position ? [account().position] : []), t().cases.signedAs].join(
            t().separator,
          )}
        </p>
      </div>
    </section>
  )
}

function Changed(props: { nominee: string; clear: () => void }) {
  const reload = async () => {
    await revalidate([caseOf.keyFor(props.nominee), casesOf.key])
    props.clear()
  }
  return (
    <div class="note missed" role="alert">
      <Icon name="warning" />
      <div class="form">
        <p>
          <b>{t().cases.changed}</b> {t().cases.changedText}
        </p>
        <button type="button" class="button slim" onClick={() => void reload()}>
          {t().cases.reload}
        </button>
      </div>
    </div>
  )
}
