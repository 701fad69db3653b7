import { A, createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { whole } from '../format.ts'
import { Done } from '../parts/account/notices.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { isPhone } from '../parts/phone.ts'
import { type QueueAddress, TABS, useQueueAddress } from '../parts/review/address.ts'
import { Detail } from '../parts/review/detail.tsx'
import { Queue } from '../parts/review/queue.tsx'
import { RemindAll } from '../parts/review/remind.tsx'
import { RoundChoice } from '../parts/review/rounds.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import {
  type NomineeCounts,
  type NomineeRow,
  nomineesOf,
  type QueueQuery,
  type Round,
  roundsOf,
} from '../review.ts'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

/** Nomination and review: the queue of a round, and beside it the file of one person. */
export function Review() {
  return (
    <View rows={12}>
      <Title text={titleOf()} />
      <Rounds />
    </View>
  )
}

function titleOf(): string {
  const has = useRoles()
  return has('village') ? t().review.titleVillage : t().review.title
}

function Rounds() {
  const rounds = createAsync(() => roundsOf())
  return (
    <Show when={rounds()}>
      {(known) => (
        <Show when={known().rounds.length > 0} fallback={<NoRound />}>
          <Work rounds={known().rounds} />
        </Show>
      )}
    </Show>
  )
}

function NoRound() {
  const has = useRoles()
  return (
    <>
      <div class="page-head">
        <h1>{titleOf()}</h1>
      </div>
      <section class="card">
        <Blank
          icon="log"
          title={t().review.empty.noRound}
          text={has('county') ? t().review.empty.noRoundCounty : t().review.empty.noRoundOther}
        />
      </section>
    </>
  )
}

/** The round of the address, else the latest that is open. */
function roundOf(rounds: readonly Round[], id: string): Round | undefined {
  return (
    rounds.find((round) => round.id === id) ??
    rounds.find(({ state }) => state === 'open') ??
    rounds[0]
  )
}

function Work(props: { rounds: readonly Round[] }) {
  const address = useQueueAddress()
  const round = () => roundOf(props.rounds, address.text('round'))
  const page = createAsync(() => nomineesOf({ ...address.asked(), round: round()?.id ?? '' }))
  const [said, setSaid] = createSignal<string | null>(null)
  /** On a phone the list and the file are two steps. */
  const showsList = () => !isPhone() || address.nominee() === null
  return (
    <Show when={page()}>
      {(known) => (
        <>
          <Show when={showsList()} fallback={<BackToList address={address} />}>
            <div class="page-head review-head">
              <h1>{titleOf()}</h1>
              <span class="hint">
                {t().review.facts(whole(known().counts.open), whole(known().counts.mine))}
              </span>
              <RoundChoice
                rounds={props.rounds}
                chosen={round()?.id ?? ''}
                choose={(id) => address.turn({ round: id, nominee: null, page: null, stage: null })}
              />
              <span class="push" />
              <span class="desk-only">
                <ExportTable
                  table="nominees"
                  name={titleOf()}
                  filters={filtersOf({ ...address.asked(), round: round()?.id ?? '' })}
                />
              </span>
              <Show when={round()?.mayNominate}>
                <A class="button" href="/nominations/new">
                  <Icon name="plus" />
                  {t().review.nominate}
                </A>
              </Show>
              <RemindAll nominees={useBelow(() => known().nominees)()} say={setSaid} />
            </div>
            <Tabs address={address} counts={known().counts} />
            <Done text={said()} />
          </Show>
          <div class="review-grid">
            <Show when={showsList()}>
              <Queue page={known()} round={round()} address={address} />
            </Show>
            <Show
              when={address.nominee()}
              fallback={<Show when={known().total > 0}>{<Choose />}</Show>}
              keyed
            >
              {(id) => <Detail id={id} />}
            </Show>
          </div>
        </>
      )}
    </Show>
  )
}

/** The table has every page of the queue. */
function filtersOf({ page: _, ...asked }: QueueQuery): Record<string, string> {
  return asked as Record<string, string>
}

/** Those of the page who wait for the level below, or for departments. */
function useBelow(rows: () => readonly NomineeRow[]): () => string[] {
  const has = useRoles()
  const below = () =>
    has('county') ? ['village', 'township', 'departments'] : has('township') ? ['village'] : []
  return () => rows().flatMap(({ id, waitsFor }) => (below().includes(waitsFor) ? [id] : []))
}

function BackToList(props: { address: QueueAddress }) {
  return (
    <nav class="crumbs" aria-label={t().review.back}>
      <a href={props.address.href({ nominee: null })}>
        <Icon name="left" />
        {t().review.back}
      </a>
    </nav>
  )
}

function Tabs(props: { address: QueueAddress; counts: NomineeCounts }) {
  return (
    <nav class="page-tabs review-tabs" aria-label={t().review.tabsLabel}>
      <For each={TABS}>
        {(tab) => (
          <a
            noScroll
            href={props.address.href({ tab: tab === 'open' ? null : tab, page: null })}
            aria-current={props.address.tab() === tab ? 'page' : undefined}
          >
            {t().review.tabs[tab]}
            <span class="chip" classList={{ accent: props.address.tab() === tab }}>
              {whole(props.counts[tab])}
            </span>
          </a>
        )}
      </For>
    </nav>
  )
}

function Choose() {
  return (
    <Show when={!isPhone()}>
      <section class="card">
        <Blank icon="person" title={t().review.empty.choose} text={t().review.empty.chooseText} />
      </section>
    </Show>
  )
}
