import { createMemo, createSignal, For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import { loadPinyin, spellings } from '../../names.ts'
import type { Facet } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { usePool } from './context.ts'
import { fixedValues } from './facet-words.ts'

/** Values shown before the rest is asked for. */
const FEW = 6
const UNKNOWN = 'unknown'
/** More than this are searched rather than read. */
const MANY = 20
/** Filters that are asked first; the others open by a click. */
const OPEN: readonly Facet[] = ['readiness', 'township', 'village', 'source', 'age', 'party']

type Value = { value: string; name: string; count: number | null; isChosen: boolean }

/** One filter: any of its chosen values. Nobody is dimmed, not hidden; a count that is being made is a dash. */
export function FacetGroup(props: { facet: Facet }) {
  const pool = usePool()
  const values = createValues(() => props.facet)
  const isUsed = () => pool.address.values(props.facet).length > 0
  const name = () => t().pool.facets.name[props.facet]
  return (
    <details class="facet" open={OPEN.includes(props.facet) || isUsed()}>
      <summary>
        <Icon name="right" />
        {name()}
        <Show when={isUsed()}>
          <span class="chip accent">{pool.address.values(props.facet).length}</span>
        </Show>
      </summary>
      <fieldset aria-label={name()}>
        <Values name={name()} facet={props.facet} values={values()} />
      </fieldset>
    </details>
  )
}

function Values(props: { name: string; facet: Facet; values: Value[] }) {
  const [isAll, setAll] = createSignal(false)
  const [text, setText] = createSignal('')
  const byValue = createMemo(() => new Map(props.values.map((one) => [one.value, one])))
  const found = () => props.values.filter(({ name }) => matches(name, text()))
  /** What is chosen stays in sight. As texts, so that a new count changes a number and no box loses the focus. */
  const shown = createMemo(() =>
    (isAll() ? found() : found().filter(({ isChosen }, at) => at < FEW || isChosen)).map(
      ({ value }) => value,
    ),
  )
  const rest = () => props.values.length - FEW
  return (
    <>
      <Show when={isAll() && props.values.length > MANY}>
        <input
          class="input facet-find"
          type="search"
          aria-label={t().pool.facets.find(props.name)}
          placeholder={t().pool.facets.find(props.name)}
          onFocus={loadPinyin}
          onInput={(event) => setText(event.currentTarget.value.trim().toLowerCase())}
        />
      </Show>
      <div classList={{ 'facet-values': isAll() && props.values.length > MANY }}>
        <For each={shown()} fallback={<p class="hint">{t().dash}</p>}>
          {(value) => (
            <Show when={byValue().get(value)}>
              {(one) => <Tick facet={props.facet} one={one()} />}
            </Show>
          )}
        </For>
      </div>
      <Show when={rest() > 0}>
        <button
          type="button"
          class="link-button small"
          aria-expanded={isAll()}
          onClick={() => {
            setAll((now) => !now)
            setText('')
          }}
        >
          {isAll() ? t().pool.facets.less : restText(props.facet, rest())}
        </button>
      </Show>
    </>
  )
}

function Tick(props: { facet: Facet; one: Value }) {
  const { address } = usePool()
  const count = () => (props.one.count === null ? t().dash : whole(props.one.count))
  return (
    <label class="facet-value" classList={{ nobody: props.one.count === 0 }}>
      <input
        type="checkbox"
        class="box"
        checked={props.one.isChosen}
        onChange={() => address.toggle(props.facet, props.one.value)}
      />
      <span class="facet-name" title={props.one.name}>
        {props.one.name}
      </span>
      <span class="count">
        <span aria-hidden="true">{count()}</span>
        <span class="hidden-text">
          {props.one.count === null
            ? t().pool.facets.counting
            : t().pool.facets.count(whole(props.one.count))}
        </span>
      </span>
    </label>
  )
}

function createValues(facet: () => Facet) {
  const { address, pages, words } = usePool()
  /** Villages of other townships than those chosen are not offered: a village's code begins with its township's. */
  const isNear = (value: string) => {
    const townships = facet() === 'village' ? address.values('township') : []
    return townships.length === 0 || townships.some((code) => value.startsWith(code))
  }
  return createMemo(() => {
    const counts = new Map(pages.first()?.facets?.[facet()]?.map((one) => [one.value, one.count]))
    const chosen = address.values(facet())
    const isKnown = !pages.isLoading() && pages.first() !== undefined
    const known = new Set([...fixedValues(facet()), ...counts.keys(), ...chosen])
    // What is not known stands last.
    if (known.delete(UNKNOWN)) known.add(UNKNOWN)
    return [...known].filter(isNear).map(
      (value): Value => ({
        value,
        name: words.nameOf(facet(), value),
        count: isKnown ? (counts.get(value) ?? 0) : null,
        isChosen: chosen.includes(value),
      }),
    )
  })
}

const restText = (facet: Facet, n: number) =>
  facet === 'village' ? t().pool.facets.moreVillages(n) : t().pool.facets.more(n)

function matches(name: string, text: string): boolean {
  if (text === '') return true
  const { full, initials } = spellings(name)
  return [name.toLowerCase(), full, initials].some((one) => one.includes(text))
}
