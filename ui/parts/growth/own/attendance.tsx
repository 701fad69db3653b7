import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { t } from '../../../words/index.ts'

type Shared = OwnCultivation['attendances'][number]['days']

/** What the village kept month by month. */
export function OwnAttendance(props: { attendances: OwnCultivation['attendances'] }) {
  const words = () => t().growth.own.attendance
  const text = (one: Shared) => (one ? words().of(one.present, one.due) : words().notCounted)
  return (
    <Show when={props.attendances.length > 0} fallback={<p class="second">{words().none}</p>}>
      <div class="scroll">
        <table class="table" aria-label={t().growth.own.parts.attendance}>
          <thead>
            <tr>
              <th scope="col">{words().month}</th>
              <th scope="col" class="number">
                {words().days}
              </th>
              <th scope="col" class="number">
                {words().meetings}
              </th>
              <th scope="col">{words().remarks}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.attendances}>
              {({ month, days, meetings, remarks }) => (
                <tr>
                  <th scope="row">{month}</th>
                  <td class="number">{text(days)}</td>
                  <td class="number">{text(meetings)}</td>
                  <td>{remarks || t().dash}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  )
}
