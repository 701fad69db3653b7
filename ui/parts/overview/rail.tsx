import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Overview } from '../../overview.ts'
import { useRoles } from '../../session.ts'
import { type ToDoGroup, toDoOf } from '../../to-do.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { Skeleton, View } from '../states.tsx'
import { HREF_OF_GROUP, hrefOfPairs } from '../to-do/links.ts'
import { hrefOf } from './address.ts'
import { ColourWord } from './colours.tsx'

const w = () => t().overview
/** Kinds of work that are named beside the townships. */
const FIRST = 5

/** The villages to speak about first, with the reason of each. */
export function WorstCard(props: { overview: Overview }) {
  const worst = () =>
    props.overview.worst.flatMap(
      (code) => props.overview.villages.find((one) => one.code === code) ?? [],
    )
  const townshipOf = (code: string) =>
    props.overview.townships.find(({ township }) => township.code === code)?.township.name ?? ''
  return (
    <section class="card" aria-labelledby="worst">
      <div class="card-head">
        <h2 id="worst">{w().worst}</h2>
        <A class="push small" href={hrefOf({})}>
          {w().worstAll}
        </A>
      </div>
      <ol class="rail-list" aria-labelledby="worst">
        <For each={worst()} fallback={<li class="hint">{w().worstNone}</li>}>
          {(one) => (
            <li>
              <div class="rail-text">
                <A class="medium" href={`/villages/${one.code}`}>
                  {placeName(one.name)}
                </A>{' '}
                <span class="hint">{placeName(townshipOf(one.township))}</span>
                <Show when={one.words}>
                  {(words) => <p class="second small">{say(words())}</p>}
                </Show>
              </div>
              <ColourWord colour={one.colour} />
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

/** What waits for the account by kind, and what was assigned. */
export function ToDoCard(props: { overview: Overview }) {
  return (
    <section class="card" aria-labelledby="my-to-do">
      <div class="card-head">
        <h2 id="my-to-do">{w().toDo}</h2>
        <A class="push small" href="/to-do">
          {w().toDoAll}
        </A>
      </div>
      <View rows={4}>
        <Groups />
      </View>
      <Actions overview={props.overview} />
    </section>
  )
}

function Groups() {
  const answer = createAsync(() => toDoOf())
  const first = () =>
    (answer.latest ?? answer())?.groups
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => Number(b.late > 0) - Number(a.late > 0))
      .slice(0, FIRST)
  return (
    <Show when={first()} fallback={<Skeleton rows={4} />}>
      {(groups) => (
        <ul class="rail-list" aria-labelledby="my-to-do">
          <For each={groups()} fallback={<li class="hint">{w().toDoNone}</li>}>
            {(group) => <Group group={group} />}
          </For>
        </ul>
      )}
    </Show>
  )
}

function Group(props: { group: ToDoGroup }) {
  const has = useRoles()
  const { kind } = props.group
  const isLate = () => props.group.late > 0
  return (
    <li>
      <Mark state={isLate() ? 'missed' : 'unknown'} />
      <div class="rail-text">
        <span class="medium">{t().toDo.groups[kind]}</span>
        <p class="hint">
          {w().toDoItem(whole(props.group.count))}
          <Show when={isLate()}>
            {t().separator}
            <span class="low">{w().toDoLate(whole(props.group.late))}</span>
          </Show>
        </p>
      </div>
      <A
        class="button slim"
        href={kind === 'pairs' ? hrefOfPairs(has) : HREF_OF_GROUP[kind]}
        aria-label={`${w().open} ${t().toDo.groups[kind]}`}
      >
        {w().open}
      </A>
    </li>
  )
}

function Actions(props: { overview: Overview }) {
  const total = () => props.overview.total
  return (
    <p class="table-foot row wrap">
      <span class="hint">{w().actions}</span>
      <Show when={total().actionsOpen > 0} fallback={<span class="hint">{w().actionsNone}</span>}>
        <A href="/actions?state=open">{w().actionsOpen(whole(total().actionsOpen))}</A>
        <Show when={total().actionsLate > 0}>
          <A class="low" href="/actions?state=late">
            {w().actionsLate(whole(total().actionsLate))}
          </A>
        </Show>
      </Show>
    </p>
  )
}
