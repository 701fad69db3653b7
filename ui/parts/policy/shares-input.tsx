import { For } from 'solid-js'
import type { Field } from '../../policy.ts'
import { say, t } from '../../words/index.ts'

type Share = { group: string; min: number | null }

/** The least share of each group; empty asks for none. */
export function SharesInput(props: {
  field: Extract<Field, { kind: 'shares' }>
  value: unknown
  set: (shares: Share[]) => void
}) {
  const shares = () => sharesOf(props.value)
  const shown = (group: string) => {
    const min = shares().find((one) => one.group === group)?.min
    return typeof min === 'number' ? String(Number((min * 100).toFixed(2))) : ''
  }
  function put(group: string, typed: string) {
    const min = typed.trim() === '' ? null : Number(typed) / 100
    const others = shares().filter((one) => one.group !== group)
    const next = min === null ? others : [...others, { group, min }]
    const place = ({ group: id }: Share) =>
      props.field.groups.findIndex(({ value }) => value === id)
    props.set(next.sort((a, b) => place(a) - place(b)))
  }
  return (
    <span class="policy-shares">
      <For each={props.field.groups}>
        {({ value, words }) => (
          <label class="policy-input">
            <span class="second">{say(words)}</span>
            <input
              class="input figure"
              type="number"
              inputmode="decimal"
              min={0}
              max={100}
              step={1}
              placeholder={t().policy.shares.none}
              aria-label={t().policy.shares.least(say(words))}
              value={shown(value)}
              onChange={(event) => put(value, event.currentTarget.value)}
            />
            <span class="second">%</span>
          </label>
        )}
      </For>
    </span>
  )
}

export function sharesOf(value: unknown): Share[] {
  return Array.isArray(value) ? (value as Share[]) : []
}
