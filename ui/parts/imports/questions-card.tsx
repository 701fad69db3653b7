import { useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { choose } from '../../imports.ts'
import type { ColumnQuestion, ImportAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createActing, type TooLate } from './acting.ts'
import { CancelAsk } from './cancel-ask.tsx'
import { columnLetter } from './column-letter.ts'
import { ColumnSelect } from './column-select.tsx'
import { createMapping } from './mapping.ts'
import { groupsOf, NONE_OF_THEM } from './place-groups.ts'
import { PlaceQuestions } from './place-questions.tsx'
import { Samples } from './samples.tsx'

/** One question for each column and each village that is not clear; everything else was understood. */
export function QuestionsCard(props: { known: ImportAnswer; tooLate: TooLate }) {
  const [isAsking, setAsking] = createSignal(false)
  const [isChecked, setChecked] = createSignal(false)
  const [places, setPlaces] = createSignal<Record<string, string>>({})
  const mapping = createMapping(() => props.known)
  const columns = () => props.known.questions.filter((one) => one.about === 'column')
  const villages = createMemo(() =>
    groupsOf(props.known.questions.filter((one) => one.about === 'place')),
  )
  const open = () =>
    columns().filter(({ at }) => mapping.of(at) === null).length +
    villages().filter(({ texts }) => !places()[texts[0]!]).length
  const send = useAction(choose)
  const sending = createActing(props.tooLate, () =>
    send(props.known.id, props.known.revision, {
      mapping: mapping.all(),
      places: codesOf(places()),
    }),
  )
  function submit() {
    setChecked(true)
    if (open() === 0) void sending.start()
  }
  return (
    <form
      class="card questions"
      aria-labelledby="questions"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div class="card-body lead">
        <h2 id="questions" class="big">
          {t().imports.questions.title}
        </h2>
        <p class="second">{t().imports.questions.text(columns().length + villages().length)}</p>
        <Refusal problem={sending.problem()} />
      </div>
      <Show when={columns().length > 0}>
        <ColumnQuestions
          {...{ known: props.known, questions: columns(), mapping, isChecked: isChecked() }}
        />
      </Show>
      <Show when={villages().length > 0}>
        <PlaceQuestions
          groups={villages()}
          chosen={places()}
          isChecked={isChecked()}
          set={(texts, code) =>
            setPlaces((before) => ({
              ...before,
              ...Object.fromEntries(texts.map((text) => [text, code])),
            }))
          }
        />
      </Show>
      <div class="acts-bar">
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {t().imports.preview.cancel}
        </button>
        <Show when={isChecked() && open() > 0}>
          <p class="field-error" role="alert">
            {t().imports.questions.left(open())}
          </p>
        </Show>
        <button type="submit" class="button primary push" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().imports.questions.going : t().imports.questions.go}
        </button>
      </div>
      <CancelAsk id={props.known.id} isOpen={isAsking()} close={() => setAsking(false)} />
    </form>
  )
}

function ColumnQuestions(props: {
  known: ImportAnswer
  questions: ColumnQuestion[]
  mapping: ReturnType<typeof createMapping>
  isChecked: boolean
}) {
  return (
    <section aria-labelledby="column-questions">
      <div class="asked-head">
        <h3 id="column-questions">{t().imports.questions.columns}</h3>
        <span class="hint">{t().imports.questions.columnsHint}</span>
      </div>
      <ul class="asked">
        <For each={props.questions}>
          {({ at, header, samples, guesses }) => (
            <li classList={{ wrong: props.isChecked && props.mapping.of(at) === null }}>
              <div>
                <p>
                  <span class="chip">{columnLetter(at)}</span>{' '}
                  <b>{header || t().imports.questions.noHeader}</b>
                </p>
                <Samples samples={samples} />
              </div>
              <ColumnSelect
                label={t().imports.questions.meaningOf(header || columnLetter(at))}
                value={props.mapping.of(at)}
                guesses={guesses}
                fields={props.known.fields}
                taken={props.mapping.takenBeside(at)}
                set={(field) => props.mapping.set(at, field)}
              />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

const codesOf = (places: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(places).map(([text, code]) => [text, code === NONE_OF_THEM ? '' : code]),
  )
