import { A, createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { dayAndTime } from '../format.ts'
import { type Home, type MentoringHome, mentoringOf } from '../mentoring.ts'
import { Icon } from '../parts/icon.tsx'
import { DueList } from '../parts/mentoring/due-list.tsx'
import { MenteeList, MenteeRows } from '../parts/mentoring/mentees.tsx'
import { Proposals } from '../parts/mentoring/proposals.tsx'
import { SaidNote } from '../parts/mentoring/said-note.tsx'
import { WaitingCard } from '../parts/mentoring/waiting-card.tsx'
import { MentoringWork } from '../parts/mentoring/work.tsx'
import { isPhone } from '../parts/phone.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** Who is due, and the way to log: a list on a phone, the whole work at a desk. */
export function Mentoring() {
  return (
    <View rows={8}>
      <Title text={t().mentoring.title} />
      <Page />
    </View>
  )
}

function Page() {
  const answer = createAsync(() => mentoringOf())
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <Head answer={known()} />
          <SaidNote />
          <WaitingCard />
          <Proposals proposals={known().home.proposals} />
          <Show when={known().home.mentees.length > 0} fallback={<Nobody />}>
            <Show when={isPhone()} fallback={<Desk home={known().home} />}>
              <Phone home={known().home} />
            </Show>
          </Show>
        </>
      )}
    </Show>
  )
}

function Head(props: { answer: Home }) {
  const home = () => props.answer.home
  return (
    <div class="page-head mentoring-head">
      <h1>{t().mentoring.title}</h1>
      <span class="hint">
        {t().mentoring.facts(
          home().counts.mentees,
          home().counts.quarterSessions,
          home().meetEveryDays,
        )}
        <Show when={props.answer.keptAt}>
          {(at) => <> {t().mentoring.offline.seen(dayAndTime(at()))}</>}
        </Show>
      </span>
      <A class="button push desk-only" href="/mentoring/print">
        <Icon name="table" />
        {t().mentoring.print.open}
      </A>
    </div>
  )
}

function Nobody() {
  return (
    <section class="card">
      <Blank icon="cap" title={t().mentoring.empty.title} text={t().mentoring.empty.text} />
    </section>
  )
}

function Phone(props: { home: MentoringHome }) {
  return (
    <>
      <A class="button primary log-now" href="/mentoring/log">
        <Icon name="pencil" />
        {t().mentoring.log}
      </A>
      <section class="card" aria-labelledby="due-title">
        <div class="card-head">
          <h2 id="due-title">{t().mentoring.due}</h2>
          <span class="chip accent">{props.home.due.length}</span>
        </div>
        <Show
          when={props.home.due.length > 0}
          fallback={<p class="hint card-body">{t().mentoring.nothingDue}</p>}
        >
          <DueList due={props.home.due} />
        </Show>
      </section>
      <section class="card" aria-labelledby="mentees-title">
        <div class="card-head">
          <h2 id="mentees-title">{t().mentoring.mentees}</h2>
          <span class="hint">{t().mentoring.people(props.home.mentees.length)}</span>
        </div>
        <MenteeRows mentees={props.home.mentees} />
      </section>
    </>
  )
}

function Desk(props: { home: MentoringHome }) {
  const [search, setSearch] = useSearchParams<{ talent?: string }>()
  const of = (id: string | undefined) => props.home.mentees.find(({ talent }) => talent.id === id)
  /** Who is most urgent, where nobody is named. */
  const chosen = () =>
    of(search.talent) ?? of(props.home.due[0]?.talent.id) ?? props.home.mentees[0]!
  return (
    <div class="mentoring-grid">
      <MenteeList
        home={props.home}
        chosen={chosen().talent.id}
        choose={(talent) => setSearch({ talent }, { replace: true, scroll: false })}
      />
      <MentoringWork home={props.home} mentee={chosen()} />
    </div>
  )
}
