import { useAction } from '@solidjs/router'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { giveOpinion, type Opinion, type OpinionGrades } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { shortDay } from './days.ts'
import { sayText } from './said.ts'

const GRADES = ['excellent', 'good', 'fair', 'poor'] as const
const MARKS = ['clear', 'some', 'none'] as const
const ROWS = [
  { aspect: 'attitude', answers: GRADES },
  { aspect: 'tasks', answers: GRADES },
  { aspect: 'public', answers: GRADES },
  { aspect: 'growth', answers: MARKS },
] as const
type Aspect = (typeof ROWS)[number]['aspect']
type Answer = (typeof GRADES)[number] | (typeof MARKS)[number] | 'unknown'
type Given = Partial<Record<Aspect, Answer>>

/** Nothing is chosen beforehand; not to know is an answer. A later opinion takes the place of an earlier one. */
export function OpinionForm(props: {
  quarter: string
  talent: { id: string; name: string }
  dueOn: string
  own: Opinion | undefined
}) {
  const words = () => t().mentoring.opinion
  const [given, setGiven] = createSignal<Given>(givenIn(props.own))
  const [remarks, setRemarks] = createSignal(props.own?.remarks ?? '')
  const [isAsked, setAsked] = createSignal(false)
  const give = useAction(giveOpinion)
  const sending = createSending(give)
  const grades = () => gradesOf(given())
  async function submit() {
    setAsked(true)
    const whole = grades()
    if (!whole) return
    const { quarter, talent, own } = props
    const body = { quarter, talent: talent.id, grades: whole, remarks: remarks().trim() }
    if (!(await sending.start({ ...body, instead: own?.id ?? null }))) return
    setAsked(false)
    sayText(words().saved(personName(talent.name)))
  }
  return (
    <form
      class="card-body opinion-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <For each={ROWS}>
        {({ aspect, answers }) => (
          <AnswerRow
            label={words().aspects[aspect]}
            answers={[...answers, 'unknown']}
            value={given()[aspect]}
            set={(value) => setGiven({ ...given(), [aspect]: value })}
          />
        )}
      </For>
      <TextArea
        label={`${words().remarks}${t().separator}${words().remarksHint}`}
        name={`remarks-${props.talent.id}`}
        maxlength={500}
        value={remarks()}
        set={setRemarks}
      />
      <Show when={isAsked() && !grades()}>
        <p class="field-error" role="alert">
          <Icon name="warning" />
          {words().needAll}
        </p>
      </Show>
      <Refusal problem={sending.problem()} />
      <div class="row wrap">
        <span class="hint opinion-hint">
          <Show when={props.own} fallback={words().unknownHint}>
            {(own) => words().done(shortDay(own().on))}
          </Show>
        </span>
        <button
          type="submit"
          class="button push"
          aria-disabled={sending.isBusy() ? 'true' : undefined}
        >
          {sending.isBusy() ? words().submitting : props.own ? words().anew : words().submit}
        </button>
      </div>
    </form>
  )
}

function AnswerRow(props: {
  label: string
  answers: readonly Answer[]
  value: Answer | undefined
  set: (value: Answer) => void
}) {
  const name = createUniqueId()
  return (
    <fieldset class="answer-row">
      <legend>{props.label}</legend>
      <div class="answer-choices">
        <For each={props.answers}>
          {(answer) => (
            <label>
              <input
                type="radio"
                name={name}
                value={answer}
                checked={props.value === answer}
                onChange={() => props.set(answer)}
              />
              <span class="answer-word">{wordOf(answer)}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}

const wordOf = (answer: Answer) =>
  ({ ...t().mentoring.progress, ...t().mentoring.opinion.grades })[answer]

function givenIn(own: Opinion | undefined): Given {
  if (!own) return {}
  return Object.fromEntries(ROWS.map(({ aspect }) => [aspect, own.grades[aspect] ?? 'unknown']))
}

/** Null while a row has no answer. */
function gradesOf(given: Given): OpinionGrades | null {
  if (ROWS.some(({ aspect }) => given[aspect] === undefined)) return null
  const known = ROWS.map(({ aspect }) => [aspect, knownOf(given[aspect])])
  return Object.fromEntries(known) as OpinionGrades
}

const knownOf = (answer: Answer | undefined) => (answer === 'unknown' ? null : answer)
