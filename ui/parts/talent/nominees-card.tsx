import { A, createAsync, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { nomineesOfTalent } from '../../review.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { outcomeOf, seatOf, shortDay } from '../review/say.ts'

/** In which rounds somebody was nominated, and where each of them stands. */
export function NomineesCard(props: { id: string }) {
  const location = useLocation()
  const answer = createAsync(() => nomineesOfTalent(props.id))
  return (
    <section class="card" aria-labelledby="nominees-of">
      <div class="card-head">
        <h2 id="nominees-of">{t().review.person.title}</h2>
      </div>
      <div class="card-body">
        <ul class="nominations">
          <For
            each={answer()?.nominees}
            fallback={<li class="hint">{t().review.empty.ofPerson}</li>}
          >
            {(one) => (
              <li>
                <p class="row wrap">
                  <A
                    class="medium"
                    href={`/review?round=${one.round.id}&tab=${one.state === 'open' ? 'open' : 'ended'}&nominee=${one.id}`}
                    state={{ list: `${location.pathname}${location.search}` }}
                  >
                    {one.round.name}
                  </A>
                  <span class="hint">{seatOf(one)}</span>
                </p>
                <p class="row wrap small">
                  <Mark state={one.state === 'settled' ? 'met' : 'unknown'} />
                  <Show when={one.state === 'open' && one.stage} fallback={outcomeOf(one)}>
                    {(stage) => <>{say(stage())}</>}
                  </Show>
                  <span class="hint">{t().review.person.since(shortDay(one.since))}</span>
                </p>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}
