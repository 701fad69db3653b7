import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Course, changeCourse, makeCourse, trainersOf } from '../../courses.ts'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { useRoles, useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import {
  type CourseDraft,
  type CourseField,
  CRITERIA,
  draftOf,
  errorsOf,
  givenOf,
  LEVELS,
  MOST_CRITERIA,
} from './course-draft.ts'
import { PartFields } from './part-fields.tsx'

type Set = (given: Partial<CourseDraft>) => void

/** Makes a course, or changes one with its parts. */
export function CourseForm(props: {
  course: Course | null
  close: () => void
  done: (id: string, said: string) => void
}) {
  const { account } = useSession()
  const [draft, setDraft] = createSignal(draftOf(props.course, account().township?.code ?? ''))
  const [errors, setErrors] = createSignal<Errors<CourseField>>({})
  const make = useAction(makeCourse)
  const change = useAction(changeCourse)
  const words = () => t().courses.form
  const sending = createSending(async () => {
    const given = givenOf(draft())
    const { course } = props
    if (course) await change(course.id, course.revision, given)
    const id = course?.id ?? (await make(given)).id
    props.close()
    props.done(id, course ? words().changed : words().made(given.name))
  })
  const set: Set = (given) => setDraft((before) => ({ ...before, ...given }))
  function submit() {
    setErrors(errorsOf(draft()))
    if (!hasErrors(errors())) void sending.start()
  }
  const errorAt = (field: CourseField) => errors()[field] ?? sending.errorAt(field)
  return (
    <Panel
      isOpen
      onClose={props.close}
      title={props.course ? words().changeTitle : words().makeTitle}
    >
      <DialogForm
        sending={sending}
        fields={['name', 'organiser', 'place', 'criteria', 'sessions', 'township']}
        verb={props.course ? words().save : words().makeDo}
        busy={words().busy}
        submit={submit}
        cancel={props.close}
      >
        <TextField
          label={words().name}
          name="name"
          value={draft().name}
          set={(name) => set({ name })}
          maxlength={60}
          error={errorAt('name')}
        />
        <Whose
          draft={draft()}
          set={set}
          isNew={props.course === null}
          error={errorAt('township')}
        />
        <div class="form-pair">
          <TextField
            label={words().organiser}
            name="organiser"
            value={draft().organiser}
            set={(organiser) => set({ organiser })}
            maxlength={60}
            error={errorAt('organiser')}
          />
          <TextField
            label={words().place}
            name="place"
            value={draft().place}
            set={(place) => set({ place })}
            maxlength={80}
            error={errorAt('place')}
          />
        </div>
        <PartFields
          parts={draft().parts}
          set={(parts) => set({ parts })}
          error={errorAt('sessions')}
        />
        <Trainer chosen={draft().trainer} set={(trainer) => set({ trainer })} />
        <Criteria draft={draft()} set={set} error={errorAt('criteria')} />
      </DialogForm>
    </Panel>
  )
}

/** A township makes its own courses; the county says whose one of a township is. */
function Whose(props: { draft: CourseDraft; set: Set; isNew: boolean; error: string | undefined }) {
  const has = useRoles()
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const words = () => t().courses.form
  return (
    <Show when={has('county')}>
      <div class="form-pair">
        <SelectField
          label={words().level}
          value={props.draft.level}
          set={(level) => props.set({ level: level as CourseDraft['level'] })}
          isDisabled={!props.isNew}
          choices={LEVELS.map((value) => ({ value, name: t().courses.level[value] }))}
        />
        <Show when={props.draft.level === 'township'}>
          <SelectField
            label={words().township}
            value={props.draft.township}
            set={(township) => props.set({ township })}
            none={words().chooseTownship}
            isDisabled={!props.isNew}
            error={props.error}
            choices={(places.latest?.townships ?? []).map(({ code, name }) => ({
              value: code,
              name: placeName(name),
            }))}
          />
        </Show>
      </div>
    </Show>
  )
}

function Trainer(props: { chosen: string; set: (trainer: string) => void }) {
  const answer = createAsync(async () => trainersOf().catch(() => undefined), {
    initialValue: undefined,
  })
  return (
    <SelectField
      label={t().courses.form.trainer}
      hint={t().courses.form.trainerHint}
      value={props.chosen}
      set={props.set}
      none={t().courses.form.noTrainer}
      choices={(answer.latest?.trainers ?? []).map(({ id, name, position }) => ({
        value: id,
        name: [name, position].filter(Boolean).join(t().separator),
      }))}
    />
  )
}

function Criteria(props: { draft: CourseDraft; set: Set; error: string | undefined }) {
  const has = (one: CourseDraft['criteria'][number]) => props.draft.criteria.includes(one)
  const toggle = (one: CourseDraft['criteria'][number]) =>
    props.set({
      criteria: has(one)
        ? props.draft.criteria.filter((it) => it !== one)
        : [...props.draft.criteria, one].slice(-MOST_CRITERIA),
    })
  return (
    <fieldset class="quick course-criteria" aria-describedby="course-criteria-about">
      <legend>{t().courses.form.criteria}</legend>
      <For each={CRITERIA}>
        {(one) => (
          <button
            type="button"
            class="button slim"
            aria-pressed={has(one)}
            onClick={() => toggle(one)}
          >
            {t().criterion[one]}
          </button>
        )}
      </For>
      <p id="course-criteria-about" class={props.error ? 'field-error' : 'hint'}>
        {props.error ?? t().courses.form.criteriaHint}
      </p>
    </fieldset>
  )
}
