import { A, useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Overview, VillageMark } from '../../overview.ts'
import { say, t } from '../../words/index.ts'
import { PickBar, PickCell, PickHead } from '../readiness/pick-bar.tsx'
import { createPicking, type Picking } from '../readiness/picking.ts'
import { Blank, Unknown } from '../states.tsx'
import { type Address, MORE, SHOWN_COLOURS, villagesFor } from './address.ts'
import { ColourWord } from './colours.tsx'

const w = () => t().overview
/** What does something itself, and leads nowhere else. */
const OWN = 'a, .check-cell'
/** Rows that are drawn at once; the rest comes when it is asked for. */
const FIRST = 100

/** Villages one by one, the least ready first, as the address narrows them. */
export function VillageTable(props: { overview: Overview; address: Address }) {
  const [isWhole, setWhole] = createSignal(false)
  const picking = createPicking()
  const found = () => villagesFor(props.overview, props.address)
  const shown = () => (isWhole() ? found() : found().slice(0, FIRST))
  const of = () => whole(props.overview.villages.length)
  return (
    <section class="card" aria-labelledby="by-village">
      <div class="card-head">
        <h2 id="by-village">{w().villageTable}</h2>
        <span class="hint" role="status">
          {w().villageCount(whole(found().length), of())}
        </span>
      </div>
      <Filters overview={props.overview} address={props.address} />
      <Show
        when={found().length > 0}
        fallback={
          <Blank icon="filter" title={w().noneTitle} text={w().noneText(of())}>
            <Drop address={props.address} />
          </Blank>
        }
      >
        <PickBar picking={picking} shown={found()} />
        <section class="scroll" tabindex="0" aria-labelledby="by-village">
          <table class="table villages-readiness" aria-labelledby="by-village">
            <Head picking={picking} shown={found()} />
            <tbody>
              <For each={shown()}>
                {(one) => <Row village={one} overview={props.overview} picking={picking} />}
              </For>
            </tbody>
          </table>
        </section>
        <Show when={found().length > shown().length}>
          <button type="button" class="button show-all" onClick={() => setWhole(true)}>
            {t().showRest(found().length - shown().length)}
          </button>
        </Show>
      </Show>
    </section>
  )
}

function Head(props: { picking: Picking; shown: VillageMark[] }) {
  return (
    <thead>
      <tr>
        <PickHead picking={props.picking} shown={props.shown} />
        <th scope="col">{w().village}</th>
        <th scope="col">{w().township}</th>
        <th scope="col">{w().readiness}</th>
        <th scope="col" class="wide">
          {w().why}
        </th>
        <th scope="col">{w().listOf}</th>
        <th scope="col" class="number">
          {w().reservesCount}
        </th>
        <th scope="col" class="number">
          {w().stale}
        </th>
        <th scope="col">{w().reach}</th>
        <th scope="col" class="number">
          {w().reviewed}
        </th>
      </tr>
    </thead>
  )
}

function Row(props: { village: VillageMark; overview: Overview; picking: Picking }) {
  const navigate = useNavigate()
  const one = () => props.village
  const href = () => `/villages/${one().code}`
  const township = () =>
    props.overview.townships.find(({ township }) => township.code === one().township)?.township
  const isLow = () => (one().reserves ?? Number.POSITIVE_INFINITY) < props.overview.reservesAsked
  return (
    <tr class="leads" onClick={(event) => event.target.closest(OWN) ?? navigate(href())}>
      <PickCell picking={props.picking} village={one()} />
      <th scope="row" class="medium nowrap">
        <A href={href()}>{placeName(one().name)}</A>
        <span class="hint phone-only">{placeName(township()?.name ?? '')}</span>
      </th>
      <td class="nowrap">
        <A href={`/townships/${one().township}`}>{placeName(township()?.name ?? '')}</A>
      </td>
      <td class="nowrap">
        <ColourWord colour={one().colour} />
      </td>
      <td class="wide second">
        <Show when={one().words}>{(words) => say(words())}</Show>
      </td>
      <td class="nowrap" classList={{ strong: one().list === 'none' }}>
        <Show when={one().list} fallback={<Unknown />}>
          {(list) => w().list[list()]}
        </Show>
      </td>
      <td class="number" classList={{ low: isLow() }}>
        {one().reserves ?? <Unknown />}
      </td>
      <td class="number second">{one().stale ?? <Unknown />}</td>
      <td>
        <Reachable village={one()} />
      </td>
      <td class="number second">
        <Show when={(one().asked ?? 0) > 0} fallback={t().dash}>
          {one().answered} / {one().asked}
        </Show>
      </td>
    </tr>
  )
}

function Reachable(props: { village: VillageMark }) {
  return (
    <Show
      when={props.village.isReachable !== null}
      fallback={<span class="chip open">{w().reachWord.unknown}</span>}
    >
      <span classList={{ low: props.village.isReachable === false }}>
        {props.village.isReachable ? w().reachWord.yes : w().reachWord.no}
      </span>
    </Show>
  )
}

type Option = { value: string; text: string }

function Filters(props: { overview: Overview; address: Address }) {
  const { address } = props
  const townships = () =>
    props.overview.townships.map(({ township: { code, name } }) => ({
      value: code,
      text: placeName(name),
    }))
  const named = <T extends string>(ids: readonly T[], name: (id: T) => string): Option[] =>
    ids.map((value) => ({ value, text: name(value) }))
  const any = () => address.colour() ?? address.list() ?? address.more() ?? address.township()
  return (
    <div class="village-filters">
      <Choice
        label={w().filter.colour}
        value={address.colour()}
        options={named(SHOWN_COLOURS, (id) => w().colour[id])}
        choose={(colour) => address.change({ colour })}
      />
      <Show when={props.overview.townships.length > 1}>
        <Choice
          label={w().filter.township}
          value={address.township()}
          options={townships()}
          choose={(township) => address.change({ township })}
        />
      </Show>
      <Choice
        label={w().filter.list}
        value={address.list()}
        options={named(['settled', 'willing', 'none'] as const, (id) => w().list[id])}
        choose={(list) => address.change({ list })}
      />
      <Choice
        label={w().filter.more}
        value={address.more()}
        options={named(MORE, (id) => w().filter[id])}
        choose={(more) => address.change({ more })}
      />
      <Show when={address.gap()}>
        {(gap) => <span class="chip accent">{w().filter.gap(gapName(props.overview, gap()))}</span>}
      </Show>
      <Show when={any() ?? address.gap()}>
        <Drop address={address} />
      </Show>
    </div>
  )
}

function gapName({ gaps }: Overview, zh: string): string {
  const gap = gaps.find(({ words }) => words.zh === zh)
  return gap ? say(gap.words) : zh
}

function Choice(props: {
  label: string
  value: string | undefined
  options: Option[]
  choose: (value: string | null) => void
}) {
  return (
    <label class="filter-choice">
      <span class="hint">{props.label}</span>
      <select
        class="input"
        aria-label={props.label}
        value={props.value ?? ''}
        onChange={({ currentTarget }) => props.choose(currentTarget.value || null)}
      >
        <option value="">{w().filter.any}</option>
        <For each={props.options}>
          {({ value, text }) => (
            <option value={value} selected={value === props.value}>
              {text}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

function Drop(props: { address: Address }) {
  const drop = () =>
    props.address.change({ colour: null, township: null, list: null, more: null, gap: null })
  return (
    <button type="button" class="button slim" onClick={drop}>
      {w().filter.drop}
    </button>
  )
}
