import { revalidate, useAction, useBeforeLeave } from '@solidjs/router'
import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { changeSettings, settingsOf as storedSettings } from '../../administration.ts'
import { isOfType } from '../../client.ts'
import type { Role, Settings, SettingsAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Field } from './fields.tsx'
import { Done, Refusal } from './notices.tsx'
import { createSending, type Errors, hasErrors } from './sending.ts'
import {
  ALL_ROLES,
  draftOf,
  errorsOf,
  FIGURES,
  type Figure,
  type SettingsDraft,
  settingsOf,
  UNITS,
  wordsOf,
} from './settings-draft.ts'

export function SettingsForm(props: { answer: SettingsAnswer }) {
  // What the author saw; it changes only when it is saved or read again on purpose.
  const [seen, setSeen] = createSignal(props.answer)
  const [draft, setDraft] = createSignal(draftOf(props.answer.settings))
  const [errors, setErrors] = createSignal<Errors<Figure>>({})
  const [isCompared, setCompared] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const send = useAction(changeSettings)
  const sending = createSending(async () => {
    const answer = await send(seen().version, settingsOf(draft()))
    setSeen(answer)
    setCompared(false)
    setSaid(t().settings.saved(answer.version))
  })
  const reloading = createSending(async () => {
    await revalidate(storedSettings.key)
    setSeen(await storedSettings())
    setCompared(true)
    sending.clear()
  })
  const isDirty = () => !same(settingsOf(draftOf(seen().settings)), settingsOf(draft()))
  warnOnLeave(isDirty)
  const set = (change: Partial<SettingsDraft>) => {
    setSaid(null)
    setDraft((before) => ({ ...before, ...change }))
  }
  /** Another value that is stored now. */
  const now = (name: keyof Settings) =>
    isCompared() && !same(draftOf(seen().settings)[name], draft()[name])
      ? t().settings.nowIs(wordsOf(seen().settings, name))
      : undefined
  function submit() {
    setErrors(errorsOf(draft()))
    if (hasErrors(errors())) return
    if (isDirty()) void sending.start()
    else setSaid(t().settings.same)
  }
  return (
    <form
      class="settings"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Group title={t().settings.factor} hint={now('secondFactorFor') ?? t().settings.factorHint}>
        <Roles chosen={draft().secondFactorFor} set={(roles) => set({ secondFactorFor: roles })} />
      </Group>
      <Group title={t().settings.session}>
        <FigureField
          figure="idleMinutes"
          hint={t().settings.idleHint}
          {...{ draft: draft(), set, errors: errors(), now }}
        />
        <FigureField
          figure="sessionHours"
          hint={t().settings.sessionHint}
          {...{ draft: draft(), set, errors: errors(), now }}
        />
      </Group>
      <Group title={t().settings.lock}>
        <FigureField
          figure="lockAfter"
          hint={t().settings.lockAfterHint}
          {...{ draft: draft(), set, errors: errors(), now }}
        />
        <FigureField
          figure="lockMinutes"
          hint={t().settings.lockHint}
          {...{ draft: draft(), set, errors: errors(), now }}
        />
      </Group>
      <Group title={t().settings.identity} hint={now('identityCheck')}>
        <div>
          <For each={['refuse', 'warn'] as const}>
            {(one) => (
              <label class="tick">
                <input
                  type="radio"
                  name="identity"
                  checked={draft().identityCheck === one}
                  onChange={() => set({ identityCheck: one })}
                />
                {t().settings[one]}
              </label>
            )}
          </For>
        </div>
      </Group>
      <div class="settings-foot">
        <Show when={isStale(sending.problem())} fallback={<Refusal problem={sending.problem()} />}>
          <div class="note missed" role="alert">
            <Icon name="warning" />
            <div class="form">
              <p>
                <b>{t().settings.stale}</b> {t().accounts.staleText}
              </p>
              <button type="button" class="button slim" onClick={() => void reloading.start()}>
                {t().accounts.reload}
              </button>
            </div>
          </div>
        </Show>
        <Done text={said()} />
        <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().settings.saving : t().settings.save}
        </button>
      </div>
    </form>
  )
}

function Group(props: { title: string; hint?: string | undefined; children: JSX.Element }) {
  return (
    <fieldset class="card">
      <legend>
        <h2>{props.title}</h2>
      </legend>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
      {props.children}
    </fieldset>
  )
}

function Roles(props: { chosen: readonly Role[]; set: (roles: Role[]) => void }) {
  const toggle = (role: Role) =>
    props.chosen.includes(role)
      ? props.chosen.filter((one) => one !== role)
      : [...props.chosen, role]
  return (
    <div class="ticks">
      <For each={ALL_ROLES}>
        {(role) => (
          <label class="tick">
            <input
              type="checkbox"
              checked={props.chosen.includes(role)}
              onChange={() => props.set(toggle(role))}
            />
            {t().role[role]}
          </label>
        )}
      </For>
    </div>
  )
}

function FigureField(props: {
  figure: Figure
  hint: string
  draft: SettingsDraft
  set: (change: Partial<SettingsDraft>) => void
  errors: Errors<Figure>
  now: (name: Figure) => string | undefined
}) {
  return (
    <Field
      label={t().settings[props.figure]}
      hint={props.now(props.figure) ?? props.hint}
      error={props.errors[props.figure]}
    >
      {(given) => (
        <div class="row">
          <input
            {...given()}
            class="input figure"
            type="number"
            inputmode="numeric"
            min={FIGURES[props.figure][0]}
            max={FIGURES[props.figure][1]}
            value={props.draft[props.figure]}
            onInput={(event) => props.set({ [props.figure]: event.currentTarget.value })}
          />
          <span class="second">{t().settings[UNITS[props.figure]]}</span>
        </div>
      )}
    </Field>
  )
}

const isStale = (problem: Parameters<typeof isOfType>[0] | null) =>
  problem !== null && isOfType(problem, 'changed')

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A form that is not saved asks before it is left. */
function warnOnLeave(isDirty: () => boolean) {
  useBeforeLeave((event) => {
    if (isDirty() && !window.confirm(t().settings.leave)) event.preventDefault()
  })
  const beforeUnload = (event: BeforeUnloadEvent) => isDirty() && event.preventDefault()
  window.addEventListener('beforeunload', beforeUnload)
  onCleanup(() => window.removeEventListener('beforeunload', beforeUnload))
}
