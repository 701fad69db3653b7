import { For, Show } from 'solid-js'
import type { NearRow } from '../../growth.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'

type Seats = NearRow['seats']

/** Posts village by village; at home the village is not named again. */
export function SeatLines(props: { seats: Seats; home: string }) {
  return (
    <For each={props.seats}>
      {({ village, posts }) => (
        <span class="block">
          <Show when={village.code !== props.home}>
            <span class="medium">{placeName(village.name)}</span>{' '}
          </Show>
          {posts.map((post) => t().post[post]).join(t().comma)}
        </span>
      )}
    </For>
  )
}

export function Approvals(props: { seats: Seats }) {
  const levels = () => [...new Set(props.seats.flatMap(({ approvals }) => approvals))]
  return (
    <Show when={levels().length > 0}>
      <span class="hint block">
        {t().growth.near.approval(
          levels()
            .map((level) => t().growth.near.level[level])
            .join(t().comma),
        )}
      </span>
    </Show>
  )
}
