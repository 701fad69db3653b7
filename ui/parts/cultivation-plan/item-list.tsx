import { For, Show } from 'solid-js'
import type { CultivationItem, PersonCultivation } from '../../cultivation-plan.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { dayOf, today } from '../talent/when.ts'
import { type Acting, actsOf } from './acting.ts'
import { ItemActs } from './item-acts.tsx'
import { markOf, stateText } from './kinds.ts'
import { Moves } from './moves.tsx'

/** Items of one person: what to do, by when, what proves it, what it moves, how it stands. */
export function ItemList(props: {
  answer: PersonCultivation
  items: readonly CultivationItem[]
  acting: Acting
}) {
  return (
    <ol class="item-list" aria-label={t().cultivationPlan.item.label}>
      <For each={props.items}>
        {(item) => (
          <li classList={{ dropped: item.state === 'dropped' }}>
            <span class="item-due">
              <span class="hint">{t().cultivationPlan.kind[item.kind]}</span>
              <time dateTime={item.dueOn}>{t().cultivationPlan.item.dueOn(item.dueOn)}</time>
            </span>
            <div class="item-what">
              <p class="medium">{item.aim}</p>
              <Show when={item.evidence}>
                <p class="hint">{t().cultivationPlan.item.needs(item.evidence)}</p>
              </Show>
              <Moves criteria={item.criteria} rules={item.rules} />
              <Course item={item} />
            </div>
            <span class="item-state">
              <Mark state={markOf(item, today())} />
              <span classList={{ late: item.lateDays > 0 }}>{stateText(item)}</span>
            </span>
            <ItemActs
              acts={actsOf(item, props.answer)}
              talent={props.answer.talent.id}
              item={item}
              acting={props.acting}
            />
          </li>
        )}
      </For>
    </ol>
  )
}

/** What was reported, confirmed, returned or dropped, and by whom. */
function Course(props: { item: CultivationItem }) {
  const words = () => t().cultivationPlan.item
  const signed = () => {
    const { doneOn, reportedBy, reportedAt, confirmedBy, confirmedAt, grade } = props.item
    return [
      doneOn && words().doneOn(doneOn),
      grade && words().graded(t().cultivationPlan.grade[grade]),
      reportedBy && reportedAt && words().reportedBy(personName(reportedBy), dayOf(reportedAt)),
      confirmedBy &&
        confirmedAt &&
        words().confirmedBy(personName(confirmedBy), dayOf(confirmedAt)),
      props.item.session && words().agreed,
    ]
      .filter(Boolean)
      .join(t().separator)
  }
  return (
    <>
      <Show when={props.item.result && props.item.state !== 'dropped'}>
        <p class="small">{words().result(props.item.result)}</p>
      </Show>
      <Show when={signed()}>
        <p class="hint">{signed()}</p>
      </Show>
      <Show when={reasonOf(props.item)}>
        <p class="small item-reason">{reasonOf(props.item)}</p>
      </Show>
    </>
  )
}

/** A reason stays with what was returned, taken up again or dropped. */
function reasonOf({ state, reason }: CultivationItem): string {
  if (reason === null) return ''
  const { dropped, turned } = t().cultivationPlan.item
  return state === 'dropped' ? dropped(reason) : turned(reason)
}
