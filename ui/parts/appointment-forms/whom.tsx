import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { FormRead } from '../../appointment-forms.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Whose form it is: people of the pool whom it may be of, or somebody new. */
export function Whom(props: { read: FormRead; whom: string; set: (whom: string) => void }) {
  const words = () => t().appointmentForms
  return (
    <fieldset class="field form-whom">
      <legend class="label">{words().whom}</legend>
      <For each={props.read.people}>
        {({ person }) => (
          <div class="form-candidate">
            <label class="tick">
              <input
                type="radio"
                name="whom"
                checked={props.whom === person.id}
                disabled={!person.mayEdit}
                onChange={() => props.set(person.id)}
              />
              <span>
                <b>{personName(person.name)}</b> {placeName(person.village.name)}{' '}
                {person.bornOn === null ? '' : words().born(person.bornOn)}
              </span>
            </label>
            <span class="hint">
              {person.mayEdit ? words().because[person.because] : words().cannotEdit}
              <Show when={person.hasForm}>
                {t().clause}
                {words().hasForm}
              </Show>
            </span>
            <A
              class="button plain slim"
              href={`/talents/${person.id}`}
              target="_blank"
              aria-label={words().openPortrait(personName(person.name))}
            >
              <Icon name="out" />
            </A>
          </div>
        )}
      </For>
      <Show
        when={!props.read.isElsewhere}
        fallback={
          <p class="note weak">
            <Icon name="warning" />
            <span>{words().isElsewhere}</span>
          </p>
        }
      >
        <label class="tick">
          <input
            type="radio"
            name="whom"
            checked={props.whom === 'new'}
            onChange={() => props.set('new')}
          />
          {words().asNew}
        </label>
      </Show>
    </fieldset>
  )
}
