import { For } from 'solid-js'
import type { ReportAnswer, ReportPart } from '../../types.ts'
import { t } from '../../words/index.ts'
import { GroupName } from './rate-table.tsx'
import { countText } from './report-words.ts'

/** People of each group at every stage. */
export function CountTable(props: { part: ReportPart; stages: ReportAnswer['stages'] }) {
  const words = () => t().shortlist.representation
  return (
    <table class="table groups-of" data-density="compact" aria-labelledby="counts">
      <thead>
        <tr>
          <th scope="col">{words().group}</th>
          <For each={props.stages}>
            {({ stage }) => (
              <th scope="col" class="number">
                {words().stageName[stage]}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.part.groups}>
          {(group) => (
            <tr>
              <th scope="row">
                <GroupName part={props.part} group={group} />
              </th>
              <For each={props.stages}>
                {({ stage, people }) => (
                  <td class="number">{countText(group.counts[stage] ?? 0, people)}</td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
