import { useAction, useBeforeLeave } from '@solidjs/router'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { type Attendance, type Course, type CoursePart, enterAttendance } from '../../courses.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Blank } from '../states.tsx'
import { CodePanel } from './code-panel.tsx'
import { RollRow } from './roll-row.tsx'

type Given = { course: Course; mayEnter: boolean; say: (text: string | null) => void }
type Draft = Record<string, Attendance | null>

/** Attendance by list: a part, then everybody of it; all present first, and then the exceptions. */
export function Roll(props: Given) {
  const [chosen, choose] = createSignal(firstPart(props.course))
  const part = () =>
    props.course.sessions.find(({ id }) => id === chosen()) ?? props.course.sessions[0]
  return (
    <Show when={part()}>
      {(known) => (
        <>
          <Parts {...props} part={known()} choose={choose} />
          <Show when={props.course.participants.length > 0} fallback={<Nobody {...props} />}>
            <Show
              when={!known().isAhead}
              fallback={<p class="course-note">{t().courses.roll.aheadText(known().heldOn)}</p>}
            >
              <Marks {...props} part={known()} />
            </Show>
          </Show>
        </>
      )}
    </Show>
  )
}

/** The part of today, else the last that was held without attendance, else the last held. */
function firstPart({ sessions, participants, today }: Course): string {
  const held = sessions.filter(({ isAhead }) => !isAhead)
  const isOpen = ({ id }: CoursePart) => !participants.some(({ attendance }) => attendance[id])
  const found = held.find(({ heldOn }) => heldOn === today) ?? held.find(isOpen) ?? held.at(-1)
  return (found ?? sessions[0])?.id ?? ''
}

function Nobody(props: Given) {
  const words = () => t().courses.roll
  return (
    <Blank
      icon="people"
      title={words().emptyTitle}
      text={props.course.may.change ? words().emptyText : words().emptyTrainer}
    />
  )
}

function Parts(props: Given & { part: CoursePart; choose: (id: string) => void }) {
  const entered = (id: string) => props.course.participants.some((it) => it.attendance[id])
  return (
    <fieldset class="course-part-choice" aria-label={t().courses.roll.part}>
      <For each={props.course.sessions}>
        {(part, at) => (
          <button
            type="button"
            class="button"
            aria-pressed={part.id === props.part.id}
            onClick={() => props.choose(part.id)}
          >
            <span>
              {t().courses.roll.partOf(at() + 1, part.heldOn.slice(5))}
              <span class="hint block">{part.topic}</span>
            </span>
            <Show when={entered(part.id)}>
              <i class="mark met" aria-hidden="true" />
            </Show>
            <Show when={part.isAhead}>
              <span class="chip">{t().courses.roll.ahead}</span>
            </Show>
          </button>
        )}
      </For>
    </fieldset>
  )
}

function Marks(props: Given & { part: CoursePart }) {
  const [draft, setDraft] = createSignal<Draft>({})
  const send = useAction(enterAttendance)
  const people = () => props.course.participants
  const stored = (id: string) =>
    people().find(({ talent }) => talent.id === id)?.attendance[props.part.id] ?? null
  const shown = (id: string) => (id in draft() ? draft()[id]! : stored(id))
  const changed = () => Object.keys(draft()).filter((id) => draft()[id] !== stored(id))
  const open = () => people().filter(({ talent }) => shown(talent.id) === null)
  const set = (id: string, status: Attendance | null) =>
    setDraft((before) => ({ ...before, [id]: status }))
  const sending = createSending(async () => {
    const ids = changed()
    const marks = ids.map((talent) => ({ talent, status: draft()[talent] ?? null }))
    await send(props.course.id, { session: props.part.id, marks })
    setDraft({})
    props.say(t().courses.roll.saved(ids.length, props.part.topic))
  })
  createEffect(
    on(
      () => props.part.id,
      () => setDraft({}),
      { defer: true },
    ),
  )
  keepFromLeaving(() => changed().length > 0)
  const present = () => {
    props.say(null)
    for (const { talent } of open()) set(talent.id, 'present')
  }
  return (
    <>
      <Tools {...props} open={open().length} all={people().length} present={present} />
      <div class="course-refusal">
        <Refusal problem={sending.problem()} />
      </div>
      <ul class="roll" aria-label={t().courses.tabs.roll}>
        <For each={people()}>
          {(person) => (
            <RollRow
              person={person}
              status={shown(person.talent.id)}
              isChanged={changed().includes(person.talent.id)}
              mayEnter={props.mayEnter}
              set={(status) => set(person.talent.id, status)}
            />
          )}
        </For>
      </ul>
      <Foot
        counts={countsOf(people().map(({ talent }) => shown(talent.id)))}
        changed={changed().length}
        isBusy={sending.isBusy()}
        save={() => void sending.start()}
        drop={() => setDraft({})}
      />
    </>
  )
}

function Tools(
  props: Given & { part: CoursePart; open: number; all: number; present: () => void },
) {
  const [isCode, setCode] = createSignal(false)
  const words = () => t().courses.roll
  const verb = () => {
    if (props.open === 0) return words().complete
    return props.open === props.all ? words().all : words().rest(props.open)
  }
  return (
    <Show when={props.mayEnter}>
      <div class="course-tools">
        <button
          type="button"
          class="button"
          disabled={props.open === 0}
          onClick={() => props.present()}
        >
          <Icon name="check" />
          {verb()}
        </button>
        <Show when={props.part.heldOn === props.course.today}>
          <button type="button" class="button" onClick={() => setCode(true)}>
            <Icon name="lock" />
            {t().courses.code.show}
          </button>
        </Show>
        <Show when={props.part.codeUntil}>
          <span class="chip accent">{t().courses.code.running}</span>
        </Show>
        <span class="hint desk-only push">{words().keys}</span>
      </div>
      <Show when={isCode()}>
        <CodePanel course={props.course} part={props.part} close={() => setCode(false)} />
      </Show>
    </Show>
  )
}

function Foot(props: {
  counts: [number, number, number, number]
  changed: number
  isBusy: boolean
  save: () => void
  drop: () => void
}) {
  const words = () => t().courses.roll
  return (
    <div class="course-foot" classList={{ open: props.changed > 0 }}>
      <span class="hint">{words().counts(...props.counts)}</span>
      <Show when={props.changed > 0}>
        <span class="medium">{words().changes(props.changed)}</span>
        <button type="button" class="button push" onClick={() => props.drop()}>
          {words().drop}
        </button>
        <button
          type="button"
          class="button primary"
          aria-disabled={props.isBusy}
          onClick={() => props.save()}
        >
          {props.isBusy ? t().courses.act.working : words().save}
        </button>
      </Show>
    </div>
  )
}

function countsOf(all: (Attendance | null)[]): [number, number, number, number] {
  const of = (one: Attendance | null) => all.filter((status) => status === one).length
  return [of('present'), of('absent'), of('excused'), of(null)]
}

/** What was tapped and not saved is asked about. */
export function keepFromLeaving(isOpen: () => boolean) {
  const unload = (event: BeforeUnloadEvent) => isOpen() && event.preventDefault()
  window.addEventListener('beforeunload', unload)
  onCleanup(() => window.removeEventListener('beforeunload', unload))
  useBeforeLeave((event) => {
    if (isOpen() && !window.confirm(t().courses.roll.leave)) event.preventDefault()
  })
}
