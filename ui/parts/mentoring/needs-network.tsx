import { createAsync } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { t } from '../../words/index.ts'
import { Failure } from '../states.tsx'

type Found<T> = { value: T } | { problem: ProblemDetails }

/** A part that is read from the server: without a network it says so and leaves the page whole. */
export function FromServer<T>(props: {
  read: () => Promise<T>
  children: (value: () => T) => JSX.Element
}) {
  const found = createAsync<Found<T>>(() =>
    props.read().then(
      (value) => ({ value }),
      (error: unknown) => ({ problem: problemOf(error) }),
    ),
  )
  const value = () => {
    const now = found()
    return now && 'value' in now ? now : undefined
  }
  const problem = () => {
    const now = found()
    return now && 'problem' in now ? now.problem : undefined
  }
  return (
    <>
      <Show when={value()}>{(known) => props.children(() => known().value)}</Show>
      <Show when={problem()}>
        {(known) => (
          <Show when={known().type === 'network'} fallback={<Failure problem={known()} />}>
            <p class="hint card-body">{t().mentoring.offline.part}</p>
          </Show>
        )}
      </Show>
    </>
  )
}
