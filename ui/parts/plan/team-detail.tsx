import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Person, Post, Slate } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { FitLine } from '../fit.tsx'
import { Icon } from '../icon.tsx'
import { StateWord, stateOf } from '../mark.tsx'
import { factsOf } from '../person-line.tsx'
import { missText } from '../target.ts'
import { doubleOf, type Row, rowsOf, vacanciesOf } from '../village/rows.ts'
import { MissBody } from '../village/why-not.tsx'
import type { Draft } from './draft.ts'
import type { Outcome } from './outcomes.ts'

type Team = { outcome: Outcome; people: Map<string, Person>; draft: Draft }

/** The team of one village under its row, the supervisory committee apart, beside what it misses and would mend it. */
export function TeamDetail(props: Team) {
  return (
    <div class="team-detail">
      <div>
        <Committees {...props} isSupervision={false} />
        <Show when={props.outcome.village.seats.supervision > 0}>
          <Committees {...props} isSupervision={true} />
        </Show>
        <p class="row wrap">
          <A class="button slim" href={`/villages/${props.outcome.village.code}`}>
            {t().plan.open}
          </A>
          <span class="hint">{t().slate.law[props.outcome.village.kind]}</span>
        </p>
      </div>
      <Misses {...props} />
    </div>
  )
}

const SUPERVISION: readonly Post[] = ['supervision-head', 'supervisor']

/** The two committees, or the supervisory one; whoever sits in both parts stands in each with the posts of it. */
function Committees(props: Team & { isSupervision: boolean }) {
  const kind = () => props.outcome.village.kind
  const isHere = (post: Post) => SUPERVISION.includes(post) === props.isSupervision
  const slate = () => ({
    ...props.outcome.slate,
    seats: props.outcome.slate.seats.filter(({ post }) => isHere(post)),
  })
  const vacancies = () =>
    vacanciesOf(props.outcome.village, props.outcome.slate).filter((post) => isHere(post))
  const seats = () => {
    const { party, committee, supervision } = props.outcome.village.seats
    return props.isSupervision ? supervision : party + committee
  }
  const name = () =>
    props.isSupervision ? t().planning.team.supervision : t().planning.team.committees
  return (
    <table class="table team">
      <caption class="team-name">
        {name()} <span class="hint">{t().planning.team.seats(slate().seats.length, seats())}</span>
      </caption>
      <tbody>
        <For each={rowsOf(slate())}>
          {(row) => (
            <TeamRow
              row={row}
              kind={kind()}
              village={props.outcome.village.code}
              held={postsOf(props.outcome.slate, row.talent)}
              draft={props.draft}
              person={props.people.get(row.talent)}
            />
          )}
        </For>
        <For each={vacancies()}>
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
  )
}

type RowProps = {
  row: Row
  kind: 'village' | 'community'
  village: string
  /** All that the person holds here, on whatever committee. */
  held: Post[]
  draft: Draft
  person: Person | undefined
}

function TeamRow(props: RowProps) {
  const isDiscipline = () => props.row.seats.some(({ portfolio }) => portfolio === 'discipline')
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
        <Show when={isDiscipline()}>
          <span class="chip">{t().planning.team.discipline}</span>
        </Show>
        <br />
        <span class="hint">
          <Show when={props.person}>{(person) => factsOf(person())}</Show>
        </span>
        <span class="small second block">{reasonOf(props.row)}</span>
      </td>
      <td class="nowrap">
        <For each={props.row.seats}>{(seat) => <FitLine fit={seat} />}</For>
      </td>
      <td class="nowrap desk-only-cell">
        <Choose {...props} />
      </td>
    </tr>
  )
}

/** Pins to just these posts, or keeps out of this village; the same again takes it back. */
function Choose(props: RowProps) {
  const { draft } = props
  const name = () => personName(props.person?.name ?? props.row.talent)
  const isPinned = () => draft.isPinned(props.row.talent, props.village)
  const isExcluded = () => draft.isExcluded(props.row.talent, props.village)
  const posts = () => props.held.map((post) => t().postIn[props.kind][post]).join(t().comma)
  const words = () => t().planning.draft
  const release = () => draft.release(props.row.talent, props.village)
  return (
    <span class="row">
      <button
        type="button"
        class="button slim"
        aria-pressed={isPinned()}
        aria-label={isPinned() ? words().unpinOf(name()) : words().pinOf(name(), posts())}
        onClick={() =>
          isPinned() ? release() : draft.pin(props.row.talent, props.village, props.held)
        }
      >
        <Icon name="pin" />
        {words().pin}
      </button>
      <button
        type="button"
        class="button slim danger"
        aria-pressed={isExcluded()}
        aria-label={isExcluded() ? words().restoreOf(name()) : words().excludeOf(name())}
        onClick={() => (isExcluded() ? release() : draft.exclude(props.row.talent, props.village))}
      >
        <Icon name="exclude" />
        {words().exclude}
      </button>
    </span>
  )
}

function Misses(props: Team) {
  return (
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
  )
}

const postsOf = ({ seats }: Slate, talent: string) =>
  seats.filter((seat) => seat.talent === talent).map(({ post }) => post)

function reasonOf({ seats }: Row): string {
  const [first] = seats[0].reasons
  return first ? say(first) : ''
}
