import { createSignal, For, Show } from 'solid-js'
import type { ShortlistAnswer, ShortlistGroup } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { type AskedFor, type Change, GROUPS } from './asked.ts'
import { groupLabel } from './words.ts'

const MOST_PEOPLE = 100

/** How many people, and the least percentage of each group; what is typed holds for this look, the policy stays. */
export function DemandFields(props: { asked: AskedFor; answer: ShortlistAnswer }) {
  const shareOf = (group: ShortlistGroup) =>
    props.answer.shares.find((share) => share.group === group)?.min
  /** All shares go into the address at once: one that is given there stands for all of the policy's. */
  function setShare(changed: ShortlistGroup, text: string) {
    const next: Change = {}
    for (const group of GROUPS) {
      const min =
        group === changed ? (text === '' ? undefined : Number(text) / 100) : shareOf(group)
      next[group] = min === undefined ? null : String(min)
    }
    const isNone = GROUPS.every((group) => next[group] === null)
    props.asked.change(isNone ? { ...next, [changed]: '0' } : next)
  }
  return (
    <>
      <NumberField
        label={t().shortlist.size}
        value={String(props.answer.size)}
        most={MOST_PEOPLE}
        set={(size) => props.asked.change({ size: size || null })}
      />
      <fieldset class="share-fields">
        <legend>
          {t().shortlist.shares} <span class="hint">{t().shortlist.sharesHint}</span>
        </legend>
        <div class="row wrap">
          <For each={GROUPS}>
            {(group) => (
              <NumberField
                label={groupLabel(props.answer.groupNames[group])}
                unit={t().shortlist.percent}
                value={percentOf(shareOf(group))}
                most={100}
                set={(text) => setShare(group, text)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </>
  )
}

/** Taken when it is left or Enter is pressed: each change makes a new list. */
function NumberField(props: {
  label: string
  unit?: string
  value: string
  most: number
  set: (text: string) => void
}) {
  const [isWrong, setWrong] = createSignal(false)
  function take(text: string) {
    const value = Number(text)
    setWrong(!Number.isFinite(value) || value < 0 || value > props.most || !Number.isInteger(value))
    if (!isWrong() && text !== props.value) props.set(text)
  }
  return (
    <Field label={props.label} error={isWrong() ? t().shortlist.badNumber(props.most) : undefined}>
      {(given) => (
        <span class="with-unit">
          <input
            {...given()}
            class="input"
            type="text"
            inputmode="numeric"
            maxlength={3}
            autocomplete="off"
            value={props.value}
            onChange={(event) => take(event.currentTarget.value.trim())}
          />
          <Show when={props.unit}>
            <span class="hint" aria-hidden="true">
              {props.unit}
            </span>
          </Show>
        </span>
      )}
    </Field>
  )
}

/** A share of nothing is none. */
const percentOf = (min: number | undefined) =>
  min === undefined || min === 0 ? '' : String(Math.round(min * 100))
