import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import type { Mentorship } from '../../types.ts'
import { t } from '../../words/index.ts'
import { EffectOnAsking } from '../growth/mentor-effect.tsx'
import { Icon } from '../icon.tsx'

/** An account as the county lists it, with the load that every office reads. */
export type MentorShown = {
  id: string
  name: string
  position: string | null
  state: 'active' | 'pending' | 'closed'
  load: { mentees: number; menteesMax: number } | null
}

/** A mentor with the mentees, and with those of before. */
export function MentorWithMentees(props: {
  mentor: MentorShown
  links: Mentorship[]
  add: () => void
  end: (link: Mentorship) => void
  handOver: () => void
  profile: () => void
}) {
  const has = useRoles()
  const going = () => props.links.filter(isGoingOn)
  const past = () => props.links.filter((link) => !isGoingOn(link))
  return (
    <section class="card" aria-label={props.mentor.name}>
      <div class="card-head">
        <span class="avatar" aria-hidden="true">
          {props.mentor.name.charAt(0)}
        </span>
        <h2>{personName(props.mentor.name)}</h2>
        <span class="hint">{props.mentor.position}</span>
        <Show when={props.mentor.load}>
          {(load) => (
            <span class="hint nowrap">
              {t().mentorships.load(load().mentees, load().menteesMax)}
            </span>
          )}
        </Show>
        <Show when={props.mentor.state !== 'active'}>
          <span class="pill unknown">
            {props.mentor.state === 'pending' ? t().mentorships.pending : t().mentorships.closed}
          </span>
        </Show>
        <Show when={props.mentor.state !== 'closed'}>
          <button
            type="button"
            class="button slim push"
            aria-label={t().mentorships.addTo(props.mentor.name)}
            onClick={() => props.add()}
          >
            <Icon name="plus" />
            {t().mentorships.add}
          </button>
        </Show>
      </div>
      <ul class="mentees">
        <For each={going()} fallback={<li class="hint">{t().mentorships.noMentees}</li>}>
          {(link) => (
            <li>
              <A class="medium" href={`/talents/${link.talent.id}`}>
                {personName(link.talent.name)}
              </A>
              <span class="hint">{t().mentorships.since(link.startedOn)}</span>
              <button
                type="button"
                class="button slim push"
                aria-label={t().mentorships.endOf(link.talent.name)}
                onClick={() => props.end(link)}
              >
                {t().mentorships.end}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={past().length > 0}>
        <details class="past">
          <summary>
            <Icon name="right" />
            {t().mentorships.past(past().length)}
          </summary>
          <ul class="mentees">
            <For each={past()}>
              {(link) => (
                <li>
                  {personName(link.talent.name) || t().unknown}
                  <span class="hint">
                    {t().mentorships.period(link.startedOn, link.endedOn ?? '')}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <p class="mentor-foot">
        <Show when={props.mentor.load}>
          <button
            type="button"
            class="button plain slim"
            aria-label={t().mentorships.profile.title(props.mentor.name)}
            onClick={() => props.profile()}
          >
            {t().mentorships.profile.open}
          </button>
        </Show>
        <Show when={going().length > 0}>
          <button
            type="button"
            class="button plain slim"
            aria-label={t().mentorships.handing.title(props.mentor.name)}
            onClick={() => props.handOver()}
          >
            {t().mentorships.handing.open}
          </button>
        </Show>
      </p>
      <Show when={has('county') && going().length > 0}>
        <EffectOnAsking mentor={props.mentor.id} />
      </Show>
    </section>
  )
}

export const isGoingOn = ({ endedOn }: Mentorship) => endedOn === null
