import { For } from 'solid-js'
import { personName } from '../../names.ts'
import type { ImpossibleSlate } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useBoard } from './board.ts'
import { Chosen } from './chosen.tsx'

/** Pins that cannot stand: an answer, not an error, with each pin to take back. */
export function Conflicts(props: { answer: ImpossibleSlate }) {
  const board = useBoard()
  const nameOf = (id: string) =>
    personName(props.answer.people.find((person) => person.id === id)?.name ?? id)
  return (
    <section class="card conflicts" role="alert">
      <div class="card-head">
        <h2>{t().impossible.title}</h2>
        <button
          type="button"
          class="button slim push"
          disabled={!board.canUndo()}
          onClick={() => board.undo()}
        >
          <Icon name="undo" />
          {t().slate.undo}
        </button>
      </div>
      <Chosen />
      <div class="card-body column">
        <p class="second">{t().impossible.text}</p>
        <For each={props.answer.conflicts}>
          {(conflict) => (
            <div class="remedy">
              <p>{say(conflict.words)}</p>
              <div class="row wrap">
                <For each={conflict.pins}>
                  {(pin) => (
                    <button
                      type="button"
                      class="button slim"
                      onClick={() => board.takeBack(pin.talent)}
                    >
                      {t().impossible.takeBack(
                        nameOf(pin.talent),
                        t().postIn[board.village.kind][pin.post],
                      )}
                    </button>
                  )}
                </For>
              </div>
            </div>
          )}
        </For>
      </div>
    </section>
  )
}
