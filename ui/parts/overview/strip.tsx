import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { percent, whole, wholePercent } from '../../format.ts'
import type { Figures, Overview } from '../../overview.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { hrefOf } from './address.ts'
import { STATE_OF } from './colours.tsx'

const w = () => t().overview

/** The whole in five figures, each with its way to what is behind it. */
export function Strip(props: { overview: Overview }) {
  const total = () => props.overview.total
  return (
    <section class="card state-strip" aria-label={w().readiness}>
      <Cell name={w().readiness}>
        <Three
          parts={(['red', 'yellow', 'green'] as const).map((id) => ({
            ...{ id, count: total()[id], name: w().colour[id], href: hrefOf({ colour: id }) },
            mark: STATE_OF[id],
          }))}
        />
      </Cell>
      <Cell name={w().lists}>
        <Three
          parts={(['settled', 'willing', 'none'] as const).map((id) => ({
            ...{ id, count: total()[id], name: w().list[id], href: `/village-lists?list=${id}` },
          }))}
        />
      </Cell>
      <Depth total={total()} asked={props.overview.reservesAsked} />
      <Reach total={total()} />
      <Review total={total()} />
    </section>
  )
}

function Cell(props: { name: string; children: JSX.Element }) {
  return (
    <div class="strip-cell">
      <h2 class="strip-name">{props.name}</h2>
      {props.children}
    </div>
  )
}

type Part = {
  id: string
  count: number
  name: string
  href: string
  mark?: (typeof STATE_OF)[keyof typeof STATE_OF]
}

/** Three counts of one whole, with the bar that shows their parts. */
function Three(props: { parts: Part[] }) {
  return (
    <>
      <ul class="three">
        <For each={props.parts}>
          {(part) => (
            <li>
              <A href={part.href}>
                <Show when={part.mark}>{(mark) => <Mark state={mark()} />}</Show>
                <b>{whole(part.count)}</b> {part.name}
              </A>
            </li>
          )}
        </For>
      </ul>
      <span class="parts-bar" aria-hidden="true">
        <For each={props.parts.filter(({ count }) => count > 0)}>
          {(part) => <i class={`share ${part.id}`} style={{ 'flex-grow': part.count }} />}
        </For>
      </span>
    </>
  )
}

function Depth(props: { total: Figures; asked: number }) {
  const short = () => props.total.counted - props.total.deep
  return (
    <Cell name={w().depth}>
      <p class="strip-value">
        {whole(props.total.deep)}{' '}
        <small>{w().depthAsked(whole(props.total.counted), props.asked)}</small>
      </p>
      <p class="strip-about">
        <Show when={short() > 0} fallback={<span class="hint">{w().depthAll}</span>}>
          <A href={hrefOf({ more: 'shallow' })}>{w().depthShort(whole(short()), props.asked)}</A>
        </Show>
        <Show when={props.total.stale > 0} fallback={<span class="hint">{w().evidenceFresh}</span>}>
          <A href={hrefOf({ more: 'stale' })}>
            {w().evidence(
              whole(props.total.stale),
              percent(props.total.stale / props.total.people),
            )}
          </A>
        </Show>
      </p>
    </Cell>
  )
}

function Reach(props: { total: Figures }) {
  const isAll = () => props.total.unreachable + props.total.unsolved + props.total.single === 0
  return (
    <Cell name={w().reach}>
      <p class="strip-value">
        {whole(props.total.reachable)} <small>{w().reachOf(whole(props.total.counted))}</small>
      </p>
      <p class="strip-about">
        <Show when={props.total.unreachable > 0}>
          <A href={hrefOf({ more: 'unreachable' })}>
            {w().unreachable(whole(props.total.unreachable))}
          </A>
        </Show>
        <Show when={props.total.unsolved > 0}>
          <A href={hrefOf({ more: 'unsolved' })}>{w().unsolved(whole(props.total.unsolved))}</A>
        </Show>
        <Show when={props.total.single > 0}>
          <A href={hrefOf({ more: 'single' })}>{w().singles(whole(props.total.single))}</A>
        </Show>
        <Show when={isAll()}>
          <span class="hint">{w().reachAll}</span>
        </Show>
      </p>
    </Cell>
  )
}

/** Shares are cut, not rounded: 99.6 % is not all. */
export const shareDone = (done: number, of: number) =>
  wholePercent(Math.floor((done / of) * 100) / 100)

function Review(props: { total: Figures }) {
  return (
    <Cell name={w().review}>
      <Show
        when={props.total.asked > 0}
        fallback={<p class="strip-value none">{w().reviewNone}</p>}
      >
        <p class="strip-value">
          {shareDone(props.total.answered, props.total.asked)}{' '}
          <small>{w().reviewOf(whole(props.total.answered), whole(props.total.asked))}</small>
        </p>
        <p class="strip-about">
          <Show when={props.total.late > 0} fallback={<span class="hint">{w().reviewOnTime}</span>}>
            <A href={hrefOf({ more: 'late' })}>{w().reviewLate(whole(props.total.late))}</A>
          </Show>
        </p>
      </Show>
    </Cell>
  )
}
