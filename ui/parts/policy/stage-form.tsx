import { createUniqueId, For, Show } from 'solid-js'
import { say, t } from '../../words/index.ts'
import { Field, TextField } from '../account/fields.tsx'
import { useDraft } from './draft.ts'
import { StageSigners } from './stage-signers.tsx'
import { changedStage, maySign, type Stage, type StagesField } from './stages.ts'

type Given = {
  field: StagesField
  stage: Stage
  pointer: string
  set: (stage: Stage) => void
}

/** All that a stage says: its name, who answers, for whom, within how long, and what stops there. */
export function StageForm(props: Given) {
  const change = (part: Partial<Stage>) => props.set(changedStage(props.stage, part))
  const error = useErrors(props)
  return (
    <div class="stage-form">
      <TextField
        label={t().procedure.zh}
        name={`${props.stage.id}-zh`}
        maxlength={30}
        value={props.stage.words.zh}
        error={error('words', () => props.stage.words.zh.trim() === '')}
        set={(zh) => change({ words: { ...props.stage.words, zh } })}
      />
      <TextField
        label={t().procedure.en}
        name={`${props.stage.id}-en`}
        maxlength={60}
        value={props.stage.words.en}
        error={error('words', () => props.stage.words.en.trim() === '')}
        set={(en) => change({ words: { ...props.stage.words, en } })}
      />
      <Choice {...props} of="kind" error={error('kind')} change={(kind) => change({ kind })} />
      <Choice {...props} of="level" error={error('level')} change={(level) => change({ level })} />
      <Choice {...props} of="for" error={error('for')} change={(whom) => change({ for: whom })} />
      <Choice {...props} of="gate" error={error('gate')} change={(gate) => change({ gate })} />
      <Days
        label={t().procedure.days}
        error={error('days')}
        value={props.stage.days}
        set={(days) => change({ days: days as number })}
      />
      <Show when={props.stage.kind === 'notice'}>
        <Days
          label={t().procedure.noticeDays}
          hint={t().procedure.noticeHint}
          error={error('noticeDays')}
          value={props.stage.noticeDays}
          set={(noticeDays) => change({ noticeDays })}
        />
      </Show>
      <Show
        when={maySign(props.stage)}
        fallback={<p class="hint stage-wide">{t().procedure.signersOnly}</p>}
      >
        <StageSigners {...props} error={error('signers')} change={change} />
      </Show>
    </div>
  )
}

/** What is wrong with a part of the stage, in words. */
function useErrors(props: Given) {
  const draft = useDraft()
  return (part: string, isThis = () => true): string | undefined => {
    const found = draft?.errors().filter(({ pointer }) => {
      const here = `${props.pointer}/${part}`
      return pointer === here || pointer.startsWith(`${here}/`)
    })
    return found?.length && isThis() ? say(found[0]!.detail) : undefined
  }
}

type Chosen = 'kind' | 'level' | 'for' | 'gate'

function Choice<Of extends Chosen>(
  props: Given & {
    of: Of
    error: string | undefined
    change: (value: Stage[Of]) => void
  },
) {
  return (
    <Field label={t().procedure[props.of]} error={props.error}>
      {(given) => (
        <select
          {...given()}
          class="input"
          onChange={(event) => props.change(event.currentTarget.value as Stage[Of])}
        >
          <For each={props.field.choices[props.of]}>
            {({ value, words }) => (
              <option value={value ?? ''} selected={value === props.stage[props.of]}>
                {say(words)}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}

function Days(props: {
  label: string
  hint?: string
  error: string | undefined
  value: number | null
  set: (days: number | null) => void
}) {
  const unit = createUniqueId()
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(given) => (
        <span class="policy-input">
          <input
            {...given()}
            class="input figure"
            type="number"
            inputmode="numeric"
            min={1}
            max={365}
            step={1}
            value={props.value ?? ''}
            onInput={(event) => {
              const typed = event.currentTarget.value.trim()
              props.set(typed === '' ? null : Number(typed))
            }}
          />
          <span class="second" id={unit}>
            {t().procedure.workdays}
          </span>
        </span>
      )}
    </Field>
  )
}
