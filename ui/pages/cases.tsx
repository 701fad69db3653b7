import { createAsync } from '@solidjs/router'
import { batch, createEffect, createSignal, For, Show } from 'solid-js'
import { dictionaryOf } from '../administration.ts'
import { type AnswerKind, type CaseList, casesOf, type ReviewCase } from '../cases.ts'
import { whole } from '../format.ts'
import { personName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { departmentName } from '../parts/account/reach.ts'
import { type CaseAddress, hrefOf, useCaseAddress } from '../parts/cases/address.ts'
import { CaseRows } from '../parts/cases/list.tsx'
import { OlderCases } from '../parts/cases/older.tsx'
import { CasePerson } from '../parts/cases/person.tsx'
import { createSelection } from '../parts/cases/selection.ts'
import { createWalk, nextOf, waitingOf } from '../parts/cases/walk.ts'
import { Icon } from '../parts/icon.tsx'
import { isPhone } from '../parts/phone.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useSession } from '../session.ts'
import type { DictionaryEntry } from '../types.ts'
import { t } from '../words/index.ts'

/** The joint review as a department sees it: who waits, and beside it one person with the answer. */
export function Cases() {
  return (
    <View rows={10}>
      <Title text={t().cases.title} />
      <Work />
    </View>
  )
}

function Work() {
  const address = useCaseAddress()
  const list = createAsync(() => casesOf(address.state(), address.page()))
  const department = useDepartment()
  const walk = createWalk()
  /** Told where it led: another look at somebody else ends it. */
  const [said, setSaid] = createSignal<{ text: string; at: string | null } | null>(null)
  const shownSaid = () => (said()?.at === address.nominee() ? said()!.text : null)
  const selection = createSelection(() => waitingOf(list.latest?.cases ?? []))
  const showsList = () => !isPhone() || address.nominee() === null
  openFirst(address, () => list())
  function done(one: ReviewCase, answer: AnswerKind, isFirst: boolean) {
    if (one.nominee === null) return
    const next = isFirst ? nextOf(one.nominee, list.latest?.cases ?? []) : one.nominee
    const text = t().cases.sent(personName(one.name), t().cases.answer[answer])
    batch(() => {
      setSaid({ text, at: next })
      walk.finish(one.nominee!)
    })
    if (isFirst) address.go(next)
  }
  return (
    <Show when={list()}>
      {(known) => (
        <>
          <Head list={known()} department={department()} address={address} isWhole={showsList()} />
          <Show when={!showsList()}>
            <Steps
              address={address}
              department={department()}
              place={
                address.state() === 'open'
                  ? walk.placeOf(address.nominee() ?? '', known(), address.page())
                  : null
              }
            />
          </Show>
          <Done text={shownSaid()} />
          <div class="review-grid cases-grid">
            <Show when={showsList()}>
              <CaseRows
                list={known()}
                address={address}
                selection={selection}
                done={walk.done().length}
                onPassed={(nominees) => {
                  const isHere = nominees.includes(address.nominee() ?? '')
                  const rest = waitingOf(known().cases).map(({ nominee }) => nominee)
                  const next = rest.find((one) => !nominees.includes(one)) ?? null
                  const at = isHere ? next : address.nominee()
                  setSaid({ text: t().cases.passed(nominees.length), at })
                  walk.finish(...nominees)
                  if (isHere) address.go(next, true)
                }}
              />
            </Show>
            <Show when={address.nominee()} keyed fallback={<Choose list={known()} />}>
              {(nominee) => (
                <CasePerson
                  nominee={nominee}
                  after={nextOf(nominee, known().cases) === null ? t().cases.last : t().cases.next}
                  onDone={done}
                />
              )}
            </Show>
          </div>
          <Show when={showsList()}>
            <OlderCases cases={known().cases} />
          </Show>
        </>
      )}
    </Show>
  )
}

/** On a desk the first who waits stands beside the list; the address says so, that the way back leads there. */
function openFirst(address: CaseAddress, list: () => CaseList | undefined) {
  createEffect(() => {
    const first = waitingOf(list()?.cases ?? [])[0]
    if (!isPhone() && address.nominee() === null && first) address.go(first.nominee, true)
  })
}

/** The name of the own department; the page never waits for it. */
function useDepartment(): () => string {
  const { account } = useSession()
  const entries = createAsync<DictionaryEntry[]>(
    async () => (await dictionaryOf('departments')).entries,
    { initialValue: [] },
  )
  return () => departmentName(account().department, entries.latest ?? [])
}

function Head(props: {
  list: CaseList
  department: string
  address: CaseAddress
  isWhole: boolean
}) {
  const counts = () => props.list.counts
  return (
    <Show when={props.isWhole}>
      <div class="page-head review-head">
        <h1>{t().cases.title}</h1>
        <span class="hint">{t().cases.facts(props.department, counts().open, counts().late)}</span>
      </div>
      <nav class="page-tabs review-tabs" aria-label={t().cases.tabsLabel}>
        <For each={['open', 'answered'] as const}>
          {(state) => (
            <a
              noScroll
              href={hrefOf({ state, page: 1, nominee: null })}
              aria-current={props.address.state() === state ? 'page' : undefined}
            >
              {t().cases.tabs[state]}
              <span class="chip" classList={{ accent: props.address.state() === state }}>
                {whole(counts()[state])}
              </span>
            </a>
          )}
        </For>
      </nav>
    </Show>
  )
}

/** On a phone: the way back to the list, and how far it is. */
function Steps(props: {
  address: CaseAddress
  department: string
  place: { at: number; of: number } | null
}) {
  return (
    <nav class="crumbs case-steps" aria-label={t().cases.back}>
      <h1 class="hidden-text">{t().cases.title}</h1>
      <a href={props.address.href()}>
        <Icon name="left" />
        {t().cases.back}
      </a>
      <span class="push">
        <Show when={props.place} fallback={props.department}>
          {(known) => <>{t().cases.progress(props.department, known().at, known().of)}</>}
        </Show>
      </span>
    </nav>
  )
}

function Choose(props: { list: CaseList }) {
  return (
    <Show when={!isPhone() && waitingOf(props.list.cases).length > 0}>
      <section class="card">
        <Blank icon="person" title={t().cases.empty.choose} text={t().cases.empty.chooseText} />
      </section>
    </Show>
  )
}
