import { A, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Nominee } from '../../review.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'
import { factsOf } from '../person-line.tsx'
import { outcomeOf, postsOf, shortDay } from './say.ts'
import { Stages } from './stages.tsx'

/** Who it is, what they are proposed for, by whom, and how far they are. */
export function NomineeHead(props: { nominee: Nominee }) {
  const location = useLocation()
  const here = () => `${location.pathname}${location.search}`
  return (
    <section class="card nominee-head" aria-labelledby="nominee-name">
      <div class="card-head">
        <h2 id="nominee-name" tabindex="-1">
          {personName(props.nominee.talent.name)}
        </h2>
        <span class="hint">{factsOf(props.nominee.talent)}</span>
        <span class="row wrap push">
          <Show when={props.nominee.maySeePortrait}>
            <A
              class="button slim"
              href={`/talents/${props.nominee.talent.id}`}
              state={{ list: here() }}
            >
              {t().review.portrait}
            </A>
          </Show>
          <A
            class="button slim"
            href={`/review/${props.nominee.id}/print`}
            state={{ list: here() }}
          >
            {t().review.print}
          </A>
        </span>
        <p class="nominee-seat">
          {proposedOf(props.nominee)}
          <span class="hint">
            {t().separator}
            {channelOf(props.nominee)}
            {t().separator}
            {props.nominee.round.name}
          </span>
        </p>
        <Standing nominee={props.nominee} />
      </div>
      <Stages nominee={props.nominee} />
    </section>
  )
}

function Standing(props: { nominee: Nominee }) {
  return (
    <Show
      when={props.nominee.state === 'open'}
      fallback={
        <StateWord state={props.nominee.state === 'settled' ? 'met' : 'unknown'}>
          {outcomeOf(props.nominee)}
        </StateWord>
      }
    >
      <Show when={props.nominee.dueOn}>
        {(day) => (
          <Show
            when={props.nominee.lateDays > 0}
            fallback={
              <span class="hint">
                <Icon name="clock" /> {t().review.dueOn(day())}
              </span>
            }
          >
            <StateWord state="weak">{t().review.overdue(props.nominee.lateDays)}</StateWord>
          </Show>
        )}
      </Show>
    </Show>
  )
}

function proposedOf({ target }: Nominee): string {
  const place = target.village ?? target.township
  const posts =
    target.posts.length === 0 ? t().review.poolOnly : t().review.proposed(postsOf(target.posts))
  return [placeName(place.name), posts].join(t().separator)
}

/** How they came in: each channel once, with the day of the first nomination. */
function channelOf({ nominations }: Nominee): string {
  const standing = nominations.filter(({ withdrawnAt }) => withdrawnAt === null)
  const first = standing[0]
  if (!first) return t().review.empty.noNominations
  const channels = [...new Set(standing.map(({ channel }) => t().review.channel[channel]))]
  return `${channels.join(t().comma)} ${shortDay(first.createdAt)}`
}
