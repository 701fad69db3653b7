import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type ItemBody, type Templates, templatesOf } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

type Moved = {
  criteria: NonNullable<ItemBody['criteria']>
  rules: NonNullable<ItemBody['rules']>
}

/** What items may move, as the server says it. */
export function useMoves() {
  const answer = createAsync<Templates | undefined>(() => templatesOf(), {
    initialValue: undefined,
  })
  return () => answer.latest?.moves
}

export const rulesFor = (moves: Templates['moves'] | undefined, kind: ItemBody['kind']) =>
  (moves?.rules ?? []).flatMap(({ rule, kinds }) => (kinds.includes(kind) ? [rule] : []))

/** Criteria and rules to tick, those alone that an item of the kind can move. */
export function MovesField(props: {
  kind: ItemBody['kind']
  moved: Moved
  set: (moved: Moved) => void
  error?: string | undefined
}) {
  const moves = useMoves()
  const words = () => t().cultivationPlan.form
  return (
    <>
      <fieldset class="field">
        <legend class="label">{words().criteria}</legend>
        <Show when={props.error}>
          <p class="field-error">
            <Icon name="warning" />
            {props.error}
          </p>
        </Show>
        <div class="pick">
          <For each={moves()?.criteria ?? []}>
            {(criterion) => (
              <Tick
                name={t().criterion[criterion]}
                isOn={props.moved.criteria.includes(criterion)}
                turn={() =>
                  props.set({ ...props.moved, criteria: turned(props.moved.criteria, criterion) })
                }
              />
            )}
          </For>
        </div>
        <p class="hint">{words().criteriaHint}</p>
      </fieldset>
      <fieldset class="field">
        <legend class="label">{words().rules}</legend>
        <Show
          when={rulesFor(moves(), props.kind).length > 0}
          fallback={<p class="hint">{words().noRules}</p>}
        >
          <div class="pick">
            <For each={rulesFor(moves(), props.kind)}>
              {(rule) => (
                <Tick
                  name={t().why.members[rule]}
                  isOn={props.moved.rules.includes(rule)}
                  turn={() => props.set({ ...props.moved, rules: turned(props.moved.rules, rule) })}
                />
              )}
            </For>
          </div>
        </Show>
      </fieldset>
    </>
  )
}

export function Tick(props: { name: string; isOn: boolean; turn: () => void }) {
  return (
    <label>
      <input type="checkbox" checked={props.isOn} onChange={() => props.turn()} />
      {props.name}
    </label>
  )
}

export function turned<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((it) => it !== one) : [...list, one]
}
