import { Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { NomineeRow } from '../../review.ts'
import { useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import type { QueueAddress } from './address.ts'
import { seatOf, stageOf, today, waitOf } from './say.ts'
import type { Selection } from './selection.ts'

/** One person of the queue: who, for what, where, and what they wait for. */
export function QueueRow(props: {
  row: NomineeRow
  address: QueueAddress
  selection: Selection | null
}) {
  const { account } = useSession()
  const wait = () => waitOf(props.row, account().role, today())
  const isHere = () => props.address.nominee() === props.row.id
  return (
    <li classList={{ here: isHere() }} ref={(row) => isHere() && queueMicrotask(() => show(row))}>
      <Show when={props.selection}>
        {(selection) => (
          <label class="queue-check">
            <input
              type="checkbox"
              checked={selection().has(props.row.id)}
              aria-label={t().review.bulk.choose(props.row.talent.name)}
              onChange={() => selection().toggle(props.row.id)}
            />
          </label>
        )}
      </Show>
      <a
        href={props.address.href({ nominee: props.row.id })}
        noScroll
        aria-current={isHere() ? 'true' : undefined}
      >
        <span class="queue-who">
          <span class="medium">{personName(props.row.talent.name)}</span>{' '}
          <span class="hint">{seatOf(props.row.target)}</span>
        </span>
        <span class="queue-stage">{stageOf(props.row)}</span>
        <span class="queue-wait">
          <Mark state={wait().state} />
          {wait().text}
        </span>
      </a>
    </li>
  )
}

/** Into the part of the list that is seen; the page itself stays where it is. */
function show(row: HTMLLIElement) {
  const list = row.parentElement
  if (!list) return
  const top = row.offsetTop - list.offsetTop
  if (top + row.offsetHeight > list.clientHeight) list.scrollTop = top - list.clientHeight / 2
}
