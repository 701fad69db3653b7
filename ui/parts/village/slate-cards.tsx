import { For, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import type { Post } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { FitBar } from '../fit.tsx'
import { PersonFacts, PersonLink } from '../person-line.tsx'
import { useBoard } from './board.ts'
import { doubleOf, type Row } from './rows.ts'

/** The proposed team on a phone: one card for each person, to read. */
export function SlateCards(props: { rows: Row[]; vacancies: Post[] }) {
  const board = useBoard()
  const postName = (post: Post) => t().postIn[board.village.kind][post]
  return (
    <ul class="slate-cards">
      <For each={props.rows}>{(row) => <SeatCard row={row} />}</For>
      <For each={props.vacancies}>
        {(post) => (
          <li>
            <span class="hint">{postName(post)}</span>{' '}
            <span class="chip open">{t().slate.vacant}</span>
            <p class="hint">{t().slate.vacantHint}</p>
          </li>
        )}
      </For>
    </ul>
  )
}

function SeatCard(props: { row: Row }) {
  const board = useBoard()
  const seat = () => props.row.seats[0]
  const person = () => board.person(props.row.talent)
  return (
    <li>
      <div class="row">
        <span class="hint">
          {props.row.posts.map((post) => t().postIn[board.village.kind][post]).join(t().separator)}
        </span>
        <Show when={doubleOf(props.row.posts)}>
          {(double) => <span class="chip">{t().slate[double()]}</span>}
        </Show>
        <span class="push row">
          <FitBar fit={seat()} />
          <b>{fitPoints(seat().fit)}</b>
        </span>
      </div>
      <div>
        <PersonLink
          id={props.row.talent}
          person={person()}
          open={() => board.openPerson(props.row.talent, seat().post)}
        />{' '}
        <PersonFacts person={person()} />
      </div>
      <p class="second small">
        {seat()
          .reasons.slice(0, 1)
          .map((words) => say(words))
          .join('')}
      </p>
    </li>
  )
}
