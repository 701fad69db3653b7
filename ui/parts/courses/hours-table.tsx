import { A } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import {
  type HoursOfPerson,
  type HoursQuery,
  moreHours,
  type TrainingHours,
} from '../../courses.ts'
import { plainNumber, whole } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'

type Given = { answer: TrainingHours; asked: HoursQuery }

export function HoursTable(props: Given) {
  const [more, setMore] = createSignal<HoursOfPerson[]>([])
  const [next, setNext] = createSignal(props.answer.next)
  createEffect(
    on(
      () => props.answer,
      (answer) => {
        setMore([])
        setNext(answer.next)
      },
      { defer: true },
    ),
  )
  const loading = createSending(async () => {
    const page = await moreHours(props.asked, next()!)
    setMore((before) => [...before, ...page.people])
    setNext(page.next)
  })
  const people = () => [...props.answer.people, ...more()]
  const words = () => t().courses.hours
  return (
    <>
      <div class="scroll">
        <table class="table course-hours-table">
          <thead>
            <tr>
              <th scope="col">{words().columns.name}</th>
              <th scope="col" class="desk-only-cell">
                {words().columns.place}
              </th>
              <th scope="col" class="desk-only-cell">
                {words().columns.status}
              </th>
              <th scope="col" class="number desk-only-cell">
                {words().columns.courses}
              </th>
              <th scope="col">{words().columns.hours}</th>
              <th scope="col">{words().columns.lacks}</th>
            </tr>
          </thead>
          <tbody>
            <For each={people()}>{(one) => <Row one={one} duty={props.answer.duty} />}</For>
          </tbody>
        </table>
      </div>
      <div class="table-foot row wrap">
        <span class="hint">
          {words().shown(whole(people().length), whole(props.answer.counts.people))}
        </span>
        <Refusal problem={loading.problem()} />
        <Show when={next()}>
          <button
            type="button"
            class="button push"
            aria-disabled={loading.isBusy()}
            onClick={() => void loading.start()}
          >
            {loading.isBusy() ? t().courses.act.working : words().more}
          </button>
        </Show>
      </div>
    </>
  )
}

function Row(props: { one: HoursOfPerson; duty: number }) {
  const words = () => t().courses.hours
  const place = () => placeName(props.one.village)
  return (
    <tr>
      <th scope="row">
        <A class="medium" href={`/talents/${props.one.talent.id}`}>
          {personName(props.one.talent.name)}
        </A>
        <span class="phone-only">
          <span class="hint block">{place()}</span>
        </span>
      </th>
      <td class="desk-only-cell">{[placeName(props.one.township), place()].join(t().separator)}</td>
      <td class="desk-only-cell nowrap">{statusOf(props.one.status)}</td>
      <td class="number desk-only-cell">{whole(props.one.courses)}</td>
      <td>
        <span class="hours-bar">
          <i style={{ width: `${share(props.one.hours, props.duty)}%` }} />
        </span>
        <span class="nowrap">
          {props.one.hours > 0 ? plainNumber(props.one.hours) : words().none}
        </span>
      </td>
      <td class="nowrap">
        <Lacks lacks={props.one.lacks} />
      </td>
    </tr>
  )
}

function Lacks(props: { lacks: number | null }) {
  const words = () => t().courses.hours
  return (
    <Show when={props.lacks !== null} fallback={<span class="hint">{words().notOwed}</span>}>
      <span class="state" classList={{ weak: props.lacks! > 0 }}>
        <i class={`mark ${props.lacks! > 0 ? 'weak' : 'met'}`} aria-hidden="true" />
        {props.lacks! > 0 ? words().lacksOf(plainNumber(props.lacks!)) : words().full}
      </span>
    </Show>
  )
}

const share = (hours: number, duty: number) =>
  duty <= 0 ? 100 : Math.min(100, Math.round((hours / duty) * 100))

function statusOf(status: string): string {
  const names: Record<string, string> = t().talents.statuses
  return names[status] ?? status
}
