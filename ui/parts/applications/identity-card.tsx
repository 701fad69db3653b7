import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { ApplicationView } from '../../applying.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'

/** Whether the pool knows the number, and who of the same name lives there. */
export function IdentityCard(props: { view: ApplicationView }) {
  const words = () => t().apply.inbox
  return (
    <section class="card" aria-labelledby="identity">
      <div class="card-head">
        <h2 id="identity">{words().identity}</h2>
      </div>
      <div class="card-body stack">
        <Show
          when={props.view.inPool}
          fallback={
            <p class="row">
              <Mark state="unknown" />
              {words().notInPool}
            </p>
          }
        >
          {(person) => (
            <div>
              <p class="row wrap">
                <Mark state="met" />
                <b>{words().inPool}</b>
                <Person person={person()} />
              </p>
              <p class="hint">{words().inPoolText}</p>
            </div>
          )}
        </Show>
        <Show
          when={props.view.namesakes.length > 0}
          fallback={<p class="hint">{words().noNamesakes}</p>}
        >
          <h3>{words().namesakes}</h3>
          <ul>
            <For each={props.view.namesakes}>
              {(person) => (
                <li class="row wrap">
                  <Person person={person} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </section>
  )
}

type Found = NonNullable<ApplicationView['inPool']>

function Person(props: { person: Found }) {
  const facts = () =>
    [
      props.person.sex ? t().sex[props.person.sex] : t().unknown,
      props.person.bornOn ?? t().unknown,
      placeName(props.person.village.name),
    ].join(t().separator)
  return (
    <>
      <span class="medium">{personName(props.person.name)}</span>
      <span class="hint">{facts()}</span>
      <A class="small" href={`/talents/${props.person.id}`}>
        {t().apply.inbox.open}
      </A>
    </>
  )
}
