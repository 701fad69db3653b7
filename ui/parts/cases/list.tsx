import { For, Show } from 'solid-js'
import type { CaseList, ReviewCase } from '../../cases.ts'
import { whole } from '../../format.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Mark } from '../mark.tsx'
import { isPhone } from '../phone.ts'
import { Blank } from '../states.tsx'
import type { CaseAddress } from './address.ts'
import { BulkPass } from './bulk.tsx'
import { dueOf, MARK, seatOf } from './say.ts'
import type { Selection } from './selection.ts'
import { waitingOf } from './walk.ts'

/** Those who wait, the first due first, or the own answers, the latest first. */
export function CaseRows(props: {
  list: CaseList
  address: CaseAddress
  selection: Selection
  /** Answered about since the page was opened. */
  done: number
  onPassed: (nominees: string[]) => void
}) {
  const rows = () => waitingOf(props.list.cases)
  const isOpen = () => props.address.state() === 'open'
  const isBulk = () => isOpen() && !isPhone() && rows().length > 1
  return (
    <section class="card queue" aria-label={t().cases.list[props.address.state()]}>
      <Show when={isBulk()}>
        <BulkPass rows={rows()} selection={props.selection} onPassed={props.onPassed} />
      </Show>
      <ul class="queue-list">
        <For each={rows()}>
          {(one) => (
            <CaseRow
              one={one}
              nominee={one.nominee}
              address={props.address}
              selection={isBulk() ? props.selection : null}
            />
          )}
        </For>
      </ul>
      <Show when={rows().length === 0}>
        <Blank
          icon="check"
          title={isOpen() ? t().cases.empty.open : t().cases.empty.answered}
          text={emptyText(isOpen(), props.done)}
        />
      </Show>
      <Pages list={props.list} address={props.address} />
    </section>
  )
}

function emptyText(isOpen: boolean, done: number): string {
  if (!isOpen) return t().cases.empty.answeredText
  return done > 0 ? t().cases.empty.openDone(done) : t().cases.empty.openText
}

function CaseRow(props: {
  one: ReviewCase
  nominee: string
  address: CaseAddress
  selection: Selection | null
}) {
  const isHere = () => props.address.nominee() === props.nominee
  return (
    <li classList={{ here: isHere() }}>
      <Show when={props.selection}>
        {(selection) => (
          <label class="queue-check">
            <input
              type="checkbox"
              checked={selection().has(props.nominee)}
              aria-label={t().cases.choose(props.one.name)}
              onChange={() => selection().toggle(props.nominee)}
            />
          </label>
        )}
      </Show>
      <a
        href={props.address.href({ nominee: props.nominee })}
        noScroll
        aria-current={isHere() ? 'true' : undefined}
      >
        <span class="queue-who">
          <span class="medium">{personName(props.one.name)}</span>{' '}
          <span class="hint">{seatOf(props.one)}</span>
        </span>
        <span class="queue-stage">{stepOf(props.one)}</span>
        <Wait one={props.one} />
      </a>
    </li>
  )
}

/** Asked once more: after a supplement, or because the answer ended. */
function stepOf({ answer, earlier, supplements }: ReviewCase): string {
  if (answer !== null || earlier.length === 0) return ''
  const asked = earlier.at(-1)?.at ?? ''
  return (supplements.at(-1)?.at ?? '') > asked ? t().cases.supplemented : t().cases.again
}

function Wait(props: { one: ReviewCase }) {
  const shown = () => {
    const { answer } = props.one
    return answer
      ? { state: MARK[answer.answer], text: t().cases.answer[answer.answer] }
      : dueOf(props.one)
  }
  return (
    <Show when={shown()}>
      {(known) => (
        <span class="queue-wait">
          <Mark state={known().state} />
          {known().text}
          <Show when={props.one.answer?.isExpired || props.one.answer?.isOfOtherFacts}>
            <span class="chip">{t().cases.again}</span>
          </Show>
        </span>
      )}
    </Show>
  )
}

function Pages(props: { list: CaseList; address: CaseAddress }) {
  const count = () => Math.ceil(props.list.total / props.list.pageSize)
  const at = () => props.address.page()
  return (
    <Show when={count() > 1}>
      <div class="queue-foot">
        <span class="hint">{t().cases.page(at(), count())}</span>
        <span class="hint push">{whole(props.list.total)}</span>
        <a
          class="button slim icon-only"
          aria-label={t().cases.previous}
          aria-disabled={at() <= 1 ? 'true' : undefined}
          href={props.address.href({ page: Math.max(1, at() - 1) })}
        >
          <Icon name="left" />
        </a>
        <a
          class="button slim icon-only"
          aria-label={t().cases.following}
          aria-disabled={at() >= count() ? 'true' : undefined}
          href={props.address.href({ page: Math.min(count(), at() + 1) })}
        >
          <Icon name="right" />
        </a>
      </div>
    </Show>
  )
}
