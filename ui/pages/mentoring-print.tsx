import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type MentoringHome, mentoringOf, recordsOf, type Session } from '../mentoring.ts'
import { unsent } from '../offline/entries.ts'
import { Icon } from '../parts/icon.tsx'
import { partsOfQuarter, quarterOf } from '../parts/mentoring/days.ts'
import { nameIn } from '../parts/mentoring/log-form.tsx'
import { FromServer } from '../parts/mentoring/needs-network.tsx'
import { nameOfQuarter } from '../parts/mentoring/opinion-card.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useSession } from '../session.ts'
import { say, t } from '../words/index.ts'

/** The sessions of the quarter as a sheet to sign. */
export function MentoringPrint() {
  return (
    <View rows={8}>
      <Title text={t().mentoring.print.title} />
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
          <div class="page-head paper-hidden">
            <A class="button" href="/mentoring">
              {t().mentoring.print.back}
            </A>
            <button type="button" class="button primary push" onClick={() => window.print()}>
              <Icon name="table" />
              {t().mentoring.print.do}
            </button>
          </div>
          <section class="card">
            <FromServer read={() => sessionsOf(known().home.quarter)}>
              {(sessions) => <Sheet home={known().home} sessions={sessions()} />}
            </FromServer>
          </section>
        </>
      )}
    </Show>
  )
}

/** All of the quarter that stand, the earliest first; pages come the latest first. */
async function sessionsOf(quarter: string): Promise<Session[]> {
  const found: Session[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof recordsOf>> = await recordsOf(null, before)
    const own = page.sessions.filter(({ heldOn }) => quarterOf(heldOn) === quarter)
    found.push(...own.filter(({ takenBack }) => takenBack === null))
    const isPast = page.sessions.some(({ heldOn }) => quarterOf(heldOn) < quarter)
    before = isPast ? null : page.next
  } while (before !== null)
  return found.sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
}

function Sheet(props: { home: MentoringHome; sessions: readonly Session[] }) {
  const { account } = useSession()
  const words = () => t().mentoring.print
  const quarter = () =>
    words().quarter(partsOfQuarter(props.home.quarter).year, nameOfQuarter(props.home.quarter))
  const people = () => new Set(props.sessions.map(({ talent }) => talent)).size
  return (
    <div class="mentoring-sheet">
      <h1>{words().title}</h1>
      <p>{words().facts(account().name, quarter())}</p>
      <Show when={props.sessions.length > 0} fallback={<p class="hint">{words().none}</p>}>
        <section class="scroll" tabindex="0" aria-label={words().title}>
          <SheetTable home={props.home} sessions={props.sessions} />
        </section>
        <p>{words().sums(people(), props.sessions.length)}</p>
      </Show>
      <Show when={unsent() > 0}>
        <p class="note weak">{words().unsent(unsent())}</p>
      </Show>
      <p class="sheet-signature">
        <span>{words().signature}</span>
        <span>{words().date}</span>
      </p>
    </div>
  )
}

function SheetTable(props: { home: MentoringHome; sessions: readonly Session[] }) {
  const head = () => t().mentoring.print.head
  return (
    <table class="table">
      <thead>
        <tr>
          <For each={Object.values(head())}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.sessions}>
          {(session) => (
            <tr>
              <td class="nowrap">{session.heldOn}</td>
              <td class="nowrap">{nameIn(props.home, session.talent)}</td>
              <td class="nowrap">{t().mentoring.way[session.way]}</td>
              <td class="nowrap">{t().mentoring.minutes(session.minutes)}</td>
              <td>{say(session.topic.words)}</td>
              <td>{session.agreed}</td>
              <td class="nowrap">{t().mentoring.progress[session.progress ?? 'unknown']}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
