import { Show } from 'solid-js'
import { personName } from '../names.ts'
import type { Person } from '../types.ts'
import { t } from '../words/index.ts'

/** Sex, age, education and Party status: facts, in this order everywhere. */
export function factsOf(person: Person): string {
  const sexAndAge = `${person.sex ? t().sex[person.sex] : t().unknown} ${person.age ?? t().unknown}`
  const rest = [
    person.education ? t().education[person.education] : t().unknown,
    person.partyStatus ? t().partyStatus[person.partyStatus] : t().unknown,
  ]
  return [sexAndAge, ...rest].join(t().separator)
}

export function PersonLink(props: { person: Person | undefined; id: string; open: () => void }) {
  return (
    <button type="button" class="link-button strong" onClick={() => props.open()}>
      {props.person ? personName(props.person.name) : props.id}
    </button>
  )
}

export function PersonFacts(props: { person: Person | undefined }) {
  return (
    <Show when={props.person}>{(person) => <span class="hint">{factsOf(person())}</span>}</Show>
  )
}
