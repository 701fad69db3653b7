import { A } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { recordsOf } from '../../mentoring.ts'
import { t } from '../../words/index.ts'
import { FromServer } from './needs-network.tsx'
import { RecordLine } from './record-line.tsx'

/** Sessions that a card shows; the rest stands on a page of its own. */
const MOST = 4

/** What was done with the person lately. */
export function RecordsCard(props: { talent: string }) {
  return (
    <section class="card records-card" aria-labelledby="records-title">
      <Suspense fallback={<p class="hint card-body">{t().shell.loading}</p>}>
        <Show when={props.talent} keyed>
          {(talent) => (
            <>
              <div class="card-head">
                <h2 id="records-title">{t().mentoring.records.title}</h2>
                <A class="push" href={`/mentoring/mine?talent=${talent}`}>
                  {t().mentoring.records.titleAll}
                </A>
              </div>
              <FromServer read={() => recordsOf(talent, null)}>
                {(page) => (
                  <Show
                    when={page().sessions.length > 0}
                    fallback={
                      <p class="hint card-body">
                        {t().mentoring.empty.noRecords}
                        {t().separator}
                        {t().mentoring.empty.noRecordsText}
                      </p>
                    }
                  >
                    <ul class="record-list">
                      <For each={page().sessions.slice(0, MOST)}>
                        {(session) => <RecordLine session={session} />}
                      </For>
                    </ul>
                  </Show>
                )}
              </FromServer>
            </>
          )}
        </Show>
      </Suspense>
    </section>
  )
}
