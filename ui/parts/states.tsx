import { A, revalidate } from '@solidjs/router'
import { createSignal, ErrorBoundary, For, type JSX, onCleanup, Show, Suspense } from 'solid-js'
import { isOfType, type ProblemDetails, problemOf } from '../client.ts'
import { t } from '../words/index.ts'
import { Icon, type IconName } from './icon.tsx'

/** The states that every view ships with: loading, failed, and what it holds. */
export function View(props: { rows?: number; children: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(error, reset) => <Failure problem={problemOf(error)} retry={reset} />}
    >
      <Suspense fallback={<Skeleton rows={props.rows ?? 6} />}>{props.children}</Suspense>
    </ErrorBoundary>
  )
}

/** Grey rows after 300 ms, a word after 3 s. */
export function Skeleton(props: { rows: number }) {
  const widths = ['w60', 'w90', 'w75', 'w85', 'w70']
  return (
    <div class="card skeleton" role="status">
      <span class="hidden-text">{t().shell.loading}</span>
      <For each={Array.from({ length: props.rows })}>
        {(_, at) => <i class={widths[at() % widths.length]} />}
      </For>
      <p class="hint">{t().shell.loadingLong}</p>
    </div>
  )
}

export function Failure(props: { problem: ProblemDetails; retry?: () => void }) {
  const retry = async () => {
    await revalidate()
    props.retry?.()
  }
  const isNetwork = () => props.problem.type === 'network'
  return (
    <Show when={!isOfType(props.problem, 'not-permitted')} fallback={<Denied {...props} />}>
      <section class="card failure" role="alert">
        <div class="note missed">
          <Icon name="warning" />
          <span>
            <b>{props.problem.title || t().problem.title}</b>{' '}
            {isNetwork() ? t().problem.network : props.problem.detail} {t().problem.work}
          </span>
        </div>
        <div class="row wrap">
          <button type="button" class="button primary" onClick={() => void retry()}>
            {t().problem.retry}
          </button>
          <A class="button" href="/">
            {t().problem.home}
          </A>
        </div>
        <Technical problem={props.problem} />
      </section>
    </Show>
  )
}

/** Trying again changes nothing; whom to ask is said. */
function Denied(props: { problem: ProblemDetails }) {
  return (
    <section class="card" role="alert">
      <Blank icon="lock" title={props.problem.title} text={props.problem.detail}>
        <A class="button primary" href="/">
          {t().problem.home}
        </A>
      </Blank>
    </section>
  )
}

function Technical(props: { problem: ProblemDetails }) {
  return (
    <details class="technical">
      <summary>{t().problem.details}</summary>
      <dl class="facts">
        <dt>{t().problem.type}</dt>
        <dd>{props.problem.type}</dd>
        <dt>{t().problem.status}</dt>
        <dd>{props.problem.status || t().dash}</dd>
        <dt>{t().problem.request}</dt>
        <dd>{props.problem.instance}</dd>
        <Show when={props.problem.detail}>
          <dt>{t().problem.detail}</dt>
          <dd>{props.problem.detail}</dd>
        </Show>
        <For each={props.problem.errors}>
          {(error) => (
            <>
              <dt>{error.pointer}</dt>
              <dd>{error.detail}</dd>
            </>
          )}
        </For>
      </dl>
    </details>
  )
}

/** Nothing to show is said, with what would change it. */
export function Blank(props: {
  icon: IconName
  title: string
  text: string
  children?: JSX.Element
}) {
  return (
    <div class="blank">
      <span class="disc">
        <Icon name={props.icon} />
      </span>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  )
}

export function OfflineNote() {
  const [isOnline, setOnline] = createSignal(navigator.onLine)
  const update = () => setOnline(navigator.onLine)
  window.addEventListener('online', update)
  window.addEventListener('offline', update)
  onCleanup(() => {
    window.removeEventListener('online', update)
    window.removeEventListener('offline', update)
  })
  return (
    <Show when={!isOnline()}>
      <div class="note weak" role="status">
        <Icon name="offline" />
        <span>
          <b>{t().shell.offline}</b>
          {t().shell.offlineHint}
        </span>
      </div>
    </Show>
  )
}

/** What is not known is said, never shown as zero. */
export function Unknown() {
  return <span class="chip open">{t().unknown}</span>
}
