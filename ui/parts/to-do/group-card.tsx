import { A, useAction } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { remind } from '../../review.ts'
import { useRoles } from '../../session.ts'
import type { GroupKind, ToDoGroup, ToDoItem } from '../../to-do.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Mark, StateWord } from '../mark.tsx'
import { HREF_OF_GROUP, hrefOfItem, hrefOfPairs } from './links.ts'

/** One kind of work: how much, the first of it, and the way to all of it. */
export function GroupCard(props: { group: ToDoGroup; say: (text: string) => void }) {
  const has = useRoles()
  const kind = () => props.group.kind
  const id = () => `to-do-${kind()}`
  return (
    <section class="card to-do-group" aria-labelledby={id()}>
      <div class="card-head">
        <h2 id={id()}>{t().toDo.groups[kind()]}</h2>
        <span class="chip accent">{t().toDo.count(whole(props.group.count))}</span>
        <Show when={props.group.late > 0 && kind() !== 'late'}>
          <StateWord state="missed">{t().toDo.late(whole(props.group.late))}</StateWord>
        </Show>
        <span class="hint">{t().toDo.hints[kind()]}</span>
        <Show when={kind() === 'late'}>
          <RemindThese items={props.group.items} say={props.say} />
        </Show>
      </div>
      <ul class="to-do-items">
        <For each={props.group.items}>{(item) => <Item kind={kind()} item={item} />}</For>
      </ul>
      <Show when={props.group.count > props.group.items.length}>
        <p class="table-foot">
          <A href={kind() === 'pairs' ? hrefOfPairs(has) : HREF_OF_GROUP[kind()]}>
            {t().toDo.all(whole(props.group.count))}
          </A>
        </p>
      </Show>
    </section>
  )
}

function Item(props: { kind: GroupKind; item: ToDoItem }) {
  const has = useRoles()
  return (
    <li>
      <A href={hrefOfItem(has, props.kind, props.item)}>
        <span class="to-do-who">
          <span class="medium">{nameOf(props.kind, props.item)}</span>
          <Show when={props.item.place}>
            {(place) => <span class="second">{placeName(place().name)}</span>}
          </Show>
        </span>
        <span class="second to-do-stage">{stageOf(props.kind, props.item)}</span>
        <When kind={props.kind} item={props.item} />
        <Icon name="right" />
      </A>
    </li>
  )
}

function nameOf(kind: GroupKind, { name }: ToDoItem): string {
  if (name !== null) return personName(name)
  if (kind === 'readiness') return t().toDo.actionOf
  return kind === 'applications' ? t().toDo.applicant : t().toDo.nobodyYet
}

function stageOf(kind: GroupKind, { stage, waitsFor }: ToDoItem): string {
  if (kind === 'talks' || !stage) return ''
  const words = say(stage)
  return kind === 'late' && waitsFor ? [words, t().toDo.waits[waitsFor]].join(t().separator) : words
}

/** When it is due, or how long it has waited where nothing is due. */
function When(props: { kind: GroupKind; item: ToDoItem }) {
  const answer = () => (props.kind === 'expiring' ? props.item.validUntil : null)
  return (
    <Show when={answer()} fallback={<Due kind={props.kind} item={props.item} />}>
      {(day) => {
        const hasEnded = () => day() < new Date().toISOString().slice(0, 10)
        return (
          <span class={`state ${hasEnded() ? 'missed' : 'weak'}`}>
            <Mark state={hasEnded() ? 'missed' : 'weak'} />
            {hasEnded() ? t().toDo.ended(day()) : t().toDo.validUntil(day())}
          </span>
        )
      }}
    </Show>
  )
}

function Due(props: { kind: GroupKind; item: ToDoItem }) {
  const days = () => Math.floor((Date.now() - Date.parse(props.item.since)) / 86_400_000)
  const isToday = () => props.item.dueOn === new Date().toISOString().slice(0, 10)
  return (
    <Show
      when={props.item.lateDays > 0}
      fallback={
        <span class={isToday() ? 'state weak' : 'hint'}>
          <Show when={isToday()}>
            <Mark state="weak" />
          </Show>
          {dueText(props.kind, props.item, days(), isToday())}
        </span>
      }
    >
      <StateWord state="missed">{t().toDo.lateDays(props.item.lateDays)}</StateWord>
    </Show>
  )
}

function dueText(kind: GroupKind, { dueOn, since }: ToDoItem, days: number, isToday: boolean) {
  if (kind === 'drafts') return t().toDo.savedOn(since.slice(0, 10))
  if (isToday) return t().toDo.today
  return dueOn === null ? t().toDo.since(Math.max(0, days)) : t().toDo.due(dueOn)
}

function RemindThese(props: { items: ToDoItem[]; say: (text: string) => void }) {
  const send = useAction(remind)
  const sending = createSending(async () => {
    const { told, nominees } = await send(props.items.flatMap(({ nominee }) => nominee ?? []))
    props.say(
      nominees === 0 ? t().toDo.remindedNone : t().toDo.reminded(whole(told), whole(nominees)),
    )
  })
  return (
    <>
      <button
        type="button"
        class="button slim push"
        aria-disabled={sending.isBusy()}
        onClick={() => void sending.start()}
      >
        <Icon name="bell" />
        {sending.isBusy() ? t().toDo.reminding : t().toDo.remind}
      </button>
      <Refusal problem={sending.problem()} />
    </>
  )
}
