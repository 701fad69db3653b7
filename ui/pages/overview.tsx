import { A, createAsync } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { whole } from '../format.ts'
import { placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { sumOf } from '../parts/structure.ts'
import { StructureCells } from '../parts/structure-cells.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf, townshipOf } from '../queries.ts'
import type { Places, Township } from '../types.ts'
import { t } from '../words/index.ts'

/** The district: its townships, and the first step. */
export function Overview() {
  return (
    <View rows={11}>
      <Title text={t().overview.title} />
      <Townships />
    </View>
  )
}

function Townships() {
  const places = createAsync(() => placesOf())
  const townships = createAsync(async () => {
    const { townships } = await placesOf()
    return Promise.all(townships.map(({ code }) => townshipOf(code)))
  })
  return (
    <Show when={places()}>
      {(known) => (
        <>
          <Head places={known()} />
          <Show when={townships()}>
            {(list) => (
              <>
                <Show when={isEmpty(list())}>
                  <Beginning />
                </Show>
                <TownshipTable townships={list()} county={known().county.name} />
              </>
            )}
          </Show>
        </>
      )}
    </Show>
  )
}

const isEmpty = (townships: Township[]) =>
  townships.every(({ villages }) => villages.every(({ pool }) => pool === 0))

/** A county of its own begins without people: what to do before a team can be asked for. */
function Beginning() {
  return (
    <p class="note accent">
      <Icon name="table" />
      <span>
        {t().overview.begin} <A href="/imports">{t().imports.title}</A>
      </span>
    </p>
  )
}

function Head(props: { places: Places }) {
  const villages = () => props.places.townships.reduce((sum, one) => sum + one.villages.length, 0)
  return (
    <div class="page-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{t().overview.title}</h1>
          <span class="hint">
            {placeName(props.places.county.name)}
            {t().separator}
            {t().overview.facts(props.places.townships.length, villages())}
          </span>
        </div>
        <p class="second">{t().overview.question}</p>
      </div>
      <A class="button push" href="/plan">
        {t().overview.startPlan}
      </A>
    </div>
  )
}

function TownshipTable(props: { townships: Township[]; county: string }) {
  const villages = createMemo(() => props.townships.flatMap((one) => one.villages))
  const total = createMemo(() => sumOf(villages().map(({ lastTerm }) => lastTerm)))
  return (
    <section class="card" aria-labelledby="townships">
      <div class="card-head">
        <h2 id="townships">{t().overview.tableTitle}</h2>
        <span class="hint">{t().overview.tableHint}</span>
      </div>
      <div class="scroll">
        <table class="table townships" aria-labelledby="townships">
          <TownshipColumns />
          <tbody>
            <For each={props.townships}>{(township) => <TownshipRow township={township} />}</For>
          </tbody>
          <tfoot>
            <tr class="total">
              <th scope="row">{t().overview.total}</th>
              <Counts villages={villages()} />
              <StructureCells structure={total().sum} inPercent />
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <Show when={total().unknown > 0}>
        <p class="table-foot hint">{t().overview.missingTerm(total().unknown)}</p>
      </Show>
    </section>
  )
}

function TownshipColumns() {
  return (
    <thead>
      <tr>
        <th scope="col">{t().overview.township}</th>
        <th scope="col" class="number">
          {t().overview.villageCount}
        </th>
        <th scope="col" class="number">
          {t().overview.keyCount}
        </th>
        <th scope="col" class="number">
          {t().overview.seatCount}
        </th>
        <th scope="col" class="number">
          {t().overview.pool}
        </th>
        <th scope="col" class="number">
          {t().overview.meanAge}
        </th>
        <th scope="col" class="number">
          {t().overview.young}
        </th>
        <th scope="col" class="number">
          {t().overview.women}
        </th>
        <th scope="col" class="number">
          {t().overview.college}
        </th>
        <th scope="col">
          <span class="hidden-text">{t().overview.open}</span>
        </th>
      </tr>
    </thead>
  )
}

function TownshipRow(props: { township: Township }) {
  return (
    <tr>
      <th scope="row" class="medium nowrap">
        <A href={`/townships/${props.township.code}`}>{placeName(props.township.name)}</A>
      </th>
      <Counts villages={props.township.villages} />
      <StructureCells
        structure={sumOf(props.township.villages.map(({ lastTerm }) => lastTerm)).sum}
        inPercent
      />
      <td class="number">
        <A
          class="button slim"
          href={`/townships/${props.township.code}`}
          aria-label={`${t().overview.open} ${placeName(props.township.name)}`}
        >
          {t().overview.open}
        </A>
      </td>
    </tr>
  )
}

function Counts(props: { villages: Township['villages'] }) {
  const sum = (pick: (village: Township['villages'][number]) => number) =>
    whole(props.villages.reduce((total, one) => total + pick(one), 0))
  return (
    <>
      <td class="number">{props.villages.length}</td>
      <td class="number second">{sum((one) => (one.isKey ? 1 : 0))}</td>
      <td class="number">{sum(({ seats }) => seats.party + seats.committee)}</td>
      <td class="number">{sum(({ pool }) => pool)}</td>
    </>
  )
}
