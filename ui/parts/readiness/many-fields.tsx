import { createAsync } from '@solidjs/router'
import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import {
  type ActionAssigned,
  type CheckedVillage,
  checkingOf,
  type IndicatorId,
} from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { type Errors, hasErrors } from '../account/sending.ts'
import { today } from '../talent/when.ts'
import { DayField } from '../trial-posts/day-field.tsx'
import type { ManyDraft } from './assign-many.tsx'
import { AssigneeFields, assigneeIn } from './assignee-fields.tsx'
import { MOST_AT_ONCE } from './picking.ts'

const w = () => t().readiness.many
const a = () => t().readiness.assigning
const INDICATORS: IndicatorId[] = [
  ...(['audit', 'overhaul', 'depth', 'list', 'teams', 'review', 'satisfaction'] as const),
]

/** What is to be done, by whom and until when: once for all of the villages. */
export function ManyFields(props: {
  draft: ManyDraft
  choose: () => void
  check: (given: ActionAssigned) => void
  cancel: () => void
}) {
  const { draft } = props
  const [errors, setErrors] = createSignal<Errors<'villages' | 'what' | 'assignee'>>({})
  const [isTouched, setTouched] = createSignal(draft.what() !== '')
  const codes = createMemo(() => [...draft.picking.codes()])
  const isTooMany = () => codes().length > MOST_AT_ONCE
  const checking = createAsync(async () => {
    const indicator = draft.indicator()
    if (codes().length === 0 || isTooMany()) return undefined
    return { indicator, ...(await checkingOf(codes(), indicator, '', null)) }
  })
  const known = () => {
    const answer = checking.latest
    return answer?.indicator === draft.indicator() ? answer : undefined
  }
  const lacking = () => known()?.villages.filter(isLacking) ?? []
  const chosen = () =>
    draft.isLackingOnly() ? lacking().map(({ village }) => village.code) : codes()
  createEffect(() => {
    const next = known()?.next
    if (!isTouched()) draft.setWhat(next ? say(next) : '')
  })
  function submit() {
    const to = assigneeIn(draft.assignee)
    const what = draft.what().trim()
    setErrors({
      ...(isTooMany() && { villages: w().tooMany(codes().length) }),
      ...(known() && chosen().length === 0 && { villages: w().nobody }),
      ...(what.length < 2 && { what: a().needWhat }),
      ...(to === null && { assignee: a().needWho }),
    })
    if (hasErrors(errors()) || to === null || !known()) return
    const [indicator, dueOn] = [draft.indicator(), draft.dueOn() || null]
    props.check({ villages: chosen(), indicator, what, assignee: to, dueOn })
  }
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p class="row wrap">
        <b>{w().chosen(codes().length)}</b>
        <span class="second">{known() && townshipsIn(known()!.villages)}</span>
        <button type="button" class="button slim push" onClick={() => props.choose()}>
          {w().again}
        </button>
      </p>
      <SelectField
        label={t().readiness.indicator}
        value={draft.indicator()}
        choices={INDICATORS.map((id) => ({ value: id, name: t().township.indicator[id] }))}
        set={(id) => draft.setIndicator(id as IndicatorId)}
      />
      <div role="status">
        <Show when={known()} fallback={<p class="hint">{w().reading}</p>}>
          {(answer) => <p class="hint">{statesIn(answer().villages)}</p>}
        </Show>
      </div>
      <Show when={known()}>
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.isLackingOnly()}
            onChange={() => draft.setLackingOnly((before) => !before)}
          />
          {w().onlyLacking(lacking().length)}
        </label>
      </Show>
      <Show when={errors().villages}>
        <p class="field-error" role="alert">
          {errors().villages}
        </p>
      </Show>
      <TextField
        label={a().what}
        hint={a().whatHint}
        name="what"
        maxlength={200}
        value={draft.what()}
        set={(text) => {
          setTouched(true)
          draft.setWhat(text)
        }}
        error={errors().what}
      />
      <Show when={codes().length > 0 && !isTooMany()}>
        <AssigneeFields villages={codes()} draft={draft.assignee} error={errors().assignee} />
      </Show>
      <DayField
        label={a().due}
        hint={a().dueHint}
        name="dueOn"
        min={today()}
        value={draft.dueOn()}
        set={draft.setDueOn}
      />
      <div class="row wrap">
        <button type="button" class="button" onClick={() => props.cancel()}>
          {t().accounts.cancel}
        </button>
        <button type="submit" class="button primary push" aria-disabled={!known()}>
          {w().next}
        </button>
      </div>
    </form>
  )
}

/** Green needs nothing, and what does not apply neither. */
function isLacking({ state }: CheckedVillage): boolean {
  return state !== 'green' && state !== 'not-applicable'
}

function statesIn(villages: CheckedVillage[]): string {
  const of = (...states: CheckedVillage['state'][]) =>
    villages.filter(({ state }) => states.includes(state)).length
  return w().lacking(of('red'), of('yellow'), of('unknown', null), of('green', 'not-applicable'))
}

function townshipsIn(villages: CheckedVillage[]): string {
  const grouped = Map.groupBy(villages, ({ township }) => township.name)
  return [...grouped]
    .map(([name, some]) => w().byTownship(placeName(name), some.length))
    .join(t().comma)
}
