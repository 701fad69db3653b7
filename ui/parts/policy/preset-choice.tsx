import { createSignal, For, Show } from 'solid-js'
import { say, t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { type Preset, presetOf, type Stage, type StagesField } from './stages.ts'

/** The forms of the papers; one of them in place of stages that were edited only after a question. */
export function PresetChoice(props: {
  field: StagesField
  stages: Stage[]
  set: (stages: Stage[]) => void
}) {
  const [asked, setAsked] = createSignal<Preset | null>(null)
  const current = () => presetOf(props.field, props.stages)
  function choose(preset: Preset) {
    if (preset.id === current()?.id) return
    if (current() || props.stages.length === 0) props.set(preset.stages)
    else setAsked(preset)
  }
  return (
    <div class="row wrap preset-choice">
      <span class="second">{t().procedure.presets}</span>
      <fieldset class="segments wrap" aria-label={t().procedure.presets}>
        <For each={props.field.presets}>
          {(preset) => (
            <button
              type="button"
              aria-pressed={preset.id === current()?.id}
              title={t().procedure.presetSource(say(preset.words), say(preset.source))}
              onClick={() => choose(preset)}
            >
              {say(preset.words)}
            </button>
          )}
        </For>
      </fieldset>
      <span class="hint" role="status">
        <Show when={current()} fallback={t().procedure.ownOrder}>
          {(preset) => <>{t().procedure.asPreset(say(preset().words))}</>}
        </Show>
      </span>
      <Show when={asked()} keyed>
        {(preset) => (
          <Ask
            isOpen
            close={() => setAsked(null)}
            title={t().procedure.replaceTitle(say(preset.words))}
            verb={t().procedure.replace}
            act={async () => props.set(preset.stages)}
          >
            <p>{t().procedure.replaceEffect(say(preset.words), props.stages.length)}</p>
          </Ask>
        )}
      </Show>
    </div>
  )
}
