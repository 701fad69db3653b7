import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useDraft } from '../parts/policy/draft.ts'
import { valueAt } from '../parts/policy/pointer.ts'
import { WeighPost } from '../parts/policy/weigh-post.tsx'
import type { Weighting } from '../policy.ts'
import { policyOf } from '../queries.ts'
import { POSTS, type Post } from '../types.ts'
import { t } from '../words/index.ts'

/** How much each criterion counts for each post: weights, comparisons, judges or swings. */
export function Weights() {
  const draft = useDraft()
  const answer = createAsync(() => policyOf())
  const [search, setSearch] = useSearchParams<{ post?: string }>()
  const post = (): Post => POSTS.find((one) => one === search.post) ?? 'secretary'
  const pointer = (of: Post) => `#/weights/${of}`
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <fieldset class="segments wrap" aria-label={t().policy.weigh.posts}>
            <For each={POSTS}>
              {(one) => (
                <button
                  type="button"
                  aria-pressed={post() === one}
                  onClick={() => setSearch({ post: one }, { replace: true })}
                >
                  {t().shortlist.postName[one]}
                  <Show when={draft?.isChanged(pointer(one))}>
                    {' '}
                    <span class="chip">{t().policy.weigh.changedPost}</span>
                  </Show>
                </button>
              )}
            </For>
          </fieldset>
          <Show when={post()} keyed>
            {(one) => (
              <WeighPost
                post={one}
                inForce={known().weights[one].weights}
                weighting={
                  (draft?.valueAt(pointer(one)) ??
                    valueAt(known().policy, pointer(one))) as Weighting
                }
                set={draft && ((next) => draft.set(pointer(one), next))}
                faults={draft?.faultsAt(pointer(one)) ?? []}
              />
            )}
          </Show>
        </>
      )}
    </Show>
  )
}
