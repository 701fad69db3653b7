import { For, type JSX, Show } from 'solid-js'
import type { Counts, Lack, Overview } from '../../cultivation-overview.ts'
import { plainNumber, whole } from '../../format.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { nameOf, SHARES, shareOf, shareText } from './figures.ts'

type Open = (lack: Lack) => void

/** The whole in a few figures; what lacks opens who it is. */
export function Tiles(props: { overview: Overview; counts: Counts; open: Open }) {
  const w = () => t().cultivationOverview
  return (
    <section class="card tiles" aria-label={w().whole}>
      <dl class="tile-grid">
        <Tile name={w().people} value={whole(props.counts.people)}>
          <OpenButton lack="people" count={props.counts.people} text={w().list} open={props.open} />
        </Tile>
        <For each={SHARES}>
          {(id) => {
            const share = () => shareOf(id, props.counts)
            return (
              <Tile
                name={nameOf(id, props.overview)}
                value={shareText(share(), props.overview.few)}
              >
                <Lacking share={share()} open={props.open} name={nameOf(id, props.overview)} />
              </Tile>
            )
          }}
        </For>
        <Tile name={w().meetings} value={w().times(whole(props.counts.meetings))}>
          <span class="hint">{w().before(whole(props.counts.meetingsBefore))}</span>
        </Tile>
        <Tile name={w().hours} value={w().hoursOf(plainNumber(props.counts.hours))}>
          <span class="hint">{w().hoursHint}</span>
        </Tile>
        <Tile name={w().items} value={w().itemsOpen(whole(props.counts.itemsOpen))}>
          <Late counts={props.counts} open={props.open} />
        </Tile>
        <Tile name={w().trials} value={w().peopleOf(whole(props.counts.trials))}>
          <Trials overview={props.overview} counts={props.counts} open={props.open} />
        </Tile>
      </dl>
    </section>
  )
}

function Tile(props: { name: string; value: string; children: JSX.Element }) {
  return (
    <div class="tile">
      <dt>{props.name}</dt>
      <dd>
        <span class="tile-value">{props.value}</span>
        <span class="tile-about">{props.children}</span>
      </dd>
    </div>
  )
}

/** How many lack it, as the way to them; nobody, where nobody does. */
export function Lacking(props: {
  share: ReturnType<typeof shareOf>
  name: string
  open: Open
  place?: string
}) {
  const w = () => t().cultivationOverview
  const lacking = () => props.share.of - props.share.done
  return (
    <Show when={props.share.of > 0}>
      <Show when={lacking() > 0} fallback={<StateWord state="met">{w().all}</StateWord>}>
        <button
          type="button"
          class="link-button"
          aria-label={w().lackingOf(
            [props.place, props.name].filter(Boolean).join(t().comma),
            whole(lacking()),
          )}
          onClick={() => props.open(props.share.lack)}
        >
          {w().lacking(whole(lacking()))}
        </button>
      </Show>
    </Show>
  )
}

export function Late(props: { counts: Counts; open: Open; place?: string }) {
  const w = () => t().cultivationOverview
  return (
    <>
      <Show when={props.counts.itemsLate > 0}>
        <OpenButton
          lack="late"
          isMissed
          count={props.counts.itemsLate}
          text={w().late(whole(props.counts.itemsLate))}
          open={props.open}
          {...placeOf(props)}
        />
      </Show>
      <Show when={props.counts.itemsReported > 0}>
        <OpenButton
          lack="reported"
          count={props.counts.itemsReported}
          text={w().reported(whole(props.counts.itemsReported))}
          open={props.open}
          {...placeOf(props)}
        />
      </Show>
      <Show when={props.counts.itemsLate + props.counts.itemsReported === 0}>
        <span class="hint">{w().noneLate}</span>
      </Show>
    </>
  )
}

export function Trials(props: { overview: Overview; counts: Counts; open: Open; place?: string }) {
  const w = () => t().cultivationOverview
  return (
    <>
      <Show when={props.counts.trialsOver > 0}>
        <OpenButton
          lack="trials-over"
          isMissed
          count={props.counts.trialsOver}
          text={w().trialsOver(whole(props.counts.trialsOver))}
          open={props.open}
          {...placeOf(props)}
        />
      </Show>
      <Show when={props.counts.trialsEnding > 0}>
        <OpenButton
          lack="trials-ending"
          count={props.counts.trialsEnding}
          text={w().trialsEnding(props.overview.soonDays, whole(props.counts.trialsEnding))}
          open={props.open}
          {...placeOf(props)}
        />
      </Show>
    </>
  )
}

const placeOf = ({ place }: { place?: string }) => (place === undefined ? {} : { place })

export function OpenButton(props: {
  lack: Lack
  count: number
  text: string
  open: Open
  isMissed?: boolean
  place?: string
}) {
  return (
    <button
      type="button"
      class="link-button"
      classList={{ missed: props.isMissed === true }}
      aria-label={props.place ? [props.place, props.text].join(t().comma) : undefined}
      disabled={props.count === 0}
      onClick={() => props.open(props.lack)}
    >
      {props.text}
    </button>
  )
}
