import { Show } from 'solid-js'
import type { CultivationItem } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'

type Counted = Pick<CultivationItem, 'state' | 'lateDays' | 'dueOn'>

/** How far the items are; what was dropped counts in none of them. */
export function figuresOf<T extends Counted>(items: readonly T[]) {
  const standing = items.filter(({ state }) => state !== 'dropped')
  const open = standing.filter(({ state }) => state === 'open')
  return {
    all: standing.length,
    done: standing.filter(({ state }) => state === 'done').length,
    reported: standing.filter(({ state }) => state === 'reported').length,
    late: open.filter(({ lateDays }) => lateDays > 0).length,
    next: open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0],
  }
}

/** The strip of a page: done, to confirm, late, due next. */
export function Figures(props: { items: readonly CultivationItem[] }) {
  const figures = () => figuresOf(props.items)
  const words = () => t().cultivationPlan.figures
  return (
    <dl class="card item-figures" aria-label={words().label}>
      <div>
        <dt>{words().done}</dt>
        <dd>
          {words().of(figures().done, figures().all)}
          <span class="item-bar" aria-hidden="true">
            <i style={{ width: `${(100 * figures().done) / Math.max(1, figures().all)}%` }} />
          </span>
        </dd>
      </div>
      <div>
        <dt>{words().reported}</dt>
        <dd>
          <Show when={figures().reported > 0}>
            <Mark state="weak" />
          </Show>
          {words().items(figures().reported)}
        </dd>
      </div>
      <div>
        <dt>{words().late}</dt>
        <dd>
          <Show when={figures().late > 0}>
            <Mark state="missed" />
          </Show>
          {words().items(figures().late)}
        </dd>
      </div>
      <div>
        <dt>{words().next}</dt>
        <dd class="item-next">
          <Show when={figures().next} fallback={words().nothing}>
            {(next) => (
              <>
                <span class="nowrap">{next().dueOn}</span>
                <span class="hint">{next().aim}</span>
              </>
            )}
          </Show>
        </dd>
      </div>
    </dl>
  )
}
