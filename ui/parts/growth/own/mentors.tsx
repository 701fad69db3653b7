import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { personName } from '../../../names.ts'
import { t } from '../../../words/index.ts'

/** Who looks after the person now; earlier ones behind them. */
export function OwnMentors(props: { mentors: OwnCultivation['mentors'] }) {
  const words = () => t().growth.own
  const sorted = () =>
    props.mentors.toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))
  return (
    <dl class="own-mentors">
      <dt>{words().mentors}</dt>
      <dd>
        <Show
          when={props.mentors.length > 0}
          fallback={<span class="hint">{words().noMentor}</span>}
        >
          <For each={sorted()}>
            {({ name, position, startedOn, endedOn }) => (
              <span class="block">
                <span class="medium">{personName(name)}</span>{' '}
                <span class="hint">
                  {[
                    position,
                    endedOn === null
                      ? words().mentorSince(startedOn)
                      : words().mentorSpan(startedOn, endedOn),
                  ]
                    .filter(Boolean)
                    .join(t().separator)}
                </span>
              </span>
            )}
          </For>
        </Show>
      </dd>
    </dl>
  )
}
