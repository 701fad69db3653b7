import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type CultivationItem, confirmItem, reportItem } from '../../cultivation-plan.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { dayOf, today } from '../talent/when.ts'
import type { Actable } from './acting.ts'
import { Moves } from './moves.tsx'
import { told } from './stale.ts'

type Grade = NonNullable<CultivationItem['grade']>
const GRADES = ['excellent', 'good', 'fair', 'poor'] as const satisfies readonly Grade[]

/** That an item was done: reported by who saw it, recorded or confirmed by an office with a grade if wanted. */
export function DoneForm(props: {
  act: 'report' | 'finish' | 'confirm'
  talent: string
  item: Actable
  done: (said: string) => void
  cancel: () => void
}) {
  const isConfirming = props.act === 'confirm'
  const [result, setResult] = createSignal(props.item.result)
  const [doneOn, setDoneOn] = createSignal(today())
  const [grade, setGrade] = createSignal<Grade | null>(null)
  const [errors, setErrors] = createSignal<Errors<'result' | 'doneOn'>>({})
  const report = useAction(reportItem)
  const confirm = useAction(confirmItem)
  const words = () => t().cultivationPlan.form
  const sending = createSending(async () => {
    const seen = { result: result().trim(), doneOn: doneOn() }
    if (props.act === 'report') await report(props.talent, props.item, seen)
    else await confirm(props.talent, props.item, { grade: grade(), ...(isConfirming ? {} : seen) })
    props.done(saidOf(props.act, props.item))
  })
  function submit() {
    setErrors(
      isConfirming
        ? {}
        : {
            ...(result().trim().length < 2 && { result: words().needResult }),
            ...((!doneOn() || doneOn() > today()) && { doneOn: words().needDoneOn }),
          },
    )
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <DialogForm
      sending={{ problem: () => told(sending.problem()), isBusy: sending.isBusy }}
      fields={['result', 'doneOn']}
      verb={props.act === 'report' ? words().report : words().confirm}
      busy={words().working}
      submit={submit}
      cancel={props.cancel}
    >
      <About item={props.item} isReported={isConfirming} />
      <Show when={!isConfirming}>
        <TextArea
          label={words().result}
          hint={words().resultHint}
          error={errors().result ?? sending.errorAt('result')}
          name="result"
          rows={3}
          maxlength={500}
          value={result()}
          set={setResult}
        />
        <Field label={words().doneOn} error={errors().doneOn ?? sending.errorAt('doneOn')}>
          {(given) => (
            <input
              {...given()}
              class="input"
              type="date"
              name="doneOn"
              max={today()}
              value={doneOn()}
              onInput={(event) => setDoneOn(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <Show when={props.act !== 'report'}>
        <GradeField grade={grade()} set={setGrade} />
      </Show>
    </DialogForm>
  )
}

/** What the item asks for, and what was reported of it. */
function About(props: { item: Actable; isReported: boolean }) {
  const words = () => t().cultivationPlan
  return (
    <div class="item-about">
      <p class="medium">{props.item.aim}</p>
      <Show when={props.item.evidence}>
        <p class="hint">{words().item.needs(props.item.evidence)}</p>
      </Show>
      <Moves criteria={props.item.criteria} rules={props.item.rules} />
      <Show when={props.isReported}>
        <p>{words().item.result(props.item.result)}</p>
        <p class="hint">
          {[
            props.item.doneOn && words().item.doneOn(props.item.doneOn),
            props.item.reportedBy &&
              props.item.reportedAt &&
              words().form.reported(
                personName(props.item.reportedBy),
                dayOf(props.item.reportedAt),
              ),
          ]
            .filter(Boolean)
            .join(t().separator)}
        </p>
      </Show>
    </div>
  )
}

function GradeField(props: { grade: Grade | null; set: (grade: Grade | null) => void }) {
  const words = () => t().cultivationPlan
  return (
    <fieldset class="field">
      <legend class="label">{words().form.grade}</legend>
      <div class="segments item-grades">
        <For each={[...GRADES, null]}>
          {(grade) => (
            <button
              type="button"
              aria-pressed={props.grade === grade}
              onClick={() => props.set(grade)}
            >
              {grade === null ? words().form.noGrade : words().grade[grade]}
            </button>
          )}
        </For>
      </div>
      <p class="hint">{words().form.gradeHint}</p>
    </fieldset>
  )
}

function saidOf(act: 'report' | 'finish' | 'confirm', { rules }: Actable): string {
  const said = t().cultivationPlan.said
  if (act === 'report') return said.reported
  if (rules.length === 0) return said.confirmed
  return said.confirmedRules(rules.map((rule) => t().why.members[rule]).join(t().comma))
}
