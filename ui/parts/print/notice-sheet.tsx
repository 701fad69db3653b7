import { For } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { Noticed, NoticeText } from '../../prints.ts'
import { useSession } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { educationOf, monthOf, partyOf, sexOf, workOf } from './say.ts'
import { PrintSheet } from './sheet.tsx'

export type NoticeOfPaper = {
  round: NoticeText['round']
  stage: NoticeText['stages'][number]
  startsOn: string
  /** Null until the calendar has said. */
  endsOn: string | null
  days: number
  place: string
  contact: string
  /** Who gives the notice. */
  by: string
  people: readonly Noticed[]
}

const w = () => t().prints.notice

/** The text that hangs in public: who, what for, from when to when, and whom to tell. */
export function NoticeSheet(props: NoticeOfPaper) {
  const { county } = useSession()
  const before = () => props.stage.before.map(say).join(t().comma)
  const isReserve = () => props.round.kind === 'reserve'
  return (
    <PrintSheet name={w().title} class="notice-sheet">
      <h1>{isReserve() ? w().reserveTitle : w().title}</h1>
      <p class="print-facts">
        <span>{placeName(county().name)}</span>
        <span>{props.round.name}</span>
      </p>
      <p class="print-text">
        {isReserve() ? w().reserveText(before()) : w().text(before(), props.people.length)}
      </p>
      <table class="notice-table">
        <thead>
          <tr>
            <For each={w().columns}>{(column) => <th scope="col">{column}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.people}>
            {({ person, target }, at) => (
              <tr>
                <td>{at() + 1}</td>
                <td class="print-name">{personName(person.name)}</td>
                <td>{sexOf(person)}</td>
                <td>{monthOf(person.bornOn)}</td>
                <td>{educationOf(person)}</td>
                <td>{partyOf(person)}</td>
                <td>{workOf(person)}</td>
                <td>
                  {placeName(target.township.name)}
                  {target.village ? placeName(target.village.name) : ''}
                </td>
                <td>
                  <For each={target.posts} fallback={w().pool}>
                    {(post) => <div>{w().post[post]}</div>}
                  </For>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <div class="print-together">
        <p class="print-text">
          {w().span(props.startsOn, props.endsOn ?? t().unknown, props.days)}
          {props.place ? w().place(props.place) : ''}
        </p>
        <p class="print-text">{w().objections}</p>
        <p class="print-text">{w().contact(props.contact || w().blank)}</p>
        <p class="print-text">{isReserve() ? w().reserveLaw : w().law}</p>
        <p class="print-by">
          {props.by}
          <br />
          {t().prints.date(props.startsOn)}
        </p>
      </div>
    </PrintSheet>
  )
}
