import { For, Show } from 'solid-js'
import type { Lack, Overview, TownshipLine } from '../../cultivation-overview.ts'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { nameOf, type Of, SHARES, shareOf, shareText } from './figures.ts'
import { Lacking, Late, OpenButton, Trials } from './tiles.tsx'

type Opening = (lack: Lack, of: Of) => void

/** The same on a phone: a card for each township where anybody is. */
export function TownshipCards(props: { overview: Overview; open: Opening }) {
  return (
    <For each={props.overview.townships.filter(({ people }) => people > 0)}>
      {(line) => <Card overview={props.overview} line={line} open={props.open} />}
    </For>
  )
}

function Card(props: { overview: Overview; line: TownshipLine; open: Opening }) {
  const w = () => t().cultivationOverview
  const place = () => placeName(props.line.township.name)
  const id = () => `cultivation-${props.line.township.code}`
  const open = (lack: Lack) => props.open(lack, props.line.township)
  return (
    <details class="card township-card">
      <summary class="card-head">
        <h2 id={id()}>{place()}</h2>
        <span class="second">{w().peopleOf(whole(props.line.people))}</span>
        <Show when={props.line.itemsLate > 0}>
          <StateWord state="missed">{w().late(whole(props.line.itemsLate))}</StateWord>
        </Show>
      </summary>
      <dl class="township-figures" aria-labelledby={id()}>
        <div>
          <dt>{w().people}</dt>
          <dd>
            <OpenButton
              lack="people"
              count={props.line.people}
              text={w().list}
              place={place()}
              open={open}
            />
          </dd>
        </div>
        <For each={SHARES}>
          {(share) => (
            <div>
              <dt>{nameOf(share, props.overview)}</dt>
              <dd>
                <span class="figure">
                  {shareText(shareOf(share, props.line), props.overview.few)}
                </span>
                <Lacking
                  share={shareOf(share, props.line)}
                  name={nameOf(share, props.overview)}
                  place={place()}
                  open={open}
                />
              </dd>
            </div>
          )}
        </For>
        <div>
          <dt>{w().items}</dt>
          <dd>
            <Late counts={props.line} place={place()} open={open} />
          </dd>
        </div>
        <Show when={props.line.trials > 0}>
          <div>
            <dt>{w().trials}</dt>
            <dd>
              <span class="figure">{w().peopleOf(whole(props.line.trials))}</span>
              <Trials overview={props.overview} counts={props.line} place={place()} open={open} />
            </dd>
          </div>
        </Show>
      </dl>
    </details>
  )
}
