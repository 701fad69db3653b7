import { A, createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type MentoringHome, mentoringOf, recordsOf, type SessionPage } from '../mentoring.ts'
import { personName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { MentorEffect } from '../parts/growth/mentor-effect.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { InstallLine } from '../parts/mentoring/install.tsx'
import { nameIn } from '../parts/mentoring/log-form.tsx'
import { FromServer } from '../parts/mentoring/needs-network.tsx'
import { RecordLine } from '../parts/mentoring/record-line.tsx'
import { SaidNote } from '../parts/mentoring/said-note.tsx'
import { WaitingCard } from '../parts/mentoring/waiting-card.tsx'
import { OwnProfile } from '../parts/mentorships/own-profile.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** The own sessions, what still waits on this machine, and the way to what is not of every day. */
export function MentoringMine() {
  return (
    <View rows={8}>
      <Title text={t().mentoring.mine.title} />
      <Page />
    </View>
  )
}

function Page() {
  const answer = createAsync(() => mentoringOf())
  const [search, setSearch] = useSearchParams<{ talent?: string }>()
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <div class="page-head">
            <h1>{t().mentoring.mine.title}</h1>
          </div>
          <SaidNote />
          <WaitingCard />
          <Ways />
          <OwnProfile />
          <Records
            home={known().home}
            talent={search.talent ?? ''}
            choose={(talent) => setSearch({ talent: talent || null }, { scroll: false })}
          />
          <MentorEffect />
        </>
      )}
    </Show>
  )
}

function Ways() {
  const words = () => t().mentoring.mine
  const ways = (): { href: string; icon: IconName; name: string }[] => [
    { href: '/mentoring/print', icon: 'table', name: words().print },
    { href: '/talents', icon: 'people', name: words().portraits },
    { href: '/to-do', icon: 'bell', name: t().toDo.title },
    { href: '/courses', icon: 'book', name: t().courses.title },
    { href: '/account', icon: 'shield', name: words().account },
  ]
  return (
    <ul class="card ways">
      <For each={ways()}>
        {({ href, icon, name }) => (
          <li>
            <A href={href}>
              <Icon name={icon} />
              {name}
              <Icon name="right" />
            </A>
          </li>
        )}
      </For>
      <InstallLine />
    </ul>
  )
}

function Records(props: { home: MentoringHome; talent: string; choose: (talent: string) => void }) {
  return (
    <section class="card" aria-labelledby="own-records">
      <div class="card-head">
        <h2 id="own-records">{t().mentoring.mine.records}</h2>
        <span class="hint">{t().mentoring.mine.recordsHint}</span>
      </div>
      <div class="card-body records-of">
        <SelectField
          label={t().mentoring.records.of}
          value={props.talent}
          set={props.choose}
          none={t().mentoring.records.everybody}
          choices={props.home.mentees.map(({ talent }) => ({
            value: talent.id,
            name: personName(talent.name),
          }))}
        />
      </div>
      <Show when={`of ${props.talent}`} keyed>
        {(_) => <Pages home={props.home} talent={props.talent || null} />}
      </Show>
    </section>
  )
}

/** Each page asks for the next when its button is pressed. */
function Pages(props: { home: MentoringHome; talent: string | null }) {
  const [befores, setBefores] = createSignal<(string | null)[]>([null])
  return (
    <For each={befores()}>
      {(before, at) => (
        <FromServer read={() => recordsOf(props.talent, before)}>
          {(page) => (
            <OnePage
              {...{ home: props.home, page: page() }}
              isLast={at() === befores().length - 1}
              more={(next) => setBefores((all) => [...all, next])}
            />
          )}
        </FromServer>
      )}
    </For>
  )
}

function OnePage(props: {
  home: MentoringHome
  page: SessionPage
  isLast: boolean
  more: (before: string) => void
}) {
  return (
    <Show when={props.page.sessions.length > 0} fallback={<NoRecords />}>
      <ul class="record-list">
        <For each={props.page.sessions}>
          {(session) => (
            <RecordLine session={session} name={nameIn(props.home, session.talent)} isWhole />
          )}
        </For>
      </ul>
      <Show when={props.isLast && props.page.next}>
        {(next) => (
          <button type="button" class="button card-foot" onClick={() => props.more(next())}>
            {t().mentoring.records.more}
          </button>
        )}
      </Show>
    </Show>
  )
}

function NoRecords() {
  return (
    <Blank
      icon="paper"
      title={t().mentoring.empty.noRecords}
      text={t().mentoring.empty.noRecordsText}
    />
  )
}
