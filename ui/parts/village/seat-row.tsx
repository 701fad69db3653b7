import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Finding, NextBest, Post, TargetResult } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetChip, targetName } from '../ages.ts'
import { FitLine } from '../fit.tsx'
import { Icon } from '../icon.tsx'
import { PersonFacts, PersonLink } from '../person-line.tsx'
import { useBoard } from './board.ts'
import { NextTwo } from './next-two.tsx'
import { doubleOf, type Row } from './rows.ts'

export function SeatRow(props: { row: Row; targets: TargetResult[]; next: NextBest[] }) {
  const board = useBoard()
  const id = () => props.row.talent
  const isMarked = () =>
    props.targets.some(
      ({ id: target, carriers }) => target === board.target() && carriers.includes(id()),
    )
  return (
    <tr classList={{ marked: isMarked(), leaving: board.isExcluded(id()) }}>
      <th scope="row" class="posts">
        <For each={props.row.posts}>
          {(post) => <div>{t().postIn[board.village.kind][post]}</div>}
        </For>
      </th>
      <td class="person">
        <Who row={props.row} />
      </td>
      <td class="nowrap">
        <For each={props.row.seats}>
          {(seat) => <FitLine fit={seat} isStacked={props.row.seats.length === 1} />}
        </For>
      </td>
      <td class="why second small">
        <Why row={props.row} />
      </td>
      <td>
        <Carried talent={id()} targets={props.targets} />
      </td>
      <td>
        <NextTwo row={props.row} next={props.next} />
      </td>
      <td class="nowrap desk-only-cell">
        <Adjust row={props.row} />
      </td>
    </tr>
  )
}

function Who(props: { row: Row }) {
  const board = useBoard()
  const person = () => board.person(props.row.talent)
  const double = () => doubleOf(props.row.posts)
  return (
    <>
      <PersonLink
        id={props.row.talent}
        person={person()}
        open={() => board.openPerson(props.row.talent, props.row.seats[0].post)}
      />{' '}
      <Show when={double()}>{(kind) => <span class="chip">{t().slate[kind()]}</span>}</Show>
      <br />
      <PersonFacts person={person()} />
    </>
  )
}

/** One sentence, and beside it whatever a committee must be told. */
function Why(props: { row: Row }) {
  const reasons = () => props.row.seats[0].reasons
  const sentence = () => {
    const [first, ...others] = reasons()
    const last = others.at(-1)
    return [first, last].flatMap((words) => (words ? [say(words)] : [])).join(t().clause)
  }
  const findings = () => unique(props.row.seats.flatMap((seat) => seat.findings))
  return (
    <>
      <span class="sentence" title={reasons().map(say).join(t().clause)}>
        {sentence()}
      </span>
      <For each={findings()}>
        {(finding) => (
          <span class="finding">
            <Icon name="info" /> {say(finding.words)}
            <Show when={finding.approvedBy}>
              {(level) => <> ({t().slate.relaxed(t().level[level()])})</>}
            </Show>
          </span>
        )}
      </For>
    </>
  )
}

function Carried(props: { talent: string; targets: TargetResult[] }) {
  const carried = () => props.targets.filter(({ carriers }) => carriers.includes(props.talent))
  return (
    <span class="chips">
      <For each={carried()} fallback={<span class="hint">{t().dash}</span>}>
        {({ id }) => (
          <span class="chip accent" title={targetName(id)}>
            {targetChip(id)}
          </span>
        )}
      </For>
    </span>
  )
}

function Adjust(props: { row: Row }) {
  const board = useBoard()
  const id = () => props.row.talent
  const name = () => personName(board.person(id())?.name ?? id())
  const isPinned = () => board.isPinned(id())
  const isOut = () => board.isExcluded(id())
  return (
    <>
      <button
        type="button"
        class="button slim icon-only plain"
        aria-label={isPinned() ? t().slate.unpin(name()) : t().slate.pin(name())}
        title={isPinned() ? t().slate.unpin(name()) : t().slate.pin(name())}
        aria-pressed={isPinned()}
        onClick={() => (isPinned() ? board.unpin(id()) : board.pin(id(), props.row.posts))}
      >
        <Icon name="pin" />
      </button>
      <button
        type="button"
        class="button slim icon-only plain danger"
        aria-label={isOut() ? t().slate.include(name()) : t().slate.exclude(name())}
        title={isOut() ? t().slate.include(name()) : t().slate.exclude(name())}
        aria-pressed={isOut()}
        onClick={() => (isOut() ? board.include(id()) : board.exclude(id()))}
      >
        <Icon name="exclude" />
      </button>
    </>
  )
}

export function VacantRow(props: { post: Post }) {
  const board = useBoard()
  return (
    <tr class="vacant">
      <th scope="row" class="posts">
        {t().postIn[board.village.kind][props.post]}
      </th>
      <td>
        <span class="chip open">{t().slate.vacant}</span>
      </td>
      <td colspan="5" class="hint">
        {t().slate.vacantHint}
      </td>
    </tr>
  )
}

function unique(findings: Finding[]): Finding[] {
  return findings.filter(({ rule }, at) => findings.findIndex((one) => one.rule === rule) === at)
}
