import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { RowFilter } from '../../imports.ts'
import type { ImportAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { kindName, kindsIn } from './kinds.ts'

/** What was filled in or set right without asking: said by kind, with how many rows. */
export function NoticesCard(props: { known: ImportAnswer; change: (next: RowFilter) => void }) {
  const notices = () => kindsIn(props.known.counts, 'notice')
  return (
    <Show when={notices().length > 0}>
      <section class="card" aria-labelledby="notices">
        <div class="card-head">
          <h2 id="notices">{t().imports.preview.notices}</h2>
          <span class="hint">{t().imports.preview.noticesHint}</span>
        </div>
        <ul class="notices">
          <For each={notices()}>
            {({ kind, rows }) => (
              <li>
                <span>{kindName(kind)}</span>
                <button
                  type="button"
                  class="link-button nowrap"
                  aria-label={t().imports.preview.seeOf(whole(rows), kindName(kind))}
                  onClick={() => props.change({ kind })}
                >
                  {t().imports.preview.noticeRows(whole(rows))}
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
