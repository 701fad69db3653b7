import { createAsync } from '@solidjs/router'
import { createMemo, For, Show, Suspense } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { type Change, historyOf } from '../../portrait.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { Skeleton } from '../states.tsx'
import { fieldWord, isPiece, valueWord } from './history-words.ts'
import { dayOf, timeOf } from './when.ts'

/** Who changed what and when, with the old value beside the new one. */
export function HistoryDrawer(props: { id: string; name: string; close: () => void }) {
  const answer = createAsync(() => historyOf(props.id))
  const groups = createMemo(() => grouped(answer()?.changes ?? []))
  return (
    <Drawer
      isOpen
      onClose={() => props.close()}
      title={t().portrait.history}
      hint={props.name}
      footer={<span class="hint">{t().portrait.historyKept}</span>}
    >
      <Suspense fallback={<Skeleton rows={6} />}>
        <ol class="history">
          <For each={groups()} fallback={<li class="hint">{t().portrait.noHistory}</li>}>
            {(group) => (
              <li>
                <p class="row wrap">
                  <b>{group.by ?? t().portrait.somebody}</b>
                  <time class="hint push" datetime={group.at}>
                    {dayOf(group.at)} {timeOf(group.at)}
                  </time>
                </p>
                <dl>
                  <For each={group.changes}>{(change) => <OneChange change={change} />}</For>
                </dl>
              </li>
            )}
          </For>
        </ol>
      </Suspense>
    </Drawer>
  )
}

function OneChange(props: { change: Change }) {
  const words = (value: string | null) => valueWord(props.change.field, value)
  return (
    <div>
      <dt>{fieldWord(props.change.field)}</dt>
      <dd>
        <Show
          when={props.change.before !== null}
          fallback={
            <Show when={!isPiece(props.change.field)}>
              <span class="chip open">{t().portrait.was.nothing}</span>
            </Show>
          }
        >
          <del>{words(props.change.before)}</del>
        </Show>{' '}
        <Show when={!isPiece(props.change.field) || props.change.before !== null}>
          <span aria-hidden="true">→</span>
          <span class="hidden-text">{t().portrait.was.becomes}</span>{' '}
        </Show>
        <Show
          when={props.change.after !== null}
          fallback={<span class="chip open">{t().portrait.was.taken}</span>}
        >
          <ins>{words(props.change.after)}</ins>
        </Show>
      </dd>
    </div>
  )
}

type Group = { at: string; by: string | null; changes: Change[] }

/** What one person changed in the same minute stands together. */
function grouped(changes: readonly Change[]): Group[] {
  const groups: Group[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const isSame = last && last.by === change.by && dayAndTime(last.at) === dayAndTime(change.at)
    if (isSame) last.changes.push(change)
    else groups.push({ at: change.at, by: change.by, changes: [change] })
  }
  return groups
}
