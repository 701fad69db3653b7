import { useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { type Course, type SheetPreview, writeSheet } from '../../courses.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { entriesOf, kindOf, type Picked, type RowKind, takenBy } from './sheet-draft.ts'
import { SheetRows } from './sheet-rows.tsx'

type Filter = 'all' | RowKind
const NAMES = 8

/** What was read of a file, row by row, before it is written: all that is ready, or nothing. */
export function SheetCheck(props: {
  course: Course
  preview: SheetPreview
  again: () => void
  done: (said: string) => void
}) {
  const [picked, setPicked] = createSignal<Picked>({})
  const [isLeftOut, setLeftOut] = createSignal(false)
  const kinds = createMemo(() => props.preview.rows.map((row) => kindOf(row, picked())))
  const count = (kind: RowKind) => kinds().filter((it) => it === kind).length
  const [filter, setFilter] = createSignal<Filter>(count('todo') > 0 ? 'todo' : 'all')
  const shown = () =>
    props.preview.rows.filter((_, at) => filter() === 'all' || kinds()[at] === filter())
  const write = useAction(writeSheet)
  const words = () => t().courses.sheet
  const sending = createSending(async () => {
    const { people, added, changes } = await write(
      props.course.id,
      entriesOf(props.preview, picked()),
    )
    props.done(words().written(people, added, changes))
  })
  const mayWrite = () => count('ready') > 0 && (count('todo') === 0 || isLeftOut())
  return (
    <div class="sheet-check">
      <Summary preview={props.preview} />
      <fieldset class="segments" aria-label={words().show}>
        <For each={['all', 'todo', 'ready', 'same'] as const}>
          {(one) => (
            <Show when={one === 'all' || count(one) > 0}>
              <button type="button" aria-pressed={filter() === one} onClick={() => setFilter(one)}>
                {words().filter[one]} {one === 'all' ? props.preview.rows.length : count(one)}
              </button>
            </Show>
          )}
        </For>
      </fieldset>
      <SheetRows
        course={props.course}
        rows={shown()}
        picked={picked()}
        takenBy={(line) => takenBy(props.preview, picked(), line)}
        pick={(line, id) => setPicked((before) => ({ ...before, [line]: id }))}
      />
      <div class="course-refusal">
        <Refusal problem={sending.problem()} />
      </div>
      <div class="course-foot open">
        <button type="button" class="button" onClick={() => props.again()}>
          {words().again}
        </button>
        <Show when={count('todo') > 0 && count('ready') > 0}>
          <label class="tick">
            <input
              type="checkbox"
              checked={isLeftOut()}
              onChange={(event) => setLeftOut(event.currentTarget.checked)}
            />
            <span>{words().confirm(count('todo'))}</span>
          </label>
        </Show>
        <Show when={count('todo') > 0 && !isLeftOut()}>
          <span class="hint">{words().fix}</span>
        </Show>
        <Show
          when={count('ready') > 0}
          fallback={
            <Show when={count('todo') === 0}>
              <span class="medium push">{words().nothing}</span>
            </Show>
          }
        >
          <button
            type="button"
            class="button primary push"
            disabled={!mayWrite()}
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {sending.isBusy() ? words().writing : words().write(count('ready'))}
          </button>
        </Show>
      </div>
    </div>
  )
}

function Summary(props: { preview: SheetPreview }) {
  const words = () => t().courses.sheet
  const counts = () => props.preview.counts
  const unread = () => props.preview.columns.filter(({ meaning }) => meaning === null)
  const stale = () =>
    props.preview.columns.filter(({ meaning }) => meaning !== null && isStale(meaning))
  const missing = () => {
    const { notInFile } = props.preview
    const names = notInFile.slice(0, NAMES).join(t().clause)
    return words().notInFile(
      notInFile.length,
      notInFile.length > NAMES ? words().more(names) : names,
    )
  }
  return (
    <div class="sheet-summary">
      <h2>{words().previewOf(props.preview.fileName, props.preview.rows.length)}</h2>
      <ul class="row wrap">
        <Count mark="met" n={counts().ready} text={words().counts.ready} />
        <Count mark="met" n={counts().toAdd} text={words().counts.toAdd} />
        <Count mark="unknown" n={counts().same} text={words().counts.same} />
        <Count mark="weak" n={counts().open} text={words().counts.open} />
        <Count mark="missed" n={counts().faulty} text={words().counts.faulty} />
      </ul>
      <For each={stale()}>
        {({ header, meaning }) => (
          <p class="note weak">
            <Icon name="warning" />
            <span>
              「{header}」{meaning && say(meaning)}
            </span>
          </p>
        )}
      </For>
      <Show when={unread().length > 0}>
        <p class="hint">
          {words().unread(
            unread()
              .map(({ header }) => header)
              .join(t().clause),
          )}
        </p>
      </Show>
      <For each={props.preview.notes}>{(note) => <p class="hint">{say(note)}</p>}</For>
      <Show when={props.preview.notInFile.length > 0}>
        <p class="hint">{missing()}</p>
      </Show>
    </div>
  )
}

/** The words of a column that no part of the course answers begin so. */
const isStale = ({ en }: { en: string }) => en.startsWith('It is no part')

function Count(props: { mark: string; n: number; text: (n: number) => string }) {
  return (
    <Show when={props.n > 0}>
      <li class="state">
        <i class={`mark ${props.mark}`} aria-hidden="true" />
        {props.text(props.n)}
      </li>
    </Show>
  )
}
