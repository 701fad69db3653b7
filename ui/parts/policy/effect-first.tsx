import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Effect } from '../../policy.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Part } from './effect-part.tsx'

/** In how many villages somebody else would be first of the ranking, with some of them. */
export function EffectFirst(props: { effect: Effect }) {
  const posts = () => POSTS.filter((post) => props.effect.first[post].changed > 0)
  const nameOf = (person: { name: string } | null) =>
    person ? personName(person.name) : t().policy.effect.vacant
  return (
    <Part title={t().policy.effect.first} hint={t().policy.effect.firstHint}>
      <Show when={posts().length > 0} fallback={<p>{t().policy.effect.firstSame}</p>}>
        <For each={posts()}>
          {(post) => (
            <details>
              <summary>
                <Icon name="right" />
                <span>{t().shortlist.postName[post]}</span>
                <span class="push">
                  {t().policy.effect.villagesChanged} {props.effect.first[post].changed} /{' '}
                  {props.effect.first[post].villages}
                </span>
              </summary>
              <ul class="effect-moves">
                <For each={props.effect.first[post].examples}>
                  {({ village, before, after }) => (
                    <li>
                      <A href={`/villages/${village.code}`}>{placeName(village.name)}</A>{' '}
                      {t().policy.effect.from(nameOf(before), nameOf(after))}
                    </li>
                  )}
                </For>
              </ul>
            </details>
          )}
        </For>
      </Show>
    </Part>
  )
}
