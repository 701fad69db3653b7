import { createUniqueId, For } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { Difference } from './differences.ts'

/** Which of two records goes on. */
export function Keeping(props: {
  left: TalentRecord
  right: TalentRecord
  keepsRight: boolean
  set: (keepsRight: boolean) => void
}) {
  const name = createUniqueId()
  const facts = (one: TalentRecord) =>
    [personName(one.name), placeName(one.homeVillage.name), t().talents.statuses[one.status]].join(
      t().separator,
    )
  return (
    <fieldset class="field">
      <legend class="label">{t().pool.duplicates.keep}</legend>
      <label class="tick">
        <input
          type="radio"
          name={name}
          checked={!props.keepsRight}
          onChange={() => props.set(false)}
        />
        {t().pool.duplicates.keepThis(t().pool.duplicates.left, facts(props.left))}
      </label>
      <label class="tick">
        <input
          type="radio"
          name={name}
          checked={props.keepsRight}
          onChange={() => props.set(true)}
        />
        {t().pool.duplicates.keepThis(t().pool.duplicates.right, facts(props.right))}
      </label>
      <p class="hint">{t().pool.duplicates.keepHint}</p>
    </fieldset>
  )
}

/** Whose value of a field is right. */
export function Choice(props: {
  one: Difference
  isTaken: boolean
  set: (isTaken: boolean) => void
}) {
  const name = createUniqueId()
  const options = () => [
    { text: props.one.own, isTaken: false },
    { text: props.one.other, isTaken: true },
  ]
  return (
    <fieldset class="merge-field">
      <legend>{props.one.name}</legend>
      <For each={options()}>
        {({ text, isTaken }) => (
          <label class="tick">
            <input
              type="radio"
              name={name}
              checked={props.isTaken === isTaken}
              onChange={() => props.set(isTaken)}
            />
            {text || <span class="chip open">{t().unknown}</span>}
          </label>
        )}
      </For>
    </fieldset>
  )
}
