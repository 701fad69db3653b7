import { createAsync } from '@solidjs/router'
import { createMemo, createSignal, For, Show, Suspense } from 'solid-js'
import { oneDecimal } from '../../format.ts'
import { briefName } from '../../names.ts'
import { policyOf, rankingOf } from '../../queries.ts'
import type { Post, Weights } from '../../types.ts'
import { CRITERIA, POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { Skeleton } from '../states.tsx'
import { useBoard } from './board.ts'
import { type Entered, enteredOf, scaled, sumOf } from './trial.ts'
import { TrialResult } from './trial-result.tsx'
import { WeightSlider } from './weight-slider.tsx'

/** Other weights for a post: what they would change, without changing the policy. */
export function WhatIf(props: { isOpen: boolean; close: () => void }) {
  const board = useBoard()
  const [post, setPost] = createSignal<Post>('secretary')
  const [drafts, setDrafts] = createSignal<Partial<Record<Post, Entered>>>({})
  const policy = createAsync(() => policyOf())
  const policyWeights = (): Weights | undefined => policy.latest?.weights[post()].weights
  const entered = createMemo((): Entered | undefined => {
    const started = drafts()[post()] ?? asEntered(board.choices().weights[post()])
    const base = policyWeights()
    return started ?? (base && enteredOf(base))
  })
  const apply = () => {
    const changed = Object.entries(drafts()).map(([one, draft]) => [one, scaled(draft)])
    board.weigh({ ...board.choices().weights, ...Object.fromEntries(changed) })
    props.close()
  }
  const reset = () => {
    setDrafts({})
    if (Object.keys(board.choices().weights).length > 0) board.weigh({})
  }
  return (
    <Drawer
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().whatIf.title}
      hint={t().whatIf.hint}
      footer={
        <>
          <button type="button" class="button" onClick={reset}>
            {t().whatIf.reset}
          </button>
          <button type="button" class="button primary push" onClick={apply}>
            {t().whatIf.apply}
          </button>
        </>
      }
    >
      <PostChoice post={post()} choose={setPost} />
      <Suspense fallback={<Skeleton rows={8} />}>
        <Show when={entered()}>
          {(figures) => (
            <Show when={policyWeights()}>
              {(base) => (
                <>
                  <Sliders
                    entered={figures()}
                    policy={enteredOf(base())}
                    change={(next) => setDrafts((all) => ({ ...all, [post()]: next }))}
                  />
                  <Effect post={post()} entered={figures()} />
                </>
              )}
            </Show>
          )}
        </Show>
      </Suspense>
      <p class="hint">{t().whatIf.note}</p>
    </Drawer>
  )
}

function PostChoice(props: { post: Post; choose: (post: Post) => void }) {
  const board = useBoard()
  return (
    <fieldset class="segments" aria-label={t().whatIf.post}>
      <For each={POSTS}>
        {(one) => (
          <button type="button" aria-pressed={props.post === one} onClick={() => props.choose(one)}>
            {t().postIn[board.village.kind][one]}
          </button>
        )}
      </For>
    </fieldset>
  )
}

function Sliders(props: { entered: Entered; policy: Entered; change: (entered: Entered) => void }) {
  const ordered = () => [...CRITERIA].sort((a, b) => props.policy[b] - props.policy[a])
  return (
    <>
      <p class="hint">
        {t().whatIf.total(`${oneDecimal(sumOf(props.entered))}%`)}
        {t().separator}
        {t().whatIf.policyTick}
      </p>
      <For each={ordered()}>
        {(id) => (
          <WeightSlider
            criterion={id}
            value={props.entered[id]}
            policy={props.policy[id]}
            change={(value) => props.change({ ...props.entered, [id]: value })}
          />
        )}
      </For>
    </>
  )
}

function Effect(props: { post: Post; entered: Entered }) {
  const board = useBoard()
  const answer = createAsync(() => rankingOf(board.village.code, props.post))
  const nameOf = (id: string) =>
    briefName(answer.latest?.people.find((person) => person.id === id)?.name ?? id)
  return (
    <Show when={answer.latest}>
      {(known) => (
        <TrialResult
          post={t().postIn[board.village.kind][props.post]}
          ranking={known().ranking}
          weights={scaled(props.entered)}
          name={nameOf}
        />
      )}
    </Show>
  )
}

const asEntered = (weights: Weights | undefined) => weights && enteredOf(weights)
