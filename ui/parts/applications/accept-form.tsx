import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Acceptance, type ApplicationView, acceptApplication } from '../../applying.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'

const CHECKED = ['in-person', 'phone', 'video'] as const
/** Nobody of the pool. */
const NEW = 'new'

/** Who it is and how the clerk made sure; nothing is chosen beforehand but what the number says. */
export function AcceptForm(props: { view: ApplicationView; done: () => void; cancel: () => void }) {
  const accept = useAction(acceptApplication)
  const [who, setWho] = createSignal(whoAtFirst(props.view))
  const [checked, setChecked] = createSignal<Acceptance['checked'] | null>(null)
  const [isTried, setTried] = createSignal(false)
  const sending = createSending(async (given: Acceptance) => {
    await accept(props.view.id, given)
    props.done()
  })
  function submit() {
    setTried(true)
    const how = checked()
    if (who() === '' || how === null) return
    void sending.start({ talent: who() === NEW ? null : who(), checked: how })
  }
  const words = () => t().apply.inbox
  return (
    <DialogForm
      sending={sending}
      verb={words().acceptDo}
      busy={words().accepting}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="note">{words().acceptEffect}</p>
      <Cards
        name="who"
        legend={words().who}
        choices={choicesOf(props.view)}
        chosen={who()}
        choose={setWho}
        error={isTried() && who() === '' ? words().needWho : undefined}
      />
      <Cards
        name="checked"
        legend={words().checked}
        choices={CHECKED.map((value) => ({ value, text: words().checkedBy[value] }))}
        chosen={checked() ?? ''}
        choose={(value) => setChecked(CHECKED.find((one) => one === value) ?? null)}
        error={isTried() && checked() === null ? words().needChecked : undefined}
      />
    </DialogForm>
  )
}

/** A number of the pool leaves no choice, nor does a village without a namesake. */
function whoAtFirst({ inPool, namesakes }: ApplicationView): string {
  if (inPool) return inPool.id
  return namesakes.length === 0 ? NEW : ''
}

function choicesOf({ inPool, namesakes }: ApplicationView) {
  const words = t().apply.inbox
  if (inPool) {
    const text = words.asInPool(personName(inPool.name), placeName(inPool.village.name))
    return [{ value: inPool.id, text }]
  }
  const known = namesakes.map(({ id, name, bornOn }) => ({
    value: id,
    text: words.asNamesake(personName(name), bornOn ?? t().unknown),
  }))
  return [...known, { value: NEW, text: words.asNew }]
}

function Cards(props: {
  name: string
  legend: string
  choices: { value: string; text: string }[]
  chosen: string
  choose: (value: string) => void
  error: string | undefined
}) {
  return (
    <fieldset class="choice-cards">
      <legend>{props.legend}</legend>
      <For each={props.choices}>
        {({ value, text }) => (
          <label class="choice-card" classList={{ chosen: props.chosen === value }}>
            <input
              type="radio"
              name={props.name}
              checked={props.chosen === value}
              onChange={() => props.choose(value)}
            />
            <span>{text}</span>
          </label>
        )}
      </For>
      <Show when={props.error}>
        <p class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
