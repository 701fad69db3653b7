import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useRoles } from '../../session.ts'
import { trialPostsOfPerson } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { conclusionText, evaluationText, postText } from './say.ts'
import { Left } from './table.tsx'

/** The trial posts of one person, on the page of their cultivation. */
export function TrialsCard(props: { talent: string }) {
  const has = useRoles()
  const answer = createAsync(() => trialPostsOfPerson(props.talent).catch(() => undefined), {
    initialValue: undefined,
  })
  const all = () => answer.latest?.trialPosts ?? []
  const mayStart = () =>
    (has('county') || has('township')) && all().every(({ state }) => state !== 'running')
  return (
    <Show when={answer.latest}>
      <section class="card" aria-labelledby="trials">
        <div class="card-head">
          <h2 id="trials">{t().trialPosts.card.title}</h2>
          <Show when={mayStart()}>
            <A class="button slim push" href={`/trial-posts?start=${props.talent}`}>
              {t().trialPosts.start}
            </A>
          </Show>
        </div>
        <ul class="trial-cards">
          <For each={all()} fallback={<li class="hint trial-none">{t().trialPosts.card.empty}</li>}>
            {(row) => (
              <li>
                <A href={`/trial-posts/${row.id}`}>
                  <span class="trial-card-head">
                    <b>{postText(row)}</b>
                    <Left row={row} />
                  </span>
                  <span class="hint">{t().trialPosts.span(row.startsOn, row.endsOn)}</span>
                  <span class="hint">
                    {`${t().trialPosts.evaluation}${t().colon}${evaluationText(row)}`}
                    {t().separator}
                    {`${t().trialPosts.conclusion}${t().colon}${conclusionText(row)}`}
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
