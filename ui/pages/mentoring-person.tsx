import { A, createAsync, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { type Mentee, type MentoringHome, mentoringOf } from '../mentoring.ts'
import { personName, placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { DueLine } from '../parts/mentoring/due-list.tsx'
import { NotesCard } from '../parts/mentoring/notes-card.tsx'
import { OpinionCard } from '../parts/mentoring/opinion-card.tsx'
import { PlanCard } from '../parts/mentoring/plan-card.tsx'
import { RecordsCard } from '../parts/mentoring/records-card.tsx'
import { SaidNote } from '../parts/mentoring/said-note.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { say, t } from '../words/index.ts'

/** One mentee on a phone: what is due, the plan, what was, and what is private. */
export function MentoringPerson() {
  return (
    <View rows={8}>
      <Title text={t().mentoring.title} />
      <Page />
    </View>
  )
}

function Page() {
  const params = useParams<{ talent: string }>()
  const answer = createAsync(() => mentoringOf())
  const mentee = () => answer()?.home.mentees.find(({ talent }) => talent.id === params.talent)
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <nav class="crumbs" aria-label={t().mentoring.mentees}>
            <A href="/mentoring">
              <Icon name="left" />
              {t().mentoring.mentees}
            </A>
          </nav>
          <Show when={mentee()} fallback={<Gone />}>
            {(found) => <Person home={known().home} mentee={found()} />}
          </Show>
        </>
      )}
    </Show>
  )
}

function Gone() {
  return (
    <section class="card">
      <Blank icon="cap" title={t().mentoring.gone.title} text={t().mentoring.gone.text} />
    </section>
  )
}

function Person(props: { home: MentoringHome; mentee: Mentee }) {
  const talent = () => props.mentee.talent
  return (
    <>
      <div class="page-head">
        <h1>{personName(talent().name)}</h1>
        <span class="hint">
          {[
            placeName(props.mentee.village.name),
            props.mentee.line ? say(props.mentee.line) : t().mentoring.noLine,
            t().mentoring.sessionsOfQuarter(props.mentee.quarterSessions),
          ].join(t().separator)}
        </span>
      </div>
      <SaidNote />
      <DueLine due={props.mentee.due} />
      <A class="button primary log-now" href={`/mentoring/log?talent=${talent().id}`}>
        <Icon name="pencil" />
        {t().mentoring.log}
      </A>
      <PlanCard talent={talent()} />
      <RecordsCard talent={talent().id} />
      <OpinionCard home={props.home} talent={talent()} />
      <NotesCard talent={talent().id} />
    </>
  )
}
