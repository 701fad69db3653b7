import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Person } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { FitLine } from '../fit.tsx'
import { StateWord, stateOf } from '../mark.tsx'
import { factsOf } from '../person-line.tsx'
import { missText } from '../target.ts'
import { doubleOf, type Row, rowsOf, vacanciesOf } from '../village/rows.ts'
import { MissBody } from '../village/why-not.tsx'
import type { Outcome } from './results.tsx'

/** The team of one village under its row, beside what it misses and what would mend it. */
export function TeamDetail(props: { outcome: Outcome; people: Map<string, Person> }) {
  const kind = () => props.outcome.village.kind
  return (
    <div class="team-detail">
      <div>
        <table class="table">
          <tbody>
            <For each={rowsOf(props.outcome.slate)}>
              {(row) => <TeamRow row={row} kind={kind()} person={props.people.get(row.talent)} />}
            </For>
            <For each={vacanciesOf(props.outcome.village, props.outcome.slate)}>
              {(post) => (
                <tr>
                  <th scope="row">{t().postIn[kind()][post]}</th>
                  <td colspan="3">
                    <span class="chip open">{t().slate.vacant}</span>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class="row wrap">
          <A class="button slim" href={`/villages/${props.outcome.village.code}`}>
            {t().plan.open}
          </A>
          <span class="hint">{t().slate.law[kind()]}</span>
        </p>
      </div>
      <div class="team-misses">
        <For each={props.outcome.missed}>
          {(target) => (
            <section>
              <h3 class="row wrap">
                {targetName(target.id)}
                <span class="hint">{t().tier[target.tier]}</span>
                <span class="push">
                  <StateWord state={stateOf(target)}>{missText(target)}</StateWord>
                </span>
              </h3>
              <Show
                when={props.outcome.misses.find((miss) => miss.target === target.id)}
                fallback={<p>{say(target.reason)}</p>}
              >
                {(miss) => <MissBody miss={miss()} person={(id) => props.people.get(id)} />}
              </Show>
            </section>
          )}
        </For>
      </div>
    </div>
  )
}

function TeamRow(props: { row: Row; kind: 'village' | 'community'; person: Person | undefined }) {
  return (
    <tr>
      <th scope="row" class="nowrap">
        <For each={props.row.posts}>{(post) => <div>{t().postIn[props.kind][post]}</div>}</For>
      </th>
      <td class="person">
        <b>{personName(props.person?.name ?? props.row.talent)}</b>{' '}
        <Show when={doubleOf(props.row.posts)}>
          {(double) => <span class="chip">{t().slate[double()]}</span>}
        </Show>
        <br />
        <span class="hint">
          <Show when={props.person}>{(person) => factsOf(person())}</Show>
        </span>
      </td>
      <td class="nowrap">
        <For each={props.row.seats}>{(seat) => <FitLine fit={seat} />}</For>
      </td>
      <td class="small second">{reasonOf(props.row)}</td>
    </tr>
  )
}

function reasonOf({ seats }: Row): string {
  const [first] = seats[0].reasons
  return first ? say(first) : ''
}
