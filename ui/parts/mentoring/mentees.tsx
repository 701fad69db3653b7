import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Mentee, MentoringHome } from '../../mentoring.ts'
import { personName, placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { shortDay } from './days.ts'
import { DueLine } from './due-list.tsx'
import { TaskList } from './task-list.tsx'

const lineOf = ({ village, line }: Mentee) =>
  [placeName(village.name), line ? say(line) : t().mentoring.noLine].join(t().separator)

/** On a phone: the person, what they do now, and one tap to log. */
export function MenteeRows(props: { mentees: readonly Mentee[] }) {
  return (
    <ul class="mentee-rows">
      <For each={props.mentees}>
        {(mentee) => (
          <li>
            <Avatar name={mentee.talent.name} />
            <A class="mentee-who" href={`/mentoring/people/${mentee.talent.id}`}>
              <b class="medium">{personName(mentee.talent.name)}</b>
              <span class="hint">{lineOf(mentee)}</span>
            </A>
            <A
              class="button push"
              href={`/mentoring/log?talent=${mentee.talent.id}`}
              aria-label={t().mentoring.logFor(personName(mentee.talent.name))}
            >
              <Icon name="pencil" />
              {t().mentoring.logShort}
            </A>
          </li>
        )}
      </For>
    </ul>
  )
}

/** At a desk: whoever is chosen is what the rest of the page is about. */
export function MenteeList(props: {
  home: MentoringHome
  chosen: string
  choose: (talent: string) => void
}) {
  const items = () => props.home.due.filter(({ kind }) => kind === 'item')
  return (
    <section class="card mentee-list" aria-labelledby="mentees-title">
      <div class="card-head">
        <h2 id="mentees-title">{t().mentoring.mentees}</h2>
        <span class="hint">{t().mentoring.menteesHint}</span>
      </div>
      <ul class="mentee-lines">
        <For each={props.home.mentees}>
          {(mentee) => (
            <li>
              <button
                type="button"
                aria-pressed={mentee.talent.id === props.chosen}
                onClick={() => props.choose(mentee.talent.id)}
              >
                <Avatar name={mentee.talent.name} />
                <span class="mentee-who">
                  <b class="medium">{personName(mentee.talent.name)}</b>
                  <span class="hint">{lineOf(mentee)}</span>
                  <DueLine due={mentee.due} />
                </span>
                <LastMet day={mentee.lastOn} />
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="card-head mentee-tasks">
        <h2>{t().mentoring.tasks.title}</h2>
        <span class="chip accent">{items().length}</span>
      </div>
      <TaskList due={items()} />
    </section>
  )
}

function LastMet(props: { day: string | null }) {
  return (
    <span class="hint last-met">
      <Show when={props.day} fallback={t().mentoring.neverMet}>
        {(day) => (
          <>
            {t().mentoring.last}
            <br />
            {shortDay(day())}
          </>
        )}
      </Show>
    </span>
  )
}

/** The surname's first character; the name stands beside it. */
function Avatar(props: { name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {props.name.charAt(0)}
    </span>
  )
}
