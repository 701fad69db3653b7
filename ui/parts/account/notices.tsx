import { Show } from 'solid-js'
import type { ProblemDetails } from '../../client.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Why a form was not taken; what belongs to a field stands under it and is not said twice. */
export function Refusal(props: { problem: ProblemDetails | null; fields?: readonly string[] }) {
  const text = () => {
    const { problem, fields = [] } = props
    if (!problem) return ''
    if (problem.type === 'network') return t().problem.network
    const others = problem.errors?.filter(
      ({ pointer }) => !fields.some((field) => pointer.startsWith(`#/${field}`)),
    )
    return others ? others.map(({ detail }) => detail).join(t().clause) : problem.detail
  }
  return (
    <Show when={text()}>
      <p class="note missed" role="alert">
        <Icon name="warning" />
        <span>
          <b>{props.problem?.title}</b> {text()}
        </span>
      </p>
    </Show>
  )
}

/** What was done, said once politely; `isWeak` when something is left to do. */
export function Done(props: { text: string | null; isWeak?: boolean }) {
  return (
    <div role="status">
      <Show when={props.text}>
        <p class={props.isWeak ? 'note weak' : 'note done'}>
          <Icon name={props.isWeak ? 'warning' : 'check'} />
          <span>{props.text}</span>
        </p>
      </Show>
    </div>
  )
}

/** Somebody else changed what is edited here: it can be read again, and what was typed stays. */
export function Stale(props: { text: string; reload: () => void }) {
  return (
    <div class="note missed" role="alert">
      <Icon name="warning" />
      <div class="form">
        <p>
          <b>{props.text}</b> {t().accounts.staleText}
        </p>
        <button type="button" class="button slim" onClick={() => props.reload()}>
          {t().accounts.reload}
        </button>
      </div>
    </div>
  )
}
