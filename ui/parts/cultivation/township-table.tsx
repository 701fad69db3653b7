import { For, Show } from 'solid-js'
import type { Lack, Overview, TownshipLine } from '../../cultivation-overview.ts'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { nameOf, type Of, SHARES, shareOf, shareText } from './figures.ts'
import { Lacking, Late, OpenButton, Trials } from './tiles.tsx'

type Opening = (lack: Lack, of: Of) => void

/** A line for each township; every figure opens who is behind it. */
export function TownshipTable(props: { overview: Overview; open: Opening }) {
  const w = () => t().cultivationOverview
  return (
    <section class="card" aria-labelledby="by-township">
      <div class="card-head">
        <h2 id="by-township">{w().tableTitle}</h2>
        <span class="hint">{w().tableHint(props.overview.few)}</span>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="by-township">
        <table class="table board cultivation-table" aria-labelledby="by-township">
          <thead>
            <tr>
              <th scope="col">{w().township}</th>
              <th scope="col" class="number">
                {w().people}
              </th>
              <For each={SHARES.slice(0, 3)}>
                {(id) => <Head text={nameOf(id, props.overview)} />}
              </For>
              <Head text={w().meetings} />
              <Head text={w().items} />
              <Head text={nameOf('trained', props.overview)} />
              <Head text={w().trials} />
              <Head text={nameOf('checked', props.overview)} />
              <Head text={nameOf('opined', props.overview)} />
            </tr>
          </thead>
          <tbody>
            <For each={props.overview.townships}>
              {(line) => <Line overview={props.overview} line={line} open={props.open} />}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Head(props: { text: string }) {
  return (
    <th scope="col" class="number">
      {props.text}
    </th>
  )
}

function Line(props: { overview: Overview; line: TownshipLine; open: Opening }) {
  const w = () => t().cultivationOverview
  const place = () => placeName(props.line.township.name)
  const open = (lack: Lack) => props.open(lack, props.line.township)
  const cell = (id: (typeof SHARES)[number]) => {
    const share = () => shareOf(id, props.line)
    return (
      <td class="number">
        <span class="figure">{shareText(share(), props.overview.few)}</span>
        <span class="board-about">
          <Lacking share={share()} name={nameOf(id, props.overview)} place={place()} open={open} />
        </span>
      </td>
    )
  }
  return (
    <tr>
      <th scope="row" class="nowrap">
        {place()}
      </th>
      <td class="number">
        <Show when={props.line.people > 0} fallback={<span class="board-zero">0</span>}>
          <OpenButton
            lack="people"
            count={props.line.people}
            text={whole(props.line.people)}
            place={place()}
            open={open}
          />
        </Show>
      </td>
      <Show
        when={props.line.people > 0}
        fallback={
          <td colspan={9} class="hint">
            {w().nobodyHere}
          </td>
        }
      >
        {cell('mentored')}
        {cell('planned')}
        {cell('met')}
        <td class="number">
          <span class="figure">{whole(props.line.meetings)}</span>
          <span class="board-about hint">{w().before(whole(props.line.meetingsBefore))}</span>
        </td>
        <td class="number">
          <span class="board-about">
            <Late counts={props.line} place={place()} open={open} />
          </span>
        </td>
        {cell('trained')}
        <td class="number">
          <Show when={props.line.trials > 0} fallback={<span class="board-zero">0</span>}>
            <OpenButton
              lack="trials"
              count={props.line.trials}
              text={whole(props.line.trials)}
              place={[place(), w().trials].join(t().comma)}
              open={open}
            />
            <span class="board-about">
              <Trials overview={props.overview} counts={props.line} place={place()} open={open} />
            </span>
          </Show>
        </td>
        {cell('checked')}
        {cell('opined')}
      </Show>
    </tr>
  )
}
