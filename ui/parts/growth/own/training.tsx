import { For, Show } from 'solid-js'
import { plainNumber } from '../../../format.ts'
import type { OwnCultivation } from '../../../growth.ts'
import { t } from '../../../words/index.ts'

type Course = OwnCultivation['courses'][number]

/** Hours of the year against the duty, and every course with what was entered for each part. */
export function OwnTraining(props: { own: OwnCultivation }) {
  const words = () => t().growth.own.training
  const hours = () => props.own.hours
  return (
    <>
      <p class="row wrap">
        <b>{words().hours(hours().year, plainNumber(hours().present), plainNumber(hours().due))}</b>
        <progress max={hours().due} value={Math.min(hours().present, hours().due)}>
          {plainNumber(hours().present)}
        </progress>
      </p>
      <Show when={props.own.courses.length > 0} fallback={<p class="second">{words().none}</p>}>
        <ul class="own-lines">
          <For each={props.own.courses}>{(course) => <Line course={course} />}</For>
        </ul>
      </Show>
    </>
  )
}

function Line(props: { course: Course }) {
  const words = () => t().growth.own.training
  const result = () => {
    const { result, certificate } = props.course
    return [
      ...(result ? [words().result[result]] : []),
      ...(certificate ? [words().certificate(certificate)] : []),
    ].join(t().separator)
  }
  return (
    <li>
      <p class="row wrap">
        <b>{props.course.name}</b>
        <span class="chip">{words().state[props.course.state]}</span>
        <Show when={result()}>
          <span class="second">{result()}</span>
        </Show>
        <span class="hint push">{props.course.organiser}</span>
      </p>
      <Show when={props.course.cancelledReason}>
        {(reason) => <p class="hint">{words().cancelled(reason())}</p>}
      </Show>
      <ul class="bullets">
        <For each={props.course.parts}>
          {({ on, topic, hours, status }) => (
            <li>
              {words().part(on, topic, plainNumber(hours))}{' '}
              <span class="hint">{words().status[status ?? 'unknown']}</span>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}
