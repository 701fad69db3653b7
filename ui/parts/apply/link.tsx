import { A, createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { openRoundsOf } from '../../applying.ts'
import { t } from '../../words/index.ts'

/** On the sign-in page while a round is open; where it cannot be told, nothing stands there. */
export function ApplyLink() {
  const open = createAsync(() => openRoundsOf().catch(() => null), { initialValue: null })
  return (
    <Suspense>
      <Show when={open()?.rounds.length ? open() : null}>
        {(known) => (
          <p class="sign-in-foot apply-link">
            <A href="/apply">{t().apply.link}</A>
            <For each={known().rounds.slice(0, 1)}>
              {({ closesOn }) => <span class="hint block">{t().apply.linkHint(closesOn)}</span>}
            </For>
            <A class="hint" href="/apply/status">
              {t().apply.toStatus}
            </A>
          </p>
        )}
      </Show>
    </Suspense>
  )
}
