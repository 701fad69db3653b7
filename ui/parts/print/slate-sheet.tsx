import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Miss, NextBest, Person, Slate, Structure } from '../../types.ts'
import { t } from '../../words/index.ts'
import { type Row, rowsOf, vacanciesOf } from '../village/rows.ts'
import { ageOf, educationOf, partyOf, postsIn, sexOf, workOf } from './say.ts'
import { PrintSheet, Seal } from './sheet.tsx'
import { SlateTargets } from './slate-targets.tsx'
import { mendsOf, reasonsOf } from './slate-words.ts'

export type SlateOfPaper = {
  village: {
    code: string
    name: string
    kind: 'village' | 'community'
    seats: { party: number; committee: number; supervision: number }
  }
  township: string
  slate: Slate
  misses: readonly Miss[]
  lastTerm: Structure | null
  person: (id: string) => Person | undefined
  /** Next people of each member; null: not asked for. */
  nextOf: ((talent: string) => readonly NextBest[]) | null
  /** Which draft this is, by the day and hour it was worked out. */
  draft: string
  policyVersion: number
  referenceOn: string
}

/** The proposed team of one village for the township's Party committee. */
export function SlateSheet(props: SlateOfPaper) {
  const words = () => t().prints.slate
  const name = () => placeName(props.village.name)
  return (
    <PrintSheet name={words().title(name())} class="slate-sheet">
      <h1>{words().title(name())}</h1>
      <p class="print-facts">
        <span>{words().for(placeName(props.township))}</span>
        <span>{props.draft}</span>
        <span>{t().prints.policy(props.policyVersion)}</span>
        <span>{t().prints.agesOn(props.referenceOn)}</span>
      </p>
      <Team {...props} />
      <p class="paper-note">
        <Show when={props.nextOf}>{words().nextNote}</Show>
        {words().note}
        {t().slate.law[props.village.kind]}
      </p>
      <SlateTargets slate={props.slate} lastTerm={props.lastTerm} />
      <Opinions {...props} />
    </PrintSheet>
  )
}

function Team(props: SlateOfPaper) {
  const words = () => t().prints.slate
  const vacancies = () => vacanciesOf(props.village, props.slate)
  const columns = () => [...words().columns, ...(props.nextOf ? [words().next] : [])]
  return (
    <table class="slate-team" classList={{ 'with-next': props.nextOf !== null }}>
      <thead>
        <tr>
          <For each={columns()}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={rowsOf(props.slate)}>
          {(row, at) => <Member {...props} row={row} at={at() + 1} />}
        </For>
        <For each={vacancies()}>
          {(post) => (
            <tr>
              <td>{t().dash}</td>
              <td>{t().postIn[props.village.kind][post]}</td>
              <td colspan={columns().length - 2}>■ {t().slate.vacant}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function Member(props: SlateOfPaper & { row: Row; at: number }) {
  const person = () => props.person(props.row.talent)
  const isDiscipline = () => props.row.seats.some(({ portfolio }) => portfolio === 'discipline')
  return (
    <tr>
      <td>{props.at}</td>
      <td>
        <For each={postsIn(props.village.kind, props.row.posts)}>{(post) => <div>{post}</div>}</For>
        <Show when={isDiscipline()}>
          <div>{t().prints.slate.discipline}</div>
        </Show>
      </td>
      <td class="print-name">{personName(person()?.name ?? t().unknown)}</td>
      <Show when={person()} fallback={<td colspan={5}>{t().unknown}</td>}>
        {(known) => (
          <>
            <td>{sexOf(known())}</td>
            <td>{ageOf(known())}</td>
            <td>{educationOf(known())}</td>
            <td>{partyOf(known())}</td>
            <td>{workOf(known())}</td>
          </>
        )}
      </Show>
      <Show when={props.nextOf}>
        {(nextOf) => (
          <td>
            <For each={nextOf()(props.row.talent).slice(0, 2)} fallback={t().prints.slate.noNext}>
              {(next) => <div>{nextText(next, props.person(next.talent))}</div>}
            </For>
          </td>
        )}
      </Show>
    </tr>
  )
}

/** With a star: something has to be settled first. */
function nextText({ eligibility }: NextBest, person: Person | undefined): string {
  const name = personName(person?.name ?? t().unknown)
  return eligibility === 'eligible' ? name : `${name}*`
}

function Opinions(props: SlateOfPaper) {
  const words = () => t().prints.slate
  return (
    <table class="print-opinions">
      <tbody>
        <tr class="long">
          <th scope="row">{words().reasons}</th>
          <td class="text">{reasonsOf(props)}</td>
        </tr>
        <tr class="long">
          <th scope="row">{words().missed}</th>
          <td class="text">
            <For each={mendsOf(props)} fallback={words().allMet}>
              {(line) => <p>{line}</p>}
            </For>
          </td>
        </tr>
        <tr>
          <th scope="row">{words().opinion}</th>
          <td class="text">
            <Seal />
          </td>
        </tr>
      </tbody>
    </table>
  )
}
