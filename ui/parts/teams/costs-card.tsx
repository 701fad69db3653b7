import { createAsync } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { oneDecimal } from '../../format.ts'
import { costsOf } from '../../teams.ts'
import type { Costs } from '../../types.ts'
import { t } from '../../words/index.ts'
import { View } from '../states.tsx'
import { useBoard } from '../village/board.ts'
import { CostList } from './cost-list.tsx'

/** What each target takes from total fit, asked for when somebody wants to know. */
export function CostsCard() {
  const board = useBoard()
  const [isAsked, setAsked] = createSignal(false)
  return (
    <section class="card" aria-labelledby="costs">
      <div class="card-head">
        <h2 id="costs">{t().teams.costs.title}</h2>
      </div>
      <Show
        when={isAsked()}
        fallback={
          <div class="card-body ask-costs">
            <p class="second small">{t().teams.costs.intro}</p>
            <div>
              <button type="button" class="button" onClick={() => setAsked(true)}>
                {t().teams.costs.start}
              </button>
            </div>
          </div>
        }
      >
        <Show
          when={!board.isStale()}
          fallback={<p class="card-body hint">{t().teams.alternatives.stale}</p>}
        >
          <View rows={5}>
            <Found />
          </View>
        </Show>
      </Show>
    </section>
  )
}

function Found() {
  const board = useBoard()
  const answer = createAsync(() => costsOf(board.village.code, board.asked()))
  const solved = createMemo((): Costs | undefined => {
    const found = answer()
    return found?.status === 'solved' ? found : undefined
  })
  return <Show when={solved()}>{(found) => <List found={found()} />}</Show>
}

function List(props: { found: Costs }) {
  return (
    <div class="card-body column">
      <p class="hint">{t().teams.costs.hint}</p>
      <CostList costs={props.found.costs} people={props.found.people} />
      <p class="hint">
        {t().teams.costs.total(t().teams.points(oneDecimal(props.found.objective * 100)))}
      </p>
    </div>
  )
}
