import { For } from 'solid-js'
import type { Nominee, StageOfPath } from '../../review.ts'
import { say, t } from '../../words/index.ts'
import { shortDay } from './say.ts'

/** The way from the nomination to the end: forward only, each stage with the day on which it was left. */
export function Stages(props: { nominee: Nominee }) {
  return (
    <ol class="steps-line" aria-label={t().review.stages}>
      <For each={props.nominee.path}>
        {(stage) => (
          <li class={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
            <b>{say(stage.words)}</b>
            <span>{underOf(props.nominee, stage)}</span>
          </li>
        )}
      </For>
    </ol>
  )
}

function underOf(nominee: Nominee, stage: StageOfPath): string {
  if (stage.state === 'done') return stage.at ? shortDay(stage.at) : t().dash
  if (stage.state === 'ahead') return t().review.ahead
  if (nominee.state !== 'open') return t().review.state[nominee.state]
  const { departments, noticeEndsOn } = nominee
  if (stage.kind === 'joint-review' && departments) {
    const passed = departments.filter(({ state }) => state === 'pass').length
    return t().review.jointNow(passed, departments.length)
  }
  if (stage.kind === 'notice' && noticeEndsOn) return t().review.noticeNow(shortDay(noticeEndsOn))
  if (stage.signers.length === 0) return t().review.current
  const signed = stage.signers.filter(({ at }) => at !== null).length
  return t().review.signedNow(signed, stage.signers.length)
}
