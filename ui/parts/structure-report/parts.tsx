import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { KeyLine, StructureReport } from '../../structure-report.ts'
import { say, t } from '../../words/index.ts'
import { Unknown } from '../states.tsx'
import { ChangeMark } from './change.tsx'

const w = () => t().structureReport

/** Villages and communities apart. */
export function KindsCard(props: { report: StructureReport }) {
  return (
    <section class="card" aria-labelledby="structure-kinds">
      <div class="card-head">
        <h2 id="structure-kinds">{w().kindsTitle}</h2>
        <span class="hint">{w().partsHint}</span>
      </div>
      <PlacesTable
        report={props.report}
        label={w().kindsTitle}
        rows={props.report.kinds.map(({ kind, villages, lines }) => ({
          ...{ key: kind, name: w().kind[kind], villages: String(villages), lines },
        }))}
      />
    </section>
  )
}

/** Place by place; a name leads to its own structure. */
export function PartsCard(props: { report: StructureReport; choose: (code: string) => void }) {
  const title = () => w().partsTitle[props.report.by]
  return (
    <section class="card" aria-labelledby="structure-parts">
      <div class="card-head">
        <h2 id="structure-parts">{title()}</h2>
        <span class="hint">{w().partsHint}</span>
      </div>
      <PlacesTable
        report={props.report}
        label={title()}
        choose={props.choose}
        rows={props.report.parts.map(({ code, name, compared, villages, lines }) => ({
          ...{ key: code, name: placeName(name), lines },
          villages: compared === villages ? String(villages) : `${compared} / ${villages}`,
        }))}
      />
    </section>
  )
}

type Row = { key: string; name: string; villages: string; lines: KeyLine[] }

function PlacesTable(props: {
  report: StructureReport
  label: string
  rows: Row[]
  choose?: (code: string) => void
}) {
  return (
    <section class="scroll" tabindex="0" aria-label={props.label}>
      <table class="table structure-parts" data-density="compact" aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{w().place}</th>
            <th scope="col" class="number">
              {w().villages}
            </th>
            <For each={props.rows[0]?.lines ?? []}>
              {({ id }) => (
                <th scope="col" class="number">
                  {nameOf(props.report, id)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row" class="medium nowrap">
                  <Show when={props.choose} fallback={row.name}>
                    {(choose) => (
                      <button type="button" class="figure" onClick={() => choose()(row.key)}>
                        {row.name}
                      </button>
                    )}
                  </Show>
                </th>
                <td class="number">{row.villages}</td>
                <For each={row.lines}>{(line) => <PartCell line={line} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function PartCell(props: { line: KeyLine }) {
  return (
    <td class="number">
      <Show when={props.line.after?.text} fallback={<Unknown />}>
        {(text) => (
          <>
            <span class="nowrap">{text()}</span>{' '}
            <Show when={props.line.change && props.line.change.sign !== 0}>
              <ChangeMark change={props.line.change!} unit="" />
            </Show>
            <span class="hint block nowrap">{props.line.before?.text ?? t().unknown}</span>
          </>
        )}
      </Show>
    </td>
  )
}

function nameOf({ groups }: StructureReport, id: string): string {
  const line = groups[0]?.lines.find((one) => one.id === id)
  return line ? say(line.words) : id
}

/** 3 镇未报: who is in no figure, and why. */
export function LacksCard(props: { report: StructureReport }) {
  const villages = () => props.report.lacks.reduce((sum, one) => sum + one.villages.length, 0)
  return (
    <Show when={props.report.lacks.length > 0}>
      <section class="card" aria-labelledby="structure-lacks">
        <div class="card-head">
          <h2 id="structure-lacks">{w().lacksTitle}</h2>
          <span class="hint">{w().lacksOf(props.report.lacks.length, villages())}</span>
        </div>
        <ul class="structure-lacks">
          <For each={props.report.lacks}>
            {(lack) => (
              <li>
                <details>
                  <summary>
                    <b>{placeName(lack.township.name)}</b>{' '}
                    <span class="second">{w().townshipLacks(lack.villages.length, lack.of)}</span>
                  </summary>
                  <p class="second">
                    {lack.villages
                      .map((one) => `${placeName(one.name)}（${w().lack[one.lack]}）`)
                      .join(t().comma)}
                  </p>
                </details>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
