import { For } from 'solid-js'
import type { ImportState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

const STEPS = ['file', 'questions', 'preview', 'writing', 'result'] as const
const AT: Record<ImportState, number> = {
  reading: 0,
  asking: 1,
  checking: 2,
  checked: 2,
  writing: 3,
  done: 4,
  undoing: 4,
  undone: 4,
  cancelled: 4,
  failed: 4,
}

/** Where one is; every step has its number, its name and a word for those who do not see its mark. */
export function Steps(props: { state: ImportState }) {
  const now = () => AT[props.state]
  const isPassed = (at: number) => at < now()
  return (
    <ol class="steps" aria-label={t().imports.steps.label}>
      <For each={STEPS}>
        {(step, at) => (
          <li
            classList={{ passed: isPassed(at()), coming: at() > now() }}
            aria-current={at() === now() ? 'step' : undefined}
          >
            <span class="step-mark" aria-hidden="true">
              {isPassed(at()) ? <Icon name="check" /> : at() + 1}
            </span>
            {t().imports.steps[step]}
            <span class="hidden-text">{isPassed(at()) ? t().imports.steps.passed : ''}</span>
          </li>
        )}
      </For>
    </ol>
  )
}
