import { createAsync, revalidate, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { isOfType, type ProblemDetails } from '../../client.ts'
import { policyOf } from '../../queries.ts'
import { changeRound, openRound, type Round, roundsOf } from '../../rounds.ts'
import { say, t } from '../../words/index.ts'
import { Field, TextField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors, type Sending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { Procedure } from './round-card.tsx'
import { draftOf, errorsOf, givenOf, type RoundDraft, type RoundField } from './round-draft.ts'

/** Opens a round or changes one: its days, and the procedure that it keeps. */
export function RoundForm(props: {
  round: Round | null
  close: () => void
  say: (text: string) => void
}) {
  // What the author saw; it is read again only on purpose.
  const [seen, setSeen] = createSignal(props.round)
  const [draft, setDraft] = createSignal(draftOf(props.round))
  const [errors, setErrors] = createSignal<Errors<RoundField>>({})
  const open = useAction(openRound)
  const change = useAction(changeRound)
  const sending = createSending(async () => {
    const given = givenOf(draft())
    const round = seen()
    const { name } = await (round ? change(round.id, round.revision, given) : open(given))
    props.say(round ? t().rounds.changed(name) : t().rounds.opened(name))
    props.close()
  })
  const reading = createSending(async () => {
    await revalidate(roundsOf.key)
    const { rounds } = await roundsOf()
    setSeen(rounds.find(({ id }) => id === seen()?.id) ?? null)
    sending.clear()
  })
  const set = (given: Partial<RoundDraft>) => setDraft((before) => ({ ...before, ...given }))
  function submit() {
    setErrors(errorsOf(draft()))
    if (!hasErrors(errors())) void sending.start()
  }
  const words = () => t().rounds.form
  return (
    <Panel
      isOpen
      onClose={props.close}
      title={props.round ? words().changeTitle(props.round.name) : words().openTitle}
    >
      <DialogForm
        sending={shown(sending, reading)}
        fields={FIELDS}
        verb={props.round ? words().changeDo : words().openDo}
        busy={props.round ? words().changing : words().opening}
        submit={submit}
        cancel={props.close}
      >
        <Show when={isStale(sending.problem())}>
          <button type="button" class="button slim" onClick={() => void reading.start()}>
            {words().load}
          </button>
        </Show>
        <Show when={!props.round}>
          <Kind chosen={draft().kind} set={(kind) => set({ kind })} />
        </Show>
        <TextField
          label={words().name}
          hint={words().nameHint}
          name="name"
          value={draft().name}
          set={(name) => set({ name })}
          maxlength={60}
          error={errors().name ?? sending.errorAt('name')}
        />
        <Days draft={draft()} set={set} errors={errors()} errorAt={sending.errorAt} />
        <Kept round={props.round} kind={draft().kind} />
      </DialogForm>
    </Panel>
  )
}

const FIELDS: RoundField[] = ['name', 'opensOn', 'closesOn', 'termStartsOn', 'termEndsOn']

const isStale = (problem: ProblemDetails | null) => problem !== null && isOfType(problem, 'changed')

/** Says of a changed round what to do about it; nothing is saved while it is read again. */
function shown(sending: Sending, reading: Sending): Sending {
  const problem = () => {
    const found = reading.problem() ?? sending.problem()
    return found && isStale(found) ? { ...found, detail: t().rounds.form.stale } : found
  }
  return { problem, isBusy: () => sending.isBusy() || reading.isBusy() }
}

function Kind(props: { chosen: Round['kind']; set: (kind: Round['kind']) => void }) {
  return (
    <fieldset class="round-kinds">
      <legend>{t().rounds.form.kind}</legend>
      <For each={['term-change', 'reserve'] as const}>
        {(kind) => (
          <label class="tick">
            <input
              type="radio"
              name="kind"
              checked={props.chosen === kind}
              onChange={() => props.set(kind)}
            />
            <span>
              <span class="medium">{t().rounds.kind[kind]}</span>
              <span class="hint block">{t().rounds.kindHint[kind]}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

function Days(props: {
  draft: RoundDraft
  set: (given: Partial<RoundDraft>) => void
  errors: Errors<RoundField>
  errorAt: (field: string) => string | undefined
}) {
  const day = (field: Exclude<RoundField, 'name'>) => (
    <Field
      label={t().rounds.form[field]}
      error={props.errors[field] ?? props.errorAt(field)}
      hint={field === 'closesOn' ? t().rounds.form.windowHint : undefined}
    >
      {(given) => (
        <input
          {...given()}
          class="input"
          type="date"
          name={field}
          value={props.draft[field]}
          onInput={(event) => props.set({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <div class="round-days">
      {day('opensOn')}
      {day('closesOn')}
      <Show when={props.draft.kind === 'term-change'}>
        {day('termStartsOn')}
        {day('termEndsOn')}
      </Show>
    </div>
  )
}

/** What the round will go by, or goes by, in words. */
function Kept(props: { round: Round | null; kind: Round['kind'] }) {
  const answer = createAsync(
    async () => (props.round ? undefined : policyOf().catch(() => undefined)),
    { initialValue: undefined },
  )
  const review = () => answer.latest?.policy.review
  const stages = () => props.round?.stages ?? review()?.stages ?? []
  const signed = () => (review()?.stages ?? []).filter(({ signers }) => signers.length > 0)
  return (
    <Show when={stages().length > 0}>
      <section class="round-kept" aria-label={t().rounds.procedure}>
        <h3>{props.round ? t().rounds.form.procedureKept : t().rounds.form.procedure}</h3>
        <Procedure kind={props.kind} stages={[...stages()]} />
        <p class="hint">
          {[
            t().rounds.procedureHint,
            ...signed().map(({ words, signers }) =>
              t().rounds.form.signers(say(words), signers.length),
            ),
          ].join(t().separator)}
        </p>
      </section>
    </Show>
  )
}
