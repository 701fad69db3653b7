import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { plainNumber } from '../../format.ts'
import { briefName, personName } from '../../names.ts'
import type { Gap, Opening } from '../../studies.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { factsOf } from '../person-line.tsx'
import { type Named, postsText, townshipIn, villageIn } from './names.ts'
import { Shorter } from './shorter.tsx'

/** The villages that miss such a person: what they would take, what they would mend, and who is nearly that. */
export function Openings(props: { gap: Gap; named: Named; isAll: boolean }) {
  const words = () => t().gaps.list
  return (
    <table class="table openings" aria-label={say(props.gap.words)}>
      <thead>
        <tr>
          <th scope="col">{words().village}</th>
          <th scope="col">{words().takes}</th>
          <th scope="col">{words().mends}</th>
          <th scope="col">
            {words().near}
            {t().separator}
            {words().steps}
          </th>
        </tr>
      </thead>
      <Shorter
        items={props.gap.openings}
        most={8}
        columns={4}
        more={words().more}
        isAll={props.isAll}
      >
        {(opening) => <OpeningRow gap={props.gap} opening={opening} named={props.named} />}
      </Shorter>
    </table>
  )
}

function OpeningRow(props: { gap: Gap; opening: Opening; named: Named }) {
  const nameOf = (id: string) => props.named.people.get(id)?.name ?? id
  return (
    <tr>
      <th scope="row">
        <A href={`/villages/${props.opening.village}`}>
          {villageIn(props.named, props.opening.village)}
        </A>
        <span class="hint block">{townshipIn(props.named, props.opening.village)}</span>
      </th>
      <td>
        {props.opening.posts.length > 0 ? postsText(props.opening.posts) : t().gaps.list.standsBy}
        <For each={props.opening.instead}>
          {({ talent, gives, holds }) => (
            <span class="hint block">
              {holds.length === 0
                ? t().gaps.list.leaves(briefName(nameOf(talent)), postsText(gives))
                : t().gaps.list.instead(
                    briefName(nameOf(talent)),
                    postsText(gives),
                    postsText(holds),
                  )}
            </span>
          )}
        </For>
      </td>
      <td class="small">
        <For each={props.opening.mends}>
          {(mended) => (
            <span class="block">
              {t().gaps.list.mendsAt(
                targetName(mended.target),
                plainNumber(mended.before),
                plainNumber(mended.after),
              )}
              <Show when={mended.village === null}> {t().gaps.list.whole}</Show>
            </span>
          )}
        </For>
      </td>
      <td>
        <Show
          when={props.opening.near.length > 0}
          fallback={<span class="hint">{t().gaps.list.nobodyNear}</span>}
        >
          <ul class="near-people">
            <For each={props.opening.near}>
              {(near) => (
                <NearPerson
                  near={near}
                  named={props.named}
                  plan={planHref(near.talent, props.opening, props.gap)}
                />
              )}
            </For>
          </ul>
        </Show>
      </td>
    </tr>
  )
}

function NearPerson(props: { near: Opening['near'][number]; named: Named; plan: string }) {
  const person = () => props.named.people.get(props.near.talent)
  const name = () => personName(person()?.name ?? props.near.talent)
  const steps = () => props.near.steps.map(({ words }) => say(words)).join(t().clause)
  return (
    <li>
      <A class="medium" href={`/talents/${props.near.talent}`} title={t().gaps.list.open(name())}>
        {name()}
      </A>{' '}
      <span class="hint">
        <Show when={person()}>{(known) => factsOf(known())}</Show>
      </span>
      <span class="small block">
        <Show when={props.near.steps.length > 0} fallback={t().gaps.list.noSteps}>
          <span class="chip">{t().gaps.list.stepCount(props.near.steps.length)}</span> {steps()}{' '}
          <A href={props.plan}>{t().cultivationPlan.gap}</A>
        </Show>
      </span>
    </li>
  )
}

/** Where a plan is made that brings the person there, with what the profile asks for. */
function planHref(talent: string, { village, posts }: Opening, { profile }: Gap): string {
  const asked = new URLSearchParams({
    ...{ make: '1', village },
    ...(posts.length > 0 && { posts: posts.join(',') }),
    ...(profile.education && { education: profile.education }),
    ...(profile.isPartyMember && { party: '1' }),
  })
  return `/talents/${talent}/cultivation?${asked}`
}
