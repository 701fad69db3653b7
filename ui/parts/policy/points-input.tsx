import { createEffect, createSignal, For, type JSX, Show } from 'solid-js'
import type { Field } from '../../policy.ts'
import { say, t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { useDraft } from './draft.ts'
import { isSame } from './pointer.ts'

export type PointsField = Extract<Field, { kind: 'points' }>
type Points = Record<string, { points: number | null; most: number | null }>
type Preset = PointsField['presets'][number]

/** The growth card: what each indicator gives, and the most of a quarter. */
export function PointsInput(props: {
  field: PointsField
  value: unknown
  set: (points: Points) => void
}) {
  const points = () => pointsOf(props.value)
  const put = (id: string, change: Partial<Points[string]>) =>
    props.set({ ...points(), [id]: { points: null, most: null, ...points()[id], ...change } })
  return (
    <div class="stages">
      <Presets field={props.field} points={points()} set={props.set} />
      <PointsTable field={props.field}>
        {(id, name) => (
          <>
            <td class="number">
              <Cell
                label={t().policy.points.eachOf(name)}
                pointer={`${props.field.pointer}/${id}/points`}
                value={points()[id]?.points}
                set={(value) => put(id, { points: value })}
              />
            </td>
            <td class="number">
              <Cell
                label={t().policy.points.mostOf(name)}
                pointer={`${props.field.pointer}/${id}/most`}
                value={points()[id]?.most}
                set={(value) => put(id, { most: value })}
              />
            </td>
          </>
        )}
      </PointsTable>
    </div>
  )
}

/** For readers. */
export function PointsText(props: { field: PointsField; value: unknown }) {
  const of = (id: string) => pointsOf(props.value)[id]
  return (
    <PointsTable field={props.field}>
      {(id) => (
        <>
          <td class="number figure">
            {of(id)?.points === 0 ? t().policy.points.off : of(id)?.points}
          </td>
          <td class="number figure">{of(id)?.points === 0 ? '' : of(id)?.most}</td>
        </>
      )}
    </PointsTable>
  )
}

function PointsTable(props: {
  field: PointsField
  children: (id: string, name: string) => JSX.Element
}) {
  return (
    <table class="table points-table">
      <thead>
        <tr>
          <th scope="col">{t().policy.points.indicator}</th>
          <th scope="col" class="number">
            {t().policy.points.each}
          </th>
          <th scope="col" class="number">
            {t().policy.points.most}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.field.indicators}>
          {({ value, words }) => (
            <tr>
              <th scope="row">{say(words)}</th>
              {props.children(value, say(words))}
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** What was typed stays as it is typed; it is put anew only when the value changes elsewhere. */
function Cell(props: {
  label: string
  pointer: string
  value: number | null | undefined
  set: (value: number | null) => void
}) {
  const draft = useDraft()
  const shown = () => (typeof props.value === 'number' ? String(props.value) : '')
  const [text, setText] = createSignal(shown())
  createEffect(() => {
    if (stored(text()) !== (props.value ?? null)) setText(shown())
  })
  const type = (typed: string) => {
    setText(typed)
    props.set(stored(typed))
  }
  const isFaulty = () => (draft?.faultsAt(props.pointer).length ?? 0) > 0
  const isChanged = () => draft?.isChanged(props.pointer) ?? false
  return (
    <input
      class="input figure"
      classList={{ changed: isChanged() }}
      type="number"
      inputmode="decimal"
      step={0.5}
      aria-label={props.label}
      aria-invalid={isFaulty() ? true : undefined}
      value={text()}
      onInput={(event) => type(event.currentTarget.value)}
    />
  )
}

function Presets(props: { field: PointsField; points: Points; set: (points: Points) => void }) {
  const [asked, setAsked] = createSignal<Preset | null>(null)
  const current = () => props.field.presets.find((preset) => isSame(preset.points, props.points))
  function choose(preset: Preset) {
    if (preset.id === current()?.id) return
    if (current()) props.set(preset.points)
    else setAsked(preset)
  }
  return (
    <div class="row wrap preset-choice">
      <span class="second">{t().policy.points.presets}</span>
      <fieldset class="segments wrap" aria-label={t().policy.points.presets}>
        <For each={props.field.presets}>
          {(preset) => (
            <button
              type="button"
              aria-pressed={preset.id === current()?.id}
              onClick={() => choose(preset)}
            >
              {say(preset.words)}
            </button>
          )}
        </For>
      </fieldset>
      <span class="hint" role="status">
        {current() ? '' : t().policy.points.own}
      </span>
      <Show when={asked()} keyed>
        {(preset) => (
          <Ask
            isOpen
            close={() => setAsked(null)}
            title={t().policy.points.replaceTitle(say(preset.words))}
            verb={t().policy.points.replace}
            act={async () => props.set(preset.points)}
          >
            <p>{t().policy.points.replaceEffect(say(preset.words))}</p>
          </Ask>
        )}
      </Show>
    </div>
  )
}

function pointsOf(value: unknown): Points {
  return typeof value === 'object' && value !== null ? (value as Points) : {}
}

function stored(typed: string): number | null {
  const value = typed.trim() === '' ? Number.NaN : Number(typed)
  return Number.isFinite(value) ? value : null
}
