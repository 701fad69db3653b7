import { For, Show } from 'solid-js'
import { exactTime } from '../../../format.ts'
import { t } from '../../../words/index.ts'
import { Icon } from '../../icon.tsx'
import { type Field, sameValue, wordsOf } from './draft.ts'
import type { Clash, Edit } from './edit.ts'

/** Somebody saved first: both sides by field, and what was typed here stays until one is chosen. */
export function BothSides(props: { edit: Edit; fields: readonly Field[] }) {
  const fieldOf = (id: string) => props.fields.find((field) => field.id === id)
  return (
    <Show when={props.edit.sides()}>
      {(sides) => (
        <section
          class="both-sides"
          role="alert"
          aria-label={t().portrait.bothSides}
          tabindex="-1"
          ref={(box) => queueMicrotask(() => box.focus())}
        >
          <div class="note missed">
            <Icon name="warning" />
            <p>
              <b>{t().portrait.notSaved}</b>
              {t().portrait.gap}
              <Show when={sides().last} fallback={t().portrait.changedBySomebody}>
                {(last) => (
                  <>{t().portrait.changedBy(last().by, exactTime(last().at).slice(11, 16))}</>
                )}
              </Show>
              {t().portrait.gap}
              {messageOf(sides().clashes, sides().isGone)}
            </p>
          </div>
          <For each={sides().clashes}>
            {(clash) => (
              <Show when={fieldOf(clash.field)}>
                {(field) => <Side edit={props.edit} clash={clash} field={field()} />}
              </Show>
            )}
          </For>
        </section>
      )}
    </Show>
  )
}

function Side(props: { edit: Edit; clash: Clash; field: Field }) {
  // As it was typed when both met; the field below may have changed since.
  const mine = props.edit.draft()[props.clash.field] ?? ''
  const choose = (value: typeof mine) => props.edit.set({ [props.clash.field]: value })
  const isChosen = (value: typeof mine) => sameValue(props.edit.draft()[props.clash.field], value)
  const theirs = () => props.clash.theirs
  return (
    <Show
      when={props.clash.isBoth}
      fallback={
        <p class="hint">
          {t().portrait.followed(props.field.label(), wordsOf(props.field, theirs()))}
        </p>
      }
    >
      <fieldset class="side-choice">
        <legend>{props.field.label()}</legend>
        <label>
          <input
            type="radio"
            name={`side-${props.field.id}`}
            checked={isChosen(mine)}
            onChange={() => choose(mine)}
          />
          <span>
            <span class="hint">{t().portrait.mine}</span>
            <span class="side-value">{wordsOf(props.field, mine)}</span>
          </span>
        </label>
        <label>
          <input
            type="radio"
            name={`side-${props.field.id}`}
            checked={isChosen(theirs())}
            onChange={() => choose(theirs())}
          />
          <span>
            <span class="hint">{t().portrait.theirs}</span>
            <span class="side-value">{wordsOf(props.field, theirs())}</span>
          </span>
        </label>
      </fieldset>
    </Show>
  )
}

function messageOf(clashes: readonly Clash[], isGone: boolean): string {
  if (isGone) return t().portrait.goneMeanwhile
  return clashes.some(({ isBoth }) => isBoth) ? t().portrait.chooseSides : t().portrait.noClash
}
