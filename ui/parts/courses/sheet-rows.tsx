import { For, Match, Show, Switch } from 'solid-js'
import type { Course, SheetRow } from '../../courses.ts'
import { personName, placeName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { kindOf, type Picked } from './sheet-draft.ts'

type Given = {
  course: Course
  picked: Picked
  takenBy: (line: number) => Set<string>
  pick: (line: number, id: string) => void
}

/** Rows of the file: whom each means, what it enters, and what is to be mended, where. */
export function SheetRows(props: Given & { rows: SheetRow[] }) {
  const words = () => t().courses.sheet
  return (
    <div class="scroll">
      <table class="table sheet-rows">
        <thead>
          <tr>
            <th scope="col" class="number">
              {words().row}
            </th>
            <th scope="col">{words().who}</th>
            <th scope="col">{words().marks}</th>
            <th scope="col">{words().result}</th>
            <th scope="col">{words().certificate}</th>
            <th scope="col">{words().about}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>{(row) => <Row {...props} row={row} />}</For>
        </tbody>
      </table>
    </div>
  )
}

function Row(props: Given & { row: SheetRow }) {
  const words = () => t().courses.sheet
  const marks = () =>
    props.course.sessions
      .flatMap(({ id }, at) => {
        const status = props.row.attendance[id]
        return status ? [words().mark(at + 1, t().courses.roll.state[status])] : []
      })
      .join(t().clause)
  return (
    <tr class={kindOf(props.row, props.picked)}>
      <td class="number">{props.row.line}</td>
      <th scope="row">
        <span class="medium">{personName(props.row.person?.name ?? props.row.name)}</span>
        <span class="hint block">{placeName(props.row.person?.village ?? props.row.village)}</span>
      </th>
      <td>{marks()}</td>
      <td class="nowrap">{props.row.result ? t().courses.results.state[props.row.result] : ''}</td>
      <td>{props.row.certificate}</td>
      <td>
        <About {...props} />
        <For each={props.row.faults}>{(fault) => <p class="sheet-fault">{say(fault)}</p>}</For>
        <For each={props.row.notices}>{(notice) => <p class="hint">{say(notice)}</p>}</For>
        <Show when={props.row.state === 'not-on-list'}>
          <p class="hint">{words().notOnList}</p>
        </Show>
        <Show when={props.row.state === 'unknown'}>
          <p class="hint">{words().unknownText}</p>
        </Show>
      </td>
    </tr>
  )
}

function About(props: Given & { row: SheetRow }) {
  const words = () => t().courses.sheet
  return (
    <Switch
      fallback={
        <span class="state weak">
          <i class="mark weak" aria-hidden="true" />
          {words().state[props.row.state]}
        </span>
      }
    >
      <Match when={props.row.state === 'matched' || props.row.state === 'to-add'}>
        <span class="state">
          <i class={`mark ${props.row.changes > 0 ? 'met' : 'unknown'}`} aria-hidden="true" />
          <Show when={props.row.state === 'to-add'}>{words().state['to-add']}</Show>
          <Show when={props.row.state === 'matched'}>
            {props.row.changes > 0 ? words().changes(props.row.changes) : words().same}
          </Show>
        </span>
      </Match>
      <Match when={props.row.state === 'faulty'}>
        <span class="state missed">
          <i class="mark missed" aria-hidden="true" />
          {words().state.faulty}
        </span>
      </Match>
      <Match when={props.row.state === 'ambiguous'}>
        <Choice {...props} />
      </Match>
    </Switch>
  )
}

function Choice(props: Given & { row: SheetRow }) {
  const words = () => t().courses.sheet
  return (
    <>
      <span class="state weak">
        <i class="mark weak" aria-hidden="true" />
        {words().state.ambiguous}
      </span>
      <select
        class="input"
        aria-label={words().pick(personName(props.row.name))}
        onChange={(event) => props.pick(props.row.line, event.currentTarget.value)}
      >
        <option value="">{words().pickNone}</option>
        <For each={props.row.choices}>
          {({ id, name, village, isOnList }) => (
            <option
              value={id}
              selected={props.picked[props.row.line] === id}
              disabled={props.takenBy(props.row.line).has(id)}
            >
              {[
                personName(name),
                placeName(village),
                isOnList ? words().onList : words().inPool,
              ].join(t().separator)}
            </option>
          )}
        </For>
      </select>
    </>
  )
}
