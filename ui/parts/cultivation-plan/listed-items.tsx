import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { ListedItem } from '../../cultivation-plan.ts'
import { personName, placeName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { dayOf, today } from '../talent/when.ts'
import { type Acting, actsOf } from './acting.ts'
import { ItemActs } from './item-acts.tsx'
import { markOf, stateText } from './kinds.ts'
import { Moves } from './moves.tsx'

/** Items of many people, each with whose it is; a table at a desk, cards on a phone. */
export function ListedItems(props: { items: readonly ListedItem[]; acting: Acting }) {
  const has = useRoles()
  const rights = () => ({
    mayWrite: has('county', 'township'),
    mayReport: has('county', 'township', 'village', 'mentor'),
  })
  const words = () => t().cultivationPlan.list
  return (
    <ol class="item-list of-many" aria-label={words().title}>
      <For each={props.items}>
        {(item) => (
          <li>
            <span class="item-who item-first">
              <A class="medium" href={`/talents/${item.talent.id}/cultivation`}>
                {personName(item.talent.name)}
              </A>
              <span class="hint">{placeName(item.talent.village.name)}</span>
            </span>
            <div class="item-what">
              <p>
                <span class="medium">{item.aim}</span>{' '}
                <span class="hint">{t().cultivationPlan.kind[item.kind]}</span>
              </p>
              <Show when={item.result}>
                <p class="small">{t().cultivationPlan.item.result(item.result)}</p>
              </Show>
              <Moves criteria={item.criteria} rules={item.rules} />
              <Show when={item.state === 'reported' && item.reportedBy && item.reportedAt}>
                <p class="hint">
                  {t().cultivationPlan.item.reportedBy(
                    personName(item.reportedBy ?? ''),
                    dayOf(item.reportedAt ?? item.createdAt),
                  )}
                </p>
              </Show>
            </div>
            <span class="item-due item-corner">
              <time dateTime={item.dueOn}>
                {item.state === 'done' && item.doneOn
                  ? t().cultivationPlan.item.doneOn(item.doneOn)
                  : t().cultivationPlan.item.dueOn(item.dueOn)}
              </time>
            </span>
            <span class="item-state">
              <Mark state={markOf(item, today())} />
              <span classList={{ late: item.lateDays > 0 }}>{stateText(item)}</span>
            </span>
            <ItemActs
              acts={actsOf(item, rights())}
              talent={item.talent.id}
              item={item}
              acting={props.acting}
            />
          </li>
        )}
      </For>
    </ol>
  )
}
