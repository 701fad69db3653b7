import { For, Show } from 'solid-js'
import type { ProblemDetails } from '../../../client.ts'
import { personName, placeName } from '../../../names.ts'
import { t } from '../../../words/index.ts'
import { Icon } from '../../icon.tsx'

type Known = {
  id: string
  name: string
  bornOn: string | null
  village: { name: string }
  because: string
}
export type AlikeProblem = ProblemDetails & { people: Known[]; isElsewhere: boolean }

export const isAlike = (problem: ProblemDetails): problem is AlikeProblem => 'people' in problem

/** Who in the pool it may be: compare first, then open that one or enter the person nevertheless. */
export function Alike(props: { problem: AlikeProblem; isBusy: boolean; anyway: () => void }) {
  let box: HTMLElement | undefined
  queueMicrotask(() => box?.focus())
  return (
    <section class="alike" ref={box} tabindex="-1" role="alert" aria-label={t().portrait.looksLike}>
      <div class="note weak">
        <Icon name="warning" />
        <span>
          <b>{t().portrait.looksLike}</b>{' '}
          {props.problem.people.length > 0 ? t().portrait.looksLikeText : props.problem.detail}
        </span>
      </div>
      <ul class="lines">
        <For each={props.problem.people}>
          {(known) => (
            <li class="row wrap">
              <span class="medium">{personName(known.name)}</span>
              <span class="hint">
                {[known.bornOn, placeName(known.village.name)].filter(Boolean).join(t().separator)}
              </span>
              <span class="chip">{becauseOf(known.because)}</span>
              <a
                class="button slim push"
                href={`/talents/${known.id}`}
                target="_blank"
                rel="noopener"
                aria-label={t().portrait.openKnownOf(known.name)}
              >
                {t().portrait.openKnown}
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.problem.isElsewhere && props.problem.people.length > 0}>
        <p class="hint">{props.problem.detail}</p>
      </Show>
      <button
        type="button"
        class="button"
        aria-disabled={props.isBusy}
        onClick={() => props.anyway()}
      >
        {t().portrait.registerAnyway}
      </button>
    </section>
  )
}

function becauseOf(because: string): string {
  const words: Record<string, string> = t().portrait.because
  return words[because] ?? because
}
