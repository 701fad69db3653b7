import { createSignal, Index, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Icon, type IconName } from '../icon.tsx'
import { useDraft } from './draft.ts'
import { PresetChoice } from './preset-choice.tsx'
import { StageForm } from './stage-form.tsx'
import {
  factsOf,
  kindOf,
  moved,
  nameOf,
  newStage,
  type Stage,
  type StagesField,
  stagesOf,
} from './stages.ts'

/** As many as the server takes. */
const MOST = 20

/** The stages of the review in their order, from a form of the papers or one by one. */
export function StagesInput(props: {
  field: StagesField
  value: unknown
  set: (stages: Stage[]) => void
}) {
  const [open, setOpen] = createSignal<string | null>(null)
  let list: HTMLOListElement | undefined
  const stages = () => stagesOf(props.value)
  const put = (at: number, stage: Stage) =>
    props.set(stages().map((one, index) => (index === at ? stage : one)))
  /** The button goes along with its stage, so that one key moves it on and on. */
  function move(at: number, by: -1 | 1) {
    props.set(moved(stages(), at, by))
    const line = list?.children[at + by]
    const way = by === -1 ? 'up' : 'down'
    const other = by === -1 ? 'down' : 'up'
    const button = (name: string) =>
      line?.querySelector<HTMLButtonElement>(`button[data-moves=${name}]:not(:disabled)`)
    ;(button(way) ?? button(other))?.focus()
  }
  function add() {
    const stage = newStage(stages())
    // Before the election, where there is one: nothing but a filing follows it.
    const election = stages().findIndex(({ kind }) => kind === 'election')
    props.set(stages().toSpliced(election === -1 ? stages().length : election, 0, stage))
    setOpen(stage.id)
  }
  return (
    <div class="stages">
      <PresetChoice field={props.field} stages={stages()} set={props.set} />
      <Show when={stages().length > 0} fallback={<p class="second">{t().procedure.empty}</p>}>
        <ol ref={list} class="stage-list" aria-label={t().procedure.list}>
          <Index each={stages()}>
            {(stage, at) => (
              <li classList={{ open: open() === stage().id }}>
                <Line
                  {...{ at, field: props.field }}
                  stage={stage()}
                  isLast={at === stages().length - 1}
                  isOpen={open() === stage().id}
                  move={(by) => move(at, by)}
                  toggle={() => setOpen((id) => (id === stage().id ? null : stage().id))}
                  drop={() => props.set(stages().filter((_, index) => index !== at))}
                />
                <Show when={open() === stage().id}>
                  <StageForm
                    field={props.field}
                    stage={stage()}
                    pointer={`${props.field.pointer}/${at}`}
                    set={(next) => put(at, next)}
                  />
                </Show>
              </li>
            )}
          </Index>
        </ol>
      </Show>
      <Show when={stages().length < MOST}>
        <button type="button" class="button slim" onClick={add}>
          <Icon name="plus" />
          {t().procedure.add}
        </button>
      </Show>
    </div>
  )
}

function Line(props: {
  field: StagesField
  stage: Stage
  at: number
  isLast: boolean
  isOpen: boolean
  move: (by: -1 | 1) => void
  toggle: () => void
  drop: () => void
}) {
  const draft = useDraft()
  const isFaulty = () =>
    draft?.errors().some(({ pointer }) => {
      const here = `${props.field.pointer}/${props.at}`
      return pointer === here || pointer.startsWith(`${here}/`)
    })
  const name = () => nameOf(props.stage)
  return (
    <div class="stage-line">
      <span class="stage-number">{props.at + 1}</span>
      <span class="stage-name">
        <b>{name()}</b>{' '}
        <Show when={kindOf(props.stage, props.field.choices)}>
          {(kind) => <span class="chip">{kind()}</span>}
        </Show>
        <Show when={isFaulty()}>
          {' '}
          <span class="state missed">{t().procedure.faulty}</span>
        </Show>
        <span class="hint under">{factsOf(props.stage, props.field.choices)}</span>
      </span>
      <span class="stage-buttons">
        <button
          type="button"
          class="button slim"
          aria-expanded={props.isOpen}
          aria-label={(props.isOpen ? t().procedure.foldOf : t().procedure.editOf)(name())}
          onClick={() => props.toggle()}
        >
          {props.isOpen ? t().procedure.fold : t().procedure.edit}
        </button>
        <Small
          moves="up"
          label={t().procedure.up(name())}
          isDisabled={props.at === 0}
          act={() => props.move(-1)}
        />
        <Small
          moves="down"
          label={t().procedure.down(name())}
          isDisabled={props.isLast}
          act={() => props.move(1)}
        />
        <Small icon="close" label={t().procedure.drop(name())} act={() => props.drop()} />
      </span>
    </div>
  )
}

function Small(props: {
  moves?: 'up' | 'down'
  icon?: IconName
  label: string
  isDisabled?: boolean
  act: () => void
}) {
  return (
    <button
      type="button"
      class="button slim plain icon-only"
      data-moves={props.moves}
      aria-label={props.label}
      disabled={props.isDisabled ?? false}
      onClick={() => props.act()}
    >
      <Icon name={props.icon ?? props.moves ?? 'close'} />
    </button>
  )
}
