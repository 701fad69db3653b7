import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Overview } from '../../overview.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { daysText, pastText, stateOf } from '../overview/schedule-card.tsx'
import { linesOf } from '../overview/structure-card.tsx'
import { measureText } from '../plan/measures.ts'
import { LINES } from './pages.ts'

const w = () => t().overview

export function ListsPage(props: { overview: Overview }) {
  return (
    <div class="big-figures">
      <For each={['settled', 'willing', 'none'] as const}>
        {(list) => (
          <p class="big-figure">
            <i class={`big-part share ${list}`} aria-hidden="true" />
            <b>{whole(props.overview.total[list])}</b>
            <span>{w().list[list]}</span>
          </p>
        )}
      </For>
    </div>
  )
}

export function GapsPage(props: { overview: Overview }) {
  const rest = () => props.overview.gaps.length - LINES
  return (
    <>
      <table class="big-table" aria-label={w().gaps}>
        <thead>
          <tr>
            <th scope="col">{w().gap}</th>
            <th scope="col">{w().gapVillages}</th>
            <th scope="col">{w().gapTownships}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.overview.gaps.slice(0, LINES)}>
            {(gap) => (
              <tr>
                <th scope="row">{say(gap.words)}</th>
                <td>{whole(gap.villages.length)}</td>
                <td>
                  {gap.townships
                    .slice(0, 2)
                    .map(({ name, villages }) =>
                      w().townshipCount(placeName(name), whole(villages)),
                    )
                    .join(t().separator)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={rest() > 0}>
        <p class="big-line">{t().bigScreen.more(rest())}</p>
      </Show>
    </>
  )
}

export function StructurePage(props: { overview: Overview }) {
  const hasPlan = () => props.overview.structure.plan !== null
  return (
    <table class="big-table" aria-label={w().structure}>
      <thead>
        <tr>
          <th scope="col">{w().measure}</th>
          <th scope="col">{w().lastTerm}</th>
          <th scope="col">{w().now}</th>
          <Show when={hasPlan()}>
            <th scope="col">{w().plan}</th>
          </Show>
          <th scope="col">{w().change}</th>
        </tr>
      </thead>
      <tbody>
        <For each={linesOf(props.overview)}>
          {(line) => (
            <tr>
              <th scope="row">{t().plan.structureName[line.id]}</th>
              <td>{measureText(line.id, line.last)}</td>
              <td>{measureText(line.id, line.now)}</td>
              <Show when={hasPlan()}>
                <td>{measureText(line.id, line.plan)}</td>
              </Show>
              <td>{line.change}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

export function SchedulePage(props: { overview: Overview }) {
  return (
    <Show when={props.overview.schedule}>
      {(schedule) => (
        <>
          <p class="big-line">{daysText(schedule())}</p>
          <table class="big-table" aria-label={w().schedule}>
            <tbody>
              <For each={schedule().stages.slice(0, LINES)}>
                {(stage) => (
                  <tr>
                    <th scope="row">
                      <Mark state={stateOf(stage, schedule().nominees)} /> {say(stage.words)}
                    </th>
                    <td>{w().until(stage.until)}</td>
                    <td>{pastText(stage, schedule().nominees)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </>
      )}
    </Show>
  )
}
