import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { placesOf, talentOf } from '../../queries.ts'
import {
  startTrialPost,
  type TrialKind,
  type TrialPostGiven,
  trialLimitsOf,
} from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { View } from '../states.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { today } from '../talent/when.ts'
import { DayField } from './day-field.tsx'
import { FindPerson } from './find-person.tsx'

export const KINDS = [
  'trial-post',
  'secretary-assistant',
  'chair-assistant',
  'committee-assistant',
  'shadowing',
] as const satisfies TrialKind[]
const LEAST_LETTERS = 4

type Chosen = { id: string; name: string; village: string }
type Draft = Omit<TrialPostGiven, 'talent'>
type Field = keyof TrialPostGiven

/** Records that somebody began; from the page of a person with that person, else found by name. */
export function StartForm(props: {
  talent: string | null
  close: () => void
  done: (id: string) => void
}) {
  return (
    <Panel isOpen onClose={props.close} title={t().trialPosts.form.title}>
      <View rows={4}>
        <Given {...props} />
      </View>
    </Panel>
  )
}

function Given(props: { talent: string | null; close: () => void; done: (id: string) => void }) {
  const known = createAsync(async () => {
    if (props.talent === null) return { person: null }
    const { id, name, homeVillage } = await talentOf(props.talent)
    return { person: { id, name, village: homeVillage.code } }
  })
  return <Show when={known()}>{(found) => <Form {...props} person={found().person} />}</Show>
}

function Form(props: { person: Chosen | null; close: () => void; done: (id: string) => void }) {
  const [person, setPerson] = createSignal(props.person)
  const [draft, setDraft] = createSignal<Draft>({
    ...{ village: props.person?.village ?? '', kind: 'trial-post', duties: '' },
    ...{ startsOn: today(), endsOn: '' },
  })
  const [errors, setErrors] = createSignal<Errors<Field>>({})
  const start = useAction(startTrialPost)
  const words = () => t().trialPosts.form
  const sending = createSending(async (given: TrialPostGiven) => {
    const { id } = await start(given)
    props.done(id)
  })
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }))
    sending.clear()
  }
  const choose = (found: Chosen | null) => {
    setPerson(found)
    if (found) set({ village: found.village })
  }
  const errorAt = (field: Field) => errors()[field] ?? sending.errorAt(field)
  function submit() {
    setErrors(errorsOf(person(), draft()))
    const who = person()
    if (who && !hasErrors(errors())) void sending.start({ talent: who.id, ...draft() })
  }
  return (
    <DialogForm
      sending={sending}
      fields={['talent', 'village', 'kind', 'startsOn', 'endsOn', 'duties']}
      verb={words().do}
      busy={words().doing}
      submit={submit}
      cancel={props.close}
    >
      <Who person={person()} error={errorAt('talent')} choose={choose} />
      <Where village={draft().village} set={set} error={errorAt('village')} />
      <Kinds kind={draft().kind} set={set} />
      <Days draft={draft()} set={set} errorAt={errorAt} />
      <TextArea
        label={words().duties}
        hint={words().dutiesHint}
        error={errorAt('duties')}
        name="duties"
        rows={3}
        maxlength={500}
        value={draft().duties}
        set={(duties) => set({ duties })}
        quick={words().quick}
        quickLabel={words().quickLabel}
      />
      <p class="hint">{draft().kind === 'shadowing' ? words().effectShadowing : words().effect}</p>
    </DialogForm>
  )
}

function errorsOf(person: Chosen | null, draft: Draft): Errors<Field> {
  const { need } = t().trialPosts.form
  return {
    ...(person === null && { talent: need.talent }),
    ...(draft.village === '' && { village: need.village }),
    ...((draft.startsOn === '' || draft.startsOn > today()) && { startsOn: need.startsOn }),
    ...(draft.endsOn === '' && { endsOn: need.endsOn }),
    ...(draft.duties.trim().length < LEAST_LETTERS && { duties: need.duties }),
  }
}

function Who(props: {
  person: Chosen | null
  error: string | undefined
  choose: (person: Chosen | null) => void
}) {
  return (
    <Show
      when={props.person}
      fallback={
        <FindPerson
          error={props.error}
          choose={({ id, name, homeVillage }) =>
            props.choose({ id, name, village: homeVillage.code })
          }
        />
      }
    >
      {(person) => (
        <p class="row trial-chosen">
          <span>
            {t().trialPosts.form.who}
            {t().colon}
            <b>{personName(person().name)}</b>
          </span>
          <button type="button" class="button slim push" onClick={() => props.choose(null)}>
            {t().trialPosts.form.other}
          </button>
        </p>
      )}
    </Show>
  )
}

/** A county chooses the township first. */
function Where(props: {
  village: string
  set: (change: Partial<Draft>) => void
  error: string | undefined
}) {
  const places = createAsync(() => placesOf())
  const townships = () => places()?.townships ?? []
  const holding = () =>
    townships().find(({ villages }) => villages.some(({ code }) => code === props.village))
  const [asked, setAsked] = createSignal('')
  const township = () =>
    townships().find(({ code }) => code === asked()) ?? holding() ?? townships()[0]
  const named = ({ code, name }: { code: string; name: string }) => ({
    ...{ value: code, name: placeName(name) },
  })
  return (
    <div class="two-fields">
      <Show when={townships().length > 1}>
        <SelectField
          label={t().shell.places}
          value={township()?.code ?? ''}
          choices={townships().map(named)}
          set={(code) => {
            setAsked(code)
            props.set({ village: '' })
          }}
        />
      </Show>
      <SelectField
        label={t().trialPosts.form.village}
        error={props.error}
        value={props.village}
        none={t().trialPosts.form.chooseVillage}
        choices={(township()?.villages ?? []).map(named)}
        set={(village) => props.set({ village })}
      />
    </div>
  )
}

function Kinds(props: { kind: TrialKind; set: (change: Partial<Draft>) => void }) {
  return (
    <fieldset class="choice-cards trial-kinds">
      <legend>{t().trialPosts.kind}</legend>
      <For each={KINDS}>
        {(kind) => (
          <label class="choice-card" classList={{ chosen: props.kind === kind }}>
            <input
              type="radio"
              name="kind"
              checked={props.kind === kind}
              onChange={() => props.set({ kind })}
            />
            <span>
              <span class="medium">{t().trialPosts.kinds[kind]}</span>
              <span class="hint">{t().trialPosts.kindHints[kind]}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

function Days(props: {
  draft: Draft
  set: (change: Partial<Draft>) => void
  errorAt: (field: Field) => string | undefined
}) {
  const limits = createAsync(
    async () => {
      const { village, kind, startsOn } = props.draft
      if (village === '' || startsOn === '' || startsOn > today()) return null
      return trialLimitsOf(village, kind, startsOn).catch(() => null)
    },
    { initialValue: null },
  )
  const hint = () => {
    const known = limits.latest
    if (!known) return undefined
    const { shortest, longest, termEndsOn } = known
    const words = t().trialPosts.form
    if (longest < shortest) return words.noLimits(shortest, longest)
    return termEndsOn ? words.limitsTerm(shortest, longest) : words.limits(shortest, longest)
  }
  return (
    <div class="two-fields">
      <DayField
        label={t().trialPosts.form.startsOn}
        hint={t().trialPosts.form.startsHint}
        name="startsOn"
        max={today()}
        value={props.draft.startsOn}
        set={(startsOn) => props.set({ startsOn })}
        error={props.errorAt('startsOn')}
      />
      <DayField
        label={t().trialPosts.form.endsOn}
        hint={hint()}
        name="endsOn"
        min={limits.latest?.shortest}
        max={limits.latest?.longest}
        value={props.draft.endsOn}
        set={(endsOn) => props.set({ endsOn })}
        error={props.errorAt('endsOn')}
      />
    </div>
  )
}
