import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { ReportGroup, ReportPart, Stage } from '../../types.ts'
import { t } from '../../words/index.ts'
import { groupName, type Rate, rangeText, rateText } from './report-words.ts'

const words = () => t().shortlist.representation

/** How many of each group go on to a stage, and how that compares; small numbers are marked. */
export function RateTable(props: { part: ReportPart; stage: Stage; base: Stage }) {
  return (
    <table class="table groups-of" data-density="compact" aria-labelledby="rates">
      <thead>
        <tr>
          <th scope="col">{words().group}</th>
          <th scope="col" class="number">
            {words().stageName[props.base]}
          </th>
          <th scope="col" class="number">
            {words().selected}
          </th>
          <th scope="col" class="number">
            {words().rateHead}
          </th>
          <th scope="col" class="number">
            {words().ratio}
          </th>
          <th scope="col">{words().remark}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.part.groups}>
          {(group) => (
            <tr>
              <th scope="row">
                <GroupName part={props.part} group={group} />
              </th>
              <Show
                when={group.rates[props.stage]}
                fallback={
                  <td colspan="5" class="hint">
                    {words().nobody}
                  </td>
                }
              >
                {(rate) => <Cells rate={rate()} />}
              </Show>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

export function GroupName(props: { part: ReportPart; group: ReportGroup }) {
  const name = () => groupName(props.part.part, props.group)
  return (
    <Show when={props.group.group === null} fallback={name()}>
      <span class="chip open">{name()}</span>
    </Show>
  )
}

function Cells(props: { rate: Rate }) {
  return (
    <>
      <td class="number">{whole(props.rate.of)}</td>
      <td class="number">{whole(props.rate.selected)}</td>
      <td class="number">
        <b>{rateText(props.rate)}</b> <span class="hint rate-range">({rangeText(props.rate)})</span>
      </td>
      <td class="number">{props.rate.ratio === null ? t().dash : props.rate.ratio.toFixed(2)}</td>
      <td class="nowrap">
        <Remark rate={props.rate} />
      </td>
    </>
  )
}

function Remark(props: { rate: Rate }) {
  return (
    <>
      <Show when={props.rate.isHighest}>
        <span class="chip">{words().highest}</span>{' '}
      </Show>
      <Show when={props.rate.isLow}>
        <span class="state weak">
          <i class="mark weak" aria-hidden="true" />
          {words().low}
        </span>
      </Show>
      <Show when={props.rate.isSmall}>
        <span class="chip open">{words().small}</span>
      </Show>
    </>
  )
}
