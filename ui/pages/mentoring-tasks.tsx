import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { type MentoringHome, mentoringOf } from '../mentoring.ts'
import { DueList } from '../parts/mentoring/due-list.tsx'
import { SaidNote } from '../parts/mentoring/said-note.tsx'
import { TaskList } from '../parts/mentoring/task-list.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** What is due of every mentee, and the tasks that are not due yet. */
export function MentoringTasks() {
  return (
    <View rows={6}>
      <Title text={t().mentoring.tasks.title} />
      <Page />
    </View>
  )
}

function Page() {
  const answer = createAsync(() => mentoringOf())
  return <Show when={answer()}>{(known) => <Tasks home={known().home} />}</Show>
}

function Tasks(props: { home: MentoringHome }) {
  const late = () => props.home.due.filter(({ lateDays }) => lateDays > 0).length
  const items = () => props.home.due.filter(({ kind }) => kind === 'item')
  const others = () => props.home.due.filter(({ kind }) => kind !== 'item')
  return (
    <>
      <div class="page-head">
        <h1>{t().mentoring.tasks.title}</h1>
        <span class="hint">
          {t().mentoring.tasks.facts(late(), props.home.due.length - late())}
        </span>
      </div>
      <SaidNote />
      <Show when={props.home.due.length > 0} fallback={<Nothing />}>
        <Show when={items().length > 0}>
          <section class="card" aria-labelledby="tasks-items">
            <div class="card-head">
              <h2 id="tasks-items">{t().mentoring.tasks.kind.item}</h2>
              <span class="chip accent">{items().length}</span>
            </div>
            <TaskList due={items()} />
          </section>
        </Show>
        <Show when={others().length > 0}>
          <section class="card" aria-labelledby="tasks-others">
            <div class="card-head">
              <h2 id="tasks-others">{t().mentoring.tasks.othersTitle}</h2>
              <span class="chip accent">{others().length}</span>
            </div>
            <DueList due={others()} />
          </section>
        </Show>
      </Show>
      <Later home={props.home} />
    </>
  )
}

function Nothing() {
  return (
    <section class="card">
      <Blank
        icon="check"
        title={t().mentoring.empty.noneDue}
        text={t().mentoring.empty.noneDueText}
      />
    </section>
  )
}

function Later(props: { home: MentoringHome }) {
  const later = () => laterOf(props.home)
  return (
    <Show when={later().length > 0}>
      <section class="card" aria-labelledby="tasks-later">
        <div class="card-head">
          <h2 id="tasks-later">{t().mentoring.tasks.open}</h2>
          <span class="chip">{later().length}</span>
        </div>
        <TaskList due={later()} />
      </section>
    </Show>
  )
}

/** Of every mentee what is neither due nor done, in the order of its days. */
function laterOf({ mentees, due }: MentoringHome) {
  const known = new Set(due.map(({ item }) => item))
  return mentees
    .flatMap(({ talent, items }) => items.map((item) => ({ talent, item })))
    .filter(({ item }) => !known.has(item.id))
    .map(({ talent, item: { id, aim, dueOn, lateDays, state } }) => ({
      ...{ talent, item: id, on: dueOn, lateDays, words: { zh: aim, en: aim } },
      isReported: state === 'reported',
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}
