import { createAsync } from '@solidjs/router'
import { createSignal, For, Show, Suspense } from 'solid-js'
import { type Weighed, type Weighting, weighedOf } from '../../policy.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { TextField } from '../account/fields.tsx'
import { Icon } from '../icon.tsx'
import { Consistency, Ratio } from './consistency.tsx'
import { evenMatrix } from './convert.ts'
import { MatrixForm } from './matrix-form.tsx'
import { compared } from './scale.ts'

export type Judges = Extract<Weighting, { method: 'judges' }>['judges']

/** As many as the server takes. */
const MOST = 20

/** Judges by name, each with comparisons of their own. */
export function JudgesForm(props: {
  judges: Judges
  opinions: Weighed['judges']
  set: ((judges: Judges) => void) | undefined
}) {
  const [chosen, setChosen] = createSignal(0)
  const [isDropping, setDropping] = createSignal(false)
  const at = () => Math.min(chosen(), props.judges.length - 1)
  const judge = () => props.judges[at()]
  const nameOf = (name: string) => name.trim() || t().policy.weigh.nameless
  const change = (change: Partial<Judges[number]>) =>
    props.set?.(props.judges.map((one, index) => (index === at() ? { ...one, ...change } : one)))
  function add() {
    props.set?.([...props.judges, { name: '', comparisons: evenMatrix() }])
    setChosen(props.judges.length)
  }
  return (
    <>
      <div class="row wrap judge-bar">
        <fieldset class="segments wrap" aria-label={t().policy.weigh.judges}>
          <For each={props.judges}>
            {(one, index) => (
              <button
                type="button"
                aria-pressed={index() === at()}
                onClick={() => setChosen(index())}
              >
                {nameOf(one.name)}
              </button>
            )}
          </For>
        </fieldset>
        <Show when={props.set && props.judges.length < MOST}>
          <button type="button" class="button slim" onClick={add}>
            <Icon name="plus" />
            {t().policy.weigh.addJudge}
          </button>
        </Show>
      </div>
      <Show when={judge()}>
        {(one) => (
          <>
            <div class="row wrap judge-name">
              <TextField
                label={t().policy.weigh.judge}
                name="judge"
                value={one().name}
                maxlength={40}
                isDisabled={!props.set}
                set={(name) => change({ name })}
              />
              <Show when={props.set && props.judges.length > 1}>
                <button type="button" class="button slim" onClick={() => setDropping(true)}>
                  {t().policy.weigh.dropJudge(nameOf(one().name))}
                </button>
              </Show>
            </div>
            <MatrixForm
              matrix={one().comparisons}
              set={props.set && ((comparisons) => change({ comparisons }))}
            />
            <Suspense>
              <OwnConsistency
                name={nameOf(one().name)}
                comparisons={one().comparisons}
                take={
                  props.set &&
                  ((row, column, to) =>
                    change({ comparisons: compared(one().comparisons, row, column, to) }))
                }
              />
            </Suspense>
            <Ask
              isOpen={isDropping()}
              close={() => setDropping(false)}
              title={t().policy.weigh.dropTitle(nameOf(one().name))}
              verb={t().policy.weigh.dropDo}
              isDangerous
              act={async () => props.set?.(props.judges.filter((_, index) => index !== at()))}
            >
              <p>{t().policy.weigh.dropEffect}</p>
            </Ask>
          </>
        )}
      </Show>
      <Show when={props.opinions.length > 1}>
        <h3>{t().policy.weigh.judges}</h3>
        <ul class="opinions">
          <For each={props.opinions}>
            {({ name, consistencyRatio }) => (
              <li>
                <Ratio name={t().policy.weigh.ratioOf(nameOf(name))} ratio={consistencyRatio} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

/** How far one judge's comparisons agree, with the ones worth another look. */
function OwnConsistency(props: {
  name: string
  comparisons: number[][]
  take: ((row: number, column: number, to: number) => void) | undefined
}) {
  const answer = createAsync(() =>
    weighedOf({ method: 'ahp', comparisons: props.comparisons }).catch(() => null),
  )
  return (
    <Show when={answer.latest}>
      {(known) => <Consistency weighed={known()} take={props.take} />}
    </Show>
  )
}
