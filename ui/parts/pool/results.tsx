import { Match, Show, Switch } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { isPhone } from '../phone.ts'
import { Failure, Skeleton } from '../states.tsx'
import { usePool } from './context.ts'
import { Nobody } from './nobody.tsx'
import { PAGE } from './pages.ts'
import { ResultCards } from './result-cards.tsx'
import { ResultHead } from './result-head.tsx'
import { ResultTable } from './result-table.tsx'
import { Tray } from './tray.tsx'

/** The people found, in whatever state the search is. */
export function Results(props: { hasDrawer: boolean }) {
  const { pages, people, columns } = usePool()
  return (
    <section class="card results" aria-labelledby="people" data-density={densityOf(columns)}>
      <ResultHead hasDrawer={props.hasDrawer} />
      <Switch fallback={<Skeleton rows={12} />}>
        <Match when={pages.first()}>
          <Problem />
          <Show when={people().length > 0} fallback={<Nobody />}>
            <Show when={isPhone()} fallback={<ResultTable />}>
              <ResultCards />
            </Show>
          </Show>
          <More />
        </Match>
        <Match when={pages.problem()}>
          {(problem) => <Failure problem={problem()} retry={pages.retry} />}
        </Match>
      </Switch>
      <Tray />
    </section>
  )
}

/** A phone has one density, for fingers. */
const densityOf = (columns: ReturnType<typeof usePool>['columns']) =>
  isPhone() ? undefined : columns.density()

/** What was listed stays while the next answer fails. */
function Problem() {
  const { pages } = usePool()
  return (
    <Show when={pages.problem()}>
      {(problem) => (
        <div class="note missed" role="alert">
          <Icon name="warning" />
          <span>
            <b>{problem().title}</b> {t().pool.result.failed}{' '}
            {problem().type === 'network' ? t().problem.network : problem().detail}
          </span>
          <button type="button" class="button slim push" onClick={pages.retry}>
            {t().pool.result.retry}
          </button>
        </div>
      )}
    </Show>
  )
}

function More() {
  const { pages, people } = usePool()
  const next = () => Math.min(PAGE, (pages.total() ?? 0) - people().length)
  return (
    <Show when={pages.hasMore()}>
      <p class="table-foot row">
        <button
          type="button"
          class="button slim"
          aria-disabled={pages.isAdding()}
          onClick={pages.more}
        >
          {pages.isAdding() ? t().pool.result.loadingMore : t().pool.result.more(next())}
        </button>
        <Show when={!isPhone()}>
          <span class="hint push wide-only">{t().pool.result.keys}</span>
        </Show>
      </p>
    </Show>
  )
}
