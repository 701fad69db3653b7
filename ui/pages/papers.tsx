import { createAsync, revalidate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { papersOf } from '../exports.ts'
import { Done } from '../parts/account/notices.tsx'
import { MakeForm } from '../parts/exports/make-form.tsx'
import { PaperRow } from '../parts/exports/paper-row.tsx'
import { Templates } from '../parts/exports/templates.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** Reports and tables: what to make, what for, how far it is, and the template behind it. */
export function Papers() {
  const words = () => t().exportPages
  const [said, setSaid] = createSignal<string | null>(null)
  return (
    <>
      <Title text={words().title} />
      <div class="page-head">
        <div class="titles">
          <h1>{words().title}</h1>
          <p class="hint">{words().hint}</p>
        </div>
      </div>
      <Done text={said()} />
      <div class="export-page">
        <section class="card" aria-labelledby="make">
          <div class="card-head">
            <h2 id="make">{words().ask}</h2>
          </div>
          <MakeForm made={setSaid} />
        </section>
        <section class="card" aria-labelledby="own">
          <div class="card-head">
            <h2 id="own">{words().own}</h2>
            <span class="hint">{words().ownHint}</span>
          </div>
          <View rows={4}>
            <Own />
          </View>
        </section>
      </div>
      <Templates />
    </>
  )
}

function Own() {
  const known = createAsync(() => papersOf())
  const papers = () => known.latest?.papers ?? []
  return (
    <Show when={known.latest}>
      <Show
        when={papers().length > 0}
        fallback={
          <Blank icon="paper" title={t().exportPages.none} text={t().exportPages.noneText} />
        }
      >
        <ul class="export-list">
          <For each={papers()}>
            {(paper) => <PaperRow paper={paper} reload={() => void revalidate(papersOf.key)} />}
          </For>
        </ul>
      </Show>
    </Show>
  )
}
