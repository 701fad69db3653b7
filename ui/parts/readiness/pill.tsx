import { createAsync } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import { villageReadinessOf } from '../../readiness.ts'
import { say, t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { STATES } from './states.ts'

/** Colour and reason in the head of a village, and the way to all of it. */
export function ReadinessPill(props: { code: string }) {
  const answer = createAsync(() => villageReadinessOf(props.code))
  return (
    <Suspense>
      <Show when={answer()?.standing}>
        {(standing) => (
          <>
            <a class="pill readiness-pill" href="#readiness">
              <StateWord state={STATES[standing().colour]}>
                {t().readiness.colour[standing().colour]}
                {t().separator}
                {say(standing().words).split(t().clause)[0]}
              </StateWord>
            </a>
            <a class="pill readiness-pill" href={`/village-lists?village=${props.code}`}>
              {t().readiness.lists.pill(t().readiness.lists.names[standing().list.list])}
            </a>
          </>
        )}
      </Show>
    </Suspense>
  )
}
