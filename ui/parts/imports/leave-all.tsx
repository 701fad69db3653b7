import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { whole } from '../../format.ts'
import { leaveFaultyOut } from '../../imports.ts'
import type { ImportAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { rowsIn } from './counts.ts'
import { kindName } from './kinds.ts'

/** Leaves out all rows of one kind of fault, or all faulty rows: asked first, with how many. */
export function LeaveAll(props: { known: ImportAnswer; kind: string | undefined }) {
  const [isAsking, setAsking] = createSignal(false)
  const words = () => t().imports.table
  const leave = useAction(leaveFaultyOut)
  const count = () => {
    const { counts } = props.known
    const rows = props.kind
      ? counts?.kinds.find(({ kind }) => kind === props.kind)?.rows
      : rowsIn(counts, 'faulty')
    return whole(rows ?? 0)
  }
  return (
    <>
      <button type="button" class="button slim push" onClick={() => setAsking(true)}>
        {words().leaveAll(count())}
      </button>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={words().leaveAllTitle}
        verb={words().leaveAll(count())}
        act={() => leave(props.known.id, props.kind)}
      >
        <p>
          {words().leaveAllText(count(), props.kind ? kindName(props.kind) : words().everyFaulty)}
        </p>
      </Ask>
    </>
  )
}
