import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { whole } from '../format.ts'
import { Done } from '../parts/account/notices.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { CalendarButton } from '../parts/to-do/calendar-button.tsx'
import { GroupCard } from '../parts/to-do/group-card.tsx'
import { type ToDo as Answer, toDoOf } from '../to-do.ts'
import { t } from '../words/index.ts'

/** What waits for whoever is signed in, one card for each kind of work. */
export function ToDo() {
  const answer = createAsync(() => toDoOf())
  return (
    <View rows={8}>
      <Title text={t().toDo.title} />
      <Show when={answer()}>{(known) => <Work answer={known()} />}</Show>
    </View>
  )
}

function Work(props: { answer: Answer }) {
  const [said, setSaid] = createSignal<string | null>(null)
  const some = () => props.answer.groups.filter(({ count }) => count > 0)
  const none = () => props.answer.groups.filter(({ count }) => count === 0)
  const late = () =>
    some()
      .filter(({ kind }) => kind !== 'late')
      .reduce((sum, one) => sum + one.late, 0)
  return (
    <>
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{t().toDo.title}</h1>
          <span class="hint">
            {props.answer.total === 0
              ? t().toDo.factsNone
              : t().toDo.facts(whole(props.answer.total), whole(late()))}
          </span>
        </div>
        <Show when={props.answer.hasCalendarFile}>
          <CalendarButton say={setSaid} />
        </Show>
      </div>
      <Done text={said()} />
      <Show
        when={some().length > 0}
        fallback={
          <section class="card">
            <Blank icon="check" title={t().toDo.emptyTitle} text={t().toDo.emptyText} />
          </section>
        }
      >
        <div class="to-do-grid">
          <For each={some()}>{(group) => <GroupCard group={group} say={setSaid} />}</For>
        </div>
        <Show when={none().length > 0}>
          <p class="hint">
            {t().toDo.nothing(
              none()
                .map(({ kind }) => t().toDo.groups[kind])
                .join(t().comma),
            )}
          </p>
        </Show>
      </Show>
    </>
  )
}
