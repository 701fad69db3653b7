import { Popover } from '@ark-ui/solid/popover'
import { For, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { fitPoints, signed } from '../../format.ts'
import { briefName } from '../../names.ts'
import type { NextBest } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { fitText } from '../fit.tsx'
import { Mark } from '../mark.tsx'
import { factsOf } from '../person-line.tsx'
import { useBoard } from './board.ts'
import type { Row } from './rows.ts'

/** The next two for the same posts: who, by how much, and why not. */
export function NextTwo(props: { row: Row; next: NextBest[] }) {
  return (
    <div class="next-two">
      <For each={props.next.slice(0, 2)} fallback={<span class="hint">{t().slate.noNext}</span>}>
        {(next) => <Next row={props.row} next={next} />}
      </For>
      <Show when={props.next.length === 1}>
        <span class="hint">{t().slate.oneNext}</span>
      </Show>
    </div>
  )
}

function Next(props: { row: Row; next: NextBest }) {
  const board = useBoard()
  const name = () => briefName(board.person(props.next.talent)?.name ?? props.next.talent)
  return (
    <Popover.Root lazyMount unmountOnExit positioning={{ placement: 'left' }}>
      <Popover.Trigger class="next">
        <span class="next-name">{name()}</span>
        <span class="next-difference">{differenceText(props.next)}</span>
        <span class="next-why hint" title={say(props.next.whyNot)}>
          {say(props.next.whyNot)}
        </span>
      </Popover.Trigger>
      <Portal>
        <Popover.Positioner>
          <Popover.Content class="card popover" aria-label={name()}>
            <NextDetail row={props.row} next={props.next} name={name()} />
          </Popover.Content>
        </Popover.Positioner>
      </Portal>
    </Popover.Root>
  )
}

function NextDetail(props: { row: Row; next: NextBest; name: string }) {
  const board = useBoard()
  const person = () => board.person(props.next.talent)
  return (
    <>
      <Popover.Title class="strong">{props.name}</Popover.Title>
      <p class="hint">
        <Show when={person()}>{(known) => factsOf(known())}</Show>
        <br />
        {fitText(props.next)}
        {t().separator}
        {t().slate.difference(differenceText(props.next))}
      </p>
      <p>{say(props.next.whyNot)}</p>
      <Show when={props.next.eligibility !== 'eligible'}>
        <p class="small">
          <Mark state="weak" /> {t().eligibility[props.next.eligibility]}
        </p>
      </Show>
      <Show when={props.next.changes.length > 0}>
        <h3 class="small">{t().slate.changes}</h3>
        <ul class="bullets small">
          <For each={props.next.changes}>{(words) => <li>{say(words)}</li>}</For>
        </ul>
      </Show>
      <div class="row wrap">
        <button
          type="button"
          class="button slim primary desk-only"
          aria-label={t().slate.swap(props.name)}
          onClick={() => board.swap(props.row.talent, props.row.posts, props.next.talent)}
        >
          {t().slate.swapShort}
        </button>
        <button
          type="button"
          class="button slim"
          onClick={() => board.openPerson(props.next.talent, props.row.seats[0].post)}
        >
          {t().slate.look}
        </button>
      </div>
    </>
  )
}

const differenceText = (next: NextBest) => signed(Number(fitPoints(next.difference)))
