import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import {
  type Audience,
  type Evaluation,
  enterPapers,
  type Marks,
  type QuestionId,
} from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { MARKS, QUESTIONS } from './marks.ts'

/** As chosen: '' nothing yet, '0' does not know. */
type Sheet = { audience: Audience; marks: Record<QuestionId, string> }

const blank = (audience: Audience): Sheet => ({
  audience,
  marks: { conduct: '', duties: '', ability: '', people: '', fairness: '', overall: '' },
})

/** Many sheets in one go: by keys alone, a digit for each question. */
export function PapersForm(props: {
  evaluation: Evaluation
  close: () => void
  say: (text: string) => void
}) {
  const [sheets, setSheets] = createStore<Sheet[]>([blank('colleague')])
  const [isTold, setTold] = createSignal(false)
  const enter = useAction(enterPapers)
  const words = () => t().trialPosts.entering
  const missing = () =>
    sheets.reduce((sum, { marks }) => sum + QUESTIONS.filter((id) => marks[id] === '').length, 0)
  const sending = createSending(async () => {
    const answers = sheets.map(({ audience, marks }) => ({ audience, marks: marksOf(marks) }))
    const count = answers.length
    await enter(props.evaluation.id, { answers })
    props.say(words().done(count))
    props.close()
  })
  function submit() {
    setTold(true)
    if (missing() === 0) void sending.start()
  }
  function add() {
    setSheets(sheets.length, blank(sheets.at(-1)?.audience ?? 'colleague'))
    queueMicrotask(() =>
      document.querySelector<HTMLElement>('.trial-sheet:last-of-type select')?.focus(),
    )
  }
  const { colleague, representative } = props.evaluation.issued
  return (
    <Panel isOpen onClose={props.close} title={words().title}>
      <DialogForm
        sending={sending}
        verb={words().do(sheets.length)}
        busy={words().doing}
        submit={submit}
        cancel={props.close}
      >
        <p class="second">{words().hint}</p>
        <p class="hint">{words().room(colleague, representative)}</p>
        <Show when={isTold() && missing() > 0}>
          <p class="note missed" role="alert">
            <Icon name="warning" />
            <span>{words().missing(missing())}</span>
          </p>
        </Show>
        <For each={sheets}>
          {(sheet, at) => (
            <SheetFields
              sheet={sheet}
              number={at() + 1}
              isTold={isTold()}
              setAudience={(audience) => setSheets(at(), 'audience', audience)}
              setMark={(id, mark) => setSheets(at(), 'marks', id, mark)}
              remove={
                sheets.length > 1
                  ? () => setSheets((before) => before.filter((_, other) => other !== at()))
                  : null
              }
            />
          )}
        </For>
        <button type="button" class="button slim self-start" onClick={add}>
          <Icon name="plus" />
          {words().add}
        </button>
      </DialogForm>
    </Panel>
  )
}

function SheetFields(props: {
  sheet: Sheet
  number: number
  isTold: boolean
  setAudience: (audience: Audience) => void
  setMark: (id: QuestionId, mark: string) => void
  remove: (() => void) | null
}) {
  const words = () => t().trialPosts
  return (
    <fieldset class="trial-sheet">
      <legend>{words().entering.sheet(props.number)}</legend>
      <label>
        <span>{words().entering.who}</span>
        <select
          class="input"
          onChange={(event) => props.setAudience(event.currentTarget.value as Audience)}
        >
          <For each={['colleague', 'representative'] as const}>
            {(audience) => (
              <option value={audience} selected={audience === props.sheet.audience}>
                {words().audience[audience]}
              </option>
            )}
          </For>
        </select>
      </label>
      <For each={QUESTIONS}>
        {(id) => (
          <label>
            <span>{words().questions[id]}</span>
            <select
              class="input"
              aria-invalid={props.isTold && props.sheet.marks[id] === '' ? true : undefined}
              onChange={(event) => props.setMark(id, event.currentTarget.value)}
            >
              <option value="" selected={props.sheet.marks[id] === ''} />
              <For each={MARKS}>
                {(mark) => (
                  <option value={mark} selected={props.sheet.marks[id] === String(mark)}>
                    {`${mark} ${words().results.marks[mark - 1]}`}
                  </option>
                )}
              </For>
              <option value="0" selected={props.sheet.marks[id] === '0'}>
                {`0 ${words().entering.unknown}`}
              </option>
            </select>
          </label>
        )}
      </For>
      <Show when={props.remove}>
        {(remove) => (
          <button
            type="button"
            class="button plain icon-only trial-out"
            aria-label={words().entering.remove(props.number)}
            onClick={() => remove()()}
          >
            <Icon name="close" />
          </button>
        )}
      </Show>
    </fieldset>
  )
}

function marksOf(marks: Sheet['marks']): Marks {
  const of = (id: QuestionId) => (marks[id] === '0' ? null : Number(marks[id]))
  return {
    ...{ conduct: of('conduct'), duties: of('duties'), ability: of('ability') },
    ...{ people: of('people'), fairness: of('fairness'), overall: of('overall') },
  }
}
