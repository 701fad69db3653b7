import { Show } from 'solid-js'

/** How far something is; without a total it only says that it goes on. */
export function Bar(props: { label: string; share: number | null }) {
  const value = () => (props.share === null ? undefined : Math.round(props.share * 100))
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow={value()}
    >
      <Show when={value() !== undefined} fallback={<i class="unsure" />}>
        <i style={{ width: `${value()}%` }} />
      </Show>
    </div>
  )
}
