import { Show } from 'solid-js'
import { clockTime, whole } from '../../format.ts'
import type { Figures } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

type Live = {
  isLost: () => boolean
  counting: () => { done: number; total: number } | null
}

/** Whether what is on the screen still follows, and whether villages are still being counted. */
export function LiveNote(props: { live: Live; total: Figures; countedAt: string | null }) {
  const w = () => t().overview
  const at = () => (props.countedAt === null ? t().dash : clockTime(new Date(props.countedAt)))
  const isCounting = () => props.total.counted < props.total.villages
  const done = () =>
    props.live.counting() ?? { done: props.total.counted, total: props.total.villages }
  return (
    <>
      <Show when={props.live.isLost()}>
        <div class="note weak" role="status">
          <Icon name="offline" />
          <span>
            <b>{w().lost}</b>
            {w().lostAt(at())}
          </span>
        </div>
      </Show>
      <Show when={isCounting()}>
        <div class="note accent" role="status">
          <Icon name="clock" />
          <span>
            <b>{w().counting(whole(done().done), whole(done().total))}</b> {w().countingHint}
          </span>
        </div>
      </Show>
    </>
  )
}
