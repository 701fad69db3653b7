import { A } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { instant, whole } from '../../format.ts'
import { personName } from '../../names.ts'
import { type ImportAnswer, ROW_STATES } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StateWord } from '../mark.tsx'
import { readyIn, rowsIn } from './counts.ts'
import { UndoAsk } from './undo-ask.tsx'

/** What came of it, and the next act: look at the people, take all of it back, or begin another. */
export function ResultCard(props: { known: ImportAnswer }) {
  return (
    <Switch fallback={<Failed known={props.known} />}>
      <Match when={props.known.state === 'done'}>
        <Written known={props.known} />
      </Match>
      <Match when={props.known.state === 'undone'}>
        <Undone known={props.known} />
      </Match>
      <Match when={props.known.state === 'cancelled'}>
        <Ended title={t().imports.result.cancelled} text={t().imports.result.cancelledText} />
      </Match>
    </Switch>
  )
}

function Written(props: { known: ImportAnswer }) {
  const [isAsking, setAsking] = createSignal(false)
  const words = () => t().imports.result
  const written = () => readyIn(props.known.counts)
  return (
    <section class="card result" aria-labelledby="result">
      <h2 id="result" class="big">
        <StateWord state="met">
          {written() > 0 ? words().done(whole(written())) : words().doneNothing}
        </StateWord>
      </h2>
      <p class="second">
        {words().text[props.known.kind]}{' '}
        <Show when={props.known.finishedAt}>
          {(at) => <span class="hint">{words().at(instant(at()))}</span>}
        </Show>
      </p>
      <dl class="figures-line">
        <For each={ROW_STATES.filter((state) => rowsIn(props.known.counts, state) > 0)}>
          {(state) => (
            <div>
              <dt>{t().imports.row[state]}</dt>
              <dd>{whole(rowsIn(props.known.counts, state))}</dd>
            </div>
          )}
        </For>
      </dl>
      <div class="row wrap">
        <Show
          when={props.known.kind === 'people'}
          fallback={
            <A class="button primary" href="/">
              {words().openPlaces}
            </A>
          }
        >
          <A class="button primary" href="/talents?sort=updated">
            <Icon name="people" />
            {words().open}
          </A>
        </Show>
        <A class="button" href="/imports">
          {words().another}
        </A>
        <Show when={written() > 0}>
          <button type="button" class="button danger push" onClick={() => setAsking(true)}>
            <Icon name="undo" />
            {words().undo}
          </button>
        </Show>
      </div>
      <UndoAsk undoing={props.known} isOpen={isAsking()} close={() => setAsking(false)} />
    </section>
  )
}

function Undone(props: { known: ImportAnswer }) {
  const words = () => t().imports.result
  const undone = () => props.known.counts?.undone ?? null
  const left = () => undone()?.left ?? []
  return (
    <section class="card result" aria-labelledby="result">
      <h2 id="result" class="big">
        <StateWord state={left().length > 0 ? 'weak' : 'met'}>
          {left().length > 0 ? words().undonePart(whole(left().length)) : words().undone}
        </StateWord>
      </h2>
      <Show when={undone()}>
        {(undone) => (
          <dl class="figures-line">
            <div>
              <dt>{words().removed}</dt>
              <dd>{whole(undone().removed)}</dd>
            </div>
            <div>
              <dt>{words().restored}</dt>
              <dd>{whole(undone().restored)}</dd>
            </div>
          </dl>
        )}
      </Show>
      <Show when={left().length > 0}>
        <section>
          <h3>{words().leftTitle}</h3>
          <ul class="lines">
            <For each={left()}>
              {({ id, name, why }) => (
                <li class="row wrap">
                  <Show when={props.known.kind !== 'villages'} fallback={name}>
                    <A href={`/talents/${id}`}>{personName(name)}</A>
                  </Show>
                  <span class="second">{words().leftWhy[why]}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <p class="second">{left().length > 0 ? words().undonePartText : words().undoneText}</p>
      <Again />
    </section>
  )
}

function Failed(props: { known: ImportAnswer }) {
  const words = () => t().imports.result
  return (
    <section class="card result" aria-labelledby="result">
      <h2 id="result" class="big">
        <StateWord state="missed">{words().failed}</StateWord>
      </h2>
      <p class="note missed" role="alert">
        <Icon name="warning" />
        <span>{props.known.problem ? say(props.known.problem) : words().failedText}</span>
      </p>
      <p class="second">{words().failedText}</p>
      <Again />
    </section>
  )
}

function Ended(props: { title: string; text: string }) {
  return (
    <section class="card result" aria-labelledby="result">
      <h2 id="result" class="big">
        <StateWord state="unknown">{props.title}</StateWord>
      </h2>
      <p class="second">{props.text}</p>
      <Again />
    </section>
  )
}

function Again() {
  return (
    <div class="row wrap">
      <A class="button primary" href="/imports">
        {t().imports.result.again}
      </A>
    </div>
  )
}
