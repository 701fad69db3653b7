import { For, Show } from 'solid-js'
import type { OwnCultivation } from '../../../growth.ts'
import { personName } from '../../../names.ts'
import { t } from '../../../words/index.ts'

type Appraisal = OwnCultivation['appraisals'][number]

/** Opinions, checks and conclusions as they were signed; what was superseded stays, marked. */
export function OwnChecks(props: { appraisals: readonly Appraisal[] }) {
  return (
    <Show
      when={props.appraisals.length > 0}
      fallback={<p class="second">{t().growth.own.checks.none}</p>}
    >
      <ul class="own-lines">
        <For each={props.appraisals}>{(one) => <Line of={one} />}</For>
      </ul>
    </Show>
  )
}

function Line(props: { of: Appraisal }) {
  const words = () => t().growth.own.checks
  const aspects = () =>
    Object.entries(props.of.grades)
      .map(([aspect, grade]) => `${aspectName(aspect)} ${gradeName(grade)}`)
      .join(t().clause)
  return (
    <li classList={{ ended: props.of.isSuperseded }}>
      <p class="row wrap">
        <b>{words().period(props.of.period)}</b>
        <span class="chip">{words().kind[props.of.kind]}</span>
        <Show when={props.of.grade}>{(grade) => <b>{t().cultivationPlan.grade[grade()]}</b>}</Show>
        <span class="hint push">{words().signed(personName(props.of.by), props.of.on)}</span>
      </p>
      <p class="second">{aspects()}</p>
      <Show when={props.of.remarks}>
        <p>{props.of.remarks}</p>
      </Show>
      <Show when={props.of.isSuperseded}>
        <p class="hint">{words().superseded}</p>
      </Show>
    </li>
  )
}

function aspectName(aspect: string): string {
  const names: Record<string, string> = t().growth.own.checks.aspects
  return names[aspect] ?? aspect
}

/** A grade, or a mark of progress; nothing is not known. */
function gradeName(grade: string | null): string {
  const names: Record<string, string> = {
    ...t().mentoring.progress,
    ...t().cultivationPlan.grade,
  }
  return grade === null ? t().growth.own.checks.unknown : (names[grade] ?? grade)
}
