import { createSignal, Show } from 'solid-js'
import { type MentoringHome, PROGRESS, WAYS } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { Icon } from '../icon.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { ChipChecks, Chips } from './chips.tsx'
import { dayInChina } from './days.ts'
import { type Draft, type Field as FieldName, taskDueOn } from './draft.ts'
import { PhotoField } from './photo-field.tsx'
import { TimeFields } from './time-fields.tsx'

type Part = {
  home: MentoringHome
  draft: Draft
  set: (change: Partial<Draft>) => void
  faults: Partial<Record<FieldName, string>>
}

/** Seven answers, five of them taps; what most sessions do not need is folded away. */
export function LogFields(props: Part) {
  const words = () => t().mentoring.form
  return (
    <>
      <Chips
        label={words().person}
        options={props.home.mentees.map(({ talent }) => ({
          value: talent.id,
          text: personName(talent.name),
        }))}
        value={props.draft.talent}
        set={(talent) => props.set({ talent })}
        error={props.faults.talent}
      />
      <Chips
        label={words().way}
        options={WAYS.map((way) => ({ value: way, text: t().mentoring.way[way] }))}
        value={props.draft.way}
        set={(way) => props.set({ way })}
      />
      <Chips
        label={words().topic}
        options={props.home.topics.map((topic) => ({ value: topic.id, text: say(topic.words) }))}
        value={props.draft.topic}
        set={(topic) => props.set({ topic })}
      />
      <TimeFields draft={props.draft} set={props.set} faults={props.faults} />
      <TextArea
        label={words().agreed}
        error={props.faults.agreed}
        name="agreed"
        maxlength={1000}
        value={props.draft.agreed}
        set={(agreed) => props.set({ agreed })}
      />
      <ProgressField {...props} />
      <NextField {...props} />
      <MoreFields {...props} />
    </>
  )
}

/** Where something was seen is asked once it is said that something was. */
function ProgressField(props: Part) {
  const options = () => [
    ...PROGRESS.map((mark) => ({ value: mark, text: t().mentoring.progress[mark] })),
    { value: 'unknown' as const, text: t().mentoring.progress.unknown },
  ]
  return (
    <>
      <Chips
        label={t().mentoring.form.progress}
        options={options()}
        value={props.draft.progress ?? 'unknown'}
        set={(mark) => props.set({ progress: mark === 'unknown' ? null : mark })}
      />
      <Show when={props.draft.progress !== null}>
        <ChipChecks
          label={t().mentoring.form.seen}
          hint={t().mentoring.form.optional}
          options={props.home.criteria.map(({ id, words }) => ({ value: id, text: say(words) }))}
          values={props.draft.seen}
          set={(seen) => props.set({ seen })}
        />
      </Show>
    </>
  )
}

function NextField(props: Part) {
  const words = () => t().mentoring.form
  const setAim = (aim: string) => {
    const dueOn = props.draft.dueOn === '' && aim !== '' ? taskDueOn() : props.draft.dueOn
    props.set({ aim, dueOn: aim === '' ? '' : dueOn })
  }
  return (
    <>
      <Field label={words().next} error={props.faults.aim}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="text"
            name="aim"
            maxlength={200}
            autocomplete="off"
            placeholder={words().aimExample}
            value={props.draft.aim}
            onInput={(event) => setAim(event.currentTarget.value)}
          />
        )}
      </Field>
      <Show when={props.draft.aim !== ''}>
        <DayField
          label={words().dueOn}
          name="dueOn"
          value={props.draft.dueOn}
          set={(dueOn) => props.set({ dueOn })}
          error={props.faults.dueOn}
        />
      </Show>
    </>
  )
}

function MoreFields(props: Part) {
  const isUsed = () => props.draft.nextOn !== '' || props.draft.photos.length > 0
  const [isOpen, setOpen] = createSignal(isUsed())
  return (
    <details
      class="log-more"
      open={isOpen()}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Icon name="plus" />
        {t().mentoring.form.more}
      </summary>
      <div class="form">
        <DayField
          label={t().mentoring.form.nextOn}
          name="nextOn"
          value={props.draft.nextOn}
          set={(nextOn) => props.set({ nextOn })}
        />
        <PhotoField photos={props.draft.photos} set={(photos) => props.set({ photos })} />
      </div>
    </details>
  )
}

/** A day from today on. */
function DayField(props: {
  label: string
  name: string
  value: string
  set: (day: string) => void
  error?: string | undefined
}) {
  return (
    <Field label={props.label} error={props.error}>
      {(given) => (
        <input
          {...given()}
          class="input log-day"
          type="date"
          name={props.name}
          min={dayInChina()}
          value={props.value}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
