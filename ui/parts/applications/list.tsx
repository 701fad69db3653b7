import { For, Show } from 'solid-js'
import type { Inbox, InboxRow, InboxState } from '../../applying.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { Blank } from '../states.tsx'
import { dayOf, daysBetween, today } from '../talent/when.ts'

type Props = {
  inbox: Inbox
  state: InboxState
  chosen: string | null
  choose: (id: string) => void
  turnTo: (page: number) => void
}

/** What waits the oldest first; what is decided the latest first. */
export function List(props: Props) {
  return (
    <section class="card queue" aria-label={t().apply.inbox.list}>
      <Show
        when={props.inbox.applications.length > 0}
        fallback={
          <Blank
            icon="check"
            title={t().apply.inbox.empty[props.state]}
            text={t().apply.inbox.emptyText}
          />
        }
      >
        <p class="hint inbox-hint">{t().apply.inbox.hint}</p>
        <ul class="queue-list">
          <For each={props.inbox.applications}>
            {(row) => (
              <li classList={{ here: row.id === props.chosen }}>
                <Row row={row} isChosen={row.id === props.chosen} choose={props.choose} />
              </li>
            )}
          </For>
        </ul>
        <Pages {...props} />
      </Show>
    </section>
  )
}

function Row(props: { row: InboxRow; isChosen: boolean; choose: (id: string) => void }) {
  const when = () => {
    const { state, handedInAt, decidedAt } = props.row
    if (state !== 'waiting') return dayOf(decidedAt ?? handedInAt)
    return t().apply.inbox.waitingDays(daysBetween(dayOf(handedInAt), today()))
  }
  return (
    <button
      type="button"
      class="inbox-row"
      aria-current={props.isChosen ? 'true' : undefined}
      onClick={() => props.choose(props.row.id)}
    >
      <span>
        <b>{nameOf(props.row)}</b> {placeName(props.row.village.name)}
      </span>
      <span class="hint">{when()}</span>
      <span class="hint inbox-under">
        {props.row.round.name}
        <Show when={props.row.sameNumber > 0}>
          <span class="state weak">
            <Mark state="weak" />
            {t().apply.inbox.same(props.row.sameNumber)}
          </span>
        </Show>
      </span>
    </button>
  )
}

export function nameOf({ name, state }: Pick<InboxRow, 'name' | 'state'>): string {
  if (name !== null) return personName(name)
  return state === 'waiting' ? t().apply.inbox.nothing : t().apply.inbox.gone
}

/** As sentences name it. */
export const whose = ({ name }: Pick<InboxRow, 'name'>) =>
  name === null ? t().apply.inbox.someone : personName(name)

function Pages(props: Props) {
  const pages = () => Math.max(1, Math.ceil(props.inbox.total / props.inbox.pageSize))
  return (
    <Show when={pages() > 1}>
      <div class="row queue-foot">
        <button
          type="button"
          class="button slim"
          disabled={props.inbox.page <= 1}
          onClick={() => props.turnTo(props.inbox.page - 1)}
        >
          {t().apply.inbox.less}
        </button>
        <span class="hint">{t().apply.inbox.pageOf(props.inbox.page, pages())}</span>
        <button
          type="button"
          class="button slim push"
          disabled={props.inbox.page >= pages()}
          onClick={() => props.turnTo(props.inbox.page + 1)}
        >
          {t().apply.inbox.more}
        </button>
      </div>
    </Show>
  )
}
