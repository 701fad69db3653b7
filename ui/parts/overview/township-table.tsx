import { A, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { oneDecimal, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Figures, Overview, TownshipFigures, VillageMark } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { type Filter, hrefOf } from './address.ts'
import { ColourLegend, markOf, Opens, saidOf } from './colours.tsx'
import { shareDone } from './strip.tsx'

const w = () => t().overview

/** A line for each township: a mark for each village, and what lacks. */
export function TownshipTable(props: { overview: Overview }) {
  const by = () => Map.groupBy(props.overview.villages, ({ township }) => township)
  return (
    <section class="card" aria-labelledby="by-township">
      <div class="card-head">
        <h2 id="by-township">{w().table}</h2>
        <span class="hint desk-only">{w().tableHint}</span>
        <span class="push">
          <ColourLegend />
        </span>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="by-township">
        <table class="table readiness" aria-labelledby="by-township">
          <Head />
          <tbody>
            <For each={props.overview.townships}>
              {(line) => (
                <Line
                  line={line}
                  villages={by().get(line.township.code) ?? []}
                  asked={props.overview.reservesAsked}
                />
              )}
            </For>
          </tbody>
          <tfoot>
            <tr class="total">
              <th scope="row">{w().total}</th>
              <td class="number">{whole(props.overview.total.villages)}</td>
              <td />
              <Cells figures={props.overview.total} name={w().total} at={{}} />
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  )
}

function Head() {
  const numbers = () => [
    ...[w().colour.red, w().colour.yellow, w().colour.green],
    ...[w().reserves, w().reachable, w().reviewed, w().late],
  ]
  return (
    <thead>
      <tr>
        <th scope="col">{w().township}</th>
        <th scope="col" class="number">
          {w().villages}
        </th>
        <th scope="col">{w().marks}</th>
        <For each={numbers()}>
          {(text) => (
            <th scope="col" class="number">
              {text}
            </th>
          )}
        </For>
      </tr>
    </thead>
  )
}

/** The line leads to the township, a mark in it to its village; the name is the link for the keyboard. */
function Line(props: { line: TownshipFigures; villages: VillageMark[]; asked: number }) {
  const navigate = useNavigate()
  const code = () => props.line.township.code
  const go = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a')) return
    const village = target.closest<HTMLElement>('[data-village]')?.dataset.village
    navigate(village ? `/villages/${village}` : `/townships/${code()}`)
  }
  return (
    <tr class="leads" onClick={go}>
      <th scope="row" class="medium">
        <A href={`/townships/${code()}`}>{placeName(props.line.township.name)}</A>
      </th>
      <td class="number second">{whole(props.line.villages)}</td>
      <td>
        <Marks line={props.line} villages={props.villages} />
      </td>
      <Cells
        figures={props.line}
        name={placeName(props.line.township.name)}
        at={{ township: code() }}
        asked={props.asked}
      />
    </tr>
  )
}

/** One mark a village, red first. */
export function Marks(props: { line: Figures; villages: VillageMark[] }) {
  const label = () => {
    const { red, yellow, green, villages, counted } = props.line
    return w().marksSay(whole(red), whole(yellow), whole(green), whole(villages - counted))
  }
  return (
    <Show when={props.villages.length > 0} fallback={<span class="hint">{w().noVillages}</span>}>
      <span class="village-marks" role="img" aria-label={label()}>
        <For each={props.villages}>
          {(one) => (
            <i class={`mark ${markOf(one.colour)}`} data-village={one.code} title={saidOf(one)} />
          )}
        </For>
      </span>
    </Show>
  )
}

function Cells(props: { figures: Figures; name: string; at: Filter; asked?: number }) {
  const figures = () => props.figures
  const reach = (filter: Filter) => hrefOf({ ...props.at, ...filter })
  const each = () => figures().reserves / figures().counted
  const label = (n: number, what: string) => w().openVillages(props.name, whole(n), what)
  const isLow = () => props.asked !== undefined && each() < props.asked
  return (
    <>
      <For each={['red', 'yellow', 'green'] as const}>
        {(colour) => (
          <td class={`number ${colour}-figure`}>
            <Opens
              count={figures()[colour]}
              href={reach({ colour })}
              label={label(figures()[colour], w().colour[colour])}
              text={whole(figures()[colour])}
            />
          </td>
        )}
      </For>
      <td class="number" classList={{ low: isLow() }}>
        <Show when={figures().counted > 0} fallback={t().dash}>
          {oneDecimal(each())}
        </Show>
      </td>
      <td class="number">
        <Show when={figures().counted > 0} fallback={t().dash}>
          <Opens
            count={figures().unreachable}
            href={reach({ more: 'unreachable' })}
            label={w().openReach(
              props.name,
              whole(figures().reachable),
              whole(figures().unreachable),
            )}
            text={whole(figures().reachable)}
          />
        </Show>
      </td>
      <td class="number">
        <Show when={figures().asked > 0} fallback={<span class="second">{t().dash}</span>}>
          {shareDone(figures().answered, figures().asked)}
        </Show>
      </td>
      <td class="number">
        <Opens
          count={figures().late}
          href={reach({ more: 'late' })}
          label={w().openLate(props.name, whole(figures().late))}
          text={whole(figures().late)}
        />
      </td>
    </>
  )
}
