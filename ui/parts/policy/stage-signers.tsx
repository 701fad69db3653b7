import { For, Show } from 'solid-js'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useDraft } from './draft.ts'
import { nameOf, type Signer, type Stage, type StagesField, signersOf } from './stages.ts'

const SIGNERS = '#/review/signers'

/** The positions that sign at a stage; the seven of S3.5 with one press. */
export function StageSigners(props: {
  field: StagesField
  stage: Stage
  error: string | undefined
  change: (part: Partial<Stage>) => void
}) {
  const draft = useDraft()
  const known = () => signersOf(draft?.valueAt(SIGNERS))
  const isChosen = (id: string) => props.stage.signers.includes(id)
  function choose(id: string, isOn: boolean) {
    const ids = known().flatMap((signer) => {
      const isIn = signer.id === id ? isOn : isChosen(signer.id)
      return isIn ? [signer.id] : []
    })
    props.change({ signers: ids })
  }
  /** Those of the seven whom the list of positions lacks come into it as well. */
  function takeSeven() {
    const lacking = props.field.seven.filter(({ id }) => !known().some((one) => one.id === id))
    if (lacking.length > 0) draft?.set(SIGNERS, [...known(), ...lacking] satisfies Signer[])
    props.change({ signers: props.field.seven.map(({ id }) => id) })
  }
  return (
    <fieldset class="stage-wide stage-signers">
      <legend class="label">{t().procedure.signers}</legend>
      <p class="hint">{t().procedure.signersHint}</p>
      <div class="row wrap">
        <button
          type="button"
          class="button slim"
          aria-label={t().procedure.sevenOf(nameOf(props.stage))}
          onClick={takeSeven}
        >
          <Icon name="people" />
          {t().procedure.seven}
        </button>
        <Show when={props.stage.signers.length > 0}>
          <button
            type="button"
            class="button slim plain"
            onClick={() => props.change({ signers: [], signersFor: 'everybody' })}
          >
            {t().procedure.noSigners}
          </button>
        </Show>
      </div>
      <div class="ticks">
        <For each={known()}>
          {(signer) => (
            <label class="tick">
              <input
                type="checkbox"
                checked={isChosen(signer.id)}
                onChange={(event) => choose(signer.id, event.currentTarget.checked)}
              />
              {nameOf(signer)}
            </label>
          )}
        </For>
      </div>
      <Show when={props.stage.signers.length > 0}>
        <label class="policy-input">
          <span class="second">{t().procedure.signersFor}</span>
          <select
            class="input"
            onChange={(event) =>
              props.change({ signersFor: event.currentTarget.value as Stage['signersFor'] })
            }
          >
            <For each={props.field.choices.signersFor}>
              {({ value, words }) => (
                <option value={value ?? ''} selected={value === props.stage.signersFor}>
                  {say(words)}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <Show when={props.error}>
        <p class="field-error">
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
