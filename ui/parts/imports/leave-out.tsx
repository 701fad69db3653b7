import { useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { leaveRowOut } from '../../imports.ts'
import type { ImportAnswer, ImportRow } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createSending } from '../account/sending.ts'
import type { Changed } from './row-table.tsx'

/** A row is left out by choice, and taken in again; what the server has against it stands beside. */
export function LeaveOut(props: { known: ImportAnswer; row: ImportRow; changed: Changed }) {
  const words = () => t().imports.table
  const isOut = () => props.row.state === 'left-out'
  const send = useAction(leaveRowOut)
  const sending = createSending(async () => {
    const leftOut = !isOut()
    const answer = await send(props.known.id, props.row.line, leftOut)
    const { line } = answer.row
    props.changed(answer, leftOut ? words().left(line) : words().back(line))
  })
  return (
    <>
      <button
        type="button"
        class="button slim"
        aria-disabled={sending.isBusy()}
        aria-label={isOut() ? words().takeInOf(props.row.line) : words().leaveOutOf(props.row.line)}
        onClick={() => void sending.start()}
      >
        {isOut() ? words().takeIn : words().leaveOut}
      </button>
      <Show when={sending.problem()}>
        {(problem) => (
          <span class="field-error" role="alert">
            {problem().detail || problem().title}
          </span>
        )}
      </Show>
    </>
  )
}
