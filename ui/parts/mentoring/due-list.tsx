import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { DueOfMentor } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Mark, type State } from '../mark.tsx'
import { daysUntil, shortDay } from './days.ts'

/** Days before the end at which a day is said as what is left. */
const SOON_DAYS = 3
const WEEK = 7

/** What is due, the most urgent first; each leads to where it is done. */
export function DueList(props: { due: readonly DueOfMentor[] }) {
  return (
    <ul class="due-list">
      <For each={props.due}>
        {(due) => (
          <li>
            <A href={hrefOf(due)}>
              <Mark state={due.lateDays > 0 ? 'missed' : 'weak'} />
              <span class="due-what">
                {personName(due.talent.name)} {say(due.words)}
              </span>
              <span class="hint push nowrap">{whenOf(due)}</span>
              <Icon name="right" />
            </A>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Under a mentee: the most urgent alone. */
export function DueLine(props: { due: Pick<DueOfMentor, 'words' | 'lateDays' | 'on'> | null }) {
  return (
    <Show
      when={props.due}
      fallback={
        <span class="due-line">
          <Mark state="met" />
          {t().mentoring.noDue}
        </span>
      }
    >
      {(due) => (
        <span class="due-line">
          <Mark state={due().lateDays > 0 ? 'missed' : 'weak'} />
          {say(due().words)} {whenOf(due())}
        </span>
      )}
    </Show>
  )
}

/** Late, soon, or not yet. */
export function dueState({ lateDays, on }: Pick<DueOfMentor, 'lateDays' | 'on'>): State {
  if (lateDays > 0) return 'missed'
  return daysUntil(on) <= WEEK ? 'weak' : 'unknown'
}

export function whenOf({ lateDays, on }: Pick<DueOfMentor, 'lateDays' | 'on'>): string {
  if (lateDays > 0) return t().mentoring.lateDays(lateDays)
  const left = Math.max(0, daysUntil(on))
  return left <= SOON_DAYS ? t().mentoring.daysLeft(left) : t().mentoring.until(shortDay(on))
}

const TARGETS: Record<DueOfMentor['kind'], string> = {
  meeting: '/mentoring/log',
  item: '/mentoring/tasks',
  check: '/mentoring/quarter',
}

const hrefOf = ({ kind, talent }: DueOfMentor) => `${TARGETS[kind]}?talent=${talent.id}`
