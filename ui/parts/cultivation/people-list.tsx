import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import {
  type Lack,
  type PersonBehind,
  peopleBehind,
  remindMentors,
} from '../../cultivation-overview.ts'
import { plainNumber, whole } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'

type Asked = { lack: Lack; township: string | undefined; quarter: string; trainingHours: number }

/** Who is behind a figure, with what it is about. */
export function PeopleList(props: Asked) {
  const asked = () => ({
    ...{ lack: props.lack, quarter: props.quarter },
    ...(props.township && { township: props.township }),
  })
  const answer = createAsync(() => peopleBehind(asked()))
  const [more, setMore] = createSignal<{
    of: string
    people: PersonBehind[]
    next: number | null
  }>()
  const key = () => JSON.stringify(asked())
  const further = () => (more()?.of === key() ? more() : undefined)
  const next = () => (further() ? further()!.next : (answer()?.next ?? null))
  const people = () => [...(answer()?.people ?? []), ...(further()?.people ?? [])]
  const reading = createSending(async () => {
    const of = key()
    const page = await peopleBehind({ ...asked(), after: String(next()) })
    setMore({ of, people: [...(further()?.people ?? []), ...page.people], next: page.next })
  })
  const w = () => t().cultivationOverview
  return (
    <Show when={answer()}>
      {(first) => (
        <Show when={first().total > 0} fallback={<p class="card-body second">{w().nobody}</p>}>
          <Show when={props.lack === 'unmet'}>
            <Remind people={people()} />
          </Show>
          <ul class="behind">
            <For each={people()}>
              {(one) => <Person one={one} trainingHours={props.trainingHours} />}
            </For>
          </ul>
          <Refusal problem={reading.problem()} />
          <Show when={next() !== null}>
            <p class="table-foot">
              <button
                type="button"
                class="button slim"
                aria-disabled={reading.isBusy()}
                onClick={() => void reading.start()}
              >
                {w().more(whole(first().total - people().length))}
              </button>
            </p>
          </Show>
        </Show>
      )}
    </Show>
  )
}

/** Tells the mentors of everybody on the screen. */
function Remind(props: { people: PersonBehind[] }) {
  const send = useAction(remindMentors)
  const [done, setDone] = createSignal<string | null>(null)
  const w = () => t().cultivationOverview
  const sending = createSending(async () => {
    const ids = props.people.slice(0, AT_ONCE).map(({ talent }) => talent.id)
    const { told, people } = await send(ids)
    setDone(people === 0 ? w().remindedNone : w().reminded(whole(told), whole(people)))
  })
  return (
    <div class="behind-remind">
      <button
        type="button"
        class="button slim"
        aria-disabled={sending.isBusy()}
        onClick={() => void sending.start()}
      >
        <Icon name="bell" />
        {sending.isBusy() ? t().toDo.reminding : w().remind}
      </button>
      <span class="hint" role="status">
        {done() ?? ''}
      </span>
      <Refusal problem={sending.problem()} />
    </div>
  )
}
/** As many as the server takes. */
const AT_ONCE = 200

function Person(props: { one: PersonBehind; trainingHours: number }) {
  const w = () => t().cultivationOverview
  const one = () => props.one
  return (
    <li>
      <A href={`/talents/${one().talent.id}`}>
        <span class="medium">{personName(one().talent.name)}</span>
        <span class="second">{placeName(one().village)}</span>
      </A>
      <span class="behind-facts hint">
        <Show when={one().mentors === 0}>
          <StateWord state="weak">{w().fact.noMentor}</StateWord>
        </Show>
        <Show when={!one().isPlanned}>
          <StateWord state="weak">{w().fact.noPlan}</StateWord>
        </Show>
        <Show when={one().itemsLate > 0}>
          <StateWord state="missed">{w().fact.late(one().itemsLate)}</StateWord>
        </Show>
        <Show when={one().itemsReported > 0}>
          <span>{w().fact.reported(one().itemsReported)}</span>
        </Show>
        <Show when={one().mentors > 0}>
          <span>{w().fact.lastOn(one().lastOn)}</span>
        </Show>
        <span>{w().fact.hours(plainNumber(one().hours), plainNumber(props.trainingHours))}</span>
        <Show when={one().trialEndsOn}>{(day) => <span>{w().fact.trialEndsOn(day())}</span>}</Show>
        <span>{one().isChecked ? w().fact.checked : w().fact.unchecked}</span>
      </span>
    </li>
  )
}
