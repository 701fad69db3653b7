import { A, createAsync, revalidate, useParams } from '@solidjs/router'
import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js'
import { isOfType, type ProblemDetails } from '../client.ts'
import { instant } from '../format.ts'
import { afterWork, importOf } from '../imports.ts'
import { placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { type Counted, Preview } from '../parts/imports/preview.tsx'
import { createProgress, isMoving } from '../parts/imports/progress.ts'
import { QuestionsCard } from '../parts/imports/questions-card.tsx'
import { ResultCard } from '../parts/imports/result-card.tsx'
import { Steps } from '../parts/imports/steps.tsx'
import { WorkingCard } from '../parts/imports/working-card.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import type { ImportAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** One import from its file to its result; whatever the page is closed at, it opens there again. */
export function Import() {
  return (
    <View rows={8}>
      <ImportOfAddress />
    </View>
  )
}

function ImportOfAddress() {
  const params = useParams<{ id: string }>()
  const known = createAsync(() => importOf(params.id))
  // Another page may have gone on while this one was not looked at.
  const look = () =>
    document.visibilityState === 'visible' && revalidate(importOf.keyFor(params.id))
  document.addEventListener('visibilitychange', look)
  onCleanup(() => document.removeEventListener('visibilitychange', look))
  return <Show when={known()}>{(known) => <Known known={known()} />}</Show>
}

function Known(props: { known: ImportAnswer }) {
  const [newer, setNewer] = createSignal<Counted | null>(null)
  // A row that was mended answers the counts; all else of the import is as it was.
  const known = createMemo(() => {
    const counted = newer()
    const isNewer = counted && counted.revision > props.known.revision
    return isNewer ? { ...props.known, ...counted } : props.known
  })
  const id = () => known().id
  const state = () => known().state
  const progress = createProgress(id, state, () => void revalidate(afterWork(id())))
  const [late, setLate] = createSignal<ProblemDetails | null>(null)
  const tooLate = (problem: ProblemDetails) => {
    setLate(problem)
    void revalidate(importOf.keyFor(id()))
  }
  beginAtTop(state)
  return (
    <>
      <Head known={known()} />
      <Show when={state() !== 'failed' && state() !== 'cancelled'}>
        <Steps state={state()} />
      </Show>
      <Show when={late()}>
        {(problem) => <Late problem={problem()} close={() => setLate(null)} />}
      </Show>
      <Switch fallback={<ResultCard known={known()} />}>
        <Match when={isMoving(state()) && state()}>
          {(work) => (
            <WorkingCard
              known={known()}
              work={work()}
              progress={progress.last()}
              isLost={progress.isLost()}
            />
          )}
        </Match>
        <Match when={state() === 'asking'}>
          <QuestionsCard known={known()} tooLate={tooLate} />
        </Match>
        <Match when={state() === 'checked'}>
          <Preview known={known()} tooLate={tooLate} counted={setNewer} />
        </Match>
      </Switch>
    </>
  )
}

function Head(props: { known: ImportAnswer }) {
  const facts = () =>
    [
      t().imports.kind[props.known.kind],
      props.known.createdBy,
      props.known.township && placeName(props.known.township.name),
      instant(props.known.createdAt),
    ]
      .filter(Boolean)
      .join(t().separator)
  return (
    <div class="page-head">
      <Title text={props.known.fileName} />
      <div class="titles">
        <p class="crumbs">
          <A href="/imports">
            <Icon name="left" />
            {t().imports.back}
          </A>
        </p>
        <div class="row wrap">
          <h1 class="breakable">{props.known.fileName}</h1>
          <span class="hint">{facts()}</span>
        </div>
      </div>
    </div>
  )
}

/** Somebody went on in another page: what was asked for did not happen, and this is how it stands now. */
function Late(props: { problem: ProblemDetails; close: () => void }) {
  const text = () => (isOfType(props.problem, 'changed') ? t().imports.stale : props.problem.detail)
  return (
    <div class="note weak" role="alert">
      <Icon name="warning" />
      <span>{text()}</span>
      <button type="button" class="link-button push nowrap" onClick={() => props.close()}>
        {t().imports.seen}
      </button>
    </div>
  )
}

/** A new step begins at its top, for those who see and for those who read by ear. */
function beginAtTop(state: () => string) {
  createEffect(
    on(
      state,
      () => {
        window.scrollTo({ top: 0 })
        document.getElementById('main')?.focus({ preventScroll: true })
      },
      { defer: true },
    ),
  )
}
