import { A, createAsync } from '@solidjs/router'
import { For } from 'solid-js'
import { personName } from '../../names.ts'
import { mentorsOf } from '../../people.ts'
import { t } from '../../words/index.ts'

/** Who looks after the person now. */
export function MentorCard(props: { id: string }) {
  const answer = createAsync(() => mentorsOf(props.id))
  const going = () => answer.latest?.mentorships.filter(({ endedOn }) => endedOn === null)
  return (
    <section class="card" aria-labelledby="mentor">
      <div class="card-head">
        <h2 id="mentor">{t().talent.mentor}</h2>
        <A class="push small" href={`/mentorships?talent=${props.id}`}>
          {t().talent.arrange}
        </A>
      </div>
      <ul class="card-body lines">
        <For each={going()} fallback={<li class="hint">{t().talent.noMentor}</li>}>
          {({ mentor, startedOn }) => (
            <li>
              <span class="medium">{personName(mentor.name)}</span>{' '}
              <span class="hint">
                {[mentor.position, t().talent.since(startedOn)].filter(Boolean).join(t().separator)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
