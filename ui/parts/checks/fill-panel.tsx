import { createSignal, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { AnswerGroups } from './answer.tsx'
import type { Aspect } from './aspects.ts'
import { answered, answerTo, type Drafts } from './drafts.ts'
import type { SheetRow } from './sheet-row.ts'

type Answer = Parameters<typeof answerTo>[0]
const NOTHING: Answer = { grades: {}, grade: null }

/** The same grades for everybody who is chosen; what is left out stays as it is, and nothing is signed. */
export function FillPanel(props: {
  people: readonly SheetRow[] | null
  aspects: readonly Aspect[]
  drafts: Drafts
  close: () => void
  say: (text: string) => void
}) {
  return (
    <Panel
      isOpen={props.people !== null}
      onClose={props.close}
      title={t().checks.fillTitle(props.people?.length ?? 0)}
    >
      <Show when={props.people}>{(people) => <Fill {...props} people={people()} />}</Show>
    </Panel>
  )
}

function Fill(props: {
  people: readonly SheetRow[]
  aspects: readonly Aspect[]
  drafts: Drafts
  close: () => void
  say: (text: string) => void
}) {
  const [answer, setAnswer] = createSignal(NOTHING)
  const [isAsked, setAsked] = createSignal(false)
  const chosen = () => props.aspects.filter((one) => answerTo(answer(), one) !== undefined)
  const over = () =>
    props.people.filter(({ id, standing }) => props.drafts.of(id) || standing !== null).length
  function fill() {
    setAsked(true)
    if (chosen().length === 0) return
    const { grades, grade } = answer()
    props.drafts.setMany(props.people, (before) => ({
      ...before,
      grades: { ...before.grades, ...grades },
      grade: grade ?? before.grade,
    }))
    props.say(t().checks.filled(props.people.length))
    props.close()
  }
  return (
    <div class="form">
      <p>{t().checks.fillText}</p>
      <AnswerGroups
        answer={answer()}
        aspects={props.aspects}
        choose={(aspect, value) => setAnswer((before) => answered(before, aspect, value))}
      />
      <p role="alert" class="field-error">
        <Show when={isAsked() && chosen().length === 0}>
          <Icon name="warning" />
          {t().checks.fillNone}
        </Show>
      </p>
      <Show when={over() > 0}>
        <p class="note weak">
          <Icon name="warning" />
          <span>{t().checks.fillOver(over())}</span>
        </p>
      </Show>
      <p class="bulk-line second">
        <For each={props.people}>{({ name }) => <span>{personName(name)}</span>}</For>
      </p>
      <button type="button" class="button primary" onClick={fill}>
        {t().checks.fillDo(props.people.length)}
      </button>
    </div>
  )
}
