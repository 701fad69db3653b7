import { A, createAsync, useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { signConclusions, type YearAsked, type YearBoard, yearOf } from '../checks.ts'
import { placeName } from '../names.ts'
import { useBoardAddress } from '../parts/checks/address.ts'
import { OF_YEAR } from '../parts/checks/aspects.ts'
import { yearColumns } from '../parts/checks/facts.tsx'
import { Find, Periods, States } from '../parts/checks/filters.tsx'
import { Pages } from '../parts/checks/pages.tsx'
import { Sections } from '../parts/checks/sections.tsx'
import type { SheetRow } from '../parts/checks/sheet-row.ts'
import { yearBody } from '../parts/checks/sign-panel.tsx'
import { TownshipChoice } from '../parts/checks/township-choice.tsx'
import { SheetWork } from '../parts/checks/work.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

const PATH = '/conclusions'
const TABS = ['all', 'open', 'signed'] as const
type Address = ReturnType<typeof useBoardAddress>

/** What the county concludes of a year, person by person, beside what the year brought. */
export function Conclusions() {
  const address = useBoardAddress(PATH)
  return (
    <>
      <Title text={t().conclusions.title} />
      <View rows={12}>
        <Shown address={address} />
      </View>
    </>
  )
}

function Shown(props: { address: Address }) {
  const board = createAsync(() => yearOf(props.address.asked() as YearAsked))
  return (
    <Show when={board.latest}>
      {(known) => (
        <>
          <Head board={known()} address={props.address} />
          <Sections />
          <Show when={known().counts.all > 0} fallback={<Empty />}>
            <Work board={known()} address={props.address} />
          </Show>
        </>
      )}
    </Show>
  )
}

function Head(props: { board: YearBoard; address: Address }) {
  const counts = () => props.board.counts
  const due = () =>
    props.board.isLate
      ? t().checks.lateSince(props.board.dueOn)
      : t().conclusions.dueBy(props.board.dueOn)
  return (
    <div class="page-head sheet-page-head">
      <div class="titles row wrap">
        <h1>{t().conclusions.title}</h1>
        <span class="hint">
          {[
            ...(props.board.township ? [placeName(props.board.township.name)] : []),
            t().conclusions.facts(counts().all, counts().signed),
            due(),
          ].join(t().separator)}
        </span>
      </div>
      <div class="row wrap push sheet-choices">
        <TownshipChoice
          code={props.board.township?.code ?? ''}
          set={(township) => props.address.set({ township })}
        />
        <Periods
          label={t().conclusions.chooseYear}
          periods={props.board.years}
          value={props.board.year}
          name={t().conclusions.year}
          set={(year) => props.address.set({ year })}
        />
      </div>
    </div>
  )
}

function Work(props: { board: YearBoard; address: Address }) {
  const send = useAction(signConclusions)
  const asked = () => props.address.asked()
  const rowOf = (id: string) => props.board.people.find(({ talent }) => talent.id === id)!
  const leave = (step: 1 | -1) => {
    const page = props.board.page + step
    const isThere = page >= 1 && (page - 1) * props.board.pageSize < props.board.total
    if (isThere) props.address.set({ page: String(page) })
    return isThere
  }
  return (
    <>
      <div class="row wrap sheet-filters">
        <States
          states={TABS.map((id) => ({
            id,
            name: t().conclusions.tabs[id],
            count: props.board.counts[id],
          }))}
          current={asked().state ?? 'all'}
          set={(state) => props.address.set({ state: state === 'all' ? undefined : state })}
        />
        <Find value={asked().q ?? ''} set={(q) => props.address.set({ q })} />
      </div>
      <Show when={props.board.people.length > 0} fallback={<Nobody board={props.board} />}>
        <Show when={props.board.year} keyed>
          {(year) => (
            <SheetWork
              sheet={`year.${year}`}
              label={t().conclusions.tableLabel}
              rows={rowsOf(props.board)}
              columns={yearColumns(rowOf)}
              aspects={OF_YEAR}
              isLate={props.board.isLate}
              hasOpinions={false}
              keys={t().conclusions.keys}
              answerLabel={t().conclusions.answerOf}
              signTitle={(n) => t().checks.signYearTitle(n, t().conclusions.year(year))}
              send={(people) => send({ year, conclusions: people.map(yearBody) })}
              leave={leave}
            />
          )}
        </Show>
        <Pages
          page={props.board.page}
          pageSize={props.board.pageSize}
          total={props.board.total}
          href={(page) => props.address.href({ page: String(page) })}
        />
      </Show>
    </>
  )
}

function Empty() {
  return (
    <section class="card">
      <Blank icon="people" title={t().checks.emptyTitle} text={t().checks.emptyText} />
    </section>
  )
}

function Nobody(props: { board: YearBoard }) {
  return (
    <section class="card">
      <Blank
        icon="search"
        title={props.board.counts.open === 0 ? t().checks.doneTitle : t().checks.nobodyTitle}
        text={t().checks.nobodyText(props.board.counts.all)}
      >
        <A class="button" href={PATH}>
          {t().checks.showAll}
        </A>
      </Blank>
    </section>
  )
}

function rowsOf({ people }: YearBoard): SheetRow[] {
  return people.map(({ talent, village, conclusion }) => ({
    ...{ id: talent.id, name: talent.name, village: village.name, opinions: [], about: '' },
    standing: conclusion,
    signed: conclusion,
  }))
}
