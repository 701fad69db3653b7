import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { personName } from '../../names.ts'
import type { Effect } from '../../policy.ts'
import { POSTS, type Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Part } from './effect-part.tsx'

/** Who might hold each post before and after, and some of those whose answer changes. */
export function EffectEligible(props: { effect: Effect }) {
  const posts = () => POSTS.filter((post) => changedBy(props.effect, post) > 0)
  const maySit = ({ eligible, relaxable }: { eligible: number; relaxable: number }) =>
    whole(eligible + relaxable)
  const count = () => posts().reduce((sum, post) => sum + changedBy(props.effect, post), 0)
  return (
    <Part title={t().policy.effect.eligibility}>
      <Show when={posts().length > 0} fallback={<p>{t().policy.effect.nobody}</p>}>
        <table class="table compact">
          <thead>
            <tr>
              <th scope="col">{t().policy.effect.post}</th>
              <th scope="col" class="number">
                {t().policy.effect.maySit}
              </th>
              <th scope="col" class="number">
                {t().policy.effect.barred}
              </th>
              <th scope="col" class="number">
                {t().policy.effect.eligible}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={posts()}>
              {(post) => (
                <tr>
                  <th scope="row">{t().shortlist.postName[post]}</th>
                  <td class="number">
                    {t().policy.effect.from(
                      maySit(props.effect.eligibility[post].before),
                      maySit(props.effect.eligibility[post].after),
                    )}
                  </td>
                  <td class="number">{props.effect.eligibility[post].newlyBarred.count}</td>
                  <td class="number">{props.effect.eligibility[post].newlyEligible.count}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <details>
          <summary>
            <Icon name="right" />
            {t().policy.effect.who(count())}
          </summary>
          <For each={posts()}>
            {(post) => (
              <>
                <People
                  title={t().policy.effect.newlyBarred(t().shortlist.postName[post])}
                  moved={props.effect.eligibility[post].newlyBarred}
                />
                <People
                  title={t().policy.effect.newlyEligible(t().shortlist.postName[post])}
                  moved={props.effect.eligibility[post].newlyEligible}
                />
              </>
            )}
          </For>
        </details>
      </Show>
    </Part>
  )
}

type Moved = Effect['eligibility'][Post]['newlyBarred']

function People(props: { title: string; moved: Moved }) {
  return (
    <Show when={props.moved.count > 0}>
      <p class="effect-people">
        <b>{props.title}</b>{' '}
        <For each={props.moved.people}>
          {(person, at) => (
            <>
              {at() > 0 ? t().comma : ''}
              <A href={`/talents/${person.id}`}>{personName(person.name)}</A>
            </>
          )}
        </For>
        <Show when={props.moved.count > props.moved.people.length}>
          {' '}
          <span class="hint">{t().policy.effect.andMore(props.moved.count)}</span>
        </Show>
      </p>
    </Show>
  )
}

const changedBy = (effect: Effect, post: Post) => {
  const { newlyBarred, newlyEligible } = effect.eligibility[post]
  return newlyBarred.count + newlyEligible.count
}
