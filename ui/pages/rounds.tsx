import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Done } from '../parts/account/notices.tsx'
import { Icon } from '../parts/icon.tsx'
import { CloseRound } from '../parts/rounds/close-round.tsx'
import { RoundCard } from '../parts/rounds/round-card.tsx'
import { RoundForm } from '../parts/rounds/round-form.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { type Round, roundsOf } from '../rounds.ts'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

/** Rounds of nomination: the county opens, changes and closes them, others see what is open. */
export function Rounds() {
  const has = useRoles()
  const [said, setSaid] = createSignal<string | null>(null)
  const [form, setForm] = createSignal<Round | 'new' | null>(null)
  const [closing, setClosing] = createSignal<Round | null>(null)
  const ask = <T,>(set: (what: T) => void) => {
    return (what: T) => {
      setSaid(null)
      set(what)
    }
  }
  return (
    <>
      <Title text={t().rounds.title} />
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{t().rounds.title}</h1>
          <span class="hint">{t().rounds.hint}</span>
        </div>
        <Show when={has('county')}>
          <button
            type="button"
            class="button primary push"
            aria-haspopup="dialog"
            onClick={() => ask(setForm)('new')}
          >
            <Icon name="plus" />
            {t().rounds.open}
          </button>
        </Show>
      </div>
      <Done text={said()} />
      <View rows={6}>
        <Listed change={ask<Round>(setForm)} close={ask<Round>(setClosing)} />
      </View>
      <Show when={form()} keyed>
        {(round) => (
          <RoundForm
            round={round === 'new' ? null : round}
            close={() => setForm(null)}
            say={setSaid}
          />
        )}
      </Show>
      <Show when={closing()} keyed>
        {(round) => <CloseRound round={round} close={() => setClosing(null)} say={setSaid} />}
      </Show>
    </>
  )
}

function Listed(props: { change: (round: Round) => void; close: (round: Round) => void }) {
  const has = useRoles()
  const answer = createAsync(() => roundsOf())
  const rounds = () => answer()?.rounds ?? []
  return (
    <Show
      when={rounds().length > 0}
      fallback={
        <section class="card">
          <Blank
            icon="flag"
            title={t().rounds.emptyTitle}
            text={has('county') ? t().rounds.emptyText : t().rounds.emptyOther}
          />
        </section>
      }
    >
      <For each={rounds()}>
        {(round) => <RoundCard round={round} change={props.change} close={props.close} />}
      </For>
    </Show>
  )
}
