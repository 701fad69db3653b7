import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import { useSession } from '../../session.ts'
import { type Conclusion, concludeTrialPost, type TrialPostView } from '../../trial-posts.ts'
import { say, t } from '../../words/index.ts'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { today } from '../talent/when.ts'
import { staleSaid } from './change-form.tsx'
import { DayField } from './day-field.tsx'
import { lastDayOf } from './last-day.ts'

const GRADES = ['excellent', 'good', 'fair', 'poor'] as const
type Grade = (typeof GRADES)[number]
type Missing = TrialPostView['missing'][number]
type Field = 'endedOn' | 'grade' | 'text' | 'accepts' | 'reason'

/** Grade and words, signed by whoever is signed in; what lacks is ticked first. */
export function ConcludeForm(props: {
  trial: TrialPostView
  close: () => void
  say: (text: string) => void
}) {
  const isAgain = props.trial.state === 'concluded'
  const [endedOn, setEndedOn] = createSignal(props.trial.endedOn ?? lastDayOf(props.trial, today()))
  const [grade, setGrade] = createSignal<Grade | null>(null)
  const [text, setText] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [accepts, setAccepts] = createSignal<Missing['code'][]>([])
  const [errors, setErrors] = createSignal<Errors<Field>>({})
  const { account } = useSession()
  const conclude = useAction(concludeTrialPost)
  const words = () => t().trialPosts.concluding
  const { id, revision } = props.trial
  const missing = () => missingOn(props.trial, endedOn())
  const sending = createSending(async (given: Conclusion) => {
    await conclude(id, revision, given)
    props.say(words().done)
    props.close()
  })
  function submit() {
    const { need } = words()
    const chosen = grade()
    setErrors({
      ...(endedOn() === '' && { endedOn: need.endedOn }),
      ...(chosen === null && { grade: need.grade }),
      ...(text().trim().length < 10 && { text: need.text }),
      ...(isAgain && reason().trim().length < 4 && { reason: need.reason }),
      ...(missing().some(({ code }) => !accepts().includes(code)) && { accepts: need.accepts }),
    })
    if (hasErrors(errors()) || chosen === null) return
    const given = { endedOn: endedOn(), grade: chosen, text: text().trim(), accepts: accepts() }
    void sending.start({ ...given, ...(isAgain && { reason: reason().trim() }) })
  }
  /** What was wrong with a field is wrong no longer once it is changed. */
  const mended =
    <T,>(field: Field, set: (value: T) => void) =>
    (value: T) => {
      setErrors(({ [field]: _, ...others }) => others)
      set(value)
    }
  const tick = (code: Missing['code'], isTicked: boolean) =>
    setAccepts((before) => [...before.filter((one) => one !== code), ...(isTicked ? [code] : [])])
  return (
    <Panel isOpen onClose={props.close} title={words().dialog(personName(props.trial.talent.name))}>
      <DialogForm
        sending={staleSaid(sending)}
        fields={['endedOn', 'grade', 'text', 'reason']}
        verb={words().sign}
        busy={words().signing}
        submit={submit}
        cancel={props.close}
      >
        <DayField
          label={words().endedOn}
          name="endedOn"
          min={props.trial.startsOn}
          max={lastDayOf(props.trial, today())}
          value={endedOn()}
          set={mended('endedOn', setEndedOn)}
          error={errors().endedOn ?? sending.errorAt('endedOn')}
        />
        <Show when={missing().length > 0}>
          <Lacking missing={missing()} accepts={accepts()} tick={tick} error={errors().accepts} />
        </Show>
        <Grades
          grade={grade()}
          set={mended('grade', setGrade)}
          error={errors().grade ?? sending.errorAt('grade')}
        />
        <TextArea
          label={words().text}
          hint={words().textHint}
          name="text"
          rows={5}
          maxlength={1000}
          value={text()}
          set={mended('text', setText)}
          error={errors().text ?? sending.errorAt('text')}
          quick={words().quick}
          quickLabel={words().quickLabel}
        />
        <Show when={isAgain}>
          <TextArea
            label={words().reason}
            hint={words().reasonHint}
            name="reason"
            value={reason()}
            set={mended('reason', setReason)}
            error={errors().reason ?? sending.errorAt('reason')}
          />
        </Show>
        <p class="hint">
          {words().signedAs([account().position, account().name].filter(Boolean).join(' '))}
        </p>
      </DialogForm>
    </Panel>
  )
}

/** By the day on which it ended: too short, or before the day agreed on; the server says the same. */
function missingOn({ missing, limits, endsOn }: TrialPostView, endedOn: string): Missing[] {
  const others = missing.filter(({ code }) => code === 'no-evaluation')
  if (endedOn === '') return others
  const code = endedOn < limits.shortest ? 'too-short' : endedOn < endsOn ? 'early' : null
  const words = code && t().trialPosts.concluding[code === 'early' ? 'early' : 'tooShort']
  if (!code || !words) return others
  const text = code === 'early' ? words(endsOn, 0) : words(limits.shortest, limits.monthsMin)
  return [{ code, words: { zh: text, en: text } }, ...others]
}

function Lacking(props: {
  missing: Missing[]
  accepts: Missing['code'][]
  tick: (code: Missing['code'], isTicked: boolean) => void
  error: string | undefined
}) {
  return (
    <fieldset class="trial-lacking">
      <legend>
        {t().trialPosts.concluding.missing}
        <span class="hint block">{t().trialPosts.concluding.missingHint}</span>
      </legend>
      <For each={props.missing}>
        {({ code, words }) => (
          <label class="tick">
            <input
              type="checkbox"
              checked={props.accepts.includes(code)}
              onChange={(event) => props.tick(code, event.currentTarget.checked)}
            />
            <span>{say(words)}</span>
          </label>
        )}
      </For>
      <Show when={props.error}>
        <p class="field-error" role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}

function Grades(props: {
  grade: Grade | null
  set: (grade: Grade) => void
  error: string | undefined
}) {
  return (
    <fieldset class="choice-cards trial-grades">
      <legend>{t().trialPosts.concluding.grade}</legend>
      <For each={GRADES}>
        {(grade) => (
          <label class="choice-card" classList={{ chosen: props.grade === grade }}>
            <input
              type="radio"
              name="grade"
              checked={props.grade === grade}
              onChange={() => props.set(grade)}
            />
            <span class="medium">{t().trialPosts.grade[grade]}</span>
          </label>
        )}
      </For>
      <Show when={props.error}>
        <p class="field-error" role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
