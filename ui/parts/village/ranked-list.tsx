import { Tabs } from '@ark-ui/solid/tabs'
import { createAsync } from '@solidjs/router'
import { createSignal, For, Show, Suspense } from 'solid-js'
import { briefName } from '../../names.ts'
import { rankingOf } from '../../queries.ts'
import type { Post } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StandingLegend } from '../contribution.tsx'
import { Firmness } from '../ranking/firmness.tsx'
import { createRobust, RobustContext } from '../ranking/robust.ts'
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
  const weights = () => board.choices().weights[props.post]
  const answer = createAsync(() => rankingOf(board.village.code, props.post, weights()))
  const robust = createRobust(() => ({
    village: board.village.code,
    post: props.post,
    k: seatsOf(board.village.posts, props.post),
    weights: weights(),
  }))
  return (
    <Show when={answer()}>
      {(known) => (
        <RobustContext.Provider value={robust}>
          <RankingTable answer={known()} post={props.post} />
          <Show when={known().ranking.ranked.length > 0}>
            <Firmness
              name={(id) =>
                briefName(known().people.find((person) => person.id === id)?.name ?? id)
              }
              open={(id) => board.openPerson(id, props.post)}
            />
          </Show>
          <ExcludedLists answer={known()} post={props.post} />
        </RobustContext.Provider>
      )}
    </Show>
  )
}

/** As many as the village elects for the post; one where it has none. */
const seatsOf = (posts: readonly { post: string; seats: number }[], post: Post) =>
  Math.max(1, posts.find((one) => one.post === post)?.seats ?? 1)
