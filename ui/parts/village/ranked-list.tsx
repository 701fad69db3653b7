import { Tabs } from '@ark-ui/solid/tabs'
import { createAsync } from '@solidjs/router'
import { createSignal, For, Show, Suspense } from 'solid-js'
import { rankingOf } from '../../queries.ts'
import type { Post } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StandingLegend } from '../contribution.tsx'
import { Skeleton } from '../states.tsx'
import { useBoard } from './board.ts'
import { ExcludedLists } from './excluded-lists.tsx'
import { RankingTable } from './ranking-table.tsx'

/** Everybody who might take each post, best first. */
export function RankedList() {
  const board = useBoard()
  const [post, setPost] = createSignal<Post>('secretary')
  return (
    <section class="card" aria-labelledby="ranking">
      <div class="card-head">
        <h2 id="ranking">{t().ranking.title}</h2>
        <span class="hint">{t().ranking.hint}</span>
        <span class="push">
          <StandingLegend />
        </span>
      </div>
      <Tabs.Root
        value={post()}
        onValueChange={({ value }) => setPost(POSTS.find((one) => one === value) ?? 'secretary')}
      >
        <Tabs.List class="tabs" aria-label={t().ranking.title}>
          <For each={POSTS}>
            {(one) => (
              <Tabs.Trigger value={one}>{t().postIn[board.village.kind][one]}</Tabs.Trigger>
            )}
          </For>
        </Tabs.List>
        <Tabs.Content value={post()}>
          <Suspense fallback={<Skeleton rows={6} />}>
            <RankingOfPost post={post()} />
          </Suspense>
        </Tabs.Content>
      </Tabs.Root>
    </section>
  )
}

function RankingOfPost(props: { post: Post }) {
  const board = useBoard()
  const answer = createAsync(() =>
    rankingOf(board.village.code, props.post, board.choices().weights[props.post]),
  )
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <RankingTable answer={known()} post={props.post} />
          <ExcludedLists answer={known()} post={props.post} />
        </>
      )}
    </Show>
  )
}
