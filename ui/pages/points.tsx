import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type PointsBoard, type PointsRow, pointsOf } from '../checks.ts'
import { plainNumber } from '../format.ts'
import { personName, placeName } from '../names.ts'
import { useBoardAddress } from '../parts/checks/address.ts'
import { Periods } from '../parts/checks/filters.tsx'
import { periodName } from '../parts/checks/period.ts'
import { PointsDrawer } from '../parts/checks/points-drawer.tsx'
import { Sections } from '../parts/checks/sections.tsx'
import { TownshipChoice } from '../parts/checks/township-choice.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

type Address = ReturnType<typeof useBoardAddress>

/** Growth points of a township's people: for the offices alone, and every point with its entry. */
export function Points() {
  const address = useBoardAddress('/points')
  return (
    <>
      <Title text={t().growthPoints.title} />
      <View rows={12}>
        <Shown address={address} />
      </View>
    </>
  )
}

function Shown(props: { address: Address }) {
  const asked = () => props.address.asked()
  const board = createAsync(() => pointsOf(asked().quarter, asked().township))
  const [open, setOpen] = createSignal<PointsRow | null>(null)
  return (
    <Show when={board.latest}>
      {(known) => (
        <>
          <Head board={known()} address={props.address} />
          <Sections />
          <Show
            when={known().people.length > 0}
            fallback={
              <section class="card">
                <Blank
                  icon="people"
                  title={t().growthPoints.emptyTitle}
                  text={t().growthPoints.emptyText}
                />
              </section>
            }
          >
            <Talks board={known()} open={setOpen} />
            <Ranked board={known()} open={setOpen} />
          </Show>
          <PointsDrawer row={open()} quarter={known().quarter} close={() => setOpen(null)} />
        </>
      )}
    </Show>
  )
}

function Head(props: { board: PointsBoard; address: Address }) {
  return (
    <div class="page-head sheet-page-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{t().growthPoints.title}</h1>
          <span class="hint">
            {[
              placeName(props.board.township.name),
              t().growthPoints.facts(props.board.counts.all, props.board.counts.kept),
              props.board.ranked === null
                ? t().growthPoints.tooFew(props.board.rankedFrom)
                : t().growthPoints.ranked(props.board.ranked),
            ].join(t().separator)}
          </span>
        </div>
        <p class="hint">{t().growthPoints.hint}</p>
      </div>
      <div class="row wrap push sheet-choices">
        <TownshipChoice
          code={props.board.township.code}
          set={(township) => props.address.set({ township })}
        />
        <ExportTable
          table="points"
          name={t().growthPoints.title}
          filters={{ quarter: props.board.quarter, township: props.board.township.code }}
        />
        <Periods
          label={t().checks.chooseQuarter}
          periods={props.board.quarters}
          value={props.board.quarter}
          name={periodName}
          set={(quarter) => props.address.set({ quarter })}
        />
      </div>
    </div>
  )
}

/** The last tenth: whom a talk is suggested with. Nothing follows by itself. */
function Talks(props: { board: PointsBoard; open: (row: PointsRow) => void }) {
  const people = () => props.board.people.filter(({ isLastTenth }) => isLastTenth)
  return (
    <Show when={people().length > 0}>
      <section class="card" aria-labelledby="talks">
        <div class="card-head">
          <h2 id="talks">{t().growthPoints.talkTitle}</h2>
          <span class="hint">{t().growthPoints.talkHint}</span>
        </div>
        <div class="card-body">
          <p class="second">{t().growthPoints.talkText}</p>
          <p class="row wrap talk-names">
            <For each={people()}>
              {(row) => (
                <button type="button" class="button slim" onClick={() => props.open(row)}>
                  {personName(row.talent.name)}
                  <span class="hint">{placeName(row.village.name)}</span>
                </button>
              )}
            </For>
          </p>
        </div>
      </section>
    </Show>
  )
}

function Ranked(props: { board: PointsBoard; open: (row: PointsRow) => void }) {
  return (
    <section class="card" aria-label={t().growthPoints.title}>
      <section class="scroll" tabindex="0" aria-label={t().growthPoints.title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="number">
                {t().growthPoints.rank}
              </th>
              <th scope="col">{t().growthPoints.name}</th>
              <th scope="col">{t().growthPoints.village}</th>
              <th scope="col" class="number">
                {t().growthPoints.points}
              </th>
              <th scope="col">{t().growthPoints.talk}</th>
              <th scope="col">
                <span class="hidden-text">{t().growthPoints.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.board.people}>
              {(row) => (
                <tr>
                  <td class="number">{row.rank ?? <span class="hint">{t().dash}</span>}</td>
                  <th scope="row" class="nowrap">
                    <a href={`/talents/${row.talent.id}`}>{personName(row.talent.name)}</a>
                  </th>
                  <td class="nowrap">{placeName(row.village.name)}</td>
                  <td class="number">
                    <Show
                      when={row.points !== null}
                      fallback={<span class="hint">{t().growthPoints.noneKept}</span>}
                    >
                      <b class="medium">{plainNumber(row.points!)}</b>
                    </Show>
                  </td>
                  <td class="nowrap">{row.isLastTenth ? t().growthPoints.talkWord : ''}</td>
                  <td class="nowrap number">
                    <button
                      type="button"
                      class="button slim"
                      aria-haspopup="dialog"
                      aria-label={t().growthPoints.openOf(personName(row.talent.name))}
                      onClick={() => props.open(row)}
                    >
                      {t().growthPoints.open}
                    </button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  )
}
