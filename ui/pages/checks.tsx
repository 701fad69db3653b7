import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { type Board, type BoardAsked, boardOf, signChecks } from '../checks.ts'
import { personName, placeName } from '../names.ts'
import { useBoardAddress } from '../parts/checks/address.ts'
import { OF_QUARTER } from '../parts/checks/aspects.ts'
import { quarterColumns } from '../parts/checks/facts.tsx'
import { Find, Periods, States, Villages } from '../parts/checks/filters.tsx'
import { Pages } from '../parts/checks/pages.tsx'
import { periodName } from '../parts/checks/period.ts'
import { ProgressDrawer } from '../parts/checks/progress-drawer.tsx'
import { Sections } from '../parts/checks/sections.tsx'
import type { SheetRow } from '../parts/checks/sheet-row.ts'
import { quarterBody } from '../parts/checks/sign-panel.tsx'
import { TownshipChoice } from '../parts/checks/township-choice.tsx'
import { SheetWork } from '../parts/checks/work.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

const PATH = '/checks'
const TABS = ['all', 'open', 'opinion', 'signed'] as const
type Address = ReturnType<typeof useBoardAddress>

/** The check of a quarter: the township’s sheet of everybody under cultivation. */
export function Checks() {
  const address = useBoardAddress(PATH)
  return (
    <>
      <Title text={t().checks.title} />
      <View rows={12}>
        <Shown address={address} />
      </View>
    </>
  )
}

function Shown(props: { address: Address }) {
  const board = createAsync(() => boardOf(props.address.asked() as BoardAsked))
  return (
    <Show when={board.latest}>
      {(known) => (
        <>
          <Head board={known()} address={props.address} />
          <Sections />
          <Show
            when={known().counts.all > 0}
            fallback={
              <section class="card">
                <Blank icon="people" title={t().checks.emptyTitle} text={t().checks.emptyText} />
              </section>
            }
          >
            <Office board={known()} address={props.address} />
          </Show>
        </>
      )}
    </Show>
  )
}

function Head(props: { board: Board; address: Address }) {
  const has = useRoles()
  const [isOpen, setOpen] = createSignal(false)
  const counts = () => props.board.counts
  const filters = (): Record<string, string> => {
    const { page: _, ...narrowed } = props.address.asked() as Record<string, string>
    const township = props.board.township?.code
    return { ...narrowed, quarter: props.board.quarter, ...(township && { township }) }
  }
  const due = () =>
    (props.board.isLate ? t().checks.lateSince : t().checks.dueBy)(props.board.dueOn)
  return (
    <div class="page-head sheet-page-head">
      <div class="titles row wrap">
        <h1>{t().checks.title}</h1>
        <span class="hint">
          {[
            ...(props.board.township ? [placeName(props.board.township.name)] : []),
            t().checks.facts(counts().all, counts().signed),
            due(),
          ].join(t().separator)}
        </span>
      </div>
      <div class="row wrap push sheet-choices">
        <Show when={has('county')}>
          <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t().checks.progress}
          </button>
        </Show>
        <TownshipChoice
          code={props.board.township?.code ?? ''}
          set={(township) => props.address.set({ township, village: undefined })}
        />
        <span class="desk-only">
          <ExportTable table="checks" name={t().checks.title} filters={filters()} />
        </span>
        <Periods
          label={t().checks.chooseQuarter}
          periods={props.board.quarters}
          value={props.board.quarter}
          name={periodName}
          set={(quarter) => props.address.set({ quarter })}
        />
      </div>
      <ProgressDrawer
        quarter={props.board.quarter}
        isOpen={isOpen()}
        close={() => setOpen(false)}
        href={(township) => props.address.href({ township, village: undefined })}
      />
    </div>
  )
}

function Office(props: { board: Board; address: Address }) {
  const send = useAction(signChecks)
  const asked = () => props.address.asked()
  const rowOf = (id: string) => props.board.people.find(({ talent }) => talent.id === id)!
  const quarter = () => periodName(props.board.quarter)
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
            name: t().checks.tabs[id],
            count: countOf(props.board, id),
          }))}
          current={asked().state ?? 'all'}
          set={(state) => props.address.set({ state: state === 'all' ? undefined : state })}
        />
        <Find value={asked().q ?? ''} set={(q) => props.address.set({ q })} />
        <Villages
          villages={props.board.villages}
          value={asked().village ?? ''}
          set={(village) => props.address.set({ village })}
        />
        <Show when={props.board.ranked === null}>
          <span class="hint">{t().checks.tooFew}</span>
        </Show>
      </div>
      <Show when={props.board.people.length > 0} fallback={<Nobody {...props} />}>
        <Show when={props.board.quarter} keyed>
          {(period) => (
            <SheetWork
              sheet={`quarter.${period}`}
              label={t().checks.tableLabel}
              rows={rowsOf(props.board)}
              columns={quarterColumns(rowOf)}
              aspects={OF_QUARTER}
              isLate={props.board.isLate}
              hasOpinions
              keys={t().checks.keys}
              answerLabel={t().checks.answerOf}
              signTitle={(n) => t().checks.signTitle(n, quarter())}
              send={(people) => send({ quarter: period, checks: people.map(quarterBody) })}
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

function Nobody(props: { board: Board; address: Address }) {
  const isDone = () => props.address.asked().state === 'open' && props.board.counts.open === 0
  return (
    <section class="card">
      <Blank
        icon={isDone() ? 'check' : 'search'}
        title={isDone() ? t().checks.doneTitle : t().checks.nobodyTitle}
        text={t().checks.nobodyText(props.board.counts.all)}
      >
        <A class="button" href={PATH}>
          {t().checks.showAll}
        </A>
      </Blank>
    </section>
  )
}

function countOf({ counts }: Board, tab: (typeof TABS)[number]): number | null {
  if (tab === 'opinion') return null
  return counts[tab]
}

function rowsOf({ people }: Board): SheetRow[] {
  return people.map(({ talent, village, mentors, check, opinions }) => ({
    ...{ id: talent.id, name: talent.name, village: village.name, opinions },
    about: mentors.map(personName).join(t().comma),
    standing: check,
    signed: check,
  }))
}
