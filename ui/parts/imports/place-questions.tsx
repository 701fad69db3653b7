import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { inTownship, NONE_OF_THEM, type PlaceGroup, townshipsOfAll } from './place-groups.ts'

type Chosen = Readonly<Record<string, string>>
type Set = (texts: readonly string[], code: string) => void

/** Which village each text means, among those that it may be. */
export function PlaceQuestions(props: {
  groups: PlaceGroup[]
  chosen: Chosen
  isChecked: boolean
  set: Set
}) {
  return (
    <section aria-labelledby="place-questions">
      <div class="asked-head">
        <h3 id="place-questions">{t().imports.questions.places}</h3>
        <span class="hint">{t().imports.questions.placesHint}</span>
        <Show when={props.groups.length > 1}>
          <AllIn {...props} />
        </Show>
      </div>
      <ul class="asked">
        <For each={props.groups}>
          {(group) => (
            <li classList={{ wrong: props.isChecked && !props.chosen[group.texts[0]!] }}>
              <b>{quoted(group)}</b>
              <PlaceSelect
                group={group}
                value={props.chosen[group.texts[0]!] ?? ''}
                set={(code) => props.set(group.texts, code)}
              />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** Lists come from one township mostly: one click answers for all. */
function AllIn(props: { groups: PlaceGroup[]; set: Set }) {
  const choose = (township: string) => {
    for (const group of props.groups) props.set(group.texts, inTownship(group, township)!.code)
  }
  return (
    <span class="row wrap push">
      <For each={townshipsOfAll(props.groups)}>
        {(township) => (
          <button type="button" class="button slim" onClick={() => choose(township)}>
            {t().imports.questions.allIn(placeName(township))}
          </button>
        )}
      </For>
    </span>
  )
}

function PlaceSelect(props: { group: PlaceGroup; value: string; set: (code: string) => void }) {
  return (
    <select
      class="input"
      aria-label={t().imports.questions.placeOf(quoted(props.group))}
      onChange={(event) => props.set(event.currentTarget.value)}
    >
      <option value="" selected={props.value === ''}>
        {t().imports.questions.choose}
      </option>
      <For each={props.group.guesses}>
        {({ code, name, township }) => (
          <option value={code} selected={code === props.value}>
            {[placeName(township), placeName(name)].join(t().separator)}
          </option>
        )}
      </For>
      <option value={NONE_OF_THEM} selected={props.value === NONE_OF_THEM}>
        {t().imports.questions.noneOfThem}
      </option>
    </select>
  )
}

const quoted = ({ texts }: PlaceGroup) => texts.map(t().imports.questions.quoted).join(t().comma)
