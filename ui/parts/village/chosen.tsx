import { createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { personName } from '../../names.ts'
import { talentOf } from '../../queries.ts'
import { t } from '../../words/index.ts'
import { useBoard } from './board.ts'

/** What a person decided so far, each with its way back. */
export function Chosen() {
  const board = useBoard()
  const isTrial = () => Object.keys(board.choices().weights).length > 0
  const has = () => board.choices().pins.length + board.choices().exclusions.length > 0
  const pinned = () => [...new Set(board.choices().pins.map(({ talent }) => talent))]
  return (
    <Show when={has() || isTrial()}>
      <div class="chosen row wrap small">
        <Show when={isTrial()}>
          <span class="pill accent">{t().slate.trial}</span>
          <button type="button" class="link-button small" onClick={() => board.weigh({})}>
            {t().slate.trialEnd}
          </button>
        </Show>
        <For each={pinned()}>
          {(id) => <Choice kind={t().slate.pins} id={id} release={() => board.unpin(id)} />}
        </For>
        <For each={board.choices().exclusions}>
          {({ talent }) => (
            <Choice kind={t().slate.exclusions} id={talent} release={() => board.include(talent)} />
          )}
        </For>
      </div>
    </Show>
  )
}

function Choice(props: { kind: string; id: string; release: () => void }) {
  // Somebody excluded is in no answer any more, so the name is read from the record.
  const talent = createAsync(() => talentOf(props.id))
  return (
    <Suspense>
      <Show when={talent()}>
        {(known) => (
          <span class="pill">
            {props.kind}
            {t().colon}
            {personName(known().name)}
            <button
              type="button"
              class="link-button small"
              aria-label={`${t().slate.release}${t().colon}${props.kind} ${personName(known().name)}`}
              onClick={() => props.release()}
            >
              {t().slate.release}
            </button>
          </span>
        )}
      </Show>
    </Suspense>
  )
}
