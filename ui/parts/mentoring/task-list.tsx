import { createSignal, For, Show } from 'solid-js'
import type { DueOfMentor } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { dueState, whenOf } from './due-list.tsx'
import { ReportItem } from './report-item.tsx'

type Task = Pick<DueOfMentor, 'words' | 'on' | 'lateDays' | 'talent' | 'item'> & {
  isReported?: boolean
}

/** Tasks of mentees; the mentor says which is done, and the township confirms it. */
export function TaskList(props: { due: readonly Task[] }) {
  const [reported, setReported] = createSignal<Task | null>(null)
  return (
    <Show
      when={props.due.length > 0}
      fallback={<p class="hint card-body">{t().mentoring.empty.noneDue}</p>}
    >
      <ul class="task-list">
        <For each={props.due}>
          {(due) => (
            <li>
              <span class="task-what">
                <span class="medium">{say(due.words)}</span>
                <span class="hint">{personName(due.talent.name)}</span>
              </span>
              <span class="due-line push nowrap">
                <Mark state={dueState(due)} />
                {whenOf(due)}
              </span>
              <Show
                when={!due.isReported}
                fallback={<span class="chip">{t().mentoring.tasks.reported}</span>}
              >
                <button type="button" class="button slim" onClick={() => setReported(due)}>
                  {t().mentoring.tasks.report}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={reported()} keyed>
        {(task) => (
          <ReportItem
            talent={task.talent.id}
            item={task.item ?? ''}
            aim={say(task.words)}
            close={() => setReported(null)}
          />
        )}
      </Show>
    </Show>
  )
}
