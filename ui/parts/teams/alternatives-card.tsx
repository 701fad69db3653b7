import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { alternativesOf } from '../../teams.ts'
import type { Alternatives } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { View } from '../states.tsx'
import { useBoard } from '../village/board.ts'
import { TeamsTable } from './teams-table.tsx'

const MOST = 8
const USUAL = 2

/** Other teams for the village, asked for when somebody wants them; how far they differ lives in the address. */
export function AlternativesCard() {
  const board = useBoard()
  const [search, setSearch] = useSearchParams<{ differ?: string }>()
  const differ = createMemo(() => {
    const asked = Number(search.differ)
    return Number.isInteger(asked) && asked >= 1 && asked <= MOST ? asked : null
  })
  const ask = (next: number) => setSearch({ differ: String(next) }, { scroll: false })
  return (
    <section class="card" aria-labelledby="alternatives">
      <div class="card-head">
        <h2 id="alternatives">{t().teams.alternatives.title}</h2>
        <Show when={differ()}>
          {(people) => <span class="hint">{t().teams.alternatives.hint(people())}</span>}
        </Show>
        <span class="push row">
          <label class="row">
            <span class="hint">{t().teams.alternatives.differ}</span>
            <select
              class="input auto"
              value={differ() ?? USUAL}
              onChange={(event) => ask(Number(event.currentTarget.value))}
            >
              <For each={Array.from({ length: MOST }, (_, at) => at + 1)}>
                {(people) => (
                  <option value={people} selected={people === (differ() ?? USUAL)}>
                    {t().teams.alternatives.people(people)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </span>
      </div>
      <Show
        when={differ()}
        fallback={
          <div class="card-body row wrap">
            <span class="second">{t().teams.alternatives.intro}</span>
            <button type="button" class="button push" onClick={() => ask(USUAL)}>
              {t().teams.alternatives.start}
            </button>
          </div>
        }
      >
        {(people) => (
          <Show
            when={!board.isStale()}
            fallback={<p class="card-body hint">{t().teams.alternatives.stale}</p>}
          >
            <View rows={8}>
              <Found differ={people()} />
            </View>
          </Show>
        )}
      </Show>
    </section>
  )
}

function Found(props: { differ: number }) {
  const board = useBoard()
  const answer = createAsync(() => alternativesOf(board.village.code, board.asked(), props.differ))
  const solved = createMemo((): Alternatives | undefined => {
    const found = answer()
    return found?.status === 'solved' ? found : undefined
  })
  return (
    <Switch>
      <Match when={solved()}>
        {(found) => (
          <>
            <End found={found()} />
            <Show when={found().teams.length > 1}>
              <TeamsTable found={found()} />
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

/** Fewer teams than were asked for is an answer, with its reason. */
function End(props: { found: Alternatives }) {
  const board = useBoard()
  const count = () => props.found.teams.length
  return (
    <Show when={props.found.end}>
      {(words) => (
        <div class="card-body" role="status">
          <p>
            <b>
              {count() === 1
                ? t().teams.alternatives.onlyOne
                : t().teams.alternatives.fewer(count())}
            </b>
            {t().colon}
            {say(words())}
          </p>
          <Show when={board.choices().pins.length > 0}>
            <p class="hint">{t().teams.alternatives.pinnedHint}</p>
          </Show>
        </div>
      )}
    </Show>
  )
}
