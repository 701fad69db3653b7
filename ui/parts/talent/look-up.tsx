import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { lookUp } from '../../people.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { factsOf } from '../person-line.tsx'

/** Signs of an identity number. */
const WHOLE = 18

/** Who has exactly this identity number. */
export function LookUp() {
  const [number, setNumber] = createSignal('')
  const [isShort, setShort] = createSignal(false)
  const [found, setFound] = createSignal<Person[] | null>(null)
  const sending = createSending(async (text: string) => setFound((await lookUp(text)).people))
  function submit() {
    setFound(null)
    setShort(number().replace(/\s/g, '').length !== WHOLE)
    if (!isShort()) void sending.start(number())
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
      <Refusal problem={sending.problem()} fields={['idNumber']} />
      <p class="second">{t().talents.lookUpText}</p>
      <TextField
        label={t().talents.idNumber}
        error={isShort() ? t().talents.needNumber : sending.errorAt('idNumber')}
        name="id-number"
        maxlength={30}
        value={number()}
        set={setNumber}
      />
      <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
        {sending.isBusy() ? t().talents.finding : t().talents.find}
      </button>
      <div role="status">
        <Show when={found()}>{(people) => <Found people={people()} />}</Show>
      </div>
    </form>
  )
}

function Found(props: { people: Person[] }) {
  return (
    <Show when={props.people.length > 0} fallback={<p class="note">{t().talents.foundNobody}</p>}>
      <p class="medium">{t().talents.found(props.people.length)}</p>
      <ul class="found">
        <For each={props.people}>
          {(person) => (
            <li>
              <A class="medium" href={`/talents/${person.id}`}>
                {personName(person.name)}
              </A>{' '}
              <span class="hint">
                {[factsOf(person), placeName(person.homeVillage.name)].join(t().separator)}
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.people.length > 1}>
        <p class="note weak">{t().talents.foundMany}</p>
      </Show>
    </Show>
  )
}
