import { A, createAsync } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Icon } from '../parts/icon.tsx'
import { MergeDrawer } from '../parts/pool/merge-drawer.tsx'
import { PairCard } from '../parts/pool/pair-card.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { duplicatesOf, moreDuplicates } from '../pool.ts'
import type { Pair } from '../types.ts'
import { t } from '../words/index.ts'

/** Records that may be of one person: found by the program, decided by somebody. */
export function Duplicates() {
  return (
    <>
      <Title text={t().pool.duplicates.title} />
      <nav class="crumbs" aria-label={t().pool.duplicates.back}>
        <A href="/talents">
          <Icon name="left" />
          {t().pool.duplicates.back}
        </A>
      </nav>
      <div class="page-head">
        <div class="titles">
          <h1>{t().pool.duplicates.title}</h1>
          <p class="hint">{t().pool.duplicates.hint}</p>
        </div>
      </div>
      <View rows={8}>
        <Pairs />
      </View>
    </>
  )
}

function Pairs() {
  const pages = createPages()
  const [said, setSaid] = createSignal<string | null>(null)
  const [merging, setMerging] = createSignal<Pair | null>(null)
  return (
    <>
      <Done text={said()} />
      <Show
        when={pages.pairs().length > 0}
        fallback={
          <section class="card">
            <Blank
              icon="check"
              title={t().pool.duplicates.noneTitle}
              text={t().pool.duplicates.noneText}
            />
          </section>
        }
      >
        <ul class="pairs">
          <For each={pages.pairs()}>
            {(pair) => (
              <li>
                <PairCard pair={pair} say={setSaid} merge={() => setMerging(pair)} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Refusal problem={pages.adding.problem()} />
      <Show when={pages.next()}>
        <button
          type="button"
          class="button self-start"
          aria-disabled={pages.adding.isBusy()}
          onClick={() => void pages.adding.start()}
        >
          {pages.adding.isBusy() ? t().pool.result.loadingMore : t().pool.duplicates.more}
        </button>
      </Show>
      <MergeDrawer pair={merging()} close={() => setMerging(null)} say={setSaid} />
    </>
  )
}

function createPages() {
  const first = createAsync(() => duplicatesOf())
  const [later, setLater] = createSignal<NonNullable<ReturnType<typeof first>>[]>([])
  createEffect(
    on(
      () => first.latest,
      () => setLater([]),
    ),
  )
  const next = () => (later().at(-1) ?? first())?.next ?? null
  const adding = createSending(async () => {
    const after = next()
    if (!after) return
    const page = await moreDuplicates(after)
    setLater((before) => [...before, page])
  })
  return {
    pairs: (): Pair[] => [...(first()?.pairs ?? []), ...later().flatMap(({ pairs }) => pairs)],
    next,
    adding,
  }
}
